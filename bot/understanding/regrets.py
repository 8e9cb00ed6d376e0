"""What somebody tells of the end that they cannot let go of: "I wasn't holding her hand", "I never got to say goodbye".

It is said of the past and of oneself. It is heard, and is nobody's wish.
"""

import re

from bot.understanding.commands import plain

_LEAD = r"(?:(?:but|and|oh|god|i think|i keep thinking|honestly|the thing is|its just|just|because|that|what if) )*"
_THEM = r"(?:him|her|them|mum|mam|mom|dad|nan|gran|grandad|my \w+)"
_REGRETS = re.compile(
    rf"{_LEAD}(?:i|we|id|ive) (?:just |really |even |only )*(?:"
    rf"(?:wasnt|was not|werent|were not) (?:\w+ )?(?:there|with {_THEM}|holding|by|beside|next to|in the room"
    rf"|awake|home"
    r"|at home|ready)\b"
    rf"|(?:didnt|did not|never|couldnt|could not) (?:even )?(?:(?:get|got) (?:to|there)|say|said|tell|told|hold"
    rf"|held|kiss\w*"
    rf"|make it|made it|see|saw|be there|hug\w*|stay\w*|thank\w*)\b"
    r"|(?:should|shouldve|could|couldve|shd) (?:have |of |a )?(?:been|stayed|gone|held|said|told|done|rung|called"
    r"|noticed"
    r"|known|come|got|taken)\b"
    rf"|(?:missed|let) {_THEM}(?: (?:go|down|by|die))?\b(?: .*)?"
    r"|(?:had|went|was) (?:only |just )*(?:gone|out|popped|left|asleep|making|getting)\b|(?:gone|popped"
    r"|left) (?:to|out|for|the room|her|him)\b)(?: .*)?"
    rf"|{_LEAD}(?:she|he|they) (?:was|were|died|went) (?:all )?(?:alone|on (?:her|his|their) own|by (?:herself"
    rf"|himself))(?: .*)?"
    rf"|{_LEAD}(?:nobody|no one) was (?:there|with {_THEM}|holding).*"
)
LONGEST = 20


def regrets(text: str) -> bool:
    """Say whether these words tell of such a thing and of nothing to be done."""
    words = plain(text)
    return len(words.split()) <= LONGEST and not text.rstrip().endswith("?") and bool(_REGRETS.fullmatch(words))
