"""A person's words before and after they are kept: lines under headings. The only types that hold words."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from bot.model.headings import Heading
from bot.model.plan import Plan
from bot.model.position import Door
from bot.model.reflection import Reflection


class Kind(StrEnum):
    """What a line answers. A `why` belongs to the `what` (or the `place`) of the same topic."""

    WHAT = "what"
    WHY = "why"
    SUPPORT = "support"
    ADDED = "added"
    PLACE = "place"
    DO = "do"
    DO_NOT = "do_not"
    CARING = "caring"
    FOR_OTHERS = "for_others"

    @property
    def label(self) -> str:
        """What stands before words that do not say by themselves what was asked, or an empty string."""
        return _LABELS.get(self, "")


_LABELS = {
    Kind.WHY: "Why",
    Kind.PLACE: "Place of care",
    Kind.DO: "Please do",
    Kind.DO_NOT: "Please do not",
    Kind.CARING: "For the one who cares",
    Kind.FOR_OTHERS: "For those who are close",
}
_SAID = ("to_add", "called", "to_send", "told_too", "supported", "not_right", "asked_edit", "about")
_THINGS = frozenset({Kind.WHAT, Kind.PLACE})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a person said, exactly as they said it.

    `id` is unique in a draft; `topic` counts the things that matter from 0, and joins what, why and support.
    """

    id: str
    heading: Heading
    kind: Kind
    topic: int
    words: str

    @property
    def shown(self) -> str:
        """The words as others read them: behind their label. A why has its own place on a page."""
        return self.words if self.kind is Kind.WHY or not self.kind.label else f"{self.kind.label}: {self.words}"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said and is not kept yet. `opening` came before the first question; `recipient` names a reader.

    `called` is the name a team may know them by, `to_send` an answer to a team that is not sent yet. `door` is that of
    the kept summary being changed, if any. `to_add` was said where a heading is still to be chosen. `reflections` look
    back on talks, the last on the latest one; `plan` is for a conversation. Neither is part of a summary. `told_too`
    was told in the same breath as a question, and is an answer if the person says so. `supported`: who helped to write
    it, in words of their own. `not_right`: what was not right, not sent yet. `asked_edit` asks for a change to a line,
    while which line it is for is asked. `about` is whom it is about, as they told it: "your wife", or a name. `readers`
    and `trusted` are named for after a death, and not agreed to yet.
    """

    lines: tuple[Line, ...] = ()
    opening: str = ""
    recipient: str = ""
    next_line: int = field(default=1)
    door: Door | None = None
    to_add: str = ""
    called: str = ""
    to_send: str = ""
    told_too: str = ""
    supported: str = ""
    not_right: str = ""
    asked_edit: str = ""
    about: str = ""
    readers: tuple[str, ...] = ()
    trusted: tuple[str, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    plan: Plan = field(default_factory=Plan)

    @property
    def in_order(self) -> tuple[Line, ...]:
        """Lines as they are read back: by heading, each why behind its what."""
        return in_order(self.lines)

    @property
    def reflection(self) -> Reflection:
        """The look back on the latest talk; an empty one where there is none."""
        return self.reflections[-1] if self.reflections else Reflection()

    def reflecting(self, **changes: Any) -> Self:
        """Return a copy in which the look back on the latest talk says something else."""
        return replace(self, reflections=(*self.reflections[:-1], replace(self.reflection, **changes)))

    def line(self, line_id: str) -> Line | None:
        """Return the line with this id, or None."""
        return next((line for line in self.lines if line.id == line_id), None)

    def said(self, kind: Kind, topic: int) -> Line | None:
        """Return the line of this kind for this topic, or None."""
        return next((line for line in self.lines if line.kind is kind and line.topic == topic), None)

    @property
    def things(self) -> tuple[Line, ...]:
        """The things that matter, as they are read back."""
        return tuple(line for line in self.in_order if line.kind in _THINGS)

    def thing(self, topic: int) -> Line | None:
        """Return the line that says what matters in this topic, or None."""
        return next((line for line in self.lines if line.kind in _THINGS and line.topic == topic), None)

    def with_words(self, line_id: str, words: str) -> Self:
        """Return a copy in which one line says something else."""
        return replace(self, lines=tuple(replace(li, words=words) if li.id == line_id else li for li in self.lines))

    def adding(self, heading: Heading, kind: Kind, topic: int, words: str) -> Self:
        """Return a copy with one more line at the end."""
        line = Line(f"l{self.next_line}", heading, kind, topic, words)
        return replace(self, lines=(*self.lines, line), next_line=self.next_line + 1)

    def without(self, line_id: str) -> Self:
        """Return a copy without this line."""
        return replace(self, lines=tuple(li for li in self.lines if li.id != line_id))

    def first(self, line_id: str) -> Self:
        """Return a copy in which this line (and its why) comes first under its heading."""
        chosen = self.line(line_id)
        if chosen is None:
            return self
        return replace(self, lines=(chosen, *(li for li in self.lines if li.id != line_id)))

    def last(self, line_id: str) -> Self:
        """Return a copy in which this line (and its why) comes last under its heading."""
        moved = [li for li in self.lines if li.id == line_id]
        return replace(self, lines=(*(li for li in self.lines if li.id != line_id), *moved))

    def most_important(self, line_id: str) -> Self:
        """Return a copy in which this thing (and its why) comes first of all, under what is most important."""
        chosen = self.line(line_id)
        if chosen is None:
            return self
        explains = (chosen.kind, Kind.WHY)
        lines = tuple(
            replace(li, heading=Heading.MOST_IMPORTANT) if li.topic == chosen.topic and li.kind in explains else li
            for li in self.lines
        )
        return replace(self, lines=lines).first(line_id)

    def to_json(self) -> dict[str, Any]:
        """Return plain types for sealing."""
        return {
            "lines": [[li.id, li.heading.value, li.kind.value, li.topic, li.words] for li in self.lines],
            "opening": self.opening,
            "recipient": self.recipient,
            "next_line": self.next_line,
            "door": self.door.value if self.door else None,
            "to_add": self.to_add,
            "called": self.called,
            "to_send": self.to_send,
            "told_too": self.told_too,
            "supported": self.supported,
            "not_right": self.not_right,
            "asked_edit": self.asked_edit,
            "about": self.about,
            "readers": list(self.readers),
            "trusted": list(self.trusted),
            "reflections": [each.to_json() for each in self.reflections],
            "plan": self.plan.to_json(),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave."""
        lines = tuple(Line(i, Heading(h), Kind(k), int(t), w) for i, h, k, t, w in data["lines"])
        door = Door(data["door"]) if data.get("door") else None
        said = {name: data.get(name, "") for name in _SAID}
        readers, trusted = (tuple(data.get(name, ())) for name in ("readers", "trusted"))
        reflections = tuple(Reflection.from_json(each) for each in data.get("reflections", ()))
        plan = Plan.from_json(data.get("plan") or {})
        kept = (data["opening"], data["recipient"], data["next_line"], door)
        return cls(lines, *kept, **said, readers=readers, trusted=trusted, reflections=reflections, plan=plan)


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines by heading in the standard's order, each why directly behind the what it explains."""
    lines = tuple(lines)
    whys = {li.topic: li for li in lines if li.kind is Kind.WHY}
    explained = {li.topic for li in lines if li.kind in _THINGS}
    ordered: list[Line] = []
    for heading in Heading:
        for line in lines:
            if line.heading is not heading or (line.kind is Kind.WHY and line.topic in explained):
                continue
            ordered.append(line)
            if line.kind in _THINGS and line.topic in whys:
                ordered.append(whys.pop(line.topic))
    return tuple(ordered)
