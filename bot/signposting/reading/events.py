"""A text as a line of words: where something happened in it, and to which of the people around."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from bot.signposting.reading.lexicon import Person, lexicon
from bot.signposting.reading.phrases import Phrases, line_of

_BEFORE, _AFTER, _RIGHT_BEFORE, _RIGHT_AFTER = 8, 6, 2, 1
"""Words between somebody and what happened to them, at the most."""
_SELF: Final = frozenset({"i", "im", "ive", "me"})
_GENDERS: Final = {"he": "m", "she": "f", "hes": "m", "shes": "f"}
_OTHERS: Final = frozenset({"him", "her", "them"})
_DESCRIBING: Final = frozenset({"dying", "terminal", "terminally", "ill", "palliative", "incurable", "poorly"})
"""What is said of somebody right before their name, too."""
_IS: Final = frozenset({"is", "are", "was", "were", "am", "be", "being", "hes", "shes", "theyre", "not", "now"})
_POSSESSIVES: Final = frozenset({"my", "his", "her", "their", "our", "your", "the"})


class Line:
    """The words of one text, and the people among them."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)
        self.text = line_of(self.words)
        self._about = lexicon().people
        self._starts: list[int] = []
        at = 0
        for word in self.words:
            self._starts.append(at)
            at += len(word) + 1

    def places(self, phrases: Phrases) -> Iterator[tuple[int, int]]:
        """Yield where each of these phrases stands: its first word, and the one after its last."""
        text = self.text
        if phrases.unless is not None:
            text = phrases.unless.sub(lambda found: re.sub(r"\S", "~", found[0]), text)
        for found in phrases.say.finditer(text):
            yield self._word_at(found.start()), self._word_at(found.end() - 1) + 1

    def person(self, at: int) -> Person | None:
        """Return the person that a word is for; "husbands" is a husband."""
        people, word = self._about.people, self.words[at]
        return people.get(word) or (people.get(word.removesuffix("s")) if word.endswith("s") else None)

    def whose(self, start: int, end: int) -> list[int]:
        """Return where the people stand to whom something happened that stands after them, else right after it."""
        return self._whose(start, end, _BEFORE, _AFTER)

    def whose_now(self, start: int, end: int) -> list[int]:
        """The same for what is happening: somebody right after it ("my dying mum"), else it is about nobody named.

        "Parents of a dying child": who such a word describes is meant, before who stood there first.
        """
        describes = self.words[end - 1] in _DESCRIBING and not _IS & set(self.words[max(0, start - 1) : start])
        described = self.following(end, _RIGHT_AFTER) if describes else []
        return described or self._whose(start, end, _BEFORE, _RIGHT_AFTER)

    def right_by(self, start: int, end: int) -> list[int]:
        """The same for a noun: "my husbands funeral", or somebody after it."""
        return self._whose(start, end, _RIGHT_BEFORE, _AFTER)

    def following(self, end: int, reach: int = _AFTER) -> list[int]:
        """Return where the person right after an event stands: the sister in "lost my husbands sister"."""
        for at in range(end, min(end + reach, len(self.words))):
            if self.person(at) is not None:
                return self._with_next(self._last_of_chain(at))
            if self.words[at] not in self._about.between and not self.words[at].isdecimal():
                break
        return []

    def is_self(self, start: int) -> bool:
        """Whether what stands here happens to the one who writes."""
        for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
            if self.words[at] in _SELF:
                return True
            if self.person(at) is not None or self.words[at] in _GENDERS or self.words[at] in self._about.strangers:
                return False
        return False

    def was_once(self, at: int) -> bool:
        """Whether this is what somebody was then: the teenagers in "when they were teenagers"."""
        before = self.words[max(0, at - 4) : at]
        return "when" in before and bool({"was", "were"} & set(before))

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _whose(self, start: int, end: int, before: int, after: int) -> list[int]:
        near = self.words[max(0, start - 2) : start]
        if near[-1:] and near[-1] in _OTHERS:
            return []
        gender = next((_GENDERS[word] for word in reversed(near) if word in _GENDERS), "")
        for at in range(start - 1, max(-1, start - 1 - before), -1):
            person = self.person(at)
            if person is not None and (not gender or person.gender in {gender, "any"}):
                return self._with_other(self._of_whom(at))
        return self.following(end, after)

    def _of_whom(self, at: int) -> int:
        """From "my children" in "the dad of my children" to the dad; "father of three, wife" stays with the wife."""
        back = at - 1
        while back > 0 and self.words[back] in self._about.between and self.words[back] != "of":
            back -= 1
        several = self.words[at].endswith("s") or self.words[at] == "children"
        if back <= 0 or self.words[back] != "of" or self.person(back - 1) is None:
            return at
        return back - 1 if several or _POSSESSIVES & set(self.words[back + 1 : at]) else at

    def _with_other(self, at: int) -> list[int]:
        """Both in "my mum and dad died"."""
        back = at - 1
        while back > 0 and self.words[back] in self._about.between:
            back -= 1
        both = back > 0 and self.words[back] == "and" and self.person(back - 1) is not None
        return [at, back - 1] if both else [at]

    def _with_next(self, at: int) -> list[int]:
        """Both in "lost my mum and dad"."""
        both = self.words[at + 1 : at + 2] == ["and"] and at + 2 < len(self.words) and self.person(at + 2) is not None
        return [at, at + 2] if both else [at]

    def _last_of_chain(self, at: int) -> int:
        while at + 1 < len(self.words) and self.words[at].endswith("s") and self.person(at + 1) is not None:
            at += 1
        return at
