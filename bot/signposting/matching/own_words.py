"""What a text says of whoever asks, and not of those it speaks about: their faith, and whether a child is ill."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.model.directory import Need
from bot.signposting.matching.features import ILL_CHILD
from bot.signposting.meaning import Meaning
from bot.signposting.reading.faith import faiths_of_others
from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.maybe_dead import may_be_dead
from bot.signposting.reading.missing import without_long_gone
from bot.signposting.reading.people import read_people, says_own_age
from bot.signposting.reading.phrases import line_of

GROWN_UP_CHILD: Final = "grown_up_child"
"""The kind of a text that speaks of a son or daughter who is ill, and no child any more."""
_GROWN_UP: Final = 18
_MAN_OR_WOMAN: Final = frozenset({"men", "women"})
_ALARM: Final = frozenset({"danger", "violence"})
_UNSURE: Final = frozenset({"perhaps", "listening"})


@dataclass(frozen=True, slots=True)
class Alarm:
    """`at_risk`: somebody's life may be in danger now. `died_lately`: somebody may have died today or yesterday."""

    at_risk: bool = False
    died_lately: bool = False


def own(meaning: Meaning) -> Meaning:
    """Return what is said of the one who asks.

    The family of an ill child asks as grown-ups, not as that child; how old they are themselves matters to no service.
    """
    meaning = _what_danger(_by_a_woman(_own_faith(meaning)))
    if ILL_CHILD in meaning.kinds:
        age = meaning.age
        own_illness = age is not None and age < _GROWN_UP and says_own_age(meaning.words, age)
        return meaning if own_illness else replace(meaning, for_child=False, age=None)
    if read_people(meaning.words).grown_up_child:
        return replace(meaning, kinds=meaning.kinds | {GROWN_UP_CHILD})
    return meaning


def alarm(meaning: Meaning) -> Alarm:
    """Return what comes before every service, if anything does. Who may be dead may be alive: that is danger, too."""
    crisis = meaning.needs[:1] == (Need.CRISIS,) and not meaning.marks & _UNSURE
    if "missing" in meaning.kinds:  # somebody who has been gone for years is no emergency by that alone
        crisis = _tell_of_crisis(without_long_gone(meaning.words))
    died = "recent" in meaning.marks and Need.AFTER_DEATH in meaning.needs
    return Alarm(crisis or bool(meaning.marks & _ALARM) or may_be_dead(meaning.words), died)


def _by_a_woman(meaning: Meaning) -> Meaning:
    """Whoever is hurt by "my wife" is a man or a woman; both are offered help, unless they say which they are."""
    told = not meaning.kinds & _MAN_OR_WOMAN and "by_a_woman" in meaning.kinds
    return replace(meaning, kinds=meaning.kinds | _MAN_OR_WOMAN) if told else meaning


def _what_danger(meaning: Meaning) -> Meaning:
    """Behind 999 come those who help with that danger: with violence, or with an illness near its end.

    A judge of danger knows neither from a wish to die; who listens to that is of less help here.
    """
    if meaning.needs[:1] != (Need.CRISIS,):
        return meaning
    others = tuple(need for need in meaning.needs if need is not Need.CRISIS)
    if meaning.marks >= _ALARM or ("violence" in meaning.marks and not _wants_to_die(meaning)):
        return replace(meaning, needs=(*others, Need.CRISIS), marks=meaning.marks | {"danger", "perhaps"})
    if "urgent" in meaning.marks and Need.END_OF_LIFE in others and not _wants_to_die(meaning):
        return replace(meaning, needs=(*others, Need.CRISIS))
    return meaning


def _wants_to_die(meaning: Meaning) -> bool:
    """Whether the words themselves tell of a crisis."""
    return _tell_of_crisis(meaning.words)


def _tell_of_crisis(words: Sequence[str]) -> bool:
    line = line_of(list(words))
    rows = (row for row in lexicon().rows if Need.CRISIS in row.needs and not set(row.marks) & (_UNSURE | _ALARM))
    return any(row.phrases.search(line) for row in rows)


def _own_faith(meaning: Meaning) -> Meaning:
    others = faiths_of_others(meaning.words)
    if not others:
        return meaning
    line = line_of(list(meaning.words))
    asked = any(
        Need.FAITH in row.needs and not set(row.kinds) & others and row.phrases.search(line) for row in lexicon().rows
    )
    needs = tuple(need for need in meaning.needs if asked or need is not Need.FAITH)
    return replace(meaning, needs=needs, kinds=meaning.kinds - others)
