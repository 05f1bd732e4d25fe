"""The form of a hotel at a stop."""

from functools import partial
from typing import Any

from flask import Blueprint, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Hotel, Stop
from trips.forms.route.hotel import HotelForm
from trips.queries.snapshot import get_snapshot
from trips.services import hotel as hotels
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save, tell
from trips.views.preferences import locale

bp = Blueprint("hotel", __name__)


@bp.route("/trips/<slug>/stops/<stop>/hotels/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str, stop: str) -> Answer:
    """The form of a new hotel."""
    snapshot, form = _form()
    place = snapshot.stop_by_uid.get(stop)
    if place is None:
        raise MissingError(stop)
    city = place.city.shown(locale()).text

    def add(values: dict[str, Any]) -> Response:
        hotels.add_hotel(snapshot.trip.uid, stop, Hotel(uid="", **values), **by())
        return _back(slug, stop, _("The hotel is added."))

    page = partial(_page, snapshot, form, place)
    return show_or_add(form, page, add, lambda: Hotel(uid="", name="", city=city))


@bp.route("/trips/<slug>/hotels/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """The form of a hotel."""
    snapshot, form = _form()
    trip = snapshot.trip.uid
    stop, hotel = _find(snapshot, uid)
    return show_or_save(
        Editing(
            form=form,
            entity=hotel,
            page=partial(_page, snapshot, form, stop),
            save=lambda change: hotels.edit_hotel(trip, uid, change, **by()),
            restore=lambda _shown: hotels.restore_hotel(trip, uid, **by()),
            done=lambda _saved: _back(slug, stop.uid if stop else "", _("The hotel is saved.")),
        )
    )


@bp.post("/trips/<slug>/hotels/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Answer:
    """Take a hotel out; the toast brings it back."""
    hotels.remove_hotel(guards.require_access().uid, uid, **by())
    undo = url_for("hotel.restore", slug=slug, uid=uid)
    return _back(slug, "", _("The hotel is removed."), undo)


@bp.post("/trips/<slug>/hotels/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Answer:
    """Bring back a hotel that was taken out."""
    hotels.restore_hotel(guards.require_access().uid, uid, **by())
    return _back(slug, "", _("The hotel is back."))


def _form() -> tuple[TripSnapshot, HotelForm]:
    form = HotelForm()
    form.offer(locale())
    return get_snapshot(guards.require_access().uid), form


def _find(snapshot: TripSnapshot, uid: str) -> tuple[Stop | None, Hotel | None]:
    for stop in snapshot.stops:
        for hotel in stop.hotels:
            if hotel.uid == uid:
                return stop, hotel
    return None, None


def _page(
    snapshot: TripSnapshot,
    form: HotelForm,
    stop: Stop | None,
    hotel: Hotel | None,
    **context: Any,
) -> str:
    context |= {"form": form, "stop": stop, "hotel": hotel}
    return frame.render("route/hotel.html", snapshot, "route", **context)


def _back(slug: str, stop: str, words: str, undo: str = "") -> Response:
    tell(words, undo)
    anchor = f"stop-{stop}" if stop else None
    return redirect(url_for("route.index", slug=slug, _anchor=anchor), 303)
