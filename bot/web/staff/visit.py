"""One request that its rule let through, as a view of the staff site gets it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from bot.model.staff import Staff
from bot.web.staff.frame import Frame


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that its route's rule let through. `form` is empty unless something is sent; its token was checked.

    `frame` is what stands around the page, with the token for its forms. `token` is the session's own: it is for
    ending or renewing that session, and goes into no page.
    """

    request: Request
    staff: Staff
    frame: Frame = field(repr=False)
    token: str = field(repr=False)
    form: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def csrf(self) -> str:
        """The token for the forms of the page."""
        return self.frame.csrf

    def part(self, name: str) -> str:
        """Return a part of the address, such as `share` of "/staff/inbox/{share}"."""
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        """Return what the address asks after its question mark, or nothing."""
        return self.request.query_params.get(name, "")


View = Callable[[Visit], Response] | Callable[[Visit], Awaitable[Response]]
"""A plain function runs in a thread, where waiting for the store holds nobody up."""
