"""The read API of Open Referral UK: the directory as open data, for other directories and for maps of what there is.

Its addresses, names and envelope are the standard's. Anybody may read it, from any site, without a key.
"""

import math
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.signposting.open_directory import OpenPage, Wanted
from bot.web.support.open_json import OPEN, FaultOut, open_json
from bot.web.support.services import OpenServices

NOT_FOUND = "There is no such thing here, or it is not shown."

_CLOCK = r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$"
_NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": FaultOut, "description": "None, or not shown"}}


class PageAsked(BaseModel):
    """Which page."""

    page: int = Field(default=1, ge=1, le=1_000_000, description="The page, from 1.")
    per_page: int = Field(default=50, ge=1, le=100, description="How many on a page.")


class ServicesAsked(PageAsked):
    """Which services, and which page of them. Everything is optional, and narrows what is returned."""

    search: str = Field(default="", max_length=200, description="Words in the name, description or organisation.")
    taxonomy_term_id: str = Field(default="", max_length=100, description="Described by this term.")
    taxonomy_id: str = Field(default="", max_length=100, description="Described by any term of this taxonomy.")
    minimum_age: int | None = Field(default=None, ge=0, le=130, description="Takes somebody of this age or older.")
    maximum_age: int | None = Field(default=None, ge=0, le=130, description="Takes somebody of this age or younger.")
    start_time: str = Field(default="", pattern=_CLOCK, description="Open at this UK time, such as 09:30.")
    end_time: str = Field(default="", pattern=_CLOCK, description="Still open until this UK time.")
    day: Literal["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"] = Field(default="", description="Open on this day.")

    @property
    def wanted(self) -> Wanted:
        return Wanted(**self.model_dump(exclude={"page", "per_page"}))


class PageOut(BaseModel):
    """One page, in the standard's envelope."""

    total_items: int
    total_pages: int
    page_number: int
    size: int = Field(description="How many are on this page.")
    first_page: bool
    last_page: bool
    empty: bool
    contents: list[dict[str, Any]]


def routes(directory: OpenServices) -> APIRouter:
    """Return /services, /taxonomies and /taxonomy_terms, each as pages and one by one."""
    router = APIRouter(tags=["directory"])

    # Plain functions: FastAPI runs them in a thread, where waiting for the store holds nobody up.
    @router.get("/services", response_model=PageOut)
    def services(request: Request, asked: Annotated[ServicesAsked, Query()]) -> Response:
        """Return services that take people now, by name, each with its organisation."""
        return _paged(request, asked, directory.services(asked.wanted, asked.page, asked.per_page))

    @router.get("/services/{service_id}", response_model=dict[str, Any], responses=_NOT_FOUND)
    def service(request: Request, service_id: str) -> Response:
        """Return one service with its contacts, times, areas, places, languages and what it is for."""
        return _one(request, directory.service(service_id))

    @router.get("/taxonomies", response_model=PageOut)
    def taxonomies(request: Request, asked: Annotated[PageAsked, Query()]) -> Response:
        """Return the vocabularies that services are described with."""
        return _paged(request, asked, directory.taxonomies(asked.page, asked.per_page))

    @router.get("/taxonomies/{taxonomy_id}", response_model=dict[str, Any], responses=_NOT_FOUND)
    def taxonomy(request: Request, taxonomy_id: str) -> Response:
        """Return one vocabulary."""
        return _one(request, directory.taxonomy(taxonomy_id))

    @router.get("/taxonomy_terms", response_model=PageOut)
    def terms(request: Request, asked: Annotated[PageAsked, Query()]) -> Response:
        """Return the terms of all vocabularies."""
        return _paged(request, asked, directory.terms(asked.page, asked.per_page))

    @router.get("/taxonomy_terms/{term_id}", response_model=dict[str, Any], responses=_NOT_FOUND)
    def term(request: Request, term_id: str) -> Response:
        """Return one term, with its vocabulary."""
        return _one(request, directory.term(term_id))

    return router


def _paged(request: Request, asked: PageAsked, found: OpenPage) -> Response:
    pages = max(1, math.ceil(found.total / asked.per_page))
    page = PageOut(
        total_items=found.total,
        total_pages=pages,
        page_number=asked.page,
        size=len(found.contents),
        first_page=asked.page == 1,
        last_page=asked.page >= pages,
        empty=not found.contents,
        contents=[dict(each) for each in found.contents],
    )
    return open_json(request, page.model_dump())


def _one(request: Request, found: Mapping[str, Any] | None) -> Response:
    if found is None:
        raise HTTPException(404, NOT_FOUND, headers=OPEN)
    return open_json(request, found)
