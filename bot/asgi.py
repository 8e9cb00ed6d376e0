"""The web application: chat, shared pages, own copies, finding support, the staff site, APIs and health, joined."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import JSONResponse

from bot.accounts.accounts import Accounts
from bot.accounts.provider import Provider, Registered
from bot.bootstrap import Parts, build
from bot.channels import chat_api, health, web_chat
from bot.channels.engine import RasaEngine
from bot.channels.inbound import Inbound, UnknownSessionError
from bot.channels.lines import Lines
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.turn_store import TurnStore
from bot.jobs.reminders import keep_reminding
from bot.jobs.retention import keep_retaining
from bot.keeping_on import keep_on
from bot.model.clock import Clock
from bot.pages import site
from bot.pages.limits import NewSessions
from bot.records.own_copies import OwnCopies
from bot.safety import door, screen
from bot.settings import Settings
from bot.signposting.directory import Directory
from bot.signposting.finder import Finder
from bot.signposting.open_directory import OpenDirectory
from bot.stages.copy_files import CopyFiles
from bot.stages.share_pages import SharedPages
from bot.stages.team_pages import TeamPages
from bot.stages.trusted_pages import TrustedPages
from bot.store.keys import open_key_file
from bot.web import copy, shared, support, trusted
from bot.web.staff import account_routes, team_routes
from bot.web.staff.guard import Guard, check_routes
from bot.web.staff.through_provider import RETURN

log = logging.getLogger(__name__)

SIGN_IN_TRIES_A_MINUTE = 30
"""By address: a whole team may be behind one."""
CARDS_A_MINUTE = 30
"""By address: a whole drop-in may be behind one."""
JOINS_A_MINUTE = 30
"""By address: looking at a link counts too."""
NUMBERS_REPORTED_A_MINUTE = 3
"""By address."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the pages are handed."""

    settings: Settings
    inbound: Inbound
    shared_pages: SharedPages
    own_copies: OwnCopies
    trusted_pages: TrustedPages
    new_sessions: NewSessions
    accounts: Accounts
    team_pages: TeamPages
    provider: Provider | None
    sign_in_tries: NewSessions
    directory: Directory
    finder: Finder
    open_directory: OpenDirectory
    cards_made: NewSessions
    numbers_reported: NewSessions
    join_tries: NewSessions
    clock: Clock


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
    inbound = Inbound(TurnStore(parts.begin), engine, Lines(), parts.judge())
    services = Services(
        settings=settings,
        inbound=inbound,
        shared_pages=parts.shared_pages,
        own_copies=parts.own_copies,
        trusted_pages=parts.trusted_pages,
        new_sessions=NewSessions(settings.new_sessions_a_minute),
        accounts=parts.accounts,
        team_pages=parts.team_pages,
        provider=_provider(settings, parts.clock),
        sign_in_tries=NewSessions(SIGN_IN_TRIES_A_MINUTE),
        directory=parts.directory,
        finder=parts.finder,
        open_directory=OpenDirectory(parts.open_transaction, parts.directory.entries),
        cards_made=NewSessions(CARDS_A_MINUTE),
        numbers_reported=NewSessions(NUMBERS_REPORTED_A_MINUTE),
        join_tries=NewSessions(JOINS_A_MINUTE),
        clock=parts.clock,
    )
    guard = Guard(parts.accounts.sessions, settings)
    files = CopyFiles(parts.shared_pages, parts.own_copies, settings.organisation, parts.clock.now)
    telegram = TelegramChannel(settings, parts.begin, inbound, files, parts.clock.now)

    @asynccontextmanager
    async def while_running(_app: FastAPI) -> AsyncIterator[None]:
        for part in (parts.reader, parts.finder):
            await _warm(part)
        drop = parts.accounts.sessions.drop_ended
        asking = settings.ask_to_keep_days
        keeping = partial(
            keep_retaining, parts.begin, settings.draft_days, engine.forget, drop_sessions=drop, ask_days=asking
        )
        retention = asyncio.create_task(keep_on("retention", keeping))
        reminding = asyncio.create_task(keep_on("reminders", partial(keep_reminding, parts.begin, telegram.reach)))
        telegram.start()
        yield
        await telegram.stop()
        for task in (retention, reminding):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await engine.close()
        parts.database.dispose()

    app = FastAPI(
        title="What Matters",
        version="1",
        description="Talk with What Matters from a program; every message gets a reply. Find support, and read it all.",
        docs_url=None,
        redoc_url=None,
        lifespan=while_running,
    )
    site.install(app, settings)
    app.include_router(chat_api.routes(services.inbound, services.new_sessions))
    app.include_router(web_chat.routes(services))
    app.include_router(web_chat.join_routes(services))
    app.include_router(shared.routes(services))
    app.include_router(trusted.routes(services))
    app.include_router(copy.routes(services))
    app.include_router(copy.calendar_routes(parts.clock))
    app.include_router(support.routes(services, guard))
    app.include_router(account_routes.routes(services, guard))
    app.include_router(team_routes.routes(services, guard))
    app.include_router(telegram.routes)
    app.include_router(health.routes(engine, parts.begin, settings.actions_url))
    check_routes(app)

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


class _Warms(Protocol):
    def warm(self) -> None: ...


async def _warm(part: _Warms) -> None:
    """Get something ready, or somebody's first search would wait for it. Danger is answered without the store too."""
    try:
        await asyncio.to_thread(part.warm)
    except SQLAlchemyError as error:
        log.warning("the store cannot be read at the start (%s)", type(error).__name__)


def _provider(settings: Settings, clock: Clock) -> Provider | None:
    if settings.oidc_client_secret is None:
        return None
    registered = Registered(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret.get_secret_value(),
        return_url=f"{settings.public_url}{RETURN}",
    )
    return Provider(registered, open_key_file(settings.key_file), clock)
