"""How a trip in a file differs from the trip that is stored, object by object."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from trips.domain.importing.book import Book
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.values.text import Text
from trips.domain.values.wire import to_wire

BOOK: Final = ("organisations", "persons", "sites")
OWN: Final = (
    "stops",
    "legs",
    "items",
    "delegations",
    "participations",
    "interpreters",
    "assignments",
    "sources",
)

Name = Text | str


@dataclass(frozen=True, kw_only=True)
class KindDifference:
    """The objects of one kind (a field of `TripSnapshot`), by name."""

    kind: str
    new: tuple[Name, ...] = ()
    changed: tuple[Name, ...] = ()
    gone: tuple[Name, ...] = ()
    """Removed from the trip; the address book and the interpreters only grow."""
    same: int = 0

    @property
    def is_any(self) -> bool:
        """True if anything of this kind differs."""
        return bool(self.new or self.changed or self.gone)


def compare_trips(
    stored: TripSnapshot | None, wanted: TripSnapshot, book: Book
) -> tuple[KindDifference, ...]:
    """What storing `wanted` changes in the stored trip (if any) and in the address book."""
    wanted = canonical(wanted)
    now = _with_book(canonical(stored) if stored else TripSnapshot(trip=wanted.trip), book)
    single = [
        _difference("trip", (stored.trip,) if stored else (), (wanted.trip,), wanted, now),
        _difference("project", _some(now.project), _some(wanted.project), wanted, now),
    ]
    lists = [
        _difference(kind, getattr(now, kind), getattr(wanted, kind), wanted, now)
        for kind in (*OWN, *BOOK)
    ]
    return (*single, *lists)


def _with_book(snapshot: TripSnapshot, book: Book) -> TripSnapshot:
    """The snapshot with the whole address book, so that what it holds is not taken for new."""
    entries: dict[str, Any] = {
        kind: tuple(
            {each.uid: each for each in (*getattr(book, kind), *getattr(snapshot, kind))}.values()
        )
        for kind in BOOK
    }
    return replace(snapshot, **entries)


def _some(value: Any) -> tuple[Any, ...]:
    return () if value is None else (value,)


def _difference(
    kind: str,
    now: Iterable[Any],
    then: Iterable[Any],
    wanted: TripSnapshot,
    stored: TripSnapshot,
) -> KindDifference:
    old = {entity.uid: entity for entity in now}
    new = {entity.uid: entity for entity in then}
    changed = [uid for uid in new if uid in old and to_wire(old[uid]) != to_wire(new[uid])]
    is_kept = kind in {"interpreters", "project", *BOOK}
    return KindDifference(
        kind=kind,
        new=tuple(name_of(kind, new[uid], wanted) for uid in new if uid not in old),
        changed=tuple(name_of(kind, new[uid], wanted) for uid in changed),
        gone=()
        if is_kept
        else tuple(name_of(kind, old[uid], stored) for uid in old if uid not in new),
        same=len(new.keys() & old.keys()) - len(changed),
    )


def _person(uid: str, snapshot: TripSnapshot) -> str:
    person = snapshot.person_by_uid.get(uid)
    return person.name if person else uid


def _city(uid: str, snapshot: TripSnapshot) -> Text:
    stop = snapshot.stop_by_uid.get(uid)
    return stop.city if stop else Text()


def _leg(leg: Any, snapshot: TripSnapshot) -> Text:
    ends = _city(leg.from_stop, snapshot), _city(leg.to_stop, snapshot)
    languages = dict.fromkeys([*ends[0], *ends[1]])
    return Text({code: " – ".join(end.shown(code).text for end in ends) for code in languages})


def _assignment(assignment: Any, snapshot: TripSnapshot) -> Name:
    item = snapshot.item_by_uid.get(assignment.item)
    return item.title if item else ""


NAMES: Final[dict[str, Callable[[Any, TripSnapshot], Name]]] = {
    "trip": lambda trip, _snapshot: trip.title,
    "project": lambda project, _snapshot: project.title,
    "stops": lambda stop, _snapshot: stop.city,
    "legs": _leg,
    "items": lambda item, _snapshot: item.title,
    "delegations": lambda delegation, _snapshot: delegation.name,
    "participations": lambda part, snapshot: _person(part.person, snapshot),
    "interpreters": lambda interpreter, snapshot: _person(interpreter.person, snapshot),
    "assignments": _assignment,
    "sources": lambda source, _snapshot: source.text.partition("\n")[0],
    "organisations": lambda organisation, _snapshot: organisation.name,
    "persons": lambda person, _snapshot: person.name,
    "sites": lambda site, _snapshot: site.name,
}


def name_of(kind: str, entity: Any, snapshot: TripSnapshot) -> Name:
    """What an object of a kind is called."""
    return NAMES[kind](entity, snapshot)
