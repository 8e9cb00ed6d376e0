"""The search for support as JSON, open to any program. Its shape is a fixed contract."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.model.directory import Looking, Match
from bot.signposting.places import read_district
from bot.web.support import first_hours
from bot.web.support.asking import MOST_READ, WHEN_FAULT, WhenError, read_when
from bot.web.support.first import First, read_first
from bot.web.support.first_presenters import DANGER, DANGER_MORE
from bot.web.support.numbers import voice_number, web_address
from bot.web.support.open_json import OPEN, FaultOut
from bot.web.support.services import SupportServices

DISTRICT_FAULT = "This is no postcode district in the UK. Write the first part of one, such as DT1, or leave it out."


class SupportOut(BaseModel):
    """One service. `phone` and `url` are empty when there is none."""

    name: str
    phone: str = Field(description="The number to call, as it is printed.")
    url: str
    why: str = Field(description="A sentence on why it fits.")
    open_now: bool | None = Field(description="Whether it answers at `when`; null when its hours are not known.")


class FirstOut(BaseModel):
    """What to say before any service: that somebody may be in danger, or what to do when somebody has just died."""

    kind: Literal["danger", "just_died", "perhaps_just_died"] = Field(
        description="danger: a life may be at risk now. just_died: somebody has just died. perhaps_just_died: the same "
        "text, where the death may have been long ago; offer it under a heading of its own, rather than say it at once."
    )
    text: list[str] = Field(description="What to say, a paragraph each.")
    phone: str = Field(description="The number to call now, or empty where that depends on what happened.")


class SupportsOut(BaseModel):
    """At most three, best first."""

    first: list[FirstOut] = Field(description="What comes before any of them; mostly nothing.")
    results: list[SupportOut] = Field(max_length=3)


def routes(services: SupportServices) -> APIRouter:
    """Return GET /api/support/search. Raises ResponsesError."""
    first_hours.load()
    router = APIRouter(prefix="/api/support", tags=["support"])

    # A plain function: FastAPI runs it in a thread, where waiting for the store holds nobody up.
    @router.get("/search", responses={422: {"model": FaultOut, "description": "Not a place, or not a time"}})
    def search(
        response: Response,
        q: Annotated[str, Query(description="What is needed, in anybody's words. Leave out names.")] = "",
        district: Annotated[str, Query(description="The first part of a postcode, such as DT1.")] = "",
        when: Annotated[str, Query(description="UK local time, such as 2026-11-21T14:30; now when left out.")] = "",
    ) -> SupportsOut:
        """Find services for somebody who is ill, who cares for someone or who grieves."""
        place = read_district(district) if district.strip() else None
        if district.strip() and place is None:
            raise HTTPException(422, DISTRICT_FAULT, headers=OPEN)
        try:
            moment = read_when(when)
        except WhenError:
            raise HTTPException(422, WHEN_FAULT, headers=OPEN) from None
        words = " ".join(q.replace("\0", " ").split())[:MOST_READ]
        looking = Looking(text=words, district=place.code if place else "", when=moment)
        found = services.finder.find(looking)
        response.headers.update(OPEN)
        first = _first(read_first(services.finder, looking))
        return SupportsOut(first=first, results=[_shown(match) for match in found.matches])

    return router


def _first(first: First) -> list[FirstOut]:
    said = [FirstOut(kind="danger", text=[DANGER, DANGER_MORE], phone="999")] if first.danger else []
    if not first.steps:
        return said
    return [
        *said,
        FirstOut(kind="perhaps_just_died" if first.perhaps else "just_died", text=list(first.steps), phone=""),
    ]


def _shown(match: Match) -> SupportOut:
    entry = match.entry
    return SupportOut(
        name=entry.name,
        phone=voice_number(entry),
        url=web_address(entry.url),
        why=match.why,
        open_now=match.open_now,
    )
