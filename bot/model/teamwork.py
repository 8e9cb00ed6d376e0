"""What a team sees of what a person shared with it, and what it says back. Words as they were written; times in UTC."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.model.position import Door


class InboxState(StrEnum):
    """Why a share stands in the inbox. The first that fits, in this order."""

    NEW = "new"
    CHANGED = "changed"
    ANSWERED = "answered"
    DUE = "due"
    READ = "read"


class Progress(StrEnum):
    """What has become of something the team said it would do."""

    PLANNED = "planned"
    DONE = "done"
    PARTLY = "partly"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One share. `called` is the name the person gave to this team, by their own account; empty when they gave none.

    `due` is the earliest day by which the team said something would be done and is not.
    """

    share: str
    team: str
    called: str
    state: InboxState
    shared_at: datetime
    changed_at: datetime
    version: int
    due: date | None


@dataclass(frozen=True, slots=True)
class InboxPage:
    """One page of an inbox; `counts` are of the whole inbox, by state; `pages` is at least 1."""

    items: tuple[InboxItem, ...]
    counts: dict[InboxState, int]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One thing that matters, its id in the summary, and why it does if that was said."""

    id: str
    words: str
    why: str | None


@dataclass(frozen=True, slots=True)
class TeamSection:
    """The lines under one heading of PRSB About Me, most important first."""

    heading: str
    lines: tuple[TeamLine, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What one version changed against the one before it: whole lines, in the person's words."""

    version: int
    at: datetime
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the team said it would do about a line. `told` the person has been told of its present state.

    `line` is empty once the person has changed or taken out what it was about; `about` is what it said then, and empty
    for the team once that is shared no more. `words` are the newest: for what is not possible, the because; `promised`
    is what was said at first, if that was different.
    """

    id: str
    line: str
    state: Progress
    words: str
    due: date | None
    made_by: str
    changed_at: datetime
    told: bool
    about: str = ""
    promised: str = ""
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class TeamQuestion:
    """What the team asked. `answer` None: none yet; `left` the person chose not to answer."""

    id: str
    question: str
    asked_by: str
    asked_at: datetime
    told: bool
    answer: str | None
    answered_at: datetime | None
    left: bool


@dataclass(frozen=True, slots=True)
class Reflection:
    """What was learnt, against one of the seven success statements (1 to 7). `people` is how many were there."""

    id: str
    statement: int
    together: bool
    words: str
    made_by: str
    created_at: datetime
    people: int = 1


@dataclass(frozen=True, slots=True)
class SharedWithTeam:
    """One person's page. `not_known` are headings that were shared and hold nothing, or were not shared.

    `door` close: it is somebody's own view of another person. `supported`: who helped to write it.
    """

    share: str
    team: str
    called: str
    written_by: str
    sections: tuple[TeamSection, ...]
    not_known: tuple[str, ...]
    version: int
    updated_at: datetime
    expires_at: datetime
    earlier: tuple[Earlier, ...]
    commitments: tuple[Commitment, ...]
    questions: tuple[TeamQuestion, ...]
    reflections: tuple[Reflection, ...]
    door: Door = Door.ME
    supported: str = ""
