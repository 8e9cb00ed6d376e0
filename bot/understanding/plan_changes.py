"""A plan put right in one sentence: "no, make it Monday, and not in the kitchen, in the garden", "drop the time".

Only the shape is read here. Which part is meant by words that name none is for what the plan holds to say.
"""

import re
from dataclasses import dataclass
from enum import Enum

from bot.model.kin import KIN
from bot.understanding.commands import plain

MOST_WORDS = 45


class Kind(Enum):
    """What a clause asks for."""

    IS = "is"
    """It names a part and what that is: "when is Sunday". It may be said of something else too."""
    PUT = "put"
    """It asks for a part to be changed to other words."""
    DROP = "drop"
    """It asks for a part to be taken out."""
    ASK = "ask"
    """It asks for a part to be changed, and not to what."""
    IT = "it"
    """It says how it is to be, and not what "it" is."""
    SWAP = "swap"
    """It puts other words in place of old ones: "not the kitchen, the garden"."""
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in the words as typed. `part` is the name of a part of a plan, "" where none is named."""

    kind: Kind
    part: str = ""
    words: str = ""
    old: str = ""


_NAMES = {
    "who": ("who with", "who its with", "who it is with", "who", "person"),
    "others": ("who else", "others", "other people"),
    "when": ("day and time", "time and day", "day and the time", "when", "day", "time", "date"),
    "where": ("where", "place", "spot"),
    "hope": ("what i hope for", "what i hope", "hope", "hopes"),
    "hard": ("what feels hard", "what worries me", "hard bit", "hard part", "worry", "worries"),
    "first": ("first words", "opening line", "opening words", "opening"),
}
_PART_OF = {name: part for part, names in _NAMES.items() for name in names}
_LONGEST_FIRST = "|".join(sorted(_PART_OF, key=len, reverse=True)).replace(" ", r"\s+").replace("its", "it['’]?s")
_PART = rf"(?:(?:the|my|our|that)\s+)*(?P<part>{_LONGEST_FIRST})(?:\s+(?:bit|part|one))?"
_LEAD = (
    r"\s*(?:(?:no|nope|oh|ok|okay|sorry|wait|actually|hang on|hold on|please|and|but|also|then|so|just|well|yes"
    r"|can you|could you|can we|i want to|id like to|i['’]d like to|let['’]?s)\b[\s,.!]*)*"
)
_CHANGE = r"(?:change|switch|swap|move|edit|correct|fix|set|alter|update|put|make)"
_ASKS = r"(?:change|switch|swap|move|edit|correct|fix|alter|update)"
_DROP = (
    r"(?:drop|take\s+(?:out|away|off)|remove|leave\s+out|delete|clear|scrap|lose|cut(?:\s+out)?|cross\s+(?:out|off)"
    r"|get\s+rid\s+of|ditch|forget(?:\s+about)?|never\s+mind)"
)
_TO = r"(?:to\s+be|to|into|as|for|with|is|=|:)"
_IT = r"(?:it\s+(?:should|needs\s+to|has\s+to|ought\s+to|will)\s+be|it['’]?s|it\s+is|make\s+it)\s+"
_VALUE = r"(?P<words>\S.*?)"
_END = r"(?:[\s,]*(?:please|thanks|thank you|instead|then))*[\s.!,;]*"
_AWAY = (
    r"(?:there|here|about|around|present|home|coming|going|invited|welcome|wanted|allowed|involved|included|needed"
    r"|to be|to come|to know|yet|today|that day|in the room)"
)
"""Behind "not", this says who is to stay away, and puts nothing in the place of anything."""
_SHAPES = (
    (Kind.DROP, rf"{_DROP}\s+{_PART}(?:\s+(?:out|off|away|altogether|completely))*"),
    (Kind.DROP, rf"(?:take|leave|cross|cut)\s+{_PART}\s+(?:out|off|away)"),
    (Kind.DROP, rf"(?:no|without(?:\s+a)?)\s+{_PART}(?:\s+(?:yet|now|at all))*"),
    (Kind.ASK, rf"{_ASKS}\s+{_PART}"),
    (Kind.PUT, rf"{_CHANGE}\s+{_PART}\s+(?:{_TO}\s+)?{_VALUE}"),
    (
        Kind.IS,
        rf"{_PART}(?:\s*[:=]|\s+(?:is|are|as|to be|to|should be|will be|needs to be|wants to be)|['’]s)\s+{_VALUE}",
    ),
    (Kind.SWAP, rf"(?:change|switch|swap|replace)\s+(?P<old>(?!it\b|that\b)\S.*?)\s+(?:to|for|with|into)\s+{_VALUE}"),
    (Kind.SWAP, rf"not\s+(?P<old>\S.*?)\s*(?:,|\bbut\b)\s*(?:{_IT})?{_VALUE}"),
    (Kind.SWAP, rf"(?:{_IT})?{_VALUE}\s*,?\s+(?:not|instead\s+of|rather\s+than)\s+(?!{_AWAY}\b)(?P<old>\S.*?)"),
    (Kind.IT, rf"(?:make|have|call|change|move|put|do)\s+(?:it|that)\s+(?:(?:to|for|as)\s+)?{_VALUE}"),
)
_READS = tuple((kind, re.compile(_LEAD + shape + _END, re.IGNORECASE | re.DOTALL)) for kind, shape in _SHAPES)
_AS_IT_IS = re.compile(
    rf"{_LEAD}(?:(?:it|that)\s+)?(?:should|needs\s+to|ought\s+to|was\s+meant\s+to|has\s+to)\s+(?:be"
    rf"|say)\s+{_VALUE}{_END}"
    rf"|{_LEAD}(?:(?:it|that)['’]?s|(?:it|that)\s+is|make\s+it|i\s+mean(?:t)?|put)\s+(?P<is>\S.*?){_END}",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(_LEAD + _VALUE + _END, re.IGNORECASE | re.DOTALL)
_NOT = re.compile(rf"{_LEAD}not\s+\S", re.IGNORECASE)
_ACTS = re.compile(rf"{_LEAD}(?:{_ASKS}|{_DROP})\b", re.IGNORECASE)
_ONLY_LEADS = re.compile(rf"(?:{_LEAD})[\s,.!]*", re.IGNORECASE)
_CUTS = re.compile(r"\s*(?:[,;.]+|\n)\s*(?:(?:and|but|also|then)\s+)*|\s+(?:and|but|also|then)\s+", re.IGNORECASE)
_PIECES = re.compile(r"[.,;\n]+\s*")
_WHERE = r"(?:in|at|on|by|round|over|under|outside|inside|near)"
_A_PLACE = re.compile(
    rf"(?:round\s+)?{_WHERE}\s+(?:the|my|our|his|her|their|a|\w+['’]s)\b\s*\S.*"
    r"|(?:outside|inside|at home|here|indoors|(?:at )?(?:mine|his|hers|theirs))"
    r"|(?:my|our|his|her|their|\w+['’]s) (?:place|house|flat|home|garden|kitchen|caravan|shed|room|allotment)",
    re.IGNORECASE | re.DOTALL,
)
_THEN_A_PLACE = re.compile(rf"(?P<first>\S.*?)\s+(?P<place>{_A_PLACE.pattern})", re.IGNORECASE | re.DOTALL)
_TIMELY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th|am|pm|[:.]\d\d)?|mon|tues?|weds?|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day"
    r"|today|tonight|tomorrow|morning|afternoon|evening|night|noon|midday|lunch\w*|tea\s?time|week\w*|oclock|half past"
    r"|xmas|christmas|easter|new year|birthday|bank holiday|month|(?:before|after) \w+|jan|feb|mar|apr|may"
    r"|june?|july?|aug|sept?|oct|nov|dec|(?:janu|febru)ary|march|april|august|\w+ember|october)\b"
)
_IS_WRONG = re.compile(
    r"(?:(?:all|still|just|quite) )*(?:wrong|not right|no good|not it|incorrect|a mistake)"
    r"(?: thats what i (?:want|mean|meant|wanted)(?: to change| changed)?)?"
)
_TURNS_DOWN = (
    r"(?:(?:no|oh|actually|sorry)[\s,.!]+)*not\s+(?:that|those|this|these)(?:\s+(?:one|ones|way|words|line))?[\s,.!]+"
)
_SAYS_FIRST = re.compile(
    rf"\s*(?P<turns_down>{_TURNS_DOWN})?(?:(?:no|oh|actually|well)[\s,.!]+)*"
    r"(?:i['’]?d|i would|i['’]?ll|i will|i want to|let me)\s+(?:(?:rather|just|sooner|prefer to)\s+)?"
    r"(?:say|start with|begin with|open with|start by saying|start off with)\s*[:,]?\s+"
    r"(?P<words>(?!(?:it|that|this)(?:['’]?s| is| all)\b).*\S)\s*",
    re.IGNORECASE | re.DOTALL,
)
"""Words of one's own to begin with, instead of those that are shown."""
_SOMEBODY = re.compile(rf"\b(?:{KIN}|carer|nurse|doctor|vicar|friend)s?\b")


def changes(text: str) -> tuple[Change, ...]:
    """Return what a sentence asks to have changed in a plan, in order; nothing where it asks for no such thing."""
    if text.rstrip().endswith("?") or len(text.split()) > MOST_WORDS:
        return ()
    if first := _SAYS_FIRST.fullmatch(text):
        return (Change(Kind.PUT, "first", first["words"]),)
    found: list[Change] = []
    for clause in _clauses(text):
        read = _read(clause)
        read = _after(found[-1], read) if found and read.kind is Kind.UNREAD else read
        if found and found[-1].kind is Kind.ASK and (said := _AS_IT_IS.fullmatch(clause)):
            read = Change(
                Kind.IT, words=(said["words"] or said["is"]).strip(" ,;.!")
            )  # "where is wrong. it should be at home"
        if read.kind is Kind.IT and found and found[-1].kind is Kind.ASK:  # "change the time. Monday at 4"
            read = Change(Kind.PUT, found.pop().part, read.words)
        if found and found[-1] == Change(Kind.ASK, read.part) and read.words:  # "the place is wrong, place is the caff"
            found.pop()
            read = Change(Kind.PUT, read.part, read.words)
        found.append(read)
    if all(each.kind is Kind.UNREAD for each in found):
        return ()
    return tuple(_after(Change(Kind.IT), each) if each.kind is Kind.UNREAD else each for each in found)


def corrects(text: str) -> bool:
    """Say whether a sentence can hardly be meant for anything but a plan, whatever is open."""
    says_first = _SAYS_FIRST.fullmatch(text)
    if says_first is not None:
        return says_first["turns_down"] is not None
    found = changes(text)
    if len(found) == 1 and found[0].kind is Kind.PUT and _read(_clauses(text)[0]).kind is Kind.ASK:
        return True
    if not found or any(each.kind in {Kind.UNREAD, Kind.ASK} for each in found):
        return False
    days = [each for each in found if each.part == "when" and each.words]
    if len(found) == 1 or not all(timely(each.words) for each in days):
        return False
    if all(each.kind is Kind.IS for each in found):  # "where is my mum, who is with her" asks
        return bool(days)
    return any(each.part in {"when", "where", "who"} or timely(each.words) for each in found)


def timely(words: str) -> bool:
    """Say whether words name a day or an hour, as far as that can be told without a calendar."""
    return _TIMELY.search(plain(words)) is not None


def is_a_place(words: str) -> bool:
    """Say whether words are put as a place: "in the garden", "at my sister's"."""
    return _A_PLACE.fullmatch(words.strip()) is not None


def place_beside(words: str) -> tuple[str, str]:
    """Return words that say when, without a place that is said beside it as a part of its own, and that place."""
    pieces = [piece.strip() for piece in _PIECES.split(words) if piece.strip()]
    places = [piece for piece in pieces if is_a_place(piece) and not timely(piece)]
    rest = [piece for piece in pieces if piece not in places]
    return (", ".join(rest), places[0]) if len(places) == 1 and timely(" ".join(rest)) else (words, "")


def _read(clause: str) -> Change:
    for kind, shape in _READS:
        if found := shape.fullmatch(clause):
            given = found.groupdict(default="")
            name = " ".join(plain(given.get("part", "")).split())
            words, old = (given.get(each, "").strip(" ,;.") for each in ("words", "old"))
            if kind is Kind.IS and _IS_WRONG.fullmatch(plain(words)):
                return Change(Kind.ASK, _PART_OF.get(name, ""))
            return Change(kind, _PART_OF.get(name, ""), words, old)
    return Change(Kind.UNREAD, words=clause.strip(" ,;.!"))


def _after(before: Change, read: Change) -> Change:
    """Return what words without a shape of their own ask for behind others: "drop the time and the place"."""
    part = _PART_OF.get(" ".join(word for word in plain(read.words).split() if word not in {"the", "my", "our"}), "")
    if part and before.kind in {Kind.DROP, Kind.ASK}:
        return Change(before.kind, part)
    found = _BARE.fullmatch(read.words)
    if found and before.kind is not Kind.UNREAD and _says_what_it_is(found["words"]):
        return Change(Kind.IT, words=found["words"])
    return read


def _says_what_it_is(words: str) -> bool:
    return is_a_place(words) or timely(words) or _SOMEBODY.search(plain(words)) is not None


def _clauses(text: str) -> list[str]:
    """Return the clauses, each with all that belongs to it: "my mum and dad" is one answer, "not here, there" too."""
    pieces, start = [], 0
    for cut in _CUTS.finditer(text):
        pieces.append((text[start : cut.start()], cut.group()))
        start = cut.end()
    pieces.append((text[start:], ""))
    clauses: list[str] = []
    joint = ""
    for piece, following in pieces:
        if not piece.strip():
            joint += following
            continue
        if clauses and _belongs(clauses[-1], piece):
            clauses[-1] = f"{clauses[-1]}{joint or ' '}{piece}"
        elif clauses and _ONLY_LEADS.fullmatch(clauses[-1]):
            clauses[-1] = f"{clauses[-1]} {piece}"
        else:
            clauses.append(piece)
        joint = following
    return [each for clause in clauses for each in _place_apart(clause)]


def _belongs(clause: str, piece: str) -> bool:
    """Say whether a piece without a shape of its own goes on with the clause before it."""
    if _read(piece).kind is not Kind.UNREAD or _NOT.match(piece) or _ACTS.match(piece):
        return False
    before = _read(clause)
    if _NOT.match(clause) and before.kind is Kind.UNREAD:
        return True
    if before.kind is Kind.IT:
        return not _says_what_it_is(piece)
    return before.kind in {Kind.IS, Kind.PUT, Kind.SWAP}


def _place_apart(clause: str) -> list[str]:
    """Return "make it Monday in the garden" as two, what is said of the day and of the place."""
    read = _read(clause)
    found = _THEN_A_PLACE.fullmatch(read.words) if read.kind is Kind.IT else None
    if found is None or not timely(found["first"]) or timely(found["place"]):
        return [clause]
    return [clause[: clause.rindex(found["place"])].rstrip(), f"make it {found['place']}"]
