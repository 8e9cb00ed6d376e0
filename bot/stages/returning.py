"""Coming back: by where somebody was, naming the stage; after a long gap, how things stand. Then the question is asked.

What comes first is what a lock screen shows: it holds no word of theirs.
"""

from datetime import timedelta

from bot.model.bereft import Bereft
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.stages import after_death, plan, share_standing
from bot.stages.conversation import Conversation, away_for, was_away
from bot.understanding.asides import is_still_here

LONG_AWAY = timedelta(days=1)
VERY_LONG_AWAY = timedelta(days=14)
SOMETHING_ELSE = "something_else"
"""The value of the button that leaves what was open and offers what else there is."""
GO_ON = Button("Go on", "resume")
ELSE = Button("Something else", f"choose:{SOMETHING_ELSE}")
_SUPPORT = Button("Support for me", "bereavement_support")
_BACK = {
    "plan": "utter_session_back_plan",
    "focus": "utter_session_back_focus",
    "record": "utter_session_back_record",
    "share": "utter_session_back_share",
    "reflect": "utter_session_back_reflect",
    "improve": "utter_session_back_improve",
    "signposting": "utter_session_back_signposting",
    "bereavement": "utter_session_back_bereavement",
}

_ASKED_ASIDE = frozenset(
    {
        Question.REMINDER_WHEN,
        Question.REMINDER_KEEP,
        Question.IMPROVE_COUNT,
        Question.IMPROVE_CONTACT,
        Question.SESSION_START_OVER,
        Question.RECORD_COPY_WHICH,
        Question.RECORD_COPY_MORE,
        Question.RECORD_PASTE,
    }
)
"""Questions that belong to the stage they came from."""
_ABOUT_THE_LIVING = frozenset({"signposting", "bereavement"})
"""Stages that are about whoever is left."""


def arrive(talk: Conversation, said: Said) -> None:
    """Greet someone who comes back after a while; whoever is new is welcomed by the question that follows."""
    if is_by_stage(talk, said.intent):
        _by_stage(talk)
    elif said.words and is_still_here(said.words) and talk.position.welcomed:
        talk.say("utter_session_no_hurry")
    elif talk.position.welcomed and was_away(talk):
        talk.say("utter_session_welcome_back")


def greet(talk: Conversation, said: Said) -> None:
    """Return a greeting."""
    if is_by_stage(talk, said.intent):
        _by_stage(talk)
    elif talk.position.welcomed:
        talk.say("utter_session_greet")


def is_by_stage(talk: Conversation, intent: str) -> bool:
    """Say whether somebody comes back after so long that they are told where they were."""
    came = intent in {"arrive", "greet"} and talk.position.welcomed and away_for(talk) > LONG_AWAY
    return came and (_stage(talk) in _BACK or _after_a_death(talk))


def leaves_it(talk: Conversation, intent: str) -> bool:
    """Say whether the open question is not asked again yet: it may be about somebody who has died since."""
    return is_by_stage(talk, intent) and _after_a_death(talk) and _stage(talk) not in _ABOUT_THE_LIVING


def leave_for_something_else(talk: Conversation) -> None:
    """Leave the open question; what was written stays, and what else there is is offered."""
    talk.finish()


def _stage(talk: Conversation) -> str:
    here = talk.position
    asked_aside = here.question in _ASKED_ASIDE
    question = here.returning_to if asked_aside else here.question
    return question.partition("_")[0] if question else ""


def _after_a_death(talk: Conversation) -> bool:
    told = talk.position.about_a_death or talk.position.bereft != Bereft()
    return told and talk.position.door is not Door.HELPING


def _by_stage(talk: Conversation) -> None:
    """Greet by the stage. Where somebody has died, nothing is said of what was planned with them or written."""
    stage = _stage(talk)
    if _after_a_death(talk):
        if stage in _ABOUT_THE_LIVING:
            talk.say(_BACK[stage])
        else:
            first = after_death.buttons(talk) if talk.position.about_a_death else (GO_ON,)
            talk.say("utter_session_back_after_death", (*first, _SUPPORT, ELSE))
        return
    if away_for(talk) > VERY_LONG_AWAY:
        _how_things_stand(talk)
    talk.say(_BACK[stage])


def _how_things_stand(talk: Conversation) -> None:
    """Say in numbers what waits, what is kept and how many can open it."""
    kept = talk.records.summaries.latest(talk.person)
    kept_lines = {line.words for line in kept.lines} if kept else set()
    if unkept := [line for line in talk.draft.lines if line.words not in kept_lines]:
        talk.say("utter_session_stands_draft", count=str(len(unkept)))
    if plan.is_waiting(talk):
        talk.say("utter_session_stands_plan")
    if kept is not None:
        talk.say("utter_session_stands_kept", count=str(len(kept.lines)))
        talk.say("utter_session_stands_shared", count=str(share_standing.how_many_open(talk)))
