"""Words that answer no question at all: swearing alone, a picture, an insult to the chat, "hard to say really".

None of them may become words of a record. Each is read word for word, to its last word; one word more is an answer.
"""

import re
import unicodedata

from bot.understanding.commands import plain

_SWEARING = re.compile(
    r"(?:(?:f+u+c*k+(?:ing|in|ed|s|sake)?|fck\w*|effing|s+h+i+t+e?|bollocks|bugger(?:ation|ed)?|bloody|crap|damn"
    r"|damnit|piss|arse|bastards?|sod|wtf|ffs|omfg|feck|hell)\b ?)"
)
_FILLS = re.compile(
    r"(?:(?:oh|for|s|sake|the|it|this|that|all|off|to|god|goodness|jesus|christ|ah|argh+|a|you|me|what|as|my|well)\b ?)"
)
_BE = r"(?:(?:a|an|such|so|just|really|pretty|bloody|fucking|absolute(?:ly)?|complete(?:ly)?|total(?:ly)?|very) )*"
_BAD = (
    r"(?:useless|rubbish|crap|shit|shite|stupid|thick|hopeless|pathetic|idiotic|idiot|dumb|moron|waste of time|joke"
    r"|no (?:bloody )?(?:help|use|good)|not (?:much |any )?(?:help|use|good))"
)
_THE_CHAT = r"(?:bot|chatbot|robot|machine|thing|app|software|chat|computer|program)"
_INSULT = re.compile(
    rf"(?:(?:oh|well|god|honestly|sorry but|no) )*(?:(?:you|u)(?: are|re| r)?|youre|ur|this {_THE_CHAT} is|what a) "
    rf"{_BE}{_BAD}(?: {_THE_CHAT}| you are| to me| at this| at all)*"
    rf"|{_BE}{_BAD} {_THE_CHAT}|(?:oh )?(?:just )?(?:fuck|piss|sod|bugger) off(?: you)?|i hate (?:you|this {_THE_CHAT})"
)
_LEAD = r"(?:(?:well|oh|um|er|its|it is|thats|that is|bit|a bit|a|really|very|quite|so|too|i think its|hmm|no) )*"
_UNSURE = re.compile(
    rf"{_LEAD}(?:hard|difficult|tricky|tough|impossible) (?:one |question )?(?:to (?:say|know|answer|tell|explain))"
    r"(?: (?:really|honestly|to be honest|tbh|though|right now|is that|is that one|for me))*"
    r"|(?:i )?(?:couldnt|cant|could not) (?:really )?say(?: really)?|search me|your guess is as good as mine"
)
_WHAT_IS_MEANT = re.compile(
    r"(?:(?:sorry|er|um|hang on|no|oh|but|ok) )*(?:(?:what|how) (?:exactly )?(?:do|d|did|dyou) ?(?:you|ya|ye)? mean"
    r"(?: by (?:that|this|it))?|i (?:really )?(?:dont|do not|didnt) (?:quite |really )?"
    r"(?:follow|know what you mean|get (?:you|it|that|the question|what you mean)|understand (?:you|it|that|this"
    r"|the question|what you mean|what youre asking))"
    r"|(?:im )?not (?:sure what you mean|with you|following(?: you)?)|you(?:ve)? lost me"
    r"|what(?:s| is| does) (?:that|it|this) (?:mean|supposed to mean)"
    r"|what are you (?:asking|on about|talking about)(?: me)?"
    r"|(?:can you )?(?:say|put) (?:that|it) (?:in (?:plain )?english|differently|another way|in other words))"
    r"(?: please| sorry| exactly)*"
)

_MACHINE = re.compile(
    r"^\W*(?:please )?(?:ignore|disregard|forget|override) (?:all )?(?:of )?(?:your|the|my|any|previous|prior)"
    r" (?:(?:previous|prior|earlier|system|above) )?(?:instructions|prompts?|programming|guidelines)\b"
    r"|^\W*(?:please |can you |could you )*(?:write|compose|draft|generate) (?:me )?(?:a|an|some) (?:\w+ )?"
    r"(?:poem|song|limerick|haiku|rap|essay|code|program|script|joke|sonnet)\b",
    re.IGNORECASE,
)
"""What is asked of a machine, and answers nothing here."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{4,}")
_KEYS_IN_ORDER = re.compile("|".join(row[at : at + 6] for row in _ROWS for at in range(len(row) - 5)))
_THREE_IN_ORDER = re.compile("|".join(row[at : at + 3] for row in _ROWS for at in range(len(row) - 2)))
LEAST_KEYS = 4
LEAST_WORDS = 4


_GESTURES = (
    (0x1F600, 0x1F64F), (0x1F910, 0x1F92F), (0x1F930, 0x1F93E), (0x1F970, 0x1F97A), (0x1FAE0, 0x1FAF8),
    (0x1F440, 0x1F450), (0x1F480, 0x1F480), (0x1F493, 0x1F49F), (0x1F4A4, 0x1F4AF), (0x1F590, 0x1F5A4),
    (0x1F90C, 0x1F90F), (0x270A, 0x270D), (0x2763, 0x2764), (0x2620, 0x263B), (0x1F3FB, 0x1F3FF),
)  # fmt: skip
"""Faces, hands and hearts. A dog and the sea are pictures too, and tell what matters to somebody."""


def meant(text: str) -> str | None:
    """Return the intent of words that answer nothing, None for all else."""
    words = plain(text)
    if not words:
        return "ask_clarify" if "?" in text and not any(map(_is_a_picture, text)) else None
    shapes = {"abusive": _INSULT, "express_uncertainty": _UNSURE, "ask_clarify": _WHAT_IS_MEANT}
    if _MACHINE.search(text):
        return "out_of_scope"
    found = next((intent for intent, shape in shapes.items() if shape.fullmatch(words)), None)
    return found or ("express_distress" if _only_swears(words) else None)


def only_a_gesture(text: str) -> bool:
    """Say whether there is no word here, and no picture of anything: a face, a heart, a few dots."""
    return not any(character.isalnum() for character in text) and not any(
        _is_a_picture(character) and not _is_a_gesture(character) for character in text
    )


def only_keys(text: str) -> bool:
    """Say whether no word is here, only keys pressed along one row of the keyboard, as by a cat: "asdkjh"."""
    words = plain(text).split()
    return any(map(_is_keys, words)) and all(_is_keys(word) or not set(word) & set("aeiouy") for word in words)


def _is_keys(word: str) -> bool:
    if _THREE_IN_ORDER.search(word) and not set(word) & set("aeiouy") and any(set(word) <= set(row) for row in _ROWS):
        return True
    if len(set(word)) < LEAST_KEYS or not any(set(word) <= set(row) for row in _ROWS):
        return False
    return _NO_VOWEL.search(word) is not None or _KEYS_IN_ORDER.search(word) is not None


def in_another_language(text: str) -> bool:
    """Say whether these are words of another language: letters of no English word in two of them, and in a quarter."""
    words = re.findall(r"[^\W\d_]+", text)
    marked = [word for word in words if not word.isascii()]
    return len(words) >= LEAST_WORDS and len(marked) > 1 and len(marked) * 4 >= len(words)


def _is_a_picture(character: str) -> bool:
    return unicodedata.category(character) == "So"


def _is_a_gesture(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _GESTURES)


def _only_swears(words: str) -> bool:
    left = _SWEARING.sub("", f"{words} ")
    return left != f"{words} " and not _FILLS.sub("", left).strip()
