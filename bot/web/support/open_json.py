"""Answers of the open directory: readable from any site, kept for a short while, and told apart by their content."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

OPEN = {"Access-Control-Allow-Origin": "*"}
"""What lets pages of other sites read an answer. It carries no cookie and holds nothing about anybody."""
KEPT = "public, max-age=300"
"""Five minutes: a corrected number is soon everywhere, and a harvest does not ask twice for a page."""


class FaultOut(BaseModel):
    """What is wrong and what to do."""

    detail: str


def open_json(request: Request, content: Any) -> Response:
    """Return content as JSON with its ETag, or 304 when the program that asks has it already.

    What was typed into a search is not kept by anything on the way.
    """
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    kept = "no-store" if request.query_params.get("search") else KEPT
    headers = OPEN | {"Access-Control-Expose-Headers": "ETag", "ETag": tag, "Cache-Control": kept}
    if tag in [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")
