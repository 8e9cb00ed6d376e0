"""Words that somebody passes on from the person beside them: what leads in to them, and what is of the helper alone."""

import re

from bot.understanding.commands import command, plain

_WORD = r"[^\W\d_][\w'\u2019.-]*"
_OTHERS = (
    r"(?!(?:i|you|we|they|it|who|which|what|that|this|daughter|son|husband|wife|sister|brother|family|friend|doctor|dr|gp"
    r"|nurse|carer|manager|boss|vicar|priest|solicitor|every\w*|no\w*|some\w*|any\w*|people|god|the|my|her|his|their)\b)"
)
"""Whose words are not those of the person who is helped, or may not be."""
_THEY = rf"(?:(?:mrs|mr|miss|ms|the|my) )?{_OTHERS}{_WORD}"
_LEAD = r"(?:(?:ok|okay|right|well|so|and|now|oh|um|er|hang on|hold on|wait|sorry)\b[\s,.!-]*)*"
_SAYS = r"(?:says|said|is saying|wants (?:me )?to (?:say|put)|told me(?: to put)?)"
_TO_PUT = r"(?:to )?(?:put|write|type)(?: down| in)?\b"
_SHE = r"(?:she|he)"
_THEIR_WORDS = (
    rf"(?:(?:her|his|their|{_WORD}['\u2019]s) (?:own )?words(?: are| were)|what {_SHE} (?:says|said) (?:is|was))"
)
_RELAYED = re.compile(
    rf"\s*{_LEAD}(?:{_THEY}(?: {_WORD})? {_SAYS}\s*:|{_THEY} {_SAYS} {_TO_PUT}(?: that)?"
    rf"|{_SHE} wants (?:me )?to (?:say|put)|{_THEIR_WORDS}|{_SHE} (?:says|said|is saying)(?: that)?)"
    r"\s*[:,\u2013-]?\s*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANSWER = re.compile(
    rf"\s*{_LEAD}(?:{_THEY} (?:says|said|is saying)|(?:that|it)(?:['\u2019]?s| is) a(?= (?:yes|no)\b))[\s:,\u2013-]+"
    rf"(?P<words>\S.*?)(?: from (?:her|him|{_THEY}))?\s*",
    re.IGNORECASE | re.DOTALL,
)
_ANSWERS = frozenset({"affirm", "deny", "skip", "express_uncertainty"})

_OF_THE_HELPER = re.compile(
    r"\bnot (?:writing |asking |talking )?(?:about|for) me\b"
    r"|\b(?:its|it is|im|this is) not me\b(?= (?:its|it is|talking|speaking)\b|$)"
    r"|\b(?:im|i am|this is|its) (?:\w+ )?(?:just |only )*(?:the|a|her|his|their|your) (?:\w+ )?"
    r"(?:volunteer|helper|befriender|typist|scribe|support worker|one typing|one writing)\b"
    r"|\b(?:the|these|those) (?:words|answers) are (?:hers|his|theirs|not mine|\w+s)\b"
    r"|\b(?:these|they) are not my words\b"
    r"|\b(?:im|i am) (?:just |only )?typing(?: this| it| them)?(?: down)? for (?!my\b)\w+"
)
LONGEST_OF_THE_HELPER = 16


def passed_on(text: str) -> str:
    """Return the words without the "Joan says:" or "she says put" before them; "" where nothing like it is there."""
    found = _RELAYED.fullmatch(text)
    return found["words"].strip() if found else ""


def answer_passed_on(text: str) -> str:
    """Return the plain yes, no or leaving aside that is passed on, "yes please" of "Joan says yes please"; else ""."""
    found = _ANSWER.fullmatch(text)
    said = found["words"].strip() if found else ""
    return said if command(said) in _ANSWERS else ""


def is_of_the_helper(text: str) -> bool:
    """Say whether the words are of the one who types, and no words of the person they help: "I'm Pat the volunteer"."""
    words = plain(text)
    return len(words.split()) <= LONGEST_OF_THE_HELPER and _OF_THE_HELPER.search(words) is not None
