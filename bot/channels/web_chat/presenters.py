"""Turns replies into what the chat templates loop over: every `if` and every attribute is settled here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from uuid import uuid4

from bot.model.messages import Link, Reply
from bot.pages.environment import page_title

EMPTY = "Write something first. Then press Send."
NEW_CONVERSATION = "This is a new conversation. Your words are still in the box."
NOT_SENT = "That did not send. Your words are still in the box. Try again in a moment."
OPENED_WHERE_IT_IS = ("tel", "sms", "mailto")
OPENED_IN_A_TAB = ("https", "http")


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link that is safe to show. `attributes` are those of the <a>; `note` follows the title."""

    title: str
    attributes: Mapping[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class BubbleView:
    """One bubble of the assistant's."""

    text: str
    links: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A button. `message_id` makes a press that arrives twice count once."""

    title: str
    choice: str
    message_id: str


@dataclass(frozen=True, slots=True)
class TurnView:
    """What the person said (nothing or one thing), what came back, and the buttons under it."""

    said: tuple[str, ...]
    bubbles: tuple[BubbleView, ...]
    choices: tuple[ChoiceView, ...]
    received: str


@dataclass(frozen=True, slots=True)
class ChatView:
    """The whole page. `starts` holds the label of the Start button, or nothing in a conversation.

    `cards` holds the code of a card that the page was opened with, or nothing.
    """

    title: str
    turns: tuple[TurnView, ...] = ()
    starts: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    words: str = ""
    message_id: str = field(default_factory=lambda: str(uuid4()))


def present_start(*, returning: bool, card: str = "") -> ChatView:
    """Return the page as it opens: no words yet, and a button for browsers without JavaScript."""
    label = "Open my card" if card else "Carry on" if returning else "Start"
    return ChatView(page_title("Chat"), starts=(label,), cards=(card,) if card else ())


def present_chat(*turns: TurnView, words: str = "", note: str = "") -> ChatView:
    """Return the page with a conversation. `words` go back into the box; `note` is a kind line beside it."""
    return ChatView(page_title("Chat"), turns, notes=(note,) if note else (), words=words)


def present_fault(note: str, words: str = "") -> ChatView:
    """Return the page when nothing came of what was sent."""
    return ChatView(page_title("Chat", error=True), notes=(note,), words=words)


def present_turn(reply: Reply, said: str = "") -> TurnView:
    """Return one turn. All buttons stand under its last bubble, whichever message brought them."""
    choices = (choice for message in reply.messages for choice in message.choices)
    return TurnView(
        said=(said,) if said and reply.received else (),
        bubbles=tuple(BubbleView(each.text, _links(each.links)) for each in reply.messages if each.text or each.links),
        choices=tuple(ChoiceView(choice.title, choice.choice, str(uuid4())) for choice in choices),
        received="true" if reply.received else "false",
    )


def _links(links: tuple[Link, ...]) -> tuple[LinkView, ...]:
    return tuple(view for link in links for view in _link(link))


def _link(link: Link) -> tuple[LinkView, ...]:
    scheme = urlsplit(link.url).scheme
    if scheme in OPENED_WHERE_IT_IS:
        return (LinkView(link.title, {"href": link.url}),)
    if scheme in OPENED_IN_A_TAB:
        # The page holds the conversation, so a link must not replace it.
        attributes = {"href": link.url, "target": "_blank", "rel": "noopener noreferrer"}
        if link.title.endswith(")"):  # one pair of brackets, and not two
            return (LinkView(link.title.removesuffix(")"), attributes, ", opens in a new tab)"),)
        return (LinkView(link.title, attributes, " (opens in a new tab)"),)
    return ()
