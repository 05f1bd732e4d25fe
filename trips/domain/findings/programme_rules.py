"""Rules about items: hosts, places, overlaps, stops, translations."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from trips.domain.findings.model import Finding, FindingCode, Severity, Subject
from trips.domain.findings.thresholds import Thresholds
from trips.domain.item import HostStatus, Item, ItemKind, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.snapshot import TripSnapshot

PLACELESS = frozenset({ItemKind.TRANSFER, ItemKind.FREE, ItemKind.INTERNAL, ItemKind.CHECK_IN})


def planned_items(snapshot: TripSnapshot) -> tuple[Item, ...]:
    """Items that will happen: neither ideas nor cancelled, in order."""
    dropped = {ItemStatus.IDEA, ItemStatus.CANCELLED}
    return order_items(item for item in snapshot.items if item.status not in dropped)


def before_start(snapshot: TripSnapshot, days: int) -> date:
    """A deadline some days before the trip."""
    return snapshot.trip.starts_on - timedelta(days=days)


def find_unconfirmed(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """A host who has not agreed blocks; an item that is only requested warns."""
    due = before_start(snapshot, limits.host_due_days)
    for item in planned_items(snapshot):
        open_hosts = [
            host
            for host in item.hosts
            if host.status in {HostStatus.OPEN, HostStatus.REQUESTED, HostStatus.DECLINED}
        ]
        facts = {"title": item.title, "starts": item.starts, "groups": item.groups}
        if open_hosts:
            yield Finding(
                code=FindingCode.HOST_UNCONFIRMED,
                severity=Severity.BLOCKS,
                subjects=(Subject("item", item.uid),),
                facts={**facts, "status": open_hosts[0].status},
                due=due,
                stop=item.stop,
            )
        elif item.status is ItemStatus.REQUESTED:
            yield Finding(
                code=FindingCode.ITEM_REQUESTED,
                severity=Severity.WARNS,
                subjects=(Subject("item", item.uid),),
                facts=facts,
                due=due,
                stop=item.stop,
            )


def find_placeless(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """An item that people must find needs a site with an address, or a meeting point."""
    for item in planned_items(snapshot):
        site = snapshot.site_by_uid.get(item.site or "")
        if item.kind in PLACELESS or item.meeting_point or (site and site.address):
            continue
        yield Finding(
            code=FindingCode.ITEM_WITHOUT_PLACE,
            severity=Severity.WARNS,
            subjects=(Subject("item", item.uid),),
            facts={"title": item.title, "starts": item.starts},
            due=before_start(snapshot, limits.host_due_days),
            stop=item.stop,
        )


def find_overlaps(snapshot: TripSnapshot, _limits: Thresholds) -> Iterator[Finding]:
    """No group can be at two items at once, and no host or speaker either."""
    items = [item for item in planned_items(snapshot) if item.kind is not ItemKind.INTERNAL]
    groups = tuple(group.code for group in snapshot.trip.groups) or ("",)
    seen: set[tuple[str, str]] = set()
    for group in groups:
        own = [item for item in items if not item.groups or group in item.groups]
        for first, second in pairwise(own):
            if second.starts < first.ends and (first.uid, second.uid) not in seen:
                seen.add((first.uid, second.uid))
                yield _overlap(FindingCode.GROUP_OVERLAP, first, second, group)
    yield from _person_overlaps(snapshot, items)


def _person_overlaps(snapshot: TripSnapshot, items: list[Item]) -> Iterator[Finding]:
    by_person: dict[str, list[Item]] = {}
    for item in items:
        people = {host.person for host in item.hosts} | {each.person for each in item.speakers}
        for person in people - {None}:
            by_person.setdefault(str(person), []).append(item)
    for uid, own in sorted(by_person.items()):
        for first, second in pairwise(own):
            if second.starts < first.ends:
                name = snapshot.person_by_uid[uid].name
                yield _overlap(FindingCode.PERSON_OVERLAP, first, second, name)


def _overlap(code: FindingCode, first: Item, second: Item, who: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.BLOCKS,
        subjects=(Subject("item", first.uid), Subject("item", second.uid)),
        facts={
            "first": first.title,
            "second": second.title,
            "starts": second.starts,
            "until": first.ends,
            "who": who,
        },
        stop=second.stop,
    )


def find_outside_stop(snapshot: TripSnapshot, _limits: Thresholds) -> Iterator[Finding]:
    """An item lies within the dates of its stop."""
    for item in planned_items(snapshot):
        stop = snapshot.stop_by_uid.get(item.stop or "")
        if stop and not stop.arrives_on <= item.starts.date() <= stop.departs_on:
            yield Finding(
                code=FindingCode.OUTSIDE_STOP,
                severity=Severity.BLOCKS,
                subjects=(Subject("item", item.uid), Subject("stop", stop.uid)),
                facts={"title": item.title, "starts": item.starts, "city": stop.city},
                stop=stop.uid,
            )


def find_untranslated(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """One finding for each language that public items lack: readers see the other language."""
    for language in snapshot.trip.languages:
        items = [
            item
            for item in planned_items(snapshot)
            if item.is_public
            and any(language in text.missing((language,)) for text in (item.title, item.text))
        ]
        if items:
            yield Finding(
                code=FindingCode.TEXT_UNTRANSLATED,
                severity=Severity.INFORMS,
                subjects=tuple(Subject("item", item.uid) for item in items),
                facts={"number": len(items), "language": language, "title": items[0].title},
                due=before_start(snapshot, limits.translation_due_days),
            )
