"""Messages that must say what they are about to be no danger: hands that go are no stroke where an illness is named.

Each kind has words that name it and words that may stand beside them; both together must be the whole message, cut into
clauses in lower case and without signs. Standard library only, for the engine reads it too.
"""

import re

from bot.model.kin import CALLED, KIN

_PERSON = (
    rf"(?:he|hes|she|shes|(?:the )?(?:{CALLED})s?|(?:my|our|his|her|the) (?:{KIN}|little one|youngest|eldest|kids?)s?)"
)

_ILL = re.compile(
    r"(?:(?:i have|ive|i got|got|its|it is|im|with|the|my|from|because of|cos of) )*"
    r"(?:mnd|motor neurone(?: disease)?|als|parkinsons|ms|multiple sclerosis|arthritis|huntingtons|neuropathy)"
    r"(?: (?:here|you see|love|now|too|since \w+|for (?:\w+ )?years))*"
)
_STATE = (
    r"(?:going|gone|weak|slow|stiff|bad|useless|no good|no use|packing (?:up|in)|packed (?:up|in)|shaky|shake|failing"
    r"|(?:dont|wont|not) work(?:ing)?)"
)
_VERY = r"(?:(?:is|are|r|have|has|nearly|almost|all|just|slowly|now|really|very|both|getting) )*"
_MY = r"(?:(?:my|me|mi|the|both) )*"
_LATELY = r"(?: (?:now|too|mostly|these days))*"
_HANDS = rf"{_MY}(?:hands|fingers|thumbs|finger ends) {_VERY}{_STATE}{_LATELY}"
_LIMBS = rf"{_MY}(?:arms?|legs?|voice|speech|grip|hand) {_VERY}{_STATE}{_LATELY}"
_TYPING = re.compile(
    r"(?:(?:sorry|so|i|im|my) )*(?:(?:cant|cannot|wont|can only just) (?:really )?(?:type|text|write)"
    r"|(?:typing|texting|writing)(?: (?:is|its|with))*(?: (?:slow|slowly|hard|bad|badly|one finger))+|slow typing"
    r"|type slow(?:ly)?|(?:one|1) finger(?: typing)?|short answers|keep it short|bear with me"
    r"|(?:thumbs?|eyes|one (?:finger|thumb|hand)) only|short (?:words|msgs|messages|answers))"
    r"(?: (?:much|a lot|fast|well|long|now|any more|properly|please|so))*"
)
_OF_THE_HANDS = re.compile(_HANDS)
_OF_THE_LIMBS = re.compile(f"{_HANDS}|{_LIMBS}")

_LESS_BLOOD = re.compile(
    r"(?:the |my )?(?:bleeding|blood)(?: (?:is|has|s|now|nearly|almost|all|just|only|about|getting|got|much"
    r"|a lot|a bit|lot))*"
    r" (?:stopped|less|lighter|easing(?: off)?|eased(?: off)?|slowing(?: down)?|slowed(?: down)?|spotting|a little)"
    r"(?: (?:now|today|again|thank god|at last))*"
    r"|(?:(?:its|only|just|still) )+(?:light|slight|a bit of|a little) (?:bleeding|blood)(?: now)?"
)
_BESIDE_LESS = re.compile(
    r"(?:just|only|a bit of|bit of|still)? ?spotting(?: now)?|(?:one|1|a) pad a day(?: now)?|no clots"
)

_HAS_OXYGEN = re.compile(
    rf"(?:(?:{_PERSON}|i|im|ive) )?(?:(?:is|am|are|just|now|already|uses?|has|have|got|on) )*(?:home |portable )?oxygen"
    r"(?: (?:now|at home|at night|all (?:the time|day)|24 7|most of the day))*"
)
_GETS_BREATHLESS = re.compile(
    rf"(?:(?:{_PERSON}|i) )?gets? (?:(?:a bit|very|so|really|quite|easily|always|often) )*"
    r"(?:breathless|out of (?:breath|puff)|short of breath|puffed(?: out)?|wheezy)"
    r"(?: (?:easily|quickly|a lot|at times|sometimes|(?:when (?:he|she|i) )?(?:talks?|talking|eats?|eating|walks?"
    r"|walking)))*"
)
"""As it usually is; "now", "suddenly" and "getting" are no part of it."""
_ASKS = (
    r"(?:asked|asks|ask|is asking|asking|keeps asking|wants to know|wonders|thinks|worries)(?: me| us| mummy| daddy)*"
)
_MAY_CATCH = (
    r"(?:(?:can|will|could|do|does|if|whether|she|he|they|you|we|i|shell|hell|ill|theyll|kids|children|people|is|are"
    r"|going|to|gonna|too) )*(?:catch(?:es)? (?:it|that|this|suicide|what \w+ had|dying|death)|(?:is"
    r"|its) (?:it )?catching)"
    r"(?: (?:too|as well|an all|from (?:him|her|them)|off (?:him|her|them)))*"
)
_CATCHING = re.compile(rf"(?:(?:{_PERSON} )?{_ASKS} )?{_MAY_CATCH}")
_ABOUT_IT = re.compile(
    rf"(?:the |his |her |about |its )*suicide|{_PERSON} (?:is|keeps|are|s)? ?{_ASKS}|(?:what|how) (?:do|can|should) i"
    r" (?:say|tell (?:him|her|them)|answer(?: that| her| him)?)"
)

_YOU = (
    r"(?: (?:you|ya|ye))?(?: (?:daft|silly|stupid|bloody|dozy|great|dumb))*"
    r"(?: (?:machine|thing|computer|robot|article|sod|bot))?"
)
_NO_WISH = (
    r"(?:(?:no|nah|naw|god|honestly|course|of course|give over|dont be soft|stop it) )*(?:i )?(?:(?:really|honestly) )?"
    r"(?:dont|do not|dinnae|never said i) (?:(?:want|wish|wanna) )?(?:to |tae )?"
    rf"(?:die|be dead|kill myself|top myself){_YOU}"
)
_MISSES = (
    rf"(?:i|im) (?:(?:just|only|really|do|still|so) )*(?:miss|missing) (?:him|her|them|{CALLED}|(?:my|our) (?:{KIN}))"
    r"(?: (?:so much|thats all|is all|a lot|terribly|like mad|that much|every day))*|thats all|thats it"
)
_DENIAL = re.compile(rf"{_NO_WISH}(?: (?:{_MISSES}))?")
_BESIDE_A_DENIAL = re.compile(rf"{_MISSES}|no|give over|dont be soft")

_EDIT = (
    r"(?:(?:please|and|can you|could you|no|not|nah|just|only|but) )*(?:take|delete|remove|change|keep|leave"
    r"|lose|cut|cross"
    r"|edit|wipe|put|dont (?:delete|wipe|change|take))"
)
_A_BIT = (
    r"(?:(?:that|the|this) (?:(?!is|are|was|has|have|worst|hard|bad)\w+ ){1,5}(?:bit|part|line|sentence)"
    r"|(?:that|the|this) (?:bit|part|line|sentence) (?:about|where|on|that says|saying)(?: (?!and|so|then)\w+){1,6})"
)
_THE_BIT = re.compile(
    rf"(?:{_EDIT} (?:out )?)?(?:(?:no|just|only|not|its|but|except|all of it|the rest) )*{_A_BIT}"
    r"(?: (?:out|off|please|again|too|can go|is wrong|comes out|alone))*"
)
_WHAT_TO_DO = re.compile(
    rf"{_EDIT}(?: (?:it|that|this|them|all|everything|the|rest|lot|whole|thing|out|off|in|alone|as|is|please|of))*"
    r"|no|nah|please|just that|the rest is (?:fine|good|right)"
)
"""Somebody at a draft says which line they mean, and what to do with it."""
_QUIET = (
    rf"(?:him|them|his|her|their|he|she|{CALLED}|(?:my|our) (?:{KIN})) (?:(?:just|always) )?"
    r"(?:going|goes|being|is|getting|gets|shutting|shuts|clamming|clams|walking|walks|not)"
    r" (?:quiet|silent|down|up|upset|cross|off|out|away|talking|listening)"
)
_HEARS = (
    r"(?:that )?(?:he|she|they|we) (?:(?:just|will|can|could|really) )*"
    r"(?:hears?|listens?|talks?|understands?|gets? it|stays?)(?: (?:me|us|it|to|out|through|say|properly|now))*"
)
_HOPE_OR_HARD = (
    r"(?:what i(?:m)? (?:hope|hoping)(?: for)?|(?:my|the) hope|the hard (?:bit|part|thing)|what i (?:dread|fear)|hard)"
)
_OF_A_TALK = re.compile(
    rf"{_QUIET} (?:is|s) {_HOPE_OR_HARD}|{_HOPE_OR_HARD} (?:is|s) (?:{_HEARS}|{_QUIET})"
    rf"|(?:i )?(?:hope|hope for|hope is|hoping)(?: is)? (?:{_HEARS}|{_QUIET})"
)
_PUTS_RIGHT = re.compile(r"no|sorry|no sorry|i mean|wrong way round|other way round|not that|oops|wait")
"""What somebody hopes for in a talk, and what is hard, with the one put for the other and put right."""
_DRAFTS = re.compile(rf"\b{_EDIT}\b")

_NOT_WANTED = (
    r"no (?:more )?(?:feeding |breathing )?(?:tubes?|cpr|resus(?:citation)?|hospitals?|ventilators?|machines?|drips?"
    r"|pegs?|icu|intensive care|antibiotics|shocks|999|ambulance)"
)
_IN_ITS_PLACE = (
    r"(?:(?:should|go|goes|is|be|come|comes|has|have|to|needs|need|the|at|on|in|one) )*"
    r"(?:first|1st|second|2nd|last|top|bottom|end|before|above|after)"
)
_THE_ORDER = re.compile(
    r"(?:(?:no|nope|sorry|oops|thats|its|it|is|them|those|youve|you|ve|got|have|has|the|put|in) )*"
    r"(?:(?:wrong|other) way (?:round|around|about)|wrong order|back to front|swap (?:them|it|those)?(?: (?:round"
    r"|over))?)"
    rf" (?:(?:and|so|then|i|want|put|it|should|be|say|said) )*{_NOT_WANTED}"
    rf"(?: (?:{_IN_ITS_PLACE}|then|and|{_NOT_WANTED}|home|hospice|the (?:dog|family|music|garden)))*"
)
"""Two lines that stand the wrong way round, and which comes first."""

_ONE_OF_THEM = (
    rf"(?:my|the|our|both|all|each of|every one of|{CALLED}|(?:{KIN})s?|two|three|four|kids?|children|bairns?|babies"
    r"|boys|girls|lads|grandkids|grandchildren|family|them|him|her|little ones?)"
)
_THEM = rf"{_ONE_OF_THEM}(?: {_ONE_OF_THEM})*"
_LETTERS = (
    r"(?:(?:a|some|the|few|goodbye|last|little|short|proper|long|birthday) )*(?:letters?|cards?|videos?|recordings?)"
)
_LEGACY = re.compile(
    r"(?:(?:hi|hello|yes|i|im|ive|am|been|was|really|just|also|still) )*(?:want(?:ed)?|would like|id like"
    r"|id love|would love|hope"
    r"|hoping|thinking|meaning|need|might|may)(?: (?:to|of|about))* (?:write|writing|leave|leaving|make"
    r"|making|record|recording)"
    rf" (?:{_THEM} {_LETTERS}|{_LETTERS} (?:(?:to|for) )?{_THEM})(?: (?:each|for after|for later"
    rf"|for when \w+ \w+|one day))*"
    r"(?: (?:before|while) (?:i|im|i am)(?: (?:get|can|still|am|too|hold|have|ill|poorly|well|enough|sick"
    r"|weak|a|pen|strength"
    r"|the|to|tired|here))+)?"
)
"""Letters to leave for those one loves. Written ones, and a note, are another matter."""
_WHO_IS_ILL = re.compile(
    r"im (?:not well|very ill|poorly|dying|on palliative care)|i have (?:cancer|mnd)|ive got (?:cancer|mnd)"
)

_NO_WISHES = (
    (_LEGACY, _WHO_IS_ILL),
    (_CATCHING, _ABOUT_IT),
    (_DENIAL, _BESIDE_A_DENIAL),
    (_OF_A_TALK, _PUTS_RIGHT),
)


def explained(clauses: list[str], danger: str) -> bool:
    """Say whether these clauses, all of them, are of one kind that looks like this danger and is none."""
    if _DRAFTS.search(" ".join(clauses)) and _all_with(clauses, _THE_BIT, _WHAT_TO_DO):
        return True
    if _THE_ORDER.fullmatch(" ".join(clauses)):
        return True
    if danger in {"emergency", "suicidal", "urgent_symptoms"} and _of_the_hands(clauses):
        return True
    if danger in {"emergency", "urgent_symptoms"}:
        return _all_with(clauses, _LESS_BLOOD, _BESIDE_LESS) or _all_with(clauses, _HAS_OXYGEN, _GETS_BREATHLESS)
    if danger in {"suicidal", "passive_death_wish"}:
        return any(_all_with(clauses, naming, beside) for naming, beside in _NO_WISHES)
    return False


def _of_the_hands(clauses: list[str]) -> bool:
    """An illness that takes the hands is named, or typing, and no more than hands are; of an arm, only an illness."""
    of_illness = _all_with(clauses, _ILL, re.compile(f"{_OF_THE_LIMBS.pattern}|{_TYPING.pattern}"))
    return of_illness or _all_with(clauses, _TYPING, _OF_THE_HANDS)


def _all_with(clauses: list[str], naming: re.Pattern[str], beside: re.Pattern[str]) -> bool:
    named = [clause for clause in clauses if naming.fullmatch(clause)]
    rest = [clause for clause in clauses if not naming.fullmatch(clause)]
    return bool(named) and all(beside.fullmatch(clause) for clause in rest)
