"""Plan, an earlier answer taken back: "actually at hers" where the hope is asked for changes the place.

What comes instead has to be of the same kind as what it replaces: a day, a place, somebody. Else it is an answer.
"""

from bot.model.plan import Part
from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import moments, plan_parts
from bot.stages.conversation import Conversation
from bot.stages.moment_words import HEDGES
from bot.stages.plan_changes import ON_THE_CARD, Step, change_parts
from bot.stages.plan_dates import moment_of
from bot.understanding.ruled_out import without_ruled_out
from bot.understanding.taken_back import (
    instead_of,
    may_only_be_no,
    names_a_place,
    names_one_person,
    taken_back,
)

_ROUND_A_MEAL = HEDGES | {"after", "before", "straight", "just"}
_OF_PEOPLE = frozenset({Part.WHO, Part.OTHERS})


def is_heard(talk: Conversation, said: Said) -> bool:
    """Change the earlier answer that the words take back, and show it; say whether they take one back."""
    if said.intent not in {"inform", "edit_summary"} or said.choice or not said.words:
        return False
    if talk.position.question is Question.PLAN_CLEAR:
        return False
    step = _named(talk, said.words) or _by_its_kind(talk, said.words)
    if step is None:
        return False
    change_parts(talk, [step])
    return True


def _named(talk: Conversation, words: str) -> Step | None:
    """Return the change of the part whose words are turned down: "not my kitchen the cafe"."""
    for part in (Part.WHERE, Part.WHEN, Part.WHO):
        comes = instead_of(words, talk.draft.plan.words(part))
        if comes and _is_of(talk, part, comes):
            return Step(part, comes)
    return None


def _by_its_kind(talk: Conversation, words: str) -> Step | None:
    """Return the change of the part that the words fit, where it was told and another one is asked for."""
    comes = taken_back(words)
    if not comes:
        return None
    for part in (Part.WHEN, Part.WHERE, Part.WHO):
        if talk.draft.plan.has(part) and not _is_asked(talk, part):
            by_name = part is not Part.WHO or not may_only_be_no(words)
            if _is_of(talk, part, comes, by_name=by_name):
                return Step(part, comes)
    return None


def _is_asked(talk: Conversation, part: Part) -> bool:
    if talk.position.question in ON_THE_CARD:
        return False
    asked = plan_parts.part_asked(talk)
    return asked is part or (part is Part.WHO and asked in _OF_PEOPLE)


def _is_of(talk: Conversation, part: Part, words: str, *, by_name: bool = True) -> bool:
    if part is Part.WHEN:
        if without_ruled_out(words) is not None:
            return False
        return moments.only_time(words, besides=_ROUND_A_MEAL) or bool(
            moment_of(talk, words) and len(words.split()) <= _SHORT
        )
    if part is Part.WHERE:
        return names_a_place(words)
    return names_one_person(words, by_name=by_name)


_SHORT = 6
