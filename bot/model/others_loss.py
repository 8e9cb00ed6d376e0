"""Somebody else's loss: "what do I say to a man whose wife has just died" is no death that the writer stands beside.

Strict: the one who is left must be named as somebody apart from the writer, and nothing may tell that the writer is
there. Standard library only, for the safety door and the engine both read it.
"""

import re
import unicodedata

from bot.model.kin import KIN

_LEFT = (
    r"(?:man|woman|lady|gentleman|chap|bloke|fella|fellow|widow|widower|neighbour|friend|mate|colleague"
    r"|client|person|someone"
    r"|somebody)"
)
_DIED = (
    rf"(?:(?:wife|husband|{KIN}|baby|child)(?: (?:s|has|have|had|just|only|recently|sadly))* (?:died|passed away)"
    rf"|lost (?:his|her|their) (?:wife|husband|{KIN}|baby|child))"
)
_THEIR_LOSS = re.compile(rf"\b{_LEFT}(?:s|s late)?(?: (?!and then\b)\w+){{0,7}}? {_DIED}\b")
_IS_THERE = re.compile(
    rf"\b(?:(?:my|our) (?!(?:friend|neighbour|mate|client|colleague)s?\b)(?:\w+ )?(?:{KIN})"
    r"|found|finding|here|beside|next to|in front|floor|body|breath\w*|pulse|cold|blue|wak\w*|collapsed|unconscious"
    r"|ambulance|999|111|minutes?|mins|just now|right now|this (?:minute|second|moment)|knife|kill\w*|suicid\w*|myself"
    r"|hes dead|shes dead|hes gone|shes gone|in (?:his|her|their|my|the) (?:bed|chair|arms|room|bath|car|garden)"
    r"|what (?:do|should|shall) (?:i|we) do|who (?:do|should) (?:i|we) (?:ring|call|phone)|help me|too|same)\b"
)

_ASKS_WHAT = re.compile(
    r"\b(?:what|how) (?:do|can|should|would|could) (?:i|you|we)"
    r" (?:say|write|take|bring|put|start|talk|help|offer|support)\b"
    r"|\b(?:i|we) (?:befriend|visit|drive|support|volunteer with|sit with)\b"
)
"""Somebody who means to help, and writes from elsewhere."""


def is_anothers_loss(text: str) -> bool:
    """Say whether words tell of a death in somebody else's family, from afar."""
    said = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'")
    said = re.sub(r"'s\b", " s", said).replace("'", "")
    words = " ".join(re.sub(r"[^\w\s]+", " ", said).split())
    return _THEIR_LOSS.search(words) is not None and not _IS_THERE.search(words)


def asks_what_to_say(text: str) -> bool:
    """Say whether somebody asks what to say, write or do for one who is left: they are not with the one who died."""
    return is_anothers_loss(text) and _ASKS_WHAT.search(text.lower()) is not None
