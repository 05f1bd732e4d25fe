"""The forms of a trip and of its days."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import InstanceRole, TripRole
from trips.domain.editing import ConflictError
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import DayNote, Trip, TripKind
from trips.domain.values.text import EMPTY
from trips.forms.parts import error_on
from trips.forms.trip import DayForm, TripForm
from trips.queries.choices import list_organisation_choices, list_project_choices
from trips.queries.snapshot import get_snapshot
from trips.services import trip as trips
from trips.services.trip import GroupsInUseError, SlugInUseError
from trips.views import frame, guards
from trips.views.merging import Rows, conflict_rows
from trips.views.preferences import locale

bp = Blueprint("trip_form", __name__)

Answer = str | Response | tuple[str, int]
LABELS = {"kind": "trip_kind"}
LEAD_TIME = timedelta(days=90)
USUAL_LENGTH = timedelta(days=4)


@bp.route("/trips/new", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def new() -> Answer:
    """The form of a new trip."""
    form = _trip_form()
    if request.method == "GET":
        form.show(_draft())
    elif "add" in request.form:
        form.add_row(request.form["add"])
    elif form.validate() and (saved := _create(form)):
        flash(_("The trip is there. Add its stops first: items, hotels and journeys hang on them."))
        return redirect(url_for("trip.overview", slug=saved.slug), 303)
    else:
        return _new_page(form), 422
    return _new_page(form)


@bp.route("/trips/<slug>/edit", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str) -> Answer:
    """The form of a trip."""
    snapshot, form = get_snapshot(guards.require_access().uid), _trip_form()
    if request.method == "GET":
        form.show(snapshot.trip)
        form.carry(snapshot.trip)
    elif "add" in request.form:
        form.add_row(request.form["add"])
    elif form.validate():
        return _save(snapshot, form)
    else:
        return _edit_page(snapshot, form), 422
    return _edit_page(snapshot, form)


@bp.route("/trips/<slug>/days/<on>/edit", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_day(slug: str, on: str) -> Answer:
    """The form of what the programme says about a day."""
    snapshot, form, note = get_snapshot(guards.require_access().uid), DayForm(), _day(on)
    known = next((day for day in snapshot.trip.days if day.on == note.on), note)
    if request.method == "GET":
        form.show(known)
        form.carry(known)
    elif "add" in request.form:
        form.add_row(request.form["add"])
    elif form.validate():
        change = form.change()
        try:
            trips.edit_day(snapshot.trip.uid, change, note, **_by())
        except ConflictError as error:
            return _day_page(snapshot, form, note, conflict_rows(form, error, change, {})), 409
        flash(_("The day is saved."))
        return redirect(url_for("programme.index", slug=slug, _anchor=f"day-{on}"), 303)
    else:
        return _day_page(snapshot, form, note), 422
    return _day_page(snapshot, form, note)


def _trip_form() -> TripForm:
    form = TripForm()
    form.offer(locale(), list_organisation_choices(locale()), list_project_choices(locale()))
    return form


def _draft() -> Trip:
    first = clock.now().date() + LEAD_TIME
    return Trip(
        uid="",
        slug="",
        kind=TripKind.STUDY_TOUR,
        title=EMPTY,
        starts_on=first,
        ends_on=first + USUAL_LENGTH,
    )


def _create(form: TripForm) -> Trip | None:
    try:
        return trips.create_trip(Trip(uid="", **form.values()), **_by())
    except SlugInUseError:
        error_on(form.slug, _("Another trip has this address, or once had it."))
        form.slug.data = form.address
        return None


def _save(snapshot: TripSnapshot, form: TripForm) -> Answer:
    change = form.change()
    try:
        saved = trips.edit_trip(snapshot.trip.uid, change, **_by())
    except SlugInUseError:
        error_on(form.slug, _("Another trip has this address, or once had it."))
    except GroupsInUseError as error:
        words = _("Items or people still belong to: %(groups)s", groups=", ".join(error.codes))
        error_on(form.groups, words)
    except ConflictError as error:
        names = {**form.client.labels, **dict(list_project_choices(locale()))}
        conflicts = conflict_rows(form, error, change, LABELS, names)
        return _edit_page(snapshot, form, conflicts), 409
    else:
        flash(_("The trip is saved."))
        return redirect(url_for("trip.overview", slug=saved.slug), 303)
    return _edit_page(snapshot, form), 422


def _day(on: str) -> DayNote:
    try:
        return DayNote(on=date.fromisoformat(on))
    except ValueError:
        abort(404)


def _new_page(form: TripForm) -> str:
    return render_template("trip_form/new.html", form=form, conflicts=[], trip=None)


def _edit_page(snapshot: TripSnapshot, form: TripForm, conflicts: Rows | None = None) -> str:
    return frame.render(
        "trip_form/edit.html", snapshot, "overview", form=form, conflicts=conflicts or []
    )


def _day_page(
    snapshot: TripSnapshot, form: DayForm, note: DayNote, conflicts: Rows | None = None
) -> str:
    return frame.render(
        "trip_form/day.html",
        snapshot,
        "programme",
        form=form,
        day=note.on,
        current=note.on,
        conflicts=conflicts or [],
    )


def _by() -> dict[str, Any]:
    return {"actor": guards.require_actor(), "now": clock.now()}
