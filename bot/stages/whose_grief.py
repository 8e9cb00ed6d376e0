"""Whose grief it is: of a child only where the words speak of one, and of somebody else where a helper speaks."""

import re

from bot.model.directory import Relationship
from bot.model.position import Door, Question
from bot.safety.young import writer_is_young
from bot.stages import known_death
from bot.stages.conversation import Conversation
from bot.understanding.babies import may_not_live
from bot.understanding.commands import plain
from bot.understanding.helping_words import helps_others
from bot.understanding.need_words_of_grief import names_a_child
from bot.understanding.still_living import is_dying

_AS_A_CHILD = re.compile(r"\b(?:my|our) (?:mummy|daddy|mommy|nanny|grandpa)\b|\b(?:im|i am|aged?) (?:\d|1[0-8])\b")

_OWN_CHILD = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:lad|lass|boy|girl|bairn|kid|child|son|daughter)s? (?:has |have |was |were |just )*"
    r"(?:died|dead|killed|passed|gone)\b|\b(?:lost|buried) (?:my|our) (?:\w+ )?(?:lad|lass|boy|girl|bairn|child|son"
    r"|daughter)$"
)
"""A mother or a father grieves."""
_FIND_HELP = frozenset(
    {"find help", "find me help", "get help", "help me find help", "i want help", "find help please"}
)
"""The button of grief, typed."""
_HAS_DIED = re.compile(r"\b(?:died|passed away|has passed|is dead)\b")
_SUDDEN = re.compile(
    r"\b(?:sudden\w*|unexpect\w*|accident\w*|heart attack|cardiac|stroke|crash\w*|killed|murder\w*|drown\w*|collaps\w*"
    r"|(?:no|without|any) warning|out of (?:the blue|nowhere)|aneurysm|embolism|overdose|found (?:him|her|them|dead)"
    r"|dropped dead|one minute|shock|hit by|run over|fell|fire|woke up|never woke|stabbed|shot|attack|police|coroner"
    r"|inquest|instant\w*|bleed|clot|seizure|fit|electrocut\w*|choked|motorbike|car|lorry|train|plane|bomb|explosion)\b"
)
"""Without one of these, a sudden death is only a guess."""


def take_helping_door(talk: Conversation, words: str) -> None:
    """Whoever tells first of all of somebody as a helper does is not taken for the one who grieves."""
    here = talk.position
    if here.door is None and here.question in {None, Question.WELCOME_DOOR} and words and helps_others(words):
        talk.at(door=Door.HELPING)
        if here.question is Question.WELCOME_DOOR:
            talk.finish()


def intent_of(talk: Conversation, intent: str, words: str) -> str:
    """Return the intent to look for help by: a mother's or father's death alone is anybody's, of any age."""
    if (
        intent == "anticipatory_grief"
        and _HAS_DIED.search(plain(words))
        and not (is_dying(words) or may_not_live(words))
    ):
        return "bereavement_support"
    if intent == "find_support" and plain(words) in _FIND_HELP and known_death.is_known(talk):
        return intent if talk.position.door is Door.HELPING else "bereavement_support"
    if intent == "bereaved_sudden" and words and not _SUDDEN.search(plain(words)):
        return "bereavement_support"
    if intent != "bereaved_child" or not words:
        return intent
    told = talk.facts.support.told(words)
    grown_up = {Relationship.CHILD, Relationship.PARTNER}.intersection(told.relationships) or _OWN_CHILD.search(
        plain(words)
    )
    if grown_up and not (told.for_child or writer_is_young(words)):
        return "bereavement_support"
    young = names_a_child(plain(words)) or _AS_A_CHILD.search(plain(words)) or writer_is_young(words)
    return intent if young else "bereavement_support"
