"""Words of danger in another sense: a bill that frightens harms nobody, and tablets that slow one down are no overdose.

Read only to take back what a reader of meaning alone took for danger, never a written pattern, and never just after
danger was answered. Things and small complaints are named one by one, and the whole message must be made of them: what
is left over may be the danger.

It stands here because the safety door and the engine (Python 3.10) both read it: standard library only.
"""

import re
import unicodedata

from bot.model.every_day import SAID_EVERY_DAY
from bot.model.explained import explained
from bot.model.in_care import WHOLE
from bot.model.kin import CALLED, KIN
from bot.model.left_unsaid import LEFT_UNSAID
from bot.model.no_harm_meant import NO_HARM_MEANT
from bot.model.others_loss import is_anothers_loss
from bot.model.settled_care import is_in_hand, is_told_as_well
from bot.model.stopped_tablets import stopped_for_a_reason

_RELATED = f"(?:{KIN})"
_WHO = rf"(?:him|her|me|us|them|{CALLED}|(?:my|our|his|her|the) {_RELATED})"
_ANOTHER = rf"(?:{CALLED}|(?:my|our|his|her) {_RELATED})"
_AND_IS = rf"(?:he|hes|she|shes|they|theyre|i|im|(?:{CALLED})s?|(?:my|our|his|her) {_RELATED}s?)"
_KIND_OF = (
    r"(?:electric|electricity|gas|heating|energy|fuel|water|phone|food|vets?|council|tax|hospital|care home|care"
    r"|nursing|funeral|next|new|last|latest|big|steep|long|dark|blood|mri|ct|back|front|bathroom|cellar|whole"
    r"|smart|benefits?|pip"
    r"|oxygen|breathing)"
)
_THING = (
    r"(?:bills?|rent|mortgage|debts?|costs?|prices?|fees|price of \w+|cost of \w+|meter|letters?|forms?|paperwork|post"
    r"|stairs?|steps|staircase|stairlift|bath|shower|lift|hoist|wheelchair|ramp|dark|darkness|nights?|nightmares?"
    r"|thunder|storms?|noises?|quiet|silence|news|telly|phone|internet|computer|machine|mask|oxygen|drip"
    r"|syringe driver|catheter|needles?|injections?|jabs?|diagnosis|prognosis|scans?|results?|tests?|operation|surgery"
    r"|treatment|chemo|chemotherapy|radiotherapy|biopsy|hospitals?|hospices?|care homes?|nursing homes?|ward|ambulance"
    r"|appointments?|doctors|cancer|illness|disease|tumour|dementia|future|death|dying|falling|the unknown"
    r"|the thought of (?:it|dying|hospital)|being alone|being on (?:his|her|my|their) own)"
)
_FROM = (
    r"(?: (?:from|about|for|at) (?:the |his |her |my )?(?:council|bank|hospital|landlord|dwp|gas|electric|heating))?"
)
_SUBJECT = rf"(?:(?:his|her|my|their|our|the|this|that|these|those|all|mums?|dads?) )*(?:{_KIND_OF} )*{_THING}{_FROM}"
_HOW = (
    r"(?:(?:is|are|was|were|has|have|been|really|just|still|always|all|so|does|do|very|a bit|quite|too|now|also|half"
    r"|absolutely|getting) )*"
)
_AFTER = (
    r"(?: (?:now|so much|a lot|to death|silly|too|really|every month|at times|sometimes|more than anything|witless))*"
)
_A_THING_FRIGHTENS = re.compile(
    rf"{_SUBJECT} {_HOW}(?:frighten(?:s|ing|ed)?|scar(?:es?|ing|ed)|terrif(?:y|ies|ying|ied)) {_WHO}{_AFTER}"
    rf"|(?:{_AND_IS} )?{_HOW}(?:frightened|scared|terrified|afraid) (?:of|about|by) {_SUBJECT}{_AFTER}"
)

_TABLETS = r"(?:tablets?|pills?|meds|medication|medicines?|painkillers|morphine|antibiotics|chemo|steroids|tabs)"
_OF_THEM = r"(?:the|my|these|those|all the|all these|new|new lot of|strong|different|so many|some)"
_LOTS_OF = rf"(?:a lot of|lots of|loads of|a few|{_OF_THEM})"
_SLOW = r"(?:slow|slower|late|fuzzy|foggy|muddled|woolly|vague|forgetful|rambl\w+|all over the place|brain ?fog)"
_MADE = rf"(?:{_SLOW}|dozy|drowsy|sleepy|tired|dopey|groggy|out of it|wobbly|queasy)"
_A_BIT = r"(?:(?:a bit|bit|a little|so|very|really|rather|quite|just|feel|feeling|all|being|typing|with my) )*"
_LATELY = (
    r"(?: (?:today|this morning|these days|at the moment|to (?:type|reply|answer)|typing|replying|answering"
    r"|every day|each day|a day|daily|all day|for my \w+|and that|i think|love))*"
)
_IM_SLOW = (
    rf"(?:sorry |apologies |excuse me )*(?:for being |if )?(?:im |i am |ive been |i may be |ill be )?{_A_BIT}{_SLOW}"
)
_THEY_MAKE_ME = (
    rf"(?:sorry )?(?:{_OF_THEM} )*{_TABLETS} (?:(?:just|really|do|always|all|are|is) )*"
    rf"(?:makes?|making|leaves?|gets?) me {_A_BIT}{_MADE}"
)
_ON_THEM = rf"(?:im|i am|ive been put|theyve put me|they put me) on (?:{_LOTS_OF} )*{_TABLETS}"
_TAKE_THEM = rf"i (?:have to |do )?take (?:{_LOTS_OF} |\d+ )*{_TABLETS}"
_WITH_THEM = rf"(?: (?:because of|cos of|due to|on|with|from) (?:{_OF_THEM} )*{_TABLETS})?"
_ITS_THE_TABLETS = (
    rf"(?:its |it is |thats |just |because of |cos of |due to |down to |blame )*(?:{_OF_THEM} )*{_TABLETS}"
)
_A_SMALL_COMPLAINT = re.compile(
    rf"(?:{_IM_SLOW}{_LATELY}{_WITH_THEM}|{_THEY_MAKE_ME}|{_ON_THEM}|{_TAKE_THEM}){_LATELY}"
)
"""Or what somebody takes all the time. "Sleepy" alone is none: it may be what comes after too many."""
_BESIDE = re.compile(rf"(?:{_ITS_THE_TABLETS}|(?:please )?bear with me|no rush|hello|hi|thanks|thank you){_LATELY}")
_NAMES_TABLETS = re.compile(rf"\b{_TABLETS}\b")

_AS_A_THING = re.compile(
    r"i (?:really |do |just )*(?:hate|dislike|loathe|cant stand|dont like|detest) being (?:handled|moved|lifted)"
    r" (?:about |around )?like (?:a |an )?(?:piece of |bit of |sack of |bag of )?"
    r"(?:furniture|parcel|luggage|object|sofa|potatoes|coal|shopping|box|wardrobe)"
)
"""A complaint of how care is done. With a person named in it, it may be more."""
_HAS_THE_KEY = re.compile(
    rf"(?:(?:my|our) (?:(?:next door )?neighbour|{_RELATED})(?: [a-z]+)?|(?:the )?(?:lady|man|people) next door)"
    r" (?:has|have|keeps|holds|has got) (?:a|the|my|our) (?:spare|front door|back door|house|door) (?:key|keys)"
    r"(?: (?:too|as well|in case|just in case|for me|for us))*"
)
"""Who to ask to be let in. Keys that somebody gives away are another matter."""
_KEEPS_SAFE = re.compile(
    rf"(?:{_ANOTHER}|(?:the|my) (?:carer|nurse)) (?:keeps|looks after|minds|holds|sorts(?: out)?"
    rf"|has) (?:all )?(?:my|our) {_TABLETS}"
    r"(?: (?:safe|locked up|locked away|up|out))* for me(?: (?:because i forget|as i forget|so i dont forget"
    r"|every day|now))*"
)
"""What is done for somebody. Tablets that are kept from somebody are another matter."""
_ENOUGH_FOR_NOW = re.compile(
    r"(?:ive|i have|weve|we have) had (?:about |quite |just about )?enough"
    r" (?:(?:of (?:this|it|typing|talking|questions)|now) )?for (?:today|tonight|now|one day|the day)"
)
"""Somebody stops for the day. "Enough" with no end to it may be of more than talking."""

_BREATHES_WITH_OTHERS = re.compile(
    r"(?:(?:its|it is|thats|that is|just|really|we love|i love|i like|i miss|about|because of|all) )*"
    r"(?:(?:the|our|all that) )?(?:singing and )?(?:breathing|breathe|breath) (?:all )?together"
    r"(?: (?:in|at|with|as) (?:the |my |our |a )?(?:choir|others?|group|class|yoga|band|one))*"
)
"""What a choir does. Whoever cannot breathe does not do it together."""
_BETTER_FOR_ANOTHER = re.compile(
    r"(?:i )?(?:(?:sometimes|often|even|do|just|catch myself) )*(?:think|thinking|feel|wonder|wondering)?(?: that| if)?"
    r" ?(?:i|we|it|id|wed|itd|things) ?(?:would|d|might)? ?be (?:better(?: off)?|easier|kinder|a relief|a blessing)"
    rf"(?: for (?:all of us|everyone|us|{_WHO}))? if (?:shed|hed|theyd|(?:he|she|they|{_ANOTHER})(?: had| was| were)?)"
    r"(?: (?:just|already|now|gone|died|dead|passed|passed away|slipped away|at peace|in (?:his|her|their) sleep))+"
    r"|(?:does that make me|am i|is (?:that|it)|thats|that is|its)"
    r" (?:\w+ )?(?:bad|wrong|awful|terrible|selfish|evil|wicked|horrible)"
    r"(?: (?:man|woman|person|wife|husband|daughter|son|of me|to say|thing to (?:say|think)))*"
)
_SAYS_NOTHING = re.compile(
    r"(?:(?:oh|so) )*sorry(?: for the wait)?|(?:sorry )?(?:(?:it|that) )?took me (?:a while|ages|a bit)"
)

_LEADS_UP = re.compile(r"(?:(?:sorry|oh|well|honestly|i think|you see|no|yes|hi|hello|its|that|even) )+(?=\w)")
_CLAUSE_ENDS = re.compile(r" , | and | but | so (?=im |i )| (?:because|cos) (?!of)| as (?=im |i )")
_PLAIN = (
    _AS_A_THING,
    _HAS_THE_KEY,
    _KEEPS_SAFE,
    _ENOUGH_FOR_NOW,
    _BREATHES_WITH_OTHERS,
    SAID_EVERY_DAY,
    NO_HARM_MEANT,
    WHOLE,
    re.compile("|".join(LEFT_UNSAID)),
)
_HARM = frozenset({"safeguarding", "emergency", "urgent_symptoms"})
_OVERDOSE = frozenset({"emergency", "suicidal", "urgent_symptoms"})
_WISHES = frozenset({"suicidal", "passive_death_wish"})


def is_another_sense(text: str, danger: str) -> bool:
    """Say whether words that look like this danger plainly mean something else, to the last word."""
    clauses = _clauses(text)
    return (
        (danger in _HARM and _frightened_of_things(clauses))
        or (danger in _OVERDOSE and (_complains_a_little(clauses) or stopped_for_a_reason(clauses)))
        or (danger in _WISHES and _is_all(_BETTER_FOR_ANOTHER, clauses))
        or (danger == "death_just_happened" and is_anothers_loss(text))
        or explained(clauses, danger)
        or is_in_hand(clauses)
        or is_told_as_well(clauses)
        or any(_is_all(plain, clauses) for plain in _PLAIN)
    )


def is_expected_or_past(text: str) -> bool:
    """Say whether a sign of dying is told as what was expected, or a fall of some days ago as over."""
    return is_told_as_well(_clauses(text))


def _is_all(plain: re.Pattern[str], clauses: list[str]) -> bool:
    telling = [clause for clause in clauses if not _SAYS_NOTHING.fullmatch(clause)]
    return bool(telling) and all(plain.fullmatch(clause) for clause in telling)


def _frightened_of_things(clauses: list[str]) -> bool:
    bare = [_LEADS_UP.sub("", clause, count=1) if _LEADS_UP.match(clause) else clause for clause in clauses]
    return _is_all(_A_THING_FRIGHTENS, bare)


def _complains_a_little(clauses: list[str]) -> bool:
    small = [clause for clause in clauses if _A_SMALL_COMPLAINT.fullmatch(clause)]
    beside = [clause for clause in clauses if _BESIDE.fullmatch(clause)]
    named = any(_NAMES_TABLETS.search(clause) for clause in clauses)
    return named and bool(small) and len(small) + len(beside) == len(clauses)


def _clauses(text: str) -> list[str]:
    """Cut words in lower case where a sign stands between them, or a word that joins two clauses."""
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("'", "")
    text = text.replace("black and blue", "bruised")
    words = " ".join(re.sub(r"[^\w\s]+|\n+", " , ", text).split())
    return [clause for part in _CLAUSE_ENDS.split(words) if (clause := part.strip(" ,"))]
