"""What makes changes to the audit show: a link for each row, and the head of the chain. Keyed, so nobody forges one."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


class AuditLinkRow(Table):
    """The link of one row of the audit (same number). Append-only, like the audit itself.

    `link` follows from the link before, from the row, and from `seals`: the digest of the decision that the row notes,
    "" where it notes none. Both are 64 hexadecimal digits.
    """

    __tablename__ = "audit_links"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seals: Mapped[str] = mapped_column(String(64), default="")
    link: Mapped[str] = mapped_column(String(64))


class AuditHeadRow(Table):
    """The one row that says where the chain ends: number and link of the newest row, sealed with the chain's key."""

    __tablename__ = "audit_head"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    link: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64))
