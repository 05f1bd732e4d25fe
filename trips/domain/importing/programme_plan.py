"""What the rows of a programme mean for the items of a trip."""

from collections.abc import Collection, Iterable

from trips.domain.briefs.workbook import item_lines, moved_since
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
    listed = list(rows)
    repeats = find_repeats(listed)
    matches = _match_items(listed, snapshot.items, repeats.keys())
    sorting = _Sorting(snapshot, decisions or {}, origin)
    for index, row in enumerate(listed):
        if index in matches:
            sorting.compare(row, matches[index])
        else:
            sorting.add(row, listed[repeats[index]] if index in repeats else None)
    named = {item.uid for item in matches.values()}
    return sorting.plan(tuple(i for i in snapshot.items if listed and i.uid not in named))


class _Sorting:
    """Sorts the rows of a file by what they mean for the trip."""

    def __init__(self, snapshot: TripSnapshot, decisions: Decisions, origin: Origin | None) -> None:
        self.snapshot = snapshot
        self.decisions = decisions
        self.was = {row.uid: row for row in origin.programme_rows} if origin else {}
        self.lines = {line.uid: line for line in item_lines(snapshot)} if origin else {}
        self.new: list[ProgrammeRow] = []
        self.known: list[ChangedItem] = []
        self.repeated: list[RepeatedItem] = []
        self.conflicts: list[Conflict] = []

    def add(self, row: ProgrammeRow, same_as: ProgrammeRow | None) -> None:
        """A row that is no item of the trip."""
        ref = ref_of(row)
        if same_as is not None and self.decisions.get(ref) != NEW:
            self.repeated.append(RepeatedItem(row=row, ref=ref, same_as=ref_of(same_as)))
        else:
            self.new.append(row)

    def compare(self, row: ProgrammeRow, item: Item) -> None:
        """A row with its item: all of it, or only what was changed since it was exported."""
        before = self.was.get(item.uid) if row.uid == item.uid else None
        if before is None:
            changes = item_changes(row, item, self.snapshot)
            self.known.append(ChangedItem(row=row, item=item, changes=changes))
            return
        moved = moved_since(before.version, self.lines.get(item.uid))
        compared = compare_item(row, before, item, self.snapshot, moved)
        entry = ChangedItem(row=compared.row, item=item, changes=compared.changes)
        found = conflicts_of(item.uid, item.title, compared)
        self.known.append(without_lost(entry, found, self.decisions))
        self.conflicts.extend(found)

    def plan(self, missing: tuple[Item, ...]) -> ProgrammePlan:
        """Everything that was sorted, and what no row names."""
        placed = tuple(item for item in missing if not item.is_unplaced)
        deleted = tuple(
            item
            for item in placed
            if item.uid in self.was and item.status is not ItemStatus.CANCELLED
        )
        return ProgrammePlan(
            new=tuple(self.new),
            changed=tuple(entry for entry in self.known if entry.changes),
            unchanged=tuple(entry for entry in self.known if not entry.changes),
            repeated=tuple(self.repeated),
            missing=placed,
            deleted=deleted,
            cancelled=tuple(i for i in deleted if self.decisions.get(i.uid) == CANCEL),
            conflicts=tuple(self.conflicts),
        )


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
