"""Sharing only one part: "just what matters", "only the bit about Bess". What was chosen before gives way to it."""

import re

from bot.model.headings import Heading
from bot.model.saying import Said
from bot.stages.conversation import Conversation, heading_named
from bot.stages.share_without import without
from bot.understanding.commands import plain
from bot.understanding.pointing import pointed_at
from bot.understanding.unsharing import is_a_heading

_ONLY = re.compile(
    r"(?:(?:no|oh|ok|yes|please|share|send|show|sorry|actually|i want|can you|can i|let (?:him|her|them) see"
    r"|(?:he|she|they) can see) )*"
    r"(?:just|only|nothing but|no more than|nothing except|only want) (?:(?:share|send|show|see|to|the|with|my) )*"
    r"(?P<about>.+?)(?: (?:bits?|parts?|section|one))?(?: (?:please|thanks|then|for now|and nothing else|only))*"
)
_MATTERS = re.compile(r"(?:what )?(?:is )?(?:matters?|most important|important)(?: (?:most|to me|to us|to them))*")


def chooses(talk: Conversation, words: str, headings: tuple[Heading, ...]) -> bool:
    """Choose the parts that words name as the only ones, or all but what they leave out; say whether they do either."""
    found = _ONLY.fullmatch(plain(words))
    wanted = _named(talk, found["about"], headings) if found else ()
    if not wanted:
        return without(talk, words, headings)
    talk.at(sections=wanted)
    return True


def only_parts(talk: Conversation, words: str, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return the parts that words name as the only ones, or by their title."""
    if found := _ONLY.fullmatch(plain(words)):
        return _named(talk, found["about"], headings)
    part = heading_named(words, headings) if is_a_heading(words) else None
    return (part,) if part else ()


def _named(talk: Conversation, about: str, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return the parts that words name by their heading, or by a line in them."""
    if _MATTERS.fullmatch(plain(about)):
        return tuple(heading for heading in headings if heading is Heading.MOST_IMPORTANT)
    if part := heading_named(about, headings):
        return (part,)
    kept = talk.records.summaries.latest(talk.person)
    lines = kept.lines if kept else ()
    there = {lines[place].heading for place in pointed_at(about, [line.words for line in lines])}
    return tuple(heading for heading in headings if heading in there)


def is_all(talk: Conversation, said: Said) -> bool:
    """Say whether no more parts are wanted. A yes behind words that were not understood may be meant for those."""
    misread = said.intent == "affirm" and talk.position.misses > 0
    return (said.intent in {"affirm", "deny"} and not misread) or plain(said.words) in {"that is all", "done"}
