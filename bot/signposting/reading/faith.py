"""Whose faith or culture a text tells of: that of somebody who died, or is dying, says nothing of whoever asks."""

from collections.abc import Sequence
from typing import Final

from bot.signposting.reading.events import Line
from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.people import read_people

_WAS: Final = frozenset({"was", "were", "is", "being"})
_HE: Final = frozenset({"he", "she", "they"})
_NEAR: Final = 3
"""Words between "was" and a faith, at the most: "my neighbour was a very devout muslim"."""


def faiths_of_others(words: Sequence[str]) -> frozenset[str]:
    """Return the kinds of needs.yml, such as "muslim", that are told of those who died, are dying or ill alone."""
    line, faiths = Line(words), lexicon().faiths
    told = [
        (kind, place)
        for row in lexicon().rows
        for kind in faiths & set(row.kinds)
        for place in line.places(row.phrases)
    ]
    if not told:
        return frozenset()
    claimed = _claimed(words, {at for _, (start, end) in told for at in range(start, end)})
    own = {kind for kind, (start, end) in told if not _is_of_another(line, claimed, start, end)}
    return frozenset(kind for kind, _ in told) - own


def _claimed(words: Sequence[str], faith: set[int]) -> frozenset[int]:
    """Where those stand who died, are dying or ill, read as if no faith were told: "lost my sikh colleague"."""
    rest = [at for at in range(len(words)) if at not in faith]
    return frozenset(rest[at] for at in read_people([words[at] for at in rest]).claimed)


def _is_of_another(line: Line, claimed: frozenset[int], start: int, end: int) -> bool:
    """Whether this word describes one of those: "my muslim neighbour died", "mum was catholic", "he was a sikh"."""
    if described := line.following(end, 2):
        return bool(claimed & set(described))
    was = next((at for at in range(start - 1, max(0, start - 2 - _NEAR), -1) if line.words[at] in _WAS), None)
    if was is None:
        return False
    pronoun = line.words[was] != "is" and line.words[was - 1] in _HE
    return was - 1 in claimed or (pronoun and bool(claimed))
