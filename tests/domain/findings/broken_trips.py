"""For every rule the smallest trip that breaks it and no other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.domain.findings.broken_frames import FRAME
from tests.domain.findings.broken_interpreting import INTERPRETING
from tests.domain.findings.small_trip import (
    COMING,
    PERSON,
    SOUND,
    at,
    host,
    item,
    on_day,
    with_hours,
    with_item,
    with_person,
)
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.codes import Severity
from trips.domain.interpreter import Assignment, Interpreter, InterpretingMode
from trips.domain.item import HostStatus, Item, ItemHost, ItemKind, ItemStatus
from trips.domain.organisation import Organisation
from trips.domain.participation import (
    Counts,
    Journey,
)
from trips.domain.site import Closure
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.holidays import Holiday
from trips.domain.values.text import Text

Broken = Callable[[], TripSnapshot]


def _with_items(*items: Item, **more: object) -> TripSnapshot:
    return replace(SOUND, items=items, **more)  # type: ignore[arg-type]


def _apart(**more: object) -> tuple[Item, Item]:
    """Two items at once for two groups, in rooms of their own."""
    return (
        item("first", at(10), at(11), groups=("A",), **more),
        item("second", at(10, 30), at(12), groups=("B",), **more),
    )


def _interpreted_twice() -> TripSnapshot:
    interpreter = Interpreter(uid="voice", person="lerato")
    assignments = tuple(
        Assignment(
            uid=f"of-{uid}",
            item=uid,
            interpreter="voice",
            mode=InterpretingMode.CONSECUTIVE,
            source="de",
            target="en",
        )
        for uid in ("first", "second")
    )
    return _with_items(
        *_apart(),
        persons=(PERSON, replace(PERSON, uid="lerato")),
        interpreters=(interpreter,),
        assignments=assignments,
    )


def _speaks_elsewhere() -> TripSnapshot:
    first, second = _apart()
    return replace(
        with_person(group="A"), items=(first, replace(second, hosts=(host(person="thabo"),)))
    )


def _long_day(*kinds: ItemKind) -> tuple[Item, ...]:
    """From eight to ten in the evening, with pauses of half an hour."""
    return tuple(
        item(f"at-{hour}", at(hour), at(hour + 1, 30), kind=kinds[n % len(kinds)])
        for n, hour in enumerate(range(8, 21, 2))
    )


def _arrival(on: date) -> Journey:
    return Journey(at=at(1).replace(month=on.month, day=on.day))


def _at_night(month: int, day: int) -> TripSnapshot:
    """A trip of one night on which the clocks are changed."""
    on = date(2015, month, day)
    night = item("walk", at(2, 15), at(2, 45)).starts.replace(month=month, day=day)
    stop = replace(SOUND.stops[0], arrives_on=on, departs_on=on)
    return replace(
        SOUND,
        trip=replace(SOUND.trip, starts_on=on, ends_on=on),
        stops=(stop,),
        items=(item("walk", night, night + timedelta(minutes=30), hosts=(host(),)),),
        participations=(replace(COMING, present_from=on, present_to=on, arrival=_arrival(on)),),
    )


PROGRAMME: dict[Code, tuple[Severity, Broken]] = {
    Code.HOST_UNCONFIRMED: (
        Severity.BLOCKS,
        lambda: with_item(hosts=(ItemHost(organisation="city", status=HostStatus.REQUESTED),)),
    ),
    Code.ITEM_REQUESTED: (Severity.WARNS, lambda: with_item(status=ItemStatus.REQUESTED)),
    Code.ITEM_WITHOUT_PLACE: (Severity.WARNS, lambda: with_item(site=None)),
    Code.CONTACT_MISSING: (
        Severity.INFORMS,
        lambda: replace(
            with_item(hosts=(ItemHost(organisation="city", status=HostStatus.CONFIRMED),)),
            organisations=(Organisation(uid="city", name=Text(de="Stadt")),),
        ),
    ),
    Code.GROUP_OVERLAP: (Severity.BLOCKS, lambda: with_item(starts=at(10, 45))),
    Code.PERSON_OVERLAP: (
        Severity.BLOCKS,
        lambda: _with_items(*_apart(hosts=(host(),))),
    ),
    Code.INTERPRETER_OVERLAP: (Severity.BLOCKS, _interpreted_twice),
    Code.DELEGATE_OVERLAP: (Severity.BLOCKS, _speaks_elsewhere),
    Code.ROOM_OVERLAP: (Severity.WARNS, lambda: _with_items(*_apart(room="Saal"))),
    Code.VEHICLE_OVERLAP: (Severity.BLOCKS, lambda: _with_items(*_apart(vehicle="Bus 1"))),
    Code.PERSON_WAY_TIGHT: (
        Severity.WARNS,
        lambda: _with_items(
            item("first", at(10), at(11), groups=("A",), hosts=(host(),)),
            item("second", at(11, 30), at(13), groups=("B",), hosts=(host(),), site="far"),
        ),
    ),
    Code.OUTSIDE_STOP: (
        Severity.BLOCKS,
        lambda: with_item(starts=at(9, day=19), ends=at(10, day=19)),
    ),
    Code.ENDS_BEFORE_START: (Severity.BLOCKS, lambda: with_item(ends=at(11))),
    Code.TIME_SKIPPED: (Severity.BLOCKS, lambda: _at_night(3, 29)),
    Code.TIME_REPEATED: (Severity.INFORMS, lambda: _at_night(10, 25)),
    Code.AT_NIGHT: (Severity.INFORMS, lambda: with_item(starts=at(3, day=17), ends=at(4, day=17))),
    Code.WAY_IMPOSSIBLE: (Severity.BLOCKS, lambda: with_item(site="far")),
    Code.WAY_TOO_TIGHT: (Severity.WARNS, lambda: with_item(site="far", starts=at(11, 40))),
    Code.TRANSFER_MISSING: (
        Severity.INFORMS,
        lambda: with_item(site="far", starts=at(12), ends=at(13)),
    ),
    Code.CLOSED_FOR_WHILE: (
        Severity.WARNS,
        lambda: replace(
            SOUND,
            sites=(
                replace(
                    SOUND.sites[0],
                    closures=(Closure(first=date(2015, 9, 1), last=date(2015, 9, 16)),),
                ),
            ),
            items=SOUND.items[:1],
        ),
    ),
    Code.CLOSED_ON_HOLIDAY: (
        Severity.WARNS,
        lambda: replace(
            with_hours(9, 17, 3),
            stops=(replace(SOUND.stops[0], region="DE-SN"),),
            holidays=(Holiday(date(2015, 9, 16), "DE-SN", Text(de="Bußtag")),),
        ),
    ),
    Code.CLOSED_THAT_DAY: (Severity.WARNS, lambda: with_hours(9, 17, 1, 4)),
    Code.OUTSIDE_HOURS: (Severity.WARNS, lambda: with_hours(13, 17, 3)),
    Code.ON_SUNDAY: (
        Severity.INFORMS,
        lambda: on_day(20, item("walk", at(10, day=20), at(11, day=20))),
    ),
    Code.ON_HOLIDAY: (
        Severity.WARNS,
        lambda: on_day(
            14,
            item("walk", at(10, day=14), at(11, day=14)),
            holidays=(Holiday(date(2015, 9, 14), "DE-SN", Text(de="Festtag")),),
        ),
    ),
    Code.ON_LOCAL_HOLIDAY: (
        Severity.INFORMS,
        lambda: on_day(
            14,
            item("walk", at(10, day=14), at(11, day=14)),
            holidays=(Holiday(date(2015, 9, 14), "DE-SN", Text(de="Festtag"), is_local=True),),
        ),
    ),
    Code.LUNCH_MISSING: (
        Severity.WARNS,
        lambda: _with_items(item("first", at(10), at(12)), item("second", at(13), at(15))),
    ),
    Code.DINNER_MISSING: (
        Severity.INFORMS,
        lambda: _with_items(item("late", at(15), at(17))),
    ),
    Code.DAY_TOO_LONG: (
        Severity.WARNS,
        lambda: _with_items(*_long_day(ItemKind.TALK, ItemKind.MEAL)),
    ),
    Code.VISITS_TOO_MANY: (
        Severity.WARNS,
        lambda: _with_items(
            *(item(f"at-{hour}", at(hour), at(hour, 30)) for hour in (8, 9, 10, 11, 12))
        ),
    ),
    Code.BREAK_MISSING: (
        Severity.INFORMS,
        lambda: _with_items(item("first", at(8), at(10)), item("second", at(10), at(11, 30))),
    ),
    Code.CAPACITY_EXCEEDED: (
        Severity.WARNS,
        lambda: replace(
            with_person(counts=(Counts.SEAT, Counts.ROOM)),
            items=(item("first", at(10), at(11), capacity=0),),
        ),
    ),
}

BROKEN = PROGRAMME | FRAME | INTERPRETING
