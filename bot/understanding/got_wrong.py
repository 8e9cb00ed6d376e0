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
_WORDS = (
    r"(?:(?:a|the|my|that|this|some|all) (?:\w+ )?(?:links?|pins?|summary|notes|words|page|copy|data|things?|stuff"
    r"|bits?)"
    r"|it|this|that|(?:what|things|something|everything) i (?:said|wrote|told you))"
)
_DONE = (
    r"(?:sent|shared|shown|given|kept|saved|stored|made|deleted|wiped|removed|passed|opened|emailed|posted|put|added"
    r"|changed|gone|gave|showed|went)"
)
_NO_YES = (
    r"(?:(?:that |which |and |but |when |though |even though |it |with )*(?:i|we) (?:never|didnt|did not|havent|hadnt"
    r"|had not|dont remember) (?:even |once |actually |ever )?(?:say(?:ing)?|said|agree\w*|ask\w*|want\w*|consent\w*"
    r"|give|gave|given|allow\w*|ok\w*|approve\w*|tell you|told you|press\w*|know about)"
    r"|(?:that |which |and |but )*nobody asked me|without (?:my|me|asking|a|any|our|permission|consent|telling|being))"
)
_DONE_WITHOUT_A_YES = re.compile(
    rf"{_OH}(?:{_WORDS} (?:(?:was|were|is|are|has|have|had|got|just|been|being|already|still) )*{_DONE}\b"
    rf"|(?:you|youve|you have|it|its|it has|this|the (?:chat|app|bot|thing)|somebody|someone)"
    rf" (?:(?:has|have|just|went and|only|already) )*{_DONE} {_WORDS})(?: .*?)? {_NO_YES}\b.*"
    rf"|{_OH}(?:i|we) (?:never|didnt|did not) (?:even )?(?:say yes|agree|consent|give (?:you )?(?:a yes|permission"
    rf"|consent)|said yes|agreed|ask) (?:to|for) (?:{_WORDS} (?:being |to be |be )?{_DONE}|(?:you )?(?:sharing|sending"
    rf"|showing|keeping|saving) {_WORDS}|(?:a|the|that|this|any) (?:links?|pins?|copy|summary))\b.*"
)
"""What was done here with somebody's words, without their yes: an act of the chat, never one of a hospital."""
LONGEST = 60


def told_wrong(text: str) -> bool:
    """Say whether the words tell what was not right here: "this was not right. you shared it with Jo"."""
    words = plain(text)
    found = _LEAD.match(words)
    if found is None or len(words.split()) > LONGEST:
        return False
    return _OF_THE_CHAT.search(words[found.end() :]) is not None


def done_without_yes(text: str) -> bool:
    """Say whether the words tell that something was shared, kept or deleted here without a yes."""
    words = plain(text)
    return len(words.split()) <= LONGEST and "?" not in text and bool(_DONE_WITHOUT_A_YES.fullmatch(words))


def is_for_a_person(text: str) -> bool:
    """Say whether somebody is to be told that the chat got it wrong: "can you tell a real person it got it wrong"."""
    words = plain(text)
    return len(words.split()) <= LONGEST and bool(_TELLS.fullmatch(words) or _REPORTS.fullmatch(words))
