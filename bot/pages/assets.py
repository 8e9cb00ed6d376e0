"""Our own and vendored static files, held in memory, under addresses that change with their content.

Kept apart from Starlette's StaticFiles because a hash in the address lets a browser keep a file for ever, and
because each file is packed once at start rather than on every request.
"""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

STATIC = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, ready to send."""

    content: bytes
    packed: bytes
    media_type: str
    digest: str


@cache
def assets() -> Mapping[str, Asset]:
    """Return every static file by its name below the static folder; other kinds of file are not served."""
    files = sorted(path for path in STATIC.rglob("*") if path.suffix in TYPES)
    return {path.relative_to(STATIC).as_posix(): _read(path) for path in files}


def asset_url(name: str) -> str:
    """Return the address of a static file. Raises KeyError for a name that does not exist."""
    return f"/static/{assets()[name].digest}/{name}"


def serve(request: Request) -> Response:
    asset = assets().get(request.path_params["name"])
    if asset is None:
        raise HTTPException(404)
    # A page from before an update may ask with the old hash: it gets today's file, which is then not kept.
    cache_control = FOR_EVER if request.path_params["digest"] == asset.digest else "no-cache"
    headers = {"Cache-Control": cache_control, "Content-Type": asset.media_type, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(asset.packed, headers=headers | {"Content-Encoding": "gzip"})
    return Response(asset.content, headers=headers)


STATIC_ROUTE = Route("/static/{digest}/{name:path}", serve, methods=["GET"], include_in_schema=False)


def _read(path: Path) -> Asset:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:16]
    return Asset(content, gzip.compress(content, mtime=0), TYPES[path.suffix], digest)
