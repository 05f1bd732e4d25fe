"""What an import would change: a plan to look at first, and to carry out as it was shown."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from trips.domain.importing.people import Ambiguous, Candidate, recognise, same_in_file
from trips.domain.importing.repeats import (
    RepeatedItem,
    RepeatedPerson,
    find_repeats,
    is_repeat,
    ref_of,
)
from trips.domain.importing.values import (
    FieldChange,
    item_changes,
    person_changes,
    title_keys,
)
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow
from trips.domain.item import Item
from trips.domain.participation import Participation, Role
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot

NEW: Final = "new"
"""The decision that a row is a person not known so far, or an item of its own."""
SKIP: Final = "skip"
"""The decision that a row is left out: another row of the file is about the same person."""

Decisions = Mapping[str, str]
"""By `ref` of a row: the uid of a person, `NEW` or `SKIP`."""


@dataclass(frozen=True, kw_only=True)
class ChangedItem:
    """A row that changes an item, field by field; without changes it is as the file says."""

    row: ProgrammeRow
    item: Item
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProgrammePlan:
    """The programme after the import. Nothing is deleted: what the file lacks is named."""

    new: tuple[ProgrammeRow, ...] = ()
    changed: tuple[ChangedItem, ...] = ()
    unchanged: tuple[ChangedItem, ...] = ()
    repeated: tuple[RepeatedItem, ...] = ()
    """Rows that repeat another row of the file; they are left out."""
    missing: tuple[Item, ...] = ()
    """What a file with a programme does not name."""

    @property
    def changes_anything(self) -> bool:
        """False for the second import of an unchanged file."""
        return bool(self.new or self.changed)


@dataclass(frozen=True, kw_only=True)
class ChangedDelegate:
    """A row about a person known already; `participation` is None if new to this trip."""

    row: DelegateRow
    person: Person
    participation: Participation | None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DelegatePlan:
    """The delegates after the import. Nobody is removed, nobody is merged unasked."""

    new: tuple[DelegateRow, ...] = ()
    changed: tuple[ChangedDelegate, ...] = ()
    unchanged: tuple[ChangedDelegate, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    repeated: tuple[RepeatedPerson, ...] = ()
    """Rows about a person who has another row in the file; they are left out."""
    missing: tuple[Participation, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """False for the second import of an unchanged file."""
        return bool(self.new or self.changed)


def plan_programme(
    rows: Iterable[ProgrammeRow], snapshot: TripSnapshot, decisions: Decisions | None = None
) -> ProgrammePlan:
    """Compare the rows of a file with the items of a trip.

    An item is recognised by its uid, else by date, start and title, else by date and title alone;
    titles are compared in every language, whatever their accents and capitals. A row that repeats
    an earlier one and is no item of the trip is left out, unless it was decided to be `NEW`.
    """
    listed = list(rows)
    repeats = find_repeats(listed)
    matches = _match_items(listed, snapshot.items, repeats.keys())
    new: list[ProgrammeRow] = []
    known: list[ChangedItem] = []
    repeated: list[RepeatedItem] = []
    for index, row in enumerate(listed):
        item, ref = matches.get(index), ref_of(row)
        if item is not None:
            changes = item_changes(row, item, snapshot)
            known.append(ChangedItem(row=row, item=item, changes=changes))
        elif index in repeats and (decisions or {}).get(ref) != NEW:
            earlier = ref_of(listed[repeats[index]])
            repeated.append(RepeatedItem(row=row, ref=ref, same_as=earlier))
        else:
            new.append(row)
    found = {item.uid for item in matches.values()}
    return ProgrammePlan(
        new=tuple(new),
        changed=tuple(entry for entry in known if entry.changes),
        unchanged=tuple(entry for entry in known if not entry.changes),
        repeated=tuple(repeated),
        missing=tuple(item for item in snapshot.items if listed and item.uid not in found),
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


def plan_delegates(
    rows: Iterable[DelegateRow],
    snapshot: TripSnapshot,
    people: Iterable[Person] = (),
    decisions: Decisions | None = None,
) -> DelegatePlan:
    """Compare the rows of a file with the delegates of a trip and the address book.

    `people` are the persons of the address book beyond the trip's; `decisions` maps the `ref` of
    an ambiguous row to a person's uid, to `NEW`, or to `SKIP`.
    """
    decided = decisions or {}
    book = {person.uid: person for person in (*snapshot.persons, *people)}
    new: list[DelegateRow] = []
    known: list[ChangedDelegate] = []
    ambiguous: list[Ambiguous] = []
    listed = list(rows)
    repeated = _repeated_people(listed, decided)
    for row in listed:
        if ref_of(row) in repeated:
            continue
        outcome = _decided(row, book, snapshot, decided)
        if ref_of(row) not in decided:
            outcome = _asking_twice(row, outcome, new, known)
        if isinstance(outcome, Ambiguous):
            ambiguous.append(outcome)
        elif outcome is None:
            new.append(row)
        else:
            known.append(_known(row, outcome, snapshot))
    taken = {entry.person.uid for entry in known}
    taken |= {candidate.person.uid for entry in ambiguous for candidate in entry.candidates}
    return DelegatePlan(
        new=tuple(new),
        changed=tuple(entry for entry in known if entry.changes or not entry.participation),
        unchanged=tuple(entry for entry in known if not entry.changes and entry.participation),
        ambiguous=tuple(ambiguous),
        repeated=tuple(repeated.values()),
        missing=tuple(
            entry
            for entry in snapshot.participations
            if listed and entry.role is Role.DELEGATE and entry.person not in taken
        ),
    )


def _repeated_people(rows: list[DelegateRow], decisions: Decisions) -> dict[str, RepeatedPerson]:
    """The rows to leave out: word for word an earlier one, or decided to be about the same."""
    found: dict[str, RepeatedPerson] = {}
    by_name: dict[str, list[DelegateRow]] = {}
    for row in rows:
        ref, earlier = ref_of(row), by_name.setdefault(row.name, [])
        same = tuple(ref_of(other) for other in earlier if is_repeat(row, other))
        if decisions.get(ref) == SKIP or (same and ref not in decisions):
            found[ref] = RepeatedPerson(row=row, ref=ref, same_as=same)
        else:
            earlier.append(row)
    return found


def _decided(
    row: DelegateRow,
    book: dict[str, Person],
    snapshot: TripSnapshot,
    decisions: Decisions,
) -> Person | Ambiguous | None:
    """Let decisions speak first, then recognise the person."""
    decided = decisions.get(ref_of(row), "")
    if decided == NEW:
        return None
    return book.get(decided) or recognise(row, book, snapshot)


def _asking_twice(
    row: DelegateRow,
    outcome: Person | Ambiguous | None,
    new: list[DelegateRow],
    known: list[ChangedDelegate],
) -> Person | Ambiguous | None:
    """Make a question of a row that means the same person as an earlier row of the file."""
    if isinstance(outcome, Ambiguous):
        return outcome
    earlier = (
        same_in_file(row, new)
        if outcome is None
        else tuple(ref_of(entry.row) for entry in known if entry.person.uid == outcome.uid)
    )
    if not earlier:
        return outcome
    candidates = (Candidate(person=outcome, agrees=("name",)),) if outcome else ()
    return Ambiguous(row=row, ref=ref_of(row), candidates=candidates, same_as_rows=earlier)


def _known(row: DelegateRow, person: Person, snapshot: TripSnapshot) -> ChangedDelegate:
    participation = next(
        (
            entry
            for entry in snapshot.participations
            if entry.person == person.uid and entry.role is Role.DELEGATE
        ),
        None,
    )
    return ChangedDelegate(
        row=row,
        person=person,
        participation=participation,
        changes=person_changes(row, person, participation, snapshot),
    )
