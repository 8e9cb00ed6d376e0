"""The real thing for system tests: engine, actions and web as processes, and a person who talks to them.

The actions stand behind a small proxy, so that a test can make them refuse, fail or hang without touching them.
"""

import asyncio
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

import httpx
import pytest
import uvicorn
from pydantic import SecretStr
from rich.console import Console
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.bootstrap import build
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.models import ensure_model
from bot.launch.processes import Service
from bot.launch.screen import Screen
from bot.launch.services import three_services
from bot.launch.store import prepare_store
from bot.model.position import Question
from bot.settings import Settings

START_SECONDS = 120
TURN_SECONDS = 4.0


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class ActionsProxy:
    """Stands where the engine expects the actions. `mode` is normal, refusing (500) or hanging."""

    def __init__(self, port: int, real_url: str) -> None:
        self.mode = "normal"
        self._real_url = real_url
        app = Starlette(routes=[Route("/webhook", self._webhook, methods=["POST"])])
        config = uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, access_log=False)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)

    async def _webhook(self, request: Request) -> Response:
        if self.mode == "refusing":
            return JSONResponse({"error": "told to fail"}, status_code=500)
        if self.mode == "hanging":
            while self.mode == "hanging":  # noqa: ASYNC110  (told by another thread)
                await asyncio.sleep(0.05)
            return JSONResponse({"error": "told to hang"}, status_code=500)
        headers = {"authorization": request.headers.get("authorization", ""), "content-type": "application/json"}
        async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
            answer = await client.post(f"{self._real_url}/webhook", content=await request.body(), headers=headers)
        return Response(answer.content, answer.status_code, media_type="application/json")


@dataclass
class Stack:
    """The running processes."""

    settings: Settings
    services: dict[str, Service]
    proxy: ActionsProxy
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.settings.local_url

    @property
    def temporary(self) -> Path:
        """Where the processes put temporary files, if they make any."""
        return self.settings.data_dir / "tmp"

    def start(self, name: str) -> None:
        service = self.services[name]
        self.temporary.mkdir(exist_ok=True)
        with service.log.open("ab") as log:
            self.running[name] = subprocess.Popen(
                service.command,
                env=dict(service.environment) | {"TMPDIR": str(self.temporary)},
                cwd=service.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def freeze(self, name: str) -> None:
        os.killpg(self.running[name].pid, signal.SIGSTOP)

    def thaw(self, name: str) -> None:
        os.killpg(self.running[name].pid, signal.SIGCONT)

    def wait_until_ready(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            died = [name for name, process in self.running.items() if process.poll() is not None]
            assert not died, f"{died} died: {self.services[died[0]].log.read_text()[-3000:]}"
            if all(self._is_ready(service) for service in self.services.values()):
                return
            time.sleep(0.2)
        pytest.fail("the stack did not come up")

    def _is_ready(self, service: Service) -> bool:
        try:
            answer = httpx.get(service.ready_url, headers=dict(service.ready_headers), trust_env=False, timeout=2)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK

    def stop(self) -> None:
        for name in list(self.running):
            self.kill(name)
        self.proxy.stop()
        for person in Person.everyone:
            person.client.close()

    def files_holding(self, needle: bytes) -> list[Path]:
        """Every file of the data folder (store, logs, dialogue, write-ahead logs) in which these bytes stand."""
        everything = (path for path in self.settings.data_dir.rglob("*") if path.is_file())
        return [path for path in everything if needle in path.read_bytes()]

    def store(self, statement: str, *values: Any) -> list[Any]:
        """Run one statement on the record store, to look or to move time."""
        connection = sqlite3.connect(self.settings.data_dir / "what-matters.db", timeout=10)
        try:
            rows = connection.execute(statement, values).fetchall()
            connection.commit()
            return rows
        finally:
            connection.close()


@dataclass(frozen=True)
class Heard:
    """One reply as a person sees it."""

    status: int
    body: dict[str, Any]

    @property
    def messages(self) -> list[dict[str, Any]]:
        return self.body["messages"]

    @property
    def text(self) -> str:
        return "\n".join(message["text"] for message in self.messages)

    @property
    def choices(self) -> dict[str, str]:
        return {choice["title"]: choice["choice"] for message in self.messages for choice in message["choices"]}

    @property
    def links(self) -> list[str]:
        return [link["url"] for message in self.messages for link in message["links"]]


class Person:
    """Somebody who talks through the chat API."""

    everyone: ClassVar[list["Person"]] = []
    """Whoever was made, so that the stack can close their connections at the end."""
    stacks: ClassVar[dict[str, Settings]] = {}
    """The settings of each stack that was made, by its address."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, trust_env=False, timeout=60)
        self.everyone.append(self)
        self.session = self.client.post("/api/chat/sessions").raise_for_status().json()["session"]
        self.last = Heard(200, {"messages": []})

    def send(self, **message: str) -> Heard:
        headers = {"Authorization": f"Bearer {self.session}"}
        answer = self.client.post("/api/chat/messages", json=message, headers=headers)
        self.last = Heard(answer.status_code, answer.json())
        return self.last

    def says(self, text: str, **more: str) -> Heard:
        heard = self.send(text=text, **more)
        assert heard.status == httpx.codes.OK, heard.body
        assert heard.messages, "a message got no reply"
        return heard

    def presses(self, title: str) -> Heard:
        matching = [choice for shown, choice in self.last.choices.items() if title in shown]
        assert matching, f"no button {title!r} among {list(self.last.choices)}"
        heard = self.send(choice=matching[0])
        assert heard.status == httpx.codes.OK
        assert heard.messages
        return heard

    def reaches(self, question: str) -> Heard:
        """Go by the shortest way to a question, named as in bot.model.position, and return what it said."""
        for step in _WAYS[question]:
            if step.startswith("?"):
                self.is_asked_by_the_team(step[1:])
            elif step.startswith("~"):
                self.is_put_at(Question(step[1:]))
            elif step.startswith("!"):
                self.presses(step[1:])
            else:
                self.says(step)
        return self.last

    def is_put_at(self, question: Question) -> None:
        """Have a question open that nobody is asked in the web chat: only where a channel can write first."""
        parts = build(self.stacks[str(self.client.base_url).rstrip("/")])
        try:
            with parts.begin() as records:
                person = records.sessions.person(self.session)
                assert person is not None
                here = records.people.position(person)
                there = replace(here, question=question, returning_to=here.question)
                records.people.place(person, there)
                records.commit()
        finally:
            parts.database.dispose()

    def is_asked_by_the_team(self, words: str) -> None:
        """Have a member of the team that this person shares with ask them something, as the staff site would."""
        parts = build(self.stacks[str(self.client.base_url).rstrip("/")])
        try:
            with parts.begin() as records:
                person = records.sessions.person(self.session)
                assert person is not None
                share = records.teamwork.of(person)[0]
                records.teamwork.questions.ask(share, "somebody in the team", words)
                records.commit()
        finally:
            parts.database.dispose()


_TO_FOCUS = ("hello", "!For me")
_TO_MORE = (*_TO_FOCUS, "sitting in my garden", "it is where I feel like myself", "someone who asks before helping")
_TO_IDEAS = (*_TO_MORE, "!Yes, something else")
_TO_DO = (*_TO_IDEAS, "!More ideas", "!More ideas", "!More ideas", "!Please do, please do not")
_TO_CHECK = (*_TO_MORE, "!No, show me")
_TO_CONSENT = (*_TO_CHECK, "!It is right")
_KEPT = (*_TO_CONSENT, "!Yes, keep it")
_TO_SHARE = (*_KEPT, "!Share my summary")
_TO_TEAM = (*_TO_SHARE, "!The Garden Team", "!No name", "!Everything", "!One week")
_TO_AFTER = (*_TO_SHARE, "!Only after I die")
_ASKED = (*_TO_TEAM, "!Yes, share it", "?When may we ring you?", "hello")
_TO_SUPPORT = (*_KEPT, "!Find support")
_TALKED = (*_TO_FOCUS, "we had the talk")
_DIED = ("hello", "!Someone has died")
_TO_PLAN = ("hello", "plan a conversation", "!For me")
_TO_HARD = (*_TO_PLAN, "my sister Jean", "nobody else", "Sunday after lunch", "her kitchen", "that we can laugh")
_TO_TONE = (*_TO_HARD, "she may cry")
_TO_CARD = (*_TO_TONE, "!Gentle")
_WAYS: dict[str, tuple[str, ...]] = {
    "welcome_door": ("hello",),
    "plan_who": _TO_PLAN,
    "plan_others": _TO_HARD[:4],
    "plan_when": _TO_HARD[:5],
    "plan_where": _TO_HARD[:6],
    "plan_hope": _TO_HARD[:7],
    "plan_hard": _TO_HARD,
    "plan_tone": _TO_TONE,
    "plan_words": (*_TO_TONE, "!In my own words"),
    "plan_check": _TO_CARD,
    "plan_change": (*_TO_CARD, "!Change something"),
    "plan_ready": (*_TO_CARD, "!It is right"),
    "plan_clear": (*_TO_CARD, "!Delete this plan"),
    "focus_what": _TO_FOCUS,
    "focus_why": _TO_MORE[:3],
    "focus_support": _TO_MORE[:4],
    "focus_more": _TO_MORE,
    "focus_several": (*_TO_FOCUS, "my garden at dusk\nour old dog Alfie"),
    "focus_place": (*_TO_IDEAS, "!Home and place of care"),
    "focus_do": _TO_DO,
    "focus_do_not": (*_TO_DO, "knock before you come in"),
    "focus_caring": ("hello", "!For someone close to me", "sitting in his garden", "skip", "skip", "!No, show me"),
    "focus_order": (*_TO_MORE, "sunday lunch", "skip", "skip", "the choir", "skip", "skip", "!No, show me"),
    "record_check": _TO_CHECK,
    "record_change_which": (*_TO_CHECK, "!Change a line"),
    "record_change_words": (*_TO_CHECK, "!Change a line", "!1."),
    "record_remove_which": (*_TO_CHECK, "!Take out a line"),
    "record_move_which": (*_TO_CHECK, "!Put a line first"),
    "record_add_heading": (*_TO_CHECK, "!Add a line"),
    "record_add_words": (*_TO_CHECK, "!Add a line", "!People who are important"),
    "record_consent": _TO_CONSENT,
    "record_copy": (*_TO_CONSENT, "!No, do not keep it"),
    "record_paste": ("hello", "!For me", "can I paste my about me"),
    "record_copy_which": (*_KEPT, "get a copy"),
    "record_copy_more": (*_KEPT, "get a copy", "!More kinds"),
    "record_delete": (*_KEPT, "delete everything"),
    "share_who": _TO_SHARE,
    "share_called": (*_TO_SHARE, "!The Garden Team"),
    "share_sections": (*_TO_SHARE, "Aunt May"),
    "share_expiry": (*_TO_SHARE, "Aunt May", "!Everything"),
    "share_consent": (*_TO_SHARE, "Aunt May", "!Everything", "!One week"),
    "share_team_consent": _TO_TEAM,
    "share_after_who": _TO_AFTER,
    "share_after_parts": (*_TO_AFTER, "Aunt May"),
    "share_after_trusted": (*_TO_AFTER, "Aunt May", "!Everything"),
    "share_after_until": (*_TO_AFTER, "Aunt May", "!Everything", "Jo and Sam"),
    "share_after_consent": (*_TO_AFTER, "Aunt May", "!Everything", "Jo and Sam", "!No end date"),
    "improve_answer": _ASKED,
    "improve_send": (*_ASKED, "after ten in the morning"),
    "improve_count": (*_KEPT, "you may use my notes to make this better"),
    "improve_contact": (*_KEPT, "I am happy to be contacted about this"),
    "signposting_need": _TO_SUPPORT,
    "signposting_who": (*_TO_SUPPORT, "!Someone has died"),
    "signposting_how": (*_DIED, "!Support for me", "!A friend"),
    "signposting_young": ("hello", "!I am here to help", "!Someone has died"),
    "signposting_place": (*_TO_SUPPORT, "!I look after someone"),
    "signposting_wrong": (*_TO_SUPPORT, "!Someone has died", "!A friend", "!A number is wrong"),
    "bereavement_which": _DIED,
    "bereavement_nation": (*_DIED, "!What to do after a death"),
    "bereavement_step": (*_DIED, "!What to do after a death", "!England"),
    "reflect_how": _TALKED,
    "reflect_learned": (*_TALKED, "!It went well"),
    "reflect_unsaid": (*_TALKED, "!It went well", "he wants the window open"),
    "reflect_now": (*_TALKED, "!It went well", "he wants the window open", "skip"),
    "reflect_notes": (*_TALKED, "!It went well", "he wants the window open", "skip", "!All right"),
    "reflect_under": (*_TALKED, "!It went well", "he wants the window open", "skip", "!All right", "!Yes, somewhere"),
    "reflect_next": (*_TALKED, "!It went well", "skip", "skip", "!All right"),
    "reflect_again": (*_TALKED, "!It did not happen"),
    "reminder_when": (*_TO_FOCUS, "~reminder_when", "carry on"),
    "shared": (*_TO_SHARE, "Aunt May", "!Everything", "!One week", "!Yes, make the link"),
    "session_start_over": (*_TO_MORE, "start again"),
    "kept": _KEPT,
}
_LET_GO = {
    "shared",
    "kept",
    "signposting_wrong",
    "bereavement_nation",
    "bereavement_which",
    "signposting_who",
    "signposting_how",
    "signposting_young",
    "signposting_place",
    "improve_count",
    "improve_contact",
}
LASTING = [name for name in _WAYS if name not in _LET_GO]
"""Questions that stay open whatever comes between: not which number is wrong, nor what is asked of whoever
grieves or looks for help, nor a yes that somebody offered: leaving that is a no."""


def make_stack(folder: Path, **settings: Any) -> Stack:
    """A stack that is not started yet, with its store made and its model trained."""
    seen_by_engine = free_port()
    made = Settings(
        data_dir=folder,
        web_port=free_port(),
        rasa_port=free_port(),
        actions_port=free_port(),
        organisation="Bramble Hospice",
        engine_secret=SecretStr(secrets.token_urlsafe(16)),
        turn_seconds=TURN_SECONDS,
        new_sessions_a_minute=1_000_000,
        **settings,
    )
    made.log_dir.mkdir(mode=0o700, exist_ok=True)
    prepare_store(made)
    parts = build(made)
    parts.accounts.add_team("The Garden Team", answers_within=3)
    parts.database.dispose()
    Person.stacks[made.local_url] = made
    clock = SystemClock()
    model = ensure_model(Layout(), Screen(Console(), clock), clock, lambda: False)
    services = {service.name: service for service in three_services(made, Layout(), model)}
    engine = services["engine"]
    services["engine"] = replace(
        engine,
        environment=engine.environment | {"WHATMATTERS_ACTIONS_URL": f"http://127.0.0.1:{seen_by_engine}/webhook"},
    )
    return Stack(made, services, ActionsProxy(seen_by_engine, made.actions_url))
