"""The pages of a long inbox join up, whichever end the store counts them from."""

import pytest

from bot.model.teamwork import InboxState
from bot.records.team_inbox import PAGE
from bot.stages.team_pages import TeamPages
from tests.unit import team_store
from tests.unit.team_store import CARE, NAMES, newcomer, staff

MANY = 4 * PAGE + 7


@pytest.fixture
def inbox(begin, clock):
    """Shares made a minute apart, the oldest first, and a way to open a page of them."""
    team_store.open_teams(begin)
    pages = TeamPages(begin, lambda account: NAMES[account])
    shares = []
    for _ in range(MANY):
        shares.append(newcomer(begin)[1])
        clock.move(minutes=1)
    return shares, lambda state, page: [item.share for item in pages.inbox(staff("a1"), CARE, state, page).items]


@pytest.mark.parametrize("state", [None, InboxState.NEW])
def test_each_page_goes_on_where_the_one_before_ended(inbox, state):
    shares, page = inbox
    found = [page(state, number) for number in range(1, 6)]
    assert [len(one) for one in found] == [PAGE] * 4 + [7]
    assert [share for one in found for share in one] == shares
