"""Spells out what people type to save thumbs: "i want 2 die", "dont tell any1 b4 2nite", "will u b there 4 me".

A digit becomes a word only where it can be no number: "2" before a verb or somebody, "4" before somebody. "I want 2
tablets", "2 die each year" and "4 tea" stay as they are. Both layers of the door, and every rule beside them, then
read the same words.
"""

import re

_WORDS = {
    "2nite": "tonight",
    "2night": "tonight",
    "2day": "today",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "2mrw": "tomorrow",
    "2mro": "tomorrow",
    "2mor": "tomorrow",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "b4": "before",
    "4ever": "forever",
    "4eva": "forever",
    "4evr": "forever",
    "every1": "everyone",
    "any1": "anyone",
    "some1": "someone",
    "l8r": "later",
    "l8": "late",
    "h8": "hate",
    "gr8": "great",
    "m8": "mate",
    "w8": "wait",
    "str8": "straight",
    "urself": "yourself",
    "myslf": "myself",
    "wld": "would",
    "cld": "could",
    "shld": "should",
    "ppl": "people",
    "u": "you",
    "ur": "your",
    "r": "are",
    "cnt": "cant",
}
_VERB = (
    r"be|b|die|go|do|end|kill|live|see|get|stop|leave|jump|take|talk|tell|say|know|sleep|wake|help|hurt|harm|make|let|try|give"
    r"|find|keep|come|stay|feel|cry|think|write|plan|ask|speak|have|hav|join|fight|cope|carry|hang|cut|swallow|finish|disappear"
    r"|bed|escape|run|hit|breathe|breath|eat|drink|lose|look|wait|start|call|ring|phone|thank|worry|read|hear|understand"
)
_BEFORE_A_VERB = (
    r"want(?:s|ed|ing)?|wnt|going|goin|gonna|need(?:s|ed)?|nd|got|have|hav|has|had|like|love|try(?:ing)?|tried|ready|used|able|about|abt"
    r"|hop(?:e|ing)|plan(?:s|ning)?|easier|better|hard|harder|afraid|scared|time|nothing|reason|way|how|when|where|what|meant"
    r"|suppose|supposed|wish|begging|asking|threatening|threatens|continue|point|refuse|refusing|here|good|left|decided|him|her|me|them|u|you|not|too|happy|sad"
)
_NO_NUMBER = "".join(
    f"(?<!{word} )"
    for word in (
        "took",
        "take",
        "taken",
        "had",
        "have",
        "gave",
        "given",
        "stage",
        "grade",
        "or",
        "and",
        "is",
        "was",
        "s",
    )
)
"""Behind these a digit is a count, a stage or an age: "took 2 the other day", "he is 4 my little boy"."""
_SOMEBODY = r"me|myself|him|her|them|us|u|you|my|the|his|it|mum|mam|dad|nan|some1|every1|any1|heaven|hell|god"
_ALONE = rf"(?<![\w.,/:£$-]){_NO_NUMBER}"
_TO = re.compile(rf"{_ALONE}2(?=\s+(?:{_SOMEBODY})\b)|(?:(?<=want )|(?<=ready ))2(?=\s*\Z)", re.IGNORECASE)
_TO_DO = re.compile(rf"\b({_BEFORE_A_VERB})\s+2\s+(?=(?:{_VERB})\b)", re.IGNORECASE)
_TOO = re.compile(
    r"(?<![\w.,/:£$-])2(?=\s+(?:much|many|late|tired|hard|far|long|bad|weak|old|scared|ill|sad)\b)", re.IGNORECASE
)
_ME_TOO = re.compile(r"\b(me|i do|you|u)\s+2(?=\s*(?:[.!?]|\Z))", re.IGNORECASE)
_FOR = re.compile(
    rf"{_ALONE}4(?=\s+(?:me|him|her|them|us|u|you|my|the|this|that|it|mum|mam|dad|nan|every1|any1|ever)\b)",
    re.IGNORECASE,
)
_NO_ONE = re.compile(
    r"(?<!my )(?<!the )(?<!is )\bn(?:o)?1(?= (?:would|will|wud|wld|cares?|knows?|wants?|loves?|can|to|is|else)\b)",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(you|u|will|not|dont|wont|cant|to|should|would|wanna|just|gonna|always)\s+b(?=\s)", re.IGNORECASE)
_SHORT = re.compile(rf"(?<![\w'’.-])(?:{'|'.join(map(re.escape, _WORDS))})(?![\w'’-])", re.IGNORECASE)
_LETTERS_APART = re.compile(r"\b(?:[a-z] ){3,}", re.IGNORECASE)


def spelled_out(text: str) -> str:
    """Return the text with phone spelling written out, and everything else as it was."""
    if _LETTERS_APART.search(text):
        return text
    words = _TO_DO.sub(r"\1 to ", text)
    words = _FOR.sub("for", _TOO.sub("too", _TO.sub("to", _ME_TOO.sub(r"\1 too", words))))
    words = _SHORT.sub(_written_out, words)
    return _BE.sub(r"\1 be", _NO_ONE.sub("no one", words))


def _written_out(found: re.Match[str]) -> str:
    """Return what one short form stands for; a capital by itself is somebody's initial."""
    typed = found.group()
    return typed if typed in {"R", "U"} else _WORDS[typed.lower()]
