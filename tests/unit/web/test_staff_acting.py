"""Acting: what the team says reaches the record as it was typed, or comes back with what to mend and nothing lost."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.teamwork import Commitment, Progress
from bot.stages.team_pages import InvalidError
from bot.web.staff.acting_forms import read_change, read_promise, read_question
from bot.web.staff.csrf import csrf_of
from bot.web.staff.filled import FaultsError
from tests.unit.web.team_fakes import NASTY, SHARED, at

PROMISE, CHANGE, ASK = "/staff/shared/s1/promise", "/staff/shared/s1/change", "/staff/shared/s1/ask"
LINE = {"line": "v3-a1", "state": "planned", "words": "We will come", "day": "3", "month": "12", "year": "2026"}
GOOD = {
    PROMISE: (LINE, ("promise", "v3-a1", "We will come", date(2026, 12, 3), Progress.PLANNED)),
    CHANGE: (
        {"commitment": "c1", "state": "not_possible", "words": "The bed is fixed"},
        ("change", "c1", Progress.NOT_POSSIBLE, "The bed is fixed"),
    ),
    ASK: ({"question": "Which tea?"}, ("ask", "Which tea?")),
}
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("path", GOOD)
def test_what_is_sent_is_kept_and_sent_once(desk, team, path):
    form, kept = GOOD[path]

    answer = desk.sends(path, form, follow_redirects=False)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/staff/shared/s1?said=")
    assert team.team_pages.kept == [kept]
    page = desk.opens(answer.headers["location"])
    assert "nhsuk-notification-banner--success" in page.text
    assert "This is saved." in page.text


def test_only_words_of_our_own_are_said_after_something_was_done(desk):
    page = desk.opens(f"/staff/shared/s1?said={NASTY}")

    assert "nhsuk-notification-banner" not in page.text


@pytest.mark.parametrize(
    ("form", "told", "field"),
    [
        (LINE | {"words": " "}, "Write what your team will do.", "words"),
        (LINE | {"words": "", "state": "not_possible"}, "Write why it was not possible.", "words"),
        (LINE | {"words": "", "state": "done"}, "Write what your team did.", "words"),
        (LINE | {"words": "x" * 2001}, "Use 2,000 characters or fewer.", "words"),
        (LINE | {"state": "partly"}, "Choose one of these.", "state"),
        (LINE | {"state": ""}, "Choose one of these.", "state"),
        (LINE | {"day": "31", "month": "2"}, "Enter a day, a month and a year, such as 3 12 2026.", "day"),
        (LINE | {"day": ""}, "Enter a day, a month and a year, such as 3 12 2026.", "day"),
        (LINE | {"year": "2_026"}, "Enter a day, a month and a year, such as 3 12 2026.", "day"),
        (LINE | {"year": "9" * 500}, "Enter a day, a month and a year, such as 3 12 2026.", "day"),
        (LINE | {"day": "20", "month": "11"}, "This day has gone by. Enter today or a later day.", "day"),
        (LINE | {"year": "2046"}, "Enter a day within 2 years.", "day"),
    ],
)
def test_what_is_wrong_with_a_promise_is_said_and_what_was_typed_stays(desk, team, form, told, field):
    page = desk.sends(PROMISE, form)

    assert page.status_code == 422
    assert team.team_pages.kept == []
    assert "<title>Error: " in page.text
    assert f'<a href="#promise-v3-a1-{field}">' in page.text
    assert page.text.count(told) == 2
    assert f'id="promise-v3-a1-{field}"' in page.text
    opened = page.text.partition('id="promise-v3-a1"')[2]
    assert opened.startswith(' open="">')
    form_shown = opened.partition("</form>")[0]
    assert f">{form['words'].strip() and form['words']}" in form_shown.partition("<textarea")[2]
    assert f'value="{form["year"]}"' in form_shown
    assert page.text.count(' open="">') == 1


def test_today_is_still_a_day_to_do_it(desk, team):
    desk.sends(PROMISE, LINE | {"day": "21", "month": "11"})

    assert team.team_pages.kept[0][3] == TODAY


def test_no_day_is_an_answer_and_a_day_counts_only_for_what_is_to_be_done(desk, team):
    no_day = {"day": "", "month": "", "year": ""}

    desk.sends(PROMISE, LINE | no_day)
    desk.sends(PROMISE, LINE | {"state": "not_possible", "day": "1", "month": "1", "year": "2001"})

    assert [kept[3] for kept in team.team_pages.kept] == [None, None]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("not_possible", "Write why it was not possible."),
        ("partly", "Write what was done, and why not all of it."),
        ("", "Choose one of these."),
    ],
)
def test_not_possible_and_partly_need_a_because(desk, team, state, told):
    page = desk.sends(CHANGE, {"commitment": "c1", "state": state, "words": ""})

    assert page.status_code == 422
    assert page.text.count(told) == 2
    assert team.team_pages.kept == []
    assert 'id="change-c1" open="">' in page.text


@pytest.mark.parametrize("state", ["done", "planned"])
def test_done_needs_no_more_words(desk, team, state):
    desk.sends(CHANGE, {"commitment": "c1", "state": state, "words": ""})

    assert team.team_pages.kept == [("change", "c1", Progress(state), "")]


def test_an_empty_question_is_not_sent(desk, team):
    page = desk.sends(ASK, {"question": " "})

    assert page.status_code == 422
    assert page.text.count("Write your question.") == 2
    assert team.team_pages.kept == []


def test_words_that_were_refused_come_back_and_never_run(desk):
    page = desk.sends(PROMISE, LINE | {"words": NASTY, "state": "bad"}).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.partition('id="promise-v3-a1-words"')[2]


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (InvalidError("words", "Write it again."), "promise-v3-a1-words"),
        (InvalidError("due", "Choose a day."), "promise-v3-a1-day"),
    ],
)
def test_what_only_the_store_can_see_is_said_beside_its_field(desk, team, error, field):
    team.team_pages.refuses = error

    page = desk.sends(PROMISE, LINE)

    assert page.status_code == 422
    assert f'<a href="#{field}">' in page.text
    assert page.text.count(str(error)) == 2


def test_what_was_written_about_words_that_have_changed_meanwhile_is_shown_to_be_kept(desk, team):
    team.team_pages.refuses = InvalidError("line", "These words were changed.")

    page = desk.sends(PROMISE, LINE | {"line": "v2-a1"})

    assert page.status_code == 422
    assert '<a href="#not-saved">' in page.text
    assert "We will come" in page.text.partition('id="not-saved"')[2].partition("</section>")[0]


@pytest.mark.parametrize("path", GOOD)
def test_when_sharing_stops_while_the_page_is_open_the_next_action_is_refused_kindly(desk, team, path):
    desk.opens("/staff/shared/s1")
    team.team_pages.stopped = True

    answer = desk.sends(path, GOOD[path][0])

    assert answer.status_code == 404
    assert "This is no longer shared with your team</h1>" in answer.text
    assert "was not saved and not sent" in answer.text
    for words in (words for name, words in GOOD[path][0].items() if name in {"words", "question"}):
        assert f">{words}</p>" in answer.text
    assert "My garden" not in answer.text
    assert team.team_pages.kept == []


@pytest.mark.parametrize("path", GOOD)
def test_when_sharing_stops_even_a_form_with_a_fault_shows_no_words(desk, team, path):
    team.team_pages.stopped = True

    answer = desk.sends(path, {})

    assert answer.status_code == 404
    assert "My garden" not in answer.text


@pytest.mark.parametrize("path", GOOD)
@pytest.mark.parametrize("csrf", ["", "made-up", csrf_of("another session")])
def test_a_form_without_this_sessions_token_does_nothing(desk, team, path, csrf):
    answer = desk.browser.post(path, data=GOOD[path][0] | {"csrf": csrf})

    assert answer.status_code == 403
    assert team.team_pages.kept == []
    assert team.team_pages.opened == []


@pytest.mark.parametrize("path", GOOD)
def test_an_address_of_a_form_cannot_be_looked_at(desk, path):
    assert desk.opens(path).status_code == 405


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Progress.PLANNED, "Planned</p>"),
        (Progress.DONE, "Done</p>"),
        (Progress.PARTLY, "Partly done</p>"),
        (Progress.NOT_POSSIBLE, "Not possible, because</p>"),
    ],
)
@pytest.mark.parametrize(("told", "so"), [(True, "They have been told."), (False, "They have not been told yet.")])
def test_each_thing_said_shows_its_state_who_said_it_and_whether_the_person_knows(desk, team, state, said, told, so):
    deed = Commitment("c1", "v3-a1", state, "Words", None, "Lee Lead", at(21, 8), told, changed_by="Sam Reviewer")
    team.team_pages.shared = replace(SHARED, commitments=(deed,))

    page = desk.opens("/staff/shared/s1").text

    assert said in page
    assert "Sam Reviewer wrote this today at 08:00." in page
    assert so in page


def test_what_was_said_at_first_and_about_what_stays_readable(desk, team):
    deed = Commitment(
        "c1",
        "",
        Progress.DONE,
        "Moved",
        None,
        "Lee Lead",
        at(20),
        True,
        about="The old bed",
        promised="We will move it",
    )
    team.team_pages.shared = replace(SHARED, commitments=(deed,))

    page = desk.opens("/staff/shared/s1").text.partition("What your team said before")[2]

    assert "The old bed" in page
    assert "We will move it" in page
    assert "Moved" in page


@pytest.mark.parametrize(
    ("question", "came"),
    [
        ("Which flowers?", "They answered today at 07:00."),
        ("Which music?", "They chose not to answer."),
        ("Which chair?", "There is no answer yet. They may choose not to answer."),
        ("Which tea?", "It waits for them in their own chat."),
    ],
)
def test_a_question_shows_what_came_of_it(desk, question, came):
    page = desk.opens("/staff/shared/s1").text

    assert came in page.partition(question)[2].partition('<div class="question">')[0]


FIELDS = st.dictionaries(
    st.sampled_from(("line", "state", "words", "day", "month", "year", "question", "commitment")),
    st.one_of(st.text(max_size=12), st.sampled_from(("planned", "done", "not_possible", "1", "12", "2026", "0"))),
)


@given(FIELDS)
def test_whatever_is_sent_is_read_or_told_apart(form):
    for read in (lambda sent: read_promise(sent, TODAY), read_change, read_question):
        try:
            read(form)
        except FaultsError as error:
            assert error.faults  # noqa: PT017  (every refusal says why)
