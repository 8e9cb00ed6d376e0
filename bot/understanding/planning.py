"""Reading what is said while a conversation is planned: a no from the other person, a slip put right, "not yet".

All of it is strict: what is not clearly one of these is an answer, and is kept as it was said.
"""

import re

from bot.model.kin import CALLED, KIN
from bot.understanding.commands import command, plain

_LEAD = r"^(?:(?:well|ok|so|but|and|oh|sadly|im afraid|i asked|i tried|today|yesterday|just now) )*"
_THEY = rf"(?:he|she|they|{CALLED}|(?:my|our) (?:(?:\w+) ){{0,2}}\w+)"
_NOT_NOW = r"(?:no(?: thanks)?|not today|not now|not yet|not just now|not ready|another (?:day|time)|maybe later|later)"
_REFUSES = (
    r"(?:(?:really )?(?:doesnt|does not|dont|do not|didnt|did not|wouldnt|would not)(?: really)? (?:want|wish|like)"
    r"(?: to| us to)? (?:talk|speak|discuss it|have (?:it|the talk|this talk|the conversation|this conversation))"
    r"|(?:wont|will not|wouldnt|would not|refuses to|refused to) (?:talk|speak|discuss it)"
    r"|(?:isnt|is not|arent|are not|wasnt|was not|werent) ready(?: to talk)?)"
)
_THEN = (
    r"(?: (?:about (?:it|this|that|dying|death|any of (?:it|this))|to (?:me|us)|with (?:me|us)|today|now|yet|at all"
    r"|right|just))*$"
)
_NO_FROM_THEM = re.compile(
    rf"{_LEAD}{_THEY} (?:(?:has|have|just|only) )*(?:(?:said|says|say|told me|answered)(?: to me)?"
    rf"(?: (?:its|it was|that|thats))* {_NOT_NOW}"
    rf"|(?:(?:said|says|told me) (?:that )?(?:he|she|they) )?{_REFUSES}){_THEN}"
)

_SLIP = re.compile(
    r"\s*(?P<no>(?:(?:no|nope|oh|oops|sorry|wait|actually|hang on|hold on)\b[\s,.:;\u2013\u2014-]*)+)?"
    r"(?:i meant(?! (?:to|a lot|it|well|no|every\w*|what|that)\b)"
    r"|(?(no)(?:i mean(?! (?:to|it)\b)|i meant to (?:say|put|write)|make (?:it|that))|(?!)))"
    r"\b[\s,:;\u2013\u2014-]*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)

_SECOND_THOUGHT = re.compile(
    r"\s*(?:(?:oh|no|ah|um|well)[\s,.]+)*(?:actually[\s,]+no|no[\s,]+actually|no[\s,]+wait|wait[\s,]+no|sorry[\s,]+no"
    r"|no[\s,]+sorry|scrap that|not that"
    r"|(?:change|move) (?:the |my )?(?:time|day|date|when)(?: to)?)\b[\s,.:;\u2013\u2014-]+(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_KIN_OR_STAFF = rf"(?:{KIN}|carer|nurse|doctor|gp|vicar|boss)s?"
_SOMEBODY = re.compile(
    rf"(?:(?:with|its|it is|to) )?(?:(?:my|our|the|his|her) )?(?:\w+ )?{_KIN_OR_STAFF}(?: \w+)?"
    r"(?: not (?:\w+ ){1,2}\w+)?"
)
_STAYS_AWAY = re.compile(r"(?:(?:but|and|just|definitely) )*(?:not|without)\s+\S", re.IGNORECASE)
_NO_FIRST = re.compile(r"(?:no|nope|not|actually|sorry|wait)\b", re.IGNORECASE)
_WISH = re.compile(
    r"(?:(?:so|and|but|ok|no|yes|yeah|aye|right|please|now|maybe|actually|hi|hello|i said|i told you to|just) )*"
    r"(?:(?:(?:i|we) )?(?:just |really )?(?:want|need|ought|would like|d like|have|prefer)"
    r"|(?:id|i would|i think id) (?:really |much )?(?:like|rather|sooner|prefer)|ive got"
    r"|(?:can|could|will) you help me|help me|lets|can we|can i|i am trying)(?: to)?"
    r" (?:plan|prepare|work out|figure out|practise|practice|rehearse|think through|think about)"
    r" (?:(?:what|how|when) (?:i am going to |im going to |i will |ill |id |i |to )?(?:say|tell|talk|ask|speak|put it"
    r"|bring it up|raise it|start)\b(?: \w+){0,8}|(?:a|the|this|that|our|my) (?:talk|conversation|chat)\b(?: \w+){0,6}"
    r"|(?:on )?(?:talking|speaking|telling|to (?:talk|speak|tell)|a way to (?:talk|speak|tell))\b(?: \w+){1,12})"
)
_PLAN_IT = re.compile(
    r"(?:(?:so|and|but|ok|no|yes|yeah|aye|right|please|now|actually|i said|just|lets|can you|can we|can i|could you"
    r"|i want (?:you )?to|id like to|help me(?: to)?) )*"
    r"(?:(?:plan|prepare|practise|practice|rehearse) (?:a|the|this|that|our|my) (?:talk|conversation|chat)"
    r"(?: (?:with|about) (?:\w+ ){0,3}\w+)?"
    r"|help me(?: to)? (?:plan|prepare|practise|practice|rehearse) (?:it|this|that)|(?:plan|prepare) (?:it|this|that))"
    r"(?: now| please| then| first| together| with me)*"
)
"""Told in a whole sentence: a command, where "we plan a talk each Sunday" is none."""
_RETAKES = re.compile(
    r"\s*(?:(?:no|nope|oh|oops|sorry|wait|actually|hang on|hold on)\b[\s,.:;-]*)*"
    r"(?:(?:that['’]?s|that is|that was|it was|that wasn['’]?t|it wasn['’]?t)\s+(?:not\s+|no\s+)?"
    r"(?:an answer|my answer|the answer|answer|wrong|a mistake|what i meant)[\s,.:;-]+)?"
    r"(?:please\s+)?(?:scrub|scrap|scratch|forget|ignore|delete|cross out|rub out|take out)\s+"
    r"(?:that|it|the last (?:one|bit|answer))(?:\s+(?:out|off|one|bit|answer))?\s*[,.;:\n-]+\s*"
    r"(?:(?:so|and|no|put|it['’]?s|it is|i meant?|instead|it should (?:be|say)|what matters(?: (?:most"
    r"|to me))*(?:['’]s| is)"
    r"|what matters(?: (?:most|to me))*:)\s+)*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""The last answer is to go, and another one is told in the same breath."""
_SENTENCE_END = re.compile(r"[.!?;\n]+\s*|,\s+(?=(?:so|and|but)\b)")
_HALTS = r"(?:no|nope|oh|oops|sorry|wait|actually|hang on|hold on)\b"
_CLAUSE = re.compile(rf"(?:{_HALTS}[\s,.!]*)*[^.,;!?\n]+[.,;!?\n]*\s*|[.,;!?\n]+\s*", re.IGNORECASE)
_OF_THE_WRONG_ONE = re.compile(
    rf"(?:{_HALTS} )+"
    rf"(?:thats|that is|that was|its|it was|this is|i was thinking of) {_SOMEBODY.pattern}(?: i was thinking of)?"
)
_OF_THE_RIGHT_ONE = re.compile(
    rf"(?:(?:no|sorry|and|but) )*(?:i (?:meant|mean)|its|it is|this is about) {_SOMEBODY.pattern}(?: i (?:meant|mean))?"
)
"""Two people mixed up: whom the earlier answer was about, and whom it has to be about."""

_NOT_YET = re.compile(
    r"^(?:(?:well|oh|um|er) )*(?:(?:i )?(?:really )?(?:dont|do not) know(?: when| where| who| what)?(?: yet)?"
    r"|(?:im |i am )?not (?:sure )?yet"
    r"|(?:im |i am )?(?:(?:not|un)(?: really| quite)? ?sure|undecided|(?:i )?(?:dont|do not) know)"
    r" (?:about )?(?:who|when|where)(?: (?:to|id|i would|i will|ill|we)(?: (?!start$|begin$)\w+){1,4})?(?: yet)?"
    r"|(?:i |we )?(?:havent|have not) (?:decided|thought|worked it out)(?: yet| about it)*"
    r"|(?:its )?(?:not decided|undecided|to be decided|tbc|tbd)(?: yet)?|no idea yet|nothing fixed(?: yet)?)$"
)

_PARTS = {
    "who": ("who", "who with", "person", "name"),
    "others": ("who else", "others", "other people"),
    "when": ("when", "day", "time", "date", "day and time"),
    "where": ("where", "place"),
    "hope": ("hope", "what i hope", "what i hope for", "hopes"),
    "hard": ("hard", "what feels hard", "worry", "worries", "what worries me"),
    "first": ("first words", "opening", "opening line", "words", "beginning"),
}
_PART_OF = {name: part for part, names in _PARTS.items() for name in names}
_CHANGE = re.compile(
    r"^(?:(?:please|can i|can you|could you|id like to|i want to|i would like to) )*"
    r"(?:(?:change|edit|correct|fix) )?(?:(?:the|my) )?(?P<part>[a-z ]+?)(?: please)?$"
)


def tells_of_a_no(text: str) -> bool:
    """Say whether the words tell that the other person will not talk now: "she said not today". A question does not."""
    return not text.rstrip().endswith("?") and _NO_FROM_THEM.match(plain(text)) is not None


def correction(text: str) -> str:
    """Return the words that put an earlier answer right ("no, I meant my brother"), just as typed; else ""."""
    found = _SLIP.match(text)
    retaken = None if found else _RETAKES.fullmatch(text)
    if retaken and not text.rstrip().endswith("?") and command(retaken["words"]) is None:
        return retaken["words"].strip()
    return found["words"].strip() if found else _mixed_up(text)[1]


def is_of_another(text: str) -> bool:
    """Say whether the words tell that the earlier answer was about another, and not yet what the answer is."""
    mixed_up, words = _mixed_up(text)
    return mixed_up and not words


def _mixed_up(text: str) -> tuple[bool, str]:
    """Return whether the words put right whom the earlier answer was about, and what they say besides, as typed."""
    clauses = _CLAUSE.findall(text)
    wrong = [clause for clause in clauses[:1] if _OF_THE_WRONG_ONE.fullmatch(plain(clause))]
    right = [clause for clause in clauses[1:] if _OF_THE_RIGHT_ONE.fullmatch(plain(clause))]
    if not (wrong and right):
        return False, ""
    return True, "".join(clause for clause in clauses if clause not in {*wrong, *right}).strip(" ,;\n")


def second_thought(text: str) -> str:
    """Return what follows words that take an answer back ("actually no, Sunday"), just as typed; else "".

    It is a correction only where it fits an earlier answer better than the open question.
    """
    found = _SECOND_THOUGHT.fullmatch(text)
    return found["words"].strip() if found else ""


def who_stays_away(text: str) -> tuple[str, str]:
    """Return who a talk is with, and who is not to be there where that is said beside it ("Gary. not his wife")."""
    pieces = [piece.strip() for piece in re.split(r"[.,;\n]+", text) if piece.strip()]
    away = [piece for piece in pieces if _STAYS_AWAY.match(piece)]
    if not away or len(away) == len(pieces) or pieces[-len(away) :] != away or _NO_FIRST.match(pieces[0]):
        return text, ""
    return ", ".join(pieces[: -len(away)]), ", ".join(away)


def names_somebody(text: str) -> bool:
    """Say whether these words do no more than say who: "my sister", "my aunt Jean"."""
    return _SOMEBODY.fullmatch(plain(text)) is not None


def wish(text: str) -> bool:
    """Say whether these words end in the wish to plan a talk: "I want to plan what to say to him"."""
    parts = [part for part in _SENTENCE_END.split(text) if part.strip()]
    if _PLAN_IT.fullmatch(plain(text)):
        return True
    return bool(parts) and _WISH.fullmatch(plain(parts[-1])) is not None


def tells_besides(text: str) -> bool:
    """Say whether words that wish to plan a talk tell something before that."""
    return wish(text) and not (_WISH.fullmatch(plain(text)) or _PLAN_IT.fullmatch(plain(text)))


def not_yet(text: str) -> bool:
    """Say whether these words leave a question open: "I don't know yet", "not decided"."""
    return _NOT_YET.match(plain(text)) is not None


def part_named(text: str) -> str:
    """Return which part of a plan these words name and do nothing else ("change the time"), or ""."""
    found = _CHANGE.match(plain(text))
    return _PART_OF.get(found["part"], "") if found else ""


_OF_THE_OTHER = re.compile(r"\b(?:she|he|they|her|him|them|his|hers|their|theirs|(?:she|he|they)(?:s|d|re|ve|ll))\b")
_OF_DYING = re.compile(
    r"\b(?:die|dies|died|dying|dead|death|funeral|hospice|terminal|burial|buried|cremat\w+|resuscitat\w+|the end"
    r"|end of (?:life|\w+ life)|last (?:days|weeks|wishes|breath)|time left|when (?:im|i am) gone)\b"
)


def hard_to_hear(text: str) -> bool:
    """Say whether a note speaks of the other person, or of dying, so that it is not to be quoted to their face."""
    words = plain(text)
    return bool(_OF_THE_OTHER.search(words) or _OF_DYING.search(words))
