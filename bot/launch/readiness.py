"""Asking our own processes over loopback whether they can do their work."""

from collections.abc import Mapping
from http import HTTPStatus
from types import TracebackType
from typing import Self

import httpx

from bot.launch.processes import Service

_PATIENCE = 2.0
"""Seconds for one answer; the web process asks the engine before it answers."""


class Asker:
    """A small HTTP client that never leaves this machine and uses no proxy. Errors count as "not ready"."""

    def __init__(self, seconds: float = _PATIENCE) -> None:
        self._client = httpx.Client(trust_env=False, verify=False, timeout=seconds)  # noqa: S501  (plain HTTP)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def is_ready(self, service: Service) -> bool:
        return self.answers(service.ready_url, service.ready_headers) == HTTPStatus.OK

    def answers(self, url: str, headers: Mapping[str, str] | None = None) -> int | None:
        """The status that a GET gives, or None when nothing answers."""
        try:
            return self._client.get(url, headers=headers).status_code
        except httpx.HTTPError:
            return None
