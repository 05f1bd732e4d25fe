"""Rules about space: chairs for everyone present, beds for everyone who sleeps there."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import DayPlan, Plan
from trips.domain.item import Item, ItemKind
from trips.domain.participation import Counts, Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Stop

ROOMY = frozenset({ItemKind.TRANSFER, ItemKind.FREE, ItemKind.INTERNAL, ItemKind.CHECK_IN})


def find_crowded(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """A room holds everyone who is there: delegates, staff, interpreters, escorts."""
    for item in day.items:
        places = places_of(plan.snapshot, item)
        if places is None or item.kind in ROOMY:
            continue
        present = seats_at(plan, item)
        needed = sum(present.values())
        if needed <= places:
            continue
        delegates, interpreters = (
            present.get(role, 0) for role in (Role.DELEGATE, Role.INTERPRETER)
        )
        yield Finding(
            code=FindingCode.CAPACITY_EXCEEDED,
            severity=Severity.WARNS,
            subjects=(Subject("item", item.uid),),
            facts={
                "title": item.title,
                "starts": item.starts,
                "groups": item.groups,
                "places": places,
                "needed": needed,
                "delegates": delegates,
                "interpreters": interpreters,
                "staff": needed - delegates - interpreters,
            },
            due=plan.before_start(plan.limits.booking_due_days),
            stop=item.stop,
        )


def places_of(snapshot: TripSnapshot, item: Item) -> int | None:
    """How many an item takes: its own number, or the site's where no room is named."""
    if item.capacity is not None:
        return item.capacity
    site = snapshot.site_by_uid.get(item.site or "")
    return site.capacity if site and not item.room else None


def seats_at(plan: Plan, item: Item) -> dict[Role, int]:
    """How many take a seat at an item, by role; interpreters come where they are assigned."""
    interpreters = plan.snapshot.interpreter_by_uid
    assigned = {
        interpreters[each.interpreter].person for each in plan.assignments.get(item.uid, ())
    }
    is_for_all = set(item.groups) >= set(plan.groups)
    groups = () if is_for_all else item.groups
    return plan.crowd.seated(item.starts.date(), groups, assigned)


def find_missing_rooms(plan: Plan) -> Iterator[Finding]:
    """Every stop with nights needs a hotel with a room for everyone who sleeps there."""
    due = plan.before_start(plan.limits.booking_due_days)
    for stop in plan.snapshot.stops:
        if stop.departs_on == stop.arrives_on:
            continue
        facts = {"city": stop.city, "nights": (stop.departs_on - stop.arrives_on).days}
        subjects = (Subject("stop", stop.uid),)
        if not stop.hotels:
            yield Finding(
                code=FindingCode.HOTEL_MISSING,
                severity=Severity.BLOCKS,
                subjects=subjects,
                facts=facts,
                due=due,
                stop=stop.uid,
            )
            continue
        held = [hotel.rooms for hotel in stop.hotels]
        needed = rooms_needed(plan.snapshot, stop)
        if None not in held and sum(each or 0 for each in held) < needed:
            total = sum(each or 0 for each in held)
            yield Finding(
                code=FindingCode.ROOMS_SHORT,
                severity=Severity.WARNS,
                subjects=subjects,
                facts={**facts, "held": total, "needed": needed},
                due=due,
                stop=stop.uid,
            )


def rooms_needed(snapshot: TripSnapshot, stop: Stop) -> int:
    """How many rooms the fullest night at a stop needs: one for everyone who counts for one."""
    stays = Counter(
        (each.present_from, each.present_to)
        for each in snapshot.participations
        if Counts.ROOM in each.counts and each.is_coming
    )
    return max(_sleepers(stays, stop), default=0)


def _sleepers(stays: Counter[tuple[date, date]], stop: Stop) -> Iterator[int]:
    night = stop.arrives_on
    while night < stop.departs_on:
        yield sum(number for (first, last), number in stays.items() if first <= night < last)
        night += timedelta(days=1)
