"""Not wanting to answer: a question is none of anybody's business, or what it leads to is not to be talked about.

Whole messages only, and said of oneself: "he doesn't want to talk about it" is an answer.
"""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain

_LEAD = r"(?:(?:well|oh|no|sorry|but|look|actually|honestly|really|just|please|thats|that is|its|it is|im afraid) )*"
_AFTER = (
    r"(?: (?:thanks|thank you|sorry|please|now|right now|today|tonight|here|really|actually|at all|any more|yet"
    r"|if you dont mind|(?:to|with) (?:you|anyone|anybody|a (?:machine|computer|bot|robot|stranger|phone))))*"
)
_THIS = r"(?:it|this|that|any of (?:it|this|that)|all (?:this|that)|such things|these things|things like that)"
_NOT_WANTED = (
    r"(?:(?:i )?(?:really |just |still )?(?:dont|do not|didnt) (?:really |even )?"
    r"(?:want|wish|like|care|need|have)(?: to)?"
    r"|(?:id|i would|i had) (?:much |really )?(?:rather|sooner|prefer) not(?: to)?|rather not|(?:i )?prefer not(?: to)?"
    r"|(?:im|i am) (?:really |just )?not (?:going to|ready to|here to|up to|in the mood to|willing to|about to)"
    r"|(?:i )?(?:wont|will not)|(?:lets|let us|can we|could we|must we|please) (?:please )?not|not going to)"
)
_CANNOT = r"(?:i )?(?:really |just )?(?:cant|cannot)"
_SPEAKING = r"(?:talk|talking|speak|speaking|think|thinking|hear|be asked|go on)"
_SUBJECT = (
    r"(?!(?:me|us|you|him|her|them|who|what|where|when|why|how|whether)\b)"
    r"(?:(?:my|the|being|getting|having|all|of) ){0,3}\w+(?: (?:and|or) (?:(?:being|my|the) )?\w+)?"
)
_NO_BUSINESS = (
    r"(?:(?:none|not any) of (?:your|ur) (?:\w+ )?(?:business|concern)|(?:mind|keep to) your own(?: \w+)? business"
    r"|nothing to do with you|what(?:s| is)? it to you|what business is (?:it|that) of yours|not your business)"
)
_PRIVATE = r"(?:thats|that is) (?:a bit |too |very |rather |quite )?(?:private|personal)"
_NOT_TOLD = (
    r"(?:(?:im |i am |i )?(?:not|aint) (?:saying|telling(?: you)?|answering)(?: (?:that|this|it)(?: one| question)?"
    rf"| (?:where|who|what|how|when|my(?! (?:{KIN})s?\b))(?: \w+){{1,5}})?"
    rf"|{_NOT_WANTED} (?:say|tell(?: you)?|answer|discuss|go into|get into)(?: (?:{_THIS}|that question))?)"
)
_TO_A_MACHINE = (
    r"(?:(?:im |i am )?not|(?:i )?aint|i(?:m| am) never|(?:i )?wont(?: be)?|(?:i )?(?:dont|do not)(?: want to)?"
    r"|i refuse to|id (?:rather|sooner) not|why (?:would|should) i)(?: (?:going to|gonna|about to|here to))?"
    r" (?:tell(?:ing)?|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|open(?:ing)? up to|answer(?:ing)?"
    r"|(?:say(?:ing)?|discuss(?:ing)?|shar(?:e|ing)) (?:it|this|that|anything|things|my \w+) (?:to|with))"
    r" (?:a |an |some |any |this |the |no )?(?:bloody |damn |flipping |stupid )?"
    r"(?:computers?|machines?|bots?|robots?|chatbots?|apps?|software|piece of software)"
    r"(?: (?:that|this|it|anything|such things|about (?:it|this|that)|my (?:\w+ ){0,2}\w+))*"
)
"""To whom it is not to be told. That somebody else is to be spared a machine is an answer."""
_LEAVES = rf"(?:{_NOT_WANTED}|{_CANNOT}) (?:{_SPEAKING} about|discuss)"
_REFUSES = re.compile(
    rf"{_LEAD}(?:{_NO_BUSINESS}|{_NOT_TOLD}|{_LEAVES} {_THIS}){_AFTER}"
    rf"|(?:(?:well|oh|no|sorry|but|look|actually) )*{_PRIVATE}{_AFTER}"
    rf"|{_LEAD}{_TO_A_MACHINE}{_AFTER}"
    rf"|{_LEAD}(?:nothing about me|leave me out(?: of (?:it|this|that))?)(?: pls)?{_AFTER}"
)
_REFUSES_SUBJECT = re.compile(rf"{_LEAD}{_LEAVES} (?!{_THIS}\b){_SUBJECT}{_AFTER}")


def refuses(text: str) -> bool:
    """Say whether the words only decline to answer: "none of your business", "I don't want to talk about dying"."""
    return _REFUSES.fullmatch(plain(text)) is not None or refuses_subject(text)


def refuses_subject(text: str) -> bool:
    """Say whether the words name what is not to be talked about. Of what others do or leave, that is an answer."""
    return _REFUSES_SUBJECT.fullmatch(plain(text)) is not None
