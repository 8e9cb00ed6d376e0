"""Replies: made from what the engine says, with an opaque id for each button; put away for a repeat, and taken out."""

from collections.abc import Iterator
from typing import Any

from bot.channels.engine import EngineMessage
from bot.model.messages import Choice, Link, Message, Reply


def shown(messages: list[EngineMessage], ids: Iterator[str]) -> Reply:
    """Return what is shown of the engine's messages; `ids` are those of their buttons, in order."""
    return Reply(
        tuple(
            Message(
                message.text,
                tuple(Choice(title, next(ids)) for title, _ in message.buttons),
                tuple(Link(title, url) for title, url in message.links),
            )
            for message in messages
        )
    )


def put_away(reply: Reply) -> list[list[Any]]:
    """Return a reply as plain types, to be held."""
    return [
        [m.text, [[c.title, c.choice] for c in m.choices], [[link.title, link.url] for link in m.links]]
        for m in reply.messages
    ]


def taken_out(held: list[list[Any]]) -> Reply:
    """Return a reply that was held."""
    return Reply(
        tuple(
            Message(text, tuple(Choice(t, c) for t, c in choices), tuple(Link(t, u) for t, u in links))
            for text, choices, links in held
        )
    )
