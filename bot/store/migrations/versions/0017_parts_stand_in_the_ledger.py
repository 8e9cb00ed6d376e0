"""The parts that are shared stand in the ledger of consents alone: they are read there at each look."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TABLES = ("shares", "team_shares", "releases")
AGREED = sa.table(
    "consents",
    sa.column("number", sa.Integer),
    sa.column("subject", sa.String),
    sa.column("decision", sa.String),
    sa.column("sections", sa.JSON),
)


def upgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "sections")


def downgrade() -> None:
    shared = [sa.table(name, sa.column("id", sa.String), sa.column("sections", sa.JSON)) for name in TABLES]
    for name in TABLES:
        op.add_column(name, sa.Column("sections", sa.JSON(), server_default="[]", nullable=False))
    given = sa.select(AGREED.c.subject, AGREED.c.sections).where(AGREED.c.decision == "given")
    for subject, sections in op.get_bind().execute(given.order_by(AGREED.c.number)).all():
        for table in shared:
            op.execute(table.update().where(table.c.id == subject).values(sections=sections))
