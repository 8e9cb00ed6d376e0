"""Somebody decides who sees it, looks who has, and stops it."""

import pytest

from bot.model.headings import Heading
from bot.model.position import Question
from bot.records.consent import Purpose
from bot.records.sharing import ShareClosedError
from bot.stages.share_pages import SharedPages
from tests.unit.stages.talking import at, share_with


@pytest.fixture
def kept(talk):
    return at(talk, None)


@pytest.fixture
def pages(begin):
    return SharedPages(begin)


def test_without_a_summary_there_is_nothing_to_share(talk):
    talk.does("arrive")
    talk.presses("me")
    assert talk.does("share_summary") == ["utter_share_nothing_kept", "utter_focus_ask_what"]
    assert talk.shares == ()


def test_the_whole_way(kept, pages):
    token, pin = share_with(kept, "  Aunt   May ")
    (share,) = kept.shares
    assert share.recipient == "Aunt May"
    assert share.sections == (Heading.MOST_IMPORTANT, Heading.SUPPORT)
    shown = pages.open(token, pin)
    assert shown.sections[0].lines[0].words == "my garden"
    assert kept.question is None
    assert kept.draft.recipient == ""


def test_only_chosen_parts_are_shown(kept, pages):
    kept.does("share_summary")
    kept.types("Ravi")
    kept.presses("support")
    kept.presses("done")
    kept.presses("30")
    assert kept.value("utter_share_ask_consent", "sections") == Heading.SUPPORT.label
    assert kept.value("utter_share_ask_consent", "until") == "21 December 2026"
    kept.presses("share")
    ((_, url),) = next(say.links for say in kept.heard if say.links)
    shown = pages.open(url.rsplit("/", 1)[1], kept.value("utter_share_pin", "pin").replace(" ", ""))
    assert [section.heading for section in shown.sections] == [Heading.SUPPORT.label]


def test_a_part_may_be_put_back(kept):
    kept.does("share_summary")
    kept.types("Ravi")
    kept.presses("support")
    kept.presses("most_important")
    kept.presses("support")
    assert kept.position.sections == (Heading.MOST_IMPORTANT,)
    kept.types("that's all")
    assert kept.question is Question.SHARE_EXPIRY
    kept.types("go back")
    kept.presses("most_important")
    assert kept.position.sections == ()
    kept.presses("done")
    assert kept.question is Question.SHARE_SECTIONS


NEARLY = [
    "I suppose",
    "maybe",
    "yes but not the last part",
    "👍",
    "if he wants",
    "that's right",
    "keep it",
    "yes keep it",
    "yes delete it",
    "looks good",
    "yes?",
    "go on then, no wait",
]


@pytest.mark.parametrize("words", NEARLY)
def test_only_a_clear_yes_shares(talk, words):
    at(talk, Question.SHARE_CONSENT)
    talk.types(words, "affirm")
    assert talk.shares == ()


@pytest.mark.parametrize("choice", ["keep", "delete", "everything", "done", "right", "7", "all"])
def test_no_other_button_shares(talk, choice):
    at(talk, Question.SHARE_CONSENT)
    talk.presses(choice)
    assert talk.shares == ()


def test_the_yes_is_stored_with_its_words(kept):
    share_with(kept, "Aunt May")
    (share,) = kept.shares
    with kept.begin() as records:
        assert records.consents.stands(kept.person, Purpose.SHARE, share.id)


@pytest.mark.parametrize("question", [Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT])
@pytest.mark.parametrize("does", ["yes", "<share>", "<7>", "<everything>", None])
def test_a_reader_whose_name_expired_is_asked_for_again(talk, question, does):
    at(talk, question)
    with talk.begin() as records:
        records.drafts.drop(talk.person)
        records.commit()
    if does is None:
        talk.does("resume")
    else:
        talk.presses(does[1:-1]) if does[0] == "<" else talk.types(does)
    assert talk.question is Question.SHARE_WHO
    assert talk.shares == ()


@pytest.mark.parametrize(
    "name", ["{recipient}", "<b>May</b>", "مي", "🌻", "x" * 80, "May\nand June", "Dr O'Neill & co"]
)
def test_any_name_will_do(kept, name):
    share_with(kept, name)
    assert kept.shares[0].recipient == " ".join(name.split())
    kept.does("ask_who_viewed")


# --- who has looked ---------------------------------------------------------------------------------------------------


def test_nobody_has_looked_when_nobody_may(kept):
    assert kept.does("ask_who_viewed")[0] == "utter_share_nobody"


def test_who_has_looked_and_when(kept, pages, clock):
    token, pin = share_with(kept, "Aunt May")
    assert kept.does("ask_who_viewed")[:2] == ["utter_share_not_viewed", "utter_share_open_until"]
    pages.open(token, pin)
    assert kept.does("ask_who_viewed")[0].startswith("utter_share_viewed")
    clock.move(hours=3)
    pages.open(token, pin)
    kept.does("ask_who_viewed")
    assert kept.heard[0].values["last"] == "21 November 2026 at 12:30"
    assert kept.heard[0].values["times"] == "2"


def test_an_expired_or_locked_link_is_called_so(kept, pages, clock):
    from bot.records.sharing import WrongPinError

    token, _ = share_with(kept, "Aunt May")
    for _ in range(5):
        with pytest.raises((WrongPinError, ShareClosedError)):
            pages.open(token, "x")
    assert kept.does("ask_who_viewed")[1] == "utter_share_locked"
    clock.move(minutes=1)
    share_with(kept, "Ravi")
    clock.move(days=8)
    said = kept.does("ask_who_viewed")
    assert said[:2] == ["utter_share_not_viewed", "utter_share_closed"]
    assert "utter_share_open_until" not in said


# --- stopping ---------------------------------------------------------------------------------------------------------


def test_with_nothing_shared_there_is_nothing_to_stop(kept):
    assert kept.does("withdraw_consent")[0] == "utter_share_nothing_to_stop"
    assert kept.kept is not None
    assert kept.question is None


def test_one_share_stops_at_once(kept, pages):
    token, pin = share_with(kept, "Aunt May")
    assert kept.does("withdraw_consent")[0] == "utter_share_stopped_unseen"
    with pytest.raises(ShareClosedError):
        pages.open(token, pin)
    assert kept.kept is not None


def test_stopping_says_what_it_cannot_undo(kept, pages):
    token, pin = share_with(kept, "Aunt May")
    pages.open(token, pin)
    assert kept.does("withdraw_consent")[0] == "utter_share_stopped_seen"


def share_three(kept):
    return {name: share_with(kept, name) for name in ("Aunt May", "Ravi", "🌻")}


@pytest.mark.parametrize(
    ("what", "stopped"),
    [
        ("Ravi", {"Ravi"}),
        ("please stop ravi's", {"Ravi"}),
        ("stop it for Ravi please", {"Ravi"}),
        ("Aunt May and Ravi", {"Aunt May", "Ravi"}),
        ("<all>", {"Aunt May", "Ravi", "🌻"}),
        ("everyone", {"Aunt May", "Ravi", "🌻"}),
        ("Mayor", set()),
        ("<nonsense>", set()),
        ("no", set()),
        ("🌻", set()),
        ("<🌻>", {"🌻"}),
        ("<Ravi>", {"Ravi"}),
    ],
)
def test_one_of_several_is_stopped_and_no_other(kept, pages, what, stopped):
    links = share_three(kept)
    assert kept.does("withdraw_consent") == ["utter_share_ask_stop_which"]
    ids = {share.recipient: share.id for share in kept.shares}
    if what[0] == "<":
        kept.presses(ids.get(what[1:-1], what[1:-1]))
    else:
        kept.types(what)
    for name, link in links.items():
        if name in stopped:
            with pytest.raises(ShareClosedError):
                pages.open(*link)
        else:
            assert pages.open(*link)


def test_stopping_comes_back_to_the_open_question(kept):
    share_three(kept)
    kept.does("edit_summary")
    kept.does("withdraw_consent")
    kept.presses("all")
    assert kept.question is Question.RECORD_CHECK


def test_shares_that_end_while_the_question_waits_leave_nothing_open(kept, clock):
    share_three(kept)
    kept.does("withdraw_consent")
    clock.move(days=8)
    assert kept.does("resume")[-1] == "utter_session_what_next"
    assert kept.question is None


def test_readers_see_the_newest_version(kept, pages):
    token, pin = share_with(kept, "Aunt May")
    kept.does("edit_summary")
    kept.types("change 1")
    kept.types("the sea")
    assert pages.open(token, pin).sections[0].lines[0].words == "my garden"
    kept.presses("right")
    kept.presses("keep")
    assert pages.open(token, pin).sections[0].lines[0].words == "the sea"


def test_deleting_everything_closes_every_link(kept, pages):
    links = share_three(kept)
    kept.does("delete_my_data")
    kept.presses("delete")
    for link in links.values():
        with pytest.raises(ShareClosedError):
            pages.open(*link)


def test_a_link_to_notes_about_another_never_shows_ones_own(talk, pages):
    talk.does("arrive")
    talk.presses("close")
    talk.types("her garden")
    talk.does("record_summary")
    talk.presses("right")
    talk.presses("keep")
    token, pin = share_with(talk, "Nurse Jo")
    talk.does("start_over")
    talk.presses("me")
    talk.types("nobody knows")
    talk.does("record_summary")
    talk.presses("right")
    talk.presses("keep")
    shown = pages.open(token, pin)
    assert shown.sections[0].lines[0].words == "her garden"
    assert shown.written_by == "someone close to the person these notes are about"
