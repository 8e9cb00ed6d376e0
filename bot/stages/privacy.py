"""Who gets to know: a short answer that begins with yes or no where that is asked; else all of it."""

from collections.abc import Callable

from bot.model.saying import Button
from bot.stages import share
from bot.stages.conversation import Conversation
from bot.understanding.both import what_is_asked
from bot.understanding.commands import plain
from bot.understanding.privacy import Asked, asked, nameless

_MORE = (Button("More about privacy", "ask_privacy"),)


def tell(talk: Conversation, words: str = "") -> None:
    """Answer what is asked about who gets to know."""
    question = what_is_asked(words)
    _ANSWERS.get(asked(question), _everything)(talk, question)


def _everything(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_ask_privacy", days=str(talk.facts.draft_days))


def _told(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_told", _MORE)


def _changed(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_changed", _MORE)


def _after_death(talk: Conversation, _words: str) -> None:
    shared = bool(share.readers(talk))
    talk.say("utter_privacy_after_death_shared" if shared else "utter_privacy_after_death", _MORE)


def _read(talk: Conversation, words: str) -> None:
    """Say whether somebody can read it, by what is shared at this moment."""
    readers = share.readers(talk)
    named = tuple(reader for reader in readers if share.names(plain(words), reader))
    if named:
        talk.say("utter_privacy_read", _MORE, recipients=_in_words(named))
    elif readers and nameless(words):
        talk.say("utter_privacy_read_if", _MORE, recipients=_in_words(readers))
    elif readers:
        talk.say("utter_privacy_read_only", _MORE, recipients=_in_words(readers))
    elif share.ever_read(talk):
        talk.say("utter_privacy_read_no_more", _MORE)
    else:
        talk.say("utter_privacy_read_by_nobody", _MORE)


def _in_words(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


_ANSWERS: dict[Asked | None, Callable[[Conversation, str], None]] = {
    Asked.TOLD: _told,
    Asked.READ: _read,
    Asked.CHANGED: _changed,
    Asked.AFTER_DEATH: _after_death,
}
