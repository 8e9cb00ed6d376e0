"""People who work here: teams, accounts, what each may do, and their sessions. Nothing of the people who chat."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


def _account() -> Mapped[str]:
    return mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)


class TeamRow(Table):
    """A team that people can share with. `answers_within` is days, as told to them."""

    __tablename__ = "teams"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    answers_within: Mapped[int] = mapped_column(default=7)
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class AccountRow(Table):
    """Somebody who signs in. There is no password until they have set one through their set-up link.

    `rests_since`: an administrator reset it, and nobody else has said yet that it is theirs. `reset_unseen_since`: its
    owner has not said yet that they saw that.
    """

    __tablename__ = "accounts"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(Text)
    password_hash: Mapped[str | None] = mapped_column(String(160))
    sealed_totp: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_confirmed_at: Mapped[datetime | None]
    totp_last_step: Mapped[int] = mapped_column(default=0)
    wrong_tries: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    setup_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    setup_until: Mapped[datetime | None]
    oidc_subject: Mapped[str | None] = mapped_column(String(255), unique=True)
    created_at: Mapped[datetime]
    last_sign_in_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    rests_since: Mapped[datetime | None]
    reset_unseen_since: Mapped[datetime | None]


class GrantRow(Table):
    """What an account may do: a role, in one team where the role belongs to a team, else everywhere (team_id "")."""

    __tablename__ = "grants"
    __table_args__ = (UniqueConstraint("account_id", "role", "team_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    account_id: Mapped[str] = _account()
    role: Mapped[str] = mapped_column(String(20))
    team_id: Mapped[str] = mapped_column(String(36), default="")


class RecoveryCodeRow(Table):
    """A code that stands in for the phone, once. Only its hash is held."""

    __tablename__ = "recovery_codes"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    account_id: Mapped[str] = _account()
    code_hash: Mapped[str] = mapped_column(String(160))
    used_at: Mapped[datetime | None]


class StaffSessionRow(Table):
    """One browser that is signed in, or half-way there (no `second_factor_at` yet). Its token is held as a hash."""

    __tablename__ = "staff_sessions"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = _account()
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    second_factor_at: Mapped[datetime | None]


class AccountEventRow(Table):
    """What was done with an account and by whom (`account:<id>`, `command line` or `sign-in`). Append-only.

    `role` and `team_id` are of a role given or taken away, else "".
    """

    __tablename__ = "account_events"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(60))
    action: Mapped[str] = mapped_column(String(40))
    account_id: Mapped[str] = mapped_column(String(36), index=True)
    role: Mapped[str] = mapped_column(String(20), default="", server_default="")
    team_id: Mapped[str] = mapped_column(String(36), default="", server_default="")
