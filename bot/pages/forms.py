"""Reading what a page's form sent, with a limit, so that one request cannot fill the memory."""

from urllib.parse import parse_qsl

from starlette.requests import Request

LIMIT = 1024 * 1024
"""Bytes. The longest message the gateway takes fits in, even where each character is sent as nine."""
MOST_FIELDS = 20


class FormTooLargeError(Exception):
    """More than the limit was sent. Nothing of it was read further."""


async def read_form(request: Request, limit: int = LIMIT) -> dict[str, str]:
    """Return the fields of a URL-encoded form; for a repeated field the last. `limit` is in bytes.

    Browsers send line ends as CR LF; they come back as LF, as they were typed. Raises FormTooLargeError.
    """
    return dict(await read_fields(request, limit))


async def read_fields(request: Request, limit: int = LIMIT, most: int = MOST_FIELDS) -> list[tuple[str, str]]:
    """Return the fields of a URL-encoded form in their order, as often as each was sent. Raises FormTooLargeError.

    NUL is left out: nobody types it, and PostgreSQL refuses it.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise FormTooLargeError
    sent = body.decode("ascii", "replace")
    try:
        fields = parse_qsl(sent, keep_blank_values=True, errors="replace", max_num_fields=most)
    except ValueError as error:  # more fields than any form of ours has
        raise FormTooLargeError from error
    return [(name, value.replace("\r\n", "\n").replace("\0", "")) for name, value in fields]
