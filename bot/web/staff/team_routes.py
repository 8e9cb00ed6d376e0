"""Every address of a team's pages, under the rule for those who may read what was shared with it, or for its leads."""

from fastapi import APIRouter

from bot.accounts.permissions import TEAM_LEADS, TEAM_READERS
from bot.web.staff.acting_views import ActingViews
from bot.web.staff.guard import Guard
from bot.web.staff.inbox_views import InboxViews
from bot.web.staff.lead_views import LeadViews
from bot.web.staff.person_views import PersonViews
from bot.web.staff.reflection_views import ReflectionViews
from bot.web.staff.team_services import TeamRenderer, TeamServices


def routes(services: TeamServices, guard: Guard) -> APIRouter:
    """Return the addresses of the inbox, of one person's page, of what is sent from it, and of reflecting."""
    router = APIRouter(include_in_schema=False)
    readers = guard.guarded(router, TEAM_READERS)
    pages = TeamRenderer(services)
    person = PersonViews(services, pages)
    acting, reflection = ActingViews(services, pages, person), ReflectionViews(services, pages)
    leads = LeadViews(services)
    leads.add_to(guard.guarded(router, TEAM_LEADS))
    for views in (InboxViews(services, pages, leads), person, acting, reflection):
        views.add_to(readers)
    return router
