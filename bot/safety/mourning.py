"""Whoever has said that somebody died says it again, in answers: that is no new death, unless it is of just now.

Read only where the conversation is about a death; everywhere else any word of one that may be new is answered.
"""

import re

from bot.model.safety import SafetyIntent
from bot.safety.normalise import plain

_OF_JUST_NOW = re.compile(
    r"\b(today|tonight|this (morning|afternoon|evening|minute|second|moment)|last night|overnight|(in|during) the night"
    r"|(minutes?|mins?|hours?|hrs?|moments?|seconds?|while) ago|(half|quarter) (an|of an) hour|(an|one|two|few) hours?"
    r"|(has|have|s|ve|is|are) just|just (now|this|died|die|passed|gone|went|lost|found|slipped|stopped|happened|left)"
    r"|right now|at the moment|lying here|here with (him|her|them|me)|o ?clock|\d{1,2}(\.\d\d)? ?(am|pm))\b"
    r"|\b(found|finding) (him|her|them|my|the|mum|dad|our|a)\b|\b(body|breath|breathing|pulse|ambulance|paramedics?"
    r"|cold|blue|stiff|wake|waking|woke|collapsed|unconscious)\b"
)


def is_old_news(intent: SafetyIntent | None, words: str) -> bool:
    """Say whether words found to tell of a death tell only what was told before, in a conversation about a death."""
    return intent is SafetyIntent.DEATH_JUST_HAPPENED and not _OF_JUST_NOW.search(plain(words).replace("'", " "))
