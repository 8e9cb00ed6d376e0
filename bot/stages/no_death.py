"""Back from the questions of grief: nobody has died, or an answer is one to the question that was open before."""

from collections.abc import Callable
from dataclasses import replace

from bot.model.bereft import Bereft
from bot.model.position import Door, Question
from bot.model.saying import Said
from bot.model.search import Search
from bot.stages import moments
from bot.stages.conversation import Conversation
from bot.understanding.answers import days
from bot.understanding.commands import plain
from bot.understanding.losses import nobody_has_died, speaks_of_a_loss

_AFTER_A_DEATH = frozenset({Question.BEREAVEMENT_WHICH, Question.BEREAVEMENT_NATION, Question.BEREAVEMENT_STEP})
_WHO_AND_HOW = frozenset({Question.SIGNPOSTING_WHO, Question.SIGNPOSTING_HOW})
OF_GRIEF = _AFTER_A_DEATH | _WHO_AND_HOW | {Question.SIGNPOSTING_YOUNG, Question.SIGNPOSTING_PLACE}
_MAY_BE_OF_BEFORE = OF_GRIEF - {Question.BEREAVEMENT_NATION, Question.BEREAVEMENT_STEP}
_FITS: dict[Question, Callable[[str], object]] = {
    Question.SHARE_EXPIRY: days,
    Question.PLAN_WHEN: moments.only_time,
    Question.REMINDER_WHEN: moments.only_time,
}
"""Questions whose answers look like no answer about a death, and what reads those."""


def put_right(talk: Conversation, words: str) -> bool:
    """Say that a death was read wrongly, and go back to what was open before; say whether these words put it right."""
    here = talk.position
    if not (here.about_a_death and here.question in {None, *OF_GRIEF} and nobody_has_died(words)):
        return False
    talk.say("utter_bereavement_mistaken")
    leave(talk)
    door = talk.draft.door if here.door is Door.GRIEVING else here.door
    again = Question.WELCOME_DOOR if door is None and talk.position.question is None else talk.position.question
    talk.at(question=again, door=door, bereft=Bereft())
    return True


def is_of_before(talk: Conversation, said: Said) -> bool:
    """Say whether words, no answer about a death, fit the question that was open before; it is open again then."""
    here = talk.position.question
    if here not in _MAY_BE_OF_BEFORE or not said.words or speaks_of_a_loss(said.words):
        return False
    before = _before(talk)
    fits = _FITS.get(before) if before else None
    if fits is None or not fits(said.words) or "ago" in plain(said.words).split():
        return False
    leave(talk)
    return True


def leave(talk: Conversation) -> None:
    """Leave every question of grief, with what was looked for, for the one that was open before them."""
    before, trail = _before(talk), talk.position.trail
    while trail and trail[-1][0] in {before, *OF_GRIEF}:
        trail = trail[:-1]
    topic = next((topic for question, topic in reversed(talk.position.trail) if question is before), None)
    talk.at(
        question=before,
        topic=talk.position.topic if topic is None else topic,
        trail=trail,
        returning_to=talk.position.returning_then if before is Question.REMINDER_WHEN else None,
        returning_then=None,
        search=replace(Search(), wrong=talk.position.search.wrong, shown=talk.position.search.shown),
    )


def _before(talk: Conversation) -> Question | None:
    here = talk.position
    questions = [here.question, here.returning_to, *(question for question, _ in reversed(here.trail))]
    return next((question for question in questions if question is not None and question not in OF_GRIEF), None)
