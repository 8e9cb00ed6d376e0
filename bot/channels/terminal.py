"""The same conversation in a terminal, through the chat API. Its own safety door answers when the server does not."""

import secrets
import textwrap
from typing import Any

import httpx
from rich.console import Console

from bot.channels.lines import Lines
from bot.model.messages import Reply
from bot.safety import door
from bot.safety.screen import screen
from bot.understanding.answers import clean, number

WIDTH = 78
_SECONDS = 30


def talk(base_url: str, console: Console | None = None) -> None:
    """Talk with the server at `base_url` until the end of input (Ctrl-D) or Ctrl-C."""
    console = console or Console(highlight=False, markup=False)
    with httpx.Client(base_url=base_url, timeout=_SECONDS, trust_env=False) as client:
        conversation = _Conversation(client, console)
        console.print("Type your words and press Enter. A number presses a button. Ctrl-D leaves.\n")
        conversation.say("hello")
        while True:
            try:
                typed = console.input("> ")
            except (EOFError, KeyboardInterrupt):
                console.print("\nGoodbye.")
                return
            conversation.say(typed)


class _Conversation:
    def __init__(self, client: httpx.Client, console: Console) -> None:
        self._client = client
        self._console = console
        self._lines = Lines()
        self._choices: list[str] = []
        self._token = ""

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
        return self._client.post("/api/chat/messages", json=said, headers={"Authorization": f"Bearer {self._token}"})

    def _alone(self, said: dict[str, str]) -> Reply:
        pressed = door.press(said.get("choice", ""))
        if pressed is not None:
            return pressed.reply
        verdict = screen(clean(said.get("text", "")))
        return door.reply_to(verdict).reply if verdict else self._lines.not_kept

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
