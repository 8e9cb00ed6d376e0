"""Plan: prepare one conversation. It is kept in the draft, is never part of a summary, and nobody is chased for it."""

from collections.abc import Callable

from bot.model.plan import Part
from bot.model.position import WRITES, Door, Question, Stage
from bot.model.saying import Button, Said
from bot.stages import (
    plan_card,
    plan_changes,
    plan_company,
    plan_days,
    plan_opening,
    plan_parts,
    plan_ready,
    plan_taken_back,
)
from bot.stages.conversation import Conversation
from bot.understanding.commands import wants_to_see_plan
from bot.understanding.nobody import wants_no_talk
from bot.understanding.planning import part_named, tells_besides, tells_of_a_no

SEE = "see_plan"
"""The value of the button that shows the plan, from anywhere."""
OPEN = "open_plan"
"""The value of the button that leaves everything else for it."""
_SEE = Button("See my plan", f"choose:{SEE}")
_BEGIN = Button("Plan a conversation", "plan_conversation")
_OPEN = Button("Go to my plan", f"choose:{OPEN}")
_NO_MORE_REMINDERS = Button("No more reminders", "choose:stop_reminders")


def start(talk: Conversation, words: str = "") -> None:
    """Begin a plan, or go on with one; whoever has not said who it is for is asked that first."""
    if tells_besides(words):
        talk.hold_opening(words)
    if tells_of_a_no(words) and talk.position.welcomed:
        not_today(talk)
    elif wants_to_see_plan(words):
        show(talk)
    elif talk.position.question in ASKS:
        return
    elif talk.position.door is Door.GRIEVING:
        talk.say("utter_plan_grieving")
    elif talk.position.door not in WRITES:
        if talk.position.door is Door.HELPING:
            talk.say("utter_plan_helping")
        talk.move(Question.WELCOME_DOOR, after_door=Stage.PLAN)
    elif not talk.draft.plan:
        talk.say("utter_plan_start")
        if talk.position.door is Door.WRITING:
            talk.say("utter_plan_writing")
        talk.move(Question.PLAN_WHO)
    else:
        _go_on(talk)


def show(talk: Conversation) -> None:
    """Read the plan back and ask whether it is right; only read it back where something else is being talked about."""
    if not talk.draft.plan:
        talk.say("utter_plan_nothing_yet")
        start(talk)
    elif talk.position.question is None or talk.position.question in ASKS:
        talk.move(Question.PLAN_CHECK)
    else:
        talk.say("utter_plan_card", buttons=(_OPEN,))
        plan_card.read_back(talk)


def show_again(talk: Conversation) -> None:
    """Read the plan back where it is being looked at."""
    plan_card.show(talk)


def change(talk: Conversation, words: str) -> None:
    """Go to the part of the card that the words name; else ask which one to change."""
    here = talk.position.question
    if plan_company.is_heard(talk, Said("inform", words)):
        return
    if plan_changes.put_right(talk, Said("inform", words)):
        if talk.position.question is here:
            talk.move(Question.PLAN_CHECK)
        return
    named = part_named(words)
    plan_parts.to_card(talk, Question.PLAN_CHANGE)
    if named:
        talk.move(plan_parts.QUESTIONS[Part(named)])


def open_plan(talk: Conversation) -> None:
    """Leave what is being talked about for the plan."""
    if talk.draft.plan:
        talk.move(Question.PLAN_CHECK)
    else:
        show(talk)


def not_today(talk: Conversation) -> None:
    """The other person does not want to talk: that is an answer, and it is left there."""
    talk.say("utter_plan_not_today")
    if talk.draft.plan:
        talk.say("utter_plan_stays_here")
    if talk.records.reminders.open_of(talk.person):
        talk.say("utter_plan_reminder_waits", buttons=(_NO_MORE_REMINDERS,))
    if talk.position.question in ASKS:
        talk.at(returning_to=None)
        talk.finish()


def tell_what_stays(talk: Conversation) -> None:
    """Say that a plan stays, where other words were let go."""
    if talk.draft.plan:
        talk.say("utter_plan_stays")


def button(talk: Conversation) -> tuple[Button, ...]:
    """Return the button that shows the plan or begins one. After a death, or to help others, none is offered."""
    if is_waiting(talk):
        return (_SEE,)
    return () if talk.position.about_a_death or talk.position.door is Door.HELPING else (_BEGIN,)


def is_waiting(talk: Conversation) -> bool:
    """Say whether there is a plan to be told of: of one with somebody who has died nothing is said unasked."""
    return bool(talk.draft.plan) and not talk.position.about_a_death


def leave_nothing(talk: Conversation) -> bool:
    """Leave a card with nothing on it (every question was left open, or it was held too long); say whether it was."""
    if talk.draft.plan or talk.position.question not in _NEED_A_PLAN:
        return False
    talk.say("utter_plan_empty")
    talk.at(returning_to=None)
    talk.finish()
    return True


def _go_on(talk: Conversation) -> None:
    """Show a plan that is made; else go on where its answers end."""
    part = talk.draft.plan.next_part
    if talk.draft.plan.made or part is None:
        talk.move(Question.PLAN_CHECK)
    else:
        talk.say("utter_plan_where_we_were")
        talk.move(plan_parts.QUESTIONS[part])


Answer = Callable[[Conversation, Said], None]


def _heeding(answer: Answer) -> Answer:
    """Return an answer that first heeds a no of the other person, a slip put right, and what is said of the day."""

    def heed(talk: Conversation, said: Said) -> None:
        said = plan_days.as_told(talk, said)
        heard_no = said.intent == "inform" and tells_of_a_no(said.words)
        here = talk.position.question
        if (heard_no and here is not Question.PLAN_HARD) or (here is Question.PLAN_WHO and wants_no_talk(said.words)):
            not_today(talk)
        elif not any(hear(talk, said) for hear in _HEARD_FIRST):
            answer(talk, said)

    return heed


_HEARD_FIRST = (
    plan_days.are_ruled_out,
    plan_changes.put_right,
    plan_days.are_told,
    plan_taken_back.is_heard,
    plan_company.is_heard,
    plan_days.is_another_day,
)
ON_THE_CARD = plan_changes.ON_THE_CARD
put_right = plan_changes.put_right
_PARTS = (plan_parts, plan_opening, plan_card, plan_ready)
_NEED_A_PLAN = frozenset({*plan_card.ASKS, *plan_ready.ASKS})
ASKS = {question: ask for part in _PARTS for question, ask in part.ASKS.items()}
ANSWERS = {question: _heeding(answer) for part in _PARTS for question, answer in part.ANSWERS.items()}
