"""Rules about two things at once: groups, people, rooms, vehicles."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import DayPlan, Plan
from trips.domain.findings.way_rules import minutes_needed
from trips.domain.item import Item, ItemKind
from trips.domain.values.times import minutes_between

Pair = tuple[Item, Item]


class Part(StrEnum):
    """What somebody does at an item."""

    HOST = "host"
    SPEAKER = "speaker"
    INTERPRETER = "interpreter"
    DELEGATE = "delegate"


def sweep(items: Iterable[Item], on: date) -> Iterator[Pair]:
    """Each item of a day, in order of start, that begins before the longest before it ends."""
    longest: Item | None = None
    for item in items:
        if longest is not None and item.starts < longest.ends and item.starts.date() == on:
            yield longest, item
        if longest is None or item.ends > longest.ends:
            longest = item


def find_group_overlaps(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """No group can be at two items at once."""
    clashes: dict[tuple[str, str], tuple[Item, Item, list[str]]] = {}
    for group, lane in plan.lanes(day).items():
        for first, second in sweep(lane, day.on):
            found = clashes.setdefault((first.uid, second.uid), (first, second, []))
            found[2].append(group)
    for first, second, groups in clashes.values():
        yield overlap(FindingCode.GROUP_OVERLAP, first, second, ", ".join(groups))


def find_person_overlaps(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """No host, speaker, interpreter or delegate can be at two items at once."""
    for uid, parts in sorted(_parts(plan, day).items()):
        items, part_of = in_order(parts)
        for first, second in sweep(items, day.on):
            both = {part_of[first.uid], part_of[second.uid]}
            if both == {Part.DELEGATE}:
                continue
            code = FindingCode.PERSON_OVERLAP
            if Part.INTERPRETER in both:
                code = FindingCode.INTERPRETER_OVERLAP
            elif Part.DELEGATE in both:
                code = FindingCode.DELEGATE_OVERLAP
            name = plan.snapshot.person_by_uid[uid].name
            yield overlap(code, first, second, name, Subject("person", uid))


def find_person_ways(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """From one item to the next a host, speaker or interpreter needs time, too.

    Where a group goes the same way, the rule about its way says so.
    """
    for uid, parts in sorted(_parts(plan, day).items()):
        items, part_of = in_order(parts)
        for first, second in pairwise(items):
            is_with_group = not set(first.groups or plan.groups).isdisjoint(
                second.groups or plan.groups
            )
            is_own = {part_of[first.uid], part_of[second.uid]} != {Part.DELEGATE}
            if is_own and not is_with_group and second.starts.date() == day.on:
                yield from _tight(plan, first, second, uid)


def _tight(plan: Plan, first: Item, second: Item, uid: str) -> Iterator[Finding]:
    planned = minutes_between(first.ends, second.starts)
    needed = minutes_needed(plan.snapshot, first, second, plan.limits) or 0
    if not 0 <= planned < needed:
        return
    is_hopeless = planned * plan.limits.hopeless_factor < needed
    yield Finding(
        code=FindingCode.PERSON_WAY_TIGHT,
        severity=Severity.BLOCKS if is_hopeless else Severity.WARNS,
        subjects=(
            Subject("item", second.uid),
            Subject("item", first.uid),
            Subject("person", uid),
        ),
        facts={
            "who": plan.snapshot.person_by_uid[uid].name,
            "first": first.title,
            "second": second.title,
            "planned": planned,
            "needed": needed,
            "starts": second.starts,
            "ends": first.ends,
        },
        due=plan.before_start(plan.limits.booking_due_days),
        stop=second.stop,
    )


def in_order(parts: list[tuple[Item, Part]]) -> tuple[list[Item], dict[str, Part]]:
    """The items of a person in order, each once, and what the person does there."""
    order = {item.uid: item for item, _ in parts}
    items = sorted(order.values(), key=lambda item: (item.starts, item.ends, item.uid))
    return items, {item.uid: part for item, part in parts}


def _parts(plan: Plan, day: DayPlan) -> dict[str, list[tuple[Item, Part]]]:
    """What each host, speaker and interpreter does on a day, as delegates also with their group."""
    parts: dict[str, list[tuple[Item, Part]]] = {}
    items = [item for item in (*day.carried, *day.items) if item.kind is not ItemKind.INTERNAL]
    interpreters = plan.snapshot.interpreter_by_uid
    for item in items:
        people = {host.person: Part.HOST for host in item.hosts if host.person}
        people |= {each.person: Part.SPEAKER for each in item.speakers}
        people |= {
            interpreters[each.interpreter].person: Part.INTERPRETER
            for each in plan.assignments.get(item.uid, ())
        }
        for person, part in people.items():
            parts.setdefault(person, []).append((item, part))
    for each in plan.crowd.delegates:
        if each.person in parts:
            own = {item.uid for item, _ in parts[each.person]}
            parts[each.person] += [
                (item, Part.DELEGATE)
                for item in items
                if each.group and each.group in item.groups and item.uid not in own
            ]
    return parts


def find_place_overlaps(_plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """No room and no vehicle is used by two items at once."""
    rooms: dict[tuple[str, str], list[Item]] = {}
    vehicles: dict[str, list[Item]] = {}
    for item in (*day.carried, *day.items):
        if item.site and item.room:
            rooms.setdefault((item.site, item.room.casefold()), []).append(item)
        if item.vehicle:
            vehicles.setdefault(item.vehicle.casefold(), []).append(item)
    for items in rooms.values():
        for first, second in sweep(items, day.on):
            yield overlap(FindingCode.ROOM_OVERLAP, first, second, second.room)
    for items in vehicles.values():
        for first, second in sweep(items, day.on):
            yield overlap(FindingCode.VEHICLE_OVERLAP, first, second, second.vehicle)


def overlap(code: FindingCode, first: Item, second: Item, who: str, *more: Subject) -> Finding:
    """Two items at once; `who` cannot be at both."""
    is_room = code is FindingCode.ROOM_OVERLAP
    return Finding(
        code=code,
        severity=Severity.WARNS if is_room else Severity.BLOCKS,
        subjects=(Subject("item", first.uid), Subject("item", second.uid), *more),
        facts={
            "first": first.title,
            "second": second.title,
            "starts": second.starts,
            "until": first.ends,
            "who": who,
        },
        stop=second.stop,
    )
