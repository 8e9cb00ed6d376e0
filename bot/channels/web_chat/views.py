"""The chat page's addresses.

Opening the page creates nobody: a person exists only once the browser has asked for a greeting by POST.
Each POST answers a fragment (one turn) to our own script, and the whole page to a plain form. A plain form
gets its page directly, without a redirect: between a POST and a GET the reply's words would need a second
home. Sending such a form again is harmless, because its message id is the same.
"""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from uuid import NAMESPACE_OID, uuid5

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.channels.inbound import UnknownSessionError
from bot.channels.lines import LONGEST_READ
from bot.channels.web_chat.presenters import (
    EMPTY,
    NEW_CONVERSATION,
    NOT_SENT,
    ChatView,
    TurnView,
    present_chat,
    present_fault,
    present_start,
    present_turn,
)
from bot.channels.web_chat.session_cookie import SessionCookie
from bot.model.messages import Reply
from bot.pages.environment import Pages, page_title
from bot.pages.facts import SiteFacts
from bot.pages.forms import read_form
from bot.pages.limits import NewSessions
from bot.understanding.card import is_code

logger = logging.getLogger(__name__)

CHANNEL = "web"
TEMPLATES = Path(__file__).parent / "templates"


class Inbound(Protocol):
    """The gateway, as far as this page uses it. `bot.channels.inbound.Inbound` is the real one."""

    async def open_session(self, channel: str) -> str: ...

    async def receive(
        self,
        token: str | None,
        *,
        text: str | None = None,
        choice: str | None = None,
        message_id: str | None = None,
    ) -> Reply: ...

    async def arrive(self, token: str) -> Reply: ...

    async def leave(self, token: str) -> None: ...


class ChatServices(Protocol):
    """What the page is handed."""

    @property
    def inbound(self) -> Inbound: ...

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def new_sessions(self) -> NewSessions: ...


def routes(services: ChatServices) -> APIRouter:
    """Return the addresses: /, /chat/arrive, /chat/messages, /leave and /chat/leave."""
    router = APIRouter(include_in_schema=False)
    page = ChatPage(services)
    router.add_api_route("/", page.opened, methods=["GET", "HEAD"])
    router.add_api_route("/chat/arrive", page.arrived, methods=["POST"])
    router.add_api_route("/chat/messages", page.said, methods=["POST"])
    router.add_api_route("/chat/leave", page.left, methods=["POST"])
    router.add_api_route("/leave", page.asked_to_leave, methods=["GET"])
    # Somebody who reloads the address of a plain form's answer starts from the page itself.
    for path in ("/chat/arrive", "/chat/messages"):
        router.add_api_route(path, page.back_to_the_start, methods=["GET"])
    return router


class ChatPage:
    """The views. They hold nothing between requests."""

    def __init__(self, services: ChatServices) -> None:
        self._inbound = services.inbound
        self._new_sessions = services.new_sessions
        self._cookie = SessionCookie(services.settings.public_url)
        self._pages = Pages(services.settings, TEMPLATES)

    async def opened(self, request: Request) -> Response:
        card = request.query_params.get("card", "")
        view = present_start(returning=self._cookie.read(request) is not None, card=card if is_code(card) else "")
        return self._whole(view)

    async def back_to_the_start(self) -> Response:
        return RedirectResponse("/", 303)

    async def arrived(self, request: Request) -> Response:
        try:
            form = await read_form(request)
            if is_code(form.get("card", "")):
                token, reply = await self._open_card(request, form)
            else:
                token, reply = await self._greet(self._cookie.read(request), counted=request)
        except HTTPException:
            raise  # too many new conversations: the site has a page for it
        except Exception as error:  # noqa: BLE001  (never silent: whatever went wrong, the page says so)
            return self._failed(request, error)
        return self._answer(request, present_turn(reply), token)

    async def said(self, request: Request) -> Response:
        """Hands words or a choice on. Words that nobody was there to take are put back into the box."""
        form = await read_form(request)
        text, choice = form.get("text", ""), form.get("choice", "")
        if not choice and not text.strip():
            return self._whole(present_fault(EMPTY), 422)
        try:
            return await self._send(request, text, choice, form)
        except UnknownSessionError:
            return await self._start_again(request, text)
        except Exception as error:  # noqa: BLE001  (as above; the words must not be lost either)
            return self._failed(request, error, text)

    async def asked_to_leave(self) -> Response:
        return self._pages.render("web_chat/leave.jinja", title=page_title("Leave the conversation"))

    async def left(self, request: Request) -> Response:
        token = self._cookie.read(request)
        if token is not None:
            with suppress(UnknownSessionError):
                await self._inbound.leave(token)
        response = RedirectResponse("/closed", 303)
        self._cookie.remove(response)
        return response

    async def _greet(self, token: str | None, counted: Request | None = None) -> tuple[str, Reply]:
        """Greets; one whose session is gone gets a new one. `counted` is a request that merely asks for that."""
        if token is not None:
            try:
                return token, await self._inbound.arrive(token)
            except UnknownSessionError:
                logger.info("a session had ended; a new one is opened")
        if counted is not None:
            self._new_sessions.take(counted)
        token = await self._inbound.open_session(CHANNEL)
        return token, await self._inbound.arrive(token)

    async def _open_card(self, request: Request, form: dict[str, str]) -> tuple[str, Reply]:
        """Says the code on a card from a volunteer, as if it had been typed; it greets somebody new by itself."""
        words = f"code {form['card']}"
        message_id = _message_id(form.get("message_id", ""), words)
        token = self._cookie.read(request)
        if token is not None:
            with suppress(UnknownSessionError):
                return token, await self._inbound.receive(token, text=words, message_id=message_id)
        self._new_sessions.take(request)
        token = await self._inbound.open_session(CHANNEL)
        return token, await self._inbound.receive(token, text=words, message_id=message_id)

    async def _send(self, request: Request, text: str, choice: str, form: dict[str, str]) -> Response:
        token = self._cookie.read(request)
        message_id = _message_id(form.get("message_id", ""), choice or text)
        words = {"choice": choice} if choice else {"text": text[:LONGEST_READ]}
        try:
            reply = await self._inbound.receive(token, **words, message_id=message_id)
        except UnknownSessionError:
            if token is not None:
                raise
            # The first message of a browser never greeted; a crisis was answered without a session.
            token = await self._inbound.open_session(CHANNEL)
            reply = await self._inbound.receive(token, **words, message_id=message_id)
        said = form.get("said", "") if choice else text
        return self._answer(request, present_turn(reply, said), token, words="" if reply.received else text)

    async def _start_again(self, request: Request, text: str) -> Response:
        if _wants_fragment(request):
            return Response(status_code=401)
        try:
            token, reply = await self._greet(None)
        except Exception as error:  # noqa: BLE001  (as above)
            return self._failed(request, error, text)
        view = present_chat(present_turn(reply), note=NEW_CONVERSATION, words=text)
        return self._with_cookie(self._whole(view), token)

    def _answer(self, request: Request, turn: TurnView, token: str | None, *, words: str = "") -> Response:
        if _wants_fragment(request):
            # The script has shown the person's own words already.
            response: Response = self._pages.render("web_chat/fragment.jinja", turn=turn)
        else:
            response = self._whole(present_chat(turn, words=words))
        return self._with_cookie(response, token)

    def _failed(self, request: Request, error: Exception, text: str = "") -> Response:
        # The kind of fault only: its message could hold words.
        logger.error("a chat request failed: %s", type(error).__name__)
        if _wants_fragment(request):
            return Response(status_code=503)
        return self._whole(present_fault(NOT_SENT, text), 503)

    def _whole(self, view: ChatView, status: int = 200) -> Response:
        return self._pages.render("web_chat/page.jinja", status=status, title=view.title, chat=view)

    def _with_cookie(self, response: Response, token: str | None) -> Response:
        if token is not None:
            self._cookie.set(response, token)
        return response


def _wants_fragment(request: Request) -> bool:
    """Only our own script sends this header; another site's could not without being refused first."""
    return request.headers.get("x-fragment") == "turn"


def _message_id(page_id: str, content: str) -> str | None:
    """Return an id that is the same for the same words from the same form, so that a repeat counts once.

    The content is part of it because a browser's Back button brings the form back with its old id.
    """
    return str(uuid5(NAMESPACE_OID, f"{page_id}\n{content}")) if page_id else None
