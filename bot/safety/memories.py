"""What belongs to a death that is over: how it was at the end, and what grief does to a body and to children.

Patterns of words that are set aside where that death is known, in lower case and without signs;
bot/safety/set_aside.py reads what is left, and lets nothing go that is of now.
"""

import re

from bot.model.kin import CALLED, KIN

_ONE = rf"(?:he|she|they|{CALLED}|(?:my|our) (?:{KIN}))"
_THEM = rf"(?:him|her|them|{CALLED}|(?:my|our) (?:{KIN}|baby|boy|girl|little one))"

_NOT_SLEEPING = (
    r"(?:(?:i|im|ive|and|or|so|just|still) )*"
    r"(?:(?:cant|cannot|dont|not|havent|couldnt|hardly|barely|struggle to|struggling to) (?:been )?"
    r"(?:(?:really|properly|even) )?(?:sleep|slept|sleeping|eat|eaten|eating)(?: (?:or|and|nor)"
    r" (?:not )?(?:sleep|slept|sleeping|eat|eaten|eating))?"
    r"|not hungry|(?:no|lost my) appetite|off my food|awake (?:all|half the|at) night)"
    r"(?: (?:much|properly|well|at night|these days|either|without (?:him|her|them)"
    r"|since(?: (?:it happened|then|the funeral|(?:he|she|they) (?:died|went))(?! (?:today|this|last|just))))?)*"
)
NO_BREATH_WITHOUT = (
    r"(?:(?:it|just|still|sometimes|often|some days|feels?|felt|feeling|like|as if|as though|that|and) )*"
    r"i (?:cant|cannot|can hardly|can barely|could not|couldnt) (?:even )?breathe?"
    rf" (?:without {_THEM}|for (?:missing|crying|grief)(?: {_THEM})?"
    rf"|when i (?:think|look|walk|hear|see|remember)(?: (?:of|at|about|past|that|to))?(?: {_THEM})?)"
)
"""Nobody lacks air for want of a person, whatever else is known."""
_A_HOLE = (
    r"(?:(?:theres|there is|it|i|ive|got|have|feels?|like|its|just|such|he|she|they|left|and|with) )*a"
    r" (?:(?:big|huge|great|massive|gaping|empty|black|giant) )*(?:hole|gap|void|emptiness|hollow)"
    r" (?:(?:right|in|inside|through) )*(?:my|our) (?:chest|heart|life|lives|house|family|world|stomach)"
    r"(?: where (?:he|she|they|it) (?:was|were|used to be|should be|lived|sat))?"
)
_TIGHT = (
    r"(?:and )?my (?:chest|throat) (?:(?:just|still|always|all) )*(?:goes|gets|feels|is|went)"
    r" (?:(?:so|all|really) )*tight"
    rf" when i (?:think|look|walk|hear|see|remember|talk)(?: (?:of|at|about|past|that|to))* {_THEM}"
)
_ACHES = (
    r"(?:and )?my (?:heart|chest|arms|whole body) (?:(?:is|just|really|literally|physically|still|are) )*"
    r"(?:(?:ach(?:es?|ing)|hurts?|hurting)"
    rf" (?:for|without|with (?:missing|grief for)|from missing|to (?:hold|see|hear)) {_THEM}|broken|breaking)"
)
_SEES_NO_REASON = (
    r"(?:(?:i|we|and|but|just|still|really|nobody|no one) )*(?:cant|cannot|dont|do not|will never|never|couldnt)"
    r" (?:(?:even|really|quite) )*(?:see|understand|get|know|work out|make sense of|fathom)"
    rf" (?:why|how|what made) {_ONE} (?:(?:would|could|ever|just|had to|wanted to) )*(?:did it|do it|did that|do that"
    r"|(?:took|take) (?:his|her) (?:own )?life|leave us|left us)(?: to us)?"
)
OF_GRIEF = (_NOT_SLEEPING, _A_HOLE, _TIGHT, _ACHES, _SEES_NO_REASON)

_CHILD = (
    r"(?:(?:and|but) )?(?:he|hes|she|shes|they|theyve"
    r"|(?:my|our|the|his|her) (?:\w+ )?(?:son|daughter|grandson|granddaughter|kids?|boy|girl|lad|little one|youngest"
    r"|eldest|child|children|niece|nephew|brother|sister|mum|dad|(?:\d+|\w+) year old)s?)"
)
_DOES = r"(?: (?:has|have|is|s|was|been|also|just|really|started|begun|keeps?|now))*"
_GONE_QUIET = (
    rf"(?:{_CHILD}{_DOES} )?gone (?:(?:very|so|all|really) )*quiet"
    r" (?:and (?:(?:he|she) )?(?:wont|doesnt) (?:speak|talk)(?: to \w+)?|at school|in (?:his|her) room|on (?:us|me)"
    r"|with (?:us|me)|since (?:it happened|then|the funeral))"
)
OF_CHILDREN = (
    rf"(?:{_CHILD}{_DOES} )?gone off (?:his|her|their) (?:food|dinners?|meals)",
    _GONE_QUIET,
    rf"(?:{_CHILD}{_DOES} )?(?:wont|doesnt) (?:speak|talk|open up) to (?:anyone|anybody|us|me|his \w+|her \w+)",
    rf"{_CHILD}{_DOES} (?:wet|wets|wetting|to wet) the bed(?: again)?(?: (?:at night|every night|most nights))?",
    rf"{_CHILD}{_DOES} wont (?:go to (?:school|bed|sleep)|sleep (?:alone|in (?:his|her) (?:own )?bed)|leave my side)",
    rf"{_CHILD}{_DOES} (?:(?:having|has|have|gets?) (?:bad dreams|nightmares)|clingy|playing up|acting up)",
)

_WAS = (
    r"(?:bled|was bleeding|lost (?:a lot of|so much) blood|(?:couldnt|could not) (?:breathe?|swallow|speak"
    r"|(?:get|catch) (?:his|her) breath)|stopped breathing"
    r"|was (?:gasping|choking|struggling|fighting)(?: (?:to breathe?|for (?:breath|air)))?"
    r"|(?:breathing|breath) (?:(?:just|then|all|had) )*(?:changed|went (?:funny|strange|odd|shallow|slow|noisy|quiet)"
    r"|got (?:slower|shallow|noisy|slow)|slowed(?: down)?|rattled)"
    r"|was in (?:(?:so|much|such|a|lot|of|terrible|awful|agonising) )*(?:pain|agony)|had (?:a|another) (?:fit|seizure"
    r"|bleed|fall)|collapsed|went (?:blue|grey|cold|white)|turned (?:blue|grey)|choked|rattled|was rattling"
    r"|breathed (?:his|her) last|took (?:his|her) last breath|(?:never|didnt) w[ao]ke(?: up)?|was unconscious)"
)
_THE_NIGHT_THEY_DIED = (
    r"(?:on |in |at )?the (?:(?:same|very) )?(?:night|day|morning|evening|afternoon|week|weekend|hour|month)"
    rf"(?: before| after)? (?:that )?{_ONE} (?:died|passed(?: away)?|went)"
)
HOW_IT_WAS = re.compile(
    rf"\b(?:and )?(?:{_ONE}|his|her|their|mums|dads) {_WAS}(?: (?:a lot|so much|so badly|everywhere|again))*\b"
    r"|\bi (?:(?:just|still|always) )*(?:keep|kept|cant stop|cannot stop) (?:on )?(?:hearing|seeing|reliving|replaying"
    r"|picturing|remembering|feeling|thinking (?:of|about)|dreaming (?:of|about)|going over)"
    r" (?:his|her|their|that|those|the) (?:(?:very|final|last|poor|little) )*"
    r"(?:breaths?|breathing|moments?|minutes|hours?|night|gasps?|rattle|cough|groans?|screams?|cries)\b"
)
"""A body, in the past tense, of somebody else."""
IS_OVER = re.compile(
    r"\b(?:(?:near|at|towards|by|in|until) the (?:very )?end(?! of)|and that was (?:that|it)|that (?:night|day|morning)"
    r"|(?:before|when|until|as|after) (?:he|she|they) (?:died|passed|went)"
    r"|and i (?:held|was holding|was there|couldnt (?:help|do|stop))|the (?:nurses?|staff|paramedics|doctors?) (?:was"
    r"|were)|and (?:then )?(?:he|she) (?:was gone|died|went)|and it was (?:all )?over"
    r"|it was (?:(?:so|very|all) )*(?:peaceful|awful|horrible|terrible|quick|quiet|gentle)|i was (?:there|with (?:him"
    r"|her)|too late)|i (?:still|keep|cant stop) (?:see|hear|think|dream|remember|seeing|hearing|thinking"
    r"|dreaming|going over)|i (?:just )?cant (?:forget|unsee|get (?:it|that) out)"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december)"
    rf"|{_THE_NIGHT_THEY_DIED}"
    r"|(?:last|that) (?:year|spring|summer|autumn|winter|christmas))\b"
)
"""What shows that it is told from afar."""
LOOKS_BACK = re.compile(rf"\b{_THE_NIGHT_THEY_DIED}\b")
"""Nobody says "the night she died" of tonight."""
_FINDER = (
    rf"(?:{CALLED}|(?:my|our|his|her) (?:{KIN})|they|the (?:police|landlord|neighbours?)|a (?:neighbour|friend"
    r"|dog walker)|i was the one who|it was me (?:who|that)|it was (?:me|mum|dad) who)"
)
FOUND = (
    rf"(?:and )?{_FINDER} (?:(?:had|who|was|that) )*found (?:him|her|them|my (?:{KIN}))"
    r"(?: (?:hanging|hanged|hung|dead|like that|at home|in (?:the|his|her) (?:room|bed|bedroom|flat|garage|shed|loft"
    r"|woods|car|garden)))*"
)
"""Somebody else came upon the one who died; or it is told as something to look back on."""
_PLACE = (
    r"(?:(?:in|at|out in|up in) (?:(?:the|his|her|our|my) )*"
    r"(?:room|bed|bedroom|flat|garage|shed|loft|woods?|car|van|home|house|barn|park))"
)
FOUND_THEN = (
    rf"(?:(?:and|it was me|i was the one|who|that) )*(?:i|me|we|who) found (?:him|her|them)(?:(?: ,)? {_PLACE})*"
    r"(?: (?:when i (?:got|came) (?:home|back|in|round)|after (?:work|school|lunch)|that (?:day|night|morning)))*"
)
"""Told with no word for now, and of no place to fall in: where a death is known that is over, it was then."""
LAST_BREATH = re.compile(
    r"\bi (?:(?:just|still|always) )*(?:keep|kept|cant stop|cannot stop) (?:on )?(?:hearing|reliving|replaying"
    r"|remembering|thinking (?:of|about)) (?:his|her|their|that) (?:very )?(?:last|final) breaths?\b"
)
"""What comes back again and again is over, whatever else is known."""
