"""What the page behind a link to go on elsewhere says, for each thing that opening it would lead to."""

from dataclasses import dataclass

from bot.channels.joining import Outcome
from bot.pages.environment import page_title


@dataclass(frozen=True, slots=True)
class JoinView:
    """The page. `buttons` holds the label of the one button, or nothing where the link cannot be opened here.

    `leaves` holds what the form says besides, when a draft is left behind by it. `links` are (address, words).
    """

    title: str
    heading: str
    words: tuple[str, ...]
    status: int = 200
    buttons: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


_OPENS = (
    "You asked for this link in a conversation that you began elsewhere. It opens that conversation in this browser.",
    "You can then read and write here what you can there. The link works once.",
)
_NOT_YOURS = (
    "Did somebody else send you this link? Then do not open it. It would be their conversation, and they could read "
    "what you write."
)
_CHAT = (("/", "Go to the chat"),)
_STAY = (("/", "Stay with the conversation that is here"),)


def present_join(outcome: Outcome, draft_days: int) -> JoinView:
    """Return the page for what opening the link would lead to."""
    if outcome is Outcome.JOINED:
        return _view(
            "Go on with your conversation here",
            *_OPENS,
            _NOT_YOURS,
            "Anyone who uses this browser can open the conversation too. If you share the device, leave the "
            "conversation when you finish.",
            buttons=("Open my conversation here",),
        )
    if outcome is Outcome.HOLDS_A_DRAFT:
        return _view(
            "There is another conversation in this browser",
            *_OPENS,
            "In the conversation that is here now, you wrote something that you have not kept. If you open the link, "
            "that is left behind.",
            f"You cannot come back to it from here. It is deleted after {draft_days} days, like any draft.",
            _NOT_YOURS,
            status=409,
            buttons=("Leave it behind and open the link",),
            leaves=("yes",),
            links=_STAY,
        )
    if outcome is Outcome.HOLDS_A_SUMMARY:
        return _view(
            "There is a kept summary in this browser",
            "The link is not opened, so that you do not lose the summary. Nothing has changed.",
            f"In the chat you can write {_quoted('get a copy')}. Once you have written {_quoted('delete my data')} "
            "there, a new link will work in this browser.",
            "Or open the link in another browser, while it still works.",
            status=409,
            links=_CHAT,
        )
    if outcome is Outcome.ALREADY_THE_SAME:
        return _view(
            "This conversation is open here already",
            "There is nothing more to do. You can go on in the chat.",
            links=_CHAT,
        )
    return _view(
        "This link has ended",
        "A link to go on elsewhere works once, for 15 minutes. This keeps your words safe.",
        f"To get a new link, go to where you began and write {_quoted('open on the web')}.",
        status=404,
        links=_CHAT,
    )


def _quoted(words: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def _view(
    heading: str,
    *words: str,
    status: int = 200,
    buttons: tuple[str, ...] = (),
    leaves: tuple[str, ...] = (),
    links: tuple[tuple[str, str], ...] = (),
) -> JoinView:
    return JoinView(page_title(heading), heading, words, status, buttons, leaves, links)
