"""The address of a time for somebody's own calendar. The time is all there is to it, so it asks for nothing."""

from fastapi import APIRouter, HTTPException
from starlette.responses import Response

from bot.exports.calendar import moment_in
from bot.exports.files import time_for_calendar
from bot.model.clock import Clock
from bot.web.copy.download import download


def calendar_routes(clock: Clock) -> APIRouter:
    """Return the one address, /calendar/{name}; the name is that of `bot.exports.calendar.path_of`."""
    router = APIRouter(include_in_schema=False)

    @router.get("/calendar/{name}")
    def calendar(name: str) -> Response:
        moment = moment_in(name)
        if moment is None:
            raise HTTPException(404)
        return download(time_for_calendar(moment, clock.now()))

    return router
