"""Registration, visas, protected fields, letters, saved lists."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "purge_run",
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purge_run")),
        sa.UniqueConstraint("uid", name=op.f("uq_purge_run_uid")),
    )
    with op.batch_alter_table("purge_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_purge_run_at"), ["at"], unique=False)

    op.create_table(
        "visa_rule",
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("document", sa.String(length=24), nullable=False),
        sa.Column("is_needed", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visa_rule")),
        sa.UniqueConstraint("uid", name=op.f("uq_visa_rule_uid")),
    )
    with op.batch_alter_table("visa_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visa_rule_country"), ["country"], unique=False)

    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor_uid", sa.String(length=16), nullable=False),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column("trip_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("purpose", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["trip_id"], ["trip.id"], name=op.f("fk_reading_trip_id_trip"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_reading_subject"), ["subject"], unique=False)

    op.create_table(
        "saved_list",
        sa.Column("trip_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["trip_id"], ["trip.id"], name=op.f("fk_saved_list_trip_id_trip"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_saved_list_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_list")),
        sa.UniqueConstraint("uid", name=op.f("uq_saved_list_uid")),
    )
    with op.batch_alter_table("saved_list", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_saved_list_trip_id"), ["trip_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_saved_list_user_id"), ["user_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("trip_id", sa.Integer(), nullable=False),
        sa.Column("participation_id", sa.Integer(), nullable=True),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=False),
        sa.Column("locale", sa.String(length=12), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("issued_by", sa.String(length=200), nullable=False),
        sa.Column("has_passport", sa.Boolean(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_letter_delegation_id_delegation"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_letter_participation_id_participation"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["trip_id"], ["trip.id"], name=op.f("fk_letter_trip_id_trip"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("trip_id", "number", name=op.f("uq_letter_trip_id_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_letter_uid")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_letter_delegation_id"), ["delegation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_letter_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "registration_draft",
        sa.Column("participation_id", sa.Integer(), nullable=False),
        sa.Column("station", sa.String(length=24), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_registration_draft_participation_id_participation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("participation_id", "station", name=op.f("pk_registration_draft")),
    )
    op.create_table(
        "sealed_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participation_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_sealed_value_participation_id_participation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_value")),
        sa.UniqueConstraint(
            "participation_id", "field", name=op.f("uq_sealed_value_participation_id_field")
        ),
    )
    with op.batch_alter_table("sealed_value", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sealed_value_key"), ["key"], unique=False)

    with op.batch_alter_table("delegate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wants", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("travel_wish", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("nationality", sa.String(length=2), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("documents", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("visa", sa.JSON(), nullable=True))
        batch_op.add_column(
            sa.Column("permission", sa.String(length=24), server_default="unknown", nullable=False)
        )
        batch_op.add_column(sa.Column("answers", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("to_review", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("replaces_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("status_at", sa.DateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_delegate_replaces_id"), ["replaces_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_delegate_replaces_id_participation"),
            "participation",
            ["replaces_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_delegation_contact_id"), ["contact_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_delegation_contact_id_person"),
            "person",
            ["contact_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("interpreter", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("availability", sa.JSON(), server_default="[]", nullable=False)
        )

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("badge_name", sa.String(length=120), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("predicate", sa.String(length=24), server_default="none", nullable=False)
        )
        batch_op.add_column(sa.Column("office", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(
            sa.Column("protocol_rank", sa.String(length=24), server_default="none", nullable=False)
        )
        batch_op.add_column(sa.Column("office_since", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("postal_address", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("salutation", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(
            sa.Column("address_block", sa.JSON(), server_default="{}", nullable=False)
        )
        batch_op.add_column(
            sa.Column("wording_reason", sa.String(length=200), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("letter_language", sa.String(length=12), server_default="", nullable=False)
        )

    with op.batch_alter_table("trip", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("registration", sa.JSON(), server_default="{}", nullable=False)
        )
        batch_op.add_column(
            sa.Column("data_protection", sa.JSON(), server_default="{}", nullable=False)
        )

    with op.batch_alter_table("trip_group", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seats", sa.Integer(), nullable=True))


def downgrade():
    with op.batch_alter_table("trip_group", schema=None) as batch_op:
        batch_op.drop_column("seats")

    with op.batch_alter_table("trip", schema=None) as batch_op:
        batch_op.drop_column("data_protection")
        batch_op.drop_column("registration")

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("letter_language")
        batch_op.drop_column("wording_reason")
        batch_op.drop_column("address_block")
        batch_op.drop_column("salutation")
        batch_op.drop_column("postal_address")
        batch_op.drop_column("office_since")
        batch_op.drop_column("protocol_rank")
        batch_op.drop_column("office")
        batch_op.drop_column("predicate")
        batch_op.drop_column("badge_name")

    with op.batch_alter_table("interpreter", schema=None) as batch_op:
        batch_op.drop_column("availability")

    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_delegation_contact_id_person"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_delegation_contact_id"))
        batch_op.drop_column("contact_id")

    with op.batch_alter_table("delegate", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_delegate_replaces_id_participation"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_delegate_replaces_id"))
        batch_op.drop_column("status_at")
        batch_op.drop_column("replaces_id")
        batch_op.drop_column("to_review")
        batch_op.drop_column("answers")
        batch_op.drop_column("permission")
        batch_op.drop_column("visa")
        batch_op.drop_column("documents")
        batch_op.drop_column("nationality")
        batch_op.drop_column("travel_wish")
        batch_op.drop_column("wants")

    with op.batch_alter_table("sealed_value", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sealed_value_key"))

    op.drop_table("sealed_value")
    op.drop_table("registration_draft")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letter_participation_id"))
        batch_op.drop_index(batch_op.f("ix_letter_delegation_id"))

    op.drop_table("letter")
    with op.batch_alter_table("saved_list", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_saved_list_user_id"))
        batch_op.drop_index(batch_op.f("ix_saved_list_trip_id"))

    op.drop_table("saved_list")
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reading_subject"))
        batch_op.drop_index(batch_op.f("ix_reading_at"))

    op.drop_table("reading")
    with op.batch_alter_table("visa_rule", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visa_rule_country"))

    op.drop_table("visa_rule")
    with op.batch_alter_table("purge_run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_purge_run_at"))

    op.drop_table("purge_run")
