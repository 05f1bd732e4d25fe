"""Whoever is erased is still counted by the kind of body they came from."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("person", sa.Column("came_from", sa.String(length=24), nullable=True))


def downgrade():
    op.drop_column("person", "came_from")
