"""A person talking: each turn runs the rule of its intent on the real store, as Rasa and the actions do.

Everything said is checked on the way: the response exists, and every variable in it has a value.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from actions import all_actions
from bot.channels.turn_store import note_told
from bot.model.directory import Need
from bot.model.draft import Draft
from bot.model.ids import PersonId
from bot.model.position import Door, Position, Question
from bot.model.reflection import Reflection
from bot.model.saying import Said, Say
from bot.model.search import AfterDeath, Grief, Search
from bot.records.unit_of_work import Begin
from bot.stages import reminder_keep
from bot.stages.conversation import Conversation, Facts
from bot.understanding.answers import clean
from bot.understanding.context import act_on
from tests.unit.fakes import RESPONSES, RULES
from tests.unit.team_store import CARE


def check(say: Say) -> None:
    """Whether a response can be said with the values it was given."""
    assert say.response in RESPONSES, f"{say.response} is in no file of data/responses"
    for variation in RESPONSES[say.response]:
        named = set(re.findall(r"{(\w+)}", variation["text"]))
        assert named <= set(say.values), f"{say.response} needs {named - set(say.values)}"
        for name in named:
            assert say.values[name] or name == "hours", f"{say.response}: {{{name}}} is empty"
    for button in say.buttons:
        intent, _, value = button.payload.partition(":")
        assert intent in RULES, button
        assert (intent == "choose") == bool(value), button
        assert button.title.strip(), button
        assert len(button.payload) <= 80


class Talk:
    """One person. `says` what they type, `presses` a button by its value, `does` an intent."""

    def __init__(self, begin: Begin, facts: Facts) -> None:
        self.begin = begin
        self.facts = facts
        with begin() as records:
            self.person = records.people.create()
            self.token = records.sessions.open(self.person, "test")
            records.commit()
        self.actions = {action.name(): action for action in all_actions(begin, facts)}
        self.heard: list[Say] = []

    # what a person does

    def types(self, words: str, guess: str = "inform") -> list[str]:
        words = clean(words)
        intent, _ = act_on([(guess, 0.98)], words, self.position.expecting)
        return self.does(intent, words)

    def presses(self, value: str) -> list[str]:
        return self.does("choose", choice=value)

    def does(self, intent: str, words: str = "", choice: str = "") -> list[str]:
        """Run the rule of an intent; return the names of the responses said."""
        self.heard, present = [], self.person
        for name in RULES[intent]:
            said = Said(intent, words, choice)
            self.heard += [Say(name)] if name.startswith("utter_") else self.runs(name, said, present)
        for say in self.heard:
            check(say)
        with self.begin() as records:
            if records.people.exists(self.person):
                note_told(records, self.person, [told for say in self.heard for told in say.told])
            records.commit()
        return [say.response for say in self.heard]

    def runs(self, action: str, said: Said, person: PersonId) -> list[Say]:
        with self.begin() as records:
            if not records.people.exists(person):
                return []
            talk = Conversation(records, person, self.facts, held=said.intent != "arrive")
            self.actions[action].decide(talk, said)
            talk.store()
            records.commit()
        for each in talk.afterwards:
            each()
        if talk.forgotten:
            with self.begin() as records:
                self.person = records.sessions.person(self.token)
        return talk.says

    def was_told(self, notices: Iterable[int]) -> None:
        """The reply was given out, as the gateway notes it."""
        with self.begin() as records:
            records.teamwork.told(notices)
            records.commit()

    # where they are

    @property
    def position(self) -> Position:
        with self.begin() as records:
            return records.people.position(self.person)

    @property
    def question(self) -> Question | None:
        return self.position.question

    @property
    def draft(self) -> Any:
        with self.begin() as records:
            return records.drafts.get(self.person)

    @property
    def lines(self) -> list[str]:
        return [line.words for line in self.draft.in_order]

    @property
    def kept(self) -> Any:
        with self.begin() as records:
            return records.summaries.latest(self.person)

    @property
    def shares(self) -> Any:
        with self.begin() as records:
            return records.shares.of(self.person)

    def value(self, response: str, name: str) -> str:
        return next(say.values[name] for say in self.heard if say.response == response)

    def links(self) -> list[tuple[str, str]]:
        """Links given by the last turn, as (title, address)."""
        return [link for say in self.heard for link in say.links]

    def buttons(self) -> list[str]:
        """Payloads offered by the last turn."""
        return [
            *(button.payload for say in self.heard for button in say.buttons),
            *(
                button["payload"]
                for say in self.heard
                for variation in RESPONSES[say.response][:1]
                for button in variation.get("buttons", ())
            ),
        ]


def at(talk: Talk, question: Question | None) -> Talk:
    """Put a person at a question, with what they must have done before it."""
    name = question.value if question else ""
    if name.startswith("plan"):
        return _planning(talk, question)
    _telling_what_matters(talk, question)
    if name.startswith(("record", "share", "session", "improve")) or question in {None, *_ONCE_KEPT}:
        talk.does("record_summary")
    if question is None or name.startswith(("share", "improve")) or question in _ONCE_KEPT:
        talk.presses("right")
        talk.presses("keep")
    if name.startswith("share"):
        with talk.begin() as records:
            for number in range(2 if question is Question.SHARE_STOP_WHICH else 0):
                _share(records, talk, f"Reader {number}")
            records.commit()
    if question is Question.REMINDER_KEEP:
        _asked_to_keep(talk)
    if question is not None and talk.question is not question:
        needs = _needs(talk, question)
        with talk.begin() as records:
            here = records.people.position(talk.person)
            records.people.place(talk.person, replace(here, question=question, **needs))
            records.drafts.put(talk.person, _draft(records.drafts.get(talk.person), question))
            records.commit()
    return talk


def _asked_to_keep(talk: Talk) -> None:
    """They were silent for very long, and the question went out."""
    with talk.begin() as records:
        records.reminders.ask_to_keep(talk.person)
        (asked,) = records.reminders.due(records.clock.now())
        records.reminders.claim(asked.id)
        reminder_keep.open_for(records, talk.person)
        records.commit()


_ONCE_KEPT = (Question.RECORD_COPY_WHICH, Question.RECORD_COPY_MORE, Question.REMINDER_KEEP)
"""Asked once a summary is kept."""
PLANNED = ("my sister Jean", "nobody else", "Sunday at 3", "the kitchen", "that we can laugh", "she may cry")


def _planning(talk: Talk, question: Question | None) -> Talk:
    """Put a person at a question of the plan by answering those before it."""
    talk.does("arrive")
    talk.does("plan_conversation")
    talk.presses("me")
    for words in (*PLANNED, "own" if question is Question.PLAN_WORDS else "gentle"):
        if talk.question is not question:
            talk.presses(words) if words == "own" else talk.types(words)
    later = {Question.PLAN_CHANGE: "change", Question.PLAN_READY: "right", Question.PLAN_CLEAR: "clear_plan"}
    if question in later:
        talk.presses(later[question])
    return talk


_ON_FROM_MORE: dict[Question | None, tuple[str, ...]] = {
    Question.FOCUS_SEVERAL: ("my hens\nmy hives",),
    Question.FOCUS_PLACE: ("<more>", "<place>"),
    Question.FOCUS_DO: ("<more>", "<please>"),
    Question.FOCUS_DO_NOT: ("<more>", "<please>", "knock first"),
    Question.FOCUS_CARING: ("my wife worries about the nights", "skip", "skip", "no"),
    Question.FOCUS_ORDER: ("my books", "skip", "skip", "no"),
}
"""What is typed, or pressed (in angle brackets), once two things were told of."""


def _telling_what_matters(talk: Talk, question: Question | None) -> None:
    """Tell of two things that matter, or of as many as it takes to come to the question."""
    talk.does("arrive")
    talk.presses("me")
    for words in ("my garden", "it is where we married", "a chair by the door", "my dog Alfie", "company", "a walk"):
        if talk.question is question:
            break
        talk.types(words)
        if talk.question is Question.FOCUS_MORE and len(talk.draft.lines) < 6:
            talk.presses("more")
    for step in _ON_FROM_MORE.get(question, ()):
        talk.presses(step[1:-1]) if step[0] == "<" else talk.types(step)


def _draft(draft: Draft, question: Question) -> Draft:
    if question is Question.IMPROVE_SEND:
        return replace(draft, to_send="in the morning")
    if question is Question.IMPROVE_NOT_RIGHT_SEND:
        return replace(draft, not_right="it asked me twice")
    if question is Question.RECORD_REMOVE_BIT:
        return replace(draft, asked_edit="take out the bit about the garden")
    if question in {Question.REFLECT_NOTES, Question.REFLECT_UNDER}:
        return replace(draft, reflections=(Reflection(learned="he wants the window open"),))
    if question.value.startswith("share_after"):
        trusted = ("Jo", "Sam") if question in {Question.SHARE_AFTER_UNTIL, Question.SHARE_AFTER_CONSENT} else ()
        return replace(draft, recipient="Aunt May", readers=("Aunt May",), trusted=trusted)
    reader = question.value.startswith("share") and question not in {Question.SHARE_WHO, Question.SHARE_STOP_WHICH}
    return replace(draft, recipient="Aunt May") if reader else draft


def _needs(talk: Talk, question: Question) -> dict[str, Any]:
    sections = tuple({line.heading: None for line in talk.kept.lines}) if talk.kept else ()
    if question.value.startswith(("improve_not_right", "improve_count", "improve_contact")):
        return {"returning_to": None}
    if question.value.startswith("improve"):
        asked = ask_from_team(talk)
        with talk.begin() as records:
            notices = [notice.id for notice in records.teamwork.notices(talk.person)]
        talk.was_told(notices)
        return {"returning_to": None, "asks": asked}
    if question.value.startswith("signposting"):
        bereaved = question not in {Question.SIGNPOSTING_NEED, Question.SIGNPOSTING_WRONG}
        search = Search(needs=(Need.BEREAVEMENT,) if bereaved else (), asked=(question.value,))
        shown = ("s1", "s2") if question is Question.SIGNPOSTING_WRONG else ()
        said = Grief.ANY if bereaved else None
        return {"returning_to": Question.FOCUS_MORE, "search": replace(search, shown=shown, said=said)}
    return {
        Question.BEREAVEMENT_WHICH: {"search": Search(needs=(Need.BEREAVEMENT,), said=Grief.ANY)},
        Question.BEREAVEMENT_STEP: {"after_death": AfterDeath("certificate", (), "england", "certificate england")},
        Question.SHARE_CALLED: {"team": CARE},
        Question.SHARE_TEAM_CONSENT: {"sections": sections, "days": 7, "team": CARE},
        Question.RECORD_CHANGE_WORDS: {"line": talk.draft.lines[0].id if talk.draft.lines else ""},
        Question.RECORD_REMOVE_BIT: {"line": talk.draft.lines[0].id if talk.draft.lines else ""},
        Question.SHARE_EXPIRY: {"sections": sections},
        Question.SHARE_CONSENT: {"sections": sections, "days": 7},
        Question.SHARE_AFTER_TRUSTED: {"sections": sections},
        Question.SHARE_AFTER_UNTIL: {"sections": sections},
        Question.SHARE_AFTER_CONSENT: {"sections": sections},
        Question.RECORD_DELETE: {"returning_to": Question.RECORD_CHECK},
        Question.SESSION_START_OVER: {"returning_to": Question.RECORD_CHECK},
        Question.SHARE_STOP_WHICH: {"returning_to": None},
    }.get(question, {})


def _share(records: Any, talk: Talk, recipient: str) -> None:
    from datetime import timedelta

    kept = records.summaries.latest(talk.person)
    sections = tuple({line.heading: None for line in kept.lines})
    records.shares.create(talk.person, recipient, sections, records.clock.now() + timedelta(days=7), kept.door)


def ask_from_team(talk: Talk, words: str = "When is a good time to ring you?") -> str:
    """Have the care team, with whom the person shares, ask something; return the question's id."""
    from datetime import timedelta

    with talk.begin() as records:
        kept = records.summaries.latest(talk.person)
        standing = [share for share in records.teamwork.of(talk.person) if share.stands and share.team == CARE]
        if not standing:
            sections = tuple({line.heading: None for line in kept.lines})
            until = records.clock.now() + timedelta(days=30)
            records.teamwork.share(talk.person, CARE, "May", sections, until, kept.door)
            standing = list(records.teamwork.of(talk.person))
        asked = records.teamwork.questions.ask(standing[0], "a1", words)
        records.commit()
    return asked


def share_with(talk: Talk, recipient: str, sections: str = "everything") -> tuple[str, str]:
    """Share by talking; return the link's token and the PIN."""
    talk.does("share_summary")
    talk.types(recipient)
    talk.presses(sections)
    talk.presses("7")
    talk.presses("share")
    ((_, url),) = next(say.links for say in talk.heard if say.response == "utter_share_link")
    return url.rsplit("/", 1)[-1], talk.value("utter_share_pin", "pin").replace(" ", "")


__all__ = ["PLANNED", "Door", "PersonId", "Talk", "ask_from_team", "at", "check", "share_with"]
