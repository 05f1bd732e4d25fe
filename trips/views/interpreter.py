"""Interpreting on a trip: who understands what, the interpreters, and their assignments."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.coverage import clashes, coverage_of, unknown_speakers
from trips.domain.editing import ConflictError
from trips.domain.interpreter import Assignment, Interpreter
from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot
from trips.forms.interpreter import InterpreterForm, NewInterpreterForm
from trips.queries.choices import list_person_choices
from trips.queries.snapshot import get_snapshot
from trips.services import interpreter as interpreting
from trips.services.interpreter import StillAssignedError
from trips.services.participation import AlreadyThereError, restore_participant
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.merging import Rows, conflict_rows
from trips.views.places.interpreters_page import (
    assignment_form,
    headline,
    language_names,
    list_cards,
    names_by_interpreter,
    subline,
)
from trips.views.preferences import locale

bp = Blueprint("interpreter", __name__)

Answer = str | Response | tuple[str, int]
LABELS = {"day_fee_minor": "day_fee"}


@bp.get("/trips/<slug>/interpreters")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Who understands what, day by day, and who interprets."""
    snapshot = get_snapshot(guards.require_access().uid)
    days = coverage_of(snapshot)
    holes = [hole for day in days for hole in day.holes]
    names = names_by_interpreter(snapshot)
    return frame.render(
        "interpreter/index.html",
        snapshot,
        "interpreters",
        days=days,
        holes=holes,
        headline=headline(days, holes),
        subline=subline(holes, locale()),
        unknown=len(unknown_speakers(snapshot)),
        cards=list_cards(snapshot),
        names=names,
        who=lambda uids: ", ".join(dict.fromkeys(names[uid] for uid in uids)),
    )


@bp.route("/trips/<slug>/interpreters/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """Put somebody of the address book on the trip as an interpreter."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = NewInterpreterForm()
    form.offer(list_person_choices(locale()))
    if request.method == "GET":
        form.present_from.data = snapshot.trip.starts_on
        form.present_to.data = snapshot.trip.ends_on
        return _new_page(snapshot, form)
    if not form.validate():
        return _new_page(snapshot, form), 422
    try:
        added = interpreting.add_interpreter(
            snapshot.trip.uid, form.person.uid or "", *form.days, **_by()
        )
    except AlreadyThereError:
        form.person.errors = [_("This person interprets on the trip already.")]
        return _new_page(snapshot, form), 422
    flash(_("Added. Please say what this person interprets."))
    return redirect(url_for("interpreter.edit", slug=slug, uid=added.uid), 303)


@bp.route("/trips/<slug>/interpreters/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """What an interpreter offers."""
    snapshot = get_snapshot(guards.require_access().uid)
    interpreter = _known(snapshot, uid)
    form = InterpreterForm()
    form.offer(language_names(snapshot, interpreter), locale())
    if request.method == "GET":
        form.show(interpreter)
        form.carry(interpreter)
        return _edit_page(snapshot, form, interpreter)
    if not form.validate():
        return _edit_page(snapshot, form, interpreter), 422
    change = form.change()
    try:
        interpreting.edit_interpreter(snapshot.trip.uid, uid, change, **_by())
    except ConflictError as error:
        conflicts = conflict_rows(form, error, change, LABELS, dict(form.languages))
        return _edit_page(snapshot, form, interpreter, conflicts), 409
    name = snapshot.person_by_uid[interpreter.person].name
    flash(_("Saved: %(name)s", name=name))
    return _back(slug, f"interpreter-{uid}")


@bp.post("/trips/<slug>/interpreters/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Response:
    """Take an interpreter off the trip, unless they are assigned."""
    try:
        part = interpreting.remove_interpreter(guards.require_access().uid, uid, **_by())
    except StillAssignedError as error:
        words = ngettext(
            "This person still interprets at %(num)s item. Please assign somebody else first.",
            "This person still interprets at %(num)s items. Please assign somebody else first.",
            error.number,
        )
        flash(words, "error")
        return redirect(url_for("interpreter.edit", slug=slug, uid=uid), 303)
    undo = url_for("interpreter.restore", slug=slug, uid=part)
    message: Any = {"text": _("The interpreter is off the trip."), "undo": undo}
    flash(message)
    return _back(slug)


@bp.post("/trips/<slug>/interpreters/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Response:
    """Bring an interpreter back on the trip; `uid` is that of the participation."""
    restore_participant(guards.require_access().uid, uid, **_by())
    flash(_("The interpreter is back on the trip."))
    return _back(slug)


@bp.route("/trips/<slug>/items/<uid>/interpreting", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new_assignment(slug: str, uid: str) -> Answer:
    """Who interprets at an item, and the form of one more assignment."""
    snapshot = get_snapshot(guards.require_access().uid)
    item = snapshot.item_by_uid.get(uid)
    if item is None:
        raise MissingError(uid)
    form = assignment_form(snapshot, item)
    if request.method == "GET":
        return _assignment_page(snapshot, form, item)
    if not form.validate():
        return _assignment_page(snapshot, form, item), 422
    wanted = Assignment(uid="", item=uid, **form.values())
    saved = interpreting.add_assignment(snapshot.trip.uid, wanted, **_by())
    undo = url_for("interpreter.remove_assignment", slug=slug, uid=saved.uid)
    message: Any = {"text": _("The assignment is entered."), "undo": undo}
    flash(message)
    for other in clashes(snapshot, saved):
        title = other.title.shown(locale()).text
        flash(_("At the same time this person interprets at: %(title)s", title=title), "error")
    return _back(slug, f"item-{uid}")


@bp.post("/trips/<slug>/assignments/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove_assignment(slug: str, uid: str) -> Response:
    """Take an interpreter off an item; the toast brings the assignment back."""
    old = interpreting.remove_assignment(guards.require_access().uid, uid, **_by())
    undo = url_for("interpreter.restore_assignment", slug=slug, uid=uid)
    message: Any = {"text": _("The assignment is removed."), "undo": undo}
    flash(message)
    return _back(slug, f"item-{old.item}")


@bp.post("/trips/<slug>/assignments/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore_assignment(slug: str, uid: str) -> Response:
    """Bring a removed assignment back."""
    old = interpreting.restore_assignment(guards.require_access().uid, uid, **_by())
    flash(_("The assignment is back."))
    return _back(slug, f"item-{old.item}")


def _known(snapshot: TripSnapshot, uid: str) -> Interpreter:
    found = snapshot.interpreter_by_uid.get(uid)
    if found is None:
        raise MissingError(uid)
    return found


def _new_page(snapshot: TripSnapshot, form: NewInterpreterForm) -> str:
    return frame.render("interpreter/new.html", snapshot, "interpreters", form=form)


def _edit_page(
    snapshot: TripSnapshot,
    form: InterpreterForm,
    interpreter: Interpreter,
    conflicts: Rows | None = None,
) -> str:
    return frame.render(
        "interpreter/edit.html",
        snapshot,
        "interpreters",
        form=form,
        interpreter=interpreter,
        person=snapshot.person_by_uid[interpreter.person],
        conflicts=conflicts or [],
    )


def _assignment_page(snapshot: TripSnapshot, form: Any, item: Item) -> str:
    return frame.render(
        "interpreter/assignment.html",
        snapshot,
        "interpreters",
        form=form,
        item=item,
        assigned=[each for each in snapshot.assignments if each.item == item.uid],
        names=names_by_interpreter(snapshot),
        current=item.starts.date(),
    )


def _back(slug: str, anchor: str = "") -> Response:
    return redirect(url_for("interpreter.index", slug=slug, _anchor=anchor or None), 303)


def _by() -> dict[str, Any]:
    return {"actor": guards.require_actor(), "now": clock.now()}
