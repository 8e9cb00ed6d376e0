"""Questions behind something told, questions asked a second time, and what is said to the chat about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.asking import asks_later
from bot.understanding.both import tells_too
from bot.understanding.context import act_on
from bot.understanding.to_the_chat import ALLOWED, COUNTS, LISTENING, WHAT_TO_SAY, asked_again, said_to_chat

MEDICAL = [("ask_medical_advice", 0.54), ("ask_what_to_expect", 0.22), ("inform", 0.1)]


@pytest.mark.parametrize(
    "text",
    [
        "jan not doing everything for me. how long have i got, can you tell me",
        "jan not doing everything… how long have i got, can you tell me",
        "my uncle had the sweats at the end. what do they do about that",
        "the dog on the bed, is that allowed",
    ],
)
def test_a_question_behind_what_is_told_is_answered_first_and_the_rest_is_offered(text):
    assert asks_later(text)
    assert act_on(MEDICAL, text, "answering")[0] in {"ask_medical_advice", "ask_in_passing"}
    assert tells_too(text)


@pytest.mark.parametrize(
    "text",
    ["my dog, is the best of us", "at home, when it is quiet", "my wife. she is what i live for", "mum, who loves us"],
)
def test_what_is_only_told_stays_an_answer(text):
    assert not asks_later(text)
    assert act_on(MEDICAL, text, "answering")[0] == "inform"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("i asked you how long ive got", "how long ive got"),
        ("I asked you about the pain", "the pain"),
        ("that’s not what I asked. pain. will she be in pain", "pain. will she be in pain"),
        ("no, thats not what i asked", ""),
        ("you didnt answer me about the friend thing", "the friend thing"),
        ("you didn't answer. can dogs come in", "can dogs come in"),
        ("answer my question", ""),
        ("i asked him to stop", None),
        ("that is not what i asked for, i wanted tea", None),
        ("she never answers me", None),
    ],
)
def test_a_question_asked_again_is_known_by_how_it_begins(text, question):
    assert asked_again(text) == question


@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
@pytest.mark.parametrize(
    ("text", "ranking", "intent"),
    [
        ("i asked you how long ive got", [("ask_medical_advice", 0.29), ("chitchat", 0.21)], "ask_medical_advice"),
        ("thats not what i asked. pain. will she be in pain", MEDICAL, "ask_medical_advice"),
        ("i asked you who can see this", [("inform", 0.9)], "ask_privacy"),
        ("you didnt answer me about the friend thing", [("give_feedback", 0.38)], "ask_in_passing"),
        ("thats not what i asked", MEDICAL, "ask_in_passing"),
    ],
)
def test_it_is_read_as_that_question_and_is_never_an_answer(text, ranking, intent, state):
    assert act_on(ranking, text, state)[0] == intent
    assert not tells_too(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("are you listening. i wrote that already", LISTENING),
        ("did you even read what I said", LISTENING),
        ("hang on im a FRIEND not family. does that count", COUNTS),
        ("do I count?", COUNTS),
        ("is that allowed", ALLOWED),
        ("christ ok. what do i say next", WHAT_TO_SAY),
        ("what next", WHAT_TO_SAY),
        ("she was always listening", ""),
        ("what do i say to him", ""),
        ("every day counts", ""),
        ("being allowed to smoke", ""),
    ],
)
def test_what_is_said_to_the_chat_about_itself(text, kind):
    assert said_to_chat(text) == kind
    acted_on = act_on([("inform", 0.9)], text, "answering")[0]
    assert acted_on == ("inform" if not kind else "ask_clarify" if kind == WHAT_TO_SAY else "ask_in_passing")


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert asks_later(text) in {True, False}
    assert said_to_chat(text) in {"", LISTENING, COUNTS, ALLOWED, WHAT_TO_SAY}
    assert asked_again(text) is None or isinstance(asked_again(text), str)
