"""Hotels and journeys: the stops of a trip in order, their hotels, and the legs between them."""

from datetime import datetime, time
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.editing import ConflictError
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, LegMode, Stop
from trips.domain.values.text import EMPTY
from trips.forms.entity import EntityForm
from trips.forms.leg import LegForm
from trips.forms.stop import StopForm
from trips.queries.briefs.programme import map_of
from trips.queries.snapshot import get_snapshot
from trips.services import itinerary
from trips.services.itinerary import StopInUseError
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.merging import Rows, conflict_rows
from trips.views.planning.route_page import list_stations
from trips.views.preferences import locale

bp = Blueprint("route", __name__)

Answer = str | Response | tuple[str, int]
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
    if request.method == "GET":
        trip = snapshot.trip
        last = max((stop.departs_on for stop in snapshot.stops), default=trip.starts_on)
        form.show(Stop(uid="", city=EMPTY, arrives_on=last, departs_on=last, zone=trip.zone))
    elif form.validate():
        saved = itinerary.add_stop(snapshot.trip.uid, Stop(uid="", **form.values()), **_by())
        return _back(slug, f"stop-{saved.uid}", _("The stop is added."))
    else:
        return _page(snapshot, "stop", form), 422
    return _page(snapshot, "stop", form)


@bp.route("/trips/<slug>/stops/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_stop(slug: str, uid: str) -> Answer:
    """The form of a stop."""
    snapshot, form = _stop_form()
    stop = snapshot.stop_by_uid.get(uid)
    if stop is None:
        raise MissingError(uid)
    if request.method == "GET":
        form.show(stop)
        form.carry(stop)
    elif form.validate():
        change = form.change()
        try:
            itinerary.edit_stop(snapshot.trip.uid, uid, change, **_by())
        except ConflictError as error:
            conflicts = conflict_rows(form, error, change, {})
            return _page(snapshot, "stop", form, stop, conflicts), 409
        return _back(slug, f"stop-{uid}", _("The stop is saved."))
    else:
        return _page(snapshot, "stop", form, stop), 422
    return _page(snapshot, "stop", form, stop)


@bp.post("/trips/<slug>/stops/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove_stop(slug: str, uid: str) -> Answer:
    """Take a stop out, unless something refers to it."""
    try:
        itinerary.remove_stop(guards.require_access().uid, uid, **_by())
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
    return _back(slug, "", {"text": _("The stop is removed."), "undo": undo})


@bp.post("/trips/<slug>/stops/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore_stop(slug: str, uid: str) -> Answer:
    """Bring back a stop that was taken out."""
    itinerary.restore_stop(guards.require_access().uid, uid, **_by())
    return _back(slug, f"stop-{uid}", _("The stop is back."))


@bp.route("/trips/<slug>/legs/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new_leg(slug: str) -> Answer:
    """The form of a new leg, between the two stops that were pressed."""
    snapshot, form = _leg_form()
    if len(snapshot.stops) < 2:  # noqa: PLR2004 a leg has two ends
        return _back(slug, "", _("A leg needs two stops. Please add them first."))
    if request.method == "GET":
        form.show(_draft_leg(snapshot))
    elif form.validate():
        saved = itinerary.add_leg(snapshot.trip.uid, Leg(uid="", **form.values()), **_by())
        return _back(slug, f"leg-{saved.uid}", _("The leg is added."))
    else:
        return _page(snapshot, "leg", form), 422
    return _page(snapshot, "leg", form)


@bp.route("/trips/<slug>/legs/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_leg(slug: str, uid: str) -> Answer:
    """The form of a leg."""
    snapshot, form = _leg_form()
    leg = next((each for each in snapshot.legs if each.uid == uid), None)
    if leg is None:
        raise MissingError(uid)
    if request.method == "GET":
        form.show(leg)
        form.carry(leg)
    elif form.validate():
        change = form.change()
        try:
            itinerary.edit_leg(snapshot.trip.uid, uid, change, **_by())
        except ConflictError as error:
            conflicts = conflict_rows(form, error, change, LABELS, dict(_stops(snapshot)))
            return _page(snapshot, "leg", form, leg, conflicts), 409
        return _back(slug, f"leg-{uid}", _("The leg is saved."))
    else:
        return _page(snapshot, "leg", form, leg), 422
    return _page(snapshot, "leg", form, leg)


@bp.post("/trips/<slug>/legs/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove_leg(slug: str, uid: str) -> Answer:
    """Take a leg out; the toast brings it back."""
    itinerary.remove_leg(guards.require_access().uid, uid, **_by())
    undo = url_for("route.restore_leg", slug=slug, uid=uid)
    return _back(slug, "", {"text": _("The leg is removed."), "undo": undo})


@bp.post("/trips/<slug>/legs/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore_leg(slug: str, uid: str) -> Answer:
    """Bring back a leg that was taken out."""
    itinerary.restore_leg(guards.require_access().uid, uid, **_by())
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


def _page(
    snapshot: TripSnapshot,
    name: str,
    form: EntityForm,
    entity: Any = None,
    conflicts: Rows | None = None,
) -> str:
    context = {name: entity, "form": form, "conflicts": conflicts or []}
    return frame.render(f"route/{name}.html", snapshot, "route", **context)


def _back(slug: str, anchor: str, message: Any) -> Response:
    flash(message)
    return redirect(url_for("route.index", slug=slug, _anchor=anchor or None), 303)


def _by() -> dict[str, Any]:
    return {"actor": guards.require_actor(), "now": clock.now()}
