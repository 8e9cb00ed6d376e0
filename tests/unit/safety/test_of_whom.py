"""What the door knows of the one it is about: dead some time ago, or ill."""

import pytest

from bot.model.directory import Loss, Need
from bot.model.of_whom import has_died, is_ill
from bot.model.position import Door, Position, Question
from bot.model.search import Grief, Search

AHEAD = Search(needs=(Need.ANTICIPATORY_GRIEF,), grief=Grief.BEFORE)


@pytest.mark.parametrize(
    ("position", "died", "ill"),
    [
        (Position(), False, False),
        (Position(door=Door.ME), False, False),
        (Position(door=Door.GRIEVING), True, False),
        (Position(question=Question.SIGNPOSTING_HOW, search=Search(needs=(Need.BEREAVEMENT,))), True, False),
        (Position(sought=Search(losses=(Loss.BABY,))), True, False),
        (Position(door=Door.CLOSE, sought=Search(needs=(Need.BEREAVEMENT,))), False, True),
        (Position(door=Door.CLOSE), False, True),
        (Position(door=Door.WRITING), False, True),
        (Position(search=AHEAD), False, True),
        (Position(door=Door.GRIEVING, search=AHEAD), False, True),
        (Position(sought=Search(needs=(Need.END_OF_LIFE,))), False, True),
        (Position(sought=Search(needs=(Need.CARERS,))), False, False),
    ],
)
def test_of_whom(position, died, ill):
    assert has_died(position) is died
    assert is_ill(position) is ill
