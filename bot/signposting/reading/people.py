"""Who died or is dying, who grieves, and how old they are: read from the words around what happened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.model.directory import Relationship
from bot.signposting.reading.events import Line
from bot.signposting.reading.lexicon import lexicon

_GROWN_UP: Final = 18
_SWEETHEARTS: Final = 16
"""Below this age nobody has lost a partner; the age is then that of a child of theirs."""
_OLDEST: Final = 110
_NOT_YEARS: Final = frozenset(
    {"weeks", "week", "wks", "wk", "months", "month", "days", "day", "hours", "hour", "minutes", "years", "year", "yrs"}
    | {"yr", "ago", "am", "pm", "times", "miles", "percent"}
)
_IS: Final = frozenset({"is", "aged", "age", "whos", "thats", "who", "of"})
_AM: Final = frozenset({"i", "im", "ive", "me", "am", "hes", "shes", "only", "just"})
_ME: Final = frozenset({"i", "im", "ive", "me", "am"})
_THEY_ARE: Final = frozenset({"hes", "shes"})
_HE: Final = frozenset({"he", "she", "hes", "shes"})
_OURS: Final = frozenset({"my", "our", "his", "her", "their"})
_HAS: Final = frozenset({"have", "has", "with", "and", "got", "had"})
_HAPPENED: Final = frozenset({"died", "dead", "killed", "drowned", "passed", "was"})


@dataclass(slots=True)
class Told:
    """What the words say of people.

    `died`, `dying` and `ill` hold who it was by the place of the word, None for somebody who is none of the five.
    `self_dying`: the one who writes. `age` and `young` are about whoever looks for help; `children`: there are children
    who did not die; `ill_child`: it is a child who is dying or ill; `grown_up_child`: a son or daughter is, who is no
    child any more. `of_nobody`: so is somebody who was not named.
    """

    died: dict[int, Relationship | None] = field(default_factory=dict)
    dying: dict[int, Relationship | None] = field(default_factory=dict)
    ill: dict[int, Relationship | None] = field(default_factory=dict)
    widowed: list[Relationship] = field(default_factory=list)
    somebody_died: bool = False
    self_dying: bool = False
    grown_up_child: bool = False
    of_nobody: bool = False
    age: int | None = None
    young: bool = False
    children: bool = False
    ill_child: bool = False

    @property
    def relationships(self) -> tuple[Relationship, ...]:
        """Who died; where nobody has, who is dying or ill."""
        gone = [*self.widowed, *self.died.values()]
        found = gone or [*self.dying.values()] or [*self.ill.values()]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    @property
    def of_a_death(self) -> bool:
        """Whether somebody has died."""
        return bool(self.somebody_died or self.died or self.widowed)

    @property
    def claimed(self) -> frozenset[int]:
        """The places of words for those who died, are dying or ill: all others are about those who live."""
        return frozenset({*self.died, *self.dying, *self.ill})


def read_people(words: Sequence[str]) -> Told:
    """Read who died, who is dying, and who grieves."""
    line = Line(words)
    told = _events(line)
    _read_ages(line, told)
    _read_grievers(line, told)
    return told


def _events(line: Line) -> Told:
    about, told = lexicon().people, Told()
    told.widowed = [who for who, phrases in about.widowed.items() if phrases.search(line.text)]
    for start, end in line.places(about.died):
        told.somebody_died = True
        _note(line, told, told.died, line.whose(start, end))
    for start, end in line.places(about.died_noun):
        _note(line, told, told.died, line.right_by(start, end))
    for _, end in line.places(about.lost):
        _note(line, told, told.died, line.following(end))
    for _, end in line.places(about.losing):
        _note(line, told, told.dying, line.following(end))
    for start, end in line.places(about.dying):
        if line.is_self(start):
            told.self_dying = True
        else:
            _note_now(line, told, told.dying, start, end)
    for start, end in line.places(about.ill):
        if not line.is_self(start):
            _note_now(line, told, told.ill, start, end)
    return told


def _note_now(line: Line, told: Told, where: dict[int, Relationship | None], start: int, end: int) -> None:
    places = line.whose_now(start, end)
    told.of_nobody |= not places
    _note(line, told, where, places)


def _note(line: Line, told: Told, where: dict[int, Relationship | None], places: Sequence[int]) -> None:
    for at in places:
        person = line.person(at)
        if person is not None and at not in told.claimed:
            where[at] = person.relationship


def _read_ages(line: Line, told: Told) -> None:
    """Find the age of whoever looks for help; that of somebody who died is not theirs."""
    for at, word in enumerate(line.words):
        age = int(word) if word.isdecimal() and len(word) <= 3 else 0  # noqa: PLR2004
        if not 0 < age <= _OLDEST or not _is_age(line, at):
            continue
        living = _is_of_the_living(line, at, told)
        if not living and _HAPPENED & set(line.words[at + 3 : at + 4]):
            continue
        subject = None if living else _subject(line, at)
        if subject in told.claimed or "was" in line.words[max(0, at - 2) : at]:
            told.ill_child |= age < _GROWN_UP and subject is not None and _lives_ill(told, subject)
            told.grown_up_child |= age >= _GROWN_UP and _is_a_child_of_theirs(told, subject)
        elif age < _GROWN_UP and _is_their_child(line, at, told):
            told.children = True
        elif told.age is None:
            told.age = age
            told.ill_child |= age < _GROWN_UP and told.of_nobody and at > 0 and line.words[at - 1] in _OURS
            told.grown_up_child |= age >= _GROWN_UP and _HE & set(line.words[max(0, at - 2) : at]) != set()


def _read_grievers(line: Line, told: Told) -> None:
    """Find children among those who live."""
    about = lexicon().people
    partner = Relationship.PARTNER in told.relationships
    if told.age is not None and told.age < _SWEETHEARTS and partner:
        told.age, told.children = None, True
    told.ill_child |= any(_lives_ill(told, at) and _is_young(line.words[at]) for at in told.claimed)
    living = {word for at, word in enumerate(line.words) if at not in told.claimed and not line.was_once(at)}
    happened = bool(told.died or told.dying)
    grown_up = told.age is not None and told.age >= _GROWN_UP
    child = any(word in about.young or word.removesuffix("s") in about.young for word in living)
    child |= happened and bool(living & about.small)
    told.children |= child and not grown_up
    told.young = (told.age is not None and told.age < _GROWN_UP) or (
        told.children
        and happened
        and not (partner or told.self_dying or set(told.relationships) == {Relationship.CHILD})
    )


def says_own_age(words: Sequence[str], age: int) -> bool:
    """Whether the one who writes is of this age: "im only 14"."""
    return any(word == str(age) and bool(_ME & set(words[max(0, at - 3) : at])) for at, word in enumerate(words))


def _is_a_child_of_theirs(told: Told, at: int | None) -> bool:
    return at is not None and Relationship.CHILD in {told.dying.get(at), told.ill.get(at)}


def _lives_ill(told: Told, at: int) -> bool:
    """Whether somebody is ill or dying, and has not died."""
    return at not in told.died and (at in told.dying or at in told.ill)


def _is_young(word: str) -> bool:
    about = lexicon().people
    return bool({word, word.removesuffix("s")} & (about.young | about.small | about.tiny))


def _is_age(line: Line, at: int) -> bool:
    after, before = line.words[at + 1 : at + 3], line.words[max(0, at - 1) : at]
    if after == ["year", "old"]:
        return True
    if after[:1] and after[0] in _NOT_YEARS:
        return False
    if not before:
        return len(after) > 0 and int(line.words[at]) >= _SWEETHEARTS and line.person(at + 1) is None
    return before[0] in _IS | _AM or before[0] in lexicon().people.strangers or line.person(at - 1) is not None


def _is_of_the_living(line: Line, at: int, told: Told) -> bool:
    """Whether a number is the age of the one who grieves: "I'm 72", or "she's 72" where nobody is dying or ill."""
    before = set(line.words[max(0, at - 1) : at])
    return bool(before & _ME) or (bool(before & _THEY_ARE) and not (told.dying or told.ill))


def _subject(line: Line, at: int) -> int | None:
    """Return where the person of an age stands: after "year old", or just before the number."""
    words = line.words
    if words[at + 1 : at + 3] != ["year", "old"]:
        return next((one for one in range(at - 1, max(-1, at - 4), -1) if line.person(one) is not None), None)
    for after in range(at + 3, min(at + 5, len(words))):
        if line.person(after) is not None:
            return after
        if words[after] not in lexicon().people.between:
            break
    before = at - 2 if at > 1 and words[at - 1] in _IS | {"a"} else at - 1
    return before if before >= 0 and line.person(before) is not None else None


def _is_their_child(line: Line, at: int, told: Told) -> bool:
    """Whether "a 5 year old" is somebody's child rather than the one who grieves."""
    before = [word for word in line.words[max(0, at - 4) : at] if word not in {"a", "an", "my", "our", "only"}]
    return bool(before) and before[-1] in _HAS and Relationship.PARTNER in told.relationships
