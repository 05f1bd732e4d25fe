"""Words and trigrams to search in, filled from what is there."""

import sqlalchemy as sa
from alembic import op

from trips.domain.pages.search import Subject
from trips.domain.values.search import trigrams
from trips.services.searching.index import entry_of

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# What is read of each table, as it is at this point of its history.
TEXTS = {
    Subject.TRIP: ("trip", ("title", "subtitle"), ("number",)),
    Subject.ITEM: ("item", ("title", "text"), ("room", "trip_id", "deleted_at")),
    Subject.PERSON: (
        "person",
        ("function",),
        ("family_name", "given_name", "family_name_first", "own_script", "anonymised_at"),
    ),
    Subject.ORGANISATION: ("organisation", ("name", "city"), ("short",)),
    Subject.SITE: ("site", ("name",), ("street", "postal_code", "city")),
}


def upgrade():
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("uid", sa.String(length=16), nullable=False),
        sa.Column("trip_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trip_id"], ["trip.id"], name=op.f("fk_search_entry_trip_id_trip"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
    )
    op.create_index(op.f("ix_search_entry_trip_id"), "search_entry", ["trip_id"])
    op.create_index("uq_search_entry_subject", "search_entry", ["kind", "uid"], unique=True)
    op.create_table(
        "search_trigram",
        sa.Column("trigram", sa.String(length=3), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["search_entry.id"],
            name=op.f("fk_search_trigram_entry_id_search_entry"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("trigram", "entry_id", name=op.f("pk_search_trigram")),
    )
    op.create_index(op.f("ix_search_trigram_entry_id"), "search_trigram", ["entry_id"])
    fill(op.get_bind())


def fill(connection):
    entry = sa.table(
        "search_entry",
        *map(sa.column, ("id", "kind", "uid", "trip_id", "words")),
        sa.column("title", sa.JSON),
    )
    trigram = sa.table("search_trigram", sa.column("trigram"), sa.column("entry_id"))
    number = 0
    for kind, (name, texts, plain) in TEXTS.items():
        columns = [sa.column(each) for each in ("id", "uid", *plain)]
        table = sa.table(name, *columns, *(sa.column(each, sa.JSON) for each in texts))
        for row in connection.execute(sa.select(table).order_by(table.c.id)).all():
            found = entry_of(kind, row)
            if found is None:
                continue
            number += 1
            values = {**found, "id": number, "kind": kind.value, "title": dict(found["title"])}
            connection.execute(entry.insert(), values)
            rows = [{"trigram": t, "entry_id": number} for t in sorted(trigrams(found["words"]))]
            if rows:
                connection.execute(trigram.insert(), rows)
    if connection.dialect.name == "postgresql" and number:
        connection.execute(sa.text(f"ALTER SEQUENCE search_entry_id_seq RESTART {number + 1}"))


def downgrade():
    op.drop_table("search_trigram")
    op.drop_table("search_entry")
