"""Rules about single items: hosts, places, contacts, stops, clocks."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import DayPlan, Plan
from trips.domain.item import HostStatus, Item, ItemHost, ItemKind, ItemStatus
from trips.domain.organisation import Organisation
from trips.domain.values.times import is_repeated, is_skipped

PLACELESS = frozenset({ItemKind.TRANSFER, ItemKind.FREE, ItemKind.INTERNAL, ItemKind.CHECK_IN})
OPEN = frozenset({HostStatus.OPEN, HostStatus.REQUESTED, HostStatus.DECLINED})
EARLIEST, LATEST = 5, 4
"""An item that begins before five or lasts beyond four at night is likely on the wrong day."""


def find_unconfirmed(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """A host who has not agreed warns, and blocks as the trip draws near or after a no."""
    due = plan.before_start(plan.limits.host_due_days)
    nears = plan.today is None or plan.today >= plan.before_start(plan.limits.host_blocks_days)
    for item in day.items:
        open_hosts = [host for host in item.hosts if host.status in OPEN]
        facts = {"title": item.title, "starts": item.starts, "groups": item.groups}
        code, severity = FindingCode.ITEM_REQUESTED, Severity.WARNS
        if open_hosts:
            worst = max(open_hosts, key=lambda host: list(HostStatus).index(host.status))
            facts["status"] = worst.status
            blocks = nears or worst.status is HostStatus.DECLINED
            code = FindingCode.HOST_UNCONFIRMED
            severity = Severity.BLOCKS if blocks else Severity.WARNS
        elif item.status is not ItemStatus.REQUESTED:
            continue
        yield Finding(
            code=code,
            severity=severity,
            subjects=(Subject("item", item.uid),),
            facts=facts,
            due=due,
            stop=item.stop,
        )


def find_placeless(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """What people must find needs a site with an address or a meeting point: one for each day."""
    sites = plan.snapshot.site_by_uid
    lost: list[Item] = []
    for item in day.items:
        site = sites.get(item.site or "")
        if item.kind in PLACELESS or item.meeting_point or (site and site.address):
            continue
        lost.append(item)
    if lost:
        yield Finding(
            code=FindingCode.ITEM_WITHOUT_PLACE,
            severity=Severity.WARNS,
            subjects=tuple(Subject("item", item.uid) for item in lost),
            facts={
                "title": lost[0].title,
                "starts": lost[0].starts,
                "on": day.on,
                "number": len(lost),
            },
            due=plan.before_start(plan.limits.host_due_days),
            stop=lost[0].stop,
            cause=f"day:{day.on.isoformat()}",
        )


def find_no_contacts(plan: Plan) -> Iterator[Finding]:
    """On the day somebody must be able to ring the host: one finding for all."""
    lost = [
        item
        for item in plan.items
        if item.hosts and not any(_can_be_reached(plan, host) for host in item.hosts)
    ]
    if lost:
        yield Finding(
            code=FindingCode.CONTACT_MISSING,
            severity=Severity.INFORMS,
            subjects=tuple(Subject("item", item.uid) for item in lost),
            facts={"number": len(lost), "titles": tuple(item.title for item in lost)},
            due=plan.before_start(plan.limits.arrival_due_days),
            cause="contacts",
        )


def _can_be_reached(plan: Plan, host: ItemHost) -> bool:
    person = plan.snapshot.person_by_uid.get(host.person or "")
    organisation: Organisation | None = plan.snapshot.organisation_by_uid.get(
        host.organisation or ""
    )
    return bool(
        (person and (person.phone or person.email))
        or (organisation and (organisation.phone or organisation.email))
    )


def find_outside_stop(plan: Plan) -> Iterator[Finding]:
    """An item lies within the dates of its stop."""
    for item in plan.items:
        stop = plan.snapshot.stop_by_uid.get(item.stop or "")
        if stop and not stop.arrives_on <= item.starts.date() <= stop.departs_on:
            yield Finding(
                code=FindingCode.OUTSIDE_STOP,
                severity=Severity.BLOCKS,
                subjects=(Subject("item", item.uid), Subject("stop", stop.uid)),
                facts={"title": item.title, "starts": item.starts, "city": stop.city},
                stop=stop.uid,
            )


def find_clock_traps(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """Times that never are, that come twice, that end before they begin, or lie in the night."""
    for item in day.items:
        zone = plan.snapshot.zone_of(item.stop)
        found = _trap(item, zone)
        if found is None:
            continue
        code, severity, wall = found
        yield Finding(
            code=code,
            severity=severity,
            subjects=(Subject("item", item.uid),),
            facts={"title": item.title, "starts": item.starts, "ends": item.ends, "at": wall},
            stop=item.stop,
        )


def _trap(item: Item, zone: str) -> tuple[FindingCode, Severity, datetime] | None:
    if item.ends <= item.starts:
        return FindingCode.ENDS_BEFORE_START, Severity.BLOCKS, item.ends
    for wall in (item.starts, item.ends):
        if may_be_switched(wall) and is_skipped(wall, zone):
            return FindingCode.TIME_SKIPPED, Severity.BLOCKS, wall
    for wall in (item.starts, item.ends):
        if may_be_switched(wall) and is_repeated(wall, zone):
            return FindingCode.TIME_REPEATED, Severity.INFORMS, wall
    night = datetime.combine(item.starts.date(), datetime.min.time())
    latest = night + timedelta(days=1, hours=LATEST)
    if item.kind is not ItemKind.INTERNAL and (item.starts.hour < EARLIEST or item.ends > latest):
        return FindingCode.AT_NIGHT, Severity.INFORMS, item.ends
    return None


def may_be_switched(wall: datetime) -> bool:
    """Clocks are put forward and back at night, on any day; by day nobody needs to ask."""
    return wall.hour < EARLIEST or wall.hour == 23  # noqa: PLR2004 the last hour of a day
