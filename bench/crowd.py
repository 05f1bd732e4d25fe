"""A trip with many participations: one of them is stored as ever, the others are its copies.

Storing thousands one by one would take longer than everything that is measured.
"""

from typing import Any, cast

import sqlalchemy as sa

from trips.domain.participation import DelegateStatus
from trips.domain.person import LanguageLevel, LanguageSkill
from trips.domain.values.wire import to_wire
from trips.extensions import db
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.person import PersonRow

SPOKEN = (LanguageSkill("en", LanguageLevel.B2), LanguageSkill("uk", LanguageLevel.NATIVE))
FIRST_COPY = 1_000_000
"""Key of the first copy; of people, participations and delegates alike."""

Values = dict[str, Any]


def crowd(uid: str, size: int) -> None:
    """Copy a delegate, by the uid of the participation, until the trip has so many of them."""
    people, parts, delegates = (
        cast(sa.Table, row.__table__) for row in (PersonRow, ParticipationRow, DelegateRow)
    )
    connection = db.session.connection()

    def row_of(table: sa.Table, column: str, value: object) -> Values:
        found = connection.execute(sa.select(table).where(table.c[column] == value))
        return dict(found.mappings().one())

    part = row_of(parts, "uid", uid)
    begun = {
        **row_of(delegates, "participation_id", part["id"]),
        "status": DelegateStatus.STARTED,
    }
    connection.execute(
        sa.update(delegates)
        .where(delegates.c.participation_id == part["id"])
        .values(status=DelegateStatus.STARTED)
    )
    person = {**row_of(people, "id", part["person_id"]), "languages": to_wire(SPOKEN)}
    there = connection.scalar(sa.select(sa.func.count()).select_from(delegates)) or 0
    numbers = [(n, FIRST_COPY + n) for n in range(there, size)]
    named = [
        {**person, "id": key, "uid": f"person{n:010d}", "family_name": f"Sample {n}"}
        for n, key in numbers
    ]
    own = [{**part, "id": key, "uid": f"part{n:012d}", "person_id": key} for n, key in numbers]
    for table, rows in (
        (people, named),
        (parts, own),
        (delegates, [{**begun, "participation_id": key} for _, key in numbers]),
    ):
        connection.execute(sa.insert(table), rows)
    db.session.commit()
