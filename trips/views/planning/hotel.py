"""The form of a hotel at a stop."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.editing import ConflictError
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Hotel, Stop
from trips.forms.hotel import HotelForm
from trips.queries.snapshot import get_snapshot
from trips.services import hotel as hotels
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.merging import Rows, conflict_rows
from trips.views.preferences import locale

bp = Blueprint("hotel", __name__)

Answer = str | Response | tuple[str, int]


@bp.route("/trips/<slug>/stops/<stop>/hotels/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str, stop: str) -> Answer:
    """The form of a new hotel."""
    snapshot, form = _form()
    place = snapshot.stop_by_uid.get(stop)
    if place is None:
        raise MissingError(stop)
    if request.method == "GET":
        form.show(Hotel(uid="", name="", city=place.city.shown(locale()).text))
    elif form.validate():
        hotels.add_hotel(snapshot.trip.uid, stop, Hotel(uid="", **form.values()), **_by())
        return _back(slug, stop, _("The hotel is added."))
    else:
        return _page(snapshot, form, place), 422
    return _page(snapshot, form, place)


@bp.route("/trips/<slug>/hotels/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """The form of a hotel."""
    snapshot, form = _form()
    stop, hotel = _find(snapshot, uid)
    if request.method == "GET":
        form.show(hotel)
        form.carry(hotel)
    elif form.validate():
        change = form.change()
        try:
            hotels.edit_hotel(snapshot.trip.uid, uid, change, **_by())
        except ConflictError as error:
            conflicts = conflict_rows(form, error, change, {})
            return _page(snapshot, form, stop, hotel, conflicts), 409
        return _back(slug, stop.uid, _("The hotel is saved."))
    else:
        return _page(snapshot, form, stop, hotel), 422
    return _page(snapshot, form, stop, hotel)


@bp.post("/trips/<slug>/hotels/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Answer:
    """Take a hotel out; the toast brings it back."""
    hotels.remove_hotel(guards.require_access().uid, uid, **_by())
    undo = url_for("hotel.restore", slug=slug, uid=uid)
    return _back(slug, "", {"text": _("The hotel is removed."), "undo": undo})


@bp.post("/trips/<slug>/hotels/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Answer:
    """Bring back a hotel that was taken out."""
    hotels.restore_hotel(guards.require_access().uid, uid, **_by())
    return _back(slug, "", _("The hotel is back."))


def _form() -> tuple[TripSnapshot, HotelForm]:
    form = HotelForm()
    form.offer(locale())
    return get_snapshot(guards.require_access().uid), form


def _find(snapshot: TripSnapshot, uid: str) -> tuple[Stop, Hotel]:
    for stop in snapshot.stops:
        for hotel in stop.hotels:
            if hotel.uid == uid:
                return stop, hotel
    raise MissingError(uid)


def _page(
    snapshot: TripSnapshot,
    form: HotelForm,
    stop: Stop,
    hotel: Hotel | None = None,
    conflicts: Rows | None = None,
) -> str:
    return frame.render(
        "route/hotel.html",
        snapshot,
        "route",
        form=form,
        stop=stop,
        hotel=hotel,
        conflicts=conflicts or [],
    )


def _back(slug: str, stop: str, message: Any) -> Response:
    flash(message)
    return redirect(
        url_for("route.index", slug=slug, _anchor=f"stop-{stop}" if stop else None), 303
    )


def _by() -> dict[str, Any]:
    return {"actor": guards.require_actor(), "now": clock.now()}
