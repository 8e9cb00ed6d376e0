"""That a talk has been had, told first of all: "talked to my son last night. it was awful". Its account follows.

"We talked about the sea every night" tells of a habit, and is what matters to somebody.
"""

import re

from bot.model.kin import CALLED, KIN
from bot.understanding.commands import plain
from bot.understanding.looking_back import tells_of_a_talk
from bot.understanding.went import went

LONGEST = 60
_LEAD = r"(?:(?:oh|well|so|and|yes|yeah|hi|hello|ok|right|just|anyway|finally|in the end|by the way) )*"
_WHO = (
    rf"(?:him|her|them|(?:my|our|the|his|her) (?:\w+ ){{0,2}}?(?:{KIN}|other half|kids?|children|family)s?"
    rf"|{CALLED}|everyone|everybody|both of them|(?!me\b|us\b|you\b|the\b|a\b)\w+)"
)
_I = rf"(?:i|we|me and {_WHO}|{_WHO} and (?:i|me)|i have|we have|ive|weve)"
_A_TALK = r"(?:(?:a|the|that|our|my) (?:\w+ ){0,2}?(?:talk|chat|conversation|word|heart to heart))"
_WHEN = (
    r"(?:last night|yesterday|today|tonight|this (?:morning|afternoon|evening|week|lunchtime)|at the weekend|earlier"
    r"|just now|an hour ago|(?:on|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|the other (?:day|night)|last week)"
)
_HAD = re.compile(
    rf"{_LEAD}(?:"
    rf"(?:{_I} )?(?:just |finally |both |all |did )*(?:talked|spoke|spoken|chatted|had a word|sat down"
    rf"|(?:had|have had) {_A_TALK})"
    rf"(?: (?:to|with) {_WHO})?(?:\b.*)?"
    rf"|(?:{_I} )?(?:just |finally )*(?:tried|managed) (?:to )?(?:talk|speak|have {_A_TALK})"
    rf"(?: (?:to|with) {_WHO})?(?:\b.*)?"
    rf"|{_I} (?:just |finally )*(?:told|asked) {_WHO} (?:everything|about (?:it|the \w+|my \w+)|how (?:i|we) \w+"
    r"|what i \w+)(?:\b.*)?"
    rf"|(?:{_I} )?(?:just |finally |already |have )*told {_WHO}(?: (?:it all|everything|all of it|it|this))?"
    rf"(?: {_WHEN})*)"
)
_LATELY = re.compile(rf"\b{_WHEN}\b")
_ENDED = re.compile(
    r"\b(?:it|that|this|things) (?:all )?(?:went|ended|turned|got|didnt go"
    r"|was (?:so |really |just |actually |very )*(?:awful|terrible|hard|horrible|lovely|good|great|ok|okay|fine|better"
    r"|tense|a disaster|bad|difficult|painful|nice))\b"
    r"|\b(?:walked|stormed) (?:out|off)\b|\b(?:shouted|shouting|argued|cried|hung up|fell out|slammed|wouldnt listen"
    r"|didnt listen|(?:didnt|did not) take it well|took it (?:well|badly)|refused|had a row|ended up)\b"
)
_A_HABIT = re.compile(
    r"\b(?:every|always|each|often|used to|usually|when (?:i|we|he|she) (?:was|were)|years? ago|most (?:days|nights)"
    r"|want|wish|hope|would|could|should|never|havent|hasnt|not (?:talked|spoken)|if|let me|matters?)\b"
)
_CLAUSES = re.compile(r"[.;!,\n]+")


def had_a_talk(text: str) -> bool:
    """Say whether the words tell first of all of a talk that somebody has just had, lately or with how it went."""
    words = plain(text)
    if "?" in text or len(words.split()) > LONGEST or not words:
        return False
    first, *after = [plain(clause) for clause in _CLAUSES.split(text) if plain(clause)]
    if _A_HABIT.search(first):
        return False
    ended = any(went(clause) not in {None, "not_yet"} for clause in after) or _ENDED.search(words) is not None
    if tells_of_a_talk(text) and (ended or _LATELY.search(words) or re.search(r"\b(?:the|that|our) talk\b", first)):
        return True
    return _HAD.fullmatch(first) is not None and bool(ended or _LATELY.search(first))
