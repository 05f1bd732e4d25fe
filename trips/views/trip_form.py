"""The forms of a trip and of its days."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import InstanceRole, TripRole
from trips.domain.editing import Change
from trips.domain.trip import DayNote, Trip, TripKind
from trips.domain.values.text import EMPTY
from trips.forms.parts import error_on
from trips.forms.trip import DayForm, TripForm
from trips.queries.choices import list_organisation_choices, list_project_choices
from trips.queries.snapshot import get_snapshot
from trips.services import trip as trips
from trips.services.trip import GroupsInUseError, SlugInUseError
from trips.views import frame, guards
from trips.views.editing import (
    Answer,
    Editing,
    RefusedError,
    by,
    show_or_add,
    show_or_save,
    tell,
)
from trips.views.preferences import locale

bp = Blueprint("trip_form", __name__)

LABELS = {"kind": "trip_kind"}
LEAD_TIME = timedelta(days=90)
USUAL_LENGTH = timedelta(days=4)


@bp.route("/trips/new", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def new() -> Answer:
    """The form of a new trip."""
    form = _trip_form()

    def add(values: dict[str, Any]) -> Response:
        with _refusals(form):
            saved = trips.create_trip(Trip(uid="", **values), **by())
        tell(_("The trip is there. Add its stops first: items, hotels and journeys hang on them."))
        return _onward(saved)

    def page(_trip: None) -> str:
        return render_template("trip_form/new.html", form=form, trip=None)

    return show_or_add(form, page, add, _draft)


@bp.route("/trips/<slug>/edit", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str) -> Answer:
    """The form of a trip."""
    snapshot, form = get_snapshot(guards.require_access().uid), _trip_form()

    def page(_trip: Trip, **context: Any) -> str:
        if request.method == "GET" and request.args.get("entry") in form.names:
            form.project.data = request.args["entry"]
        return frame.render("trip_form/edit.html", snapshot, "overview", form=form, **context)

    def save(change: Change) -> Trip:
        with _refusals(form):
            return trips.edit_trip(snapshot.trip.uid, change, **by())

    def done(saved: Trip) -> Response:
        tell(_("The trip is saved."))
        return _onward(saved)

    editing = Editing(form=form, entity=snapshot.trip, page=page, save=save, done=done)
    return show_or_save(replace(editing, labels=LABELS, names=form.names))


@bp.route("/trips/<slug>/days/<on>/edit", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_day(slug: str, on: str) -> Answer:
    """The form of what the programme says about a day."""
    snapshot, form, note = get_snapshot(guards.require_access().uid), DayForm(), _day(on)

    def page(_note: DayNote, **context: Any) -> str:
        context |= {"form": form, "day": note.on, "current": note.on}
        return frame.render("trip_form/day.html", snapshot, "programme", **context)

    def done(_note: DayNote) -> Response:
        tell(_("The day is saved."))
        return redirect(url_for("programme.index", slug=slug, _anchor=f"day-{on}"), 303)

    return show_or_save(
        Editing(
            form=form,
            entity=next((day for day in snapshot.trip.days if day.on == note.on), note),
            page=page,
            save=lambda change: trips.edit_day(snapshot.trip.uid, change, note, **by()),
            done=done,
        )
    )


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


def _onward(saved: Trip) -> Response:
    """To the overview, or by way of a new project back to the form."""
    if request.form.get("then") == "project":
        back = url_for("trip_form.edit", slug=saved.slug)
        return redirect(url_for("project.new", next=back), 303)
    return redirect(url_for("trip.overview", slug=saved.slug), 303)


@contextmanager
def _refusals(form: TripForm) -> Iterator[None]:
    """Say below the field why a trip cannot be written so. Raises `RefusedError`."""
    try:
        yield
    except SlugInUseError:
        error_on(form.slug, _("Another trip has this address, or once had it."))
        form.slug.data = form.address
        raise RefusedError from None
    except GroupsInUseError as error:
        words = _("Items or people still belong to: %(groups)s", groups=", ".join(error.codes))
        error_on(form.groups, words)
        raise RefusedError from None


def _day(on: str) -> DayNote:
    try:
        return DayNote(on=date.fromisoformat(on))
    except ValueError:
        abort(404)
