"""Everything that is held, as a zip: a page that people can read, a file for programs, and the notes in print."""

import io
import json
import zipfile
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.exports.everything import as_page, present_held
from bot.exports.everything_words import SECTIONS
from bot.exports.files import all_that_is_held
from bot.model.sharing import SharedLine, SharedSection, SharedSummary
from bot.records.held import GIVEN

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
NASTY = "<script>alert(1)</script> {{7*7}} & 'so' \u202e"
NOTES = SharedSummary(
    "", "the person themselves", (SharedSection("My wellness", (SharedLine("a nap", None),)),), 3, NOW, None
)
HELD = {
    "kept_versions": [
        {
            "id": "9f3",
            "version": 1,
            "door": "me",
            "lines": [{"heading": "My wellness", "kind": "added", "words": NASTY}],
            "supported": "Ann",
            "created_at": NOW,
        }
    ],
    "team_promises": [{"state": "partly", "due": date(2026, 12, 1), "words": "a chair", "made_by": "a2"}],
    "team_shares": [{"sections": ["most_important", "people"], "team": "Care team", "stopped_at": None}],
}


class Text(HTMLParser):
    """The text of a page, and the tags in it."""

    def __init__(self, page):
        super().__init__()
        self.said, self.tags, self.open = "", [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said += data


def unpacked(held=HELD, notes=NOTES):
    file = all_that_is_held(held, notes, "Bramble Hospice", NOW)
    assert (file.name, file.kind) == ("what-matters-everything.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(file.content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_it_has_a_page_to_read_first_a_file_for_programs_and_the_notes_in_print():
    files = unpacked()

    assert list(files) == ["start-here.html", "everything.json", "what-matters.pdf"]
    assert files["what-matters.pdf"].startswith(b"%PDF")
    assert list(unpacked(notes=None)) == ["start-here.html", "everything.json"]
    assert "what-matters.pdf" in files["start-here.html"].decode()


def test_the_file_for_programs_has_every_word_as_it_was_written():
    held = json.loads(unpacked()["everything.json"])

    assert held["kept_versions"][0]["lines"][0]["words"] == NASTY
    assert held["kept_versions"][0]["created_at"] == "2026-11-22T10:15:00+00:00"
    assert held["team_promises"][0]["due"] == "2026-12-01"
    assert held["made"].startswith("Made on 22 November 2026 at 10:15")


def test_the_page_says_it_in_plain_words_and_leaves_numbers_to_programs():
    page = Text(unpacked()["start-here.html"].decode())
    said = " ".join(page.said.split())

    for words in (
        "Made on 22 November 2026 at 10:15 with What Matters, which is run by Bramble Hospice.",
        "They are not an advance decision, or a legal or clinical document.",
        "There may be more by now.",
        "What you kept Each version of your notes, the oldest first.",
        "My wellness <script>",
        "Supported to write this by Ann",
        "State Partly done Due 1 December 2026",
        "What is most important to me People who are important to me",
        "These could be held here, and nothing is. What you said and have not kept What you said yes to",
    ):
        assert words in said, words
    assert "9f3" not in said
    assert "Stopped" not in said


ONE, TWO, THREE = (f"{number}c051d93-184c-4ba6-9c3e-dc6829b05622" for number in (1, 2, 3))
LINKED = {
    "shares": [{"id": ONE, "recipient": "Aunt Nell"}],
    "team_shares": [{"id": TWO, "team": "Meadow Ward"}],
    "openings": [{"share_id": ONE, "opened_at": NOW}],
    "team_openings": [{"share_id": TWO, "opened_at": NOW}],
    "consents": [{"purpose": "share_team", "subject": TWO, "recipient": THREE}],
    "messages": [
        {"intent": "share_summary", "created_at": NOW, "applied_at": NOW},
        {"intent": "nlu_fallback", "created_at": NOW, "applied_at": NOW},
    ],
    "kept_versions": [{"version": 1, "lines": [], "plan": {"hour": "unsaid", "made": False}}],
    "audit": [
        {"actor": f"reader:{ONE}", "action": "shared page opened", "subject": ONE, "at": NOW},
        {"actor": f"staff:{THREE}", "action": "consent given: share_team", "subject": "version 2", "at": NOW},
        {"actor": f"trusted_one:{THREE}", "action": "death confirmed", "subject": THREE, "at": NOW},
        {"actor": "job:retention", "action": "forgotten", "subject": "", "at": NOW},
        {"actor": "job:safety", "action": "safety reply given", "subject": "passive_death_wish.not_wake", "at": NOW},
        {"actor": "job:safety", "action": "safety reply given", "subject": "trained.safeguarding", "at": NOW},
        {"actor": "job:safety", "action": "safety reply given", "subject": "answer.any.yes", "at": NOW},
    ],
}


def test_the_page_has_names_where_programs_have_ids():
    files = unpacked(LINKED)
    said = " ".join(Text(files["start-here.html"].decode()).said.split())

    for words in (
        "Which the link for Aunt Nell Opened 22 November 2026 at 10:15",
        "Which Meadow Ward Opened",
        "Purpose Share with a team Of what Meadow Ward",
        "Kind share summary",
        "Who Whoever opened the link for Aunt Nell What shared page opened Of what the link for Aunt Nell",
        "Who Somebody of the staff What consent given: share team Of what version 2",
        "Who Somebody you trust to say that you died What death confirmed",
        "Kind Not understood",
        "Who This service, by the clock What forgotten",
        "Who This service What safety reply given Of what a wish to be dead, or not to wake",
        "Of what harm by somebody",
        "Of what what you wrote",
    ):
        assert words in said, words
    assert not any(each in said for each in (ONE, TWO, THREE, "unsaid", "Applied", "Plan", "death_wish", "trained."))
    assert json.loads(files["everything.json"])["openings"][0]["share_id"] == ONE


def test_nothing_that_was_written_becomes_part_of_the_page():
    page = Text(unpacked()["start-here.html"].decode())

    assert NASTY in page.said
    assert "script" not in page.tags
    assert page.open == []


def test_each_kind_that_is_given_has_its_place_on_the_page():
    assert set(SECTIONS) == {held.name for held in GIVEN} | {"telegram"}
    assert [view.title for view in present_held({})] == [title for title, _ in SECTIONS.values()]


@given(st.text(min_size=1).filter(lambda words: "\r" not in words and "\x00" not in words))
def test_whatever_was_written_is_on_the_page(words):
    held = {"complaints": [{"words": words}]}

    assert words in Text(as_page(held, (), "Made now.")).said
