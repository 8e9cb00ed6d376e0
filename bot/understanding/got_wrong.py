"""That this chat itself got something wrong: for the person who answers for it, and never an answer or a line."""

import re

from bot.understanding.commands import plain

_OH = (
    r"(?:(?:oh|no|but|and|so|ok|sorry|please|well|look|hi|hello|actually|can (?:you|i|we)|could (?:you|i)|id like to"
    r"|i want to|i need to|i would like to|how do i|how can i|where do i|who do i|who can i|you should|you need to) )*"
)
_NOT_RIGHT = (
    r"(?:this|that|it|something|what (?:you|it) did) (?:was|is|wasnt|isnt) (?:(?:not|really|so|all|just|very) )*"
    r"(?:right|wrong|ok|okay|good enough|acceptable|a mistake|on|fair)"
)
_LEAD = re.compile(rf"{_OH}{_NOT_RIGHT}\b")
_OF_THE_CHAT = re.compile(
    r"\b(?:links?|pins?|(?:share|shared|sharing) (?:it|this|that|with|my (?:summary|notes|words|page))"
    r"|(?:this|the|your) (?:chat|app|bot|page|website|site|service|software|machine|computer|thing|assistant)|chatbot"
    r"|you (?:told|sent|said|gave|showed|shared|made|deleted|let|asked|answered|lost))\b"
)
_A_PERSON = (
    r"(?:(?:a|an|some|the|your|any) )?(?:(?:real|actual|proper|human|live|named) )*(?:person|human|human being|people"
    r"|boss|manager|maker|makers|owner|someone|somebody|anyone|one|developers?|team|hospice|staff"
    r"|(?:people|person|one|ones|someone) (?:who|that) (?:run|runs|made|make|makes|own|owns) (?:this|you|it))"
    r"(?: (?:who|that) (?:run|runs|made|make|makes|own|owns) (?:this|you|it)| in charge| there| responsible)*"
)
_WRONG = (
    r"(?:it|you|this|the (?:chat|app|bot|thing|machine|computer)) (?:(?:has|have|just|all|really|completely) )*"
    r"(?:got (?:it|that|this|me|things|something|everything|\w+ \w+) (?:all |so |completely |badly )?wrong"
    r"|(?:was|is|were|are) wrong|made (?:a |the )?(?:\w+ )?mistakes?|messed (?:it |this |things )?up|went wrong"
    r"|did (?:it|that|this|something) wrong|(?:was|is|were) not right|(?:wasnt|isnt) right|misunderstood(?: me)?)"
)
_TELLS = re.compile(
    rf"{_OH}(?:tell|let|inform|report (?:it |this |that )?to|speak to|complain to|pass (?:it |this )?on to|write to"
    rf"|contact) {_A_PERSON}(?: know)?(?: here)?(?: (?:that|how|about how|because|when))? {_WRONG}(?: .*)?"
)
_REPORTS = re.compile(
    rf"{_OH}(?:report|complain about|tell (?:someone|somebody|them) about) (?:a|the|this|that|your|its)"
    r" (?:\w+ )?(?:mistake|error|fault)(?: (?:you|it|this (?:chat|app|bot)) (?:made|did))(?: (?:to|please|here) ?.*)?"
)
LONGEST = 60


def told_wrong(text: str) -> bool:
    """Say whether the words tell what was not right here: "this was not right. you shared it with Jo"."""
    words = plain(text)
    found = _LEAD.match(words)
    if found is None or len(words.split()) > LONGEST:
        return False
    return _OF_THE_CHAT.search(words[found.end() :]) is not None


def is_for_a_person(text: str) -> bool:
    """Say whether somebody is to be told that the chat got it wrong: "can you tell a real person it got it wrong"."""
    words = plain(text)
    return len(words.split()) <= LONGEST and bool(_TELLS.fullmatch(words) or _REPORTS.fullmatch(words))
