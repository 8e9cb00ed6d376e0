"""Questions about who gets to know: the ones that a plain yes or no answers, and the ones that ask for all of it.

Strict: the words have to speak of what was written here ("this", "it", "my words"), and of nothing else.
"""

import re
from enum import Enum

from bot.model.kin import KIN
from bot.understanding.commands import plain


class Asked(Enum):
    """What is asked about what was written here."""

    EVERYTHING = "everything"
    """Who sees it at all, where it is kept."""
    LOOKED = "looked"
    """Whether and when somebody has looked: not who may."""
    TOLD = "told"
    """Whether somebody is told of it."""
    READ = "read"
    """Whether somebody can read it."""
    CHANGED = "changed"
    """Whether somebody can change it."""
    CREW = "crew"
    """Whether an ambulance crew sees it."""
    NEWEST = "newest"
    """Whether a reader sees what was changed since."""
    PIN = "pin"
    """What the PIN is for."""
    LOST = "lost"
    """A link or a PIN that is lost, wanted again."""
    OPENED = "opened"
    """How somebody with whom it is shared opens it."""
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
_CLOSE = rf"(?:(?:{KIN})s?|boys|kids|children|family|ex|(?:\w+ )?in laws?|grandchildren|lot)"
_ONE = r"(?!this\b|that\b|it\b|you\b|and\b)\w+"
_WHO = (
    r"(?!(?:i|we|you|it|this|that|there|these|those|what|who) )"
    rf"(?:(?:any|some)(?:one|body)(?: else)?|other people|(?:(?:my|our|the|his|her|their|a|any) )?(?:{_ONE} )?"
    rf"(?:{_CLOSE}|{_STAFF})|{_ONE})"
)
_NO_VERB = (
    rf"(?:(?:any|some)(?:one|body)(?: else)?|other people|(?:my|our|the|his|her|their|a"
    rf"|any) (?:{_ONE} )?(?:{_CLOSE}|{_STAFF})"
    rf"|{_CLOSE}|{_STAFF})"
)
_PUNISHES = r"(?:take|report|arrest|section|lock|sack|fire|stop|punish|tell on|put|evict|remove|judge|blame|cut)"
_STILL = r"(?:(?:still|also|already|ever|now|then|be able to|able to|be allowed to|allowed to|going to|get to|just) )*"
_MORE = (
    r"(?: (?:now|then|still|too|as well|by now|or not|at all|anyway|here|yet|afterwards|please|though|behind my back"
    r"|without \w+(?: \w+){0,4}|if i \w+(?: \w+){0,4}|unless i \w+(?: \w+){0,3}"
    r"|(?:when|once|after|now|since) (?:i|ive|weve|im)(?: \w+){0,4}|the (?:carers|nurses|doctors|kids|girls|boys)))*$"
)
_DO = r"(?:do|does|did|will|would|is|are|was|can|could|has|have|should|might|may)"
_DIE = (
    rf"(?:when|if|once|after) (?:(?:i|we)|{_WHO})(?: am| is| are| have| has)?"
    r" (?:die|dies|died|dead|gone|pass|passes|passed|go)(?: (?:away|on|first))?"
)
_GETS = r"(?:(?:get|gets|be|being|been) )?"
_READER = rf"(?:he|she|they|{_WHO})"
_PAGE = rf"(?:{_IT}|(?:the|my|a) (?:link|page|pin|share)|what i(?:ve| have)? shared)"
_LOOKS = (
    r"(?:open|read|see|view|find|look at|get (?:to|at|into|hold of)|get|access|use|unlock|log (?:in|into|on)(?: to)?)"
)
_CREW = (
    r"(?:(?:ambulance|999|emergency)(?: (?:men|man|people|crews?|staff|services?|team|lot|lads|drivers?|workers?))?"
    r"|paramedics?|crews?|ambulances)"
)
_VERSION = r"(?:version|one|words|summary|notes|page|copy|bit|lines?)"
_NEW = (
    rf"(?:(?:new|newest|latest|changed|updated|next) {_VERSION}|changes?(?: (?:i|ive|that i) \w+(?: \w+)?)?"
    r"|what i (?:changed|change|added|took out)|update|updates|newest|latest)"
)
_A_PIN = r"(?:(?:the|a|that|this|my) )?pin(?: (?:number|code))?"
_LINK_OR_PIN = r"(?:(?:the|a|that|this|my|his|her|their) )(?:link|pin|code)(?: (?:number|code))?"
_EVER = r"(?:(?:already|yet|ever|even|actually|just|really|really|still|now|at least|also|not|never|managed to) )*"
_HAS_LOOKED = (
    r"(?:read|seen|opened|viewed|accessed|looked at|looked in|looked through|looked over|been (?:on|in|into|through)"
    r"|had a (?:look|read|peek)(?: at| of| in)?|got (?:into|at)|clicked(?: on)?|unlocked|used)"
)
_DID_LOOK = (
    r"(?:read|see|open|view|access|look at|look in|look through|have a (?:look|read)(?: at| of| in)?|get (?:into|at)"
    r"|click(?: on)?|unlock|use)"
)
_IT_OR_LINK = (
    rf"(?:{_IT}|mine|(?:the|my|that|their|his|her) (?:link|page|summary|notes|record|share)|what i(?: \w+){{1,2}})"
)
_WHO_ELSE = rf"(?:(?:he|she|they|{_WHO})|(?:any|some|every|no)(?:one|body)|any of (?:them|the \w+))"
_SHAPES = {
    Asked.LOOKED: (
        rf"(?:has|have|had|havent|hasnt) {_WHO_ELSE} {_EVER}{_HAS_LOOKED} {_IT_OR_LINK}",
        rf"(?:did|didnt) {_WHO_ELSE} {_EVER}{_DID_LOOK} {_IT_OR_LINK}",
        rf"(?:could|might|may|will|would|must) {_WHO_ELSE} {_EVER}have {_EVER}{_HAS_LOOKED} {_IT_OR_LINK}",
        (
            rf"(?:has|have|had|was|were|is|hasnt|wasnt) {_IT_OR_LINK} {_EVER}(?:been )?{_EVER}{_HAS_LOOKED}"
            rf"(?: by {_WHO_ELSE})?"
        ),
        (
            rf"(?:when|how often|how many times) (?:did|has|have|was|is) (?:{_WHO_ELSE}|{_IT_OR_LINK}) {_EVER}"
            rf"(?:last )?(?:been )?(?:{_HAS_LOOKED}|{_DID_LOOK})(?: {_IT_OR_LINK})?(?: last)?"
        ),
        rf"who(?: all| else)?(?:s| has| have)? {_EVER}{_HAS_LOOKED} {_IT_OR_LINK}",
    ),
    Asked.CREW: (
        (
            rf"{_DO} (?:(?:the|an|any|my|our) )?{_CREW} {_STILL}(?:automatically )?{_STILL}(?:read|see|look at|open"
            rf"|view|get|gets|have|find|know about|be shown|be given|be able to see|have access to) {_IT_OR_LINK}"
        ),
        rf"{_DO} {_IT_OR_LINK} {_GETS}(?:sent|shown|passed|given|passed on|go|goes) to (?:(?:the|an) )?{_CREW}",
        rf"who tells (?:the |an )?{_CREW}(?: about {_IT})?",
    ),
    Asked.NEWEST: (
        (
            rf"{_DO} (?:he|she|they|{_WHO}) {_STILL}(?:automatically )?(?:see|get|read|have) (?:{_IT} )?(?:the |my )?"
            rf"{_NEW}"
        ),
        (
            rf"(?:is|will|are) (?:he|she|they|{_WHO}) (?:still )?(?:see|seeing|read|reading|looking at) (?:the |my )?"
            rf"(?:old|older|earlier|first|previous|last) {_VERSION}"
        ),
        rf"which (?:{_VERSION}|one) {_DO} (?:he|she|they|{_WHO}) (?:see|get|read|have)",
    ),
    Asked.PIN: (
        rf"(?:what|whats)(?: is| does)? {_A_PIN}(?: for| do| mean)?",
        rf"why (?:is there|do (?:i|we|they|you) need|does (?:he|she|it|{_WHO}) need|have|use) {_A_PIN}",
    ),
    Asked.LOST: (
        (
            rf"(?:(?:i|ive|i have|we|weve|he|hes|she|shes|they|theyve|{_WHO})(?: has| have)? )?(?:{_EVER})"
            rf"(?:lost|forgotten|forgot|mislaid|cant find|cant remember|deleted) {_LINK_OR_PIN}"
            r"(?: (?:you gave (?:me|him|her|us)|for (?:it|the page|him|her)|to it|again))*"
        ),
        (
            rf"(?:can|could|may) (?:i|we|you|he|she|they|{_WHO}) (?:please )?(?:have|get|see|give|show|send|tell)"
            rf"(?: (?:me|us|him|her|them))? {_LINK_OR_PIN} (?:again|back|once more|another time)"
        ),
        (
            rf"(?:he|she|they|{_WHO})(?: still)? (?:hasnt|havent|doesnt have|dont have|hasnt got|havent got)(?: got)?"
            rf" {_LINK_OR_PIN}(?: any ?more| now| yet| either)?"
        ),
    ),
    Asked.OPENED: (
        rf"how (?:do|does|will|would|can|could|is|are) {_READER} {_STILL}(?:meant to |supposed to )?{_LOOKS} {_PAGE}",
        rf"how (?:do|does|will|would|can) {_READER} (?:get in|log in|sign in)(?: to (?:it|see it|read it))?$",
        (
            rf"what (?:do|does|will|would|must) {_READER} (?:have to|need to|need|got to|do)(?: do)?"
            rf"(?: (?:to|so (?:he|she|they) can) {_LOOKS} {_PAGE}| with {_PAGE})"
        ),
        rf"(?:does|do|will) {_READER} need (?:a |an |any |to )?(?:pin|password|login|account|code|app|log in|sign up)",
        rf"what (?:do|does|will) {_READER} (?:see|get) (?:when|if|once) (?:he|she|they) opens? {_PAGE}",
        rf"(?:where|how) (?:do|does|will) {_READER} (?:get|find) (?:the )?(?:link|pin|page)",
    ),
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
        rf"{_DO} {_IT} {_GETS}(?:sent|shown|passed|given|passed on|go) to {_WHO}",
        rf"{_DO} {_IT} going to {_NO_VERB}",
    ),
    Asked.CHANGED: (
        (
            rf"{_DO} {_WHO} {_STILL}(?:change|edit|alter|rewrite|delete|add to|mess with|write in|wipe|correct)"
            rf" {_IT}"
        ),
    ),
    Asked.EVERYTHING: (
        (
            rf"{_DO} (?:they|{_WHO}) {_STILL}{_PUNISHES} (?:\w+ ){{1,6}}for (?:saying|telling|writing|admitting"
            r"|thinking)(?: (?:you|that|this|it|so|all this))*"
        ),
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


_SHARING = re.compile(
    r"\b(?:un)?shar(?:e|ed|es|ing)\b|\b(?:consent|permission|access|link|withdraw\w*|revoke\w*)\b"
    r"|\b(?:see|seeing|read|reading|look(?:ing)? at|open(?:ing)?) (?:it|this|that|mine|my|our)\b"
    r"|\b(?:him|her|them|people|any(?:one|body)|every(?:one|body)|team|staff)(?: to)? (?:see|look|read)(?:ing)?\b"
)


def speaks_of_sharing(text: str) -> bool:
    """Say whether the words plainly speak of who may see what is kept."""
    return _SHARING.search(plain(text)) is not None
