"""Says whether a message itself tells that its writer is under 18, or at school. Plain words alone; nothing is kept.

It reads a writer's own age ("im 14"), not another's ("my daughter is 14"), and school only in the present and without
signs of a parent or a teacher. tests/unit/safety/test_young.py is the table of what it must and must not take.
"""

import re

from bot.safety.normalise import plain

_AM = r"(?:\bi ?'?a?m|\bah?'m|\bahm|(?:^|[.,;!?\n] ?)am)"
_AGE = (
    r"(?:1[0-7]|[89]|eight|nine|ten|eleven|twelve|thirteen|fourteen|forteen|fifteen|sixteen|seventeen)"
    r"(?:[ -]?(?:yo|y/o|(?:years?|yrs?)[ -]old|years? of age)|f|m(?! (?:away|from|up|down|tall|high|deep|in)\b))?"
)
_NOT_AN_AGE = (
    r"(?![\w:/'-]| ?%|[.,]\d| ?(?:weeks?|wks?|months?|mths?|days?|hours?|hrs?|min(?:ute)?s?|sec(?:ond)?s?|years?|yrs?|"
    r"stones?|st|lbs?|pounds?|kgs?|kilos?|cms?|met(?:er|re)s?|miles?|km|feet|foot|ft|inch(?:es)?|floors?|steps?|stops?|"
    r"tablets?|pills?|units?|cycles?|rounds?|sessions?|pages?|people|percent|per|out of|of|times|grand|quid|pm|am|away|"
    r"to|or so|more|down|on (?:the|a) (?:pain )?scale|in (?:a row|line|the queue))\b)"
)
_OWN_AGE = re.compile(
    rf"{_AM} ?(?:(?:only|just|still|barely|nearly|almost|actually|now|like|turning|aged?) ){{0,3}}{_AGE}{_NOT_AN_AGE}"
    rf"|{_AM} ?(?:(?:only|just|still) ){{0,2}}a {_AGE}(?<=yo|/o|ld){_NOT_AN_AGE}"
    rf"|\bi(?: ?'?ve| have)? (?:only )?just turned {_AGE}{_NOT_AN_AGE}"
    rf"|\bmy age is {_AGE}{_NOT_AN_AGE}"
    rf"|\A ?(?:age )?{_AGE}(?<=yo|/o|ld|\df|\dm) ?(?:(?:girl|boy|male|female|kid)\b ?)?(?=[,.\n]|here\b|and i\b|\Z)"
)
_LESS_THAN_18 = re.compile(
    rf"\b(?:until|till?|when|before|once) i ?'?a?m 1[678]{_NOT_AN_AGE}|\bi (?:will )?turn 1[0-8]{_NOT_AN_AGE}"
    rf"|{_AM} 18 (?:next|soon|tomorrow|on \w+day|in \w+ (?:days?|weeks?|months?))\b"
    rf"|{_AM} (?:(?:only|still) )?(?:under|not even|not yet|not) 1[678]( yet)?{_NOT_AN_AGE}"
    rf"|{_AM} (?:(?:only|still|just) ){{0,2}}(?:under ?age|a (?:minor|kid|child|teen|teenager|pupil|"
    r"school ?(?:boy|girl|kid|child)))(?= ?(?:\Z|[.,;:!?\n]|(?:and(?! family| adol)|n|but|so|who|cos|because|my|i)\b))"
)
_AT_SCHOOL = re.compile(
    rf"{_AM} (?:(?:only|just|still|now|a|in|going into|starting|doing) ){{0,3}}(?:year|yr|y) ?"
    r"(?:[5-9]|1[0-3]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)\b"
    r"(?! of (?!school)| (?:teacher|head|lead|tutor|ta|mum|dad|parent|coordinator))"
    rf"|{_AM} (?:(?:only|just|still) )?in (?:s[1-6]|p[5-7])\b"
    rf"|{_AM} (?:(?:only|just|still) )?(?:in|at) (?:(?:secondary|primary|high|middle|boarding) )?school\b"
    r"(?! (?:gates?|hall|reunion|to (?:pick|collect|drop)))"
    rf"|{_AM} (?:(?:only|just|still) )?(?:in|at|doing) (?:the )?(?:sixth|6th) ?form\b"
)
_SCHOOL_LIFE = re.compile(
    r"\bmy (?:form tutor|head of year|year head|homework|gcses?|mocks|(?:maths?|english|science|history|geography|"
    r"french|pe|form|class|school|primary) teacher|head ?teacher|teachers?|"
    r"school (?:nurse|counsell?or|bag|report|uniform)|"
    r"school(?! (?:days|years|friends?|mates?|reunion|children|kids|run|age)))\b"
    r"|\bi(?: ?'?ve| have)? got (?:mocks|gcses?|homework|detention|school)\b"
    r"|\b(?:nobody|no ?one|every(?:one|body)|some(?:one|body)|people|kids|girls|boys|mates|friends)"
    r" (?:at|in) (?:my )?school\b"
    r"|\bi (?:(?:do not|don ?'?t|can ?'?t|cannot|won ?'?t|have to|got to|want to|wanna|still|even|bother) ){0,3}"
    r"(?:go|going|go back|get) (?:to|into) (?:my )?school\b"
    r"|\bi (?:hate|skip|skipped|missed) school\b|\bi\b[^.\n]{0,40} (?:before|after) school\b"
)
_SOMEBODY_ELSE = re.compile(
    r"(?:\b(?:like|as if|though|wish|pretend(?:ing)?|thinks?|thought|"
    r"(?<!\bi )(?:says?|said|goes|wrote|texted|told (?:me|us)))(?: that)?,?:?|[\"'\u201c\u201d]) ?\Z"
)
_GROWN_UP = re.compile(
    rf"{_AM} (?:1[89]|[2-9]\d){_NOT_AN_AGE}|\bi (?:teach|work)\b"
    rf"|{_AM} (?:a|an|the|her|his|their) (?:\w+ ){{0,2}}(?:teacher|teaching assistant|"
    r"ta|head|governor|counsell?or|nurse|carer|mum|mam|dad|mother|father|parent|nan|gran|grandad)\b"
    r"|\bmy (?:son|daughter|step(?:son|daughter)|grand(?:son|daughter|kids?|child|children)|kids?|child|"
    r"children|pupils?|students?|husband|wife|eldest|youngest|little (?:boy|girl|one))\b"
    r"|\b(?:uni|university|college lecturer|med(?:ical)? school|degree|phd)\b|\bpick(?:ing)? up\b"
)
_LONG_AGO = re.compile(
    r"\bwhen i was\b|\byears ago\b|\bback then\b|\bused to\b|\bat the time\b|\bchildhood\b|\bwas (?:at|in) school\b"
    r"|\bas a (?:child|kid|boy|girl|teenager)\b|\bin the (?:19)?[3-9]0s\b|\bin 19\d\d\b"
)
_SCORE = re.compile(r"\bpain|\bscale\b|\bscore\b|\bout of\b|/ ?10\b")
_ALSO_A_SCORE = re.compile(r"(?:8|9|10|eight|nine|ten)\Z")


def writer_is_young(text: str) -> bool:
    """Say whether the words themselves tell that whoever wrote them is under 18 or a school child."""
    words = re.sub(r"[^\S\n]+", " ", plain(text))
    if any(_is_their_own(found, words) for found in _OWN_AGE.finditer(words)) or _LESS_THAN_18.search(words):
        return True
    if _GROWN_UP.search(words):
        return False
    if _AT_SCHOOL.search(words):
        return True
    return bool(_SCHOOL_LIFE.search(words)) and not _LONG_AGO.search(words)


def _is_their_own(found: re.Match[str], words: str) -> bool:
    if _SOMEBODY_ELSE.search(words[max(0, found.start() - 40) : found.start()]):
        return False
    return not (_ALSO_A_SCORE.search(found.group()) and _SCORE.search(words))
