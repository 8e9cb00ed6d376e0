"""A ledger of consents, and the chain of the audit.

Each yes and each taking back that was held becomes a row of the ledger, with an entry in the audit which says that it
was carried over. Links need the key, so the first start afterwards makes them (`AuditProof.seal_earlier`).
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_WHEN = sa.DateTime(timezone=True)
_AUDIT = sa.table(
    "audit",
    sa.column("number", sa.Integer()),
    sa.column("at", _WHEN),
    *(sa.column(name, sa.String()) for name in ("actor", "action", "person_id", "subject")),
)
_COMMON = ("person_id", "purpose", "subject", "wording")
_BEFORE = sa.table(
    "consents",
    *(sa.column(name, sa.String()) for name in ("id", *_COMMON)),
    sa.column("given_at", _WHEN),
    sa.column("withdrawn_at", _WHEN),
)
_LEDGER = sa.table(
    "consents",
    sa.column("number", sa.Integer()),
    *(sa.column(name, sa.String()) for name in (*_COMMON, "decision", "recipient", "door", "channel", "manner")),
    sa.column("sections", sa.JSON()),
    sa.column("decided_at", _WHEN),
    sa.column("expires_at", _WHEN),
)


def _shares(name: str, *more: str) -> sa.TableClause:
    held = (sa.column(each, sa.String()) for each in ("id", "door", *more))
    return sa.table(name, *held, sa.column("sections", sa.JSON()), sa.column("expires_at", _WHEN))


_SHARES, _TEAM_SHARES = _shares("shares"), _shares("team_shares", "team_id")
_GUARDED = {"consents": "refuse_consent_change", "audit_links": "refuse_audit_change"}
_REFUSED = {"consents": "consents are append-only", "audit_links": "the audit is append-only"}


def upgrade() -> None:
    _make_chain()
    decided = _decided()
    op.drop_table("consents")
    _make_ledger()
    _carry_over(decided)
    _make_append_only()


def downgrade() -> None:
    _let_change()
    op.drop_table("audit_head")
    op.drop_table("audit_links")
    rows = _yeses()
    op.drop_index("ix_consents_decided", "consents")
    op.drop_table("consents")
    op.create_table(
        "consents",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=36), nullable=False),
        sa.Column("wording", sa.String(length=24), nullable=False),
        sa.Column("given_at", _WHEN, nullable=False),
        sa.Column("withdrawn_at", _WHEN, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_consents_person_id", "consents", ["person_id"])
    op.bulk_insert(_BEFORE, rows)
    if op.get_bind().dialect.name == "postgresql":  # earlier versions let the database count
        op.execute(
            "SELECT setval(pg_get_serial_sequence('audit', 'number'), coalesce(max(number), 0) + 1, false) FROM audit"
        )


# --- tables -----------------------------------------------------------------------------------------------------------


def _make_chain() -> None:
    op.create_table(
        "audit_links",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seals", sa.String(length=64), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _make_ledger() -> None:
    op.create_table(
        "consents",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("decision", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=36), nullable=False),
        sa.Column("wording", sa.String(length=24), nullable=False),
        sa.Column("recipient", sa.String(length=36), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("door", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("manner", sa.String(length=16), nullable=False),
        sa.Column("decided_at", _WHEN, nullable=False),
        sa.Column("expires_at", _WHEN, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_consents_decided", "consents", ["person_id", "purpose", "subject", "number"])


# --- rows -------------------------------------------------------------------------------------------------------------


def _decided() -> list[dict[str, Any]]:
    """Every yes, and every taking back, oldest first; at one moment, what still stands comes last."""
    link, team = _SHARES, _TEAM_SHARES
    found = op.get_bind().execute(
        sa.select(
            *(_BEFORE.c[name] for name in (*_COMMON, "given_at", "withdrawn_at")),
            sa.func.coalesce(team.c.team_id, "").label("recipient"),
            sa.func.coalesce(link.c.door, team.c.door, "").label("door"),
            link.c.sections.label("of_link"),
            team.c.sections.label("of_team"),
            sa.func.coalesce(link.c.expires_at, team.c.expires_at, type_=_WHEN).label("expires_at"),
        ).select_from(
            _BEFORE.outerjoin(link, link.c.id == _BEFORE.c.subject).outerjoin(team, team.c.id == _BEFORE.c.subject)
        )
    )
    decided: dict[tuple[Any, ...], dict[str, Any]] = {}
    for number, each in enumerate(found.mappings()):
        row = {name: each[name] for name in (*_COMMON, "door")} | {"channel": "", "manner": ""}
        terms = {"recipient": each["recipient"], "sections": each["of_link"] or each["of_team"] or []}
        given_at, withdrawn_at = each["given_at"], each["withdrawn_at"]
        stands = 2 if withdrawn_at is None else 0
        decided[given_at, stands, number] = (
            row | terms | {"decision": "given", "decided_at": given_at, "expires_at": each["expires_at"]}
        )
        if withdrawn_at is not None:  # one act took back several yeses to the same
            nothing: dict[str, Any] = {"recipient": "", "sections": [], "expires_at": None}
            what = (withdrawn_at, 1, *(str(each[name]) for name in ("person_id", "purpose", "subject")))
            decided[what] = row | nothing | {"decision": "withdrawn", "decided_at": withdrawn_at}
    return [decided[key] for key in sorted(decided, key=lambda key: key[:2])]


def _carry_over(decided: list[dict[str, Any]]) -> None:
    first = 1 + (op.get_bind().scalar(sa.select(sa.func.max(_AUDIT.c.number))) or 0)
    now = datetime.now(UTC)
    about = [
        {
            "number": number,
            "at": now,
            "actor": "operator",
            "action": f"consent carried over: {row['purpose']}",
            "person_id": row["person_id"],
            "subject": row["subject"],
        }
        for number, row in enumerate(decided, first)
    ]
    op.bulk_insert(_AUDIT, about)
    op.bulk_insert(_LEDGER, [row | {"number": number} for number, row in enumerate(decided, first)])


def _yeses() -> list[dict[str, Any]]:
    """The ledger as it was held before: one row for each yes, with the moment at which it was taken back."""
    yeses: list[dict[str, Any]] = []
    for each in op.get_bind().execute(sa.select(_LEDGER).order_by(_LEDGER.c.number)).mappings():
        if each["decision"] == "given":
            row = {name: each[name] for name in _COMMON} | {"id": f"ledger-{each['number']}"}
            yeses.append(row | {"given_at": each["decided_at"], "withdrawn_at": None})
            continue
        for row in yeses:
            if row["withdrawn_at"] is None and all(row[name] == each[name] for name in _COMMON[:3]):
                row["withdrawn_at"] = each["decided_at"]
    return yeses


# --- append-only ------------------------------------------------------------------------------------------------------


def _make_append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table, refused in _REFUSED.items():
            refuse = f"BEGIN SELECT RAISE(ABORT, '{refused}'); END"
            gone = "WHEN EXISTS (SELECT 1 FROM people WHERE id = OLD.person_id) " if table == "consents" else ""
            op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
            op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {gone}{refuse}")
            there = f"EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)"  # noqa: S608  (names of ours)
            # INSERT OR REPLACE deletes without that trigger
            op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {refuse}")
        return
    op.execute(
        "CREATE FUNCTION refuse_consent_change() RETURNS trigger AS $$ BEGIN "
        "IF TG_OP = 'DELETE' THEN "
        "IF NOT EXISTS (SELECT 1 FROM people WHERE id = OLD.person_id) THEN RETURN OLD; END IF; "
        "END IF; "
        "RAISE EXCEPTION 'consents are append-only'; END $$ LANGUAGE plpgsql"
    )
    for table, refuse in _GUARDED.items():
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {refuse}()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {refuse}()"
        )


def _let_change() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in _REFUSED:
            for what in ("update", "delete", "replace"):
                op.execute(f"DROP TRIGGER {table}_no_{what}")
        return
    for table in _GUARDED:
        for what in ("append_only", "no_truncate"):
            op.execute(f"DROP TRIGGER {table}_{what} ON {table}")
    op.execute("DROP FUNCTION refuse_consent_change()")
