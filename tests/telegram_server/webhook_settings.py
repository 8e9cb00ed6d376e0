"""Where updates are sent to, as setWebhook was told, and what went wrong there last."""

from dataclasses import dataclass


@dataclass
class WebhookSettings:
    """No `url` means that the bot fetches its updates itself."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str = ""
    last_error_date: int | None = None
    last_error_message: str = ""
    generation: int = 0
    """Rises at every change, so that what is under way to an old address knows it."""
