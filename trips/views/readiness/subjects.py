"""What a finding is about, as links."""

from collections.abc import Callable, Mapping
from datetime import date

from flask import url_for

from trips.domain.findings.model import Finding, Subject
from trips.domain.snapshot import TripSnapshot
from trips.i18n.formats import clock, day_long, day_short
from trips.views.preferences import locale

MOST = 40
Link = tuple[str, str]
"""A word and where it leads; empty for nowhere."""


def subject_links(snapshot: TripSnapshot, finding: Finding) -> list[Link]:
    """The objects of a finding with their names; at most the first forty."""
    found = [_link(snapshot, subject) for subject in finding.subjects[:MOST]]
    return [link for link in found if link]


def _link(snapshot: TripSnapshot, subject: Subject) -> Link | None:
    known = _KINDS.get(subject.kind)
    return known(snapshot, subject.uid) if known else None


def _item(snapshot: TripSnapshot, uid: str) -> Link | None:
    item = snapshot.item_by_uid.get(uid)
    if item is None:
        return None
    when = f"{day_short(item.starts.date(), locale())}, {clock(item.starts)}"
    url = url_for("programme.index", slug=snapshot.trip.slug, _anchor=f"item-{uid}")
    return f"{item.title.shown(locale()).text}, {when}", url


def _person(snapshot: TripSnapshot, uid: str) -> Link | None:
    each = snapshot.participation_by_uid.get(uid)
    return (snapshot.person_by_uid[each.person].name, "") if each else None


def _known(snapshot: TripSnapshot, uid: str) -> Link | None:
    person = snapshot.person_by_uid.get(uid)
    return (person.name, "") if person else None


def _stop(snapshot: TripSnapshot, uid: str) -> Link | None:
    stop = snapshot.stop_by_uid.get(uid)
    url = url_for("route.index", slug=snapshot.trip.slug)
    return (stop.city.shown(locale()).text, url) if stop else None


def _site(snapshot: TripSnapshot, uid: str) -> Link | None:
    site = snapshot.site_by_uid.get(uid)
    url = url_for("place.index", slug=snapshot.trip.slug)
    return (site.name.shown(locale()).text, url) if site else None


def _leg(snapshot: TripSnapshot, uid: str) -> Link | None:
    leg = next((each for each in snapshot.legs if each.uid == uid), None)
    if leg is None:
        return None
    cities = [snapshot.stop_by_uid[stop].city for stop in (leg.from_stop, leg.to_stop)]
    words = " – ".join(city.shown(locale()).text for city in cities)
    return words, url_for("route.index", slug=snapshot.trip.slug)


def _delegation(snapshot: TripSnapshot, uid: str) -> Link | None:
    found = snapshot.delegation_by_uid.get(uid)
    return (found.name.shown(locale()).text, "") if found else None


def _day(snapshot: TripSnapshot, uid: str) -> Link | None:
    url = url_for("programme.index", slug=snapshot.trip.slug, _anchor=f"day-{uid}")
    return day_long(date.fromisoformat(uid), locale()), url


_KINDS: Mapping[str, Callable[[TripSnapshot, str], Link | None]] = {
    "item": _item,
    "participation": _person,
    "person": _known,
    "stop": _stop,
    "site": _site,
    "leg": _leg,
    "delegation": _delegation,
    "day": _day,
}
