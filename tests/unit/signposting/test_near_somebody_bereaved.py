"""Who is near somebody bereaved in Dorset: help in grief comes first, and no general help with mental health."""

import pytest

from bot.bootstrap import SupportDesk
from bot.model.directory import Looking, Need
from bot.model.position import Position
from bot.signposting.finder import Finder
from bot.signposting.meaning import Reader
from bot.signposting.seed import read_seed
from bot.stages.services import find
from tests.unit.fakes import MovingClock

SEEDS = tuple(entry for entry in read_seed() if not (entry.held_back or entry.closed))


class _Talk:
    def __init__(self):
        clock = MovingClock()
        desk = SupportDesk(None, Finder(lambda: SEEDS, Reader().read, clock), clock)
        self.facts = type("Facts", (), {"support": desk})
        self.position = Position()


@pytest.mark.parametrize("district", ["BH15", "DT1", "DT4", "BH21"])
@pytest.mark.parametrize("words", ["is there anyone round here", "what is there near me", "anyone local to talk to"])
def test_help_in_grief_comes_first(district, words):
    found = find(_Talk(), Looking(district=district, needs=(Need.BEREAVEMENT,), text=words))
    assert all(Need.BEREAVEMENT in match.entry.needs or Need.CRISIS in match.entry.needs for match in found.matches)


@pytest.mark.parametrize("words", ["is there anyone round here", "anyone local i could talk to"])
def test_who_looks_for_company_is_shown_what_is_local(words):
    looking = Looking(district="DT1", needs=(Need.LOCAL_SUPPORT,), text=words)
    found = find(_Talk(), looking)
    assert any(Need.LOCAL_SUPPORT in match.entry.needs for match in found.matches)
