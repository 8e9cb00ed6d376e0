"""Answered turns are found by their time, so that letting them go does not look at each of the last day."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_turns_answered_at", "turns", ["answered_at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_turns_answered_at", "turns")
