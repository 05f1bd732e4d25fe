"""What mends a finding with one click: steps of the board as data, or a verb of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from trips.domain.findings.codes import FindingCode, FixCode
from trips.domain.findings.day_rules import clock_on
from trips.domain.findings.delegates.fixes import make_wait, move_up, name_head
from trips.domain.findings.gaps import Span, find_gap
from trips.domain.findings.language_rules import lost_at
from trips.domain.findings.model import Finding, Fix
from trips.domain.findings.overlap_rules import find_group_overlaps
from trips.domain.findings.plan import DayPlan, Plan
from trips.domain.findings.space_rules import places_of, seats_at
from trips.domain.item import HostStatus, Item, ItemKind, ItemStatus, TransferMode
from trips.domain.site import StepFree
from trips.domain.values.text import Text
from trips.domain.values.times import write_wall

SHORTEST = timedelta(minutes=20)
"""No item is cut shorter than this."""
DINNER = timedelta(minutes=90)
LUNCH = timedelta(minutes=60)
GRID_MINUTES = 5
TRANSFER_TITLE = Text(de="Fahrt", en="Transfer")
LUNCH_TITLE = Text(de="Mittagessen", en="Lunch")
DINNER_TITLE = Text(de="Abendessen", en="Dinner")

Mender = Callable[[Plan, Finding], Iterator[Fix]]


def mend(plan: Plan, finding: Finding) -> Finding:
    """The finding with the way to its fixes, and a deadline if it has none."""
    mender = _MENDERS.get(finding.code)
    due = finding.due or plan.before_start(plan.limits.host_due_days)
    return replace(finding, mender=partial(mender, plan, finding) if mender else None, due=due)


def _items(plan: Plan, finding: Finding) -> list[Item]:
    known = plan.snapshot.item_by_uid
    return [known[each.uid] for each in finding.subjects if each.kind == "item"]


def _resize(item: Item, starts: datetime, ends: datetime) -> Mapping[str, Any]:
    return {
        "verb": "resize",
        "uid": item.uid,
        "starts": write_wall(starts),
        "ends": write_wall(ends),
    }


def _end_earlier(item: Item, ends: datetime) -> Iterator[Fix]:
    """The end moved forward to a round time, if enough of the item is left."""
    ends -= timedelta(minutes=ends.minute % GRID_MINUTES)
    if item.starts + SHORTEST <= ends < item.ends:
        change = _resize(item, item.starts, ends)
        yield Fix(code=FixCode.END_EARLIER, facts={"title": item.title, "at": ends}, change=change)


def _start_later(item: Item, starts: datetime) -> Iterator[Fix]:
    starts += timedelta(minutes=-starts.minute % GRID_MINUTES)
    if item.starts < starts <= item.ends - SHORTEST:
        change = _resize(item, starts, item.ends)
        facts = {"title": item.title, "at": starts}
        yield Fix(code=FixCode.START_LATER, facts=facts, change=change)


def _to_gap(item: Item, gap: Span | None) -> Iterator[Fix]:
    if gap is None or gap[0] == item.starts:
        return
    days = (gap[0].date() - item.starts.date()).days
    minutes = int((gap[0] - item.starts - timedelta(days=days)) / timedelta(minutes=1))
    yield Fix(
        code=FixCode.MOVE_TO_GAP if days == 0 else FixCode.MOVE_TO_DAY,
        facts={"title": item.title, "at": gap[0], "on": gap[0].date()},
        change={"verb": "move", "uids": [item.uid], "minutes": minutes, "days": days},
    )


def _part(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Two items at once: end the first earlier, or move the second."""
    first, second = _items(plan, finding)
    yield from _end_earlier(first, second.starts)
    yield from _to_gap(second, find_gap(plan, second, second.starts.date()))


def _widen(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """A way that is too tight: end before it earlier, or begin after it later."""
    second, first = _items(plan, finding)
    needed = timedelta(minutes=finding.facts["needed"])
    if second.kind is ItemKind.TRANSFER:
        yield from _end_earlier(first, second.ends - needed)
        return
    yield from _end_earlier(first, second.starts - needed)
    yield from _start_later(second, first.ends + needed)


def _bridge(plan: Plan, finding: Finding) -> Iterator[Fix]:
    second, first = _items(plan, finding)
    needed = timedelta(minutes=finding.facts["needed"])
    yield Fix(
        code=FixCode.ADD_TRANSFER,
        facts={"at": first.ends},
        change=_added(
            ItemKind.TRANSFER,
            TRANSFER_TITLE,
            (first.ends, first.ends + needed),
            stop=second.stop,
            groups=second.groups or first.groups,
            status=ItemStatus.CONFIRMED.value,
            transfer_mode=TransferMode.BUS.value,
        ),
    )


def _added(
    kind: ItemKind, title: Text, span: Span, groups: tuple[str, ...] = (), **more: object
) -> Mapping[str, Any]:
    change = {
        "verb": "create",
        "kind": kind.value,
        "title": dict(title),
        "starts": write_wall(span[0]),
        "ends": write_wall(span[1]),
        "groups": list(groups),
        **more,
    }
    return {name: value for name, value in change.items() if value not in (None, [])}


def _feed(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Lunch for those who have none, in the first gap of the window that is long enough."""
    on, groups = finding.facts["on"], tuple(finding.facts["groups"])
    window = clock_on(on, plan.limits.lunch_from), clock_on(on, plan.limits.lunch_until)
    for length in (LUNCH, timedelta(minutes=plan.limits.lunch_minutes)):
        lunch = Item(
            uid="",
            kind=ItemKind.MEAL,
            title=LUNCH_TITLE,
            starts=window[0],
            ends=window[0] + length,
            stop=finding.stop,
            groups=groups,
        )
        gap = find_gap(plan, lunch, on, earliest=window[0])
        if gap and gap[1] <= window[1]:
            status = ItemStatus.REQUESTED.value
            yield Fix(
                code=FixCode.ADD_LUNCH,
                facts={"at": gap[0]},
                change=_added(
                    ItemKind.MEAL, LUNCH_TITLE, gap, groups, stop=finding.stop, status=status
                ),
            )
            return


def _dine(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Dinner on the first evening without one, after the last item."""
    on = finding.facts["days"][0]
    day = plan.days[on]
    last = max(day.items, key=lambda item: item.ends)
    starts = max(last.ends, clock_on(on, plan.limits.dinner_from + 1))
    if starts + DINNER <= clock_on(on, plan.limits.dinner_until + 1):
        span = starts, starts + DINNER
        change = _added(
            ItemKind.MEAL, DINNER_TITLE, span, stop=last.stop, status=ItemStatus.REQUESTED.value
        )
        yield Fix(code=FixCode.ADD_DINNER, facts={"on": on, "at": starts}, change=change)


def _reopen(plan: Plan, finding: Finding) -> Iterator[Fix]:
    item = _items(plan, finding)[0]
    yield from _to_gap(item, find_gap(plan, item, item.starts.date()))


def _bring_home(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """An item outside its stop's days goes to the first gap while the trip is there."""
    item = _items(plan, finding)[0]
    stop = plan.snapshot.stop_by_uid.get(item.stop or "")
    if stop is None:
        return
    days = range((stop.departs_on - stop.arrives_on).days + 1)
    gaps = (find_gap(plan, item, stop.arrives_on + timedelta(days=n)) for n in days)
    yield from _to_gap(item, next((gap for gap in gaps if gap), None))


def _catch(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """End in time for the departure."""
    item = _items(plan, finding)[0]
    station = timedelta(minutes=finding.facts.get("needed", plan.limits.station_minutes))
    yield from _end_earlier(item, finding.facts["departs"] - station)


def _wait(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Begin after the arrival."""
    item = _items(plan, finding)[0]
    leaving = timedelta(minutes=plan.limits.leaving_minutes)
    yield from _start_later(item, finding.facts["arrives"] + leaving)
    yield from _to_gap(item, find_gap(plan, item, finding.facts["arrives"].date()))


def _swap(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Two groups change places, where each fits into the other's."""
    item = _items(plan, finding)[0]
    day = plan.days[item.starts.date()]
    for other in day.items:
        is_beside = other.starts < item.ends and item.starts < other.ends
        is_apart = item.groups and other.groups and not set(item.groups) & set(other.groups)
        is_alike = is_beside and is_apart and other.kind is item.kind
        if is_alike and _can_swap(plan, item, other) and not _is_worse(plan, day, item, other):
            yield Fix(
                code=FixCode.SWAP_GROUPS,
                facts={"first": item.groups, "second": other.groups},
                change={"verb": "swap", "first": item.uid, "second": other.uid},
            )
            return


def _can_swap(plan: Plan, item: Item, other: Item) -> bool:
    site = plan.snapshot.site_by_uid.get(other.site or "")
    if site and site.step_free in {StepFree.NO, StepFree.UNKNOWN}:
        return False
    pairs = ((item, other.groups), (other, item.groups))
    for place, groups in pairs:
        places = places_of(plan.snapshot, place)
        taken = sum(seats_at(plan, replace(place, groups=groups)).values())
        if places is not None and taken > places:
            return False
    return True


def _is_worse(plan: Plan, day: DayPlan, item: Item, other: Item) -> bool:
    """Whether after a swap groups overlap or people are lost who are not now."""
    swapped = {
        item.uid: replace(item, groups=other.groups),
        other.uid: replace(other, groups=item.groups),
    }
    after = replace(day, items=tuple(swapped.get(each.uid, each) for each in day.items))
    clashes = [sum(1 for _ in find_group_overlaps(plan, each)) for each in (day, after)]
    before = {each.uid for one in (item, other) for each in lost_at(plan, one)}
    lost = {each.uid for one in swapped.values() for each in lost_at(plan, one)}
    return clashes[1] > clashes[0] or not lost <= before


def _ask(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """A host nobody has asked yet, or who has not answered; noting or a draft is one click."""
    item = _items(plan, finding)[0]
    hosts = [host for host in item.hosts if host.status is HostStatus.OPEN]
    if hosts:
        facts = {"host": hosts[0].key, "number": len(hosts)}
        yield Fix(code=FixCode.ASK_HOST, facts=facts)
        yield Fix(code=FixCode.WRITE_HOST, facts=facts)
    asked = [host for host in item.hosts if host.status is HostStatus.REQUESTED]
    if asked:
        facts = {"host": asked[0].key, "number": len(asked)}
        yield Fix(code=FixCode.REMIND_HOST, facts=facts)


_MENDERS: Mapping[FindingCode, Mender] = {
    FindingCode.GROUP_OVERLAP: _part,
    FindingCode.PERSON_OVERLAP: _part,
    FindingCode.INTERPRETER_OVERLAP: _part,
    FindingCode.DELEGATE_OVERLAP: _part,
    FindingCode.ROOM_OVERLAP: _part,
    FindingCode.VEHICLE_OVERLAP: _part,
    FindingCode.WAY_TOO_TIGHT: _widen,
    FindingCode.WAY_IMPOSSIBLE: _widen,
    FindingCode.PERSON_WAY_TIGHT: _widen,
    FindingCode.INTERPRETER_UNAVAILABLE: _bring_home,
    FindingCode.DURING_LEG: _catch,
    FindingCode.TRANSFER_MISSING: _bridge,
    FindingCode.LUNCH_MISSING: _feed,
    FindingCode.DINNER_MISSING: _dine,
    FindingCode.CLOSED_THAT_DAY: _bring_home,
    FindingCode.CLOSED_ON_HOLIDAY: _bring_home,
    FindingCode.CLOSED_FOR_WHILE: _bring_home,
    FindingCode.OUTSIDE_HOURS: _reopen,
    FindingCode.OUTSIDE_STOP: _bring_home,
    FindingCode.AFTER_DEPARTURE: _catch,
    FindingCode.DEPARTURE_TIGHT: _catch,
    FindingCode.BEFORE_ARRIVAL: _wait,
    FindingCode.ARRIVAL_TIGHT: _wait,
    FindingCode.CAPACITY_EXCEEDED: _swap,
    FindingCode.ACCESS_UNKNOWN: _swap,
    FindingCode.HOST_UNCONFIRMED: _ask,
    FindingCode.WAITING_FOR_FREE_SEATS: move_up,
    FindingCode.HEAD_MISSING: name_head,
    FindingCode.HEAD_NOT_COMING: name_head,
    FindingCode.TRIP_SEATS_SHORT: make_wait,
    FindingCode.DELEGATION_SEATS_SHORT: make_wait,
    FindingCode.GROUP_SEATS_SHORT: make_wait,
}
