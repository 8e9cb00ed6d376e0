"""The web application: chat page, chat API, shared pages, own copies and health, joined into one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from starlette.responses import JSONResponse

from bot.bootstrap import Parts, build
from bot.channels import chat_api, health, web_chat
from bot.channels.engine import RasaEngine
from bot.channels.inbound import Inbound, UnknownSessionError
from bot.channels.lines import Lines
from bot.channels.turn_store import TurnStore
from bot.jobs.retention import keep_retaining
from bot.pages import site
from bot.pages.limits import NewSessions
from bot.safety import door, screen
from bot.safety.judge import judge_with
from bot.settings import Settings
from bot.stages.share_pages import SharedPages
from bot.web import copy, shared


@dataclass(frozen=True, slots=True)
class Services:
    """What the pages are handed."""

    settings: Settings
    inbound: Inbound
    shared_pages: SharedPages
    new_sessions: NewSessions


def create() -> FastAPI:
    """Build the application for the settings in the environment."""
    settings = Settings()
    secret = settings.engine_secret.get_secret_value() if settings.engine_secret else ""
    return application(build(settings), RasaEngine(settings.engine_url, secret, settings.turn_seconds))


def application(parts: Parts, engine: RasaEngine) -> FastAPI:
    """Return the application around its parts."""
    # Now, so that a broken file of patterns, encoder or texts stops the start instead of the first message in danger.
    screen.load()
    door.load()
    settings = parts.settings
    inbound = Inbound(TurnStore(parts.begin), engine, Lines(), judge_with(settings.encoder_dir))
    services = Services(settings, inbound, parts.shared_pages, NewSessions(settings.new_sessions_a_minute))

    @asynccontextmanager
    async def while_running(_app: FastAPI) -> AsyncIterator[None]:
        retention = asyncio.create_task(keep_retaining(parts.begin, settings.draft_days, engine.forget))
        yield
        retention.cancel()
        with suppress(asyncio.CancelledError):
            await retention
        await engine.close()
        parts.database.dispose()

    app = FastAPI(
        title="What Matters",
        version="1",
        description="Talk with What Matters from a program. Every message gets a reply.",
        docs_url=None,
        redoc_url=None,
        lifespan=while_running,
    )
    site.install(app, settings)
    app.include_router(chat_api.routes(services.inbound, services.new_sessions))
    app.include_router(web_chat.routes(services))
    app.include_router(shared.routes(services))
    app.include_router(copy.routes(services))
    app.include_router(health.routes(engine, parts.begin, settings.actions_url))

    @app.exception_handler(UnknownSessionError)
    async def unknown_session(_request: Request, _error: UnknownSessionError) -> Response:
        detail = "There is no such session. Start one with POST /api/chat/sessions."
        return JSONResponse({"detail": detail}, status_code=401, headers={"WWW-Authenticate": "Bearer"})

    @app.exception_handler(RequestValidationError)
    async def malformed(_request: Request, error: RequestValidationError) -> Response:
        # Without `input`, which would send a person's words back and forth for nothing.
        told = [{"loc": one["loc"], "msg": one["msg"], "type": one["type"]} for one in error.errors()]
        return JSONResponse({"detail": jsonable_encoder(told)}, status_code=422)

    return app
