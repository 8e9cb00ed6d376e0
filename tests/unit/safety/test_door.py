"""Every verdict and every button of the door leads to fixed text, and a broken text file stops the start."""

import pytest

from bot.model.safety import Asked, SafetyIntent, Told, Verdict
from bot.safety import door, texts
from bot.safety.rules import PRIORITY
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
        (SafetyIntent.EMERGENCY, Asked.STILL_IN_DANGER),
        (SafetyIntent.DEATH_JUST_HAPPENED, Asked.DEATH_EXPECTED),
    ],
)
def test_what_each_reply_asks(intent, asks):
    assert door.reply_to(Verdict(intent, "x")).asks is asks


def test_worry_about_someone_else_has_its_own_words():
    verdict = screen("My friend told me she's suicidal")
    assert verdict is not None
    assert door.reply_to(verdict).reply == door.load()["utter_safety_suicidal_other"]


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("yes", "utter_safety_death_expected"),
        ("no", "utter_safety_death_unexpected"),
        ("not sure", "utter_safety_death_unexpected"),
        ("it was years ago", "utter_safety_death_past"),
    ],
)
def test_a_typed_answer_about_a_death_says_what_the_button_says(answer, name):
    verdict = screen(answer, Asked.DEATH_EXPECTED)
    assert verdict is not None
    assert door.reply_to(verdict).reply == door.load()[name]


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
    assert {choice for choice in offered if ":" not in choice} == set(door._BY_CHOICE)
    assert {choice.partition(":")[0] for choice in offered if ":" in choice} == set(door._ASIDES)
    assert all(door.press(choice) for choice in offered)


@pytest.mark.parametrize(("where", "name"), door._OFFERED_ON.items())
def test_a_text_to_read_on_the_side_ends_with_the_question_it_was_offered_under(where, name):
    last = door.load()[name].messages[-1]
    asides = [c.choice for c in last.choices if ":" in c.choice]
    assert asides
    for choice in asides:
        assert choice.endswith(f":{where}")
        pressed = door.press(choice)
        assert pressed is not None
        assert pressed.reply.messages[:-1] == door.load()[door._ASIDES[choice.partition(":")[0]]].messages
        assert pressed.reply.messages[-1] == last
        assert (pressed.asks, pressed.tells) == (door._ASKS.get(name), None)
        assert not pressed.carries_on


@pytest.mark.parametrize("intent", SafetyIntent)
def test_every_danger_is_come_back_to(intent):
    told = door.reply_to(Verdict(intent, "x")).tells
    assert told == Told(intent)
    assert door.after(told) == door.load()[f"utter_safety_after_{intent}"].messages


def test_the_gravest_is_named_first_in_the_same_order_as_the_screens():
    assert list(Told)[1:] == [Told(intent) for intent in PRIORITY]


YOUNG = {
    "suicidal.plan": (SafetyIntent.SUICIDAL, "utter_safety_young_suicidal"),
    "suicidal.other.x": (SafetyIntent.SUICIDAL, "utter_safety_young_suicidal_other"),
    "passive": (SafetyIntent.PASSIVE_DEATH_WISH, "utter_safety_young_passive_death_wish"),
    "hurt": (SafetyIntent.SAFEGUARDING, "utter_safety_young_safeguarding"),
    "died": (SafetyIntent.DEATH_JUST_HAPPENED, "utter_safety_young_death_just_happened"),
    "emergency.self_harm.x": (SafetyIntent.EMERGENCY, "utter_safety_young_emergency"),
    "trained.emergency": (SafetyIntent.EMERGENCY, "utter_safety_young_emergency"),
    "answer.safe_now.not_safe": (SafetyIntent.EMERGENCY, "utter_safety_young_emergency"),
    "answer.safe_now.reassured": (None, "utter_safety_young_safe"),
    "answer.thoughts.reassured": (None, "utter_safety_young_safe"),
}


@pytest.mark.parametrize("pattern", YOUNG)
def test_a_child_gets_texts_for_children(pattern):
    intent, name = YOUNG[pattern]
    answer = door.reply_to(Verdict(intent, pattern), young=True)
    assert answer.reply == door.load()[name]
    assert answer.tells is Told.YOUNG
    if intent is not SafetyIntent.DEATH_JUST_HAPPENED:  # a child is not asked whether it was expected
        assert answer.asks is door.reply_to(Verdict(intent, pattern)).asks


def test_symptoms_have_one_text_for_everybody():
    verdict = Verdict(SafetyIntent.URGENT_SYMPTOMS, "x")
    assert door.reply_to(verdict, young=True) == door.reply_to(verdict)


def test_the_buttons_of_a_childs_text_lead_to_texts_for_children():
    for name in set(door._YOUNG.values()):
        for choice in (c.choice for c in door.load()[name].messages[-1].choices):
            assert choice in {"safety-carry-on", "safety-stop-here"} or "young" in choice


@pytest.mark.parametrize(
    "choice", ["safety-not-safe", "safety-not-sure", "safety-death-unexpected", "safety-death-not-sure"]
)
def test_danger_on_a_button_gives_999_first(choice):
    pressed = door.press(choice)
    assert pressed is not None
    assert pressed.reply.messages[0].text.startswith("Call 999 now.")


def test_a_death_long_ago_is_put_right_on_a_button():
    asked = door.load()["utter_safety_death_just_happened"].messages[-1]
    choice = next(c.choice for c in asked.choices if c.title == "It was some time ago")
    pressed = door.press(choice)
    assert pressed is not None
    assert [c.choice for c in pressed.reply.messages[-1].choices] == ["safety-carry-on"]
    assert (pressed.asks, pressed.tells, pressed.carries_on) == (None, None, False)


@pytest.mark.parametrize("how", ["pressed", "typed"])
def test_where_nobody_has_died_it_ends_there(how):
    verdict = screen("no. nobody's died", Asked.DEATH_EXPECTED)
    assert verdict is not None
    said = door.press("safety-death-nobody") if how == "pressed" else door.reply_to(verdict)
    assert said is not None
    words = " ".join(message.text for message in said.reply.messages)
    assert "999" not in words
    assert "police" not in words
    assert (said.asks, said.tells, said.takes_back) == (None, None, Told.DEATH_JUST_HAPPENED)


def test_thoughts_on_a_button_ask_about_safety():
    pressed = door.press("safety-thoughts-sometimes")
    assert pressed is not None
    assert pressed.asks is Asked.SAFE_NOW


@pytest.mark.parametrize(
    "choice", ["", "safety-", "safety-unknown", "safety-kept:", "safety-kept:x", ":young", "affirm", "x" * 5000]
)
def test_other_buttons_are_not_the_doors(choice):
    assert door.press(choice) is None


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("utter_safety_emergency:", "utter_safety_emergencies:", "lacks utter_safety_emergency"),
        ("payload: safety-safe", "payload: safety-sfae", "lead nowhere: safety-sfae"),
        ("safety-kept:suicidal\n", "safety-kept:sucidal\n", "lead nowhere: safety-kept:sucidal"),
        ("utter_safety_after_young:", "utter_safety_afterwards:", "lacks utter_safety_after_young"),
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
