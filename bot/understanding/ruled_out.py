"""Which days somebody says will not do: "he can't do Sunday", "any day but Saturday", "I'm at chemo on Tuesday".

What is said of a day besides stays: "not Sunday, Monday at 2" leaves "Monday at 2".
"""

import re

from bot.model.kin import CALLED
from bot.understanding.commands import plain

_NAMED = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thurs?|fri|sat|weekends?|weekdays?|today"
    r"|tonight|tomorrow|this week|next week|bank holidays?|that days?|\d{1,2}(?:st|nd|rd|th))"
)
_OF_MONTH = r"(?: (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*)?"
_PART = r"(?: (?:mornings?|afternoons?|evenings?|nights?|lunchtime|at \w+|\d{1,2}(?: \d\d)?(?:am|pm)?))*"
_LEADS = r"(?:(?:on|at|in|for|this|next|the|a|any|that|coming|every|all|of|either) )*"
_DAY = rf"{_LEADS}{_NAMED}{_OF_MONTH}{_PART}(?: (?:and|or|nor) {_LEADS}{_NAMED}{_OF_MONTH}{_PART})*(?: either)?"
_NOT = (
    r"(?:cant|cannot|can not|couldnt|could not|wont|will not|wouldnt|would not|isnt|is not|arent|are not"
    r"|doesnt|does not|dont|do not|im not|hes not|shes not|theyre not|were not|not able|unable|struggles?|hopeless"
    r"|useless|no good|not good|no use|not free|not around|not here|not possible|(?:neither|none) of \w+ can"
    r"|nobody can)"
)
_SUGGESTS = r"(?! (?:we|you|u|it|they|that|mind|care|know|forget|see why|wait)\b)"
_BETWEEN = r"(?: (?!before|until|till|til|unless|after|later|when|while|if|because|cos|as|so|but|and|only)\w+){0,4}"
_BAD = (
    r"(?:(?:really|just|a|an|too|so|very|quite|always|usually|also|all|any|the|be|going to be) )*"
    r"(?:no good|no use|no go|no way|out|off|bad|worst|busy|taken|impossible|difficult|hopeless|tricky|full|booked"
    r"|wrong|chemo|dialysis|ruled out|not (?!bad|far|too|a problem|until|before|till)\w+)"
)
_IS = r"(?: (?:is|are|was|s|would be|will be|looks|may be|might be))?"
_FAILS = (
    r"(?:(?:(?:really|just|probably|definitely) )*(?:wont|will not|doesnt|does not|isnt|is not|cant|cannot|wouldnt"
    r"|would not|arent|are not|dont)(?! (?:bad|matter|a problem|far|too))(?: (?:really|ever|always))*"
    r" (?:work|do|suit|be(?! bad)|happen|go|fit|good|possible|great|ideal|ok|free|convenient|an option"
    r"|any (?:good|use))|never (?:works?|suits?|happens))"
)
_FOR_WHOM = r"(?: (?:for|with|to) (?:me|us|him|her|them|\w+|my \w+))?(?: (?:at all|either|though|sorry|im afraid))*"
_AT = (
    r"(?:the |my |his |her |our |their )?(?:work|hospital|clinic|chemo|dialysis|radiotherapy|school|college|church"
    r"|football|doctors?|dentists?|day centre|hospice|mums|dads)"
)
_HAS = (
    r"(?:a |an |my |his |her |their |our |more |the )*(?:\w+ )?(?:chemo|dialysis|treatment|scans?|appointments?|clinic"
    r"|radiotherapy|bloods?|blood test|op|operation|shifts?|work|football|plans|transfusion|visitors)"
)
_WHO = rf"(?:i|we|he|she|they|im|hes|shes|theyre|were|ive|weve|theyve|\w+s|{CALLED}|my \w+|our \w+|his \w+|her \w+)"
_TAKEN = (
    rf"(?:(?:{_WHO}(?: (?:is|are|am|will be|always|usually|also|s))* )?(?:busy|away|out|working|works|work"
    r"|on (?:shift|nights|holiday|a shift|call)|in hospital|tied up)"
    rf"|{_WHO}(?: (?:is|are|am|will be|always|usually|also|s))* at {_AT}"
    rf"|(?:{_WHO} )?(?:has|have|having|got|has got|have got) {_HAS})(?: all day)?"
)
_ANY = (
    r"\b(?:any ?(?:time|day|thing)|every ?day|all (?:week|days)|most days|whenever)"
    r"(?: (?:is|works|will|do|would|fine|ok|good|suits|(?:i|we|he|she) can))*"
)
_MEANWHILE = r"(?P<before>(?:(?!(?:when|while|whilst|once|after|before|during|if)\b)\w+ )*?)"
"""What is said of the time itself: "on Monday, when he is at work" rules nothing out."""
_RULES_OUT = tuple(
    re.compile(shape)
    for shape in (
        rf"{_ANY} (?:but|bar|except(?: for)?|apart from|other than|besides|save|not) (?:not )?{_DAY}\b",
        rf"(?<!why )(?<!if )\b(?:not|never|except(?: for)?|apart from|avoid|avoiding|no) {_DAY}\b",
        rf"\b{_NOT}{_SUGGESTS}{_BETWEEN} {_DAY}\b",
        rf"\b{_DAY} {_FAILS}{_FOR_WHOM}",
        rf"\b{_DAY}{_IS} {_BAD}{_FOR_WHOM}",
        rf"^{_MEANWHILE}\b{_TAKEN} {_DAY}\b",
        rf"^{_MEANWHILE}\b{_DAY} {_TAKEN}$",
    )
)
_CLAUSES = re.compile(r"[.,;!\n]+")


def without_ruled_out(text: str) -> str | None:
    """Return what is left of the words without the days they rule out, or None where they rule none out."""
    if text.rstrip().endswith("?"):
        return None
    clauses = [plain(clause) for clause in _CLAUSES.split(text)]
    left = [_left_of(clause) for clause in clauses]
    return None if left == clauses else ". ".join(filter(None, left))


def _left_of(clause: str) -> str:
    for shape in _RULES_OUT:
        if found := shape.search(clause):
            before = found.groupdict().get("before") or clause[: found.start()]
            return _left_of(" ".join(f"{before} {clause[found.end() :]}".split()))
    return clause
