"""Who gets to know: a short answer that begins with yes or no where that is asked; else all of it."""

from collections.abc import Callable

from bot.model.saying import Button
from bot.stages import share, share_after_views, share_standing
from bot.stages.conversation import Conversation
from bot.understanding.both import what_is_asked
from bot.understanding.commands import plain
from bot.understanding.privacy import Asked, asked, nameless

_COPY = Button("Get a copy", "get_copy")
_STOP = Button("Stop sharing", "withdraw_consent")
_MORE = (Button("More about privacy", "ask_privacy"),)


def tell(talk: Conversation, words: str = "") -> None:
    """Answer what is asked about who gets to know."""
    question = what_is_asked(words)
    _ANSWERS.get(asked(question), _everything)(talk, question)
    share.named(talk, question)


def _seen(talk: Conversation, words: str) -> None:
    """Say who can open it now, where that is asked, before all of it."""
    by_whom = " who " in f" {plain(words)} "
    if by_whom and (readers := share_standing.readers(talk)):
        talk.say("utter_privacy_who", recipients=_in_words(readers))
    elif by_whom and talk.records.summaries.has_any(talk.person):
        talk.say("utter_privacy_who_nobody")
    _everything(talk, words)


def _everything(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_ask_privacy", days=str(talk.facts.draft_days))


def _looked(talk: Conversation, _words: str) -> None:
    share_standing.who_viewed(talk)


def _told(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_told", _MORE)


def _changed(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_changed", _MORE)


def _after_death(talk: Conversation, _words: str) -> None:
    shared = bool(share_standing.readers(talk))
    kept = talk.records.summaries.has_any(talk.person)
    after = (share_after_views.button(talk),) if kept else ()
    for release in share_after_views.standing(talk):
        share_after_views.tell_one(talk, release)
    talk.say("utter_privacy_after_death_shared" if shared else "utter_privacy_after_death", (*after, *_MORE))


def _crew(talk: Conversation, words: str) -> None:
    """Say that no crew sees it by itself; a reader may have that name."""
    if any(share_standing.names(plain(words), reader) for reader in share_standing.readers(talk)):
        _read(talk, words)
    else:
        talk.say("utter_privacy_more_crew", (_COPY, *_MORE))


def _newest(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_more_newest", _MORE)


def _pin(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_more_pin", _MORE)


def _lost(talk: Conversation, _words: str) -> None:
    talk.say("utter_privacy_more_lost", (_STOP, *_MORE) if share_standing.readers(talk) else _MORE)


def _opened(talk: Conversation, _words: str) -> None:
    """Say how a shared page is opened; a team reads it on a page of its own."""
    talk.say("utter_privacy_opened" if share_standing.readers(talk) else "utter_privacy_opened_once_shared", _MORE)


def _read(talk: Conversation, words: str) -> None:
    """Say whether somebody can read it, by what is shared at this moment."""
    readers = share_standing.readers(talk)
    named = tuple(reader for reader in readers if share_standing.names(plain(words), reader))
    if named and named != readers:
        others = tuple(reader for reader in readers if reader not in named)
        talk.say("utter_privacy_read_too", _MORE, recipients=_in_words(named), others=_in_words(others))
    elif named:
        talk.say("utter_privacy_read", _MORE, recipients=_in_words(named))
    elif readers and nameless(words):
        talk.say("utter_privacy_read_if", _MORE, recipients=_in_words(readers))
    elif readers:
        talk.say("utter_privacy_read_only", _MORE, recipients=_in_words(readers))
    elif share_standing.ever_read(talk):
        talk.say("utter_privacy_read_no_more", _MORE)
    else:
        talk.say("utter_privacy_read_by_nobody", _MORE)


def _in_words(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


_ANSWERS: dict[Asked | None, Callable[[Conversation, str], None]] = {
    Asked.EVERYTHING: _seen,
    Asked.LOOKED: _looked,
    Asked.TOLD: _told,
    Asked.READ: _read,
    Asked.CHANGED: _changed,
    Asked.AFTER_DEATH: _after_death,
    Asked.OPENED: _opened,
    Asked.CREW: _crew,
    Asked.NEWEST: _newest,
    Asked.PIN: _pin,
    Asked.LOST: _lost,
}
