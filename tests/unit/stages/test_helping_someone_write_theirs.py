"""Somebody types what another person says: the words stay that person's, and who helped stands beside them."""

import pytest

from bot.exports.summary import present_own_copy, present_shared
from bot.exports.text import as_text
from bot.model.position import Door, Question
from bot.stages.share_pages import SharedPages
from bot.stages.team_pages import TeamPages
from bot.understanding.answers import door
from bot.understanding.written_for import written_for
from bot.web.staff.person_presenters import facts as team_facts
from bot.web.staff.person_presenters import heading_of
from tests.unit.fakes import holds
from tests.unit.stages.talking import at, share_with
from tests.unit.team_store import CARE
from tests.unit.team_store import staff as member

LINE = ("Supported to write this by", "Jo, volunteer")


@pytest.fixture
def written(talk):
    """Up to where it is read back, with the name of who helped."""
    talk.does("arrive")
    talk.presses("writing")
    for words in ("my hens", "they know me", "an egg from them"):
        talk.types(words)
    talk.presses("enough")
    talk.types("Jo, volunteer")
    return talk


@pytest.fixture
def kept(written):
    written.presses("right")
    written.presses("keep")
    return written


FIRST_WORDS = [
    ("hello im a volunteer at the hospice helping stan write his", "Stan"),
    ("helping my neighbour Joan to write hers", "Joan"),
    ("here to help a lady called Rose write hers down", "Rose"),
    ("hi, I am with Mr Jones, writing it for him", "Mr Jones"),
    ("I'm a nurse at Weldmar, helping a patient write what matters", ""),
    ("helping my dad write it down", "your dad"),
]


@pytest.mark.parametrize(("words", "about"), FIRST_WORDS)
def test_whoever_says_first_whom_they_help_goes_in_and_it_is_no_answer(talk, words, about):
    assert talk.types(words) == ["utter_welcome_hello", "utter_focus_ask_what"]
    assert (talk.position.door, talk.draft.opening) == (Door.WRITING, "")
    assert talk.value("utter_focus_ask_what", "them") == (about or "them")


def test_said_where_the_door_is_asked_it_is_no_answer_either(talk):
    talk.does("arrive")
    talk.types(FIRST_WORDS[0][0])
    assert (talk.position.door, talk.draft.opening, talk.lines) == (Door.WRITING, "", [])


def test_their_name_once_more_is_no_answer(talk):
    talk.types(FIRST_WORDS[0][0])
    assert "utter_focus_named" in talk.types("Stan")
    assert talk.lines == []


@pytest.mark.parametrize(
    "words",
    ["I'm helping Stan", "help me write mine", "helping my mum write her will", "I need help to write this down",
     "helping him to write to his son", "can you help me write it for my dad"],
)  # fmt: skip
def test_other_help_is_not_writing_theirs(words):
    assert written_for(words) is None


def test_who_helps_is_asked_once_before_it_is_read_back(talk):
    talk.does("arrive")
    talk.presses("writing")
    talk.types("my hens")
    talk.types("they know me")
    talk.types("skip")
    assert talk.presses("enough") == ["utter_record_ask_helped"]
    assert talk.types("skip")[:2] == ["utter_focus_left_aside", "utter_record_read_back"]
    talk.presses("right")
    talk.presses("keep")
    assert talk.kept.supported == ""
    assert talk.does("edit_summary")[0] == "utter_record_read_back"


def test_it_is_read_back_with_who_helped(written):
    assert written.question is Question.RECORD_CHECK
    assert written.value("utter_record_supported", "words") == "Jo, volunteer"


def test_the_yes_is_asked_of_the_one_whose_words_they_are(written):
    assert written.presses("right") == ["utter_record_their_yes", "utter_record_ask_consent"]


def test_it_is_kept_as_their_words_with_who_helped(kept):
    assert (kept.kept.door, kept.kept.supported) == (Door.WRITING, "Jo, volunteer")
    assert kept.draft.supported == ""
    kept.does("review_summary")
    assert kept.value("utter_record_supported", "words") == "Jo, volunteer"


def test_who_helped_is_sealed_like_the_words(kept, store_folder):
    assert not holds(store_folder, "Jo, volunteer")


def test_a_change_keeps_who_helped_with_the_newer_version(kept):
    kept.does("edit_summary")
    kept.types("take out 2")
    kept.presses("right")
    kept.presses("keep")
    assert (kept.kept.version, kept.kept.supported) == (2, "Jo, volunteer")


def test_who_helped_can_be_changed_and_taken_out(kept):
    kept.does("edit_summary")
    assert kept.presses("helped") == ["utter_focus_earlier", "utter_record_ask_helped"]
    kept.types("Ann, my niece")
    assert kept.value("utter_record_supported", "words") == "Ann, my niece"
    kept.presses("helped")
    assert "utter_record_supported" not in kept.presses("take_out")


def test_a_person_who_writes_for_themselves_can_say_who_helped(talk):
    at(talk, Question.RECORD_CHECK)
    talk.presses("helped")
    talk.types("my daughter")
    talk.presses("right")
    talk.presses("keep")
    assert (talk.kept.door, talk.kept.supported) == (Door.ME, "my daughter")


def test_a_person_who_writes_for_themselves_is_not_asked(talk):
    assert "utter_record_ask_helped" not in [say.response for say in at(talk, Question.RECORD_CHECK).heard]


def test_whoever_reads_it_sees_who_helped(kept):
    token, pin = share_with(kept, "Aunt May")
    shown = present_shared(SharedPages(kept.begin).open(token, pin))
    assert LINE in shown.facts
    assert ("Written by", "someone helping, as the person said it") in shown.facts
    assert shown.notice[0] == "These are notes about what matters, typed by someone else as the person said it."


def test_sharing_asks_the_one_whose_words_they_are(kept):
    kept.does("share_summary")
    kept.types("Aunt May")
    kept.presses("everything")
    assert kept.presses("7") == ["utter_record_their_yes", "utter_share_ask_consent"]


def test_the_copy_says_who_helped(kept):
    kept.does("get_copy")
    kept.presses("one_page")
    ((_, url),) = kept.links()
    copy = present_own_copy(SharedPages(kept.begin).own_copy(url.rsplit("/", 1)[1]))
    assert ": ".join(LINE) in as_text(copy, "Made now.").splitlines()


def test_a_team_sees_who_helped(kept):
    kept.does("share_summary")
    kept.presses(f"team:{CARE}")
    kept.presses("no_name")
    kept.presses("everything")
    kept.presses("30")
    kept.presses("share")
    pages = TeamPages(kept.begin, lambda account: account)
    staff = member("a1")
    (item,) = pages.inbox(staff, CARE, None, 1).items
    shown = pages.open(staff, item.share)
    assert LINE in team_facts(shown, "Care")
    assert heading_of(shown)[0] == "What matters to me"


def test_a_copy_that_nobody_helped_with_says_nothing_of_it(talk):
    at(talk, None)
    talk.does("get_copy")
    talk.presses("one_page")
    ((_, url),) = talk.links()
    facts = present_own_copy(SharedPages(talk.begin).own_copy(url.rsplit("/", 1)[1])).facts
    assert "Supported to write this by" not in dict(facts)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("I'm helping my mum write hers", "writing"),
        ("helping someone to write theirs", "writing"),
        ("I am typing for Mr Okafor", "writing"),
        ("I support a man in my care home to fill this in", "writing"),
        ("I need help to write this", None),
        ("please help me write it, it is for me", "me"),
        ("I need support with writing", None),
        ("I'm helping my mum", "close"),
        ("I am here to help others", "helping"),
        ("my dad died and I'm helping mum write the notice", "grieving"),
    ],
)
def test_the_door_is_named_in_words(words, meant):
    assert door(words) == meant


HELPERS = [
    ("Im a care worker im helping Ron write his", "Ron"), ("im helping Arthur", "Arthur"),
    ("I'm a student nurse with Mrs Bell writing hers", "Mrs Bell"), ("here to help Ron", "Ron"),
    ("I'm a support worker at the home helping Joan fill it in", "Joan"), ("I'm his grandson", ""),
    ("I'm a care worker", ""), ("this is Sue his daughter", ""), ("I'm typing for Joan", "Joan"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "about"), HELPERS)
def test_who_helps_whom_told_at_the_first_question_is_not_their_words(talk, words, about):
    talk.does("arrive")
    talk.presses("writing")
    assert talk.types(words)[0] == "utter_focus_their_words"
    assert (talk.lines, talk.question) == ([], Question.FOCUS_WHAT)
    assert talk.value("utter_focus_ask_what", "them") == (about or "them")


@pytest.mark.parametrize("words", ["helping others", "my grandson", "I was a nurse for forty years", "I'm a gardener"])
def test_what_they_tell_of_themselves_is_their_words(talk, words):
    talk.does("arrive")
    talk.presses("writing")
    talk.types(words)
    assert talk.lines == [words]


def test_later_on_to_help_somebody_may_matter(talk):
    talk.does("arrive")
    talk.presses("writing")
    talk.types("my allotment")
    talk.types("I'm helping Arthur")
    assert talk.lines == ["my allotment", "I'm helping Arthur"]


def test_whether_to_write_without_them_is_answered(talk):
    talk.does("arrive")
    talk.presses("writing")
    assert talk.types("can i write it without him here")[0] == "utter_focus_without_them"
    assert talk.lines == []
