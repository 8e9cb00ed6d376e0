"""Which messages on their way are reminders, and the chat in which a reminder was asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reminders", sa.Column("chat_id", sa.String(length=64), nullable=True))
    op.add_column("telegram_messages", sa.Column("reminder_id", sa.String(length=36), nullable=True))
    op.create_index("ix_telegram_messages_reminder_id", "telegram_messages", ["reminder_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_telegram_messages_reminder_id", "telegram_messages")
    op.drop_column("telegram_messages", "reminder_id")
    op.drop_column("reminders", "chat_id")
