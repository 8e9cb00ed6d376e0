"""What a request asks for, read as Telegram reads it: from the address, a form, JSON or a form with files."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from tests.telegram_server.errors import bad_request

_STRUCTURED = {"reply_markup", "reply_parameters", "link_preview_options", "entities", "caption_entities"}
_STRUCTURED |= {"commands", "scope", "allowed_updates"}


@dataclass(frozen=True)
class Upload:
    """A file of a request."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True)
class Parameters:
    """The parameters by name, all as text, and the files by the name of their part."""

    texts: dict[str, str]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.texts.get(name, "")

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def integer(self, name: str, otherwise: int, *, least: int = -(2**62), most: int = 2**62) -> int:
        """A number within bounds; Telegram quietly brings one back that is outside, and reads nonsense as 0."""
        given = self.text(name).strip()
        if not given:
            return otherwise
        try:
            number = int(given)
        except ValueError:
            number = 0
        return max(least, min(most, number))

    def structure(self, name: str, what: str) -> Any:
        """What is written there as JSON; None where there is nothing. Raises ApiError where it is not JSON."""
        given = self.text(name)
        if not given:
            return None
        try:
            return json.loads(given)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    @property
    def chat_id(self) -> int | None:
        given = self.text("chat_id").strip()
        return int(given) if given.lstrip("-").isdigit() else None

    def as_recorded(self) -> dict[str, Any]:
        """For a test to look at: keyboards and the like as structures, all else as the text that was sent."""
        return {name: _read(name, given) for name, given in self.texts.items()}


def _read(name: str, given: str) -> Any:
    if name in _STRUCTURED:
        try:
            return json.loads(given)
        except ValueError:
            pass
    return given


async def read_parameters(request: Request) -> Parameters:
    """Raises ApiError where the body is not what its type says."""
    texts = dict(request.query_params)
    files: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = await request.body()
        try:
            given = json.loads(body) if body else {}
        except ValueError:
            given = None
        if not isinstance(given, dict):
            raise bad_request("can't parse request body as JSON object")
        texts |= {name: value if isinstance(value, str) else json.dumps(value) for name, value in given.items()}
    elif kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        async with request.form() as form:
            for name, part in form.multi_items():
                if isinstance(part, UploadFile):
                    content = await part.read()
                    mime_type = part.content_type or "application/octet-stream"
                    files[name] = Upload(part.filename or "", mime_type, content)
                else:
                    texts[name] = part
    return Parameters(texts, files)
