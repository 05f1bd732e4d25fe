"""Seats: how many there are on the trip, in a delegation and a group, and who has them.

A delegate has a seat from the answer on (`lifecycle.HOLDS_SEAT`). Everybody sits on the trip, in
at most one delegation and in at most one group, and each of the three may have its own limit.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from trips.domain.delegates.lifecycle import HOLDS_SEAT, PROMISED
from trips.domain.participation import DelegateStatus, Participation, Role
from trips.domain.snapshot import TripSnapshot


class Bench(StrEnum):
    """What seats belong to."""

    TRIP = "trip"
    DELEGATION = "delegation"
    GROUP = "group"


BenchKey = tuple[Bench, str]
"""A bench and its key: empty for the trip, the uid of a delegation, the code of a group."""
TRIP: BenchKey = (Bench.TRIP, "")


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A delegate as far as seats are concerned."""

    status: DelegateStatus
    delegation: str = ""
    group: str = ""

    @property
    def benches(self) -> Iterator[BenchKey]:
        """Where they sit."""
        yield TRIP
        if self.delegation:
            yield Bench.DELEGATION, self.delegation
        if self.group:
            yield Bench.GROUP, self.group


@dataclass(frozen=True, kw_only=True)
class Seats:
    """The seats of one bench."""

    bench: Bench
    key: str
    seats: int | None
    """None sets no limit."""
    taken: int = 0
    promised: int = 0
    waiting: int = 0

    @property
    def free(self) -> int | None:
        """How many can be taken now, never below 0; none for no limit."""
        return None if self.seats is None else max(0, self.seats - self.taken)

    @property
    def unpromised(self) -> int | None:
        """How many are left if everybody who was invited comes; below 0 if too many were."""
        return None if self.seats is None else self.seats - self.taken - self.promised

    @property
    def is_over(self) -> bool:
        """True if more have a seat than there are seats."""
        return self.seats is not None and self.taken > self.seats


class NoSeatError(Exception):
    """There is no seat left; `seats` says where."""

    def __init__(self, seats: Seats) -> None:
        super().__init__(f"{seats.bench} {seats.key}")
        self.seats = seats


class Ledger:
    """The seats of a trip while they are given away one after the other."""

    def __init__(self, limits: Mapping[BenchKey, int | None], holders: Iterable[Holder]) -> None:
        self._seats = {
            key: Seats(bench=key[0], key=key[1], seats=seats) for key, seats in limits.items()
        }
        # Thousands of people, and few who are not alike.
        for holder, number in Counter(holders).items():
            self._count(holder, number)

    def get_seats(self, key: BenchKey) -> Seats:
        """The seats of one bench; a bench nobody knows has no limit."""
        return self._seats.get(key, Seats(bench=key[0], key=key[1], seats=None))

    def list_seats(self) -> tuple[Seats, ...]:
        """Every bench: the trip, then delegations and groups as they were given."""
        return tuple(self._seats.values())

    def find_full(self, old: Holder | None, new: Holder) -> Seats | None:
        """The first bench without a seat for `new`, who was `old` before or not there at all.

        Whoever has a seat already keeps it, even where a bench has become too small.
        """
        if new.status not in HOLDS_SEAT:
            return None
        had = set(old.benches) if old and old.status in HOLDS_SEAT else set()
        wanted = (self.get_seats(key) for key in new.benches if key not in had)
        return next((seats for seats in wanted if seats.free == 0), None)

    def move(self, old: Holder | None, new: Holder) -> None:
        """Write down that `old` is `new` now. Raises `NoSeatError` where there is no seat."""
        full = self.find_full(old, new)
        if full is not None:
            raise NoSeatError(full)
        if old is not None:
            self._count(old, -1)
        self._count(new, 1)

    def leave(self, old: Holder) -> None:
        """Write down that somebody is no longer there at all."""
        self._count(old, -1)

    def _count(self, holder: Holder, step: int) -> None:
        name = _column(holder.status)
        if not name:
            return
        for key in holder.benches:
            seats = self.get_seats(key)
            self._seats[key] = replace(seats, **{name: getattr(seats, name) + step})


def _column(status: DelegateStatus) -> str:
    if status in HOLDS_SEAT:
        return "taken"
    if status in PROMISED:
        return "promised"
    return "waiting" if status is DelegateStatus.WAITLISTED else ""


def holder_of(participation: Participation) -> Holder | None:
    """A participation as far as seats are concerned; none for whoever is no delegate."""
    delegate = participation.delegate
    if delegate is None or participation.role is not Role.DELEGATE:
        return None
    return Holder(
        status=delegate.status, delegation=delegate.delegation or "", group=participation.group
    )


def limits_of(snapshot: TripSnapshot) -> dict[BenchKey, int | None]:
    """Every bench of a trip with its limit."""
    return {
        TRIP: snapshot.trip.registration.seats,
        **{(Bench.DELEGATION, each.uid): each.seats for each in snapshot.delegations},
        **{(Bench.GROUP, each.code): each.seats for each in snapshot.trip.groups},
    }


def ledger_of(snapshot: TripSnapshot) -> Ledger:
    """The seats of a trip as they are."""
    holders = (holder_of(each) for each in snapshot.participations)
    return Ledger(limits_of(snapshot), (each for each in holders if each is not None))


def list_waiting(snapshot: TripSnapshot) -> tuple[Participation, ...]:
    """The waiting list: who has waited longest comes first."""
    waiting = [
        each
        for each in snapshot.participations
        if each.delegate and each.delegate.status is DelegateStatus.WAITLISTED
    ]
    return tuple(sorted(waiting, key=waiting_key))


def waiting_key(participation: Participation) -> tuple[bool, str, str]:
    """Sorts the waiting list: by the instant; whoever has none stands last, by uid."""
    at = participation.delegate.status_at if participation.delegate else None
    return at is None, at.isoformat() if at else "", participation.uid


def can_move_up(ledger: Ledger, waiting: Participation) -> bool:
    """True if there is a seat for somebody who waits."""
    holder = holder_of(waiting)
    if holder is None:
        return False
    return ledger.find_full(holder, replace(holder, status=DelegateStatus.CONFIRMED)) is None
