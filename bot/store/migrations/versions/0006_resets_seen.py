"""What a role event was about, and whether a reset was seen by its owner and confirmed by somebody else."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Earlier events stay as they are: which role they were about was not written down.
    op.add_column("account_events", sa.Column("role", sa.String(length=20), server_default="", nullable=False))
    op.add_column("account_events", sa.Column("team_id", sa.String(length=36), server_default="", nullable=False))
    op.add_column("accounts", sa.Column("rests_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("accounts", sa.Column("reset_unseen_since", sa.DateTime(timezone=True), nullable=True))
