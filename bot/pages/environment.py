"""The Jinja environment: NHS components, our layout, every value escaped, a missing one shown as nothing."""

from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader
from jinja2.bccache import Bucket
from starlette.responses import HTMLResponse

from bot.pages.assets import asset_url
from bot.pages.facts import SiteFacts

SERVICE = "What Matters"
TEMPLATES = Path(__file__).parent / "templates"


class _CompiledOnce(BytecodeCache):
    """Holds templates as they were compiled, for every `Pages` of this process: all of them compile alike."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._held[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _CompiledOnce()


class Pages:
    """Renders templates. `folders` are template folders searched after the layout's own.

    Templates loop and do nothing else: a presenter hands them words and numbers that are ready to show.
    """

    def __init__(self, facts: SiteFacts, *folders: Path) -> None:
        loaders = [FileSystemLoader(folder) for folder in (TEMPLATES, *folders)]
        # nhsuk-frontend-jinja is written for chainable undefined values and autoescape.
        self._environment = Environment(
            loader=ChoiceLoader([*loaders, PackageLoader("nhsuk_frontend_jinja")]),
            autoescape=True,
            undefined=ChainableUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self._environment.globals.update(asset=asset_url, service=SERVICE, organisation=facts.organisation)

    def render(self, template: str, *, status: int = 200, **view: Any) -> HTMLResponse:
        """Return a template as a response. `view` holds what its presenter made."""
        return HTMLResponse(self._environment.get_template(template).render(view), status)


def page_title(name: str, *, error: bool = False) -> str:
    """Return what the browser's tab says; an error comes first, so that a screen reader says it first."""
    return f"{'Error: ' if error else ''}{name} - {SERVICE}"
