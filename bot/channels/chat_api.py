"""The chat API for programs: the same conversation as JSON. Its shape is a fixed contract."""

from typing import Annotated, Self

from fastapi import APIRouter, Header, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.channels.inbound import Inbound
from bot.channels.lines import LONGEST_READ
from bot.model.messages import Reply
from bot.pages.limits import NewSessions


def _whole_characters(value: object) -> object:
    """Leave out halves of characters, which phones send when they cut a text; the rest is kept."""
    return value.encode("utf-8", "ignore").decode() if isinstance(value, str) else value


Words = Annotated[str, BeforeValidator(_whole_characters)]


class SessionOut(BaseModel):
    """A new session."""

    session: str = Field(description="Send it as `Authorization: Bearer <session>` with every message.")


class MessageIn(BaseModel):
    """What a person said, or the id of the button they pressed: exactly one of the two."""

    model_config = ConfigDict(extra="forbid")

    text: Words | None = Field(default=None, description="Words, as they were typed.")
    choice: Words | None = Field(default=None, max_length=64, description="`choice` of a button that was offered.")
    message_id: Words | None = Field(
        default=None,
        min_length=1,
        max_length=64,
        description="Your own id. A repeat gets the same reply again.",
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.text is None) == (self.choice is None):
            raise ValueError("send either text or choice")
        return self


class ChoiceOut(BaseModel):
    """A button."""

    title: str
    choice: str


class LinkOut(BaseModel):
    """A link."""

    title: str
    url: str


class MessageOut(BaseModel):
    """One message of the assistant."""

    text: str
    choices: list[ChoiceOut]
    links: list[LinkOut]


class ReplyOut(BaseModel):
    """The reply, never empty. `received` false: the words could not be kept, send them again."""

    messages: list[MessageOut] = Field(min_length=1)
    received: bool


class ErrorOut(BaseModel):
    """What is wrong and what to do."""

    detail: str


def routes(inbound: Inbound, new_sessions: NewSessions) -> APIRouter:
    """Return the two routes of the chat API."""
    router = APIRouter(prefix="/api/chat", tags=["chat"])

    @router.post("/sessions", status_code=201, responses={429: {"model": ErrorOut, "description": "Wait, then again"}})
    async def open_session(request: Request) -> SessionOut:
        """Start a conversation with somebody new."""
        new_sessions.take(request)
        return SessionOut(session=await inbound.open_session("api"))

    @router.post("/messages", responses={401: {"model": ErrorOut, "description": "No such session"}})
    async def send_message(message: MessageIn, authorization: Annotated[str, Header()] = "") -> ReplyOut:
        """Say something or press a button, and get the reply. Words that tell of danger are answered in any case."""
        scheme, _, token = authorization.partition(" ")
        given = token.strip() if scheme.lower() == "bearer" else None
        text = message.text[:LONGEST_READ] if message.text else message.text
        reply = await inbound.receive(given, text=text, choice=message.choice, message_id=message.message_id)
        return _shown(reply)

    return router


def _shown(reply: Reply) -> ReplyOut:
    return ReplyOut(
        messages=[
            MessageOut(
                text=message.text,
                choices=[ChoiceOut(title=c.title, choice=c.choice) for c in message.choices],
                links=[LinkOut(title=link.title, url=link.url) for link in message.links],
            )
            for message in reply.messages
        ],
        received=reply.received,
    )
