"""The lines that intents are learnt from: each name has enough; none repeats, nearly repeats or has two intents."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from tests.repo.alike import twins
from tests.repo.training_lines import LEARNT, NLU, NLU_FILES, ROOT, TALK, TALK_FILES

SAFETY = frozenset(
    "emergency suicidal passive_death_wish urgent_symptoms safeguarding death_just_happened".split()  # noqa: SIM905
)
VOCABULARY = """
    emergency suicidal passive_death_wish urgent_symptoms safeguarding death_just_happened

    greet goodbye thank affirm deny help ask_who_are_you skip go_back pause resume stop start_over
    ask_clarify ask_why_asking set_reminder

    plan_conversation focus_on_what_matters record_summary review_summary edit_summary share_summary
    reflect_on_conversation give_feedback

    ask_privacy ask_who_viewed withdraw_consent delete_my_data get_copy

    ask_how_to_start_talking ask_talk_to_children ask_advance_care_planning ask_adrt ask_lpa ask_cpr
    ask_place_of_care ask_what_to_expect ask_comfort ask_out_of_hours ask_carer_support ask_money
    ask_wills_funerals ask_organ_donation ask_digital_legacy ask_spiritual ask_assisted_dying
    ask_medical_advice

    find_support volunteer_help bereavement_support bereaved_child bereaved_suicide bereaved_sudden
    baby_loss anticipatory_grief report_directory_error

    express_distress express_fear express_anger express_guilt express_loneliness express_peace
    express_uncertainty

    inform out_of_scope abusive chitchat
"""
INTENTS = VOCABULARY.split()
FIXED = frozenset(INTENTS)
WITHOUT_EXAMPLES = frozenset({"choose", "arrive", "ask_in_passing"})
"""A button with a value, a page opened, whole sentences that are read word for word: never guessed."""

FEWEST_FOR_RASA = 25
FEWEST = defaultdict(lambda: 150, inform=2_000) | dict.fromkeys(SAFETY, 1_000)
"""Lines of an intent in data/nlu and data/talk together."""
FEWEST_ORDINARY_TALK = 4_000
"""Lines of data/talk that are no crisis: without them the safety screen hears one in every mention of dying."""

MARKUP = re.compile(r"^\s*/|[\[\]{}<>]|\]\(|^\(|\t|https?://")


def test_the_table_is_the_whole_vocabulary():
    assert len(INTENTS) == len(FIXED)
    assert not FIXED & WITHOUT_EXAMPLES
    assert SAFETY < FIXED


def test_every_intent_is_declared_in_the_domain():
    declared = set(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])

    assert sorted((FIXED | WITHOUT_EXAMPLES) - declared) == []


@pytest.mark.parametrize("path", NLU_FILES, ids=lambda path: path.name)
def test_a_file_is_what_rasa_reads(path: Path):
    document = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert set(document) == {"version", "nlu"}
    assert document["version"] == "3.1"
    assert all(set(block) == {"intent", "examples"} for block in document["nlu"])


@pytest.mark.parametrize("path", TALK_FILES, ids=lambda path: path.name)
def test_a_file_of_talk_is_situations_with_labelled_lines(path: Path):
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row]
    wrong = [row for row in rows if not re.fullmatch(r"# \S.*|[a-z_]+\t\S[^\t]*", row)]

    assert wrong == []
    assert rows[0].startswith("# ")


def test_every_intent_has_enough_lines():
    counts = Counter(line.intent for line in LEARNT)

    assert {name: counts[name] for name in sorted(FIXED) if counts[name] < FEWEST[name]} == {}


def test_rasa_has_enough_examples_of_every_intent():
    counts = Counter(line.intent for line in NLU)

    assert {name: counts[name] for name in sorted(FIXED) if counts[name] < FEWEST_FOR_RASA} == {}


def test_there_is_enough_ordinary_talk():
    assert sum(line.intent not in SAFETY for line in TALK) >= FEWEST_ORDINARY_TALK


def test_no_intent_outside_the_table_has_examples():
    assert sorted({line.intent for line in LEARNT} - FIXED) == []


def test_no_line_has_two_intents():
    labels = defaultdict(set)
    for line in LEARNT:
        labels[line.plain].add(line.intent)

    assert {text: sorted(names) for text, names in labels.items() if len(names) > 1} == {}


def test_no_line_is_there_twice_or_nearly_so():
    assert [f"{line}  =  {other}" for line, other in twins(LEARNT)] == []


def test_no_line_holds_markup_or_a_command():
    assert [str(line) for line in LEARNT if not line.text or MARKUP.search(line.text)] == []
