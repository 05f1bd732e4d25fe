"""Calendars to subscribe to: secret addresses for everyone, groups and persons, to be reset."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips import clock
from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import DAYS_FEED, expiry_after
from trips.domain.account.user import TripRole
from trips.domain.ordering import order_participations
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors
from trips.queries.release import find_newest
from trips.queries.snapshot import get_snapshot
from trips.services import link as links
from trips.views import frame, guards
from trips.views.edge.origin import local_target
from trips.views.releases.feed_page import is_local, list_feeds, list_personal_feeds

bp = Blueprint("feed", __name__)


@bp.get("/trips/<slug>/feeds")
@guards.trip_page(TripRole.ORGANISER)
def index() -> str:
    """The calendars of the trip and their addresses."""
    snapshot = get_snapshot(guards.require_access().uid)
    personal = list_personal_feeds(snapshot)
    without = {each.uid for each in snapshot.participations if each.is_coming}
    without -= {feed.person for feed in personal}
    return frame.render(
        "release/feeds.html",
        snapshot,
        "releases",
        feeds=list_feeds(snapshot),
        personal=personal,
        people=[each for each in order_participations(snapshot) if each.uid in without],
        newest=find_newest(snapshot.trip.uid),
        is_local=is_local(),
    )


@bp.post("/trips/<slug>/feeds")
@guards.trip_page(TripRole.ORGANISER)
def reset(slug: str) -> Answer:
    """Give a calendar an address, or a new one; the old one then no longer opens."""
    snapshot = get_snapshot(guards.require_access().uid)
    key = doors().settings.field_key
    links.replace_link(_wish(snapshot), key=key, actor=guards.require_actor(), now=clock.now())
    flash(_("The calendar has a new address. Whoever is to have it needs it from you."))
    return _back(slug)


@bp.post("/trips/<slug>/feeds/<uid>/close")
@guards.trip_page(TripRole.ORGANISER)
def close(slug: str, uid: str) -> Answer:
    """Take the address of a calendar back."""
    actor, access = guards.require_actor(), guards.require_access()
    links.revoke_link(access.uid, uid, actor=actor, now=clock.now())
    flash(_("The calendar address no longer opens."))
    return _back(slug)


def _wish(snapshot: TripSnapshot) -> links.NewLink:
    """The link that the form asks for; 400 where the trip has no such group or person."""
    trip = snapshot.trip
    group, person = request.form.get("group", ""), request.form.get("person", "")
    if group and group not in {each.code for each in trip.groups}:
        abort(400)
    if "person" in request.form and person not in snapshot.participation_by_uid:
        abort(400)
    return links.NewLink(
        trip=trip.uid,
        label=group,
        expires_at=expiry_after(trip.ends_on, DAYS_FEED, trip.zone),
        purpose=LinkPurpose.PERSONAL_CALENDAR if person else LinkPurpose.CALENDAR,
        subject=person or group or trip.uid,
    )


def _back(slug: str) -> Answer:
    """To the page that the form stood on."""
    here = url_for("feed.index", slug=slug)
    return redirect(local_target(request.form.get("next"), here), 303)
