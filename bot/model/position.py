"""Where a person is in the conversation, without a word they typed. It lives in the record store, not in Rasa."""

from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

from bot.model.again import Again
from bot.model.bereft import Bereft
from bot.model.felt import Felt
from bot.model.headings import Heading
from bot.model.heard import Heard
from bot.model.safety import Asked, Told
from bot.model.search import AfterDeath, Search
from bot.model.topics import Focus


class Door(StrEnum):
    """Who the conversation is for."""

    ME = "me"
    CLOSE = "close"
    WRITING = "writing"
    GRIEVING = "grieving"
    HELPING = "helping"

    def over(self, heading: Heading) -> str:
        """Return a heading as it stands over words of this door."""
        return heading.of_them if self is Door.CLOSE else heading.label


WRITES = frozenset({Door.ME, Door.CLOSE, Door.WRITING})
"""Where what matters is written down: by oneself, as one's own view, or typed as the person says it."""


class Stage(StrEnum):
    """The six stages. The same words are used in files, responses, rules, actions and tests."""

    PLAN = "plan"
    FOCUS = "focus"
    RECORD = "record"
    SHARE = "share"
    REFLECT = "reflect"
    IMPROVE = "improve"


class Question(StrEnum):
    """Everything that can be open between two messages. The first word is the topic of its response."""

    WELCOME_DOOR = "welcome_door"
    PLAN_WHO = "plan_who"
    PLAN_OTHERS = "plan_others"
    PLAN_WHEN = "plan_when"
    PLAN_WHERE = "plan_where"
    PLAN_HOPE = "plan_hope"
    PLAN_HARD = "plan_hard"
    PLAN_TONE = "plan_tone"
    PLAN_WORDS = "plan_words"
    PLAN_CHECK = "plan_check"
    PLAN_CHANGE = "plan_change"
    PLAN_READY = "plan_ready"
    PLAN_CLEAR = "plan_clear"
    FOCUS_WHAT = "focus_what"
    FOCUS_WHY = "focus_why"
    FOCUS_SUPPORT = "focus_support"
    FOCUS_MORE = "focus_more"
    FOCUS_SEVERAL = "focus_several"
    FOCUS_PLACE = "focus_place"
    FOCUS_DO = "focus_do"
    FOCUS_DO_NOT = "focus_do_not"
    FOCUS_CARING = "focus_caring"
    FOCUS_ORDER = "focus_order"
    RECORD_CHECK = "record_check"
    RECORD_CHANGE_WHICH = "record_change_which"
    RECORD_CHANGE_WORDS = "record_change_words"
    RECORD_REMOVE_WHICH = "record_remove_which"
    RECORD_REMOVE_BIT = "record_remove_bit"
    RECORD_MOVE_WHICH = "record_move_which"
    RECORD_ADD_HEADING = "record_add_heading"
    RECORD_ADD_WORDS = "record_add_words"
    RECORD_HELPED = "record_helped"
    RECORD_PASTE = "record_paste"
    RECORD_CONSENT = "record_consent"
    RECORD_COPY = "record_copy"
    RECORD_COPY_WHICH = "record_copy_which"
    RECORD_COPY_MORE = "record_copy_more"
    RECORD_DELETE = "record_delete"
    SHARE_WHO = "share_who"
    SHARE_CALLED = "share_called"
    SHARE_SECTIONS = "share_sections"
    SHARE_EXPIRY = "share_expiry"
    SHARE_CONSENT = "share_consent"
    SHARE_TEAM_CONSENT = "share_team_consent"
    SHARE_STOP_WHICH = "share_stop_which"
    SHARE_AFTER_WHO = "share_after_who"
    SHARE_AFTER_PARTS = "share_after_parts"
    SHARE_AFTER_TRUSTED = "share_after_trusted"
    SHARE_AFTER_UNTIL = "share_after_until"
    SHARE_AFTER_CONSENT = "share_after_consent"
    IMPROVE_ANSWER = "improve_answer"
    IMPROVE_SEND = "improve_send"
    IMPROVE_NOT_RIGHT = "improve_not_right"
    IMPROVE_NOT_RIGHT_SEND = "improve_not_right_send"
    IMPROVE_COUNT = "improve_count"
    IMPROVE_CONTACT = "improve_contact"
    SIGNPOSTING_NEED = "signposting_need"
    SIGNPOSTING_WHO = "signposting_who"
    SIGNPOSTING_HOW = "signposting_how"
    SIGNPOSTING_YOUNG = "signposting_young"
    SIGNPOSTING_PLACE = "signposting_place"
    SIGNPOSTING_WRONG = "signposting_wrong"
    BEREAVEMENT_WHICH = "bereavement_which"
    BEREAVEMENT_NATION = "bereavement_nation"
    BEREAVEMENT_STEP = "bereavement_step"
    REFLECT_HOW = "reflect_how"
    REFLECT_LEARNED = "reflect_learned"
    REFLECT_UNSAID = "reflect_unsaid"
    REFLECT_NOW = "reflect_now"
    REFLECT_NOTES = "reflect_notes"
    REFLECT_UNDER = "reflect_under"
    REFLECT_NEXT = "reflect_next"
    REFLECT_AGAIN = "reflect_again"
    REMINDER_WHEN = "reminder_when"
    REMINDER_KEEP = "reminder_keep"
    SESSION_START_OVER = "session_start_over"


FOR_CONSENT = frozenset(
    {
        Question.RECORD_CONSENT,
        Question.RECORD_COPY,
        Question.RECORD_DELETE,
        Question.SHARE_CONSENT,
        Question.SHARE_TEAM_CONSENT,
        Question.SHARE_AFTER_CONSENT,
        Question.IMPROVE_SEND,
        Question.IMPROVE_NOT_RIGHT_SEND,
        Question.IMPROVE_COUNT,
        Question.IMPROVE_CONTACT,
        Question.REFLECT_NOTES,
        Question.PLAN_CLEAR,
        Question.SESSION_START_OVER,
    }
)
"""Questions that ask for a yes to an act. A yes in words has to be the last word: what follows it may take it back."""
FOR_GOOD = frozenset({Question.RECORD_COPY, Question.RECORD_DELETE, Question.PLAN_CLEAR, Question.SESSION_START_OVER})
"""Those of them that lead to what cannot be undone. A button that was pressed may be taken back too."""


class Expecting(StrEnum):
    """How the next message is read: nothing open, an open question (any words answer it), or a choice."""

    OPEN = "open"
    ANSWERING = "answering"
    CHOOSING = "choosing"


class Unsent(StrEnum):
    """What was said of an answer to a team that is written and not sent."""

    KEPT = "kept"
    """It was left on the way, as to find support: the person was told that it is kept."""
    LATER = "later"
    """The person said that it can wait: it is come back to when they ask."""


_OPEN_QUESTIONS = frozenset(
    {
        Question.PLAN_WHO,
        Question.PLAN_OTHERS,
        Question.PLAN_WHEN,
        Question.PLAN_WHERE,
        Question.PLAN_HOPE,
        Question.PLAN_HARD,
        Question.PLAN_TONE,
        Question.PLAN_WORDS,
        Question.FOCUS_WHAT,
        Question.FOCUS_WHY,
        Question.FOCUS_SUPPORT,
        Question.FOCUS_MORE,
        Question.FOCUS_PLACE,
        Question.FOCUS_DO,
        Question.FOCUS_DO_NOT,
        Question.FOCUS_CARING,
        Question.RECORD_CHANGE_WORDS,
        Question.RECORD_ADD_WORDS,
        Question.RECORD_HELPED,
        Question.RECORD_PASTE,
        Question.SHARE_WHO,
        Question.SHARE_CALLED,
        Question.SHARE_AFTER_WHO,
        Question.SHARE_AFTER_TRUSTED,
        Question.IMPROVE_ANSWER,
        Question.IMPROVE_NOT_RIGHT,
        Question.REFLECT_HOW,
        Question.REFLECT_LEARNED,
        Question.REFLECT_UNSAID,
        Question.REFLECT_NOW,
        Question.REFLECT_NEXT,
        Question.REFLECT_AGAIN,
    }
)


_OF_A_DEATH = frozenset({Question.BEREAVEMENT_WHICH, Question.BEREAVEMENT_NATION, Question.BEREAVEMENT_STEP})


@dataclass(frozen=True, slots=True)
class Position:
    """The whole state of a conversation.

    `trail` holds the questions answered before (with their topic), newest last, for "go back". `returning_to` is the
    question an excursion (delete, stop sharing, finding support) came from. `line` is the id of the line being changed,
    `team` of the team it is shared with, `asks` of the question of a team that is being answered, and `unsent` says how
    an answer to it that waits unsent was left.
    `asked` and `told` are the safety door's: its open question, and the danger that one more line is owed for.
    `joining` is the id of the code by which the person asked to go on with another conversation, while a yes to that is
    waited for. `joined` marks the session that came to this conversation by a code, until another one was told of it.
    `easy_read`: the person asked for easier words, and has them until they ask for the usual ones.
    `bereft` is what they told of a death; `misses` how many messages in a row the open question could make nothing of.
    `sought` is the search that was shown last, with all that was known for it.
    `again`: the last turn left the open question as it was. `felt` is the feeling that was heard last.
    `heard` is what was heard of a grief.
    `returning_then` is where `returning_to` came from in its turn, where that was asked aside too.
    `text` is the id of the text that was just told, as long as nothing but questions follows it.
    `put` holds the questions of a search that were put, each as often as it was.
    `counted` says which of the two taps of feedback were counted, and not what was tapped.
    """

    question: Question | None = None
    door: Door | None = None
    welcomed: bool = False
    topic: int = 0
    focus: Focus = field(default_factory=Focus)
    line: str = ""
    heading: Heading | None = None
    sections: tuple[Heading, ...] = ()
    days: int = 0
    team: str = ""
    asks: str = ""
    unsent: Unsent | None = None
    search: Search = field(default_factory=Search)
    sought: Search = field(default_factory=Search)
    after_death: AfterDeath = field(default_factory=AfterDeath)
    trail: tuple[tuple[Question, int], ...] = ()
    returning_to: Question | None = None
    after_door: Stage | None = None
    asked: Asked | None = None
    told: Told | None = None
    joining: str = ""
    joined: str = ""
    easy_read: bool = False
    bereft: Bereft = field(default_factory=Bereft)
    misses: int = 0
    again: Again | None = None
    felt: Felt = field(default_factory=Felt)
    heard: Heard = field(default_factory=Heard)
    returning_then: Question | None = None
    counted: tuple[str, ...] = ()
    text: str = ""
    put: tuple[str, ...] = ()

    @property
    def expecting(self) -> Expecting:
        """How the next message is to be read."""
        if self.question is None:
            return Expecting.OPEN
        return Expecting.ANSWERING if self.question in _OPEN_QUESTIONS else Expecting.CHOOSING

    @property
    def about_a_death(self) -> bool:
        """Whether somebody has said already that a person died."""
        return self.door is Door.GRIEVING or self.question in _OF_A_DEATH or self.search.tells_of_a_death

    @property
    def of_a_talk(self) -> bool:
        """Whether a talk is planned, reminded of or looked back on: "I'll do it on Sunday" is the talk."""
        return self.question is not None and self.question.partition("_")[0] in {"plan", "reflect", "reminder"}

    @property
    def about_them(self) -> bool:
        """Whether whoever reads the questions is asked about another person."""
        return self.door in {Door.CLOSE, Door.WRITING}

    def to_json(self) -> dict[str, Any]:
        """Return plain types for the store."""
        everything = asdict(self) | {name: getattr(self, name).to_json() for name in _PARTS}
        return {key: value for key, value in everything.items() if value not in (None, "", (), False, 0, {})}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave. What another version called differently is left out."""
        known = {f.name for f in fields(cls)}
        values = {key: value for key, value in data.items() if key in known}
        for name, kind in _ENUMS.items():
            if values.get(name) in set(kind):
                values[name] = kind(values[name])
            else:
                values.pop(name, None)
        if "sections" in values:
            values["sections"] = tuple(Heading(s) for s in values["sections"] if s in set(Heading))
        for name, part in _PARTS.items():
            if name in values:
                values[name] = part.from_json(values[name])
        for name in ("counted", "put"):
            if name in values:
                values[name] = tuple(values[name])
        if "trail" in values:
            values["trail"] = tuple((Question(q), int(t)) for q, t in values["trail"] if q in set(Question))
        return cls(**values)


_PARTS: dict[str, Any] = {
    "focus": Focus,
    "search": Search,
    "sought": Search,
    "after_death": AfterDeath,
    "bereft": Bereft,
    "felt": Felt,
    "heard": Heard,
}
_ENUMS: dict[str, type[StrEnum]] = {
    "question": Question,
    "door": Door,
    "heading": Heading,
    "unsent": Unsent,
    "returning_to": Question,
    "returning_then": Question,
    "after_door": Stage,
    "asked": Asked,
    "told": Told,
    "again": Again,
}
