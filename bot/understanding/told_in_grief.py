"""What somebody who grieves tells of: guilt, anger, missing them, no sleep. The first that the words name counts.

The safety door has read these words before; nothing here is a danger to anybody.
"""

import re
from typing import Final

from bot.model.kin import KIN
from bot.understanding.commands import plain
from bot.understanding.regrets import regrets

FAULT = "fault"
DECISION = "decision"
ANGER = "anger"
MISSING = "missing"
NUMB = "numb"
CRYING = "crying"
RELIEF = "relief"
SLEEP = "sleep"
KEPT_BACK = "kept_back"
STILL_THERE = "still_there"
OF_THEM = "of_them"
NEGLECT = "neglect"
DRINKING = "drinking"
WHY = "why"
SUFFERING = "suffering"
TIME_TOGETHER = "time_together"

LONGEST: Final = 40
_THEM: Final = (
    r"(?:him|her|them|(?:my|our) (?:\w+ )?\w+|mum|mam|mom|dad|nan|nana|gran|grandad|grandma|the (?:baby|kids|dog))"
)
_THEY: Final = r"(?:he|she|they|(?:my|our) \w+|mum|mam|mom|dad|nan|gran|grandad)"
_ONE: Final = r"(?:he|she|(?:my|our) \w+|mum|mam|dad|nan|gran|grandad)"
_NEAR: Final = (
    rf"(?:him|her|them|mum|mam|dad|nan|gran|grandad|the baby|(?:my|our) (?:baby|(?:little )?(?:boy|girl)|{KIN}))"
)
_I: Final = r"(?:i|we|ive|weve|id|im|were)"
_CARE: Final = re.compile(
    r"\b(?:hospital|wards?|nurses?|doctors?|drs?|gps?|surgery|hospice|care home|carers?|ambulance|paramedics?|staff"
    r"|nhs|consultants?|111|midwi\w+)\b"
)
_SOMEBODY: Final = (
    r"(?:he|hes|she|shes|(?:my|our|his|her) (?:\w+ )?\w+|mums?|mams?|dads?|nans?|nana|grans?|grandads?|grandmas?"
    r"|the (?:\d+ year old|kids?|boy|girl))"
)
_STOPPED: Final = (
    r"(?: (?:has|have|is|s|just|really|barely|hardly|now|even|been))*"
    r" (?:stopped|given up|quit|hasnt|has not|havent|isnt|is not|not|doesnt|does not|wont|will not|cant|refuses to"
    r"|refusing to|barely|hardly|no longer)(?: (?:been|really|even|properly|bothers? to|bother|bothering))*"
)
_TO_LIVE: Final = (
    r"(?:eat(?:s|ing|en)?|feed(?:s|ing)? (?:him|her)self|wash(?:es|ing|ed)?|bath(?:s|ed|ing)?|shower(?:s|ed|ing)?"
    r"|shav(?:e|es|ed|ing)|dress(?:es|ed|ing)?|(?:get(?:s|ting)?|got|gotten) (?:dressed|washed|up|out of bed)"
    r"|chang(?:e|ed|ing) (?:his|her) clothes|look(?:s|ed|ing)? after (?:him|her)self"
    r"|tak(?:e|es|ing|en) (?:care of (?:him|her)self|(?:his|her) (?:tablets|pills|meds|medication|insulin))"
    r"|go(?:es|ing|ne)? out|leav(?:e|es|ing) the house|left the house|cook(?:s|ed|ing)?"
    r"|answer(?:s|ing)? the (?:door|phone))"
)
_SHAPES: Final = {
    NEGLECT: rf"\b{_SOMEBODY}{_STOPPED} {_TO_LIVE}\b|\b{_SOMEBODY}(?: (?:is|s|has|just|really|totally))*"
    r" (?:let(?:ting)? (?:him|her)self go|neglect\w* (?:him|her)self|not looking after (?:him|her)self"
    r"|(?:living|surviving) on (?:toast|biscuits|tea|nothing|beer|whisky|wine))\b",
    DRINKING: r"\b(?:i|ive|im)(?: (?:am|have|been|just|know|think|was|started|now|do|probably))*"
    r" (?:drink|drinking|drunk)(?: (?:far|way|a bit|much))? (?:too much|more|a lot|heavily|most nights|on my own|alone"
    r"|every (?:night|day|evening)|to (?:sleep|cope|forget|get|numb|stop|block))\b"
    r"|\b(?:bottles?|cans?|glass|vodka|wine|whisky|gin) (?:of \w+ )?(?:a|every|each) (?:night|day|evening)\b",
    KEPT_BACK: r"\b(?:dont|didnt|cant|havent|never|not|couldnt|wont|hardly) (?:\w+ ){0,2}(?:tell|told|telling|say"
    r"|said|saying|talk\w*|mention\w*)(?: to)? (?:\w+ ){0,2}(?:people|any ?one|anybody|folk|how (?:he|she|they|it)"
    r"|what (?:he|she|really|happened)|the truth)\b"
    r"|\bi (?:just |always |only )?(?:say|tell (?:people|them|everyone|folk))(?: that)? (?:it was|he had|she had"
    r"|they had|he died|she died)?(?: of| in)? ?(?:an? |his |her )?(?:heart|accident|cancer|illness|stroke|sleep"
    r"|fell)\b"
    r"|\b(?:keep|keeping|kept) (?:it|how \w+ died) (?:a )?(?:secret|quiet|to myself)\b"
    r"|\b(?:nobody|no one|noone) (?:else )?knows (?:how|what|the|he|she|it)\b"
    r"|\b(?:ashamed|shame|embarrass\w+) (?:of how|to (?:say|tell)|about how)\b",
    DECISION: rf"\b(?:did (?:i|we)|have (?:i|we)|was i|were we) (?:\w+ )?(?:do|done|make|made|right|wrong|too)"
    r"\b.*\b(?:feed\w*|drip|tube|machines?|ventilator|life support|treat\w+|chemo|switch\w*|turn\w* (?:it )?off|dnr"
    rf"|dnacpr|resus\w*|hospice|care home|home|hospital|let(?:ting)? {_THEM} go|op|operation|antibiotics|stop\w*)\b"
    rf"|\b(?:right|wrong|too (?:soon|early)) (?:for (?:us|me) )?(?:to|that (?:i|we)) (?:\w+ )?(?:stop\w*|turn\w*"
    rf"|switch\w*|let|put|move\w*|sign\w*|agree\w*|withdr\w+)\b",
    RELIEF: rf"\b(?:relief|relieved)\b|\bglad (?:its|it is|it was|{_THEY}s?(?: is| was)?) (?:over|gone|at peace"
    rf"|dead|finished|out of)\b|\bpart of me (?:is|was|feels) (?:glad|pleased)\b",
    FAULT: r"\b(?:(?:all |is it |was it )?(?:my|our) (?:own )?fault|guilt\w*|blam\w+ (?:myself|ourselves|me|us))\b"
    r"|\b(?:could|should|might) (?:i|we) (?:have )?(?:\w+ )?(?:stopped|saved|prevented|done|known|helped|noticed"
    r"|seen)\b"
    rf"|\b{_I} (?:could|should|shoulda|coulda)(?:ve| have| of|a)? (?:\w+ )?(?:stopped|saved|prevented|done|known"
    r"|noticed|seen|rung|helped|stayed|been there)\b|\b(?:shouldve|couldve) (?:\w+ )?(?:stopped|saved|done|known"
    r"|seen)\b"
    rf"|\bdid (?:i|we) (?:\w+ )?(?:wrong|miss|fail|let {_THEM} down|cause|drive|do enough|do (?:something|anything))\b"
    rf"|\b(?:if only|what if) (?:i|we|id|wed)\b|\b(?:i|we|ive) (?:really )?(?:let|failed) {_THEM}(?: down)?\b"
    r"|\bforgive myself\b|\b(?:was it|is it) (?:because of|something|down to|cos of) (?:me|i|us|we)\b"
    r"|\bdrove (?:him|her|them) to it\b|\bi (?:so )?regret\b",
    WHY: rf"\bwhy (?:did|would) {_ONE} (?:do (?:it|this|that)|choose|end|kill|jump|hang|take)\b"
    rf"|\bwhy (?:didnt|couldnt|wouldnt|did not) {_ONE} (?:\w+ ){{0,2}}(?:ring|call|tell|say|talk|ask|come|phone|text"
    r"|wait|reach|let|speak|get help|stay|think|leave a (?:note|letter))\b"
    rf"|\b{_ONE} (?:never|didnt|didnt even) (?:\w+ )?(?:(?:said|say) (?:a (?:word|thing)|anything|goodbye)"
    r"|(?:told|tell) (?:me|us|any ?one|a soul)|(?:leave|left) (?:a|any) (?:note|letter|word)|(?:rang|rung"
    r"|ring) (?:me|us))\b"
    r"|\b(?:there was|there wasnt|left|leave) (?:no|a|any) (?:note|letter|reason|warning signs?)\b"
    r"|^(?:but |just |i just want to know |i keep asking )*why(?: him| her)$",
    SUFFERING: rf"\b(?:did|do you think|would|was|if) {_ONE} (?:\w+ ){{0,4}}(?:suffer\w*|in (?:\w+ )?pain"
    r"|(?:feel|felt) (?:it|anything|pain|a thing|much)|know (?:it|what was|i|we|that)|knew|hurt|hurting|scared"
    r"|frightened"
    r"|afraid|on (?:his|her) own|alone|call out|cry out)\b"
    r"|\b(?:was it|would it have been|if it was) (?:\w+ )?(?:quick|instant|painful|peaceful|over quickly)\b"
    r"|\bhow long did (?:he|she|it take (?:him|her)) (?:suffer|lie there|have|last|to die)\b",
    TIME_TOGETHER: rf"\b(?:i|we) (?:\w+ ){{0,4}}(?:hold|held|cuddled?|cuddling|kissed?|washed|bathed?|dressed|sang to"
    rf"|sing to|read to|lay with|lie with|sat with|stayed with) (?:{_NEAR}|(?:his|her|mums|dads) (?:hands?|hair|face"
    r"|forehead))\b"
    rf"|\b(?:i|we) (?:was|were) (?:there|with {_NEAR})(?: (?:when|at) .*)?$"
    r"|\bthey let (?:me|us) (?:\w+ )?(?:hold|cuddle|wash|dress|kiss|stay with)\b|\bwe (?:had|got) (?:a|one"
    r"|our)(?: \w+)? (?:cuddle|hug|hold|kiss)\b",
    ANGER: rf"\bi (?:\w+ ){{0,2}}hate {_THEM}\b|\b(?:angry|anger|furious|raging|rage|fuming|livid|resent\w*|pissed"
    r" off|seething)\b|^(?:(?:you|the|what|an?|such|just|bloody|fucking|little|complete|total|he was|she was|hes|shes"
    r"|stupid|selfish|lying|absolute|old|utter) )*(?:bastard|cow|bitch|git|sod|idiot|coward|cunt|arsehole|prick|twat)"
    r"(?: (?:man|woman|him|her))?$"
    rf"|\b(?:selfish|coward\w*)\b|\bhow (?:could|dare) {_THEY}\b|\bwhy did {_THEY} (?:have to )?(?:do (?:it|this|that)"
    r"|leave|go and)\b|\b(?:cant|never|wont) forgive (?:him|her|them|my \w+)\b|\b(?:damn|sod|fuck) (?:him|her|them)\b",
    NUMB: r"\b(?:numb|on autopilot|in a (?:daze|fog|bubble)|in shock|unreal|surreal)\b"
    r"|\b(?:feel|felt|feeling|im) (?:absolutely |just |completely )?(?:nothing|empty|hollow|blank)\b"
    r"|\b(?:dont|cant|do not|cannot|didnt) (?:even )?feel (?:anything|a thing|much)\b"
    r"|\b(?:doesnt|dont|not|isnt|didnt) (?:even )?(?:feel |seem )?real\b"
    r"|\b(?:cant|cannot|couldnt|havent|not) (?:even )?"
    rf"(?:cry|cried|crying|shed)\b|\bcant believe (?:{_THEY}|it|hes|shes|theyre|its)\b"
    r"|\b(?:hasnt|not|havent) (?:\w+ )?(?:sunk|hit|sink)\b",
    SLEEP: r"\b(?:cant|cannot|dont|couldnt|havent|not|hardly|no|barely|never|without) (?:\w+ ){0,3}(?:sleep|slept"
    r"|sleeping)\b|\b(?:lie|lying|awake|up) (?:\w+ )?(?:all night|at night|every night|at (?:2|3|4|two|three|four))\b"
    r"|\b(?:insomnia|nightmares?)\b|\bkeep waking\b|\bwake up at\b",
    STILL_THERE: r"\b(?:hear|hearing|heard|see|seeing|saw|feel|feeling|smell\w*|sense|sensing) (?:\w+ )?(?:his|her"
    r"|their|mums|dads) (?:\w+ )?(?:voice|footsteps|steps|key|face|perfume|aftershave|car|chair|presence|cough|laugh)\b"
    rf"|\b(?:thought|think|swear|sure) i (?:just )?(?:saw|heard|see|hear|felt) {_THEM}\b"
    r"|\b(?:hear|see|feel) (?:him|her|them)(?: (?:still|everywhere|in|at|around|beside|next|on|come|calling))\b"
    rf"|\b(?:i|still) (?:still )?(?:talk|chat|speak) to (?:him|her|them|(?:his|her) (?:photo|picture|chair|grave))\b",
    CRYING: r"\b(?:cry|cries|cried|crying|tears|sob|sobbing|sobbed|weep\w*|in bits|welling up|bawl\w*)\b",
    MISSING: rf"\bmiss(?:ing|ed)? (?:\w+ )?{_THEM}\b|\bi (?:just |so )?(?:wish|want) {_THEM} "
    rf"(?:was |were |to be )?(?:back|here|home)\b|\bi wish {_THEY} (?:was|were|is) (?:still )?(?:here|alive"
    r"|back|home)\b",
    OF_THEM: rf"^(?:(?:and|but|oh|well|you know|because|cos) )*{_THEY} (?:so |really |just )?(?:was|used to|loved"
    r"|always|adored|would (?:always|have)|made (?:me|us|the|every)|had (?:the|a|an|such)|could (?:always|make)|taught"
    r"|never)\b",
}
_FOUND: Final = {told: re.compile(shape) for told, shape in _SHAPES.items()}
_NOT: Final = {
    NEGLECT: r"\b(?:used to|before (?:he|she) died|when (?:he|she) was (?:ill|alive|dying)|at the end|in the hospice)\b"
    r"|\b(?:too (?:much|many)|with us|meat|sweets|gluten|cake)\b",
    DRINKING: r"\b(?:water|tea|coffee|milk|fluids?|squash|used to)\b",
    FAULT: r"\b(?:not|isnt|wasnt|no|never|dont) (?:\w+ )?(?:my fault|guilt\w*|blam\w+)\b",
    ANGER: r"\b(?:not|no longer|isnt|wasnt|never|dont feel) (?:\w+ )?(?:angry|anger)\b",
    RELIEF: r"\b(?:pain|symptom|breathing|tax|no|any) relief\b",
    STILL_THERE: r"\b(?:tell\w*|told|orders?|says?|command\w*) (?:me )?to\b",
    MISSING: r"\bmissed (?:the|my) (?:bus|train|appointment|call|stop|period|funeral)\b|\bgone missing\b",
    TIME_TOGETHER: r"\b(?:cant|couldnt|didnt|never|not|wasnt|werent|wish|want|miss|wont|can (?:i|we)|could have|should"
    r"|if only|again|down|responsible|back)\b",
    WHY: r"\b(?:nurses?|doctors?|hospital|ambulance|gp|staff|carers?|police|where|will)\b",
    CRYING: r"\b(?:baby|he|she|kids?) (?:\w+ )?(?:cries|crying)\b",
    OF_THEM: r"\b(?:died|dead|death|ill|illness|cancer|dying|hospital|hospice|pain|diagnos\w*|killed|suicide"
    r"|sudden\w*|accident|stroke|heart|drunk|drink|drugs|hit|hurt|abus\w*|buried|cremated|regist\w*|found|rude)\b",
}
_BUT_NOT: Final = {told: re.compile(shape) for told, shape in _NOT.items()}


def read(text: str) -> str:
    """Return what the words tell of, or "" where they tell of nothing that is known."""
    words = plain(text)
    if len(words.split()) > LONGEST:
        return ""
    found = next((told for told in _FOUND if _tells(told, words)), "")
    return FAULT if found in {"", OF_THEM} and regrets(text) else found


def _tells(told: str, words: str) -> bool:
    unless = _BUT_NOT.get(told)
    return _FOUND[told].search(words) is not None and not (unless and unless.search(words))


def is_about_care(text: str) -> bool:
    """Say whether the words name those who gave care, or where."""
    return _CARE.search(plain(text)) is not None


_ASKS_FOR_HELP: Final = re.compile(
    r"\b(?:help|support|supported|some ?one|some ?body|any ?one|any ?body|people|person|counsel\w*|therap\w+|groups?"
    r"|charit\w+|services?|helplines?|numbers?|near|nearby|round here|local|find|look for|who (?:can|do|should)"
    r"|talk to|speak to|ring|call|listen|cruse|samaritans|club|cafe|volunteer\w*|befriend\w*)\b"
)
_NO_HELP: Final = re.compile(r"\b(?:tell|told|helped|hear\w*|see\w*|rang|called) (?:\w+ )?(?:people|person|anyone)\b")


def asks_for_help(text: str) -> bool:
    """Say whether the words may ask for somebody or for a place to turn to."""
    return _ASKS_FOR_HELP.search(_NO_HELP.sub(" ", plain(text))) is not None
