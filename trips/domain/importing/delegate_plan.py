"""What the rows of a list mean for the delegates of a trip."""

from collections.abc import Iterable, Mapping

from trips.domain.briefs.workbook import Line, moved_since, person_lines
from trips.domain.importing.conflicts import conflicts_of, without_lost
from trips.domain.importing.people import Ambiguous, Candidate, recognise, same_in_file
from trips.domain.importing.plan import (
    CANCEL,
    NEW,
    SKIP,
    ChangedDelegate,
    Conflict,
    Decisions,
    DelegatePlan,
)
from trips.domain.importing.repeats import RepeatedPerson, is_repeat, ref_of
from trips.domain.importing.returning import compare_person
from trips.domain.importing.values import person_changes
from trips.domain.importing.workbook import DelegateRow, Origin
from trips.domain.participation import Participation, Role
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot


def plan_delegates(
    rows: Iterable[DelegateRow],
    snapshot: TripSnapshot,
    people: Iterable[Person] = (),
    decisions: Decisions | None = None,
    origin: Origin | None = None,
) -> DelegatePlan:
    """Compare the rows of a file with the delegates of a trip and the address book.

    `people` are the persons of the address book beyond the trip's; `decisions` maps the `ref` of
    an ambiguous row to a person's uid, to `NEW`, or to `SKIP`.
    """
    listed = list(rows)
    sorting = _Sorting(snapshot, people, decisions or {}, origin)
    sorting.repeated = _repeated_people(listed, sorting.decisions)
    for row in listed:
        if ref_of(row) not in sorting.repeated:
            sorting.take(row)
    taken = sorting.taken()
    missing = tuple(
        entry
        for entry in snapshot.participations
        if listed and entry.role is Role.DELEGATE and entry.person not in taken
    )
    return sorting.plan(missing)


class _Sorting:
    """Sorts the rows of a file by whom they mean."""

    def __init__(
        self,
        snapshot: TripSnapshot,
        people: Iterable[Person],
        decisions: Decisions,
        origin: Origin | None,
    ) -> None:
        self.snapshot = snapshot
        self.decisions = decisions
        self.book = {person.uid: person for person in (*snapshot.persons, *people)}
        self.was = {row.uid: row for row in origin.delegate_rows} if origin else {}
        self.lines = {line.uid: line for line in person_lines(snapshot)} if origin else {}
        self.new: list[DelegateRow] = []
        self.known: list[ChangedDelegate] = []
        self.ambiguous: list[Ambiguous] = []
        self.repeated: dict[str, RepeatedPerson] = {}
        self.conflicts: list[Conflict] = []

    def take(self, row: DelegateRow) -> None:
        """A row: somebody new, somebody known, or a question."""
        outcome = _decided(row, self.book, self.snapshot, self.decisions)
        if ref_of(row) not in self.decisions:
            outcome = _asking_twice(row, outcome, self.new, self.known)
            outcome = _asking_again(row, outcome, self.snapshot)
        if isinstance(outcome, Ambiguous):
            self.ambiguous.append(outcome)
        elif outcome is None:
            self.new.append(row)
        else:
            entry, found = _known(row, outcome, self.snapshot, self.was, self.lines)
            self.known.append(without_lost(entry, found, self.decisions))
            self.conflicts.extend(found)

    def taken(self) -> set[str]:
        """Whoever is or may be meant by a row."""
        asked = [one.person.uid for entry in self.ambiguous for one in entry.candidates]
        return {entry.person.uid for entry in self.known} | set(asked)

    def plan(self, missing: tuple[Participation, ...]) -> DelegatePlan:
        """Everybody who was sorted, and whom no row names."""
        deleted = tuple(each for each in missing if each.uid in self.was and each.is_coming)
        is_same = [bool(entry.participation) and not entry.changes for entry in self.known]
        pairs = list(zip(self.known, is_same, strict=True))
        return DelegatePlan(
            new=tuple(self.new),
            changed=tuple(entry for entry, is_unchanged in pairs if not is_unchanged),
            unchanged=tuple(entry for entry, is_unchanged in pairs if is_unchanged),
            ambiguous=tuple(self.ambiguous),
            repeated=tuple(self.repeated.values()),
            missing=missing,
            deleted=deleted,
            withdrawn=tuple(each for each in deleted if self.decisions.get(each.uid) == CANCEL),
            conflicts=tuple(self.conflicts),
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


def _asking_again(
    row: DelegateRow, outcome: Person | Ambiguous | None, snapshot: TripSnapshot
) -> Person | Ambiguous | None:
    """Make a question of somebody whom only the address book knows: nobody is merged unasked."""
    if not isinstance(outcome, Person) or row.uid == outcome.uid:
        return outcome
    if any(part.person == outcome.uid for part in snapshot.participations):
        return outcome
    known = Candidate(person=outcome, agrees=("name",))
    return Ambiguous(row=row, ref=ref_of(row), candidates=(known,))


def _known(
    row: DelegateRow,
    person: Person,
    snapshot: TripSnapshot,
    was: Mapping[str, DelegateRow],
    lines: Mapping[str, Line],
) -> tuple[ChangedDelegate, tuple[Conflict, ...]]:
    """Compare a row with its person: all of it, or only what was changed since it was exported."""
    part = next(
        (
            entry
            for entry in snapshot.participations
            if entry.person == person.uid and entry.role is Role.DELEGATE
        ),
        None,
    )
    before = was.get(part.uid) if part and row.uid == part.uid else None
    if part is None or before is None:
        changes = person_changes(row, person, part, snapshot)
        return ChangedDelegate(row=row, person=person, participation=part, changes=changes), ()
    moved = moved_since(before.version, lines.get(part.uid))
    compared = compare_person(row, before, (person, part), snapshot, moved)
    entry = ChangedDelegate(
        row=compared.row, person=person, participation=part, changes=compared.changes
    )
    return entry, conflicts_of(part.uid, person.name, compared)
