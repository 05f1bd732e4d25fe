"""Calendars to subscribe to: a secret address for everyone and for each group, to be reset."""

from dataclasses import dataclass

from flask import Blueprint, abort, current_app, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips import clock
from trips.domain.account.link import Link, LinkPurpose
from trips.domain.account.links import DAYS_FEED, LinkState, expiry_after, state_of_link
from trips.domain.account.user import TripRole
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors
from trips.i18n.catalogue import LOCALES
from trips.queries.link import list_links
from trips.queries.release import find_newest
from trips.queries.snapshot import get_snapshot
from trips.services import link as links
from trips.views import frame, guards

bp = Blueprint("feed", __name__)


@dataclass(frozen=True)
class Feed:
    """A calendar that can be subscribed to, as the page lists it."""

    group: str
    """Code of the group; empty for everyone."""
    link: Link | None = None
    addresses: tuple[tuple[str, str], ...] = ()
    """Language and address."""


@bp.get("/trips/<slug>/feeds")
@guards.trip_page(TripRole.ORGANISER)
def index() -> str:
    """The calendars of the trip and their addresses."""
    snapshot = get_snapshot(guards.require_access().uid)
    return frame.render(
        "release/feeds.html",
        snapshot,
        "releases",
        feeds=_feeds(snapshot),
        newest=find_newest(snapshot.trip.uid),
        is_local=bool(current_app.config["IS_LOCAL"]),
    )


@bp.post("/trips/<slug>/feeds")
@guards.trip_page(TripRole.ORGANISER)
def reset(slug: str) -> Answer:
    """Give a calendar an address, or a new one; the old one then no longer opens."""
    snapshot = get_snapshot(guards.require_access().uid)
    group = request.form.get("group", "")
    if group and group not in {each.code for each in snapshot.trip.groups}:
        abort(400)
    trip = snapshot.trip
    wish = links.NewLink(
        trip=trip.uid,
        label=group,
        expires_at=expiry_after(trip.ends_on, DAYS_FEED, trip.zone),
        purpose=LinkPurpose.CALENDAR,
        subject=group or trip.uid,
    )
    key = doors().settings.field_key
    links.replace_link(wish, key=key, actor=guards.require_actor(), now=clock.now())
    flash(_("The calendar has a new address. Whoever is to have it needs it from you."))
    return redirect(url_for("feed.index", slug=slug), 303)


@bp.post("/trips/<slug>/feeds/<uid>/close")
@guards.trip_page(TripRole.ORGANISER)
def close(slug: str, uid: str) -> Answer:
    """Take the address of a calendar back."""
    actor, access = guards.require_actor(), guards.require_access()
    links.revoke_link(access.uid, uid, actor=actor, now=clock.now())
    flash(_("The calendar address no longer opens."))
    return redirect(url_for("feed.index", slug=slug), 303)


def _feeds(snapshot: TripSnapshot) -> tuple[Feed, ...]:
    trip, house = snapshot.trip, doors()
    now = clock.now(trip)
    found = list_links(trip.uid, LinkPurpose.CALENDAR, house.settings.field_key)
    opened = {
        link.subject: link
        for link in reversed(found)
        if state_of_link(link.expires_at, link.revoked_at, now) is LinkState.OPEN
    }
    return tuple(
        _feed(group, opened.get(group or trip.uid))
        for group in ("", *(each.code for each in trip.groups))
    )


def _feed(group: str, link: Link | None) -> Feed:
    if link is None or not link.token:
        return Feed(group, link)
    base = doors().settings.base_url
    urls = [url_for("public.calendar", token=link.token, lang=lang) for lang in LOCALES]
    return Feed(group, link, tuple(zip(LOCALES, (base + url for url in urls), strict=True)))
