"""The texts for whoever looks after them, on the command line: what is past its review date, and one text in whole."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bot.model.information import Library, Text

SOON: Final = timedelta(days=60)
"""How long before its date a text is listed as due soon."""


def lines_of_check(library: Library, today: date) -> Iterator[str]:
    """Say how many texts there are, which are past their review date, and which will be soon."""
    past = library.past_review(today)
    soon = [text for text in library.past_review(today + SOON) if text not in past]
    yield f"Texts: {len(library.texts)}. Past their review date: {len(past)}."
    yield from (_dated("PAST", text) for text in past)
    yield from (_dated("soon", text) for text in soon)
    unseen = sum(text.reviewed_by.startswith("not yet") for text in library.texts)
    if unseen:
        yield f"Not yet reviewed by a clinician: {unseen}."


def lines_of(text: Text) -> Iterator[str]:
    """Say all of one text, in the order in which people can come to it."""
    yield f"{text.title} ({text.stage.label}; {text.stage}/{text.id}.yml)"
    yield f"Need: {text.need}"
    yield from _part("Messages", "\n\n".join(text.messages))
    yield from _part("Easy read", "\n\n".join(text.easy_read))
    for nation, words in text.differences.items():
        yield from _part(nation.value, words)
    yield from _part("Who to ask", "\n".join(f"{one.name} {one.phone}".strip() for one in text.ask))
    yield from _part("Where to read more", "\n".join(f"{page.name} {page.address}" for page in text.read_more))
    yield from _part("Next", "\n".join((*text.leads_on_to, *text.leads_to)))
    yield from _part("Sources", "\n".join(f"{page.name} {page.address}" for page in text.sources))
    yield ""
    yield f"Written by {text.written_by}; {text.reviewed_by}."
    yield f"Read through on {text.reviewed_on}; to be reviewed by {text.review_by}."


def _part(name: str, words: str) -> Iterator[str]:
    if words:
        yield ""
        yield f"{name}:"
        yield from (f"    {line}".rstrip() for line in words.splitlines())


def _dated(mark: str, text: Text) -> str:
    return f"{mark}  {text.review_by}  {text.stage}/{text.id}.yml  {text.title}"
