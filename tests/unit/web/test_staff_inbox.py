"""The inbox: what was shared with my team and why it is here, told quietly, and nothing of any other team."""

from datetime import date

import pytest

from bot.model.teamwork import InboxState
from tests.unit.web.team_fakes import ADMINISTRATOR, NASTY, TOKENS, VOLUNTEER, at, item

ALL_STATES = (
    item("s1", InboxState.NEW, called="Bel"),
    item("s2", InboxState.CHANGED, called="", changed_at=at(21, 8, 5)),
    item("s3", InboxState.ANSWERED, called=NASTY),
    item("s4", InboxState.DUE, due=date(2026, 11, 20), shared_at=at(20, 16), changed_at=at(20, 16)),
    item("s5", InboxState.READ, called="Ivo"),
)


def rows(page) -> list[str]:
    return page.text.split('<li class="inbox__row">')[1:]


def test_somebody_in_one_team_comes_straight_to_its_inbox(desk, team):
    page = desk.opens("/staff/inbox")

    assert page.url.path == "/staff/inbox/t1"
    assert "Community team" in page.text


def test_somebody_in_two_teams_chooses_and_finds_the_other(desk, team):
    start = desk.sits("two").opens("/staff/inbox").text

    assert start.index("Inbox of Community team") < start.index("Inbox of Hospice team")
    assert "Others" not in start
    assert "Inbox of Hospice team" in desk.opens("/staff/inbox/t1").text
    assert desk.opens("/staff/inbox/t2").status_code == 200


def test_somebody_in_no_open_team_is_told_whom_to_ask(desk):
    page = desk.sits("closed").opens("/staff/inbox").text

    assert "nothing is shared with you." in page
    assert "can add you to a team" in page


@pytest.mark.parametrize("path", ["/staff/inbox/t3", "/staff/inbox/none"])
def test_the_inbox_of_another_team_is_refused_whether_it_exists_or_not(desk, path):
    assert desk.opens(path).status_code in {403, 404}
    assert "Others" not in desk.opens(path).text


@pytest.mark.parametrize("staff", [VOLUNTEER, ADMINISTRATOR])
def test_roles_without_words_see_no_inbox(desk, team, staff):
    team.team_pages.items = ALL_STATES
    token = next(token for token, each in TOKENS.items() if each is staff)

    for path in ("/staff/inbox", "/staff/inbox/t1"):
        page = desk.sits(token).opens(path)
        assert page.status_code == 403
        assert "Bel" not in page.text
        assert "inbox__row" not in page.text


@pytest.mark.parametrize(
    ("place", "says", "why", "when"),
    [
        (
            0,
            "Says they are called</span> <bdi>Bel</bdi>",
            "Nobody in your team has opened this yet.",
            "on 19 November 2026",
        ),
        (1, "<bdi>No name given</bdi>", "They changed their words", "Changed today at 08:05"),
        (2, "Says they are called</span> <bdi>&lt;script&gt;", "They answered a question from your team.", "Shared"),
        (3, "Says they are called", "something by 20 November 2026.", "Shared yesterday at 16:00"),
        (4, "Says they are called</span> <bdi>Ivo</bdi>", "There is no news.", "Shared on 19 November 2026"),
    ],
)
def test_a_row_says_whose_it_is_by_their_own_account_and_why_it_is_here(desk, team, place, says, why, when):
    team.team_pages.items = ALL_STATES

    row = rows(desk.opens("/staff/inbox/t1"))[place]

    assert says in row
    assert why in row
    assert when in row
    assert f'href="/staff/shared/s{place + 1}"' in row


def test_tabs_count_and_choose(desk, team):
    team.team_pages.items = ALL_STATES

    page = desk.opens("/staff/inbox/t1?state=answered")

    assert len(rows(page)) == 1
    assert 'All <span class="tabs__count">5</span>' in page.text
    assert 'Due <span class="tabs__count">1</span>' in page.text
    assert page.text.count('class="tabs__link" aria-current="page"') == 1
    assert page.text.index("aria-current", page.text.index("tabs__list")) < page.text.index("Answered <span")


@pytest.mark.parametrize(
    "asked", ["state=bad", "state=", "page=-1", "page=x", "page=99999999999", "page=%00", "page=٣"]
)
def test_a_strange_address_shows_the_inbox_and_not_a_fault(desk, team, asked):
    team.team_pages.items = ALL_STATES

    page = desk.opens(f"/staff/inbox/t1?{asked}")

    assert page.status_code == 200
    assert len(rows(page)) == 5


def test_pages_turn_and_keep_the_tab(desk, team):
    team.team_pages.items = tuple(item(f"n{number}", InboxState.NEW) for number in range(60))

    first, second, last = (desk.opens(f"/staff/inbox/t1?state=new&page={page}") for page in (1, 2, 3))

    assert [len(rows(page)) for page in (first, second, last)] == [25, 25, 10]
    assert "/staff/inbox/t1?state=new&amp;page=2" in first.text
    assert "Page before" not in first.text
    assert "Page before" in second.text
    assert "3 of 3" in second.text
    assert "Next page" not in last.text


@pytest.mark.parametrize("state", ["", *InboxState])
def test_an_empty_inbox_says_so_kindly(desk, state):
    page = desk.opens(f"/staff/inbox/t1?state={state}").text

    assert 'class="inbox__nothing"' in page
    assert "inbox__row" not in page


def test_nothing_of_the_inbox_is_kept_or_hurries(desk, team):
    team.team_pages.items = ALL_STATES

    page = desk.opens("/staff/inbox/t1")

    assert page.headers["cache-control"] == "no-store"
    for word in ("urgent", "overdue", "late", "alert", "!"):
        assert word not in page.text.partition("<main")[2].partition("</main>")[0].replace("alert(1)", "").lower()


def test_somebody_signed_out_is_asked_to_sign_in(desk):
    answer = desk.sits("").opens("/staff/inbox/t1?state=new", follow_redirects=False)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/staff/sign-in?next=/staff/inbox/t1")
