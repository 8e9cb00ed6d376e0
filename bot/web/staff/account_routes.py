"""Every address for signing in, for one's own account, and for administrators."""

from fastapi import APIRouter

from bot.accounts.permissions import ADMINISTRATORS, ANYBODY_SIGNED_IN
from bot.web.staff.account_services import AccountServices
from bot.web.staff.accounts import AccountPages
from bot.web.staff.guard import Guard
from bot.web.staff.own_account import OwnAccountPages
from bot.web.staff.set_up import SetUpPages
from bot.web.staff.sign_in import SignInPages
from bot.web.staff.team_list import TeamListPages
from bot.web.staff.through_provider import ProviderPages


def routes(services: AccountServices, guard: Guard) -> APIRouter:
    """Return the addresses. Those of the identity provider are there only when one is set."""
    router = APIRouter(include_in_schema=False)
    SignInPages(services, guard).add_to(router, guard)
    SetUpPages(services, guard).add_to(router)
    if services.provider is not None:
        ProviderPages(services, guard, services.provider).add_to(router)
    OwnAccountPages(services, guard).add_to(guard.guarded(router, ANYBODY_SIGNED_IN))
    administrators = guard.guarded(router, ADMINISTRATORS)
    AccountPages(services).add_to(administrators)
    TeamListPages(services).add_to(administrators)
    return router
