"""A yes to be counted or to be asked, taken back in few words of one's own: "no research", "can u not contact me".

Every word of the sentence has to speak of that, so that a life is never meant: "no contact with my brother".
"""

import re

from bot.understanding import offers
from bot.understanding.commands import plain

_CONTACT = re.compile(
    r"\b(?:(?<!in )contact(?:ing)?(?! them)|(?:be|being|get|getting|want|am|been) contacted"
    r"|(?:get|getting|be|been|keep) in touch|reach(?:ing)? (?:out to )?me|approach(?:ing)? me)\b"
)
_TOPIC = r"(?:research(?:ers)?|stud(?:y|ies)|surveys?|statistics|stats|audits?|count(?:ed|ing)|improv(?:ing|ements?))"
_COUNT = re.compile(rf"\b(?:{_TOPIC}|count (?:me|mine|my|it))\b")
_MIND = r"(?:chang(?:e|ed|ing) my mind|having second thoughts)"
_STRONGLY = (
    r"do not|dont|not|never|stop\w*|cancel\w*|withdraw\w*|revok\w+|undo|remov\w+|leav\w+|forget|off|out|no longer"
    r"|(?:didnt|did not) (?:say|agree|want|mean|sign|give|contact)|regret\w*"
    r"|(?:tak\w+|want) (?:it |that |my \w+ |my yes to \w+ )?back"
    rf"|no (?:more )?(?:to )?(?:the |that |any |your )?(?:{_TOPIC}|contact(?:ing)?)"
)
_AGAINST = re.compile(rf"\b(?:{_STRONGLY}|{_MIND})\b")
_SAID_TWICE = re.compile(
    r"\b(?:do not|dont|not|never|didnt|wouldnt|no need to) (?:\w+ ){0,2}(?:stop\w*|forget\w*|cancel\w*|withdraw\w*"
    r"|remov\w+|mind|back|out|off|revok\w+|undo|regret\w*)\b|\b(?:havent|have not|not|never) chang\w+\b"
)
"""Against the contrary: "do not stop the research"."""
_NOT_ASKED_FOR = re.compile(
    r"(?:(?:oh|so|and|but|also|please|ok|okay|well|right|sorry|actually|no|yes|um|er|hi|hello) )*"
    r"(?:(?:you|they|youve|theyve|it) (?:have |has |still |just )*(?:never|not|havent|hasnt|didnt|did|dont|do|wont|will"
    r"|arent)\b|(?:did|do|does|have|has|am|is|are|was|were|what|why|how|when|who|where|which|if|shall|cant|wont)\b"
    r"(?! not\b))"
)
"""A complaint that nothing was done, or a question."""
_GRANTED = re.compile(
    r"\b(?:(?:you|they) (?:can|may|could)|please)(?: still| now)? (?:contact|get in touch|use|count)\b"
)
_MAY_BE_SAID = re.compile(
    # whom and what it is about
    r"(?:i|ive|id|im|ill|me|my|myself|mine|you|your|us|we|they|them|anyone|the|a|any|all|that|this|it|its|thats|is|was|one"
    r"|thing|things|stuff|bit|part|list|name|words|notes|answers|data|summary|yes|permission|consent|mind|in|on|of|off"
    r"|out|for|from|about|to|with|at|up|by|as|and|or|but|so|than|then"
    # what is asked or told
    r"|can|could|would|will|may|do|dont|didnt|did|not|no|never|stop\w*|cancel\w*|withdraw\w*|revok\w+|undo|remov\w+"
    r"|leav\w+|forget|take|taking|taken|took|back|pull|pulling|opt|opting|chang\w+|regret\w*|decided|said|say|agreed?"
    r"|signed|sign|gave|give|want\w*|wish|like|rather|second|thoughts|having|have|know|think|let|put|go|going|use|used"
    r"|using|be|been|being|am|get|getting|keep|ask|asking|bother\w*"
    # what goes with it
    r"|please|thanks|thank|sorry|actually|really|now|more|anymore|longer|again|after|too|just|also|well|oh|um|er|hi"
    r"|hello|ok|okay|nope|right"
    # what it is
    rf"|{_TOPIC}|count|improve|contact\w*|touch|reach\w*|approach\w*)"
)
LONGEST = 16


def taken_back(text: str, *, answering: bool = False) -> str:
    """Return what these words take back (`NOT_COUNT` or `NOT_CONTACT` of `offers`), or "".

    `answering`: any words are an answer, so they have to speak of oneself, or to the chat.
    """
    if exact := offers.offered(text):
        return exact if exact in {offers.NOT_COUNT, offers.NOT_CONTACT} else ""
    words = plain(text)
    every = words.split()
    if len(every) > LONGEST or not all(map(_MAY_BE_SAID.fullmatch, every)) or not _is_against(words):
        return ""
    if answering and not {"me", "my", "i", "ive", "im", "id", "you", "mine"}.intersection(every):
        return ""
    return offers.NOT_CONTACT if _CONTACT.search(words) else offers.NOT_COUNT if _COUNT.search(words) else ""


def _is_against(words: str) -> bool:
    """Say whether the words are against it, and not against the contrary. A change of mind alone goes either way."""
    if _SAID_TWICE.search(words) or _NOT_ASKED_FOR.match(words):
        return False
    against = _AGAINST.search(words)
    changed = re.search(_MIND, words)
    return against is not None and not (changed and _GRANTED.search(words))
