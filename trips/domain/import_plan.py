"""What an import would change: a plan to look at first, and to carry out as it was shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trips.domain.identity import Comparison, Identity, Match, compare
from trips.domain.import_values import (
    FieldChange,
    item_changes,
    person_changes,
    title_keys,
)
from trips.domain.item import Item
from trips.domain.participation import Participation, Role
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.workbook import DelegateRow, ProgrammeRow

NEW: Final = "new"
"""The decision that a row is a person not known so far."""


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
    missing: tuple[Item, ...] = ()

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
class Candidate:
    """Somebody whom a row may mean, and what speaks for it."""

    person: Person
    agrees: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Ambiguous:
    """A row that may mean somebody known; without a decision it is not imported."""

    row: DelegateRow
    ref: str
    candidates: tuple[Candidate, ...] = ()
    same_as_rows: tuple[str, ...] = ()
    """Earlier rows of the file that may be the same person."""


@dataclass(frozen=True, kw_only=True)
class DelegatePlan:
    """The delegates after the import. Nobody is removed, nobody is merged unasked."""

    new: tuple[DelegateRow, ...] = ()
    changed: tuple[ChangedDelegate, ...] = ()
    unchanged: tuple[ChangedDelegate, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    missing: tuple[Participation, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """False for the second import of an unchanged file."""
        return bool(self.new or self.changed)


def plan_programme(rows: Iterable[ProgrammeRow], snapshot: TripSnapshot) -> ProgrammePlan:
    """Compare the rows of a file with the items of a trip.

    An item is recognised by its uid, else by date, start and title, else by date and title alone;
    titles are compared in every language, whatever their accents and capitals.
    """
    listed = list(rows)
    matches = _match_items(listed, snapshot.items)
    new: list[ProgrammeRow] = []
    changed: list[ChangedItem] = []
    unchanged: list[ChangedItem] = []
    for index, row in enumerate(listed):
        item = matches.get(index)
        if item is None:
            new.append(row)
            continue
        entry = ChangedItem(row=row, item=item, changes=item_changes(row, item, snapshot))
        (changed if entry.changes else unchanged).append(entry)
    found = {item.uid for item in matches.values()}
    return ProgrammePlan(
        new=tuple(new),
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        missing=tuple(item for item in snapshot.items if item.uid not in found),
    )


def _match_items(rows: list[ProgrammeRow], items: Iterable[Item]) -> dict[int, Item]:
    """Find the item of each row, the surest signs first; no item is found twice."""
    left = {item.uid: item for item in items}
    found: dict[int, Item] = {}
    for is_same in (_same_uid, _same_slot, _same_start, _same_day):
        for index, row in enumerate(rows):
            if index in found:
                continue
            item = next((item for item in left.values() if is_same(row, item)), None)
            if item is not None:
                found[index] = left.pop(item.uid)
    return found


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
    decisions: dict[str, str] | None = None,
) -> DelegatePlan:
    """Compare the rows of a file with the delegates of a trip and the address book.

    `people` are the persons of the address book beyond the trip's; `decisions` maps the `ref` of
    an ambiguous row to a person's uid or to `NEW`.
    """
    book = {person.uid: person for person in (*snapshot.persons, *people)}
    new: list[DelegateRow] = []
    known: list[ChangedDelegate] = []
    ambiguous: list[Ambiguous] = []
    for row in rows:
        earlier = _same_in_file(row, [*new, *(entry.row for entry in known)])
        outcome = _recognise(row, book, snapshot, decisions or {}, earlier)
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
        missing=tuple(
            entry
            for entry in snapshot.participations
            if entry.role is Role.DELEGATE and entry.person not in taken
        ),
    )


def ref_of(row: DelegateRow) -> str:
    """Return the name of a row within its file: sheet and row number."""
    return f"{row.sheet}!{row.row}"


def _recognise(
    row: DelegateRow,
    book: dict[str, Person],
    snapshot: TripSnapshot,
    decisions: dict[str, str],
    earlier: tuple[str, ...],
) -> Person | Ambiguous | None:
    """Return the person a row means, None for a new one, or the question whom it means."""
    decided = decisions.get(ref_of(row), "")
    if decided == NEW:
        return None
    sure = book.get(decided) or _by_uid(row, book, snapshot)
    if sure is not None:
        return sure
    same, plausible = _candidates(row, book, snapshot)
    if len(same) == 1 and not earlier:
        return same[0].person
    if not (same or plausible or earlier):
        return None
    return Ambiguous(row=row, ref=ref_of(row), candidates=(*same, *plausible), same_as_rows=earlier)


def _candidates(
    row: DelegateRow, book: dict[str, Person], snapshot: TripSnapshot
) -> tuple[list[Candidate], list[Candidate]]:
    """Return who surely and who possibly is meant."""
    found: dict[Match, list[Candidate]] = {Match.SAME: [], Match.PLAUSIBLE: []}
    for person in book.values():
        verdict = _verdict(row, person, snapshot)
        if verdict.match in found:
            found[verdict.match].append(Candidate(person=person, agrees=verdict.agrees))
    return found[Match.SAME], found[Match.PLAUSIBLE]


def _by_uid(row: DelegateRow, book: dict[str, Person], snapshot: TripSnapshot) -> Person | None:
    participation = snapshot.participation_by_uid.get(row.uid)
    return book.get(participation.person if participation else row.uid)


def _verdict(row: DelegateRow, person: Person, snapshot: TripSnapshot) -> Comparison:
    organisation = snapshot.organisation_by_uid.get(person.organisation or "")
    names = (*organisation.name.values(), organisation.short) if organisation else ()
    return compare(
        _identity(row),
        Identity(
            given_name=person.given_name,
            family_name=person.family_name,
            other_names=person.own_script,
            organisations=names,
            country=person.country,
            emails=(person.email,) if person.email else (),
            phone=person.phone,
        ),
    )


def _identity(row: DelegateRow) -> Identity:
    return Identity(
        given_name=row.given_name,
        family_name=row.family_name,
        organisations=tuple(row.organisation.values()),
        country=row.country,
        emails=row.emails,
        phone=row.phone,
    )


def _same_in_file(row: DelegateRow, earlier: list[DelegateRow]) -> tuple[str, ...]:
    return tuple(
        ref_of(other)
        for other in earlier
        if not (row.uid and other.uid and row.uid != other.uid)
        and compare(_identity(row), _identity(other)).match is Match.SAME
    )


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
