"""The terminal: the same conversation as lines of text, and its own safety door when nobody answers."""

import io
import json

import httpx
import pytest
from rich.console import Console

from bot.channels import terminal
from bot.channels.lines import Lines

REPLY = {
    "messages": [
        {
            "text": "Who is this for?",
            "choices": [{"title": "For me", "choice": "id-1"}, {"title": "Somebody close", "choice": "id-2"}],
            "links": [],
        },
        {"text": "Open it.", "choices": [], "links": [{"title": "My copy", "url": "https://example.org/copy/x"}]},
    ],
    "received": True,
}


class Server:
    def __init__(self):
        self.requests = []
        self.up = True
        self.status = 200
        self.refuse_once = False
        self.session = "s1"

    def __call__(self, request):
        if not self.up:
            raise httpx.ConnectError("refused")
        self.requests.append(request)
        if request.url.path == "/api/chat/sessions":
            return httpx.Response(201, json={"session": self.session})
        if self.refuse_once:
            self.refuse_once = False
            return httpx.Response(401, json={"detail": "There is no such session."})
        return httpx.Response(self.status, json=REPLY)

    @property
    def messages(self):
        return [json.loads(r.content) for r in self.requests if r.url.path == "/api/chat/messages"]


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def shown():
    return io.StringIO()


@pytest.fixture
def conversation(server, shown):
    with httpx.Client(base_url="http://x", transport=httpx.MockTransport(server)) as client:
        yield terminal._Conversation(client, Console(file=shown, width=100, highlight=False, markup=False))


def test_words_are_sent_with_the_session_and_an_id(server, conversation, shown):
    conversation.say("my garden")
    conversation.say("my dog")
    assert [message["text"] for message in server.messages] == ["my garden", "my dog"]
    assert len({message["message_id"] for message in server.messages}) == 2
    assert server.requests[-1].headers["authorization"] == "Bearer s1"
    assert [r.url.path for r in server.requests].count("/api/chat/sessions") == 1
    text = shown.getvalue()
    assert "[1] For me" in text
    assert "[2] Somebody close" in text
    assert "My copy: https://example.org/copy/x" in text


def test_a_number_presses_a_button(server, conversation):
    conversation.say("hello")
    conversation.say(" 2 ")
    assert server.messages[-1]["choice"] == "id-2"
    assert "text" not in server.messages[-1]


@pytest.mark.parametrize("typed", ["3", "0", "2 sugars", "two", "-1", "²"])
def test_other_numbers_are_words(server, conversation, typed):
    conversation.say("hello")
    conversation.say(typed)
    assert server.messages[-1]["text"] == typed


@pytest.mark.parametrize("text", ["I want to kill myself", "she can't breathe and she is going blue"])
def test_danger_is_answered_when_nobody_else_does(server, conversation, shown, text):
    server.up = False
    conversation.say(text)
    assert "999" in shown.getvalue()
    assert Lines().not_kept.messages[0].text[:30] not in shown.getvalue()


def test_the_doors_own_buttons_work_alone(server, conversation, shown):
    server.up = False
    conversation.say("I want to kill myself")
    shown.truncate(0)
    conversation.say("2")
    assert "999" in shown.getvalue()


@pytest.mark.parametrize("status", [401, 404, 500, 503])
def test_words_that_were_not_kept_are_said_so(server, conversation, shown, status):
    server.status = status
    conversation.say("my garden")
    assert "send it again" in shown.getvalue()


def test_a_server_that_comes_back_is_talked_to(server, conversation):
    server.up = False
    conversation.say("my garden")
    server.up = True
    conversation.say("my garden")
    assert [message["text"] for message in server.messages] == ["my garden"]


def test_a_session_that_is_gone_is_followed_by_a_new_one(server, conversation, shown):
    conversation.say("hello")
    server.refuse_once = True
    conversation.say("my garden")
    assert [r.url.path for r in server.requests].count("/api/chat/sessions") == 2
    assert [message["text"] for message in server.messages] == ["hello", "my garden", "my garden"]
    assert "send it again" not in shown.getvalue()


def test_markup_in_a_reply_is_shown_as_it_is(server, conversation, shown, monkeypatch):
    monkeypatch.setitem(REPLY["messages"][0], "text", "[bold]x[/bold] :smile: [red]")
    conversation.say("hello")
    assert "[bold]x[/bold]" in shown.getvalue()
    assert "[red]" in shown.getvalue()


@pytest.fixture
def talks(server, shown, monkeypatch):
    """Talks for a few lines in a terminal that is closed again after them."""
    original = httpx.Client
    monkeypatch.setattr(
        terminal.httpx, "Client", lambda **options: original(transport=httpx.MockTransport(server), **options)
    )

    def talk(*typed, **how):
        console = Console(file=shown, width=100)
        lines = iter(typed)

        def next_line(_prompt):
            try:
                return next(lines)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(console, "input", next_line)
        terminal.talk("http://x", console, **how)

    return talk


def test_it_ends_with_the_input(server, talks, shown):
    talks("my garden")
    assert [message["text"] for message in server.messages] == ["hello", "my garden"]
    assert "Goodbye" in shown.getvalue()


def bearers(server):
    return [r.headers["authorization"] for r in server.requests if r.url.path == "/api/chat/messages"]


@pytest.fixture
def kept(tmp_path):
    return terminal.KeptSession(tmp_path / "data" / "terminal-session", "http://x")


def test_the_next_talk_carries_on_in_the_same_session(server, talks, kept, tmp_path, shown):
    talks("my garden", kept=kept)
    server.session = "s2"
    talks("my dog", kept=kept)
    assert bearers(server) == ["Bearer s1"] * 4
    assert shown.getvalue().count("talk --new") == 1
    assert [message["text"] for message in server.messages] == ["hello", "my garden", "hello", "my dog"]
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["terminal-session"]
    assert (tmp_path / "data" / "terminal-session").stat().st_mode & 0o777 == 0o600


def test_a_new_talk_starts_afresh_and_is_the_one_to_carry_on(server, talks, kept):
    talks(kept=kept)
    server.session = "s2"
    talks(kept=kept, new=True)
    talks(kept=kept)
    assert bearers(server) == ["Bearer s1", "Bearer s2", "Bearer s2"]


def test_a_kept_session_that_is_gone_is_followed_by_a_new_one(server, talks, kept):
    talks(kept=kept)
    server.session, server.refuse_once = "s2", True
    talks(kept=kept)
    assert bearers(server) == ["Bearer s1", "Bearer s1", "Bearer s2"]
    assert kept.read() == "s2"


def test_a_session_is_shown_to_its_own_server_only(kept, tmp_path):
    other = terminal.KeptSession(tmp_path / "data" / "terminal-session", "https://elsewhere.example")
    assert kept.write("s1")
    assert other.read() == ""
    assert other.write("s2")
    assert (kept.read(), other.read()) == ("s1", "s2")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"http://x": 5}', b'{"http://x": "\xc3\xa9"}'])
def test_a_broken_file_is_as_none(kept, tmp_path, content):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "terminal-session").write_bytes(content)
    assert kept.read() == ""
    assert kept.write("s1")
    assert kept.read() == "s1"


def test_a_folder_that_cannot_be_written_does_not_end_the_talk(server, talks, tmp_path, shown):
    (tmp_path / "data").touch()
    talks("my garden", kept=terminal.KeptSession(tmp_path / "data" / "terminal-session", "http://x"))
    assert [message["text"] for message in server.messages] == ["hello", "my garden"]
    assert "cannot be opened again" in shown.getvalue()
