"""A feeling of now that is told and little else, where a button waits: "i feel so guilty". It answers no choice."""

import re

from bot.understanding.bad_news import is_pain
from bot.understanding.commands import plain
from bot.understanding.regrets import regrets
from bot.understanding.surfacing import fears, laments, surfaces

LONGEST = 14
_I_AM = r"(?:i (?:just |still |really |also |do )*(?:feel|felt|am)|im|ive been feeling|i keep feeling|feeling)"
_SO = (
    r"(?:(?:so|just|really|very|all|too|such|like|a|an|bit|quite|still|feeling|pretty|totally|completely|that"
    r"|absolutely) )*"
)
_FEELS = re.compile(
    rf"\b{_I_AM} {_SO}(?:guilty|awful|terrible|horrible|dreadful|numb|empty|lonely|alone|ashamed|angry|furious|sad"
    r"|upset|lost|low|useless|helpless|hopeless|overwhelmed|broken|heartbroken|devastated|gutted|anxious|nervous|worried"
    r"|drained|shattered|sick|failure|rubbish|torn|wretched|raw|shaky|tearful|scared|frightened|stupid)\b"
)
_OF_ANOTHER_TIME = re.compile(r"\b(?:when|if|unless|without|never|not|used to|matters?|because|makes?|stops?)\b")


def tells_a_feeling(text: str) -> bool:
    """Say whether the words tell how somebody feels now, and nothing that is to be written down or done."""
    words = plain(text)
    if text.rstrip().endswith("?") or len(words.split()) > LONGEST:
        return False
    if regrets(text) or surfaces(text) or is_pain(text) or fears(text) or laments(text):
        return True
    return bool(_FEELS.search(words)) and not _OF_ANOTHER_TIME.search(words)
