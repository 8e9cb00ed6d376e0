"""What the safety screen is timed on."""

from pathlib import Path

from bench.screening import LONG, examples, long_message, measure
from bot.safety.screen import screen

ROOT = Path(__file__).parents[3]


def test_the_long_message_is_long_harmless_and_never_repeats_a_sentence():
    message = long_message(["My garden.", "The dog", "tea at four", "a walk by the sea", "Songs"], 400)
    sentences = message.split(". ")
    assert 0 < len(message) <= 400
    assert screen(message) is None
    assert len(sentences) == len(set(sentences))


def test_a_real_long_message_is_nearly_as_long_as_one_may_be():
    message = long_message(examples(ROOT / "data" / "nlu"), LONG)
    assert LONG - 1000 < len(message) <= LONG


def test_every_example_is_timed_once_and_the_long_message_as_often_as_told(tmp_path):
    folder = tmp_path / "data" / "nlu"
    folder.mkdir(parents=True)
    lines = "".join(f"    - tell me about {thing}\n" for thing in ("hospices", "my garden", "who sees this"))
    (folder / "some.yml").write_text(f'version: "3.1"\nnlu:\n- intent: ask\n  examples: |\n{lines}')
    ticks = iter(range(1000))
    found = measure(tmp_path, lambda: float(next(ticks)), repeats=2)
    assert found.short == (1000.0,) * 3
    assert found.long == (1000.0,) * 2
