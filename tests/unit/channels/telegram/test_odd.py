"""Whatever is sent gets an answer that is true, and its words go where they belong."""

import pytest

from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.odd import Odd, reply_to
from bot.channels.telegram.texts import Texts
from bot.model.messages import Reply

TEXTS = Texts("https://matters.example.org", "Willow Lodge Hospice")
WORDS = "us two in Weymouth"

ALONE = {
    Kind.WORDS: None,
    Kind.PRESSED: None,
    Kind.COMMAND: None,
    Kind.EDITED: TEXTS.picture,
    Kind.FORWARDED: TEXTS.forwarded_unread,
    Kind.VOICE: TEXTS.voice,
    Kind.PICTURE: TEXTS.picture,
    Kind.STICKER: TEXTS.sticker,
    Kind.PLACE: TEXTS.place,
    Kind.CONTACT: TEXTS.contact,
    Kind.POLL: TEXTS.poll,
    Kind.DICE: TEXTS.dice,
    Kind.FILE: TEXTS.file,
    Kind.GROUP: TEXTS.group,
    Kind.CHANNEL: TEXTS.channel,
    Kind.INLINE: TEXTS.inline,
    Kind.BLOCKED: None,
    Kind.UNBLOCKED: None,
    Kind.UNKNOWN: TEXTS.unknown,
}
"""What is said to each kind that comes without words."""


@pytest.mark.parametrize("kind", Kind)
def test_what_comes_without_words_gets_its_own_answer_and_nothing_goes_on(kind):
    assert reply_to(Incoming(9, kind, 77), TEXTS) == Odd(ALONE[kind])


@pytest.mark.parametrize("kind", [Kind.VOICE, Kind.PICTURE, Kind.FILE])
def test_a_caption_goes_on_as_words_and_that_is_said(kind):
    found = reply_to(Incoming(9, kind, 77, WORDS), TEXTS)
    about = ALONE[kind]
    assert about is not None
    assert found == Odd(Reply(about.messages + TEXTS.caption), words=WORDS)


def test_forwarded_words_are_looked_at_for_danger_and_never_taken_as_the_persons_own():
    assert reply_to(Incoming(9, Kind.FORWARDED, 77, WORDS), TEXTS) == Odd(TEXTS.forwarded, heard=WORDS)


def test_edited_words_are_looked_at_for_danger_and_replace_nothing():
    assert reply_to(Incoming(9, Kind.EDITED, 77, WORDS), TEXTS) == Odd(TEXTS.edited, heard=WORDS)


@pytest.mark.parametrize("kind", [Kind.WORDS, Kind.COMMAND])
def test_what_was_typed_goes_on_whole(kind):
    assert reply_to(Incoming(9, kind, 77, WORDS), TEXTS) == Odd(None, words=WORDS)


@pytest.mark.parametrize("kind", Kind)
def test_no_words_are_lost(kind):
    found = reply_to(Incoming(9, kind, 77, WORDS), TEXTS)
    assert WORDS in (found.words, found.heard)
