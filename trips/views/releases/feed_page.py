"""Calendars that can be subscribed to, as pages list them: for everyone, a group, one person."""

from dataclasses import dataclass

from flask import current_app, url_for

from trips import clock
from trips.domain.account.link import Link, LinkPurpose
from trips.domain.account.links import LinkState, state_of_link
from trips.domain.ordering import order_participations
from trips.domain.participation import Participation
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors
from trips.i18n.catalogue import LOCALES
from trips.queries.link import list_links


@dataclass(frozen=True)
class Feed:
    """A calendar and its addresses, if it has any."""

    group: str = ""
    """Code of the group; empty for everyone."""
    person: str = ""
    """uid of the participation whose own calendar it is."""
    name: str = ""
    """Name of that person."""
    link: Link | None = None
    addresses: tuple[tuple[str, str], ...] = ()
    """Language and address."""

    @property
    def key(self) -> str:
        """Names the calendar on the page."""
        return self.person or self.group or "all"


def is_local() -> bool:
    """True while addresses work on this computer only."""
    return bool(current_app.config["IS_LOCAL"])


def list_feeds(snapshot: TripSnapshot) -> tuple[Feed, ...]:
    """The calendars for everyone and for each group."""
    trip, opened = snapshot.trip, _opened(snapshot, LinkPurpose.CALENDAR)
    groups = ("", *(each.code for each in trip.groups))
    return tuple(
        Feed(group=code, link=link, addresses=_addresses(link))
        for code in groups
        for link in [opened.get(code or trip.uid)]
    )


def list_personal_feeds(snapshot: TripSnapshot) -> tuple[Feed, ...]:
    """The calendars of those who have an address, in the order of the roster."""
    opened = _opened(snapshot, LinkPurpose.PERSONAL_CALENDAR)
    people = order_participations(snapshot)
    return tuple(
        _personal(snapshot, each, opened[each.uid]) for each in people if each.uid in opened
    )


def personal_feed(snapshot: TripSnapshot, participation: Participation) -> Feed:
    """One person's calendar, with or without an address."""
    opened = _opened(snapshot, LinkPurpose.PERSONAL_CALENDAR)
    return _personal(snapshot, participation, opened.get(participation.uid))


def _personal(snapshot: TripSnapshot, participation: Participation, link: Link | None) -> Feed:
    return Feed(
        person=participation.uid,
        name=snapshot.person_by_uid[participation.person].name,
        link=link,
        addresses=_addresses(link),
    )


def _opened(snapshot: TripSnapshot, purpose: LinkPurpose) -> dict[str, Link]:
    """Links that open, by subject; of several the newest."""
    now = clock.now(snapshot.trip)
    found = list_links(snapshot.trip.uid, purpose, doors().settings.field_key)
    return {
        link.subject: link
        for link in reversed(found)
        if state_of_link(link.expires_at, link.revoked_at, now) is LinkState.OPEN
    }


def _addresses(link: Link | None) -> tuple[tuple[str, str], ...]:
    if link is None or not link.token:
        return ()
    base = doors().settings.base_url
    urls = (url_for("public.calendar", token=link.token, lang=lang) for lang in LOCALES)
    return tuple(zip(LOCALES, (base + url for url in urls), strict=True))
