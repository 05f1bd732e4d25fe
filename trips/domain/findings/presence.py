"""When an interpreter can work: the days on the trip, and the hours they have named."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from trips.domain.interpreter import Interpreter
from trips.domain.item import Item, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.participation import Participation, Role
from trips.domain.snapshot import TripSnapshot

Span = tuple[datetime, datetime]
DAY = timedelta(days=1)
NIGHT = timedelta(hours=4)
"""An evening belongs to the day on which it began, until four."""


class AbsenceCode(StrEnum):
    """Why an interpreter cannot work at some time."""

    NOT_ON_TRIP = "not_on_trip"
    """Not there yet, or gone already."""
    NOT_FREE = "not_free"
    """On the trip, but not at these hours by what they have said."""


@dataclass(frozen=True)
class Absence:
    """Why an interpreter cannot work, and when they can."""

    code: AbsenceCode
    begins: datetime | None = None
    ends: datetime | None = None
    """Presence on the trip; or the hours of that day that come nearest, none if there are none."""


def midnight_of(on: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(on, datetime.min.time())


def absence_at(snapshot: TripSnapshot, interpreter: Interpreter, span: Span) -> Absence | None:
    """Why somebody cannot interpret during `span` [starts, ends), or none if they can.

    What is not known says nothing: neither days on the trip nor hours of somebody who has named
    none for its dates.
    """
    starts, ends = span
    stays = stays_of(snapshot, interpreter)
    if stays and not any(first <= starts and ends <= last for first, last in stays):
        nearest = max(stays, key=lambda stay: min(ends, stay[1]) - max(starts, stay[0]))
        return Absence(AbsenceCode.NOT_ON_TRIP, *nearest)
    if not has_named_hours(snapshot, interpreter):
        return None
    hours = free_hours(interpreter, starts.date())
    if any(begins <= starts and ends <= until for begins, until in hours):
        return None
    nearest_hours = max(
        (free for free in hours if free[0].date() == starts.date() or free[0] < starts < free[1]),
        key=lambda free: min(ends, free[1]) - max(starts, free[0]),
        default=(None, None),
    )
    return Absence(AbsenceCode.NOT_FREE, *nearest_hours)


def has_named_hours(snapshot: TripSnapshot, interpreter: Interpreter) -> bool:
    """Whether somebody has said when they can come during the trip."""
    trip = snapshot.trip
    return any(
        each.first <= trip.ends_on and trip.starts_on <= each.last
        for each in interpreter.availability
    )


def free_hours(interpreter: Interpreter, on: date) -> list[Span]:
    """The hours around a day, from the evening before to the day after; those that meet joined."""
    days = (on - DAY, on, on + DAY)
    named = [each.hours_on(day) for each in interpreter.availability for day in days]
    joined: list[Span] = []
    for begins, ends in sorted(span for span in named if span):
        if joined and begins <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], ends)
        else:
            joined.append((begins, ends))
    return joined


def stays_of(snapshot: TripSnapshot, interpreter: Interpreter) -> list[Span]:
    """When somebody is on the trip as an interpreter, by their own journey where it is known."""
    return [
        stay_of(each)
        for each in snapshot.participations
        if each.person == interpreter.person and each.role is Role.INTERPRETER
    ]


def stay_of(each: Participation) -> Span:
    """From the first day, or the arrival on it, to the night after the last, or the departure."""
    begins = midnight_of(each.present_from)
    ends = midnight_of(each.present_to + DAY) + NIGHT
    arrives = each.arrival.at if each.arrival else None
    leaves = each.departure.at if each.departure else None
    if arrives and arrives.date() == each.present_from:
        begins = arrives
    if leaves and leaves.date() == each.present_to:
        ends = leaves
    return begins, ends


Work = Mapping[str, tuple[Item, ...]]
"""What each interpreter does, by the interpreter's uid, in order."""


def work_of(snapshot: TripSnapshot) -> Work:
    """Every interpreter's items: neither ideas nor cancelled nor without a time, each once."""
    items = snapshot.item_by_uid
    found: dict[str, dict[str, Item]] = {}
    for each in snapshot.assignments:
        item = items.get(each.item)
        if item and not item.is_unplaced and item.status not in _DROPPED:
            found.setdefault(each.interpreter, {})[item.uid] = item
    return {uid: order_items(own.values()) for uid, own in found.items()}


_DROPPED = frozenset({ItemStatus.IDEA, ItemStatus.CANCELLED})


def merged_minutes(spans: list[Span]) -> int:
    """How long spans in order last together; what lies in two of them counts once."""
    total, reached = timedelta(0), datetime.min  # noqa: DTZ901 wall times
    for starts, ends in spans:
        if ends > reached:
            total += ends - max(starts, reached)
            reached = ends
    return int(total / timedelta(minutes=1))
