"""What the rows of a programme mean for the items of a trip."""

from collections.abc import Collection, Iterable, Mapping

from trips.domain.briefs.workbook import Line, item_lines, moved_since
from trips.domain.importing.conflicts import conflicts_of, without_lost
from trips.domain.importing.plan import (
    CANCEL,
    NEW,
    ChangedItem,
    Conflict,
    Decisions,
    ProgrammePlan,
)
from trips.domain.importing.repeats import RepeatedItem, find_repeats, ref_of
from trips.domain.importing.returning import compare_item
from trips.domain.importing.values import item_changes, title_keys
from trips.domain.importing.workbook import Origin, ProgrammeRow
from trips.domain.item import Item, ItemStatus
from trips.domain.snapshot import TripSnapshot


def plan_programme(
    rows: Iterable[ProgrammeRow],
    snapshot: TripSnapshot,
    decisions: Decisions | None = None,
    origin: Origin | None = None,
) -> ProgrammePlan:
    """Compare the rows of a file with the items of a trip.

    An item is recognised by its uid, else by date, start and title, else by date and title alone;
    titles are compared in every language, whatever their accents and capitals. A row that repeats
    an earlier one and is no item of the trip is left out, unless it was decided to be `NEW`.

    Of a file that was exported from this trip (`origin`), only the cells that were changed count;
    where the trip was changed meanwhile too, `decisions` say which of the two is to stand.
    """
    listed, decided = list(rows), decisions or {}
    was = {row.uid: row for row in origin.programme_rows} if origin else {}
    lines = {line.uid: line for line in item_lines(snapshot)} if origin else {}
    repeats = find_repeats(listed)
    matches = _match_items(listed, snapshot.items, repeats.keys())
    new: list[ProgrammeRow] = []
    known: list[ChangedItem] = []
    repeated: list[RepeatedItem] = []
    conflicts: list[Conflict] = []
    for index, row in enumerate(listed):
        item, ref = matches.get(index), ref_of(row)
        if item is not None:
            line = lines.get(item.uid)
            entry, found = _compared(row, was, item, snapshot, line)
            known.append(without_lost(entry, found, decided))
            conflicts.extend(found)
        elif index in repeats and decided.get(ref) != NEW:
            earlier = ref_of(listed[repeats[index]])
            repeated.append(RepeatedItem(row=row, ref=ref, same_as=earlier))
        else:
            new.append(row)
    named = {item.uid for item in matches.values()}
    missing = tuple(item for item in snapshot.items if listed and item.uid not in named)
    deleted = tuple(item for item in missing if _was_there(item, was))
    return ProgrammePlan(
        new=tuple(new),
        changed=tuple(entry for entry in known if entry.changes),
        unchanged=tuple(entry for entry in known if not entry.changes),
        repeated=tuple(repeated),
        missing=missing,
        deleted=deleted,
        cancelled=tuple(item for item in deleted if decided.get(item.uid) == CANCEL),
        conflicts=tuple(conflicts),
    )


def _was_there(item: Item, was: Mapping[str, ProgrammeRow]) -> bool:
    return item.uid in was and item.status is not ItemStatus.CANCELLED


def _compared(
    row: ProgrammeRow,
    was: Mapping[str, ProgrammeRow],
    item: Item,
    snapshot: TripSnapshot,
    line: Line | None,
) -> tuple[ChangedItem, tuple[Conflict, ...]]:
    """Compare a row with its item: all of it, or only what was changed since it was exported."""
    before = was.get(item.uid) if row.uid == item.uid else None
    if before is None:
        return ChangedItem(row=row, item=item, changes=item_changes(row, item, snapshot)), ()
    compared = compare_item(row, before, item, snapshot, moved_since(before.version, line))
    entry = ChangedItem(row=compared.row, item=item, changes=compared.changes)
    return entry, conflicts_of(item.uid, item.title, compared)


def _match_items(
    rows: list[ProgrammeRow], items: Iterable[Item], repeats: Collection[int]
) -> dict[int, Item]:
    """Find the item of each row, the surest signs first; no item is found twice."""
    left = {item.uid: item for item in items}
    found: dict[int, Item] = {}
    for is_same in (_same_row, _same_uid, _same_slot, _same_start, _same_day):
        for index, row in enumerate(rows):
            if index in found or (is_same is _same_day and index in repeats):
                continue
            item = next((item for item in left.values() if is_same(row, item)), None)
            if item is not None:
                found[index] = left.pop(item.uid)
    return found


def _same_row(row: ProgrammeRow, item: Item) -> bool:
    """Tell a row from a copy of it that was changed since."""
    return row.uid == item.uid and _same_day(row, item)


def _same_uid(row: ProgrammeRow, item: Item) -> bool:
    return row.uid == item.uid


def _same_slot(row: ProgrammeRow, item: Item) -> bool:
    groups = {group.lower() for group in row.groups}
    return _same_start(row, item) and groups == {group.lower() for group in item.groups}


def _same_start(row: ProgrammeRow, item: Item) -> bool:
    return row.starts == item.starts and _same_title(row, item)


def _same_day(row: ProgrammeRow, item: Item) -> bool:
    return row.starts.date() == item.starts.date() and _same_title(row, item)


def _same_title(row: ProgrammeRow, item: Item) -> bool:
    return bool(title_keys(row.title) & title_keys(item.title))
