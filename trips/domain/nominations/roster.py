"""A roster that comes back: its cells are compared with those of the roster of today."""

from dataclasses import replace
from typing import Any, Final

from trips.domain.importing.workbook import DelegateRow, Origin, WorkbookReading
from trips.domain.participation import Role
from trips.domain.snapshot import TripSnapshot

FIELDS: Final = {
    "academic_title": ("academic_title",),
    "access": ("access", "access_note"),
    "brings": ("brings",),
    "country": ("country",),
    "delegation": ("delegation",),
    "diet": ("diet", "diet_note"),
    "emails": ("emails",),
    "form_of_address": ("form_of_address",),
    "function": ("function",),
    "given_name": ("given_name",),
    "group": ("group",),
    "languages": ("languages",),
    "level": ("level",),
    "note": ("note", "comments"),
    "organisation": ("organisation",),
    "phone": ("phone",),
    "present_from": ("present_from",),
    "present_to": ("present_to",),
    "room_wish": ("room_wish",),
    "sex": ("sex",),
    "status": ("status",),
}
"""What each column fills of a row."""


def compared_roster(
    reading: WorkbookReading, shown: WorkbookReading, snapshot: TripSnapshot, revision: int
) -> WorkbookReading:
    """The reading of a roster with what the roster of today says as its origin.

    So a cell that says what it would say today is no wish, whatever the roster cannot say is left
    alone, and a column that was taken out empties nothing. Only delegates are compared.
    """
    rows = tuple(row for row in reading.delegate_rows if not _is_other(row, snapshot))
    written = {row.uid: row for row in rows if row.uid}
    gone = [name for name in FIELDS if name not in reading.roster_fields]
    was = tuple(
        _without(row, written.get(row.uid, row), gone)
        for row in shown.delegate_rows
        if not _is_other(row, snapshot)
    )
    origin = Origin(trip=snapshot.trip.uid, revision=revision, delegate_rows=was)
    return replace(reading, delegate_rows=rows, origin=origin)


def _is_other(row: DelegateRow, snapshot: TripSnapshot) -> bool:
    """Tell whether a row is about somebody of the trip who is no delegate."""
    part = snapshot.participation_by_uid.get(row.uid)
    return part is not None and part.role is not Role.DELEGATE


def _without(was: DelegateRow, now: DelegateRow, gone: list[str]) -> DelegateRow:
    same: dict[str, Any] = {
        attribute: getattr(now, attribute) for name in gone for attribute in FIELDS[name]
    }
    return replace(was, **same)
