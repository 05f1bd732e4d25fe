"""A roster that comes back: only what was changed in Excel since it was exported is wanted.

The roster of today is read by the same reader, so that what a roster cannot say is lost on both
sides. Marks in the file (`briefs.list_memory`) tell which cells were changed there, and which were
changed in the trip meanwhile; a file without marks is compared with today alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from trips.domain.briefs.list_memory import Memory
from trips.domain.importing.workbook import (
    DelegateRow,
    Issue,
    Origin,
    Severity,
    WorkbookReading,
)
from trips.domain.participation import Counts, Role
from trips.domain.snapshot import TripSnapshot

FIELDS: Final = {
    "academic_title": ("academic_title",),
    "access": ("access", "access_note"),
    "brings": ("brings",),
    "country": ("country",),
    "delegation": ("delegation",),
    "diet": ("diet", "diet_note"),
    "email": ("emails",),
    "family_name": ("family_name", "family_name_first"),
    "form_of_address": ("form_of_address", "honorific"),
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
"""What each column that is read back fills of a row."""
FOR_READING: Final = frozenset(
    {"role", "city", "own_script", "organisation_kind", "is_listed", "is_photo_allowed"}
    | {"arrival_at", "arrival_place", "arrival_number"}
    | {"departure_at", "departure_place", "departure_number"}
    | {"diet_note", "access_note"}
)
"""Columns that are not read back: they belong to others than this row, or are agreed to."""
BY_LANGUAGE: Final = frozenset({"function", "brings"})
"""Columns of which the roster shows one language."""


def compared_roster(
    reading: WorkbookReading, today: WorkbookReading, snapshot: TripSnapshot, revision: int
) -> WorkbookReading:
    """The reading of a roster with only its wishes, and what the roster of today says as origin.

    `today` is the reading of the roster of everybody, whether they come or not. A cell that says
    what it said is no wish, a column that was taken out empties nothing, and what is for reading
    only is named where somebody changed it.
    """
    memory = reading.memory
    if memory is not None and memory.trip != snapshot.trip.uid:
        memory = None
    now = {row.uid: row for row in today.delegate_rows if row.uid}
    marks = today.memory.marks if today.memory else {}
    rows, was, issues = [], [], list(_kept(memory, marks, snapshot))
    for row in reading.delegate_rows:
        if _is_gone(row, memory, snapshot):
            facts = {"name": row.name}
            issues.append(_notice("roster_person_gone", row.sheet, row.row, facts))
        elif not _is_other(row, snapshot):
            rows.append(_wanted(row, now.get(row.uid), reading, memory))
    written = {row.uid for row in rows}
    for uid, row in now.items():
        if not _is_other(row, snapshot) and (memory is None or uid in {*memory.marks, *written}):
            was.append(replace(row, version=_moved(uid, memory, marks, reading.roster)))
    if memory is None:
        issues.append(Issue(code="roster_without_memory", severity=Severity.NOTICE))
        was = [row for row in was if row.uid in written or _is_listed(row, snapshot)]
    origin = Origin(trip=snapshot.trip.uid, revision=revision, delegate_rows=tuple(was))
    issues = [*reading.issues, *issues]
    return replace(reading, delegate_rows=tuple(rows), origin=origin, issues=tuple(issues))


def _wanted(
    row: DelegateRow, now: DelegateRow | None, reading: WorkbookReading, memory: Memory | None
) -> DelegateRow:
    """The row with what the trip says today wherever nobody changed it in the file."""
    if now is None:
        return row
    is_known = memory is not None and row.uid in memory.marks
    changed = {cell.column for cell in memory.changed if cell.row == row.row} if memory else ()
    same: dict[str, Any] = {
        attribute: getattr(now, attribute)
        for column, attributes in FIELDS.items()
        if column not in reading.roster_fields or (is_known and column not in changed)
        for attribute in attributes
        if attribute != "comments"
    }
    return replace(row, **same)


def _moved(
    uid: str, memory: Memory | None, today: Mapping[str, Mapping[str, str]], language: str
) -> str:
    """A version (`briefs.workbook.Line`) that differs in the cells changed in the trip since."""
    if memory is None:
        return ""
    then, now = memory.marks.get(uid, {}), today.get(uid, {})
    moved = [column for column, mark in then.items() if now.get(column, mark) != mark]
    keys = (f"{each}_{language}" if each in BY_LANGUAGE else each for each in moved)
    return " ".join(f"{key}:moved" for key in keys)


def _kept(
    memory: Memory | None, today: Mapping[str, Mapping[str, str]], snapshot: TripSnapshot
) -> Iterator[Issue]:
    """What was changed although it is for reading; nobody is told of what is so by now anyway."""
    for cell in memory.changed if memory else ():
        is_for_reading = cell.column in FOR_READING
        is_so = today.get(cell.uid, {}).get(cell.column) == cell.mark
        if not is_so and (is_for_reading or _is_role_other(cell.uid, snapshot)):
            code = "roster_column_kept" if is_for_reading else "roster_person_kept"
            issue = _notice(code, cell.sheet, cell.row, {})
            yield replace(issue, column=cell.letter, heading=cell.heading)


def _notice(code: str, sheet: str, row: int, facts: Mapping[str, str]) -> Issue:
    return Issue(code=code, severity=Severity.NOTICE, sheet=sheet, row=row, facts=facts)


def _is_other(row: DelegateRow, snapshot: TripSnapshot) -> bool:
    return _is_role_other(row.uid, snapshot)


def _is_role_other(uid: str, snapshot: TripSnapshot) -> bool:
    """Tell whether it is about somebody of the trip who is no delegate."""
    part = snapshot.participation_by_uid.get(uid)
    return part is not None and part.role is not Role.DELEGATE


def _is_gone(row: DelegateRow, memory: Memory | None, snapshot: TripSnapshot) -> bool:
    """Tell whether somebody was on the trip when the file was made and is no more."""
    was_there = memory is not None and row.uid in memory.marks
    return was_there and row.uid not in snapshot.participation_by_uid


def _is_listed(row: DelegateRow, snapshot: TripSnapshot) -> bool:
    """Tell whether the row stands on the roster of today."""
    part = snapshot.participation_by_uid.get(row.uid)
    return part is not None and part.is_coming and Counts.ROSTER in part.counts
