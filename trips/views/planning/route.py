"""Hotels and journeys: the stops of a trip in order, their hotels, and the legs between them."""

from datetime import datetime, time
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, LegMode, Stop
from trips.domain.values.text import EMPTY
from trips.forms.entity import EntityForm
from trips.forms.route.leg import LegForm
from trips.forms.route.stop import StopForm
from trips.queries.briefs.programme import map_of
from trips.queries.snapshot import get_snapshot
from trips.services import itinerary
from trips.services.itinerary import StopInUseError
from trips.views import frame, guards
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save, tell
from trips.views.planning.route_page import list_stations
from trips.views.preferences import locale

bp = Blueprint("route", __name__)

LABELS = {"departs": "departs_at", "arrives": "arrives_at"}
MORNING, NOON = time(10), time(12)


@bp.get("/trips/<slug>/route")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Every stop with its hotels, and how people get from one to the next."""
    snapshot = get_snapshot(guards.require_access().uid)
    return frame.render(
        "route/index.html",
        snapshot,
        "route",
        stations=list_stations(snapshot),
        map=map_of(snapshot, locale()),
    )


@bp.route("/trips/<slug>/stops/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new_stop(slug: str) -> Answer:
    """The form of a new stop."""
    snapshot, form = _stop_form()

    def draft() -> Stop:
        trip = snapshot.trip
        last = max((stop.departs_on for stop in snapshot.stops), default=trip.starts_on)
        return Stop(uid="", city=EMPTY, arrives_on=last, departs_on=last, zone=trip.zone)

    def add(values: dict[str, Any]) -> Response:
        saved = itinerary.add_stop(snapshot.trip.uid, Stop(uid="", **values), **by())
        return _back(slug, f"stop-{saved.uid}", _("The stop is added."))

    return show_or_add(form, partial(_page, snapshot, "stop", form), add, draft)


@bp.route("/trips/<slug>/stops/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_stop(slug: str, uid: str) -> Answer:
    """The form of a stop."""
    snapshot, form = _stop_form()
    trip = snapshot.trip.uid
    return show_or_save(
        Editing(
            form=form,
            entity=snapshot.stop_by_uid.get(uid),
            page=partial(_page, snapshot, "stop", form),
            save=lambda change: itinerary.edit_stop(trip, uid, change, **by()),
            restore=lambda _shown: itinerary.restore_stop(trip, uid, **by()),
            done=lambda _saved: _back(slug, f"stop-{uid}", _("The stop is saved.")),
        )
    )


@bp.post("/trips/<slug>/stops/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove_stop(slug: str, uid: str) -> Answer:
    """Take a stop out, unless something refers to it."""
    try:
        itinerary.remove_stop(guards.require_access().uid, uid, **by())
    except StopInUseError as error:
        items = ngettext("%(num)s item", "%(num)s items", error.items)
        legs = ngettext("%(num)s leg", "%(num)s legs", error.legs)
        words = _(
            "The stop is still used by %(items)s and %(legs)s. Move or remove them first.",
            items=items,
            legs=legs,
        )
        flash(words, "error")
        return redirect(url_for("route.edit_stop", slug=slug, uid=uid), 303)
    undo = url_for("route.restore_stop", slug=slug, uid=uid)
    return _back(slug, "", _("The stop is removed."), undo)


@bp.post("/trips/<slug>/stops/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore_stop(slug: str, uid: str) -> Answer:
    """Bring back a stop that was taken out."""
    itinerary.restore_stop(guards.require_access().uid, uid, **by())
    return _back(slug, f"stop-{uid}", _("The stop is back."))


@bp.route("/trips/<slug>/legs/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new_leg(slug: str) -> Answer:
    """The form of a new leg, between the two stops that were pressed."""
    snapshot, form = _leg_form()
    if len(snapshot.stops) < 2:  # noqa: PLR2004 a leg has two ends
        return _back(slug, "", _("A leg needs two stops. Please add them first."))

    def add(values: dict[str, Any]) -> Response:
        saved = itinerary.add_leg(snapshot.trip.uid, Leg(uid="", **values), **by())
        return _back(slug, f"leg-{saved.uid}", _("The leg is added."))

    page = partial(_page, snapshot, "leg", form)
    return show_or_add(form, page, add, lambda: _draft_leg(snapshot))


@bp.route("/trips/<slug>/legs/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_leg(slug: str, uid: str) -> Answer:
    """The form of a leg."""
    snapshot, form = _leg_form()
    trip = snapshot.trip.uid
    return show_or_save(
        Editing(
            form=form,
            entity=next((leg for leg in snapshot.legs if leg.uid == uid), None),
            page=partial(_page, snapshot, "leg", form),
            save=lambda change: itinerary.edit_leg(trip, uid, change, **by()),
            restore=lambda _shown: itinerary.restore_leg(trip, uid, **by()),
            done=lambda _saved: _back(slug, f"leg-{uid}", _("The leg is saved.")),
            labels=LABELS,
            names=dict(_stops(snapshot)),
        )
    )


@bp.post("/trips/<slug>/legs/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove_leg(slug: str, uid: str) -> Answer:
    """Take a leg out; the toast brings it back."""
    itinerary.remove_leg(guards.require_access().uid, uid, **by())
    undo = url_for("route.restore_leg", slug=slug, uid=uid)
    return _back(slug, "", _("The leg is removed."), undo)


@bp.post("/trips/<slug>/legs/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore_leg(slug: str, uid: str) -> Answer:
    """Bring back a leg that was taken out."""
    itinerary.restore_leg(guards.require_access().uid, uid, **by())
    return _back(slug, f"leg-{uid}", _("The leg is back."))


def _stop_form() -> tuple[TripSnapshot, StopForm]:
    form = StopForm()
    form.offer(locale())
    return get_snapshot(guards.require_access().uid), form


def _leg_form() -> tuple[TripSnapshot, LegForm]:
    snapshot, form = get_snapshot(guards.require_access().uid), LegForm()
    zones = {stop.uid: stop.zone for stop in snapshot.stops}
    form.offer(locale(), _stops(snapshot), zones)
    return snapshot, form


def _stops(snapshot: TripSnapshot) -> list[tuple[str, str]]:
    return [(stop.uid, stop.city.shown(locale()).text) for stop in snapshot.stops]


def _draft_leg(snapshot: TripSnapshot) -> Leg:
    known = snapshot.stop_by_uid
    start = known.get(request.args.get("from", ""), snapshot.stops[0])
    end = known.get(request.args.get("to", ""), snapshot.stops[-1])
    return Leg(
        uid="",
        from_stop=start.uid,
        to_stop=end.uid,
        mode=LegMode.TRAIN,
        departs=datetime.combine(start.departs_on, MORNING),
        arrives=datetime.combine(end.arrives_on, NOON),
    )


def _page(snapshot: TripSnapshot, name: str, form: EntityForm, entity: Any, **context: Any) -> str:
    context |= {name: entity, "form": form}
    return frame.render(f"route/{name}.html", snapshot, "route", **context)


def _back(slug: str, anchor: str, words: str, undo: str = "") -> Response:
    tell(words, undo)
    return redirect(url_for("route.index", slug=slug, _anchor=anchor or None), 303)
