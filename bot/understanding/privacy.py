"""Questions about who gets to know: the ones that a plain yes or no answers, and the ones that ask for all of it.

Strict: the words have to speak of what was written here ("this", "it", "my words"), and of nothing else.
"""

import re
from enum import Enum

from bot.understanding.commands import plain


class Asked(Enum):
    """What is asked about what was written here."""

    EVERYTHING = "everything"
    """Who sees it at all, where it is kept."""
    TOLD = "told"
    """Whether somebody is told of it."""
    READ = "read"
    """Whether somebody can read it."""
    CHANGED = "changed"
    """Whether somebody can change it."""
    AFTER_DEATH = "after_death"
    """What becomes of it when somebody dies."""


_LEAD = (
    r"^(?:(?:(?:hang on|hold on|wait)(?: a \w+)?|sorry|so|and|but|ok|okay|um|er|oh|just|actually|please|no|first"
    r"|(?:one|quick) (?:thing|question)|tell me|(?:can|may) i ask|i (?:need|want) to know"
    r"|before (?:i|we) (?:do|go on|answer|say)(?: that)?|if i (?:say yes|keep it|save it|do|agree|stop sharing)) )*"
)
_IT = (
    r"(?:(?:any of |all of |about )?(?:it|this|that|everything|my data"
    r"|(?:my|the) (?:words|summary|notes|record|plan|answers|draft)"
    r"|what (?:i|ive|i have) (?:say|said|write|wrote|written|put|typed|told you)(?: here)?|all (?:this|that)))"
)
_STAFF = (
    r"(?:doctors?|gps?|nurses?|carers?|hospital|hospice|surgery|consultant|team|staff|council"
    r"|social (?:worker|services)|police|government|nhs|insurance|care home|church|solicitor|boss"
    r"|work|school|girls|people|others)"
)
_KIN = (
    r"(?:mum|mam|mom|dad|mother|father|wife|husband|partner|sons?|daughters?|brothers?|sisters?|nan|gran|grandad"
    r"|friends?|neighbours?|aunt|uncle|boys|kids|children|family|ex|cousins?|(?:\w+ )?in laws?|grandchildren|lot)"
)
_ONE = r"(?!this\b|that\b|it\b|you\b|and\b)\w+"
_WHO = (
    r"(?!(?:i|we|you|it|this|that|there|these|those|what|who) )"
    rf"(?:(?:any|some)(?:one|body)(?: else)?|other people|(?:(?:my|our|the|his|her|their|a|any) )?(?:{_ONE} )?"
    rf"(?:{_KIN}|{_STAFF})|{_ONE})"
)
_STILL = r"(?:(?:still|also|already|ever|now|then|be able to|able to|be allowed to|allowed to|going to|get to|just) )*"
_MORE = (
    r"(?: (?:now|then|still|too|as well|at all|anyway|here|yet|afterwards|please|though|behind my back"
    r"|without \w+(?: \w+){0,4}|if i \w+(?: \w+){0,4}|unless i \w+(?: \w+){0,3}"
    r"|(?:when|once|after|now|since) (?:i|ive|weve|im)(?: \w+){0,4}|the (?:carers|nurses|doctors|kids|girls|boys)))*$"
)
_DO = r"(?:do|does|did|will|would|is|are|was|can|could|has|have|should|might)"
_DIE = (
    rf"(?:when|if|once|after) (?:(?:i|we)|{_WHO})(?: am| is| are| have| has)?"
    r" (?:die|dies|died|dead|gone|pass|passes|passed|go)(?: (?:away|on|first))?"
)
_GETS = r"(?:(?:get|gets|be|being|been) )?"
_SHAPES = {
    Asked.AFTER_DEATH: (
        rf"what(?:ll)? (?:(?:happens?|becomes?)|(?:will|would) (?:happen|become)) (?:to|of|with) {_IT} {_DIE}",
        rf"(?:who|{_DO} {_WHO}) {_STILL}(?:gets?|sees?|reads?) {_IT} {_DIE}",
        rf"(?:does|will) {_IT} (?:stay|get deleted|be deleted|disappear|go)(?: here)? {_DIE}",
    ),
    Asked.TOLD: (
        (
            rf"{_DO} {_WHO} {_STILL}{_GETS}(?:told|informed|notified|contacted)"
            rf" (?:(?:about |of )?{_IT}|(?:that|if) i(?: \w+){{1,6}})"
        ),
        rf"(?:do|does|will|would) {_WHO} {_STILL}gets? (?:told|informed|notified|to know)",
        rf"{_DO} {_WHO} {_STILL}(?:get|gets|sent) (?:a |an |any )?(?:message|email|text|letter)s?(?: about {_IT})?",
        (
            rf"{_DO} {_WHO} {_STILL}(?:know|find out|hear|learn) "
            r"(?:about this|what i(?:ve| have)? \w+|i was here|i(?:ve| have)? (?:been here|used? this|did this))"
        ),
        (
            rf"{_DO} (?:you|it|this|that|the (?:app|chat|bot|computer)) {_STILL}"
            rf"(?:tell|inform|notify|contact|email|pass {_IT} on to|send {_IT} to) {_WHO}(?: (?:about |of )?{_IT})?"
        ),
    ),
    Asked.READ: (
        (
            rf"{_DO} {_WHO} {_STILL}(?:read|see|look at|open|view|access|have access to|get hold of|get at|get into"
            rf"|look in|be shown|be given) {_IT}"
        ),
        rf"{_DO} (?:(?:my|the|our|any|a) )?(?:\w+ )?{_STAFF} {_STILL}(?:get|gets|have|given|got|be sent) {_IT}",
        rf"{_DO} {_IT} {_GETS}(?:sent|shown|passed|given|passed on|go|going) to {_WHO}",
    ),
    Asked.CHANGED: (
        (
            rf"{_DO} {_WHO} {_STILL}(?:change|edit|alter|rewrite|delete|add to|mess with|write in|wipe|correct)"
            rf" {_IT}"
        ),
    ),
    Asked.EVERYTHING: (
        (
            rf"who(?: all| else)? {_STILL}(?:(?:can|could|will|would|gets to|actually) )?{_STILL}"
            rf"(?:reads?|sees?|looks? at|reading|seeing|gets?|opens?|knows? about|has access to) {_IT}"
        ),
    ),
}
_ASKS = {
    asked: re.compile("|".join(rf"{_LEAD}(?:{shape}){_MORE}" for shape in shapes)) for asked, shapes in _SHAPES.items()
}


def asked(text: str) -> Asked | None:
    """Return what these words ask about who gets to know what was written here, or None."""
    words = plain(text)
    return next((each for each, shape in _ASKS.items() if shape.match(words)), None)


def nameless(text: str) -> bool:
    """Say whether the question speaks of somebody without saying who it is: "can she still read it?"."""
    return re.search(rf"{_DO} (?:he|she|they) ", plain(text)) is not None
