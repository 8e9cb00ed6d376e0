"""What the conversation has told of the one it is about, as far as the safety door needs it: dead, or ill."""

from bot.model.directory import Need
from bot.model.position import Door, Position
from bot.model.search import Grief

_BEFORE = frozenset({Grief.BEFORE, Grief.BEFORE_BABY})
_OF_THE_DYING = frozenset({Need.ANTICIPATORY_GRIEF, Need.END_OF_LIFE})


def has_died(position: Position) -> bool:
    """Say whether somebody has died, as was told, and nobody is grieved for who is alive.

    Beyond `about_a_death` it also knows a search for help in grief that is over.
    """
    sought = Need.BEREAVEMENT in position.sought.needs or bool(position.sought.losses)
    of_the_living = position.door in {Door.ME, Door.CLOSE, Door.WRITING}
    return (position.about_a_death or (sought and not of_the_living)) and not _grieves_ahead(position)


def is_ill(position: Position) -> bool:
    """Say whether it is about somebody else whose life may be short."""
    if has_died(position):
        return False
    needs = {*position.search.needs, *position.sought.needs}
    return position.about_them or _grieves_ahead(position) or bool(needs & _OF_THE_DYING)


def _grieves_ahead(position: Position) -> bool:
    searches = (position.search, position.sought)
    griefs = {position.bereft.grief, *(each.grief for each in searches), *(each.said for each in searches)}
    return bool(griefs & _BEFORE) or any(Need.ANTICIPATORY_GRIEF in each.needs for each in searches)
