"""What somebody who cares says of their own life: "my sleep", "me time", "I need to see my friends".

Strict: "my cooking" and "that I visit" may be what matters to the other. With a word for another, it is about them.
"""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain

_LEAD = (
    r"(?:(?:well|oh|um|just|really|honestly|and|also|maybe|probably|getting|having|some|a bit of|more"
    r"|to get|to have) )*"
)
_MINE = (
    r"(?:own )?(?:sleep|rest|health|mental health|sanity|back|knees|job|work|career|friends|mates"
    r"|hobby|hobbies|holidays?|gym"
    r"|football|choir|running|lie ins?|nights? off|days? off|time off|space|freedom|independence"
    r"|own life|life|free time"
    r"|social life|evenings?|breaks?|peace|energy|marriage|needs)"
)
_MY_OWN = re.compile(
    rf"{_LEAD}(?:my {_MINE}(?: (?:and|or) (?:my )?(?:own )?\w+)?|me time|myself"
    r"|(?:some |a bit of )?(?:time|space|room|peace|rest|something|a (?:break|rest|night|day|life"
    r"|holiday|minute|moment))"
    r"(?: (?:off|alone|away|out))?(?: (?:to|for|of) (?:me|myself|my own|just me))"
    r"|a (?:break|rest|night off|day off|lie in|full night|good nights sleep|nights sleep)|sleep|a proper sleep)"
    r"(?: (?:and|or) (?:a |my |some )?\w+(?: \w+)?)?(?: (?:please|really|too|honestly|sometimes"
    r"|now and then|again|most))*"
)
_I_NEED = re.compile(
    r"\b(?:i (?:really |just |also |only |do )*(?:need|want|miss|would like|would love|have to"
    r"|could do with|must)|id (?:like|love)"
    r"|im desperate for|ive given up|ive had to give up|i never get|i dont get|i havent (?:seen|had|been))\b"
)
_ANOTHER = re.compile(
    rf"\b(?:he|she|they|him|her|them|his|hers|their|theirs|hes|shes|theyre|it|(?:my|our) (?:{KIN})s?|we|us|our"
    rf"|(?:{KIN})s?|someone|somebody|people|nurses?|carers?|doctors?)\b"
)
_NEEDS_A_BREAK = re.compile(
    rf"\b(?:carers?|he|she|they|(?:my|our|his|her|their|the) (?:\w+ )?(?:{KIN}|carer)s?|(?:{KIN})s?|lady|man"
    rf"|woman|couple"
    r"|client|family|neighbour|person|someone|somebody)(?: \w+){0,4}? (?:(?:really|badly|desperately|just|also"
    r"|never|could"
    r"|do|does|would|must|should) )*(?:needs?|wants?|deserves?|do with|gets?|have|has|like|desperate for)"
    r" (?:(?:a|some|any|proper|bit|of|short|long|weeks) )*(?:break|rest|respite|night off|day off|time off)\b"
)
_FRIENDS = re.compile(r"\bmy (?:own )?(?:friends?|mates?)\b")
LONGEST = 14


def of_own_life(text: str) -> bool:
    """Say whether these words are of the speaker's own life, and of nobody else's."""
    words = plain(text)
    if len(words.split()) > LONGEST or text.rstrip().endswith("?"):
        return False
    if _MY_OWN.fullmatch(words):
        return True
    return bool(_I_NEED.search(words)) and not _ANOTHER.search(_FRIENDS.sub(" ", words))


def needs_a_break(text: str) -> bool:
    """Say whether somebody else, who cares for another, is said to need a break: no wish to stop talking."""
    words = plain(text)
    return len(words.split()) <= LONGEST and _NEEDS_A_BREAK.search(words) is not None
