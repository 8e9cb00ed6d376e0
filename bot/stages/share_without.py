"""Sharing all but one thing: a part can be left out for a reader, one line of it cannot."""

import re

from bot.model.headings import Heading
from bot.stages.conversation import Conversation, heading_named
from bot.stages.share_team import parts_in_words
from bot.understanding.asking import parts
from bot.understanding.editing import Change, edit
from bot.understanding.named_out import out_of_it
from bot.understanding.pointing import asks_which, pointed_at

_BUT = re.compile(
    r"\s*(?:(?:share|send|show|just|yes|ok|please|(?:she|he|they) can see)[\s,]+)*"
    r"(?:(?:everything|all(?: of it)?|the lot|anything)[\s,]+)?"
    r"(?:but not|but|except(?: for)?|apart from|without|leave out|(?:do )?not(?: share| show)?"
    r"|don['\u2019]?t (?:share|show))\s+(?P<about>\S.*?)[\s.!]*",
    re.IGNORECASE | re.DOTALL,
)


def without(talk: Conversation, words: str, headings: tuple[Heading, ...]) -> bool:
    """Choose the parts without what these words leave out, and say what that means; say whether they leave out any."""
    about, sure = _left_out(words)
    kept = talk.records.summaries.latest(talk.person)
    if not about or kept is None:
        return False
    part = heading_named(about, headings)
    lines = [line.words for line in kept.lines]
    out = {part} if part else {kept.lines[place].heading for place in pointed_at(about, lines)}
    of = talk.position.sections or headings
    rest = tuple(heading for heading in of if heading not in out)
    if not out:
        if sure:
            talk.say("utter_share_no_such_line")
        return sure
    talk.at(sections=rest)
    if not part:
        section = parts_in_words(talk, tuple(heading for heading in headings if heading in out))
        talk.say("utter_share_without_part" if rest else "utter_share_only_part", section=section)
    return True


def _left_out(words: str) -> tuple[str, bool]:
    """Return what these words want left out, or an empty string; and whether they surely speak of a line."""
    words = words[parts(words)[-1][0] :] if asks_which(words) else words
    found = _BUT.fullmatch(words)
    asked = edit(words) or (edit(f"not {found['about']}") if found else None)
    if asked is not None and asked.change is Change.REMOVE:
        return asked.about, True
    return (found["about"] if found else out_of_it(words)), False
