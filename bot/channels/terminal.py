"""The same conversation in a terminal, through the chat API. Its own safety door answers when the server does not."""

import json
import os
import secrets
import textwrap
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console

from bot.channels.lines import Lines
from bot.model.messages import Reply
from bot.safety import door
from bot.safety.screen import screen
from bot.safety.young import writer_is_young
from bot.understanding.answers import clean, number

WIDTH = 78
_SECONDS = 30


class KeptSession:
    """The terminal's session with one server, in a file that only its owner can read.

    Without it nobody could come back to a conversation begun here, nor stop or delete anything in it. The file holds
    a token for each server, so that none is ever shown another's.
    """

    def __init__(self, file: Path, base_url: str) -> None:
        self._file = file
        self._base_url = base_url

    def read(self) -> str:
        """Return the token of the last conversation with this server, or ""."""
        token = self._all().get(self._base_url, "")
        return token if isinstance(token, str) and token.isascii() else ""

    def write(self, token: str) -> bool:
        """Keep the token in place of an earlier one; say whether that could be done."""
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = self._file.with_name(f"{self._file.name}.new")
            new.unlink(missing_ok=True)
            with open(new, "x", opener=_for_the_owner, encoding="utf-8") as file:
                json.dump(self._all() | {self._base_url: token}, file)
            new.replace(self._file)
        except OSError:
            return False
        return True

    def _all(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def talk(base_url: str, console: Console | None = None, kept: KeptSession | None = None, *, new: bool = False) -> None:
    """Talk with the server at `base_url` until the end of input (Ctrl-D) or Ctrl-C.

    Goes on with the conversation in `kept`, unless `new`; without `kept` it cannot be come back to.
    """
    console = console or Console(highlight=False, markup=False)
    with httpx.Client(base_url=base_url, timeout=_SECONDS, trust_env=False) as client:
        token = "" if new or kept is None else kept.read()
        conversation = _Conversation(client, console, kept, token)
        console.print("Type your words and press Enter. A number presses a button. Ctrl-D leaves.")
        if token:
            console.print("This goes on where you stopped. 'what-matters talk --new' starts afresh and gives it up.")
        console.print()
        conversation.say("hello")
        while True:
            try:
                typed = console.input("> ")
            except (EOFError, KeyboardInterrupt):
                console.print("\nGoodbye.")
                return
            conversation.say(typed)


class _Conversation:
    def __init__(
        self, client: httpx.Client, console: Console, kept: KeptSession | None = None, token: str = ""
    ) -> None:
        self._client = client
        self._console = console
        self._lines = Lines()
        self._choices: list[str] = []
        self._kept = kept
        self._token = token

    def say(self, typed: str) -> None:
        """Send one line, or press the button whose number was typed, and show the reply."""
        pressed = number(typed, len(self._choices)) if typed.strip().isdecimal() else None
        said = {"choice": self._choices[pressed - 1]} if pressed else {"text": typed}
        self._show(self._reply(said | {"message_id": secrets.token_urlsafe(12)}))

    def _reply(self, said: dict[str, str]) -> list[dict[str, Any]]:
        try:
            answer = self._send(said)
            if answer.status_code == httpx.codes.UNAUTHORIZED:
                self._token = ""  # the session is gone from the server; a new one goes on
                answer = self._send(said)
            return list(answer.raise_for_status().json()["messages"])
        except (httpx.HTTPError, ValueError, KeyError):
            return _plain(self._alone(said))

    def _send(self, said: dict[str, str]) -> httpx.Response:
        if not self._token:
            self._token = self._client.post("/api/chat/sessions").raise_for_status().json()["session"]
            if self._kept is not None and not self._kept.write(self._token):
                self._console.print("This conversation cannot be opened again later: its file cannot be written.\n")
        return self._client.post("/api/chat/messages", json=said, headers={"Authorization": f"Bearer {self._token}"})

    def _alone(self, said: dict[str, str]) -> Reply:
        pressed = door.press(said.get("choice", ""))
        if pressed is not None:
            return pressed.reply
        words = clean(said.get("text", ""))
        verdict = screen(words)
        if verdict is None:
            return self._lines.not_kept
        return door.reply_to(verdict, young=writer_is_young(words)).reply

    def _show(self, messages: list[dict[str, Any]]) -> None:
        self._choices = []
        for message in messages:
            for line in message["text"].splitlines():
                self._console.print(textwrap.fill(line, WIDTH))
            for link in message["links"]:
                self._console.print(f"  {link['title']}: {link['url']}", soft_wrap=True)
            for choice in message["choices"]:
                self._choices.append(choice["choice"])
                self._console.print(f"  [{len(self._choices)}] {choice['title']}")
            self._console.print()


def _plain(reply: Reply) -> list[dict[str, Any]]:
    return [
        {
            "text": message.text,
            "choices": [{"title": c.title, "choice": c.choice} for c in message.choices],
            "links": [{"title": link.title, "url": link.url} for link in message.links],
        }
        for message in reply.messages
    ]
