"""Diet and access needs are kept encrypted, no longer in columns of their own."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from flask import current_app

from trips.doors.crypto import KeyRing

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

FIELDS = ("diet", "diet_note", "access", "access_note")
PEOPLE = sa.table(
    "participation",
    sa.column("id", sa.Integer),
    sa.column("uid", sa.String),
    sa.column("diet", sa.JSON),
    sa.column("diet_note", sa.Text),
    sa.column("access", sa.JSON),
    sa.column("access_note", sa.Text),
)
SEALED = sa.table(
    "sealed_value",
    sa.column("participation_id", sa.Integer),
    sa.column("field", sa.String),
    sa.column("sealed", sa.LargeBinary),
    sa.column("key", sa.String),
    sa.column("changed_at", sa.DateTime),
)
NOTHING = {"diet": [], "diet_note": "", "access": [], "access_note": ""}


def ring() -> KeyRing:
    return KeyRing(current_app.extensions["settings"].field_keys)


def place(uid: str, field: str) -> str:
    return f"participation:{uid}:{field}"


def upgrade():
    connection = op.get_bind()
    keys = ring()
    now = datetime.now(UTC).replace(tzinfo=None)
    for row in connection.execute(sa.select(PEOPLE)).all():
        for field in FIELDS:
            value = getattr(row, field)
            text = value if isinstance(value, str) else ",".join(value or [])
            if not text:
                continue
            sealed, key = keys.seal(text, place=place(row.uid, field))
            values = {"participation_id": row.id, "field": field, "sealed": sealed, "key": key}
            connection.execute(sa.insert(SEALED).values(changed_at=now, **values))
    connection.execute(sa.update(PEOPLE).values(**NOTHING))
    with op.batch_alter_table("participation", schema=None) as batch_op:
        for field in reversed(FIELDS):
            batch_op.drop_column(field)


def downgrade():
    with op.batch_alter_table("participation", schema=None) as batch_op:
        for field in FIELDS:
            kind = sa.Text() if field.endswith("_note") else sa.JSON()
            default = "" if field.endswith("_note") else "[]"
            batch_op.add_column(sa.Column(field, kind, server_default=default, nullable=False))
    connection = op.get_bind()
    keys = ring()
    uids = dict(connection.execute(sa.select(PEOPLE.c.id, PEOPLE.c.uid)).all())
    rows = connection.execute(sa.select(SEALED).where(SEALED.c.field.in_(FIELDS))).all()
    for row in rows:
        where = place(uids[row.participation_id], row.field)
        text = keys.unseal(row.sealed, place=where, key=row.key)
        value = text if row.field.endswith("_note") else text.split(",")
        mine = sa.update(PEOPLE).where(PEOPLE.c.id == row.participation_id)
        connection.execute(mine.values({row.field: value}))
    connection.execute(sa.delete(SEALED).where(SEALED.c.field.in_(FIELDS)))
