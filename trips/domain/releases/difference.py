"""How two states of a programme differ, as data: what is new, moved, changed, cancelled.

Only what is published counts: neither ideas, internal items nor internal notes. The words are
made in `i18n.difference_wording`; whom a change concerns is in `concerned`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any, Final

from trips.domain.item import Item
from trips.domain.releases.facts import (
    Fact,
    Facts,
    Value,
    assignments_by_item,
    interpreters_of,
    item_facts,
    leg_facts,
    leg_title,
    stop_facts,
    trip_facts,
)
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.trip import Trip
from trips.domain.values.text import EMPTY, Text


class Subject(StrEnum):
    """What has changed."""

    TRIP = "trip"
    STOP = "stop"
    LEG = "leg"
    ITEM = "item"


class ChangeKind(StrEnum):
    """How it has changed; one object may change in several ways."""

    NEW = "new"
    CANCELLED = "cancelled"
    TIME = "time"
    PLACE = "place"
    GROUP = "group"
    HOST = "host"
    LANGUAGE = "language"
    TRANSPORT = "transport"
    HOTEL = "hotel"
    STATUS = "status"
    TEXT = "text"
    STAFF = "staff"
    """Another interpreter in the same language: it concerns the interpreters, nobody else."""


KINDS: Final[Mapping[Fact, ChangeKind]] = {
    **dict.fromkeys((Fact.STARTS, Fact.ENDS, Fact.CERTAINTY), ChangeKind.TIME),
    **dict.fromkeys((Fact.FIRST_DAY, Fact.LAST_DAY), ChangeKind.TIME),
    **dict.fromkeys((Fact.CITY, Fact.SITE, Fact.ROOM, Fact.ADDRESS), ChangeKind.PLACE),
    **dict.fromkeys((Fact.MEETING_POINT, Fact.FROM_STATION, Fact.TO_STATION), ChangeKind.PLACE),
    Fact.GROUPS: ChangeKind.GROUP,
    **dict.fromkeys((Fact.HOSTS, Fact.SPEAKERS), ChangeKind.HOST),
    **dict.fromkeys((Fact.FLOOR, Fact.INTERPRETING), ChangeKind.LANGUAGE),
    Fact.INTERPRETERS: ChangeKind.STAFF,
    **dict.fromkeys((Fact.MODE, Fact.CONNECTION, Fact.COACH), ChangeKind.TRANSPORT),
    **dict.fromkeys((Fact.SEATS, Fact.VEHICLE), ChangeKind.TRANSPORT),
    Fact.HOTELS: ChangeKind.HOTEL,
    Fact.STATUS: ChangeKind.STATUS,
}
"""What kind of change it is if a fact changes; everything else is text."""


@dataclass(frozen=True, kw_only=True)
class FactChange:
    """One fact that differs, with both values; an empty value says that there is none."""

    fact: Fact
    old: Value
    new: Value

    @property
    def kind(self) -> ChangeKind:
        """What kind of change it is."""
        return KINDS.get(self.fact, ChangeKind.TEXT)


@dataclass(frozen=True, kw_only=True)
class Side:
    """The object as one of the two states has it: enough to name it and to see whom it concerns."""

    title: Text
    starts: datetime
    ends: datetime
    zone: str
    sort: str
    """Value of the item's kind or the leg's mode; empty for stops and the trip."""
    ends_zone: str
    stop: str | None = None
    hue: int = 0
    place: Text = EMPTY
    groups: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    """uids of the hosts' people and of the speakers."""
    organisations: tuple[str, ...] = ()
    """uids of the hosts."""
    interpreters: tuple[str, ...] = ()
    """uids of the interpreters' persons."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """An object that differs; where it was added or removed one side is missing."""

    subject: Subject
    uid: str
    kinds: tuple[ChangeKind, ...] = ()
    facts: tuple[FactChange, ...] = ()
    """In the order of `Fact`; none for what is new or cancelled."""
    old: Side | None = None
    new: Side | None = None

    @property
    def side(self) -> Side:
        """The newer side that there is."""
        found = self.new or self.old
        if found is None:
            raise ValueError(self.uid)
        return found

    def is_a(self, kind: ChangeKind) -> bool:
        """True if it changed in this way."""
        return kind in self.kinds


@dataclass(frozen=True, kw_only=True)
class Difference:
    """All that differs between two states of a programme."""

    changes: tuple[Changed, ...] = ()
    """In the order of time: the trip, then each day's stops, legs and items."""
    joined: tuple[str, ...] = ()
    """uids of participations that were added, or are coming again."""
    left: tuple[str, ...] = ()
    """uids of participations that were removed, or are not coming any more."""

    @property
    def is_empty(self) -> bool:
        """True if readers outside see no difference."""
        return not (self.changes or self.joined or self.left)

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Kinds of change with the number of objects that changed so, in the order of kinds."""
        numbers = ((kind, sum(each.is_a(kind) for each in self.changes)) for kind in ChangeKind)
        return tuple((kind.value, number) for kind, number in numbers if number)


def difference(old: TripSnapshot, new: TripSnapshot) -> Difference:
    """What differs in `new` from `old`, as far as it is published."""
    was, now = _coming(old), _coming(new)
    return Difference(
        changes=tuple(each for each in compare_all(old, new) if each.kinds),
        joined=tuple(uid for uid in now if uid not in was),
        left=tuple(uid for uid in was if uid not in now),
    )


def _coming(snapshot: TripSnapshot) -> dict[str, None]:
    return dict.fromkeys(each.uid for each in snapshot.participations if each.is_coming)


def compare_all(old: TripSnapshot, new: TripSnapshot) -> tuple[Changed, ...]:
    """Every published object of both states, also those that do not differ (without kinds)."""
    before, after = _objects(old), _objects(new)
    found = [_compare(key, before.get(key), after.get(key)) for key in {**before, **after}]
    return tuple(sorted(found, key=_place_in_time))


def _place_in_time(changed: Changed) -> tuple[bool, datetime, int, tuple[str, ...], str]:
    side, order = changed.side, list(Subject)
    is_within = changed.subject is not Subject.TRIP
    return (is_within, side.starts, order.index(changed.subject), side.groups, changed.uid)


_Key = tuple[Subject, str]
_Object = tuple[Side, Facts]


def _compare(key: _Key, before: _Object | None, after: _Object | None) -> Changed:
    subject, uid = key
    old, new = before and before[0], after and after[0]
    if before is None or after is None:
        kind = ChangeKind.NEW if after else ChangeKind.CANCELLED
        return Changed(subject=subject, uid=uid, kinds=(kind,), old=old, new=new)
    was, now = before[1], after[1]
    facts = tuple(
        FactChange(fact=fact, old=was[fact], new=now[fact])
        for fact in now
        if was[fact] != now[fact]
    )
    facts = tuple(sorted(facts, key=lambda each: list(Fact).index(each.fact)))
    return Changed(subject=subject, uid=uid, kinds=kinds_of(facts), facts=facts, old=old, new=new)


def kinds_of(facts: tuple[FactChange, ...]) -> tuple[ChangeKind, ...]:
    """The kinds of some changed facts, each once, in the order of kinds."""
    found = {each.kind for each in facts}
    return tuple(kind for kind in ChangeKind if kind in found)


def _objects(snapshot: TripSnapshot) -> dict[_Key, _Object]:
    return dict(_list_objects(snapshot))


def _list_objects(snapshot: TripSnapshot) -> Iterator[tuple[_Key, _Object]]:
    trip = snapshot.trip
    yield (Subject.TRIP, trip.uid), (_trip_side(trip), trip_facts(trip))
    for stop in snapshot.stops:
        yield (Subject.STOP, stop.uid), (_stop_side(snapshot, stop), stop_facts(stop))
    for leg in snapshot.legs:
        yield (Subject.LEG, leg.uid), (_leg_side(snapshot, leg), leg_facts(snapshot, leg))
    work = assignments_by_item(snapshot)
    for item in snapshot.items:
        if item.is_public:
            own = work.get(item.uid, ())
            side = _item_side(snapshot, item, interpreters_of(snapshot, own))
            yield (Subject.ITEM, item.uid), (side, item_facts(snapshot, item, own))


def list_sides(snapshot: TripSnapshot) -> Iterator[tuple[Subject, str, Side]]:
    """Every published object of one state with its uid, in no particular order."""
    for (subject, uid), (side, _) in _list_objects(snapshot):
        yield subject, uid, side


def _side(**values: Any) -> Side:
    return Side(**{"ends_zone": values["zone"], "sort": "", **values})


def _trip_side(trip: Trip) -> Side:
    starts = datetime.combine(trip.starts_on, time())
    ends = datetime.combine(trip.ends_on, time())
    return _side(title=trip.title, starts=starts, ends=ends, zone=trip.zone)


def _stop_side(snapshot: TripSnapshot, stop: Stop) -> Side:
    return _side(
        title=stop.city,
        starts=datetime.combine(stop.arrives_on, time()),
        ends=datetime.combine(stop.departs_on, time()),
        zone=stop.zone,
        stop=stop.uid,
        hue=snapshot.hue_by_stop[stop.uid],
    )


def _leg_side(snapshot: TripSnapshot, leg: Leg) -> Side:
    return _side(
        title=leg_title(snapshot, leg),
        starts=leg.departs,
        ends=leg.arrives,
        zone=snapshot.zone_of(leg.from_stop),
        ends_zone=snapshot.zone_of(leg.to_stop),
        sort=leg.mode.value,
        stop=leg.from_stop,
        hue=snapshot.hue_by_stop.get(leg.from_stop, 0),
    )


def _item_side(snapshot: TripSnapshot, item: Item, interpreters: tuple[str, ...]) -> Side:
    site = snapshot.site_by_uid.get(item.site or "")
    stop = snapshot.stop_by_uid.get(item.stop or "")
    people = (*(host.person for host in item.hosts), *(each.person for each in item.speakers))
    return _side(
        title=item.title,
        starts=item.starts,
        ends=item.ends,
        zone=snapshot.zone_of(item.stop),
        sort=item.kind.value,
        stop=item.stop,
        hue=snapshot.hue_by_stop.get(item.stop or "", 0),
        place=(site.name if site else EMPTY) or (stop.city if stop else EMPTY),
        groups=item.groups,
        persons=tuple(uid for uid in people if uid),
        organisations=tuple(host.organisation for host in item.hosts if host.organisation),
        interpreters=interpreters,
    )
