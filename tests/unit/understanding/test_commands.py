"""Commands: short, word for word, the same however they are typed; nothing else is ever one."""

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.command_words import COMMANDS
from bot.understanding.commands import command, plain
from tests.unit.fakes import ROOT

PHRASES = [(phrase, intent) for intent, phrases in COMMANDS.items() for phrase in phrases]


def test_every_phrase_is_there_once():
    phrases = [phrase for phrase, _ in PHRASES]
    assert sorted(phrases) == sorted(set(phrases))


def test_every_phrase_is_written_as_it_is_compared():
    assert [phrase for phrase, _ in PHRASES if plain(phrase) != phrase] == []


def test_every_command_is_an_intent_of_the_domain():
    declared = set(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])
    assert set(COMMANDS) <= declared


@pytest.mark.parametrize(("phrase", "intent"), PHRASES)
def test_a_command_is_known_however_it_is_typed(phrase, intent):
    for typed in (phrase, phrase.upper(), f"  {phrase.title()}!! ", f"{phrase}...", f"“{phrase}”", f"{phrase} 🙏"):
        assert command(typed) == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I said stop", "stop"),
        ("for god's sake, I said stop", "stop"),
        ("I told you to stop", "stop"),
        ("I already said skip it", "skip"),
        ("I asked you to stop sharing", "withdraw_consent"),
        ("I said not today", "pause"),
        ("I said goodbye", None),
        ("I said yes", None),
        ("I said nothing", None),
        ("I said I loved him", None),
        ("he said stop", None),
        ("I told you to delete everything", None),
    ],
)
def test_what_was_not_heeded_can_be_said_again(text, intent):
    assert command(text) == intent


TABLE = [
    # text, intent, why
    ("can u skip this pls", "skip", "words cut short as in text messages"),
    ("thx", "thank", "the same"),
    ("u r my son", None, "the same, and no command"),
    ("nope thats it", "deny", "after a no it is no more"),
    ("no I think that's it really", "deny", "the same"),
    ("nah that's all thanks love", "deny", "the same"),
    ("that's everything I can think of", "deny", "nothing more comes"),
    ("that's the lot", "deny", "nothing more comes"),
    ("that's it", "affirm", "with no no, it says that something is right"),
    ("I think that's it", None, "yes to one question, no to another"),
    ("that's all I want", None, "it may be what matters"),
    ("that's all that matters to me", None, "it may be what matters"),
    ("that's everything to me", None, "it may be what matters"),
    ("that's everything for me", None, "the same"),
    ("that's all right", None, "nothing about how much is left"),
    ("I don\u2019t know", "express_uncertainty", "a curly apostrophe"),
    ("I don't know.", "express_uncertainty", "a straight one"),
    ("ＹＥＳ", "affirm", "full-width letters"),
    ("go\nback", "go_back", "a line break for a space"),
    ("not today", "pause", "an answer to anything, not a no"),
    ("yes keep it please", "affirm", "with manners"),
    ("thats right now", "affirm", "after it was changed"),
    ("its right now that it hurts", None, "another now"),
    ("Easy read, please", "easy_read", "how it is asked for in this country"),
    ("easier words please", "easy_read", "the same in other words"),
    ("usual words", "easy_read", "and the way back"),
    ("easy", None, "an answer to anything"),
    ("I need letters in easy read", None, "what matters to somebody"),
    ("No, not today", "pause", "nor with a no before it"),
    ("delete everything", "delete_my_data", "whole words"),
    ("don't delete everything", None, "a negation is no command"),
    ("please do not stop", None, "nor this"),
    ("stop the pain", None, "a wish that begins like a command"),
    ("stop worrying about me", None, "another"),
    ("back pain", None, "another"),
    ("help with washing", None, "another"),
    ("next of kin", None, "another"),
    ("yes but not yet", None, "a yes with a but"),
    ("no yes", None, "both"),
    ("I want to stop the treatment", None, "not the conversation"),
    ("I need to end it", None, "perhaps a life, not the conversation"),
    ("I want to end it", None, "the same"),
    ("I'd like to end it all", None, "the same"),
    ("I want to end this", None, "the same"),
    ("I would like to end it please", None, "the same, politely"),
    ("I want to end it now", None, "nor with a now behind it"),
    ("I'll finish it", None, "the same in other words"),
    ("ok so I need to end this", None, "nor with a word before it"),
    ("I need to end it here", "stop", "a place in the conversation"),
    ("I want to end this chat", "stop", "the chat is named"),
    ("I'd like to end the conversation now", "stop", "so is the conversation"),
    ("I want to stop the questions", "stop", "so are the questions"),
    ("I need to stop now", "stop", "now, and no it"),
    ("end it", "stop", "no wish, an order"),
    ("end this", "stop", "the same"),
    ("lets end it", "stop", "the same"),
    ("can we end this chat now", "stop", "a request"),
    ("share my bed with my dog", None, "not a summary"),
    ("We talked.", "reflect_on_conversation", "it took place"),
    ("weve had that talk", "reflect_on_conversation", "the same"),
    ("it happened", None, "perhaps a death"),
    ("we had the talk about money", None, "one talk among others"),
    ("", None, "nothing"),
    ("   ", None, "spaces"),
    ("👍", None, "a picture is no word"),
    ("❤️❤️❤️", None, "nor three"),
    ("?", None, "a mark"),
    ("...", None, "marks"),
    ("sdfghjk", None, "gibberish"),
    ("ye", None, "half a word"),
    ("yesyes", None, "two in one"),
    ("ńo", None, "an accent is another letter"),
    ("уes", None, "a Cyrillic letter that looks the same"),
]


@pytest.mark.parametrize(("text", "intent", "why"), TABLE)
def test_command(text, intent, why):
    assert command(text) == intent, why


@given(st.text(st.characters(categories=["S", "P", "M", "Z", "Cf"])))
def test_signs_and_pictures_are_never_a_command(text):
    if not any(c.isalnum() for c in unicodedata.normalize("NFKC", text)):
        assert command(text) is None


@given(st.text(alphabet="bcdfghjklmnpqrstvwxz ", min_size=8))
def test_gibberish_is_never_a_command(text):
    assert command(text) is None or plain(text) in {phrase for phrase, _ in PHRASES}


@given(st.text())
def test_plain_is_settled_and_never_raises(text):
    assert plain(plain(text)) == plain(text)
    assert command(text) == command(plain(text))


@given(st.sampled_from(PHRASES), st.text(alphabet="abcdefghij", min_size=3))
def test_a_word_more_makes_it_something_else(known, word):
    phrase, _ = known
    longer = f"{phrase} {word}x"
    assert command(longer) is None
