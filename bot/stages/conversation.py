"""One person's conversation while a turn is dealt with: where they are, their draft, and what is to be said."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.model.complaint import AnsweredBy
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.position import Door, Position, Question
from bot.model.safety import Told
from bot.model.saying import Button, Said, Say
from bot.model.staff import Team
from bot.records.unit_of_work import UnitOfWork
from bot.stages.called import spoken
from bot.stages.parts import (
    Afterwards,
    CanWriteFirst,
    Information,
    NoSupport,
    Support,
    Teams,
    TelegramName,
    no_information,
    no_teams,
    not_on_telegram,
    to_nobody,
)
from bot.understanding.answers import agrees_to
from bot.understanding.commands import plain

LONGEST_TRAIL = 30
LONGEST_QUOTE = 90
LEFT_IS_NO = frozenset(
    {
        Question.RECORD_DELETE,
        Question.PLAN_CLEAR,
        Question.SHARE_STOP_WHICH,
        Question.SESSION_START_OVER,
        Question.REMINDER_KEEP,
        Question.IMPROVE_COUNT,
        Question.IMPROVE_CONTACT,
    }
)
"""Questions that do not stay open when somebody leaves: leaving is a no."""
ASIDE = LEFT_IS_NO | {
    Question.SIGNPOSTING_NEED,
    Question.SIGNPOSTING_WHO,
    Question.SIGNPOSTING_HOW,
    Question.SIGNPOSTING_YOUNG,
    Question.SIGNPOSTING_PLACE,
    Question.SIGNPOSTING_WRONG,
    Question.IMPROVE_ANSWER,
    Question.IMPROVE_SEND,
    Question.IMPROVE_NOT_RIGHT,
    Question.IMPROVE_NOT_RIGHT_SEND,
    Question.REMINDER_WHEN,
    Question.RECORD_COPY_WHICH,
    Question.RECORD_COPY_MORE,
    Question.RECORD_PASTE,
}
"""Questions that interrupt others; afterwards the person is back where they were."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the stages need to know: who runs this, its address, how long drafts last; where to find support; teams."""

    organisation: str
    public_url: str
    draft_days: int
    support: Support = field(default_factory=NoSupport)
    teams: Teams = no_teams
    telegram_name: TelegramName = not_on_telegram
    """The name of the bot on Telegram without its @, "" where this copy has none."""
    can_write_first: CanWriteFirst = to_nobody
    """Whether a channel can write to this person before they write: only then can they be reminded."""
    information: Information = no_information
    """The texts about living and dying well."""
    answered_by: AnsweredBy = field(default_factory=AnsweredBy)
    """Who answers what people say was not right."""
    release_days: int = 7
    """Days that notes for after a death wait once both trusted people have said so."""

    def team(self, team: str) -> Team | None:
        """Return the team with this id, or None when one cannot share with it (any more)."""
        return next((each for each in self.teams() if each.id == team), None)


class Conversation:
    """A turn in progress. Stage functions move `position`, change `draft` and `say` things; `store` keeps it all."""

    def __init__(self, records: UnitOfWork, person: PersonId, facts: Facts, *, held: bool = True) -> None:
        self.records = records
        self.person = person
        self.facts = facts
        self.held = held
        """Whether the reply is held for a repeat. What may be said only once waits for one that is."""
        self.position: Position = records.people.position(person)
        self._asked = (self.position.question, self.position.topic)
        self._of_a_death = self.position.about_a_death
        self.draft = self._draft = records.drafts.get(person)
        self.says: list[Say] = []
        self.afterwards: list[Afterwards] = []
        """What is done once everything here is stored: it writes in a transaction of its own."""
        self.forgotten = False
        self.words_let_go = False

    @property
    def now(self) -> datetime:
        """The moment of this turn (UTC)."""
        return self.records.clock.now()

    def say(
        self,
        response: str,
        buttons: tuple[Button, ...] = (),
        links: tuple[tuple[str, str], ...] = (),
        told: tuple[str, ...] = (),
        **values: str,
    ) -> None:
        """Add a response by its name, with the values it names; `told` are the ids of notices it tells of."""
        self.says.append(Say(response, spoken(values), buttons, links, told))

    def at(self, **changes: Any) -> None:
        """Change parts of the position. Another question, or the same one anew, has not been asked yet."""
        anew: dict[str, Any] = {"again": None} if "question" in changes else {}
        self.position = replace(self.position, **anew | changes)

    def seek(self, **changes: Any) -> None:
        """Change parts of what is looked for."""
        self.at(search=replace(self.position.search, **changes))

    def move(self, question: Question | None, **changes: Any) -> None:
        """Go on to another question, remembering this one for "go back"; one asked before is gone back to."""
        here = self.position
        trail = here.trail
        there = (question, changes.get("topic", here.topic))
        if here.question is not None and (here.question, here.topic) != there and here.question not in ASIDE:
            trail = (*trail, (here.question, here.topic))[-LONGEST_TRAIL:]
        if there in trail:
            trail = trail[: trail.index(there)]
        self.at(question=question, trail=trail, returning_to=None, **changes)

    def turn_aside(self, question: Question) -> None:
        """Ask something that has its own end, and remember where the person was."""
        here = self.position
        if here.question is Question.REMINDER_WHEN and question is not here.question:
            self.at(question=question, returning_to=here.question, returning_then=here.returning_to)
        elif here.question is not question:
            back_to = here.returning_to if here.question in ASIDE else here.question
            self.at(question=question, returning_to=back_to)

    def turn_back(self) -> None:
        """Return from what was asked aside to where the person was."""
        here = self.position
        then = here.returning_then if here.returning_to is Question.REMINDER_WHEN else None
        self.at(question=here.returning_to, returning_to=then, returning_then=None)

    def finish(self) -> None:
        """Leave the questions: nothing is open any more and there is nothing to go back to."""
        self.at(question=None, trail=(), returning_to=None, line="", heading=None, sections=(), days=0, team="")

    def write(self, heading: Heading, kind: Kind, words: str) -> None:
        """Put words into the draft for the present topic; an answer given again replaces the earlier one."""
        topic = self.position.topic
        earlier = self.draft.said(kind, topic)
        if earlier is None:
            self.draft = self.draft.adding(heading, kind, topic, words)
        else:
            self.draft = self.draft.with_words(earlier.id, words)

    def hold_opening(self, words: str) -> None:
        """Hold words that came before a question they could answer."""
        held = f"{self.draft.opening}\n{words}" if self.draft.opening else words
        self.draft = replace(self.draft, opening=held)

    def clear_draft(self) -> None:
        """Let the draft go, but not a plan or an answer to a team; if nothing is kept, the key that sealed it too."""
        here = self.draft
        self.draft = Draft(next_line=here.next_line, to_send=here.to_send, not_right=here.not_right, plan=here.plan)
        self.words_let_go = True

    def store(self) -> None:
        """Put position and draft into the open unit of work."""
        if self.forgotten:
            return
        if (self.position.question, self.position.topic) != self._asked:
            self.at(misses=0)
        self.records.people.place(self.person, self.position)
        if self._tells_of_a_death():  # what was asked for before it is not wanted any more
            self.records.reminders.cancel(self.person, self.records.people.last_seen(self.person))
        if self.words_let_go:
            self.records.drafts.drop(self.person)
            self.records.people.renew_key_if_nothing_kept(self.person)
            self.records.erase()
        if self.words_let_go or self.draft != self._draft:
            self.records.drafts.put(self.person, self.draft)

    def _tells_of_a_death(self) -> bool:
        """Say whether somebody died, as far as this turn or the safety door heard. A volunteer is told of many."""
        here = self.position
        now_known = here.about_a_death and not self._of_a_death and here.door is not Door.HELPING
        return now_known or here.told is Told.DEATH_JUST_HAPPENED


def quoted(words: str) -> str:
    """Return words fit to be quoted inside a sentence, or an empty string when they are too long for that."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_QUOTE else ""


AWAY = timedelta(minutes=30)


def away_for(talk: Conversation) -> timedelta:
    """Return how long it is since they last wrote."""
    return talk.now - talk.records.people.last_seen(talk.person)


def was_away(talk: Conversation) -> bool:
    """Say whether somebody comes back after a while, so that what was shown before is shown again."""
    return away_for(talk) > AWAY


def passes(said: Said) -> bool:
    """Say whether a question was left aside: skip, I don't know, no."""
    return said.intent in {"skip", "express_uncertainty", "deny"}


def heading_named(words: str, among: tuple[Heading, ...]) -> Heading | None:
    """Return the one heading that somebody typed out, or some telling words of, or None."""
    typed = set(plain(words).split())
    if not typed - _SMALL_WORDS:
        return None
    whole = [heading for heading in among if plain(words) in {plain(door.over(heading)) for door in Door}]
    found = whole or [heading for heading in among if typed <= _words_of(heading)]
    return found[0] if len(found) == 1 else None


def _words_of(heading: Heading) -> set[str]:
    return {*plain(heading.label).split(), *heading.value.split("_")}


_SMALL_WORDS = frozenset(
    {"what", "is", "to", "me", "them", "their", "they", "who", "are", "how", "i", "and", "with", "my", "do", "not",
     "when", "about"}
)  # fmt: skip
"""Words in the headings that alone name none."""


def agrees(said: Said, act: str) -> bool:
    """Say whether this is a clear yes to an act: its own button, or words that agree to it and to nothing else."""
    return said.choice == act or (said.intent == "affirm" and agrees_to(said.words, act))
