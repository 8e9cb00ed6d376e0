"""What a team promises and asks is told to the person once; what they answer goes back as it was written."""

from datetime import date

import pytest

from bot.model.teamwork import Progress
from bot.records.notices import NoticeKind
from bot.records.questions import QuestionClosedError
from tests.unit import team_store
from tests.unit.team_store import CARE, ENDS, actions, end, newcomer, notice_kinds, staff

pytestmark = pytest.mark.usefixtures("teams")


# --- what is told -----------------------------------------------------------------------------------------------------


def test_a_promise_reaches_the_person_in_the_teams_words_beside_their_own(begin, kept, shared, pages, reader, clock):
    made = pages.promise(reader, shared, "l1", "Your chair goes to the window.", date(2026, 12, 1))
    with begin() as records:
        (notice,) = records.teamwork.notices(kept)
    assert (notice.kind, notice.team, notice.share, notice.subject) == (NoticeKind.COMMITMENT, CARE, shared, made)
    assert (notice.words, notice.about) == ("Your chair goes to the window.", "my garden at dusk")
    assert (notice.state, notice.due, notice.made_by) == (Progress.PLANNED, date(2026, 12, 1), "a1")


def test_a_notice_is_told_once(begin, kept, shared, pages, reader):
    pages.promise(reader, shared, "l1", "Your chair goes to the window.", None)
    assert not pages.open(reader, shared).commitments[0].told
    for _ in range(2):
        with begin() as records:
            records.teamwork.told([notice.id for notice in records.teamwork.notices(kept)])
            records.commit()
    with begin() as records:
        assert records.teamwork.notices(kept) == ()
    assert pages.open(reader, shared).commitments[0].told
    assert [action for _, action, _ in actions(begin, kept)].count("told of commitment") == 1


def test_only_the_newest_state_is_told(begin, kept, shared, pages, reader):
    made = pages.promise(reader, shared, "l1", "Your chair goes to the window.", None)
    pages.change(reader, shared, made, Progress.PARTLY, "It is in the hall.")
    pages.change(staff("a2"), shared, made, Progress.NOT_POSSIBLE, "The window is being mended.")
    with begin() as records:
        (notice,) = records.teamwork.notices(kept)
    assert (notice.state, notice.words) == (Progress.NOT_POSSIBLE, "The window is being mended.")
    assert (notice.promised, notice.made_by) == ("Your chair goes to the window.", "a2")


def test_a_change_after_it_was_told_is_told_again(begin, kept, shared, pages, reader):
    made = pages.promise(reader, shared, "l1", "Your chair goes to the window.", None)
    with begin() as records:
        records.teamwork.told([notice.id for notice in records.teamwork.notices(kept)])
        records.commit()
    pages.change(reader, shared, made, Progress.DONE, "")
    assert not pages.open(reader, shared).commitments[0].told
    with begin() as records:
        assert [notice.state for notice in records.teamwork.notices(kept)] == [Progress.DONE]


def test_a_reflection_is_not_told(begin, kept, shared, pages, reader):
    pages.reflect(reader, shared, 1, True, "We asked too late.", people=3)
    assert notice_kinds(begin, kept) == []


def test_nobody_is_told_what_is_for_another(begin, kept, shared, pages, reader):
    somebody, theirs = newcomer(begin)
    pages.ask(reader, theirs, "Would you like a visit?")
    assert notice_kinds(begin, kept) == []
    assert notice_kinds(begin, somebody) == ["question"]


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (team_store.stop, ["commitment"]),
        (team_store.withdraw_this, ["commitment"]),
        (team_store.withdraw_keeping, ["commitment"]),
        (team_store.withdraw_keeping_and_keep_again, ["commitment"]),
        (team_store.drop_summaries, ["commitment"]),
        (team_store.expire, []),
        (team_store.forget, []),
        (team_store.lose_the_key, []),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_after_the_end_only_what_was_promised_is_told(begin, kept, shared, pages, reader, clock, how, told):
    """An answer would reach nobody, so the question is not put. An expired share is over for both sides."""
    pages.promise(reader, shared, "l1", "Your chair goes to the window.", None)
    pages.ask(reader, shared, "Which window?")
    end(begin, how, kept, shared, clock)
    assert notice_kinds(begin, kept) == told


# --- questions --------------------------------------------------------------------------------------------------------


@pytest.fixture
def question(pages, shared, reader):
    return pages.ask(reader, shared, "Which window?")


def test_an_answer_goes_back_to_the_team_as_it_was_written(begin, kept, shared, pages, reader, question, clock):
    words = "  the LEFT one – by the sea\n"
    with begin() as records:
        records.teamwork.answer(question, words)
        records.commit()
    (asked,) = pages.open(reader, shared).questions
    assert (asked.question, asked.answer, asked.answered_at, asked.left) == (
        "Which window?",
        words,
        clock.now(),
        False,
    )
    assert asked.told
    assert notice_kinds(begin, kept) == []
    assert actions(begin, kept)[-2] == ("person", "team question answered", question)


def test_a_later_answer_takes_the_place_of_the_first(begin, shared, pages, reader, question):
    with begin() as records:
        records.teamwork.leave(question)
        records.teamwork.answer(question, "the left one")
        records.teamwork.answer(question, "the right one")
        records.commit()
    (asked,) = pages.open(reader, shared).questions
    assert (asked.answer, asked.left) == ("the right one", False)


def test_leaving_a_question_is_a_good_answer_too(begin, kept, shared, pages, reader, question):
    with begin() as records:
        records.teamwork.leave(question)
        records.teamwork.leave(question)
        records.commit()
    (asked,) = pages.open(reader, shared).questions
    assert (asked.answer, asked.left) == (None, True)
    assert notice_kinds(begin, kept) == []
    assert [action for _, action, _ in actions(begin, kept)].count("team question left") == 1


def test_an_answer_cannot_be_left_any_more(begin, shared, pages, reader, question):
    with begin() as records:
        records.teamwork.answer(question, "the left one")
        records.teamwork.leave(question)
        records.commit()
    (asked,) = pages.open(reader, shared).questions
    assert (asked.answer, asked.left) == ("the left one", False)


@pytest.mark.parametrize("how", ENDS, ids=lambda how: how.__name__)
def test_an_answer_that_would_reach_nobody_is_not_taken(begin, kept, shared, question, clock, how):
    end(begin, how, kept, shared, clock)
    with begin() as records, pytest.raises(QuestionClosedError):
        records.teamwork.answer(question, "the left one")


@pytest.mark.parametrize("ask", ["answer", "leave"])
def test_there_is_no_such_question(begin, ask):
    with begin() as records, pytest.raises(QuestionClosedError):
        getattr(records.teamwork, ask)(*["none", "words"][: 2 if ask == "answer" else 1])
