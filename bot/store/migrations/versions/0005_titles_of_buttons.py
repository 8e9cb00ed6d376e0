"""What stands on a button that can be pressed now, so that it can be typed out as well."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("choices", sa.Column("sealed_title", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("choices", "sealed_title")
