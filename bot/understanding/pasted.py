"""An About Me that somebody has already, pasted as it is: its parts, by the headings of the standard.

Every word stays as it was pasted; only the headings are taken off, and they may be numbered, marked, in HTML or a
little misspelt. What stands before the first one has no heading yet.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.understanding.commands import plain

LEAST_ALIKE = 0.9
"""How much of a long heading has to be right where it is misspelt."""
LEAST_FUZZY = 14
MOST_HEADING = 90
"""Characters of a line that may be a heading."""
LEAST_HEADINGS = 2
"""Different headings of the standard that make a text an About Me that nobody announced."""

MOST_IMPORTANT, PEOPLE, COMMUNICATION = "most_important", "people", "communication"
WELLNESS, PLEASE_DO, SUPPORT, ALSO_KNOW = "wellness", "please_do", "support", "also_know"
HELPED = "helped"
"""What stands under "supported to write this by": no heading of the summary, but who helped."""
ADDED, DO, DO_NOT = "added", "do", "do_not"

_WHOSE = r"(?:me|them|him|her|us|you|my \w+|\w+)"
_MY = r"(?:my|his|her|their|your|our)"
_FULL = {
    MOST_IMPORTANT: rf"(?:what is|whats|what are|things that are)? ?(?:most )?important to {_WHOSE}"
    rf"|(?:what|things that) (?:matters?|is important)(?: the)?(?: most)? to {_WHOSE}",
    PEOPLE: rf"(?:the )?(?:people|persons|family and friends)(?: who are| that are)? (?:most )?important to {_WHOSE}"
    rf"|(?:the )?important people (?:in {_MY} life|to {_WHOSE})|people who matter(?: most)? to {_WHOSE}",
    COMMUNICATION: r"how (?:i|he|she|they|we|you) (?:like to )?communicates?"
    rf"(?: and how (?:best )?(?:to|you can) communicate with {_WHOSE})?|how (?:best )?to communicate with {_WHOSE}",
    WELLNESS: rf"{_MY} (?:wellness|wellbeing|well being|health and wellbeing|health and wellness)",
    PLEASE_DO: r"please do(?:(?: and|,| or)? ?(?:please )?(?:do not|dont))",
    SUPPORT: rf"how(?: and when)?(?: best)? to (?:support|help|care for) {_WHOSE}"
    rf"|how (?:and when )?(?:i|he|she|they) (?:would )?like to be supported",
    ALSO_KNOW: rf"also (?:worth|useful|good|helpful|important) (?:knowing|to know) about {_WHOSE}"
    rf"|(?:other|anything else|other things)(?: worth| to| useful to)?(?: know| knowing)? about {_WHOSE}",
    HELPED: r"(?:i was )?supported to (?:write|complete) this by"
    r"|(?:written|completed) with (?:the )?(?:help|support) (?:of|from)",
}
_SHORT = {
    MOST_IMPORTANT: "most important|what matters|what is important|important to me",
    PEOPLE: "people|important people|my people|my family|family and friends",
    COMMUNICATION: "communication|my communication|communicating with me",
    WELLNESS: "wellness|wellbeing|well being",
    PLEASE_DO: "dos and donts|do and do not|please do",
    SUPPORT: "support|how to support me|support for me|my support",
    ALSO_KNOW: "also|anything else|other|also know|other information|other things",
}
"""What the headings are shortened to. They count where the text has a full one, or was announced."""
_DO_NOT = re.compile(r"please (?:do not|dont)")
_WORDED_AS_PRINTED = (
    "what is most important to me", "people who are important to me",
    "how i communicate and how to communicate with me", "please do and please do not",
    "how and when to support me", "also worth knowing about me",
)  # fmt: skip
_TITLE = re.compile(r"(?:this is )?(?:my |the )?(?:prsb )?about me(?: form| page| standard| record| information)?")
_TAGS = re.compile(r"<[^<>\n]{0,200}>")
_HEADING_TAGS = re.compile(r"(?i)(<h[1-6][^<>\n]{0,200}>.{0,200}?</h[1-6]>)", re.DOTALL)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_SIGNS = r"[\s#>*_•·\-–—=~|]*"
_MARKS = re.compile(
    rf"^{_SIGNS}(?:(?:section|part|heading)\s*)?(?:\(?\d{{1,2}}[.):]|\(?[a-h][.)])?{_SIGNS}", re.IGNORECASE
)
_BEHIND = re.compile(r"\s*[:–—]\s*|\s+-\s+")


@dataclass(frozen=True)
class Part:
    """Words of one part, exactly as pasted. `heading` is "" before the first heading; `kind` says of what sort."""

    heading: str
    kind: str
    words: str


def parts(text: str) -> tuple[Part, ...]:
    """Return the parts of a pasted text, in its order. Without any heading it is one part, all of it."""
    found: list[tuple[str, str, list[str]]] = [("", ADDED, [])]
    for line in _lines(text):
        heading, kind, rest = _heading_of(line)
        if heading:
            found.append((heading, kind, [rest] if rest.strip() else []))
        else:
            found[-1][2].append(line)
    made = (Part(heading, kind, _trimmed(lines)) for heading, kind, lines in found)
    return tuple(part for part in made if part.words and not (part.heading == "" and _is_title(part.words)))


def is_about_me(text: str) -> bool:
    """Say whether a text that nobody announced is an About Me: it has several full headings, each on its own line."""
    if "\n" not in text and "<" not in text:
        return False
    full = {heading for line in _lines(text) for heading in [_full_heading(_bare(line))] if heading}
    full |= {heading for line in _lines(text) for heading in [_before_colon(line)] if heading}
    return len(full - {HELPED}) >= LEAST_HEADINGS


def _heading_of(line: str) -> tuple[str, str, str]:
    """Return the heading that a line is, of what kind it is, and the words that follow on the same line."""
    bare = _bare(line)
    heading = _full_heading(bare) or _named(_SHORT, bare)
    if heading:
        return heading, _kind(bare), ""
    cut = _BEHIND.search(line)
    if cut and cut.start() <= MOST_HEADING:
        before = _bare(line[: cut.start()])
        heading = _full_heading(before) or _named(_SHORT, before)
        if heading:
            return heading, _kind(before), line[cut.end() :]
    if _DO_NOT.fullmatch(bare):
        return PLEASE_DO, DO_NOT, ""
    return "", ADDED, ""


def _kind(bare: str) -> str:
    if _DO_NOT.fullmatch(bare):
        return DO_NOT
    return DO if bare == "please do" else ADDED


def _full_heading(bare: str) -> str:
    return _named(_FULL, bare) or (PLEASE_DO if _DO_NOT.fullmatch(bare) else "") or _misspelt(bare)


def _before_colon(line: str) -> str:
    cut = _BEHIND.search(line)
    return _full_heading(_bare(line[: cut.start()])) if cut else ""


def _misspelt(bare: str) -> str:
    if len(bare) < LEAST_FUZZY or len(bare) > MOST_HEADING:
        return ""
    as_long = [each for each in _WORDED_AS_PRINTED if len(each.split()) == len(bare.split())]  # or a word would be lost
    alike = (each for each in as_long if SequenceMatcher(None, bare, each).ratio() >= LEAST_ALIKE)
    return next((_named(_FULL, each) for each in alike), "")


def _named(shapes: dict[str, str], bare: str) -> str:
    return next((heading for heading, shape in shapes.items() if re.fullmatch(shape, bare)), "") if bare else ""


def _bare(line: str) -> str:
    """Return a line as a heading would read: without marks, tags, numbers and signs that cannot be seen."""
    if len(line) > 4 * MOST_HEADING:
        return ""
    seen = unicodedata.normalize("NFKC", _TAGS.sub(" ", _INVISIBLE.sub("", line)).replace("&amp;", "&"))
    bare = plain(_MARKS.sub("", seen.replace("&", " and ")))
    return bare if len(bare) <= MOST_HEADING else ""


def _lines(text: str) -> list[str]:
    """Return the lines of a text; headings that HTML puts between their tags are lines of their own."""
    return _HEADING_TAGS.sub(r"\n\1\n", text).split("\n") if "<" in text else text.split("\n")


def _is_title(words: str) -> bool:
    return _TITLE.fullmatch(_bare(words)) is not None


def _trimmed(lines: list[str]) -> str:
    written = [place for place, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[written[0] : written[-1] + 1]) if written else ""
