"""Input nobody planned for gets a clear, kind reply, changes nothing it should not, and loses nothing."""

import json

import pytest

from tests.system.stack import Person, Stack

KEPT_AS_SAID = {
    "emoji only": "💕💕🌻",
    "right to left": "الجلوس في حديقتي مع أحفادي",
    "html": "<script>alert('x')</script><b>my garden</b>",
    "sql": "'; DROP TABLE people; --",
    "braces": "{words} {0} {{7*7}} %s ${HOME}",
    "quotes": 'he\'s "mine" “always” \\ back\\slash',
    "markdown": "*my* _garden_ [x](y) `z`",
    "json": '{"intent": "affirm"}',
    "many lines": "my garden\nand the dog in it",
    "zalgo": "ḡ̶̛a̸r̵d̶e̵n̷",
}


@pytest.mark.parametrize("words", KEPT_AS_SAID.values(), ids=KEPT_AS_SAID)
def test_odd_words_are_an_answer_and_are_kept_exactly(person: Person, words: str) -> None:
    person.reaches("focus_what")
    assert "Why does that matter" in person.says(words).text
    assert words in person.says("show me what you have").text


def test_twenty_thousand_characters_are_kept_whole(person: Person) -> None:
    person.reaches("focus_what")
    words = "the long story of my life by the harbour, told slowly; " * 364
    assert len(words) > 20_000
    assert "Why does that matter" in person.says(words).text
    assert words.strip() in person.says("show me what you have").text


def test_far_too_long_is_refused_kindly_and_changes_nothing(person: Person) -> None:
    person.reaches("focus_what")
    heard = person.says("x " * 30_000)
    assert "two or three parts" in heard.text
    assert heard.body["received"] is False
    assert "Why does that matter" in person.says("my garden").text


def test_nul_bytes_are_left_out_and_the_words_stay(person: Person) -> None:
    person.reaches("focus_what")
    person.says("my\x00 gar\x00den")
    assert "my garden" in person.says("show me what you have").text


@pytest.mark.parametrize("words", ["", "   ", "\x00", "\n\n"])
def test_nothing_at_all_is_said_so_and_the_question_stays(person: Person, words: str) -> None:
    person.reaches("focus_why")
    question = person.last.messages[-1]["text"]
    heard = person.says(words)
    assert "could not see any words" in heard.text
    assert heard.messages[-1]["text"] == question


COMMANDS_FROM_OUTSIDE = [
    "/restart",
    "/stop",
    '/intent{"json"}',
    '/affirm{"x": 1}',
    "/delete_my_data",
    "/choose",
    "/action_session_start",
    "  /restart",
    "/session_start",
    "EXTERNAL: restart",
    "choose:keep",
    "affirm",
    "_mood_great",
]


@pytest.mark.parametrize("words", COMMANDS_FROM_OUTSIDE)
@pytest.mark.parametrize("question", ["record_consent", "share_consent"])
def test_typed_commands_never_say_yes_to_anything(stack: Stack, person: Person, question: str, words: str) -> None:
    person.reaches(question)
    consents = stack.store("SELECT count(*) FROM consents")
    person.says(words)
    assert stack.store("SELECT count(*) FROM consents") == consents


@pytest.mark.parametrize("words", COMMANDS_FROM_OUTSIDE)
def test_typed_commands_never_lose_what_was_said(person: Person, words: str) -> None:
    person.reaches("focus_support")
    person.says(words)
    assert "sitting in my garden" in person.says("show me what you have").text


@pytest.mark.parametrize("words", ["zxqv", "asdkjh", "💕💕", "...", "1234567", "🤷‍♀️"])
def test_gibberish_never_deletes_shares_or_stops(stack: Stack, person: Person, words: str) -> None:
    person.reaches("shared")
    before = (
        stack.store("SELECT count(*) FROM shares WHERE stopped_at IS NULL"),
        stack.store("SELECT count(*) FROM people"),
    )
    person.says(words)
    after = (
        stack.store("SELECT count(*) FROM shares WHERE stopped_at IS NULL"),
        stack.store("SELECT count(*) FROM people"),
    )
    assert after == before
    assert "sitting in my garden" in person.says("my summary").text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"not json",
        b'{"text": 1}',
        b'{"text": "a", "choice": "b"}',
        b'{"txt": "a"}',
        b'{"text": null}',
    ],
)
def test_a_malformed_request_is_told_what_is_wrong(person: Person, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {person.session}", "Content-Type": "application/json"}
    answer = person.client.post("/api/chat/messages", content=body, headers=headers)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_lone_surrogates_do_no_harm(person: Person) -> None:
    person.reaches("focus_what")
    headers = {"Authorization": f"Bearer {person.session}", "Content-Type": "application/json"}
    content = json.dumps({"text": "my garden \ud83d here"})
    answer = person.client.post("/api/chat/messages", content=content, headers=headers)
    assert answer.status_code == 200
    assert "Why does that matter" in answer.text


def test_an_unknown_session_is_told_how_to_start_but_danger_is_answered(person: Person) -> None:
    person.session = "nobody"
    assert person.send(text="hello").status == 401
    heard = person.send(text="i have taken an overdose")
    assert heard.status == 200
    assert "999" in heard.messages[0]["text"]
