"""Which question would narrow a search best. A question whose answer changes nothing is not put to somebody in need."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Literal

from bot.model.directory import Loss, Nation, Need, Relationship
from bot.signposting.matching.wanted import Wanted

Kind = Literal["who", "how", "place"]
MOST: Final = 2
"""Questions of one search."""
_GRIEF: Final = frozenset({Need.BEREAVEMENT, Need.ANTICIPATORY_GRIEF})
_ORDER: Final[tuple[Kind, ...]] = ("who", "how", "place")
"""Between questions that are worth as much, the easier one to answer."""
_SOMEWHERE: Final = (
    (("DT1",), Nation.ENGLAND),
    (("BH1",), Nation.ENGLAND),
    (("EH1",), Nation.SCOTLAND),
    (("CF10",), Nation.WALES),
    (("BT1",), Nation.NORTHERN_IRELAND),
)
"""Places that stand for all others: two in Dorset, and one in each of the other nations."""

Choose = Callable[[Wanted], Sequence[str]]
"""Returns the ids of what would be shown."""


def next_question(wanted: Wanted, asked: Sequence[str], choose: Choose) -> Kind | None:
    """Return the question worth asking next, or None. `asked` are those put so far, whatever they are called.

    "who" died, "how", or at which "place". Nobody in danger is asked anything.
    """
    if len(asked) >= MOST or wanted.crisis_only or not wanted.anything:
        return None
    shown = tuple(choose(wanted))
    worth = {kind: _worth(kind, wanted, shown, choose) for kind in _ORDER if kind not in asked}
    best = max(worth, key=worth.__getitem__, default=None)
    return best if best is not None and worth[best] > 0 else None


def _worth(kind: Kind, wanted: Wanted, shown: tuple[str, ...], choose: Choose) -> float:
    """Return how much answers would change what is shown: 0 nothing, 1 all of it, whatever the answer."""
    answers = _answers(kind, wanted)
    changes = [_difference(shown, tuple(choose(answer))) for answer in answers]
    return sum(changes) / len(changes) if changes else 0


def _answers(kind: Kind, wanted: Wanted) -> list[Wanted]:
    grieves = bool(_GRIEF & set(wanted.needs))
    if kind == "who" and grieves and not wanted.relationships:
        return [replace(wanted, relationships=frozenset({who})) for who in Relationship]
    if kind == "how" and Need.BEREAVEMENT in wanted.needs and not wanted.losses:
        return [replace(wanted, losses=frozenset({how})) for how in (Loss.SUICIDE, Loss.SUDDEN)]
    if kind == "place" and not wanted.codes and not wanted.nation_known:
        return [
            replace(wanted, codes=codes, nations=frozenset({nation}), nation_known=True) for codes, nation in _SOMEWHERE
        ]
    return []


def _difference(shown: tuple[str, ...], others: tuple[str, ...]) -> float:
    return 1 - len(set(shown) & set(others)) / max(len(shown), len(others), 1)
