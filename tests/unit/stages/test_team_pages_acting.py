"""What a team says back: kept as it was written, checked kindly, never twice, and safe when two do it at once."""

import threading
import unicodedata
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.teamwork import Progress
from bot.stages.team_pages import InvalidError, NotSharedError
from bot.stages.team_words import LONGEST, LONGEST_REFLECTION, cleaned
from bot.store.tables.people import AuditRow
from tests.unit import team_store
from tests.unit.team_store import keep, notice_kinds, share, staff

pytestmark = pytest.mark.usefixtures("teams")

TODAY = date(2026, 11, 21)


@pytest.fixture
def made(pages, shared, reader):
    return pages.promise(reader, shared, "l1", "A chair by the window", TODAY)


def line(number, words, heading=Heading.MOST_IMPORTANT):
    return Line(f"l{number}", heading, Kind.WHAT, number, words)


def audited(begin, subject):
    with begin() as records:
        rows = records._session.query(AuditRow).filter_by(subject=subject).order_by(AuditRow.number)
        return [(row.actor, row.action) for row in rows]


# --- promising --------------------------------------------------------------------------------------------------------


def test_a_promise_is_kept_beside_the_line_it_is_about(begin, pages, reader, shared, made, clock):
    shown = pages.open(reader, shared)
    (commitment,) = shown.commitments
    assert commitment.line == shown.sections[0].lines[0].id
    assert (commitment.id, commitment.state, commitment.words) == (made, Progress.PLANNED, "A chair by the window")
    assert (commitment.due, commitment.made_by, commitment.changed_by) == (TODAY, "Priya", "Priya")
    assert (commitment.changed_at, commitment.told) == (clock.now(), False)
    assert (commitment.about, commitment.promised) == ("my garden at dusk", "")
    assert audited(begin, made) == [("staff:a1", "commitment made")]


@pytest.mark.parametrize(("state", "due"), [(Progress.DONE, None), (Progress.NOT_POSSIBLE, None)])
def test_what_was_done_or_could_not_be_is_said_at_once_and_has_no_day(pages, reader, shared, state, due):
    pages.promise(reader, shared, "l1", "Because of the steps", date(1999, 1, 1), state=state)
    (commitment,) = pages.open(reader, shared).commitments
    assert (commitment.state, commitment.due) == (state, due)


def test_the_same_said_twice_is_kept_and_told_once(begin, pages, person, reader, shared, made):
    assert pages.promise(reader, shared, "l1", "A chair by the window", TODAY) == made
    assert pages.promise(reader, shared, "l1", "A chair by the window", None) != made
    first = pages.ask(reader, shared, "Which window?")
    assert pages.ask(reader, shared, "Which window?") == first
    assert notice_kinds(begin, person) == ["commitment", "commitment", "question"]


def test_a_question_may_be_asked_again_once_it_was_answered(begin, pages, reader, shared):
    first = pages.ask(reader, shared, "Are you warm enough?")
    with begin() as records:
        records.teamwork.answer(first, "yes")
        records.commit()
    assert pages.ask(reader, shared, "Are you warm enough?") != first


@pytest.mark.parametrize(
    "nowhere",
    ["", "l4", "l2", "l99", "v1-l4", "v1-l2", "v2-l1", "v0-l1", "v1-", "l1 ", "v1-l1\n", "l" + "1" * 5000, "\0"],
)
def test_a_line_that_is_not_on_the_page_cannot_be_promised_about(pages, reader, shared, nowhere):
    """Neither what was not shared, nor the why of another line, nor a version that is not there."""
    with pytest.raises(InvalidError) as refused:
        pages.promise(reader, shared, nowhere, "words", None)
    assert refused.value.field == "line"
    assert pages.open(reader, shared).commitments == ()


@pytest.mark.parametrize(
    ("days", "hour", "fine"),
    [(0, 0, True), (1, 0, True), (700, 0, True), (-1, 0, False), (-400, 0, False), (0, 14.25, True), (0, 14.75, False)],
)
def test_a_day_has_not_gone_by_in_the_uk(pages, reader, shared, clock, days, hour, fine):
    clock.move(hours=hour)  # 14 and a half hours later it is midnight there
    due = TODAY + timedelta(days=days)
    if fine:
        pages.promise(reader, shared, "l1", "words", due)
        return
    with pytest.raises(InvalidError) as refused:
        pages.promise(reader, shared, "l1", "words", due)
    assert refused.value.field == "due"


# --- lines move between versions --------------------------------------------------------------------------------------


def test_a_promise_stays_with_its_words_when_lines_are_numbered_anew(begin, pages, person, reader, shared, made):
    """Editing gives lines new ids: a promise about the garden must not end up beside the dog."""
    keep(begin, person, (line(1, "my dog"), line(2, "my garden at dusk")))
    shown = pages.open(reader, shared)
    (commitment,) = shown.commitments
    beside = {li.id: li.words for section in shown.sections for li in section.lines}[commitment.line]
    assert beside == commitment.about == "my garden at dusk"


@pytest.mark.parametrize(
    "now",
    [
        (line(1, "my dog"),),
        (line(1, "my garden in spring"),),
        (line(1, "my dog"), line(2, "my garden at dusk", Heading.ALSO_KNOW)),
    ],
    ids=["taken out", "changed", "moved to what is not shared"],
)
def test_a_promise_about_words_that_are_gone_says_what_it_was_about(begin, pages, person, reader, shared, made, now):
    keep(begin, person, now)
    (commitment,) = pages.open(reader, shared).commitments
    assert (commitment.line, commitment.about) == ("", "my garden at dusk")
    pages.change(reader, shared, made, Progress.DONE, "")


def test_a_page_from_before_a_change_still_promises_about_what_it_showed(begin, pages, person, reader, shared):
    old = pages.open(reader, shared).sections[0].lines[0].id
    keep(begin, person, (line(1, "my dog"), line(2, "my garden at dusk")))
    pages.promise(reader, shared, old, "A chair by the window", None)
    assert pages.open(reader, shared).commitments[0].about == "my garden at dusk"


def test_a_page_from_before_a_change_promises_nothing_about_words_that_are_gone(begin, pages, person, reader, shared):
    old = pages.open(reader, shared).sections[0].lines[0].id
    keep(begin, person, (line(1, "my dog"),))
    with pytest.raises(InvalidError) as refused:
        pages.promise(reader, shared, old, "A chair by the window", None)
    assert refused.value.field == "line"


def test_a_version_that_the_team_never_opened_is_no_way_in(begin, pages, person, reader):
    keep(begin, person, (line(1, "something I regret"),))
    shared = share(begin, person)
    keep(begin, person, (line(1, "my dog"),))
    with pytest.raises(InvalidError, match="on this page"):
        pages.promise(reader, shared, "v1-l1", "words", None)


# --- changing ---------------------------------------------------------------------------------------------------------


def test_a_change_keeps_who_made_it_and_its_day(begin, pages, reader, shared, made, clock):
    clock.move(hours=1)
    pages.change(staff("a2"), shared, made, Progress.NOT_POSSIBLE, "The window is being mended.")
    (commitment,) = pages.open(reader, shared).commitments
    assert (commitment.made_by, commitment.due, commitment.changed_by) == ("Priya", TODAY, "Owen")
    assert (commitment.words, commitment.promised) == ("The window is being mended.", "A chair by the window")
    assert commitment.changed_at == clock.now()
    assert audited(begin, made)[-1] == ("staff:a2", "commitment not_possible")


def test_what_was_promised_first_is_kept_through_every_change(pages, reader, shared, made):
    pages.change(reader, shared, made, Progress.PARTLY, "It is in the hall")
    pages.change(reader, shared, made, Progress.PLANNED, "By the window tomorrow")
    pages.change(reader, shared, made, Progress.DONE, "")
    (commitment,) = pages.open(reader, shared).commitments
    assert (commitment.words, commitment.promised) == ("By the window tomorrow", "A chair by the window")


@pytest.mark.parametrize("words", ["", " ", "\n\t", "\0", "\u200b"])
def test_not_possible_needs_a_because(pages, reader, shared, made, words):
    with pytest.raises(InvalidError) as refused:
        pages.change(reader, shared, made, Progress.NOT_POSSIBLE, words)
    assert (refused.value.field, str(refused.value)) == ("words", "Write why it was not possible.")
    assert pages.open(reader, shared).commitments[0].state is Progress.PLANNED


@pytest.mark.parametrize("state", [Progress.DONE, Progress.PARTLY, Progress.PLANNED])
def test_no_new_words_keep_the_old(pages, reader, shared, made, state):
    pages.change(reader, shared, made, state, " ")
    (commitment,) = pages.open(reader, shared).commitments
    assert (commitment.state, commitment.words, commitment.promised) == (state, "A chair by the window", "")


def test_a_change_that_changes_nothing_is_not_told_again(begin, pages, person, reader, shared, made):
    with begin() as records:
        records.teamwork.told([notice.id for notice in records.teamwork.notices(person)])
        records.commit()
    pages.change(staff("a2"), shared, made, Progress.PLANNED, "A chair by the window")
    assert notice_kinds(begin, person) == []


# --- reflecting -------------------------------------------------------------------------------------------------------


def test_a_reflection_is_kept_beside_the_words(pages, reader, shared, clock):
    number = pages.reflect(reader, shared, 7, True, "What helped?\n\nWe sat down.", people=4)
    (reflection,) = pages.open(reader, shared).reflections
    assert (reflection.id, reflection.statement, reflection.together, reflection.people) == (number, 7, True, 4)
    assert (reflection.words, reflection.made_by) == ("What helped?\n\nWe sat down.", "Priya")


def test_alone_is_one(pages, reader, shared):
    pages.reflect(reader, shared, 1, False, "words", people=9)
    assert pages.open(reader, shared).reflections[0].people == 1


@pytest.mark.parametrize(
    ("statement", "people", "field"), [(0, 2, "statement"), (8, 2, "statement"), (1, 0, "people"), (1, 51, "people")]
)
def test_there_are_seven_statements_and_as_many_people_as_fit_in_a_room(
    pages, reader, shared, statement, people, field
):
    with pytest.raises(InvalidError) as refused:
        pages.reflect(reader, shared, statement, True, "words", people=people)
    assert refused.value.field == field


# --- words ------------------------------------------------------------------------------------------------------------

WRITES = {
    "promise": (lambda pages, who, share, words: pages.promise(who, share, "l1", words, None), LONGEST),
    "ask": (lambda pages, who, share, words: pages.ask(who, share, words), LONGEST),
    "reflect": (lambda pages, who, share, words: pages.reflect(who, share, 1, False, words), LONGEST_REFLECTION),
}


@pytest.mark.parametrize("write", WRITES)
def test_words_are_neither_empty_nor_endless(pages, reader, shared, write):
    act, longest = WRITES[write]
    act(pages, reader, shared, "a")
    act(pages, reader, shared, "é" * longest)
    for words in ("", "   ", "\0", "\u202e", "x" * (longest + 1)):
        with pytest.raises(InvalidError) as refused:
            act(pages, reader, shared, words)
        assert refused.value.field in {"words", "question"}
        assert str(refused.value).endswith(".")


any_words = st.text(st.characters(exclude_categories=()), max_size=200)


@given(any_words)
@example("\0hidden\x07\x1b[31m")
@example("\u202egnirts a\u2066")
@example("half \ud83d a character")
@example("a\r\nb\u2028c\x85d")
def test_nothing_is_hidden_in_words_that_are_kept(words):
    kept = cleaned(words)
    kept.encode()
    assert not [sign for sign in kept if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n"]
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert cleaned(kept) == kept


@given(st.text(st.characters(categories=("L", "N", "P", "S", "M")), min_size=1, max_size=80))
@example("שלום עולם")
@example("مرحبا")
@example("🙂👩‍🌾 zażółć".replace("\u200d", ""))
def test_what_people_write_stays_as_it_is(words):
    assert cleaned(words) == words


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(any_words)
@example("\0")
@example("'; drop table commitments; --")
@example("\u202eabc\u0000")
def test_any_words_are_kept_whole_or_refused_kindly(begin, pages, person, reader, shared, words):
    if not any(sign.isprintable() and not sign.isspace() for sign in words):
        with pytest.raises(InvalidError):
            pages.ask(reader, shared, words)
        return
    with suppress(InvalidError):  # marks that stand on nothing
        asked = pages.ask(reader, shared, words)
        found = {each.id: each.question for each in pages.open(reader, shared).questions}
        assert found[asked] == cleaned(words) != ""


# --- at once ----------------------------------------------------------------------------------------------------------


def at_once(*jobs):
    ready, outcomes = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(number, job):
        ready.wait(10)
        try:
            outcomes[number] = job()
        except (NotSharedError, InvalidError) as error:
            outcomes[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_two_who_change_the_same_leave_one_whole_state_and_tell_it_once(begin, pages, person, shared, made, reader):
    at_once(
        lambda: pages.change(staff("a1"), shared, made, Progress.DONE, "It is there"),
        lambda: pages.change(staff("a2"), shared, made, Progress.NOT_POSSIBLE, "It does not fit"),
    )
    (commitment,) = pages.open(reader, shared).commitments
    assert (commitment.state, commitment.words, commitment.changed_by) in {
        (Progress.DONE, "It is there", "Priya"),
        (Progress.NOT_POSSIBLE, "It does not fit", "Owen"),
    }
    assert commitment.promised == "A chair by the window"
    with begin() as records:
        (notice,) = records.teamwork.notices(person)
        assert (notice.state, notice.words) == (commitment.state, commitment.words)
    assert sorted(actor for actor, _ in audited(begin, made)) == ["staff:a1", "staff:a1", "staff:a2"]


def test_a_button_pressed_twice_at_once_promises_once(begin, pages, person, reader, shared):
    press = lambda: pages.promise(reader, shared, "l1", "A chair", None)  # noqa: E731
    assert len(set(at_once(press, press, press))) == 1
    assert notice_kinds(begin, person) == ["commitment"]


def test_an_action_that_comes_while_the_person_stops_is_refused(begin, pages, person, reader, shared, made):
    """It waits for the person's unit of work, and then finds nothing that is shared."""
    outcomes = []
    jobs = (
        lambda: pages.open(reader, shared),
        lambda: pages.change(reader, shared, made, Progress.DONE, ""),
        lambda: pages.ask(reader, shared, "Which window?"),
    )
    with begin() as records:
        records.teamwork.stop(shared)
        waiting = threading.Thread(target=lambda: outcomes.extend(at_once(*jobs)))
        waiting.start()
        records.commit()
    waiting.join()
    assert [type(outcome) for outcome in outcomes] == [NotSharedError] * len(jobs)


def test_a_version_kept_while_the_page_is_opened_is_not_lost(begin, pages, person, reader, shared):
    at_once(lambda: pages.open(reader, shared), lambda: keep(begin, person, (line(1, "my dog"),)))
    (item,) = pages.inbox(reader, team_store.CARE, None, 1).items
    with begin() as records:
        (seen,) = records.teamwork.looked(person)
    assert item.state.value == ("changed" if seen.version == 1 else "read")
    assert pages.open(reader, shared).version == 2
