"""Calls every route of the application as everybody, and notes whose planted words come back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fastapi.routing import iter_route_contexts
from httpx import ASGITransport, AsyncClient, Response, codes

from bot.web.staff.csrf import csrf_of
from tests.unit.owned.matrix import OTHER_TEAM, SEEN, TEAM, Caller, Part, Record
from tests.unit.owned.planted import layers
from tests.unit.owned.world import Owner, World

PLANTED = re.compile(rb"plover([a-z]+)zz([a-z]+)zz")
LAST = ("/chat/leave", "/staff/sign-out", "/staff/account/sessions/end", "/staff/account/sessions/end-others")
"""Routes that end what whoever calls them carries."""
QUERIES = {
    "GET /staff/inbox/{team}": ("?page=2", "?state=new", "?state=read", "?state=answered&page=2"),
    "GET /staff/shared/{share}": ("?said=promised",),
    "GET /staff/shared/{share}/reflect": ("?said=reflected",),
    "GET /support": ("?q=plover",),
    "GET /support/entries": ("?q=plover", "?page=2"),
    "GET /api/support/search": ("?q=garden+plover",),
    "GET /services": ("?search=plover", "?page=2"),
}
MADE_UP = "made-up"


def routes_of(app) -> list[str]:
    """Every route of the application, as "METHOD /address"; whatever takes any method counts as ANY."""
    found = []
    for context in iter_route_contexts(app.routes):
        for method in sorted(context.methods or {"ANY"}):
            name = f"{method} {context.path}"
            if name not in found:
                found.append(name)
    return sorted(found, key=lambda name: name.split()[1].startswith(LAST))


@dataclass
class Seen:
    """What came back: parts by route, caller and record; the answers themselves; and what a browser would keep."""

    parts: dict[tuple[str, Caller, Record], set[Part]] = field(default_factory=lambda: defaultdict(set))
    answers: dict[tuple[Caller, str], tuple[int, str]] = field(default_factory=dict)
    may_be_kept: set[str] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)


async def walk(world: World, callers: Iterable[Caller] = tuple(Caller)) -> Seen:
    """Go through the whole routing table as everybody (or as these callers), for every record."""
    seen = Seen()
    transport = ASGITransport(world.app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://testserver") as client:
        for route in routes_of(world.app):
            for caller in callers:
                for owner, address in _addresses(world, route, caller):
                    for query in ("", *QUERIES.get(route, ())):
                        answer = await _call(client, world, caller, route, address + query, owner)
                        _note(seen, route, caller, address + query, answer)
                        client.cookies.clear()
                        if answer.status_code != codes.OK:
                            break  # refused whatever is asked for
    return seen


def _addresses(world: World, route: str, caller: Caller) -> Iterator[tuple[Owner | None, str]]:
    """Each address that this caller could try on this route, with whose record it is about."""
    path = route.split()[1]
    owners = list(world.owners.values())
    if "{share}" in path:
        reads = caller in TEAM + OTHER_TEAM
        for owner in owners if reads else owners[:2]:  # whose role does not fit is refused before anything is looked up
            yield owner, path.replace("{share}", owner.team_share)
        yield None, path.replace("{share}", MADE_UP)
    elif "{team}" in path:
        for team in (*world.teams.values(), MADE_UP):
            yield None, path.replace("{team}", team)
    elif "{token}" in path or "{code}" in path:
        has_one = caller in {Caller.PERSON, Caller.READER, Caller.GUESSER}
        for owner in owners if has_one else owners[:1]:
            yield owner, re.sub(r"\{(token|code)\}", _secret(path, caller, owner, world), path)
    elif caller is Caller.PERSON and route in SEEN:
        for owner in owners:
            yield owner, path
    else:
        yield None, re.sub(r"\{[^}]+\}", MADE_UP, path)


def _secret(path: str, caller: Caller, owner: Owner, world: World) -> str:
    """What this caller can put into an address: a secret of their own, or an id that opens nothing."""
    if path.startswith("/trusted/"):
        return owner.trusted if caller in {Caller.READER, Caller.GUESSER} else str(owner.person)
    if path.startswith("/shared/"):
        return owner.token if caller in {Caller.READER, Caller.GUESSER} else owner.link_share
    if caller is Caller.PERSON:
        return owner.copy if path.startswith("/copy/") else owner.code
    if caller is Caller.STRANGER and path.startswith("/copy/"):
        return world.stranger.copy
    return {Caller.READER: owner.token, Caller.GUESSER: owner.link_share}.get(caller, str(owner.person))


async def _call(client, world: World, caller: Caller, route: str, address: str, owner: Owner | None) -> Response:
    method, path = route.split()
    session = _session(world, caller, owner)
    options: dict = {"headers": {}}
    if caller in world.staff:
        options["headers"]["Cookie"] = f"what_matters_staff={world.staff[caller]}"
    elif session:
        options["headers"] |= {"Cookie": f"what_matters={session}", "Authorization": f"Bearer {session}"}
    if method == "POST" and path.startswith("/api/"):
        options["json"] = {"text": "show me my summary"} if path.endswith("/messages") else None
    elif method == "POST":
        right = owner and (owner.trusted_pin if path.startswith("/trusted/") else owner.pin)
        pin = right if right and caller is Caller.READER else "x"
        if right and caller is Caller.GUESSER:
            pin = f"{(int(right) + 1) % 10**6:06d}"
        csrf = csrf_of(world.staff.get(caller, ""))
        options["data"] = {"csrf": csrf, "pin": pin, "text": "show me my summary"}
    return await client.request(method, address, **options)


def _session(world: World, caller: Caller, owner: Owner | None) -> str:
    if caller is Caller.PERSON and owner is not None:
        return owner.session
    return world.stranger.session if caller is Caller.STRANGER else ""


def _note(seen: Seen, route: str, caller: Caller, address: str, answer: Response) -> None:
    if answer.status_code >= 500 and not route.endswith("/health/ready"):
        seen.failed.append(f"{answer.status_code} {caller}: {route}")
    told = b"\n".join(f"{name}: {value}".encode() for name, value in answer.headers.items())
    plain = answer.headers.get("content-type", "").startswith("text/html")
    for each in (told, answer.content) if plain else (told, *layers(answer.content)):
        for record, part in PLANTED.findall(each):
            seen.parts[route, caller, Record(record.decode())].add(Part(part.decode()))
    if answer.headers.get("cache-control") != "no-store":
        seen.may_be_kept.add(route)
    seen.answers[caller, f"{route.split(maxsplit=1)[0]} {address}"] = (answer.status_code, answer.text)
