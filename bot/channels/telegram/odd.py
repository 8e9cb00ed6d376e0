"""What is said to everything that is not typed or pressed, and which of its words go on. Pure."""

from dataclasses import dataclass, replace

from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.texts import Texts
from bot.model.messages import Reply


@dataclass(frozen=True, slots=True)
class Odd:
    """What to do with a thing that was sent.

    `reply`: what is said about the thing itself; None where there is nothing to say, or nobody to say it to. `words`
    go on to the conversation as if they had been typed alone. `heard` are for the safety door only, and are not kept:
    somebody else may have written them, or they come in place of words that were dealt with long ago.
    Where the door finds danger in either, its answer comes first.
    """

    reply: Reply | None
    words: str = ""
    heard: str = ""


def reply_to(incoming: Incoming, texts: Texts) -> Odd:
    """Return what to do with any update. Nothing is said here about words, presses and commands: their words go on."""
    words = incoming.words
    if incoming.kind is Kind.FORWARDED:
        return Odd(texts.forwarded if words else texts.forwarded_unread, heard=words)
    if incoming.kind is Kind.EDITED:
        # Without words it is a picture put in the place of another.
        return Odd(texts.edited, heard=words) if words else Odd(texts.picture)
    reply = _about(texts).get(incoming.kind)
    if reply is None or not words:
        return Odd(reply, words)
    return Odd(replace(reply, messages=reply.messages + texts.caption), words)


def _about(texts: Texts) -> dict[Kind, Reply]:
    return {
        Kind.VOICE: texts.voice,
        Kind.PICTURE: texts.picture,
        Kind.STICKER: texts.sticker,
        Kind.PLACE: texts.place,
        Kind.CONTACT: texts.contact,
        Kind.POLL: texts.poll,
        Kind.DICE: texts.dice,
        Kind.FILE: texts.file,
        Kind.GROUP: texts.group,
        Kind.CHANNEL: texts.channel,
        Kind.INLINE: texts.inline,
        Kind.UNKNOWN: texts.unknown,
    }
