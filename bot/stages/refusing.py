"""What somebody will not talk about: it is left aside, and something else or an end is offered.

Where a wish for the talk itself or for the care is asked for, such words are the answer.
"""

from dataclasses import replace

from bot.model.position import Expecting, Position, Question
from bot.model.saying import Button, Said
from bot.stages.returning import ELSE
from bot.understanding.refusing import refuses_subject

_STOP = Button("Stop here for now", "pause")
_ASKS_FOR_IT = frozenset({Question.FOCUS_DO, Question.FOCUS_DO_NOT, Question.FOCUS_CARING})
_STAGES_THAT_ASK_FOR_IT = frozenset({"plan", "reflect"})


def in_its_place(here: Position, said: Said) -> Said:
    """Return what was said, as an answer where the open question asks for just that."""
    if here.question is None or here.expecting is not Expecting.ANSWERING or said.intent != "skip":
        return said
    asks_for_it = here.question in _ASKS_FOR_IT or here.question.partition("_")[0] in _STAGES_THAT_ASK_FOR_IT
    return replace(said, intent="inform") if asks_for_it and refuses_subject(said.words) else said


def ways_on(said: Said) -> tuple[Button, ...]:
    """Return what is offered to somebody who named what they will not talk about."""
    return (ELSE, _STOP) if refuses_subject(said.words) else ()
