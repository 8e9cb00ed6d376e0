"""Whether a person was told of the first look at a link, and asked once whether to go on keeping."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("shares", sa.Column("look_told_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("people", sa.Column("asked_to_keep_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("reminders", sa.Column("asks_to_keep", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    op.drop_column("reminders", "asks_to_keep")
    op.drop_column("people", "asked_to_keep_at")
    op.drop_column("shares", "look_told_at")
