"""The sentence encoder: equal texts give equal vectors, and a file that is not right is refused with its mend."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.encoder import MODEL, SHIPPED, SUMS, TOKENIZER, Encoder, EncoderError, check

ENCODER = Encoder()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "copy"))


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_gives_one_unit_vector(text):
    [vector] = ENCODER.encode([text])
    assert vector.dtype == np.float32
    assert np.isclose(np.linalg.norm(vector), 1, atol=1e-3)


def test_a_vector_does_not_depend_on_its_neighbours():
    texts = ["my garden", "I cannot breathe, please help me, he has fallen on the stairs", "no"]
    together = ENCODER.encode(texts)
    assert all(np.array_equal(ENCODER.encode([text])[0], together[at]) for at, text in enumerate(texts))


def test_what_means_the_same_lies_closer():
    home, bed, pension = ENCODER.encode(
        ["I want to die at home", "let me be in my own bed when the time comes", "is there a benefit for carers"]
    )
    assert home @ bed > home @ pension


def test_only_the_beginning_of_a_very_long_text_is_read():
    begins = "the garden and the dog " * 60
    assert np.array_equal(ENCODER.encode([begins]), ENCODER.encode([begins + "and the sea " * 500]))


@pytest.mark.parametrize("name", [MODEL, TOKENIZER, SUMS])
def test_a_missing_file_is_named_with_the_mend(copy, name):
    (copy / name).unlink()
    with pytest.raises(EncoderError, match=f"(?s)has no {name}.*make encoder"):
        Encoder(copy)


@pytest.mark.parametrize("name", [MODEL, TOKENIZER])
def test_a_changed_file_is_named_with_the_mend(copy, name):
    path = copy / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(EncoderError, match=f"(?s)changed file: {name}.*git checkout"):
        Encoder(copy)


@pytest.mark.parametrize(
    ("sums", "told"), [("", "lists no encoder.onnx"), ("no sums at all", "cannot be read"), ("\xff", "cannot be read")]
)
def test_sums_that_say_nothing_are_refused(copy, sums, told):
    (copy / SUMS).write_text(sums, encoding="latin-1")
    with pytest.raises(EncoderError, match=told):
        Encoder(copy)


def test_a_file_that_is_no_model_is_refused(copy):
    (copy / MODEL).write_bytes(b"not a model")
    _rewrite_sums(copy)
    with pytest.raises(EncoderError, match="cannot be read"):
        Encoder(copy)


def _rewrite_sums(folder: Path) -> None:
    import hashlib

    names = [line.split()[1] for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()]
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (folder / SUMS).write_text("\n".join(lines), encoding="utf-8")


def test_the_shipped_files_are_as_listed():
    assert set(check(SHIPPED)) >= {MODEL, TOKENIZER, "screen.json"}
