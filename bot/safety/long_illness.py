"""A long illness and what it usually brings, told as how things are: "i have copd and get breathless on the stairs".

Patterns of words that are set aside, in lower case and without signs; bot/safety/set_aside.py reads what is left.
"""

import re

from bot.model.kin import CALLED, KIN

_ILLNESS = (
    r"(?:(?:copd|emphysema|bronchiectasis|asthma|asbestosis|mesothelioma|(?:pulmonary |lung )?fibrosis|cystic fibrosis"
    r"|cf|ipf|mnd|motor neuron(?:e)?(?: disease)?|als|parkinsons(?: disease)?|ms|multiple sclerosis|huntingtons"
    r"|heart failure|a (?:bad|weak) heart|angina|af|(?:kidney|renal|liver) (?:failure|disease)|ckd|cirrhosis"
    r"|(?:heart|lung) disease|dementia|alzheimers|lewy body(?: dementia)?|diabetes|epilepsy|lupus|arthritis|psp|msa"
    r"|(?:(?:lung|breast|bowel|prostate|pancreatic|ovarian|liver|brain|throat|stomach|skin|bone|kidney|bladder|womb"
    r"|cervical|colon|oesophageal|secondary|terminal|blood|mouth|hodgkins) )?(?:cancer|lymphoma|leukaemia|myeloma)"
    r"|(?:a )?brain tumour))\b(?! (?:attack|flare|exacerbation|crisis))"
)
_WHO = (
    rf"(?:i|im|ive|he|hes|she|shes|they|theyve|we|(?:{CALLED})s?"
    rf"|(?:my|our|his|her|me) (?:(?!own\b)\w+ )?(?:{KIN})s?)"
)
_LEADS = (
    r"(?:(?:hi|hello|yes|well|and|but|so|because|cos|its|it is|just|for (?:me|him|her|them|my \w+))"
    r"(?: (?=\w)|(?= ,) , ))*"
)
_HAS = (
    r"(?:(?:s|is|am|are|was|were|has|have|ve|had|got|also|been|diagnosed|told|living|lives|live|suffers?|suffering|with"
    r"|from|of|dying|a bit|a touch|bad|badly|very|really|quite|severe|mild|advanced|late|early|end|final|stage"
    r"|terminal"
    r"|chronic|the|\d|two|three|four|incurable) )*"
)
_SINCE = (
    r"(?: (?:too|as well|here|bad|badly|you see|for (?:\w+ ){1,2}years|for years|(?:\w+ )?years|since \w+|stage \w+))*"
)
NAMED = re.compile(rf"\b{_LEADS}(?:{_WHO} )?{_HAS}{_ILLNESS}{_SINCE}")
"""Somebody who has the illness, or its name alone."""

_FEELS = (
    r"(?:(?:and|i|im|he|hes|she|shes|who|get|gets|getting|am|is|be|a bit|very|so|really|quite|easily|always|often"
    r"|just) )*"
)
_EFFORT = (
    r"(?: (?:easily|a lot|most days|at times|sometimes))*"
    r" (?:on|up|with|when|after|walking|climbing|going|doing|getting|from)(?: \w+){0,3}?"
    r" (?:stairs|steps|hills?|slopes?|inclines?|walk|walks|walking|walked|shopping|hoover\w*|housework|gardening"
    r"|dressed|dressing|washed|washing|bending|exertion|effort|shops?|corner|distances?|far|shoes up|laces)"
)
BREATHLESS_ON_EFFORT = (
    r"(?:(?:a bit|very|so|really|quite|easily|always|often) )*"
    rf"(?:breathless|out of (?:breath|puff)|short of breath|puffed(?: out)?|wheezy|puffing){_EFFORT}"
)
_ON_EFFORT = rf"{_FEELS}{BREATHLESS_ON_EFFORT}"
_STAIRS_ARE = (
    r"(?:(?:and|but|the|my|even|these|his|her) )*(?:stairs|steps|hills?|slopes?|walking|shopping|the garden|housework)"
    r" (?:is|are|can be|gets?|have become|has become|s)"
    r" (?:(?:a|an|too|very|so|really|quite|bit of a|a bit|always|pretty|real) )*"
    r"(?:trial|struggle|effort|challenge|problem|bother|hard|tough|much|nightmare|difficult|slow|beyond me|past me"
    r"|hard (?:work|going))(?: (?:for (?:me|him|her)|these days))*"
)
_CAN_NO_LONGER = (
    r"(?:(?:and|but|i|he|she|who|so) )*(?:cant|cannot|can hardly|can barely|no longer|doesnt|dont)"
    r" (?:speak|talk|walk|manage (?:the )?stairs|do (?:the )?stairs|get upstairs|get out|get about|go out"
    r"|use (?:his|her|my) (?:hands|arms|legs)|hold a (?:pen|cup|spoon)|write|dress (?:himself|herself|myself))"
    r"(?: (?:much|any ?more|very (?:well|far|much)|far|properly|well|these days))*"
)
_ON_OXYGEN = (
    r"(?:(?:and|i|im|he|hes|she|shes|is|am|use|uses|have|has|on|with) )+(?:home |portable )?oxygen"
    r"(?: (?:at home|all (?:the time|day)|at night|most of the day|day and night))*"
)
_WORN = (
    rf"{_FEELS}(?:tired|weak|slow|shaky|stiff|forgetful|muddled|coughing|worn out)"
    r" (?:all the time|most days|these days|a lot|by tea ?time|easily)"
)
_STAYS_IN = (
    r"(?:(?:and|but|so|i|im|he|hes|she|shes|is|am|mostly|now) )*"
    r"(?:housebound|in a wheelchair|in (?:his|her|my) (?:wheel)?chair|bedbound)"
    r"(?: (?:all day|most of the (?:day|time)))*"
)
_IS_OFTEN_BREATHLESS = (
    r"(?:(?:and|i|he|she|who|so|mum|dad) )*gets? (?:(?:a bit|very|so|really|quite|easily|always|often) )*"
    r"(?:breathless|out of (?:breath|puff)|short of breath|puffed(?: out)?|wheezy)"
    r"(?: (?:a lot|easily|quickly|at times|sometimes|most days|these days))*"
)
"""As it always is: what is "getting" breathless may be so now."""
_WITH_OXYGEN = (
    rf"(?:(?:and|{_WHO}|is|am|are|use|uses|have|has|on|with|s|now|who) )*on (?:home |portable )?oxygen"
    rf"|(?:{_WHO} )?(?:uses?|has|have) (?:home |portable )?oxygen"
)
_OXYGEN_AT_TIMES = r"(?: (?:now|at home|all (?:the time|day)|24 ?,? ?7|at night|most of the day|day and night))*"
_GETS = (
    r"(?:(?:and|but|so|i|he|she|who|also|still) )*gets? (?:(?:a bit|very|so|really|quite|easily|always|often) )*"
    r"(?:breathless|out of (?:breath|puff)|short of breath|puffed(?: out)?|wheezy)"
    r"(?: (?:a lot|easily|quickly|at times|sometimes|most days|these days))*"
    r"(?: (?:(?:just|when|if|with|after|on|up|the|she|he|i|my|his|her|to|too) )*"
    r"(?:talks?|talking|eats?|eating|speaks?|speaking|walks?|walking|stairs|steps|moves?|moving|washing|dressing"
    r"|dressed|much))*"
    r"(?! (?:now|today|tonight|even|at rest|lying|sitting|and (?:cant|her|his|my))\b)"
)
BREATHLESS_ON_OXYGEN = (
    rf"(?:{_WITH_OXYGEN}){_OXYGEN_AT_TIMES}(?: ?,)* (?:{_GETS}|(?:and )?{BREATHLESS_ON_EFFORT})"
    rf"|{_GETS}(?: ?,)* (?:because )?(?:{_WITH_OXYGEN}){_OXYGEN_AT_TIMES}"
)
"""Whoever has oxygen at home is often breathless; that it comes now, or more, is told with a word more."""
_ON_THE_KNEES = (
    r"(?:(?:and|he|hes|she|shes|is|are|im|am|were|absolutely|just|really|completely) )*on (?:his|her|my|our) knees"
)
_STATES = (_ON_EFFORT, _STAIRS_ARE, _CAN_NO_LONGER, _ON_OXYGEN, _WORN, _STAYS_IN, _IS_OFTEN_BREATHLESS, _ON_THE_KNEES)
STATE = re.compile("|".join(rf"\b(?:{each})\b" for each in _STATES))
"""How it usually is, where the illness is named beside it."""

_THEY_KNOW = (
    r"(?:(?:and|but|so|that|hes|shes) )*"
    r"(?:(?:he|she|they) (?:(?:really|honestly) )?(?:doesnt|dont|didnt|does not|did not)|doesnt|does not)"
    r" (?:(?:even|really|always|actually) )*(?:know|realise|understand|remember|mean)"
    r"(?: (?:it|that|what|(?:he|she|they)(?:s|re)?|is|are|was|were|doing|done|did|saying|said))*"
)
KNOWS_NOT = re.compile(
    rf"\b(?:{_THEY_KNOW}|its the (?:dementia|illness|alzheimers)(?: (?:talking|not (?:him|her)))*)\b"
)
"""What an illness does to somebody, said for them."""
