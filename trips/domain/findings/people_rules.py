"""Rules about people: whether they have answered, arrive in time, get in and have agreed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.crowd import is_at
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import Plan
from trips.domain.item import Item, ItemKind
from trips.domain.participation import Access, ConsentPurpose, DelegateStatus, Participation
from trips.domain.registration_setup import Station
from trips.domain.site import StepFree

UNANSWERED = frozenset({DelegateStatus.INVITED, DelegateStatus.STARTED})
NEEDS_STEP_FREE = frozenset({Access.WHEELCHAIR, Access.STEP_FREE})
MISSED = frozenset(
    {
        ItemKind.VISIT,
        ItemKind.WALK,
        ItemKind.TALK,
        ItemKind.WORKSHOP,
        ItemKind.MEAL,
        ItemKind.RECEPTION,
    }
)
"""What somebody misses who comes too late or leaves too early."""
_STATIONS: Mapping[FindingCode, Station] = {
    FindingCode.ANSWER_MISSING: Station.PERSON,
    FindingCode.ARRIVAL_MISSING: Station.JOURNEY,
    FindingCode.LIST_CONSENT_MISSING: Station.AGREEMENTS,
}
"""Where the registration asks for what is missing, and may have a deadline for it."""
Check = tuple[FindingCode, Severity, float, Callable[[Participation], bool]]


def find_unknown_access(plan: Plan) -> Iterator[Finding]:
    """A site nobody has asked about step-free access, with somebody in the group who needs it."""
    by_site: dict[str, list[tuple[Item, list[Participation]]]] = {}
    needy = [each for each in plan.crowd.delegates if NEEDS_STEP_FREE & set(each.access)]
    for item in plan.items:
        site = plan.snapshot.site_by_uid.get(item.site or "")
        if site is None or site.step_free in {StepFree.YES, StepFree.PARTLY}:
            continue
        on = item.starts.date()
        needing = [each for each in needy if is_at(each, on, item.groups)]
        if needing:
            by_site.setdefault(site.uid, []).append((item, needing))
    for uid, found in by_site.items():
        site = plan.snapshot.site_by_uid[uid]
        item = found[0][0]
        yield Finding(
            code=FindingCode.ACCESS_UNKNOWN,
            severity=Severity.WARNS,
            subjects=(*(Subject("item", each.uid) for each, _ in found), Subject("site", uid)),
            facts={
                "title": item.title,
                "site": site.name,
                "starts": item.starts,
                "number": len({each.uid for _, people in found for each in people}),
                "step_free": site.step_free,
            },
            due=plan.before_start(plan.limits.arrival_due_days),
            stop=item.stop,
            cause=f"site:{uid}",
        )


def find_unanswered(plan: Plan) -> Iterator[Finding]:
    """Delegates whose registration, arrival or answer about photos is missing, one finding each."""
    limits = plan.limits
    checks: tuple[Check, ...] = (
        (FindingCode.ANSWER_MISSING, Severity.WARNS, limits.answer_due_days, _has_not_answered),
        (FindingCode.ARRIVAL_MISSING, Severity.WARNS, limits.arrival_due_days, _has_no_arrival),
        (FindingCode.CONSENT_MISSING, Severity.INFORMS, limits.consent_due_days, _no_photo),
        (FindingCode.LIST_CONSENT_MISSING, Severity.INFORMS, limits.answer_due_days, _no_list),
    )
    for code, severity, days, is_missing in checks:
        missing = [each for each in plan.crowd.delegates if is_missing(each)]
        if missing:
            found = about_people(plan, code, severity, missing, days)
            yield _by_deadline(plan, found, _STATIONS.get(code))


def _by_deadline(plan: Plan, found: Finding, station: Station | None) -> Finding:
    """The same by the deadline of the registration; once that is over, a finding of its own."""
    deadlines = {each.station: each.on for each in plan.snapshot.trip.registration.deadlines}
    on = deadlines.get(station) if station else None
    if station is None or on is None:
        return found
    if plan.today is not None and plan.today <= on:
        return replace(found, due=on)
    return replace(
        found,
        code=FindingCode.DEADLINE_PASSED,
        severity=Severity.WARNS,
        facts={**found.facts, "station": station, "on": on},
        due=on,
        cause=station.value,
    )


def _has_not_answered(each: Participation) -> bool:
    return each.delegate is not None and each.delegate.status in UNANSWERED


def _has_no_arrival(each: Participation) -> bool:
    return not _has_not_answered(each) and (each.arrival is None or each.arrival.at is None)


def _no_photo(each: Participation) -> bool:
    return _is_open(each, ConsentPurpose.PHOTO)


def _no_list(each: Participation) -> bool:
    return _is_open(each, ConsentPurpose.PARTICIPANT_LIST)


def _is_open(each: Participation, purpose: ConsentPurpose) -> bool:
    """Whether the registration asked and nobody answered; before it nobody was asked."""
    return not _has_not_answered(each) and all(
        consent.purpose is not purpose for consent in each.consents
    )


def about_people(
    plan: Plan, code: FindingCode, severity: Severity, people: list[Participation], days: float
) -> Finding:
    """One finding for all of whom the same is true, due so many days before the start."""
    persons = plan.snapshot.person_by_uid
    return Finding(
        code=code,
        severity=severity,
        subjects=tuple(Subject("participation", each.uid) for each in people),
        facts={
            "number": len(people),
            "names": tuple(persons[each.person].name for each in people),
        },
        due=plan.before_start(days),
        cause="delegates",
    )


def find_unsorted(plan: Plan) -> Iterator[Finding]:
    """Where groups part everyone belongs to one of them: one finding for all who do not."""
    groups = {group.code for group in plan.snapshot.trip.groups}
    parting = {item.starts.date() for item in plan.items if item.groups and groups - {*item.groups}}
    lost = [
        each
        for each in plan.crowd.delegates
        if each.group not in groups
        and any(each.present_from <= on <= each.present_to for on in parting)
    ]
    if lost:
        days = plan.limits.booking_due_days
        yield about_people(plan, FindingCode.GROUP_MISSING, Severity.WARNS, lost, days)


def find_speechless(plan: Plan) -> Iterator[Finding]:
    """Of whom no language is known nobody can say whether they understand anything."""
    persons = plan.snapshot.person_by_uid
    lost = [
        each
        for each in plan.crowd.delegates
        if not _has_not_answered(each) and not persons[each.person].languages
    ]
    if lost:
        days = plan.limits.answer_due_days
        yield about_people(plan, FindingCode.LANGUAGE_MISSING, Severity.INFORMS, lost, days)


def find_missed_programme(plan: Plan) -> Iterator[Finding]:
    """Arriving after the first item of one's days on the trip, leaving before the last ends."""
    late, early = [], []
    known: Known = {}
    for each in plan.crowd.delegates:
        arrives, leaves = _moments(each)
        own = _ends(plan, each, known) if arrives or leaves else None
        if own and arrives and own[0].starts < arrives:
            late.append(each)
        if own and leaves and own[1].ends > leaves:
            early.append(each)
    days = plan.limits.arrival_due_days
    if late:
        yield about_people(plan, FindingCode.ARRIVAL_LATE, Severity.WARNS, late, days)
    if early:
        yield about_people(plan, FindingCode.DEPARTURE_EARLY, Severity.WARNS, early, days)


def _moments(each: Participation) -> tuple[datetime | None, datetime | None]:
    arrives = each.arrival.at if each.arrival else None
    return arrives, each.departure.at if each.departure else None


def _own_items(plan: Plan, each: Participation) -> list[Item]:
    """What somebody should be at while they are on the trip, in order."""
    return [
        item
        for on, day in plan.days.items()
        if each.present_from <= on <= each.present_to
        for item in day.items
        if item.kind in MISSED and (not item.groups or not each.group or each.group in item.groups)
    ]


Known = dict[tuple[date, date, str], tuple[Item, Item] | None]


def _ends(plan: Plan, each: Participation, known: Known) -> tuple[Item, Item] | None:
    """The first and the last item of somebody's own, of people who come and go alike only once."""
    key = each.present_from, each.present_to, each.group
    if key not in known:
        own = _own_items(plan, each)
        known[key] = (own[0], max(own, key=lambda item: item.ends)) if own else None
    return known[key]
