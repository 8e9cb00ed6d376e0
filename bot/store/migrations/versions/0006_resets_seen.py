"""What a role event was about, and whether a reset was seen by its owner and confirmed by somebody else.

On PostgreSQL, the audit and the events of accounts refuse TRUNCATE from here on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_REFUSED_BY = {"audit": "refuse_audit_change", "account_events": "refuse_account_event_change"}


def upgrade() -> None:
    # Earlier events stay as they are: which role they were about was not written down.
    op.add_column("account_events", sa.Column("role", sa.String(length=20), server_default="", nullable=False))
    op.add_column("account_events", sa.Column("team_id", sa.String(length=36), server_default="", nullable=False))
    op.add_column("accounts", sa.Column("rests_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("accounts", sa.Column("reset_unseen_since", sa.DateTime(timezone=True), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        for table, refuse in _REFUSED_BY.items():  # TRUNCATE deletes without the triggers that were there before
            op.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {refuse}()"
            )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in _REFUSED_BY:
            op.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")
    op.drop_column("accounts", "reset_unseen_since")
    op.drop_column("accounts", "rests_since")
    op.drop_column("account_events", "team_id")
    op.drop_column("account_events", "role")
