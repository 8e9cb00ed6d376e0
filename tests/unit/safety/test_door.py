"""Every verdict and every button of the door leads to fixed text, and a broken text file stops the start."""

import pytest

from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety import door, texts
from bot.safety.screen import load, screen
from bot.safety.texts import TextsError


@pytest.fixture
def text_file(tmp_path, monkeypatch):
    """A copy of the texts to break, with the door's memory of the real ones put aside."""
    path = tmp_path / "safety.yml"
    path.write_text(texts.FILE.read_text(encoding="utf-8"), encoding="utf-8")
    real = texts.load
    monkeypatch.setattr(texts, "load", lambda: real(path))
    door.load.cache_clear()
    yield path
    door.load.cache_clear()


@pytest.mark.parametrize("rule", load().rules + load().answers, ids=lambda rule: rule.id)
def test_every_pattern_has_a_reply(rule):
    assert door.reply_to(Verdict(rule.intent, rule.id)).reply.messages


@pytest.mark.parametrize("intent", SafetyIntent)
def test_every_intent_has_a_reply_of_its_own(intent):
    assert door.reply_to(Verdict(intent, "x")).reply == door.load()[f"utter_safety_{intent}"]


@pytest.mark.parametrize(
    ("intent", "asks"),
    [
        (SafetyIntent.SUICIDAL, Asked.SAFE_NOW),
        (SafetyIntent.PASSIVE_DEATH_WISH, Asked.THOUGHTS),
        (SafetyIntent.EMERGENCY, None),
        (SafetyIntent.DEATH_JUST_HAPPENED, None),
    ],
)
def test_what_each_reply_asks(intent, asks):
    assert door.reply_to(Verdict(intent, "x")).asks is asks


def test_worry_about_someone_else_has_its_own_words():
    verdict = screen("My friend told me she's suicidal")
    assert verdict is not None
    assert door.reply_to(verdict).reply == door.load()["utter_safety_suicidal_other"]


@pytest.mark.parametrize("answer", ["no", "not sure"])
def test_not_being_safe_gives_999_first(answer):
    verdict = screen(answer, Asked.SAFE_NOW)
    assert verdict is not None
    assert door.reply_to(verdict).reply.messages[0].text.startswith("Call 999 now.")


@pytest.mark.parametrize(("answer", "asked"), [("yes", Asked.SAFE_NOW), ("no", Asked.THOUGHTS)])
def test_reassured_people_may_carry_on(answer, asked):
    verdict = screen(answer, asked)
    assert verdict is not None
    assert "safety-carry-on" in [c.choice for c in door.reply_to(verdict).reply.messages[-1].choices]


def test_every_button_leads_somewhere_and_is_offered_somewhere():
    offered = {c.choice for reply in door.load().values() for message in reply.messages for c in message.choices}
    assert offered == set(door._BY_CHOICE)
    assert all(door.press(choice) for choice in offered)


@pytest.mark.parametrize(
    "choice", ["safety-not-safe", "safety-not-sure", "safety-death-unexpected", "safety-death-not-sure"]
)
def test_danger_on_a_button_gives_999_first(choice):
    pressed = door.press(choice)
    assert pressed is not None
    assert pressed.reply.messages[0].text.startswith("Call 999 now.")


def test_thoughts_on_a_button_ask_about_safety():
    pressed = door.press("safety-thoughts-sometimes")
    assert pressed is not None
    assert pressed.asks is Asked.SAFE_NOW


@pytest.mark.parametrize("choice", ["", "safety-", "safety-unknown", "affirm", "x" * 5000])
def test_other_buttons_are_not_the_doors(choice):
    assert door.press(choice) is None


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("utter_safety_emergency:", "utter_safety_emergencies:", "lacks utter_safety_emergency"),
        ("payload: safety-safe", "payload: safety-sfae", "lead nowhere: safety-sfae"),
        ("responses:", "answers:", "cannot be read"),
        ("responses:", "responses: [", "cannot be read"),
        ("    - text: We can stop here.", "    - text: Bye.\n    - text: We can stop here.", "one variation"),
    ],
)
def test_a_broken_text_file_stops_the_start(text_file, old, new, complaint):
    content = text_file.read_text(encoding="utf-8")
    assert old in content
    text_file.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TextsError, match=complaint):
        door.load()


def test_a_missing_text_file_stops_the_start(text_file):
    text_file.unlink()
    with pytest.raises(TextsError, match="cannot be read"):
        door.load()
