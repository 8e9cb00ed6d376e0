"""Whoever has said that somebody died says it again, in answers: "she died in a hospital in Cardiff" is no new death.

Read only where the conversation is about a death, and only to take back what the trained screen alone found. Words
count as told before when they are plainly past, and nothing in them is of today, unsure, or still going on.
"""

import re

from bot.model.safety import SafetyIntent
from bot.safety.normalise import plain

_PLAINLY_PAST = re.compile(
    r"\b(died|passed away|passed on|took (his|her|their) own life|(was|were) killed|death of"
    r"|lost (my|his|her|our|their))\b"
)
_MAY_BE_NOW = re.compile(
    # when
    r"\b(today|tonight|this (morning|lunchtime|afternoon|evening|minute|second|moment|hour)|last night|overnight|night"
    r"|minutes?|mins?|hours?|hrs?|moments?|seconds?|now|just|o ?clock|\d{1,2}([.:]\d\d)? ?(am|pm)"
    r"|lunch\w*|tea|teatime|dinner|breakfast|supper|bedtime|dawn|yesterday"
    # not told as past, or not sure
    r"|((has|have|had|s|ve|is|are|be|been|im|am|weve|theyve|youve|ive)"
    r"|(?!(grand)?parents\b|twins\b|boys\b|girls\b|babies\b|friends\b)\w+s) (just )?(died|dead|dying|passed|gone)"
    r"|dead|dying|think|maybe|may|might"
    r"|perhaps|sure|seems?|looks?|whether|if"
    # somebody is with them, or help is
    r"|found|finding|here|beside|next to"
    r"|in (his|her|their|my|the) (bed|chair|armchair|arms|bath|room|kitchen|car|sleep)"
    r"|on the (floor|sofa|settee|landing|stairs)|body|breath\w*|pulse|cold|blue|stiff|wake|waking|woke|collapsed"
    r"|unconscious|ambulance|paramedics?|nurse|doctor|police|999|111|alone|on my own|by myself"
    # and any word of oneself that is about more than grief
    r"|myself|my own life|kill|point|knife|bleeding|hurt|hit)\b"
)


def told_before(words: str) -> bool:
    """Say whether words tell of a death as of something past, and of nothing that may be going on."""
    said = plain(words).replace("'", " ")
    return bool(_PLAINLY_PAST.search(said)) and not _MAY_BE_NOW.search(said)


def is_old_news(intent: SafetyIntent | None, words: str) -> bool:
    """Say whether a death that was noticed in these words was told before, in a conversation that is about it."""
    return intent is SafetyIntent.DEATH_JUST_HAPPENED and told_before(words)
