"""What the assistant says in one turn, in the shape that every channel shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `choice` is an opaque id that means something to the server alone."""

    title: str
    choice: str


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go: a web address, a phone number (tel:) or a text number (sms:)."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble."""

    text: str
    choices: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """All that is said in one turn, never empty.

    `received` False: the words were not kept, send them again. `urgent`: it answers danger, and nothing holds it up.
    """

    messages: tuple[Message, ...]
    received: bool = True
    urgent: bool = False
