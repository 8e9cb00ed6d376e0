"""Setting, taking away and describing the webhook."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from tests.telegram_server.errors import bad_request
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.result import Result
from tests.telegram_server.updates import BY_DEFAULT, KINDS
from tests.telegram_server.webhook_settings import WebhookSettings
from tests.telegram_server.world import World

LONGEST_SECRET = 256


def set_webhook(world: World, asked: Parameters) -> Result:
    """An empty address takes the webhook away. An http address is fine here, as for a server in local mode."""
    url = asked.text("url")
    if not url:
        return delete_webhook(world, asked)
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    secret = asked.text("secret_token")
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if re.fullmatch(r"[A-Za-z0-9_-]*", secret) is None:
        raise bad_request("secret token contains unallowed characters")
    new = WebhookSettings(
        parts.geturl(),
        secret,
        asked.integer("max_connections", 40, least=1, most=100),
        asked.text("ip_address"),
        generation=world.webhook.generation,
    )
    allow(world, asked)
    if _is_as_before(new, world.webhook) and not asked.flag("drop_pending_updates"):
        return Result(description="Webhook is already set", has_effect=False)
    _replace(world, asked, new)
    return Result(description="Webhook was set")


def delete_webhook(world: World, asked: Parameters) -> Result:
    if not world.webhook.url and not asked.flag("drop_pending_updates"):
        return Result(description="Webhook is already deleted", has_effect=False)
    was_set = bool(world.webhook.url)
    _replace(world, asked, WebhookSettings())
    return Result(description="Webhook was deleted" if was_set else "Webhook is already deleted")


def get_webhook_info(world: World, asked: Parameters) -> Result:
    del asked
    webhook = world.webhook
    info: dict[str, Any] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.queue.waiting()),
    }
    if webhook.url:
        info |= {"max_connections": webhook.max_connections}
        info |= {"ip_address": webhook.ip_address} if webhook.ip_address else {}
    if webhook.last_error_date is not None:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error_message}
    if world.queue.allowed != BY_DEFAULT:
        info |= {"allowed_updates": [kind for kind in KINDS if kind in world.queue.allowed]}
    return Result(info, has_effect=False)


def allow(world: World, asked: Parameters) -> None:
    """Take over the kinds of updates that are asked for. What is not named, or not readable, leaves all as it was."""
    given = asked.text("allowed_updates")
    try:
        kinds = json.loads(given) if given else None
    except ValueError:
        return
    if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
        world.queue.allowed = frozenset(kind.lower() for kind in kinds) & frozenset(KINDS) or BY_DEFAULT


def _is_as_before(new: WebhookSettings, old: WebhookSettings) -> bool:
    names = ("url", "secret_token", "max_connections", "ip_address")
    return all(getattr(new, name) == getattr(old, name) for name in names)


def _replace(world: World, asked: Parameters, new: WebhookSettings) -> None:
    new.generation = world.webhook.generation + 1
    world.webhook = new
    if asked.flag("drop_pending_updates"):
        world.queue.keep_last(0)
    for update in world.queue.pending:
        update.due, update.failures = world.clock.now(), 0
    world.bell.ring()
