"""Sharing with a team, as the person has it: a yes of its own, stopping, who looked, what is told, and answering."""

from datetime import date, timedelta

import pytest

from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.teamwork import Progress
from bot.records.consent import WORDINGS, NoConsentError, Purpose
from bot.records.notices import NoticeKind
from bot.records.questions import QuestionClosedError
from bot.records.team_access import NotSharedError
from bot.store.tables.people import AuditRow, ConsentRow
from tests.unit import team_store
from tests.unit.team_store import CARE, ENDS, LINES, OTHER, SHARED, end, keep, newcomer, notice_kinds, share, staff

pytestmark = pytest.mark.usefixtures("teams")


@pytest.fixture
def kept(begin, person):
    keep(begin, person)
    return person


@pytest.fixture
def shared(begin, kept):
    return share(begin, kept)


def actions(begin, person):
    with begin() as records:
        rows = records._session.query(AuditRow).filter_by(person_id=person).order_by(AuditRow.number)
        return [(row.actor, row.action, row.subject) for row in rows]


# --- sharing ----------------------------------------------------------------------------------------------------------


def test_a_share_is_kept_as_it_was_agreed_to(begin, kept, shared, clock):
    with begin() as records:
        (seen,) = records.teamwork.of(kept)
    assert (seen.id, seen.person, seen.team, seen.called) == (shared, kept, CARE, "Nan Jean")
    assert (seen.sections, seen.door, seen.created_at) == (SHARED, Door.ME, clock.now())
    assert seen.expires_at == clock.now() + timedelta(days=30)
    assert (seen.stopped, seen.stands) == (False, True)


def test_sharing_with_a_team_is_a_yes_of_its_own_with_words_of_its_own(begin, kept, shared):
    with begin() as records:
        assert records.consents.stands(kept, Purpose.SHARE_TEAM, shared)
        assert not records.consents.stands(kept, Purpose.SHARE, shared)
        assert not records.consents.stands(kept, Purpose.SHARE_TEAM, "another")
        row = records._session.query(ConsentRow).filter_by(subject=shared).one()
        assert row.wording == WORDINGS[Purpose.SHARE_TEAM] == "share_team/2"


def test_nothing_is_shared_without_a_yes_to_keep(begin, person, clock):
    with begin() as records, pytest.raises(NoConsentError):
        records.teamwork.share(person, CARE, "", SHARED, clock.now() + timedelta(days=1), Door.ME)


def test_a_name_is_not_needed(begin, kept):
    share(begin, kept, called="")
    with begin() as records:
        assert records.teamwork.of(kept)[0].called == ""


def test_everything_done_to_a_share_is_audited(begin, kept, shared):
    with begin() as records:
        records.teamwork.stop(shared)
        records.teamwork.stop(shared)
        records.commit()
    assert actions(begin, kept)[2:] == [
        ("person", "consent given: share_team", shared),
        ("person", "shared with team", shared),
        ("person", "team share stopped", shared),
        ("person", "consent withdrawn: share_team", shared),
    ]


def test_what_is_unknown_cannot_be_stopped(begin):
    with begin() as records, pytest.raises(NotSharedError):
        records.teamwork.stop("no such share")


@pytest.mark.parametrize("how", [how for how in ENDS if "forget" not in how.__name__ and "key" not in how.__name__])
def test_the_person_sees_that_it_has_ended(begin, kept, shared, clock, how):
    end(begin, how, kept, shared, clock)
    with begin() as records:
        (seen,) = records.teamwork.of(kept)
        assert not seen.stands


def test_stopping_one_leaves_the_others(begin, kept, shared):
    other = share(begin, kept, team=OTHER)
    end(begin, team_store.stop, kept, shared, None)
    with begin() as records:
        assert {seen.id: seen.stands for seen in records.teamwork.of(kept)} == {other: True, shared: False}


def test_one_persons_doings_end_nothing_of_anothers(begin, kept, shared, clock):
    somebody, theirs = newcomer(begin)
    for how in (team_store.withdraw_keeping, team_store.drop_summaries, team_store.forget):
        end(begin, how, kept, shared, clock)
    with begin() as records:
        (seen,) = records.teamwork.of(somebody)
        assert (seen.id, seen.stands) == (theirs, True)


# --- sharing again ----------------------------------------------------------------------------------------------------


def test_sharing_again_with_a_team_takes_the_place_of_the_first(begin, kept, shared, pages, reader):
    pages.promise(reader, shared, "l1", "A chair by the window", date(2026, 12, 1))
    pages.ask(reader, shared, "When do you like to be outside?")
    pages.reflect(reader, shared, 4, False, "We read it in time.")
    again = share(begin, kept, sections=(Heading.MOST_IMPORTANT, Heading.ALSO_KNOW))

    with begin() as records:
        assert [(seen.id, seen.stands) for seen in records.teamwork.of(kept) if seen.stands] == [(again, True)]
        assert not records.consents.stands(kept, Purpose.SHARE_TEAM, shared)
        assert [notice.share for notice in records.teamwork.notices(kept)] == [again, again]
    with pytest.raises(NotSharedError):
        pages.open(reader, shared)
    (new,) = pages.inbox(reader, CARE, None, 1).items
    assert (new.share, new.state.value, new.due) == (again, "new", date(2026, 12, 1))
    shown = pages.open(reader, again)
    assert [section.heading for section in shown.sections] == [
        Heading.MOST_IMPORTANT.label,
        Heading.ALSO_KNOW.label,
    ]
    assert [each.words for each in shown.commitments] == ["A chair by the window"]
    assert (len(shown.questions), len(shown.reflections)) == (1, 1)


def test_sharing_again_with_fewer_parts_shows_nothing_of_the_others(begin, kept, shared, pages, reader):
    pages.promise(reader, shared, "l3", "We will bring it on Monday", None)
    again = share(begin, kept, sections=(Heading.MOST_IMPORTANT,))
    shown = pages.open(reader, again)
    assert [(each.words, each.line, each.about) for each in shown.commitments] == [
        ("We will bring it on Monday", "", "")
    ]
    assert "a chair by the door" not in repr(shown)
    with begin() as records:
        (notice,) = records.teamwork.notices(kept)
    assert notice.about == "a chair by the door", "the person is told what it is about"


def test_sharing_again_after_the_end_date_goes_on_where_it_was(begin, kept, shared, pages, reader, clock):
    pages.promise(reader, shared, "l1", "A chair by the window", None)
    end(begin, team_store.expire, kept, shared, clock)
    again = share(begin, kept)
    assert [each.words for each in pages.open(reader, again).commitments] == ["A chair by the window"]


def test_sharing_again_after_stopping_begins_anew(begin, kept, shared, pages, reader):
    pages.promise(reader, shared, "l1", "A chair by the window", None)
    end(begin, team_store.stop, kept, shared, None)
    again = share(begin, kept)
    assert pages.open(reader, again).commitments == ()


@pytest.mark.parametrize(("team", "door"), [(OTHER, Door.ME), (CARE, Door.CLOSE)])
def test_another_team_or_another_view_takes_nobodys_place(begin, kept, shared, team, door):
    keep(begin, kept, door=Door.CLOSE)
    share(begin, kept, team=team, door=door)
    with begin() as records:
        assert [seen.stands for seen in records.teamwork.of(kept)] == [True, True]


# --- who looked -------------------------------------------------------------------------------------------------------


def test_the_person_sees_which_team_looked_at_what_and_when(begin, kept, shared, pages, reader, clock):
    first = clock.now()
    pages.open(reader, shared)
    clock.move(hours=2)
    keep(begin, kept)
    pages.open(staff("a2"), shared, printed=True)
    with begin() as records:
        looks = records.teamwork.looked(kept)
    assert looks == ((CARE, clock.now(), 2, clock.now()), (CARE, first, 1, first))
    assert (looks[0].team, looks[0].opened_at, looks[0].version, looks[0].last_at) == looks[0]


def looks(begin, person):
    with begin() as records:
        return [(look.team, look.opened_at, look.version) for look in records.teamwork.looked(person)]


def test_opening_again_within_half_an_hour_is_the_same_look(begin, kept, shared, pages, reader, clock):
    """As after each form that was sent, or to print it. The audit has every one by itself."""
    began = clock.now()
    pages.open(reader, shared)
    pages.ask(reader, shared, "Which chair?")
    clock.move(minutes=10)
    pages.open(reader, shared)
    clock.move(minutes=19)
    pages.open(reader, shared, printed=True)
    assert looks(begin, kept) == [(CARE, began, 1)], "told once, with the first moment"
    with begin() as records:
        (look,) = records.teamwork.looked(kept)
    assert look.last_at == clock.now()

    clock.move(minutes=1)
    keep(begin, kept)
    pages.open(reader, shared)
    assert looks(begin, kept) == [(CARE, clock.now(), 2), (CARE, began, 1)]
    opened = [action for _actor, action, _subject in actions(begin, kept) if action.startswith("team page")]
    assert opened == ["team page opened", "team page opened", "team page printed", "team page opened"]


def test_half_an_hour_is_counted_from_the_first_and_not_drawn_out(begin, kept, shared, pages, reader, clock):
    for _ in range(5):
        pages.open(reader, shared)
        clock.move(minutes=20)
    assert len(looks(begin, kept)) == 3


def test_looks_of_two_people_or_of_two_shares_are_two(begin, kept, shared, pages, reader):
    pages.open(reader, shared)
    pages.open(staff("a2"), shared)
    again = share(begin, kept)
    pages.open(reader, again)
    assert len(looks(begin, kept)) == 3


def test_what_was_said_of_a_look_stays_as_it_was(begin, kept, shared, pages, reader, clock):
    pages.open(reader, shared)
    told = looks(begin, kept)
    clock.move(minutes=10)
    pages.open(reader, shared)
    assert looks(begin, kept) == told
    clock.move(minutes=10)
    keep(begin, kept)
    pages.open(reader, shared)
    assert looks(begin, kept) == [(CARE, clock.now(), 2), *told]


def test_a_new_version_is_a_new_look_with_half_an_hour_of_its_own(begin, kept, shared, pages, reader, clock):
    pages.open(reader, shared)
    clock.move(minutes=20)
    keep(begin, kept, LINES[:3])
    second = clock.now()
    pages.open(reader, shared)
    clock.move(minutes=20)
    pages.open(reader, shared)
    assert [(opened_at, version) for _team, opened_at, version in looks(begin, kept)] == [
        (second, 2),
        (second - timedelta(minutes=20), 1),
    ]


def test_what_the_team_saw_in_looks_close_together_stays_known(begin, kept, shared, pages, reader):
    """A new version in that time is seen too: what it changed is shown from then on."""
    pages.open(reader, shared)
    keep(begin, kept, LINES[:3])
    pages.open(reader, shared)
    keep(begin, kept)
    assert [version for _team, _opened_at, version in looks(begin, kept)] == [1, 2]
    with begin() as records:
        (share_now,) = records.teamwork.of(kept)
        assert records.teamwork.shares.versions_opened(share_now) == {1, 2}


def test_who_looked_is_still_told_after_stopping(begin, kept, shared, pages, reader, clock):
    pages.open(reader, shared)
    end(begin, team_store.stop, kept, shared, clock)
    with begin() as records:
        assert len(records.teamwork.looked(kept)) == 1


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
