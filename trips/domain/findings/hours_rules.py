"""Rules about closed doors: opening hours, closures, Sundays, public holidays."""

from collections.abc import Iterator

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.hours import ClosedCode, closed_reason, holiday_on
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import DayPlan, Plan
from trips.domain.item import HostStatus, Item, ItemKind
from trips.domain.stop import Stop

HOSTED = frozenset({ItemKind.VISIT, ItemKind.WALK, ItemKind.TALK, ItemKind.WORKSHOP})
SUNDAY = 7


def has_agreed(item: Item) -> bool:
    """True if every host has agreed, who then knows the day and the hour."""
    return bool(item.hosts) and all(host.status is HostStatus.CONFIRMED for host in item.hosts)


def find_closed(plan: Plan) -> Iterator[Finding]:
    """A place is open while the group is there. A host who has agreed opens at odd hours."""
    snapshot = plan.snapshot
    for item in plan.items:
        site = snapshot.site_by_uid.get(item.site or "")
        if site is None or item.kind in {ItemKind.TRANSFER, ItemKind.INTERNAL, ItemKind.FREE}:
            continue
        stop = snapshot.stop_by_uid.get(item.stop or "")
        reason = closed_reason(site, stop, (item.starts, item.ends), snapshot.holidays)
        if reason is None or (has_agreed(item) and reason.code is not ClosedCode.CLOSURE):
            continue
        yield Finding(
            code=_CODES[reason.code],
            severity=Severity.WARNS,
            subjects=(Subject("item", item.uid), Subject("site", site.uid)),
            facts={
                "title": item.title,
                "site": site.name,
                "starts": item.starts,
                "ends": item.ends,
                "on": reason.on,
                "opens": reason.opens,
                "closes": reason.closes,
                "name": reason.name,
                "groups": item.groups,
            },
            due=plan.before_start(plan.limits.host_due_days),
            stop=item.stop,
        )


_CODES = {
    ClosedCode.CLOSURE: FindingCode.CLOSED_FOR_WHILE,
    ClosedCode.HOLIDAY: FindingCode.CLOSED_ON_HOLIDAY,
    ClosedCode.WEEKDAY: FindingCode.CLOSED_THAT_DAY,
    ClosedCode.HOURS: FindingCode.OUTSIDE_HOURS,
}


def find_days_off(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """On Sundays and public holidays hosts must be asked; one finding for each day and city."""
    by_stop: dict[str, list[Item]] = {}
    for item in day.items:
        site = plan.snapshot.site_by_uid.get(item.site or "")
        if item.kind in HOSTED and not has_agreed(item) and not (site and site.hours):
            by_stop.setdefault(item.stop or "", []).append(item)
    for uid, items in by_stop.items():
        stop = plan.snapshot.stop_by_uid.get(uid)
        if stop:
            yield from _day_off(plan, day, stop, items)


def _day_off(plan: Plan, day: DayPlan, stop: Stop, items: list[Item]) -> Iterator[Finding]:
    holiday = holiday_on(plan.snapshot.holidays, stop, day.on)
    if holiday is None and day.on.isoweekday() != SUNDAY:
        return
    code = FindingCode.ON_SUNDAY
    if holiday:
        code = FindingCode.ON_LOCAL_HOLIDAY if holiday.is_local else FindingCode.ON_HOLIDAY
    yield Finding(
        code=code,
        severity=Severity.WARNS if code is FindingCode.ON_HOLIDAY else Severity.INFORMS,
        subjects=tuple(Subject("item", item.uid) for item in items),
        facts={
            "on": day.on,
            "number": len(items),
            "title": items[0].title,
            "city": stop.city,
            "region": stop.region,
            **({"name": holiday.name} if holiday else {}),
        },
        due=plan.before_start(plan.limits.host_due_days),
        stop=stop.uid,
        cause=f"{stop.uid}:{day.on.isoformat()}",
    )
