"""Participations that were removed can be restored."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("participation", sa.Column("deleted_at", sa.DateTime(), nullable=True))


def downgrade():
    op.drop_column("participation", "deleted_at")
