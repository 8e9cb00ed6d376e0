"""The action server: rasa-sdk's executor behind a small ASGI route of our own.

rasa-sdk's own server answers a failed action with the whole tracker, which Rasa then writes to its log; this one
answers with the name of the action alone. Only the engine, which knows the secret, is answered at all.
"""

import hmac
import logging

from rasa_sdk.executor import ActionExecutor
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions import all_actions
from bot.bootstrap import build
from bot.settings import Settings

log = logging.getLogger(__name__)


def create() -> Starlette:
    """Build the application for the settings in the environment."""
    settings = Settings()
    parts = build(settings)
    executor = ActionExecutor()
    for action in all_actions(parts.begin, parts.facts):
        executor.register_action(action)
    secret = settings.engine_secret.get_secret_value() if settings.engine_secret else ""
    if not secret:
        raise RuntimeError("WHATMATTERS_ENGINE_SECRET is not set. Start everything with: what-matters run")
    parts.facts.information()  # now, so that a fault in a text is told to whoever starts this, not to a person
    parts.reader.warm()  # now, so that nobody's first message waits for it
    parts.judge()  # the reader asks it too, and would load it while it holds up every other message
    return application(executor, secret)


def application(executor: ActionExecutor, secret: str) -> Starlette:
    """Return the application around an executor."""

    async def webhook(request: Request) -> Response:
        shown = request.headers.get("authorization", "")
        if not hmac.compare_digest(shown.encode(), f"Bearer {secret}".encode()):
            return JSONResponse({"error": "not allowed"}, status_code=401)
        # The engine leaves the domain out of its calls; without any at all the executor would ask for it.
        call = {"domain": {}} | await request.json()
        name = str(call.get("next_action"))
        try:
            result = await executor.run(call)
        except Exception as error:  # noqa: BLE001  (whatever went wrong, the engine must not be sent a word of it)
            log.error("action %s failed (%s)", name, type(error).__name__)  # noqa: TRY400
            return JSONResponse({"error": "the action failed", "action_name": name}, status_code=500)
        return JSONResponse(result if isinstance(result, dict) else result.model_dump())

    async def health(_request: Request) -> Response:
        return JSONResponse({"ok": True})

    return Starlette(routes=[Route("/webhook", webhook, methods=["POST"]), Route("/health", health)])
