"""What a letter says at its foot, and the state that a rule on visas is about."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        "organisation",
        sa.Column("letter_foot", sa.String(length=500), server_default="", nullable=False),
    )
    op.add_column(
        "visa_rule",
        sa.Column("destination", sa.String(length=2), server_default="", nullable=False),
    )


def downgrade():
    op.drop_column("visa_rule", "destination")
    op.drop_column("organisation", "letter_foot")
