"""What the words of a question say that it is about: one row for each need that has a text of its own.

Patterns are read without marks, in either case. The general rows stand behind those that say more.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.model.kin import KIN

_NOTHING: Final = re.compile("(?!)")
_ANYTHING: Final = re.compile("")


@dataclass(frozen=True, slots=True)
class Need:
    """A need, by the name of its text, and the intent it is asked under.

    Both `words` and `beside` must be found, and `unless` must not. `told`: a short statement names it too, such as "the
    coroner is involved". `of_a_death`: `beside` only tells of a death, which may be known already; `of_a_baby`: of
    that of a baby.
    """

    text: str
    intent: str
    words: re.Pattern[str]
    beside: re.Pattern[str] = _ANYTHING
    unless: re.Pattern[str] = _NOTHING
    told: bool = False
    of_a_death: bool = False
    of_a_baby: bool = False


def any_of(*shapes: str) -> re.Pattern[str]:
    """Return a pattern for whole words that have one of these shapes."""
    return re.compile("|".join(rf"\b(?:{shape})\b" for shape in shapes), re.IGNORECASE)


_KINS = rf"(?:(?:{KIN})s?)"
_ONE = rf"(?:him|her|them|someone|somebody|{_KINS}|(?:my|our|his|her|your) (?:\w+ )?{_KINS})"
_NO_OWNER = r"(?:this|its|was|is|has|does|yours|always|us|as)"
_WHOSE = rf"(?:his|hers?|their|(?:my|our) late (?:{KIN})s?|(?:{KIN})s|(?!{_NO_OWNER}\b)\w\w\w+s)"
_WORK = r"(?:work|job|boss|employer|manager|shifts?)"
_LEAVE = r"leave (?:him|her|it|them|the|me|my|this|that|behind|a|our)"
_FRAME = (
    r"(?:hospital|special|medical|electric|profiling|adjustable|pressure|air) (?:air )?(?:beds?|mattress)|bed rails"
    r"|commodes?|hoist|wheelchair|zimmer|walking frame|stair ?lift|riser chair|equipment|bath seat|grab rails"
)
_THE_THING = (
    rf"(?:{_FRAME}|(?:the|his|her|that) (?:\w+ )?(?:bed|mattress|chair|oxygen)|oxygen|syringe (?:driver|pump)"
    r"|(?:leftover|unused|left over) (?:\w+ )?(?:medicines?|tablets|drugs|morphine))"
)
_MEDICINES = r"(?:morphine|oramorph|medicines?|meds|tablets|drugs|patches|painkillers)"
_TAKES_BACK = r"(?:collect\w*|tak(?:es?|en|ing)|gi(?:ves?|ving)|returns?|picks?|fetch\w*|get rid of|send|hand)"
_ONLINE = (
    r"(?:phone|mobile|iphone|android|ipad|laptop|computer|facebook|instagram|insta|whatsapp|twitter|tiktok|emails?"
    r"|gmail|hotmail|google|apple|icloud|netflix|social media|(?:online |email )?accounts?|passwords?|pass ?code"
    r"|photos?|pictures|voicemails?|texts)"
)
_THEIRS = rf"{_WHOSE} (?:\w+ ){{0,2}}{_ONLINE}"
_LOCKED_OUT = (
    r"(?:get (?:in|into|on|onto|on to)|unlock|open|access|close|shut|delete|log (?:in|into|on)|cancel|take down"
    r"|memorialise)(?: down| to)?"
)
_DOES = rf"(?:{_LOCKED_OUT}|get|getting|save|keep|turn (?:on|off)|stop|remove|happens? (?:to|with)|do (?:with|about))"
_PAYS = r"(?:pay|pays|paid|paying|fund|funds|funded|funding|afford|covers?)"
_CARE = r"(?:(?:care|nursing|residential|rest) homes?|home fees|care (?:fees|bills?|costs?))"
_OF_CARE = rf"(?:(?:his|hers?|our|my|the|all|this|night|{_KINS}) )*(?:care|carers|nursing)"
_LOOKS_AFTER = rf"(?:look(?:ing)? after|car(?:e|ing) for) {_ONE}"
_ATTORNEY = r"powers? of attorney|lpa|poa|attorney"
_AHEAD = any_of(r"will|would|could|can|how|what|does|do|is|are|might|likely|likelihood|chance|common|normal|if")
_AT_THIS_MOMENT = (
    r"now|tonight|today|this (?:minute|morning|evening|afternoon)|at the moment|help me|ambulance|getting worse"
    r"|started|stopped|(?:wont|cant) stop|hes|shes|im|i am|he is|she is|just|keeps"
)

NEEDS: Final = (
    Need(
        "respect_form",
        "ask_cpr",
        re.compile(r"\bReSPECT\b|\b(?i:respect) (?i:forms?|plans?|documents?|process)\b"),
    ),
    Need(
        "care_goes_on",
        "ask_cpr",
        any_of(
            r"(?:leave|leaving|give up on|giving up on|abandon\w*|neglect\w*|write|writing) (?:him|her|them"
            r"|me|us)(?: off)?",
            r"(?:stop|stopped|stopping) (?:treating|caring|feeding|helping|all|his|her|the|giving)"
            r"|do nothing|let (?:him|her|me) (?:die|go)",
            r"no (?:more )?(?:care|treatment|medicines?|food|fluids)|(?:wont|not) (?:treat|help|care|feed|bother)\w*",
        ),
        beside=any_of(r"cpr|dnacpr|dnar?|dnr|resus\w*|respect form"),
    ),
    Need(
        "getting_the_body",
        "ask_wills_funerals",
        any_of(
            rf"(?:releas\w+|get|have|bring|collect|see) (?:us )?(?:the|his|her|their|(?:my|our) {_KINS}) body",
            r"(?:when|where) (?:can|do|does|will|is|are) (?:\w+ ){1,4}(?:the|his|her) body"
            r"|body (?:be )?(?:released|collected)",
        ),
        unless=any_of(r"coroners?|inquests?|post ?mortems?"),
    ),
    Need(
        "registering_the_death",
        "ask_wills_funerals",
        any_of(
            r"regist(?:er|ering|ration of) (?:the|a|his|her|their|my \w+) deaths?",
            r"register offices?|registrars?",
        ),
    ),
    Need(
        "coroner_and_inquest",
        "ask_wills_funerals",
        any_of(
            r"coroners?|inquests?|post ?mortems?|autops(?:y|ies)|procurator fiscal",
            rf"(?:why|when) (?:cant|can|wont they let|will they let) (?:us|we|i) (?:have|get) {_ONE} back$",
        ),
        told=True,
    ),
    Need(
        "continuing_healthcare",
        "ask_money",
        any_of(
            r"continuing (?:nhs )?(?:health ?care|health|care)|chc|nhs fund(?:ed|ing)|funded nursing",
            r"fast ?track(?:ed|ing)?",
        ),
        unless=any_of(r"probate|passport|visa|school|career|promot\w+"),
        told=True,
    ),
    Need(
        "continuing_healthcare",
        "ask_money",
        any_of(
            rf"{_PAYS} .*{_CARE}",
            rf"{_CARE} .*{_PAYS}",
            rf"{_PAYS} (?:for |towards )?{_OF_CARE}",
            r"(?:take|takes|taking|lose|losing) (?:the|our|my|his|her|their|your|\w+s) (?:house|bungalow|flat"
            r"|property)",
            r"(?:have to|need to|must|got to|make (?:us|me|him|her|them|you)|made to|forced to) sell"
            r" (?:up|(?:the|our|my|his|her|their) (?:house|home|bungalow|flat))",
        ),
        unless=any_of(r"paid (?:to|for) car(?:e|ing)", r"funerals?"),
    ),
    Need(
        "carers_allowance",
        "ask_money",
        any_of(
            r"carer?s? allowance|carer support payment|carers? (?:benefits?|money|payment|pay)",
            r"paid (?:to|for) (?:be(?:ing)? (?:a|his|her|their|my \w+) carer|car(?:e|ing)|look(?:ing)? after)",
            rf"{_LOOKS_AFTER} .*(?:claim\w*|benefits?|paid|money)",
            rf"(?:claim\w*|benefits?|money) .*{_LOOKS_AFTER}",
        ),
    ),
    Need(
        "time_off_when_a_baby_dies",
        "ask_money",
        any_of(
            r"time off|off work|leave|baby loss certificate|certificate for (?:my|our|the|a) baby",
            r"(?:go|going|be|get) back (?:to|at) work|(?:sick|bereavement|maternity|paternity) pay",
            rf"(?:pay|paid) .*{_WORK}",
            rf"{_WORK} .*(?:pay|paid)",
        ),
        beside=any_of(
            r"bab(?:y|ies|ys)|stillb\w+|miscarr\w+|pregnan\w+|born (?:sleeping|asleep|still)",
            r"(?:my|our) (?:child|little (?:boy|girl))s?(?: has)? (?:died|death)|parental bereavement|child dies",
        ),
        of_a_baby=True,
        unless=any_of(_LEAVE),
    ),
    Need(
        "time_off_after_a_death",
        "ask_money",
        any_of(
            r"(?:bereavement|compassionate) leave",
            rf"time off|off work|(?:days?|weeks?) off|leave (?:from|off) {_WORK}",
            r"(?:how (?:much|long|many)|what|any|get) (?:\w+ ){0,2}leave",
            r"(?:go|going|be|get) back (?:to|at) work",
        ),
        beside=any_of(r"bereave\w*|died|dead|deaths?|dies|funerals?|griev\w+|buri(?:ed|al)|passed|lost my"),
        unless=any_of(_LEAVE),
        of_a_death=True,
    ),
    Need(
        "time_off_to_care",
        "ask_carer_support",
        any_of(
            r"time off|off work|(?:carers?|dependants?|compassionate) leave|cut (?:my |down )*hours",
            r"(?:flexible|different) (?:working|hours)",
            rf"(?:leave|days? off|weeks? off) .*{_WORK}",
        ),
        unless=any_of(r"time off (?:from )?caring", _LEAVE),
    ),
    Need(
        "too_late_for_an_attorney",
        "ask_lpa",
        any_of(r"court of protection|deput(?:y|ies|yship)|best interests?"),
        unless=any_of(r"deputy (?:head|manager|sister|matron|sheriff|leader)"),
    ),
    Need(
        "too_late_for_an_attorney",
        "ask_lpa",
        any_of(_ATTORNEY),
        beside=any_of(
            r"too late|left it|understand\w*|capacity|confus\w+|dementia|alzheimers?|unconscious|(?:hes|shes) lost",
            rf"(?:he|she|they|{_KINS}) (?:cant|cannot|can no longer|isnt able|doesnt know|never|didnt|hasnt|havent)",
            r"(?:hes|shes|theyre) (?:not|too|past)|still (?:get|make|do|set|sign)",
            rf"(?:for|about) {_ONE} .*(?:no|nobody|no one|without|isnt|hasnt|havent)",
        ),
    ),
    Need(
        "giving_back_equipment",
        "ask_place_of_care",
        any_of(
            rf"{_TAKES_BACK} (?:\w+ )?{_THE_THING}",
            rf"(?:who|when|how) .*{_THE_THING} (?:\w+ )*(?:back|away|collected|returned|fetched)",
            rf"{_THE_THING} .*(?:collect\w*|taken|take it|return\w*|pick\w* (?:it )?up|fetch\w*|still here|go back)",
            rf"what (?:do|happens?|shall) .*(?:with|to|about) {_THE_THING}",
            rf"(?:the|his|her|all (?:the|his|her|that)) {_MEDICINES} (?:(?:is|are|s|all) )*still (?:here|in the)",
        ),
        unless=any_of(r"(?:in|into|out of|from|to|on|off) (?:the |his |her |that )?(?:bed|chair)", r"take off"),
    ),
    Need(
        "lifting_and_falls",
        "ask_carer_support",
        any_of(
            rf"(?:cant|cannot|can not|couldnt|struggl\w+ to|trying to|not able to|how (?:do|can) i) (?:\w+ )?"
            rf"(?:lift|shift|carry|hoist|pick up) {_ONE}",
            rf"(?:get|getting|lift|lifting|pick|picking) (?:{_ONE} )?(?:back )?(?:up )?(?:off|from) the"
            r" (?:floor|ground|carpet|rug)",
            rf"(?:hes|shes|he|she|they|{_KINS})(?: has| have)? (?:just )?(?:slid|slipped|slumped|rolled)"
            r" (?:off|out of|down|to|onto) (?:the |his |her )?(?:bed|chair|floor|sofa|toilet|commode|ground)",
        ),
        unless=any_of(r"spirits?|mood|bleeding|unconscious|head|not breathing|gloom"),
        told=True,
    ),
    Need(
        "equipment_at_home",
        "ask_place_of_care",
        any_of(
            r"(?:get|borrow|lend|lent|loan|order|ask for|needs?|provides?|supply|arrange|have|hire|where|who) .*"
            rf"(?:{_FRAME})"
        ),
        unless=any_of(r"i have an?", r"hospice|ward|church|garden|car"),
        told=True,
    ),
    Need(
        "accounts_of_someone_who_died",
        "ask_digital_legacy",
        any_of(
            rf"(?:cant|cannot|need to|want to|how to|trying to|have to|got to) {_LOCKED_OUT} {_THEIRS}",
            rf"^(?:please )?{_LOCKED_OUT} {_THEIRS}",
        ),
        unless=any_of(r"bank"),
        told=True,
    ),
    Need(
        "accounts_of_someone_who_died",
        "ask_digital_legacy",
        any_of(rf"{_DOES} .*{_THEIRS}", rf"{_DOES} {_THEIRS}", rf"{_THEIRS} .*(?:{_LOCKED_OUT})"),
        unless=any_of(
            r"bank|this (?:link|page)|will you|(?:when|if|after) (?:i|im|ive) (?:die|dead|go|gone|died)",
            r"(?:photos?|pictures) (?:of|up|on the wall|round|in (?:the|his|her) room)",
        ),
    ),
    Need(
        "easing_breathlessness",
        "ask_comfort",
        any_of(
            r"breathless\w*|breathing|breathe|(?:short|shortness|out) of breath|gasp\w*|suffocat\w*|fight\w* for air"
        ),
        beside=_AHEAD,
        unless=any_of(_AT_THIS_MOMENT, r"rattl\w*|nois\w*|chok\w*|chang\w*|together|slow\w*"),
    ),
    Need(
        "swallowing_and_choking",
        "ask_comfort",
        any_of(r"chok\w*|swallow\w*"),
        beside=_AHEAD,
        unless=any_of(_AT_THIS_MOMENT, r"choked? up|hard to swallow|bitter pill|swallowed|cpr|resus\w*|dnacpr"),
    ),
    Need(
        "easing_pain",
        "ask_comfort",
        any_of(
            r"(?:be|feel|have|in|the|their|his|her|my|any|much|manage|control|of|for|with|about|is) pain",
            r"pain ?(?:relief|killers?)|suffer",
            r"(?:will|does|would|is|can|could) (?:it|this|that|dying|death) .*(?:hurts?|painful)",
            r"(?:will|does|would|is) (?:it|this|dying|death) (?:hurt|painful)",
        ),
        beside=_AHEAD,
        unless=any_of(
            _AT_THIS_MOMENT,
            r"pain in the|chest|hurt(?:s|ing)? (?:him|her|me|them|my|us)|assisted|kill\w*|end (?:his|her|it|my)",
            r"pain of (?:los|griev|grief)\w*|(?:over|with) (?:the|my) (?:pain|grief)",
        ),
    ),
)
