"""Actions: a tracker in, events and messages out; what changes something does so once a turn."""

import pytest
import yaml
from rasa_sdk.executor import CollectingDispatcher

from actions import all_actions
from bot.model.position import Door, Position, Question
from bot.model.saying import Said
from tests.unit.fakes import RESPONSES, ROOT, RULES, tracker

DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


@pytest.fixture
def actions(begin, facts):
    return {action.name(): action for action in all_actions(begin, facts)}


NAMES = [action.name() for action in all_actions(lambda: None, None)]
TALKING = [name for name in NAMES if name != "action_safety"]


def run(action, person, turn, intent):
    import asyncio

    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker(person, turn, intent), {}))
    return dispatcher.messages, events


def written(begin, person, words="", choice="", intent=None):
    with begin() as records:
        turn = records.turns.begin(person, f"m{words}{choice}", Said(intent or "", words, choice), bool(intent))
        records.commit()
    return turn


def placed(begin, person, **where):
    with begin() as records:
        records.people.place(person, Position(welcomed=True, door=Door.ME, **where))
        records.commit()


def intent_of(name):
    return next((intent for intent, actions in RULES.items() if actions[0] == name), "find_support")


def test_names_are_those_of_the_domain():
    assert sorted(NAMES) == sorted(set(NAMES))
    assert sorted(NAMES) == sorted(DOMAIN["actions"])


@pytest.mark.parametrize("name", TALKING)
@pytest.mark.parametrize("question", [None, Question.FOCUS_WHY])
def test_every_action_runs_and_says_what_can_be_said(actions, begin, person, name, question):
    placed(begin, person, question=question)
    intent = intent_of(name)
    turn = written(begin, person, "my garden", intent=intent)
    messages, events = run(actions[name], person, turn, intent)
    told = [(event["event"], event["name"]) for event in events]
    assert told == [("slot", "door"), ("slot", "about_them"), ("slot", "easy_read")]
    for message in messages:
        assert message.get("response") in RESPONSES or message["custom"]


@pytest.mark.parametrize("name", NAMES)
def test_no_event_holds_a_word(actions, begin, person, name):
    placed(begin, person, question=Question.FOCUS_WHAT)
    turn = written(begin, person, "the heron on the slipway")
    _, events = run(actions[name], person, turn, intent_of(name))
    assert "heron" not in str(events)


@pytest.mark.parametrize("name", TALKING)
def test_somebody_unknown_is_told_nothing(actions, name):
    messages, events = run(actions[name], "nobody", "t1", intent_of(name))
    assert messages == []
    easier = name == "action_session_clarify"
    assert [event["value"] for event in events] == [None, False, easier]


@pytest.mark.parametrize(
    "intent",
    ["emergency", "suicidal", "passive_death_wish", "urgent_symptoms", "safeguarding", "death_just_happened"],
)
def test_danger_that_the_model_noticed_goes_back_to_the_door(actions, person, intent):
    messages, events = run(actions["action_safety"], person, "t1", intent)
    assert [(message["custom"], message["text"]) for message in messages] == [({"safety": intent}, None)]
    assert events == []


ONCE = [action.name() for action in all_actions(lambda: None, None) if getattr(action, "once", False)]


@pytest.mark.parametrize("name", ONCE)
def test_run_twice_it_does_one_thing_and_says_the_same(actions, begin, person, name):
    placed(begin, person, question=Question.FOCUS_WHAT)
    intent = intent_of(name)
    turn = written(begin, person, "my garden")
    first = run(actions[name], person, turn, intent)
    with begin() as records:
        after = (records.people.position(person), records.drafts.get(person))
    for _ in range(2):
        assert run(actions[name], person, turn, intent) == first
    with begin() as records:
        assert (records.people.position(person), records.drafts.get(person)) == after


def test_an_answer_given_twice_over_is_one_answer(actions, begin, person):
    placed(begin, person, question=Question.FOCUS_MORE)
    turn = written(begin, person, "my garden")
    for _ in range(3):
        run(actions["action_answer"], person, turn, "inform")
    with begin() as records:
        assert [line.words for line in records.drafts.get(person).lines] == ["my garden"]


def test_sharing_twice_over_is_one_link_and_the_same_pin(actions, begin, person):
    from bot.model.draft import Draft, Kind
    from bot.model.headings import Heading
    from bot.records.consent import Purpose

    with begin() as records:
        records.consents.give(person, Purpose.KEEP)
        lines = Draft().adding(Heading.SUPPORT, Kind.SUPPORT, 0, "a chair").lines
        records.summaries.keep(person, Door.ME, lines)
        records.drafts.put(person, Draft(recipient="Aunt May"))
        records.commit()
    placed(begin, person, question=Question.SHARE_CONSENT, sections=(Heading.SUPPORT,), days=7)
    turn = written(begin, person, choice="share", intent="choose")
    said = [run(actions["action_answer"], person, turn, "choose")[0] for _ in range(3)]
    assert said[0] == said[1] == said[2]
    assert "utter_share_pin" in [message.get("response") for message in said[0]]
    with begin() as records:
        assert len(records.shares.of(person)) == 1


def test_two_turns_are_two_answers(actions, begin, person):
    placed(begin, person, question=Question.FOCUS_MORE)
    for words in ("my garden", "my dog"):
        run(actions["action_answer"], person, written(begin, person, words), "inform")
        placed(begin, person, question=Question.FOCUS_MORE)
    with begin() as records:
        assert len(records.drafts.get(person).lines) == 2


def test_a_failure_half_way_stores_nothing(actions, begin, person, monkeypatch):
    from bot.stages import flow

    placed(begin, person, question=Question.FOCUS_WHAT)
    turn = written(begin, person, "my garden")
    original = flow.answer

    def fail(talk, said):
        original(talk, said)
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(flow, "answer", fail)
        with pytest.raises(RuntimeError):
            run(actions["action_answer"], person, turn, "inform")
    with begin() as records:
        assert records.drafts.get(person).lines == ()
        assert records.turns.get(turn).words == "my garden"
    run(actions["action_answer"], person, turn, "inform")
    with begin() as records:
        assert [line.words for line in records.drafts.get(person).lines] == ["my garden"]


def test_the_door_is_told_to_rasa(actions, begin, person):
    placed(begin, person, question=Question.WELCOME_DOOR)
    turn = written(begin, person, choice="close", intent="choose")
    _, events = run(actions["action_answer"], person, turn, "choose")
    assert events[0]["value"] == "close"
    assert str(events[0]["value"]) in DOMAIN["slots"]["door"]["values"]
    assert DOMAIN["slots"]["door"]["values"] == [str(door) for door in Door]


def test_easy_read_is_told_to_rasa_and_stays(actions, begin, person):
    placed(begin, person, question=Question.FOCUS_WHAT)
    told = []
    for words, intent, action in (
        ("easy read", "easy_read", "action_session_easy_read"),
        ("my garden", "inform", "action_answer"),
        ("usual words", "easy_read", "action_session_easy_read"),
    ):
        _, events = run(actions[action], person, written(begin, person, words, intent=intent), intent)
        told.append(events[2]["value"])
    assert told == [True, True, False]


def test_values_do_not_clash_with_what_rasa_calls_its_own():
    """rasa-sdk passes values beside its own arguments: a value named `text` would be said as it is."""
    from tests.repo.test_contract import variables

    taken = {"text", "image", "json_message", "template", "response", "attachment", "buttons", "elements", "custom"}
    assert not {name for names in variables().values() for name in names} & taken


def test_deleting_answers_once_and_then_nothing(actions, begin, person):
    placed(begin, person, question=Question.RECORD_DELETE)
    turn = written(begin, person, choice="delete", intent="choose")
    messages, events = run(actions["action_answer"], person, turn, "choose")
    assert [message["response"] for message in messages] == ["utter_record_deleted"]
    assert events[0]["value"] is None
    assert run(actions["action_ask"], person, turn, "choose")[0] == []
