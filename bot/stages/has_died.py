"""The person whom a record is about has died: what was asked about them is put down, and whoever is left comes first.

What was written stays as it is. They are put down once the door has answered, whatever is said next: a feeling, a
question, a press. Only whoever asks for what is written goes on with it. Whoever told of a death before saying who this
is for goes in by the grieving door: they are welcomed in a few words, and are not asked.
"""

from dataclasses import replace

from bot.model.bereft import Theirs
from bot.model.directory import Need
from bot.model.position import Door, Position, Question
from bot.model.safety import Told
from bot.model.saying import Said
from bot.stages import bereavement, information, session, share_after_views, share_standing
from bot.stages.conversation import ASIDE, Conversation
from bot.understanding.they_died import tells_they_died

_ASK_FOR_WHAT_IS_WRITTEN = frozenset(
    {"record_summary", "edit_summary", "share_summary", "focus_on_what_matters", "plan_conversation",
     "reflect_on_conversation"}
)  # fmt: skip
_OF_THEM = frozenset(
    {Question.FOCUS_WHAT, Question.FOCUS_WHY, Question.FOCUS_SUPPORT, Question.FOCUS_MORE, Question.FOCUS_DO,
     Question.FOCUS_DO_NOT, Question.FOCUS_PLACE, Question.RECORD_CHECK, None}
)  # fmt: skip
"""Where "she died last week" can be of nobody else."""
_OF_WHO_IS_LEFT = frozenset({Question.BEREAVEMENT_WHICH, Question.BEREAVEMENT_NATION, Question.BEREAVEMENT_STEP})


def put_down(talk: Conversation, words: str = "") -> bool:
    """Turn to whoever is left, where the safety door or these words tell of a death; say whether that is done."""
    here = talk.position
    if not (_is_owed(here) or _is_told(here, words)) or here.question in _OF_WHO_IS_LEFT:
        return False
    grieved_before = Need.ANTICIPATORY_GRIEF in here.search.needs
    if here.question in ASIDE and here.door is not None and not grieved_before:
        talk.at(returning_to=None)
        return False
    if information.answers_in_grief(talk, words):
        words = ""
    if not here.about_them:
        _by_the_grieving_door(talk, words)
        return True
    kept = talk.records.summaries.has_any(talk.person)
    share_after_views.not_by_chat(talk)
    talk.finish()
    _note_put_down(talk)
    bereavement.start(talk, words)
    if talk.draft.lines or kept:
        talk.say("utter_bereavement_put_down")
    if kept and share_standing.anything_open(talk):
        talk.say("utter_bereavement_still_shared")
    return True


def put_down_before_asking(talk: Conversation, intent: str) -> None:
    """Put them down before one of them is asked again, unless this turn asked to go on with what is written."""
    if intent not in _ASK_FOR_WHAT_IS_WRITTEN or not talk.position.about_them:
        put_down(talk)
    elif _is_owed(talk.position):
        _note_put_down(talk)


def _is_owed(here: Position) -> bool:
    theirs = here.bereft.theirs
    by_the_safety_door = theirs is None and here.told is Told.DEATH_JUST_HAPPENED
    if here.door is Door.GRIEVING:
        return theirs is Theirs.TOLD
    return (theirs is Theirs.TOLD or by_the_safety_door) and (here.about_them or here.door is None)


def _is_told(here: Position, words: str) -> bool:
    """Say whether the words tell of it by themselves, once the safety door found nothing that is urgent."""
    first = here.bereft.theirs is None and not here.about_a_death
    return first and here.about_them and here.question in _OF_THEM and tells_they_died(words)


def _by_the_grieving_door(talk: Conversation, words: str) -> None:
    session.welcome(talk)
    session.answer_door(talk, Said("choose", words, Door.GRIEVING.value))


def _note_put_down(talk: Conversation) -> None:
    talk.at(bereft=replace(talk.position.bereft, theirs=Theirs.PUT_DOWN))
