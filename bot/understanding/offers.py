"""A yes that nobody asked for, and taking it back: to be counted, to be asked; and what was said yes to at all.

Whole sentences only. They speak of one's own words and of a use for them, or of being contacted; each is asked about
before anything is noted, so that nobody agrees to more than they were shown.
"""

import re

from bot.understanding.commands import plain

CHOICE = "offer:"
"""How the value of the choice begins that such words become; what follows is one of the values below."""
COUNT = "count"
CONTACT = "contact"
NOT_COUNT = "not_count"
NOT_CONTACT = "not_contact"
AGREED = "agreed"

_LEAD = (
    r"(?:(?:hello|hi|ok|okay|yes|no|oh|so|and|also|by the way|actually|please|just|well|thanks|thank you|if it helps"
    r"|if you (?:want|like)|i think|i said|i have decided|ive decided|i changed my mind|ive changed my mind) )*"
)
_END = (
    r"(?:(?: if (?:you (?:want|like|need)(?: to)?|it helps|that helps|its (?:any )?(?:use|help)|useful|needed))"
    r"| please| thanks| thank you| too| as well| any ?more| again| any ?time| now| at all| of course| for me"
    r"| by all means| id be (?:happy|glad) to| i (?:dont|do not) mind)*"
)
_THEY = (
    r"(?:you|they|people|anyone|anybody|someone|somebody|others|the (?:hospice|trust|team|charity|people who run this"
    r"|people|researchers?|developers?|staff)|researchers?|staff|whoever runs this)"
)
_MY = r"(?:my|our|these|those|all my|any of my|the)"
_MINE = (
    rf"(?:{_MY} (?:(?:own|kept) )?(?:words?|notes?|answers?|summary|story|stories|data|information|record|responses)"
    r"|what (?:i|ive|i have|we|weve)(?: have)? (?:said|say|wrote|written|write|told you|put|shared|typed)(?: here)?"
    r"|mine|anything i(?:ve)? (?:said|wrote|say|write))"
)
_HOW = (
    r"(?: (?:anonymously|without (?:my|any|our) names?(?: on (?:it|them))?|with no names?(?: on (?:it|them))?"
    r"|as long as (?:its|it is|theyre|they are) anonymous|if (?:its|it is|theyre|they are) anonymous))"
)
_BETTER = (
    r"(?:(?:help )?(?:to )?(?:improve|improving|develop|developing)"
    r"(?: (?:this|it|things|care|the (?:app|chat|bot|service|software)|services|end of life care|what you do))?"
    r"|(?:help )?(?:to )?(?:make|making) (?:this|it|things|care|the (?:app|chat|bot|service)|services) (?:any )?better"
    r"(?: for (?:others|other people|everyone|the next person))?"
    r"|(?:help|helping)(?: (?:others?|other people|people like me|someone else|the next person))(?: too)?"
    r"|(?:your |the |some |any |a )?(?:research|stud(?:y|ies)|statistics|stats|surveys?|audits?|learning|teaching"
    r"|training|improvements?|feedback)"
    r"|(?:teach|train|learn)(?: (?:staff|others|people|students|nurses|doctors|the (?:bot|software|computer|ai)))?)"
)
_FOR = rf"(?:(?: (?:to|for|in|so (?:you|they) can|and))? {_BETTER})"
_USE = rf"(?:(?:{_HOW}|{_FOR})+)"
_ANY_USE = rf"(?:{_HOW}|{_FOR})*"
_MAY = (
    r"(?:can|may|could|might|are (?:very )?welcome to|are free to|are allowed to|have my (?:permission|consent|blessing"
    r"|ok|yes) to)(?: (?:also|always|certainly|please))?"
)
_HAPPY = (
    r"(?:(?:i am|im|id be|i would be|i am quite|im quite) (?:very |quite |more than |perfectly )?"
    r"(?:happy|glad|willing|fine|content|ok|okay|open|pleased)|i (?:dont|do not|wouldnt|would not) mind"
    r"|i (?:agree|consent|give (?:my |you )?(?:permission|consent)))"
)
_NO = (
    r"(?:do not|dont|never|please dont|you (?:may|can|must|should) not|you (?:cant|mustnt)|they (?:may|can) not"
    r"|they (?:cant|mustnt)|nobody (?:may|can)|no one (?:may|can)|stop)"
)
_NOT_WANTED = (
    r"i (?:dont|do not|no longer|would rather not|would prefer not to) (?:want|like|agree to|consent to|wish)"
    r"(?: (?:you|them|anyone|anybody|people) (?:to|to be)?)?"
)
_BACK = r"(?:(?:i |i want to |i would like to |id like to )?(?:take back|withdraw)|i am taking back|cancel)"
_YES = r"(?:my|the) (?:yes|permission|consent|agreement|ok)"
_ME = r"(?:contact|get in touch with|reach|approach)(?:ing)?(?: (?:me|us))"
_ABOUT = (
    r"(?: (?:about|for|regarding|to (?:ask|talk|hear|find out|discuss)|with)"
    r"(?: (?:about|me|what|how|i|it|this|that|the|my|any|your|some|was|is|found|think|thought|went|of|questions?"
    r"|feedback|research|stud(?:y|ies)|surveys?|improving|improvements?|views?|experience|app|chat|bot|service))+)?"
)
_JOIN = r"(?:help with|take part in|answer questions for|be asked for|be part of)"
_AGREED = (
    r"(?:agreed?|said yes|say yes|consent(?:ed)?|signed? up|given? (?:my |you )?(?:permission|consent)|given? a yes)"
)
_SO_FAR = r"(?: (?:so far|here|already|exactly|yet|you))*"
_YESES = r"(?:permissions?|consents?|yeses)"
_SHAPES = {
    NOT_COUNT: (
        rf"{_NO} (?:use|using|count|counting) {_MINE}{_ANY_USE}",
        rf"{_NO} (?:count|counting|include|including) (?:me|my summary|mine)(?: in)?",
        rf"{_NOT_WANTED} (?:(?:to )?(?:use|using|count|counting) )?{_MINE}(?: (?:to be )?(?:used|counted))?{_USE}",
        rf"{_NOT_WANTED} {_MINE} (?:to be )?(?:used|counted)",
        rf"{_NOT_WANTED} (?:to )?(?:use|using|count|counting) {_MINE}",
        rf"{_NOT_WANTED} (?:to be counted|to count (?:me|mine)|(?:me|mine) (?:to be )?counted)",
        rf"{_BACK} {_YES} (?:to|for) (?:(?:being|be) counted|(?:being|be) used|(?:using|use) {_MINE}|{_BETTER})",
    ),
    NOT_CONTACT: (
        rf"{_NO} {_ME}{_ABOUT}",
        rf"{_NOT_WANTED} (?:to be )?(?:contacted|{_ME}){_ABOUT}",
        rf"{_BACK} {_YES} to (?:(?:being|be) (?:contacted|asked)|{_ME})",
    ),
    COUNT: (
        rf"{_THEY} {_MAY} use {_MINE}{_USE}",
        rf"(?:please |feel free to |do )*use {_MINE}{_USE}",
        rf"{_HAPPY} (?:(?:for|with|to let|to have|that|if) )?(?:{_THEY} )?(?:to )?(?:use|using) {_MINE}{_USE}",
        rf"{_HAPPY} (?:(?:for|with|to have|to let|to|if) )?{_MINE} (?:to be |being |be |is |are )?used{_USE}",
        rf"{_MINE} (?:can|may|could) be used{_USE}",
        r"(?:you (?:can|may) |please )?count (?:my summary|mine) (?:too|as well|with (?:the others|those of others))",
    ),
    CONTACT: (
        rf"{_THEY} {_MAY} {_ME}{_ABOUT}",
        rf"(?:please |feel free to |do )+{_ME}{_ABOUT}",
        rf"{_HAPPY} (?:for|with|to let|to have|if) {_THEY} (?:to )?(?:{_ME}){_ABOUT}",
        rf"{_HAPPY} (?:to be|to being|with being|being) contacted{_ABOUT}",
        rf"{_HAPPY} to {_JOIN} (?:your |the |any |some |a )?(?:research|stud(?:y|ies)|surveys?|feedback)",
    ),
    AGREED: (
        rf"what (?:have|had|did) (?:i|we) (?:all )?(?:already )?{_AGREED} (?:to|for){_SO_FAR}",
        rf"what {_YESES} (?:have i given|did i give|do you have|are there){_SO_FAR}",
        rf"(?:show|list|tell|give)(?: me)? (?:all )?(?:my|the) {_YESES}(?: (?:i gave|i have given))?",
        rf"(?:show|tell)(?: me)? what (?:i|ive|i have) {_AGREED}(?: to)?{_SO_FAR}",
        rf"(?:have|did) i {_AGREED} to anything{_SO_FAR}",
        r"what am i signed up (?:to|for)",
    ),
}
_SAID = {
    value: re.compile("|".join(rf"{_LEAD}(?:{shape}){_END}" for shape in shapes)) for value, shapes in _SHAPES.items()
}


def offered(text: str) -> str:
    """Return which of the values above these words are, and nothing else; "" for any other words."""
    words = plain(text)
    return next((value for value, shape in _SAID.items() if shape.fullmatch(words)), "")
