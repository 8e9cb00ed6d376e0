"""What somebody types of themselves, or of the room, while they write down another's words: none of it is theirs.

"Hang on, tea trolley" and "he's fallen asleep" ask for time; "that's me, not him" puts right whose words they were.
"""

import re

from bot.understanding.commands import plain
from bot.understanding.in_view import in_view

_HALT = re.compile(
    r"^(?:(?:oh|ok|sorry|um|er|just|but|no) )*(?:(?:hang|hold) on(?! to\b)|hold up|wait(?! for\b)|bear with(?: me| us)?"
    r"|(?:just )?(?:a|one|two|1|2|half a) (?:sec|secs|second|seconds|min|mins|minute|minutes|mo|moment|tick)"
    r"|give (?:us|me|him|her|them) a (?:sec|second|min|minute|mo|moment)|back in (?:a|\d+)|brb|be right back)\b"
)
LONGEST_WAIT = 8
_SOMEBODY = r"(?:he|she|they|we|(?:mr|mrs|miss|ms) \w+|(?!i\b|it\b|who\b|that\b|this\b)\w+)"
_IS = r"(?:s|is|has|was|re|are|have|had|d)?"
_AWAY = re.compile(
    rf"^(?:(?:oh|sorry|ok|um|think|i think|now|and|but|looks like) )*{_SOMEBODY} ?{_IS}"
    r" (?:(?:just|now|gone and|been) )*"
    r"(?:(?:fallen|dropped|nodded|dozed|drifted|gone|fell|falling|dropping|nodding|dozing"
    r"|drifting) (?:back )?(?:asleep|off|to sleep)|asleep|sleeping|(?:gone|going|off|nipped|popped|taken)"
    r" (?:to|for|out|round|down) (?:the |a |an |his |her )?\w+(?: \w+)?"
    r"|(?:having|eating|getting) (?:his|her|their|some|a) \w+"
    r"|(?:on the phone|talking to (?:the|his|her) \w+|being (?:washed|changed|turned|seen)(?: to)?|in the (?:loo|toilet"
    r"|bathroom|shower)))(?: (?:now|again|sorry|bless (?:him|her)|for a bit|i think|just now))*$"
)
_ROOM = re.compile(
    r"^(?:(?:oh|sorry|ok|um|the|its|its the|theres|here(?:s| is| comes)|a|his|her) )*"
    r"(?:tea trolley|trolley|nurse|doctor|carer|physio|chaplain|dinner|lunch|tea|tablets|meds|phone|doorbell|door"
    r"|visitors?|cleaner|ward round|buzzer|daughter|son|wife|husband"
    r"|family)"
    r" ?(?:s|is|has|are)? ?(?:(?:just|now) )*(?:here|come(?: in| round)?|came(?: in)?|coming|arrived|at the door"
    r"|ringing|going)(?: (?:now|sorry|again|round|in))*$"
)
_BACK = re.compile(
    rf"(?:(?:oh|ok|okay|right|sorry|now|so|and|yes|well) )*(?:{_SOMEBODY}|i) ?(?:{_IS}|m) (?:(?:just|now|all) )*"
    r"(?:back|awake|up|woken up|ready|here|with us|finished|done|woke up|come round)"
    r"(?: (?:now|again|sorry|to go on|with us|from the \w+|in (?:his|her|the) \w+))*"
)
_DISOWNS = re.compile(
    r"(?:(?:no|oh|sorry|wait|but|actually|hang on) )*"
    r"(?:(?:thats|that was|that is|it was|this is|its|it is) (?:just |only )?(?:me|mine|my words)"
    r"(?: (?:saying|talking|typing|writing|speaking|asking|words?)(?: (?:it|that|this))?)?"
    r"(?: (?:and )?not (?:him|her|them|his|hers|theirs|\w+))?"
    r"|(?:thats|that was|that is|it was|its|it is|those are) not (?:what )?(?:him|her|them|his|hers|theirs|his words"
    r"|her words|he|she|they)(?: (?:said|saying|talking|says))?(?: (?:thats|its|it was) me)?"
    r"|(?:he|she|they) (?:didnt|did not|never) (?:say|said) (?:that|it|this)(?: (?:i did|that was me|it was me))?)"
    r"(?: (?:at all|sorry|love|there))*"
)
_NOT_THEIRS = re.compile(
    r"[\s,.;!–-]*(?:because|cos|as)?\s*(?:that(?:['’]?s| is| was)|it(?:['’]?s| is| was)|those are)\s+"
    r"(?:not\s+(?:him|her|them|his|hers|theirs|what\s+(?:he|she|they)\s+said)|(?:just\s+)?me|mine|wrong)"
    r"(?:\s+(?:talking|saying\s+it))?[\s.!]*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|‘([^’]+(?:’\w[^’]*)*)’(?!\w)|(?<!\w)'([^']+(?:'\w[^']*)*)'(?!\w)")
_LEADS_IN = re.compile(r"\b(?:say\w*|said|goes|words?|answer\w*|told|tells|reckons|quote|put|write|type|was|is)\b|:")
_TO_WHY = re.compile(r"\b(?:answer|reply|bit|that)(?:\s+\w+)?\s+(?:to|for)\s+(?:the\s+)?[\"'“‘]?why\b", re.IGNORECASE)


def is_wait(text: str) -> bool:
    """Say whether the words ask for time, or tell that the person cannot answer just now."""
    words = plain(text)
    if quoted_words(text):
        return False
    halts = _HALT.search(words) is not None and len(words.split()) <= LONGEST_WAIT
    return halts or _AWAY.match(words) is not None or _ROOM.match(words) is not None


def is_back(text: str) -> bool:
    """Say whether the words tell that the person can go on: "ok hes back"."""
    return _BACK.fullmatch(plain(text)) is not None


def disowns(text: str) -> bool:
    """Say whether the words tell that what was just put down was not the person's: "that's me saying it, not him"."""
    return _DISOWNS.fullmatch(plain(text)) is not None


def not_theirs(text: str) -> str:
    """Return what is to be taken out as no words of the person: "take out the tea trolley, that's not him"; else ""."""
    rest = _NOT_THEIRS.sub("", text)
    asked = in_view(rest) if rest != text else None
    return asked.about if asked else ""


def quoted_words(text: str) -> str:
    """Return the words between quotation marks, where the rest leads in to them; "" where there are none."""
    found = [next(part for part in each.groups() if part is not None) for each in _QUOTED.finditer(text)]
    rest = _QUOTED.sub(" ", text)
    several = any(len(words.split()) > 1 for words in found)
    leads = not rest.strip(" .,!?:-") or _LEADS_IN.search(rest.casefold()) is not None
    return " ".join(words.strip() for words in found) if found and (several or leads) else ""


def is_why(text: str) -> bool:
    """Say whether what leads in to quoted words says that they answer why: 'I said the answer to why. "..."'."""
    return _TO_WHY.search(_QUOTED.sub(" ", text)) is not None
