"""What an import would change: a plan to look at first, and to carry out as it was shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from trips.domain.importing.people import Ambiguous
from trips.domain.importing.repeats import RepeatedItem, RepeatedPerson
from trips.domain.importing.values import FieldChange
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow
from trips.domain.item import Item
from trips.domain.participation import Participation
from trips.domain.person import Person
from trips.domain.values.text import Text

NEW: Final = "new"
"""The decision that a row is a person not known so far, or an item of its own."""
SKIP: Final = "skip"
"""The decision that a row is left out: another row of the file is about the same person."""

FILE: Final = "file"
"""The decision that a field says what the file says, whatever was changed in the trip."""
TRIP: Final = "trip"
"""The decision that a field stays as the trip has it."""
COLUMN: Final = "column:"
"""Begins the `ref` of all changes of a field: `SKIP` leaves them out."""
BOTH: Final = "both:"
"""Begins the `ref` of all conflicts of a field: `FILE` or `TRIP`; one's own decision goes first."""
CANCEL: Final = "cancel"
"""The decision about what was deleted from the file: an item is cancelled, a person withdrawn."""

Decisions = Mapping[str, str]
"""By `ref` of a row: the uid of a person, `NEW` or `SKIP`; of a conflict: `FILE` or `TRIP`; of what
was deleted from the file: `CANCEL`."""


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """A field that was changed in the file and, meanwhile, in the trip."""

    ref: str
    name: Text | str
    """Of the item or person."""
    change: FieldChange
    """From what the trip says now to what the file says."""


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
    deleted: tuple[Item, ...] = ()
    """Those of the missing that stood in the file when it was exported."""
    cancelled: tuple[Item, ...] = ()
    """Those of the deleted that are to be cancelled."""
    conflicts: tuple[Conflict, ...] = ()
    """All of them; without a decision nothing is imported."""

    @property
    def changes_anything(self) -> bool:
        """False for the second import of an unchanged file."""
        return bool(self.new or self.changed or self.cancelled)


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
    deleted: tuple[Participation, ...] = ()
    withdrawn: tuple[Participation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    outside: tuple[ChangedDelegate, ...] = ()
    """Of other delegations than the one a nomination is for; they stay as they are."""

    @property
    def changes_anything(self) -> bool:
        """False for the second import of an unchanged file."""
        return bool(self.new or self.changed or self.withdrawn)
