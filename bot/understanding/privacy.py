"""Questions about who gets to know: the ones that a plain yes or no answers, and the ones that ask for all of it.

Strict: the words have to speak of what was written here ("this", "it", "my words"), and of nothing else.
"""

import re
from enum import StrEnum

from bot.understanding.commands import plain


class Asked(StrEnum):
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
    r"^(?:(?:hang on(?: a (?:minute|sec|second|bit))?|hold on|wait(?: a (?:minute|sec|second))?|sorry|so|and|but|ok|okay"
    r"|um|er|oh|just|actually|please|quick question|one (?:thing|question)|before (?:i|we) (?:say|do|go on|answer)(?: that)?"
    r"|(?:and )?if (?:i|we) (?:say yes|keep it|save it|do|agree|stop sharing)|tell me|can i ask|may i ask"
    r"|(?:i )?(?:need|want) to know|(?:im |i am )?worried|first|no) )*"
)
_IT = (
    r"(?:(?:any of |all of |about )?(?:it|this|that|my (?:words|summary|notes|record|plan|answers|draft|stuff)"
    r"|the (?:summary|notes|record|plan)|what (?:i|ive|i have) (?:say|said|write|wrote|written|put|typed|told you)(?: here)?"
    r"|everything(?: ive (?:said|written))?|all (?:this|that)|my data))"
)
_KIN = (
    r"(?:mum|mam|mom|dad|mother|father|wife|husband|partner|sons?|daughters?|brothers?|sisters?|nan|gran|grandad|friends?"
    r"|neighbours?|aunt|uncle|boys|girls|kids|children|family|ex|ex husband|ex wife|cousins?|boyfriend|girlfriend"
    r"|(?:\w+ )?in laws?|stepson|stepdaughter|grandchildren|grandson|granddaughter|lot)"
)
_STAFF = (
    r"(?:doctors?|gp|gps|nurses?|carers?|hospital|hospice|surgery|consultant|team|staff|council|social (?:worker|services)"
    r"|police|government|nhs|insurance|care home|home|church|solicitor|lawyer|boss|work|school|girls|people|others)"
)
_WHO = (
    rf"(?:he|she|they|anyone(?: else)?|anybody(?: else)?|someone(?: else)?|somebody(?: else)?|other people|people|others"
    rf"|(?:(?:my|our|the|his|her|their|a|any|that) )?(?:(?!this\b|that\b|it\b|you\b|and\b)\w+ )?(?:{_KIN}|{_STAFF})|\w+)"
)
_NOT_WHO = r"(?!(?:i|we|you|it|this|that|there|these|those|what|who) )"
_STILL = (
    r"(?:(?:still|also|already|ever|now|then|be able to|able to|allowed to|be allowed to|going to|get to|just|all) )*"
)
_MORE = (
    r"(?: (?:now|then|still|too|as well|at all|anyway|here|yet|afterwards|tonight|today|please|or not|without (?:me|us)"
    r"|without (?:my|me|asking|telling)[\w ]{0,30}|behind my back|if i (?:dont|say|stop|delete|keep|save|die|share)[\w ]{0,20}"
    r"|(?:when|once|after|now|since) (?:i|ive|i have|weve|im)[\w ]{0,25}|unless i[\w ]{0,20}|the (?:carers|nurses|doctors|kids"
    r"|girls|boys)|though))*$"
)
_DO = r"(?:do|does|did|will|would|is|are|am|was|can|could|has|have|should|might)"
_DIE = (
    r"(?:when|if|once|after|should) (?:i|he|she|they|we|" + _WHO + r")(?:m|s|re|ve| am| is| are| have| has)?"
    r" (?:die|dies|died|dead|gone|pass|passes|passed|go)(?: (?:away|on|first))?"
)
_SHAPES = {
    Asked.AFTER_DEATH: (
        rf"(?:what|whatll) (?:happens?|will happen|would happen|becomes?|will become|do you do) (?:to|of|with) {_IT} {_DIE}",
        rf"(?:who|{_DO} {_NOT_WHO}{_WHO}) {_STILL}(?:gets?|sees?|reads?|inherits?|be able to read|be able to see)"
        rf" {_IT} {_DIE}",
        rf"(?:does|will) {_IT} (?:stay|get deleted|be deleted|disappear|go)(?: here)? {_DIE}",
    ),
    Asked.TOLD: (
        rf"{_DO} {_NOT_WHO}{_WHO} {_STILL}(?:(?:get|gets|be|being|been) )?(?:told|informed|notified|contacted)"
        rf"(?: (?:about |of )?{_IT}| that i[\w ]{{1,30}}| if i[\w ]{{1,30}})",
        rf"(?:do|does|did|will|would) {_NOT_WHO}{_WHO} {_STILL}get(?:s)? (?:told|informed|notified|to know)",
        rf"{_DO} {_NOT_WHO}{_WHO} {_STILL}(?:get|gets|getting|sent) (?:a |an |any )?(?:message|email|text|letter|alert"
        rf"|notification)s?(?: about {_IT})?",
        rf"{_DO} {_NOT_WHO}{_WHO} {_STILL}(?:know|find out|hear|learn) (?:about this(?: chat| talk| plan)?|what i(?:ve| have)? \w+|i was here"
        r"|i(?:ve| have)? (?:been here|use this|used this|did this|wrote this|written this|said this|said that))",
        rf"{_DO} (?:you|it|this|that|the (?:app|chat|bot|computer)) {_STILL}(?:tell|inform|notify|contact|alert|ring"
        rf"|email|pass {_IT} on to|send {_IT} to|report {_IT} to) {_NOT_WHO}{_WHO}(?: (?:about |of )?{_IT})?",
    ),
    Asked.READ: (
        rf"{_DO} {_NOT_WHO}{_WHO} {_STILL}(?:read|see|look at|open|view|access|have access to|get hold of"
        rf"|get at|get their hands on|get into|look in|have a look at|be shown|be given) {_IT}",
        rf"{_DO} (?:(?:my|the|our|any|a) )?(?:\w+ )?{_STAFF} {_STILL}(?:get|gets|have|given|got|be given|be sent|get sent) {_IT}",
        rf"{_DO} {_IT} (?:get |being |be )?(?:sent|shown|passed|given|passed on|go|going) to {_NOT_WHO}{_WHO}",
    ),
    Asked.CHANGED: (
        rf"{_DO} {_NOT_WHO}{_WHO} {_STILL}(?:change|edit|alter|rewrite|delete|add to|mess with|tamper with|write in|wipe"
        rf"|overwrite|correct) {_IT}",
    ),
    Asked.EVERYTHING: (
        rf"who(?: all| else)? {_STILL}(?:(?:can|could|will|would|gets to|is going to|is able to|actually) )?{_STILL}"
        rf"(?:reads?|sees?|looks at|look at|reading|seeing|gets|get|opens|open|knows about|know about|has access to) {_IT}",
    ),
}
_ASKS = {
    asked: re.compile("|".join(rf"{_LEAD}(?:{shape}){_MORE}" for shape in shapes)) for asked, shapes in _SHAPES.items()
}


def asked(text: str) -> Asked | None:
    """Return what these words ask about who gets to know what was written here, or None where they ask no such thing."""
    words = plain(text)
    return next((each for each, shape in _ASKS.items() if shape.match(words)), None)


def nameless(text: str) -> bool:
    """Say whether the question speaks of somebody without saying who it is: "can she still read it?"."""
    return re.search(rf"{_DO} (?:he|she|they) ", plain(text)) is not None
