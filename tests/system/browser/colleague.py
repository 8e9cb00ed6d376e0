"""Somebody who works here, with an account, a phone that shows codes, and a browser."""

from dataclasses import dataclass, field

import pyotp
from playwright.sync_api import Page, expect

from bot.bootstrap import Parts
from bot.model.staff import Grant, Role, Team
from tests.system.browser.visitor import Visitor

PASSWORD = "a quiet bench by the pond"


@dataclass
class Colleague:
    """One account, from the set-up link to signing out."""

    visitor: Visitor
    email: str
    link: str
    phone: pyotp.TOTP | None = None
    codes: list[str] = field(default_factory=list)

    def sets_up(self) -> Page:
        """Choose a password, connect the phone, keep the recovery codes; signed in at the end."""
        page = self.visitor.opens(f"/staff/set-up/{self.link}")
        page.get_by_label("Choose a password").fill(PASSWORD)
        page.get_by_label("The same password again").fill(PASSWORD)
        page.get_by_role("button", name="Continue").click()
        secret = page.locator(".staff-secret").inner_text().replace(" ", "")
        self.phone = pyotp.TOTP(secret)
        page.get_by_label("Code that the app shows now").fill(self.phone.now())
        page.get_by_role("button", name="Finish").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Your account is ready")
        self.codes = [code.strip() for code in page.locator(".staff-codes li").all_inner_texts()]
        return page

    def signs_in(self, *, with_recovery_code: bool = False) -> Page:
        """Sign in with the password and, as the phone's present code was just used, a recovery code if asked."""
        page = self.visitor.opens("/staff/sign-in")
        page.get_by_label("Email address").fill(self.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Continue").click()
        if with_recovery_code:
            page.get_by_text("I do not have my phone").click()
            page.get_by_label("Recovery code").fill(self.codes.pop())
        else:
            assert self.phone
            page.get_by_label("Code from your app").fill(self.phone.now())
        page.get_by_role("button", name="Sign in").click()
        return page


def new_colleague(parts: Parts, visitor: Visitor, name: str, role: Role, team: Team | None = None) -> Colleague:
    """Make an account as `what-matters staff add` does; the visitor's browser is theirs."""
    email = f"{name.lower().replace(' ', '.')}@example.org"
    grant = Grant(role, team.id if team else "")
    _, link = parts.accounts.add(email, name, "command line", (grant,))
    return Colleague(visitor, email, link)
