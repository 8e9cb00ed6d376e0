"""A feeling that is told: acknowledged, with one thing that may help. Said again soon after, it is gone on from."""

import re

from bot.model.felt import Felt
from bot.model.saying import Button
from bot.stages.conversation import Conversation
from bot.understanding.commands import plain

_FIRST = {
    "express_distress": "utter_feelings_express_distress",
    "express_fear": "utter_feelings_express_fear",
    "express_anger": "utter_feelings_express_anger",
    "express_guilt": "utter_feelings_express_guilt",
    "express_loneliness": "utter_feelings_express_loneliness",
    "express_peace": "utter_feelings_express_peace",
}
_AGAIN = {
    "express_distress": "utter_feelings_again_express_distress",
    "express_fear": "utter_feelings_again_express_fear",
    "express_anger": "utter_feelings_again_express_anger",
    "express_guilt": "utter_feelings_again_express_guilt",
    "express_loneliness": "utter_feelings_again_express_loneliness",
    "express_peace": "utter_feelings_again_express_peace",
}
FEELINGS = frozenset(_FIRST)
_OLDER = re.compile(
    r"\b(?:old|older|elderly|pensioner|retired|my age|(?:im|i am|at|aged?) (?:6[5-9]|[789]\d))\b"
    r"(?! (?:friend|man|job)s?\b)"
)
LONGEST = 4
"""Turns after which a feeling told again is heard as if for the first time."""
_SOMEBODY = Button("Find somebody to ring", "find_support")
_LATER = Button("Stop here for now", "pause")


def hear(talk: Conversation, feeling: str, words: str = "") -> None:
    """Acknowledge a feeling: in full the first time, then more shortly, and never twice in the same words.

    A line for older people is named only to whoever says that they are older.
    """
    before = talk.position.felt
    times = before.times + 1 if before.feeling == feeling else 1
    talk.at(felt=Felt(feeling, times))
    if times == 1:
        older = feeling == "express_loneliness" and _OLDER.search(plain(words))
        talk.say("utter_feelings_lonely_and_older" if older else _FIRST[feeling])
    elif times % 2 == 0:
        talk.say(_AGAIN[feeling])
    elif feeling == "express_peace":
        talk.say("utter_feelings_still_peace")
    else:
        talk.say("utter_feelings_still", (_SOMEBODY, _LATER))


def pass_turn(talk: Conversation, intent: str) -> None:
    """Note that a turn has passed in which no feeling was told; after some of them it is let go."""
    felt = talk.position.felt
    if not felt.feeling or intent in FEELINGS:
        return
    talk.at(felt=Felt(felt.feeling, felt.times, felt.turns + 1) if felt.turns < LONGEST else Felt())
