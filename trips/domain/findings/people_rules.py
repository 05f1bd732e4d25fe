"""Rules about people: whether they understand, get in, arrive and have agreed."""

from collections import Counter
from collections.abc import Callable, Iterator

from trips.domain.findings.model import Finding, FindingCode, Severity, Subject
from trips.domain.findings.programme_rules import before_start, planned_items
from trips.domain.findings.thresholds import Thresholds
from trips.domain.item import Item, ItemKind
from trips.domain.participation import (
    Access,
    ConsentPurpose,
    DelegateStatus,
    Participation,
    Role,
)
from trips.domain.person import LanguageLevel, Person
from trips.domain.site import StepFree
from trips.domain.snapshot import TripSnapshot

SPOKEN = frozenset(
    {ItemKind.VISIT, ItemKind.WALK, ItemKind.TALK, ItemKind.WORKSHOP, ItemKind.RECEPTION}
)
ENOUGH = frozenset({LanguageLevel.B2, LanguageLevel.C1, LanguageLevel.C2, LanguageLevel.NATIVE})
"""From B2 on people follow a specialist talk (CEFR global scale)."""
UNANSWERED = frozenset({DelegateStatus.INVITED, DelegateStatus.STARTED})
NEEDS_STEP_FREE = frozenset({Access.WHEELCHAIR, Access.STEP_FREE})


def delegates_of(snapshot: TripSnapshot) -> tuple[Participation, ...]:
    """Delegates who are coming."""
    return tuple(
        each for each in snapshot.participations if each.role is Role.DELEGATE and each.is_coming
    )


def present_at(snapshot: TripSnapshot, item: Item) -> tuple[Participation, ...]:
    """Delegates who should be at an item: there that day and in one of its groups."""
    day = item.starts.date()
    return tuple(
        each
        for each in delegates_of(snapshot)
        if each.present_from <= day <= each.present_to
        and (not item.groups or not each.group or each.group in item.groups)
    )


def understands(person: Person, languages: set[str]) -> bool:
    """True if the person follows at least one of the languages well enough."""
    return any(skill.code in languages and skill.level in ENOUGH for skill in person.languages)


def find_not_understood(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """People who understand neither the floor nor what it is interpreted into."""
    targets: dict[str, set[str]] = {}
    for each in snapshot.assignments:
        heard = {each.target, each.source} if each.is_both_ways else {each.target}
        targets.setdefault(each.item, set()).update(heard)
    for item in planned_items(snapshot):
        if item.kind not in SPOKEN or not item.floor_languages:
            continue
        heard = {*item.floor_languages, *targets.get(item.uid, ())}
        lost = [
            each
            for each in present_at(snapshot, item)
            if snapshot.person_by_uid[each.person].languages
            and not understands(snapshot.person_by_uid[each.person], heard)
        ]
        if lost:
            mother_tongues = Counter(
                snapshot.person_by_uid[each.person].languages[0].code for each in lost
            )
            yield Finding(
                code=FindingCode.NOT_UNDERSTOOD,
                severity=Severity.WARNS,
                subjects=(
                    Subject("item", item.uid),
                    *(Subject("participation", each.uid) for each in lost),
                ),
                facts={
                    "title": item.title,
                    "starts": item.starts,
                    "number": len(lost),
                    "languages": tuple(code for code, _ in mother_tongues.most_common()),
                },
                due=before_start(snapshot, limits.interpreting_due_days),
                stop=item.stop,
            )


def find_unknown_access(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """A site nobody has asked about step-free access, with somebody in the group who needs it."""
    for item in planned_items(snapshot):
        site = snapshot.site_by_uid.get(item.site or "")
        if site is None or site.step_free in {StepFree.YES, StepFree.PARTLY}:
            continue
        needing = [
            each for each in present_at(snapshot, item) if NEEDS_STEP_FREE & set(each.access)
        ]
        if needing:
            yield Finding(
                code=FindingCode.ACCESS_UNKNOWN,
                severity=Severity.WARNS,
                subjects=(Subject("item", item.uid), Subject("site", site.uid)),
                facts={
                    "title": item.title,
                    "site": site.name,
                    "starts": item.starts,
                    "number": len(needing),
                    "step_free": site.step_free,
                },
                due=before_start(snapshot, limits.arrival_due_days),
                stop=item.stop,
            )


def find_unanswered(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """Delegates whose registration, arrival or answer about photos is missing, one finding each."""
    people = delegates_of(snapshot)
    checks: tuple[tuple[FindingCode, Severity, int, Callable[[Participation], bool]], ...] = (
        (
            FindingCode.ANSWER_MISSING,
            Severity.WARNS,
            limits.answer_due_days,
            lambda each: each.delegate is not None and each.delegate.status in UNANSWERED,
        ),
        (
            FindingCode.ARRIVAL_MISSING,
            Severity.WARNS,
            limits.arrival_due_days,
            lambda each: each.arrival is None or each.arrival.at is None,
        ),
        (
            FindingCode.CONSENT_MISSING,
            Severity.INFORMS,
            limits.consent_due_days,
            lambda each: all(
                consent.purpose is not ConsentPurpose.PHOTO for consent in each.consents
            ),
        ),
    )
    for code, severity, days, is_missing in checks:
        missing = [each for each in people if is_missing(each)]
        if missing:
            yield Finding(
                code=code,
                severity=severity,
                subjects=tuple(Subject("participation", each.uid) for each in missing),
                facts={
                    "number": len(missing),
                    "names": tuple(snapshot.person_by_uid[each.person].name for each in missing),
                },
                due=before_start(snapshot, days),
            )


def find_headless(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """A delegation of two or more needs a head who is coming."""
    coming = {each.uid for each in delegates_of(snapshot)}
    for delegation in snapshot.delegations:
        members = [
            each
            for each in delegates_of(snapshot)
            if each.delegate and each.delegate.delegation == delegation.uid
        ]
        if len(members) > 1 and delegation.head not in coming:
            yield Finding(
                code=FindingCode.HEAD_MISSING,
                severity=Severity.INFORMS,
                subjects=(Subject("delegation", delegation.uid),),
                facts={"name": delegation.name, "number": len(members)},
                due=before_start(snapshot, limits.answer_due_days),
            )
