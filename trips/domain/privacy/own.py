"""Everything kept about one person, as the register lists it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from trips.domain.privacy.kinds import DataKind
from trips.domain.privacy.register import REGISTER, SEALED
from trips.domain.privacy.sealed import EMERGENCY, PASSPORT, SealedField
from trips.domain.values.text import Text

HIDDEN: Final = "***"
"""Stands for a value that a link alone never shows: passport and emergency contact."""
BEHIND_DESK: Final = PASSPORT | EMERGENCY
_NOT_OWN: Final = frozenset(
    {DataKind.TECHNICAL, DataKind.SEARCH, DataKind.ACCOUNT, DataKind.SESSIONS, DataKind.FILES}
)
"""Keys, copies made for searching, and what is about the house's own people."""
_OF_OTHERS: Final = frozenset(
    {
        ("history", "actor"),
        ("letter", "issued_by"),
        ("link", "sealed_token"),
        ("link", "token_hash"),
        ("mail", "reply_to"),
        ("mail", "sender_name"),
        ("purge_run", "actor_name"),
        ("purge_run", "at"),
        ("reading", "actor_name"),
        ("reading", "actor_uid"),
        ("trip", "data_protection"),
        ("trip", "emergency_phone"),
    }
)
"""Who of the house did it, and secrets of which only the hash is kept."""
_OTHER_TABLES: Final = frozenset({"organisation", "task", "finding_mark", "user", "source"})


@dataclass(frozen=True)
class OwnValue:
    """A column with what it says, as JSON has it."""

    kind: DataKind
    column: str
    value: Any


@dataclass(frozen=True)
class OwnRecord:
    """A row about the person. `trip` is the trip it belongs to, empty for none."""

    table: str
    trip: Text
    values: tuple[OwnValue, ...]


@dataclass(frozen=True)
class OwnData:
    """All rows about a person."""

    person: str
    name: str
    at: datetime
    records: tuple[OwnRecord, ...]

    def as_json(self) -> dict[str, Any]:
        """The whole for machines: tables with rows of named values."""
        tables: dict[str, list[dict[str, Any]]] = {}
        for record in self.records:
            row = {each.column: each.value for each in record.values}
            if record.trip:
                row["trip"] = dict(record.trip)
            tables.setdefault(record.table, []).append(row)
        return {"person": self.person, "made_at": self.at.isoformat(), "data": tables}

    def by_kind(self) -> Iterator[tuple[DataKind, tuple[OwnRecord, ...]]]:
        """The same for readers: kind by kind, only what says something."""
        for kind in DataKind:
            found = []
            for record in self.records:
                said = tuple(each for each in record.values if each.kind is kind and _says(each))
                if said:
                    found.append(OwnRecord(record.table, record.trip, said))
            if found:
                yield kind, tuple(found)


def own_columns(table: str) -> dict[str, DataKind]:
    """The columns of a table that a person gets to see of themselves."""
    if table in _OTHER_TABLES:
        return {}
    return {
        column: kind
        for column, kind in REGISTER[table].items()
        if kind not in _NOT_OWN and (table, column) not in _OF_OTHERS
    }


def own_tables() -> tuple[str, ...]:
    """The tables in which something may stand about a person of the address book."""
    return (*(table for table in REGISTER if own_columns(table)), "sealed_value")


def sealed_record(trip: Text, values: dict[SealedField, str]) -> OwnRecord:
    """The encrypted fields of a participation, opened."""
    said = tuple(
        OwnValue(SEALED[field], field.value, values[field])
        for field in SealedField
        if field in values
    )
    return OwnRecord("sealed_value", trip, said)


def hide(typed: dict[str, Any]) -> dict[str, Any]:
    """A draft without what a link alone never shows."""
    names = {field.value for field in BEHIND_DESK}
    return {name: HIDDEN if name in names and value else value for name, value in typed.items()}


def _says(each: OwnValue) -> bool:
    return each.value not in ("", None, [], {}, False)
