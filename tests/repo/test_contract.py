"""What the parts promise each other by name: intents, rules, actions, responses, their variables and buttons."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from bot.stages.called import OF_PEOPLE
from bot.understanding.commands import command
from bot.understanding.joining import elsewhere
from bot.understanding.offers import offered

ROOT = Path(__file__).parents[2]
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RESPONSES = {
    name: (path.stem, variations)
    for path in sorted((ROOT / "data" / "responses").glob("*.yml"))
    for name, variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items()
}
RULES = [
    (path.name, rule)
    for path in sorted((ROOT / "data" / "rules").glob("*.yml"))
    for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
]
CODE = sorted([*(ROOT / "actions").rglob("*.py"), *(ROOT / "bot").rglob("*.py")])

TOLD_TO_SAY = re.compile(r"\b(?:[Ss]ay|[Tt]ype) ('[^']+'(?:(?:,| or) '[^']+')*)")
ANSWERS_HERE = {
    "utter_bereavement_say_which": {"what to do", "support"},
    "utter_bereavement_say_step": {"done"},
    "utter_record_say_which": {"change 1", "take out 2"},
    "utter_record_what_to_change": {"change 1", "take out 2"},
    "utter_share_say_sections": {"everything"},
}
"""What counts only as the answer to the question that is open then."""

# Outside evaluations are labelled with these names. Others may be added; none of these is renamed or merged.
FIXED_INTENTS = [
    "emergency",
    "suicidal",
    "passive_death_wish",
    "urgent_symptoms",
    "safeguarding",
    "death_just_happened",
    "greet",
    "goodbye",
    "thank",
    "affirm",
    "deny",
    "help",
    "ask_who_are_you",
    "skip",
    "go_back",
    "pause",
    "resume",
    "stop",
    "start_over",
    "ask_clarify",
    "ask_why_asking",
    "set_reminder",
    "plan_conversation",
    "focus_on_what_matters",
    "record_summary",
    "review_summary",
    "edit_summary",
    "share_summary",
    "reflect_on_conversation",
    "give_feedback",
    "ask_privacy",
    "ask_who_viewed",
    "withdraw_consent",
    "delete_my_data",
    "get_copy",
    "ask_how_to_start_talking",
    "ask_talk_to_children",
    "ask_advance_care_planning",
    "ask_adrt",
    "ask_lpa",
    "ask_cpr",
    "ask_place_of_care",
    "ask_what_to_expect",
    "ask_comfort",
    "ask_out_of_hours",
    "ask_carer_support",
    "ask_money",
    "ask_wills_funerals",
    "ask_organ_donation",
    "ask_digital_legacy",
    "ask_spiritual",
    "ask_assisted_dying",
    "ask_medical_advice",
    "find_support",
    "volunteer_help",
    "bereavement_support",
    "bereaved_child",
    "bereaved_suicide",
    "bereaved_sudden",
    "baby_loss",
    "anticipatory_grief",
    "report_directory_error",
    "express_distress",
    "express_fear",
    "express_anger",
    "express_guilt",
    "express_loneliness",
    "express_peace",
    "express_uncertainty",
    "inform",
    "out_of_scope",
    "abusive",
    "chitchat",
]
OURS = {"choose", "arrive", "easy_read", "see_differently", "ask_in_passing", "nlu_fallback"}


def intents_of(rule):
    first = rule["steps"][0]
    return [step["intent"] for step in first.get("or", [first])]


def actions_of(rule):
    return [step["action"] for step in rule["steps"][1:]]


def variables():
    """The variables named in each response."""
    return {
        name: {found for variation in variations for found in re.findall(r"{(\w+)}", variation.get("text", ""))}
        for name, (_, variations) in RESPONSES.items()
    }


def payloads():
    return [
        (topic, name, button["payload"])
        for name, (topic, variations) in RESPONSES.items()
        for variation in variations
        for button in variation.get("buttons", ())
    ]


def test_every_fixed_intent_is_in_the_domain():
    assert len(FIXED_INTENTS) == len(set(FIXED_INTENTS)) == 73
    assert sorted(DOMAIN["intents"]) == sorted({*FIXED_INTENTS, *OURS})


def test_every_intent_has_one_rule_and_every_rule_is_for_intents_that_exist():
    ruled = [intent for _, rule in RULES for intent in intents_of(rule)]
    assert sorted(ruled) == sorted(DOMAIN["intents"])


@pytest.mark.parametrize(("file", "rule"), RULES, ids=[rule["rule"] for _, rule in RULES])
def test_a_rule_starts_with_what_was_said_and_ends_with_what_is_done(file, rule):
    assert set(rule) == {"rule", "steps"}
    assert actions_of(rule)
    for action in actions_of(rule):
        assert action in DOMAIN["actions"] or action in RESPONSES, action


LEAVES = {"pause", "stop", "goodbye"}
SAFETY = set(FIXED_INTENTS[:6])


@pytest.mark.parametrize(("file", "rule"), RULES, ids=[rule["rule"] for _, rule in RULES])
def test_every_interruption_ends_by_asking_the_open_question_again(file, rule):
    asks = actions_of(rule)[-1] == "action_ask"
    assert asks != bool(set(intents_of(rule)) & (LEAVES | SAFETY))


def test_rules_have_one_name_each():
    names = [rule["rule"] for _, rule in RULES]
    assert sorted(names) == sorted(set(names))


def test_actions_are_declared_once_and_used():
    used = {action for _, rule in RULES for action in actions_of(rule) if action.startswith("action_")}
    assert len(DOMAIN["actions"]) == len(set(DOMAIN["actions"]))
    assert used == set(DOMAIN["actions"])


def test_no_session_of_rasa_ends_by_itself():
    """A gap of two days or thirty resumes at the same question."""
    assert DOMAIN["session_config"] == {"session_expiration_time": 0, "carry_over_slots_to_new_session": True}


def test_rasa_remembers_nothing_that_somebody_typed():
    assert {name: slot["type"] for name, slot in DOMAIN["slots"].items()} == {
        "door": "categorical",
        "about_them": "bool",
        "easy_read": "bool",
    }
    mapped = [mapping["type"] for slot in DOMAIN["slots"].values() for mapping in slot["mappings"]]
    assert set(mapped) <= {"custom"}, "no slot is filled from an entity or a text"
    assert "forms" not in DOMAIN


# --- responses and the code that says them ----------------------------------------------------------------------------


def said_in_code():
    """(file, line, name, names of values) of every `say("utter_…")` in the code."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "say" and node.args:
                names = [c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant)]
                values = {keyword.arg for keyword in node.keywords} - {"buttons", "links", "told"}
                for name in names:
                    if str(name).startswith("utter_"):
                        yield path.name, node.lineno, name, values


SAID = list(said_in_code())


def test_there_is_something_to_check():
    assert len(SAID) > 50


def _as_given(value):
    """A value of people has a twin with a capital, to begin a sentence with (`bot/stages/called.py`)."""
    return value.lower() if value.lower() in OF_PEOPLE else value


@pytest.mark.parametrize(("file", "line", "name", "values"), SAID, ids=[f"{s[0]}:{s[1]}:{s[2]}" for s in SAID])
def test_what_code_says_exists_and_gets_its_values(file, line, name, values):
    assert name in RESPONSES
    assert {_as_given(each) for each in variables()[name]} == values


def test_every_name_of_a_response_in_code_exists():
    named = {
        (path.name, name)
        for path in CODE
        for name in re.findall(r"[\"'](utter_\w+)[\"']", path.read_text(encoding="utf-8"))
    }
    assert sorted((file, name) for file, name in named if name not in RESPONSES) == []


def test_whatever_somebody_is_told_to_say_is_understood_word_for_word():
    told = [
        (name, phrase)
        for name, (_, variations) in RESPONSES.items()
        for variation in variations
        for group in TOLD_TO_SAY.findall(variation["text"])
        for phrase in re.findall(r"'([^']+)'", group)
    ]
    assert len(told) > 15
    unknown = [
        (name, phrase)
        for name, phrase in told
        if command(phrase) is None
        and not elsewhere(phrase, answering=True)
        and not offered(phrase)
        and phrase not in ANSWERS_HERE.get(name, set())
    ]
    assert unknown == []


def test_a_response_in_a_rule_needs_no_values():
    """Rasa fills a variable that it does not know with nothing that makes sense."""
    ruled = {action for _, rule in RULES for action in actions_of(rule) if action.startswith("utter_")}
    assert {name: variables()[name] for name in ruled if variables()[name]} == {}


CHOOSES = {"door": DOMAIN["slots"]["door"]["values"], "about_them": [True], "easy_read": [True]}


def test_only_whom_it_is_about_and_easy_read_choose_a_wording():
    for name, (_, variations) in RESPONSES.items():
        conditions = [variation.get("condition") for variation in variations]
        assert conditions[-1] is None, f"{name}: the last variation holds for everybody"
        for condition in conditions:
            for one in condition or ():
                assert one["type"] == "slot"
                assert one["value"] in CHOOSES[one["name"]]
        named = {one["value"] for condition in conditions for one in condition or () if one["name"] != "easy_read"}
        both = True in named and named & {"close", "writing"}
        assert not both, f"{name}: two would fit as closely, and one be drawn at random"


@pytest.mark.parametrize(("topic", "name", "payload"), payloads(), ids=str)
def test_a_button_means_something(topic, name, payload):
    if topic == "safety":
        assert payload.startswith("safety-")
        return
    if topic == "holding":
        assert payload == "holding-try-again"
        return
    if topic == "joining":
        assert payload in {"joining-yes", "joining-no"}
        return
    intent, colon, value = payload.partition(":")
    assert intent in DOMAIN["intents"]
    assert (intent == "choose") == bool(colon) == bool(value)
    assert re.fullmatch(r"[a-z_]+(:[a-z0-9_]+)?", payload)


def test_a_value_of_a_button_is_known_to_the_stages():
    stages = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "stages").glob("*.py"))
    model = "\n".join(
        (ROOT / "bot" / "model" / f"{name}.py").read_text(encoding="utf-8") for name in ("position", "topics")
    )
    unknown = {
        payload
        for topic, _, payload in payloads()
        if payload.startswith("choose:") and not payload[7:].isdecimal() and f'"{payload[7:]}"' not in stages + model
    }
    assert unknown == set()
