"""The texts of data/information: each is short, plain and true to the sources, and each can be reached."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from bot.information.loader import read_information
from bot.model.information import QUESTIONS, Pathway
from bot.signposting.seed import read_seed
from bot.stages.after_death_steps import STEPS
from bot.understanding.needs import TEXTS as NAMED
from tests.repo.test_easy_read import HARD, LONGEST_SENTENCE, LONGEST_TEXT
from tests.repo.test_words import messages, sentences, word_count

ROOT = Path(__file__).parents[2]
TEXTS = read_information().texts
OFFERED = [entry for entry in read_seed() if not entry.held_back and not entry.closed]
PHONE = re.compile(r"\b0\d[\d ]{6,}\d\b|\b116 \d+\b")
READ_BEFORE = {
    "bjgp.org", "carersuk.org", "coalitionforpersonalisedcare.org.uk", "digitallegacyassociation.org", "docslib.org",
    "dyingmatters.org", "gloshospitals.nhs.uk", "hta.gov.uk", "mentalcapacitylawandpolicy.org.uk", "ncbi.nlm.nih.gov",
    "nhs.uk", "organdonation.nhs.uk", "resus.org.uk", "spcare.bmj.com", "theprsb.org", "ukcen.net",
}  # fmt: skip
"""Sites that this project's research or its earlier texts name; the rest are in the directory of services."""
ids = [text.id for text in TEXTS]


def one_each(function):
    return pytest.mark.parametrize("text", TEXTS, ids=ids)(function)


def easy_parts(text):
    """What is worded here and shown to somebody who asked for easy read."""
    return [*text.easy_read, *text.differences.values(), text.title]


def test_there_is_a_text_for_every_question_and_stage():
    assert sorted(intent for text in TEXTS for intent in text.answers) == sorted(QUESTIONS)
    assert {text.stage for text in TEXTS} == set(Pathway)
    assert all(sum(text.stage is stage for text in TEXTS) >= 2 for stage in Pathway)


def test_the_questions_are_those_of_the_rule():
    (rule,) = yaml.safe_load((ROOT / "data" / "rules" / "information.yml").read_text(encoding="utf-8"))["rules"]
    assert tuple(step["intent"] for step in rule["steps"][0]["or"]) == QUESTIONS


def test_every_need_that_words_name_has_a_text():
    assert set(ids) >= NAMED


def test_every_text_can_be_reached_from_a_question():
    onward = {text.id: text.leads_on_to for text in TEXTS}
    reached: set[str] = set()
    waiting = [text.id for text in TEXTS if text.answers or text.id in NAMED]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += onward[here]
    assert reached == set(onward)


@one_each
def test_nobody_is_named_by_a_diagnosis(text):
    named = f"{text.id} {text.title} {text.need}"
    assert not re.search(r"cancer|dementia|disease|failure|copd|mnd", named, re.IGNORECASE)


@one_each
def test_it_gives_no_dose_and_no_time_left(text):
    said = " ".join([*text.messages, *text.easy_read, *text.differences.values()])
    assert not re.search(r"\b\d+ ?(?:mg|ml|mcg|micrograms?|milligrams?|tablets?)\b", said, re.IGNORECASE)
    assert not re.search(r"\b(?:days|hours|weeks) (?:left|to live)\b", said, re.IGNORECASE)


@one_each
def test_its_numbers_are_those_of_the_directory(text):
    listed = {phone.number for entry in OFFERED for phone in entry.phones}
    said = " ".join([*text.messages, *text.easy_read, *text.differences.values()])
    assert {*(each.phone for each in text.ask if each.phone), *PHONE.findall(said)} <= listed


@one_each
def test_its_pages_are_on_sites_that_were_read(text):
    known = {urlsplit(entry.url).hostname for entry in OFFERED if entry.url}
    known |= {urlsplit(address).hostname for step in STEPS for _, address in step.sources.values()}
    sites = {site.removeprefix("www.") for site in known} | READ_BEFORE
    named = {urlsplit(page.address).hostname for page in (*text.read_more, *text.sources)}
    assert {site.removeprefix("www.") for site in named} <= sites


@one_each
def test_its_easy_wording_is_easy(text):
    for part in easy_parts(text):
        assert not [one for one in sentences(part) if word_count(one) > LONGEST_SENTENCE], part
        assert not HARD.findall(part), part
    assert sum(word_count(part) for part in text.easy_read) <= LONGEST_TEXT


@one_each
def test_its_easy_wording_says_the_same(text):
    usual, easy = (" ".join(parts) for parts in (text.messages, text.easy_read))
    for pattern in (r"\b\d[\d ]{2,}\d\b", r"\b(?:111|999)\b", r"\b[a-z.-]+\.(?:uk|org|com)\b[\w/.-]*"):
        assert set(re.findall(pattern, easy)) == set(re.findall(pattern, usual)), pattern


@one_each
def test_a_text_of_the_law_says_what_holds_elsewhere(text):
    if re.search(r"England|\blegal|by law|Public Guardian", " ".join(text.messages)):
        assert {nation.value for nation in text.differences} >= {"Scotland", "Northern Ireland"}


@one_each
def test_whoever_is_told_of_111_learns_what_it_is_in_northern_ireland(text):
    if "111" in " ".join(text.messages):
        assert "Northern Ireland" in text.differences


@one_each
def test_who_wrote_it_is_said_and_a_clinician_only_with_name_and_profession(text):
    assert text.written_by
    name, _, profession = text.reviewed_by.partition(", ")
    assert text.reviewed_by == "not yet reviewed by a clinician" or (name and profession)
    assert (text.review_by - text.reviewed_on).days <= 366


@one_each
def test_rasa_does_not_take_it_for_its_own(text):
    """Rasa looks through data/ for files with such a line, and would train on it."""
    words = (ROOT / "data" / "information" / text.stage / f"{text.id}.yml").read_text(encoding="utf-8")
    assert not re.search(r"(?m)^\s*(?:nlu|stories|rules|responses|intents|entities|slots|forms|actions):", words)


@one_each
def test_each_message_is_one(text):
    assert [len(messages(part)) for part in (*text.messages, *text.easy_read)] == [1, 1, 1, 1]
