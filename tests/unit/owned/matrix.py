"""Who sees what of a record, on which route: the table. Whatever does not stand in it, nobody sees.

Every route of the application stands either in SEEN or in NO_RECORD, by its method and address; one that stands in
neither, or in both, fails the build. What is expected after an end follows from AFTER.
"""

from collections.abc import Mapping
from enum import StrEnum


class Caller(StrEnum):
    """Whoever may call a route."""

    NOBODY = "nobody"
    READER = "the holder of the link and the PIN"
    GUESSER = "the holder of the link with a wrong PIN"
    PERSON = "the person"
    STRANGER = "somebody else who chats"
    REVIEWER = "a reviewer of the team"
    LEAD = "a lead of the team"
    GONE = "somebody whose role in the team was taken away"
    RESTING = "a reviewer whose role rests"
    OTHER_REVIEWER = "a reviewer of another team"
    OTHER_LEAD = "a lead of another team"
    VOLUNTEER = "a volunteer"
    EDITOR = "an editor of the directory"
    ADMINISTRATOR = "an administrator"
    NO_ROLE = "an account without a role"


class Part(StrEnum):
    """A part of what is held about a person. Each is planted as words of its own."""

    TOTEAM = "totem"  # a section that goes to the team
    TOTEAMWHY = "why"  # why it matters
    BYLINK = "link"  # a section that goes to the reader of the link
    KEPT = "kept"  # a section that goes to nobody
    EARLIER = "early"  # stood in a section for the team, in the version before; the team read it
    NEVERREAD = "never"  # the same, but taken out before anybody read it
    NAME = "name"  # what the team may call them
    RECIPIENT = "may"  # whom the link is for
    PROMISE = "vow"  # what the team said it would do
    QUESTION = "asks"  # what the team asked
    ANSWER = "said"  # what the person answered
    REFLECTION = "learnt"  # what the team wrote beside it
    DRAFT = "wip"  # begun and not kept
    TRUSTED = "trust"  # who is to read after their death, and who is trusted to say so


class Record(StrEnum):
    """A person with a record, named for how it ends."""

    STOPPED = "stopped"
    TAKENBACK = "takenback"
    UNKEPT = "unkept"
    KEPTANEW = "keptanew"
    EXPIRED = "expired"
    FORGOTTEN = "gone"
    LETGO = "letgo"
    OTHERS = "others"  # shared with the other team; it goes on


Parts = frozenset[Part]
TEAM, OTHER_TEAM = (Caller.REVIEWER, Caller.LEAD), (Caller.OTHER_REVIEWER, Caller.OTHER_LEAD)
ON_PAPER = frozenset({Part.NAME, Part.TOTEAM, Part.TOTEAMWHY})
TO_TEAM = ON_PAPER | {Part.EARLIER, Part.PROMISE, Part.QUESTION, Part.ANSWER}
TO_LOOK_BACK = frozenset({Part.NAME, Part.TOTEAM, Part.TOTEAMWHY, Part.REFLECTION})
WHOLE = frozenset({Part.TOTEAM, Part.TOTEAMWHY, Part.BYLINK, Part.KEPT})
ALL = frozenset(Part)


def _team(parts: Parts) -> Mapping[Caller, Parts]:
    return dict.fromkeys(TEAM, parts)


SEEN: Mapping[str, Mapping[Caller, Parts]] = {
    "GET /staff/inbox": {},
    "GET /staff/inbox/{team}": _team(frozenset({Part.NAME})),
    "GET /staff/shared/{share}": _team(TO_TEAM),
    "GET /staff/shared/{share}/print": _team(ON_PAPER | {Part.PROMISE}),
    "POST /staff/shared/{share}/promise": _team(TO_TEAM),
    "POST /staff/shared/{share}/change": _team(TO_TEAM),
    "POST /staff/shared/{share}/ask": _team(TO_TEAM),
    "GET /staff/shared/{share}/reflect": _team(TO_LOOK_BACK),
    "POST /staff/shared/{share}/reflect": _team(TO_LOOK_BACK),
    "POST /staff/inbox/{team}/confirm": {},
    "GET /shared/{token}": {},
    "POST /shared/{token}": {Caller.READER: frozenset({Part.BYLINK, Part.RECIPIENT})},
    "GET /trusted/{token}": {},
    "POST /trusted/{token}": {},
    "GET /copy/{token}": {},
    "POST /copy/{token}": {Caller.PERSON: WHOLE},
    "GET /copy/{token}/pdf": {},
    "POST /copy/{token}/pdf": {Caller.PERSON: WHOLE},
    "GET /copy/{token}/large-print": {},
    "POST /copy/{token}/large-print": {Caller.PERSON: WHOLE},
    "GET /copy/{token}/text": {},
    "POST /copy/{token}/text": {Caller.PERSON: WHOLE},
    "GET /copy/{token}/card": {},
    "POST /copy/{token}/card": {Caller.PERSON: (WHOLE - {Part.TOTEAMWHY}) | {Part.NAME}},
    "GET /copy/{token}/record": {},
    "POST /copy/{token}/record": {Caller.PERSON: WHOLE | {Part.NAME}},
    "GET /copy/{token}/everything": {},
    "POST /copy/{token}/everything": {Caller.PERSON: ALL},
    "POST /api/chat/messages": {Caller.PERSON: WHOLE},
    "POST /chat/messages": {Caller.PERSON: WHOLE},
    "GET /chat/messages": {},
    "POST /chat/arrive": {},
    "GET /chat/arrive": {},
    "GET /join/{code}": {},
    "POST /join/{code}": {},
}
"""Each route that leads to a record, also where it shows nothing of it, and who sees which parts."""

NO_RECORD = frozenset(
    {
        "GET /",
        "HEAD /",
        "HEAD /join/{code}",
        "GET /openapi.json",
        "HEAD /openapi.json",
        "GET /privacy",
        "GET /closed",
        "GET /static/{digest}/{name:path}",
        "HEAD /static/{digest}/{name:path}",
        "POST /api/chat/sessions",
        "POST /chat/leave",
        "GET /leave",
        "GET /calendar/{name}",
        "GET /support",
        "POST /support",
        "GET /support/card",
        "POST /support/card",
        "GET /support/card/{code}",
        "GET /support/card/{code}/qr.svg",
        "POST /support/number-wrong",
        "GET /support/entries",
        "GET /support/entries/{entry}",
        "POST /support/entries/{entry}/check",
        "POST /support/entries/{entry}/correct",
        "POST /support/entries/{entry}/undo",
        "POST /support/entries/{entry}/state",
        "GET /api/support/search",
        "GET /services",
        "GET /services/{service_id}",
        "GET /taxonomies",
        "GET /taxonomies/{taxonomy_id}",
        "GET /taxonomy_terms",
        "GET /taxonomy_terms/{term_id}",
        "GET /staff",
        "GET /staff/sign-in",
        "POST /staff/sign-in",
        "GET /staff/sign-in/code",
        "POST /staff/sign-in/code",
        "GET /staff/sign-in/organisation",
        "GET /staff/sign-in/organisation/return",
        "POST /staff/sign-out",
        "GET /staff/set-up/{link}",
        "POST /staff/set-up/{link}",
        "GET /staff/set-up/{link}/phone",
        "POST /staff/set-up/{link}/phone",
        "GET /staff/set-up/{link}/phone.svg",
        "GET /staff/account",
        "GET /staff/account/events",
        "POST /staff/account/seen",
        "POST /staff/account/password",
        "POST /staff/account/codes",
        "POST /staff/account/sessions/end",
        "POST /staff/account/sessions/end-others",
        "GET /staff/accounts",
        "GET /staff/accounts/new",
        "POST /staff/accounts/new",
        "GET /staff/accounts/{account}",
        "GET /staff/accounts/{account}/events",
        "POST /staff/accounts/{account}/confirm",
        "POST /staff/accounts/{account}/disable",
        "POST /staff/accounts/{account}/reset",
        "POST /staff/accounts/{account}/roles/give",
        "POST /staff/accounts/{account}/roles/take",
        "GET /staff/teams",
        "POST /staff/teams",
        "GET /staff/teams/{closing}/close",
        "POST /staff/teams/{closing}/close",
        "POST /telegram/updates",
        "GET /health/live",
        "GET /health/ready",
    }
)
"""Every other route. Nobody sees anything of anybody's record there."""

KEPT_BY_BROWSERS = frozenset(
    {
        "GET /static/{digest}/{name:path}",
        "HEAD /static/{digest}/{name:path}",
        "GET /services",
        "GET /services/{service_id}",
        "GET /taxonomies",
        "GET /taxonomies/{taxonomy_id}",
        "GET /taxonomy_terms",
        "GET /taxonomy_terms/{term_id}",
    }
)
"""The only answers that a browser, or anything on the way, may keep: our own files, and the open directory."""

WITHOUT_YES = ALL - {Part.TOTEAM, Part.TOTEAMWHY, Part.BYLINK, Part.KEPT, Part.EARLIER, Part.NEVERREAD}
"""What is held besides the kept versions; the person can have that as long as they are known."""
AFTER: Mapping[Record, Parts] = {
    Record.STOPPED: ALL,
    Record.TAKENBACK: ALL,
    Record.EXPIRED: ALL,
    Record.UNKEPT: WITHOUT_YES,
    Record.KEPTANEW: ALL,
    Record.LETGO: frozenset(),
    Record.FORGOTTEN: frozenset(),
}
"""What is left after each end, for the person alone. Nobody else sees any part of any of them."""
NEEDS_A_SHARE = {"POST /copy/{token}/card", "POST /copy/{token}/record"}
"""Where the name is given that a team may know them by, while a share stands."""


def expected(route: str, caller: Caller, record: Record, *, ended: bool) -> Parts:
    """Return the parts of a record that this caller sees on this route: none, where the table says nothing."""
    if record is Record.OTHERS:
        swapped = {Caller.OTHER_REVIEWER: Caller.REVIEWER, Caller.OTHER_LEAD: Caller.LEAD}
        caller = swapped.get(caller, Caller.NOBODY if caller in TEAM else caller)
    elif caller in OTHER_TEAM:
        return frozenset()
    seen = SEEN.get(route, {}).get(caller, frozenset())
    if not ended or record is Record.OTHERS:
        return seen
    if caller is not Caller.PERSON:
        return frozenset()
    return (seen - ({Part.NAME} if route in NEEDS_A_SHARE else set())) & AFTER[record]
