"""Plan, a day told where something else is asked ("maybe Tuesday", at the place), and the day of the plan ruled out."""

import re
from dataclasses import replace

from bot.model.plan import Part
from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import moments, plan_parts
from bot.stages.conversation import Conversation, passes, quoted
from bot.stages.moment_words import HEDGES, TURNS_TO
from bot.stages.plan_changes import ON_THE_CARD
from bot.stages.plan_dates import day_in_words, moment_of, own_zone
from bot.understanding.commands import command, plain
from bot.understanding.plan_changes import is_a_place
from bot.understanding.ruled_out import without_ruled_out

_A_DAY = re.compile(
    r"\b(?:mon|tues?|weds?|thurs?|fri|sat|sun)(?:day|nesday|urday)?s?\b|\b(?:wednes|thurs|satur)days?\b"
    r"|\b(?:tomorrow|weekend|next week|\d{1,2}(?:st|nd|rd|th))\b"
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_CLAUSES = re.compile(r"[.,;]+\s*(?:but )?|\s+(?:but|and)\s+", re.IGNORECASE)
_ASKS_FOR_FACTS = frozenset({Question.PLAN_WHO, Question.PLAN_OTHERS, Question.PLAN_WHERE})
_CARD = frozenset({Question.PLAN_CHECK, Question.PLAN_CHANGE})
_MAY_BE_PUT_OFF = ON_THE_CARD | {Question.PLAN_WHO}
_MOVES = frozenset({"instead", "make", "change", "move"})
_NAMED_BY_NO_DAY = frozenset({Question.PLAN_WHERE, *_CARD})
_NEVER = frozenset({Question.PLAN_WHEN, Question.PLAN_CLEAR})
_LONGEST_LEFT = 4
"""More words than these beside a day that will not do tell something else."""


def as_told(talk: Conversation, said: Said) -> Said:
    """Return words that name a day as words that tell something, however unsure they sound."""
    unsure = passes(said) and bool(said.words) and not said.choice and command(said.words) is None
    return replace(said, intent="inform") if unsure and _is_a_day_here(talk, said.words) else said


def are_told(talk: Conversation, said: Said) -> bool:
    """Take words that are only about a day as the day of the plan; say whether they were. The question stays open."""
    here, plan = talk.position.question, talk.draft.plan
    if said.intent != "inform" or here in _NEVER or not _is_a_day_here(talk, said.words):
        return False
    talk.say("utter_plan_day_told", words=quoted(said.words))
    if plan.when and quoted(plan.when):
        talk.say("utter_plan_day_before", words=quoted(plan.when))
    plan_parts.take(talk, Part.WHEN, said.words, puts_right=plan.moment is not None)
    if here in ON_THE_CARD:
        talk.move(Question.PLAN_CHECK)
    else:
        _tell_ahead(talk, Part.WHEN)
    return True


def are_ruled_out(talk: Conversation, said: Said) -> bool:
    """Ask for another day where the words rule out the day of the plan; say whether they do."""
    here, plan = talk.position.question, talk.draft.plan
    if said.intent not in {"inform", "edit_summary"} or here in _NEVER or not plan.when:
        return False
    if not _rules_out(talk, said.words):
        return False
    talk.say("utter_plan_day_gone")
    if here in ON_THE_CARD:
        plan_parts.to_card(talk, Question.PLAN_CHANGE)
    else:
        parts = tuple(Part)
        asked_already = parts[parts.index(Part.WHEN) + 1 : parts.index(plan_parts.part_asked(talk))]
        _tell_ahead(talk, *asked_already)
    talk.move(Question.PLAN_WHEN)
    return True


def is_another_day(talk: Conversation, said: Said) -> bool:
    """Say which day the plan has, where the words only rule out another one and name no place; say whether they do."""
    here, plan = talk.position.question, talk.draft.plan
    left = without_ruled_out(said.words) if said.words else None
    if said.choice or here not in _NAMED_BY_NO_DAY or plan.moment is None or left is None:
        return False
    if len(left.split()) > _LONGEST_LEFT or moment_of(talk, said.words) or any(map(is_a_place, _CLAUSES.split(left))):
        return False
    talk.say("utter_plan_stays")
    talk.say("utter_plan_that_is", when=day_in_words(plan, plan.moment, own_zone(talk), talk.now))
    return True


def _rules_out(talk: Conversation, words: str) -> bool:
    left, moment = without_ruled_out(words), talk.draft.plan.moment
    if left is None or len(left.split()) > _LONGEST_LEFT or moment_of(talk, words):
        return False
    if any(map(is_a_place, _CLAUSES.split(words))):
        return False
    named = _WEEKDAY.findall(plain(words))
    return moment is None or not named or f"{moment.astimezone(own_zone(talk)):%A}".lower() in named


def _is_a_day_here(talk: Conversation, text: str) -> bool:
    """Say whether words are about a day alone, and can hardly answer what is asked or put it off: "maybe tomorrow"."""
    left, here = without_ruled_out(text), talk.position.question
    words = plain(text if left is None else left)
    if not (moments.only_time(words, besides=HEDGES) and _A_DAY.search(words)):
        return False
    if here is Question.PLAN_WHEN:
        return True
    if here not in _MAY_BE_PUT_OFF or _WEEKDAY.search(words):
        asks_again = here not in _ASKS_FOR_FACTS and here not in _CARD
        return not asks_again or not TURNS_TO.isdisjoint(words.split())
    return not _MOVES.isdisjoint(words.split())


def _tell_ahead(talk: Conversation, *parts: Part) -> None:
    plan = talk.draft.plan
    talk.draft = replace(talk.draft, plan=replace(plan, told_ahead=(*plan.told_ahead, *parts)))
