"""Interpreting on a trip: who understands what, the interpreters, and their assignments."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.coverage import clashes, coverage_of, unknown_speakers
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
from trips.views.editing import (
    Answer,
    Editing,
    by,
    read_shown,
    show_or_add,
    show_or_save,
    tell,
)
from trips.views.places.interpreters_page import (
    assignment_form,
    draft_assignment,
    headline,
    language_names,
    list_cards,
    names_by_interpreter,
    subline,
)
from trips.views.preferences import locale

bp = Blueprint("interpreter", __name__)

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
        form.person.show(request.args.get("entry"))
        return _new_page(snapshot, form)
    if not form.validate():
        return _new_page(snapshot, form), 422
    try:
        added = interpreting.add_interpreter(
            snapshot.trip.uid, form.person.uid or "", *form.days, **by()
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
    trip, interpreter = snapshot.trip.uid, snapshot.interpreter_by_uid.get(uid)
    form = InterpreterForm()
    form.offer(language_names(snapshot, interpreter), locale())

    def done(saved: Interpreter) -> Response:
        person = get_snapshot(trip).person_by_uid[saved.person]
        return _back(slug, f"interpreter-{uid}", _("Saved: %(name)s", name=person.name))

    return show_or_save(
        Editing(
            form=form,
            entity=interpreter,
            page=partial(_edit_page, snapshot, form),
            save=lambda change: interpreting.edit_interpreter(trip, uid, change, **by()),
            restore=lambda _shown: interpreting.restore_interpreter(trip, uid, **by()),
            done=done,
            labels=LABELS,
            names=dict(form.languages),
        )
    )


@bp.post("/trips/<slug>/interpreters/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Response:
    """Take an interpreter off the trip, unless they are assigned."""
    try:
        part = interpreting.remove_interpreter(guards.require_access().uid, uid, **by())
    except StillAssignedError as error:
        words = ngettext(
            "This person still interprets at %(num)s item. Please assign somebody else first.",
            "This person still interprets at %(num)s items. Please assign somebody else first.",
            error.number,
        )
        flash(words, "error")
        return redirect(url_for("interpreter.edit", slug=slug, uid=uid), 303)
    undo = url_for("interpreter.restore", slug=slug, uid=part)
    return _back(slug, "", _("The interpreter is off the trip."), undo)


@bp.post("/trips/<slug>/interpreters/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Response:
    """Bring an interpreter back on the trip; `uid` is that of the participation."""
    restore_participant(guards.require_access().uid, uid, **by())
    return _back(slug, "", _("The interpreter is back on the trip."))


@bp.route("/trips/<slug>/items/<uid>/interpreting", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new_assignment(slug: str, uid: str) -> Answer:
    """Who interprets at an item, and the form of one more assignment."""
    snapshot = get_snapshot(guards.require_access().uid)
    item = snapshot.item_by_uid.get(uid)
    if item is None:
        raise MissingError(uid)
    form = assignment_form(snapshot)

    def add(values: dict[str, Any]) -> Response:
        wanted = Assignment(uid="", item=uid, **values)
        saved = interpreting.add_assignment(snapshot.trip.uid, wanted, **by())
        undo = url_for("interpreter.remove_assignment", slug=slug, uid=saved.uid)
        return _assigned(slug, snapshot, saved, _("The assignment is entered."), undo)

    page = partial(_assignment_page, snapshot, form, item)
    return show_or_add(form, page, add, lambda: draft_assignment(item))


@bp.route("/trips/<slug>/assignments/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_assignment(slug: str, uid: str) -> Answer:
    """The form of an assignment."""
    snapshot = get_snapshot(guards.require_access().uid)
    trip, form = snapshot.trip.uid, assignment_form(snapshot)
    entity = next((each for each in snapshot.assignments if each.uid == uid), None)
    shown = entity or read_shown(form)
    item = snapshot.item_by_uid.get(shown.item) if shown else None
    if item is None:
        raise MissingError(uid)
    return show_or_save(
        Editing(
            form=form,
            entity=entity,
            page=partial(_assignment_page, snapshot, form, item),
            save=lambda change: interpreting.edit_assignment(trip, uid, change, **by()),
            restore=lambda _shown: interpreting.restore_assignment(trip, uid, **by()),
            done=lambda saved: _assigned(slug, snapshot, saved, _("The assignment is saved.")),
            names={**names_by_interpreter(snapshot), **dict(language_names(snapshot))},
        )
    )


@bp.post("/trips/<slug>/assignments/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove_assignment(slug: str, uid: str) -> Response:
    """Take an interpreter off an item; the toast brings the assignment back."""
    old = interpreting.remove_assignment(guards.require_access().uid, uid, **by())
    undo = url_for("interpreter.restore_assignment", slug=slug, uid=uid)
    return _back(slug, f"item-{old.item}", _("The assignment is removed."), undo)


@bp.post("/trips/<slug>/assignments/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore_assignment(slug: str, uid: str) -> Response:
    """Bring a removed assignment back."""
    old = interpreting.restore_assignment(guards.require_access().uid, uid, **by())
    return _back(slug, f"item-{old.item}", _("The assignment is back."))


def _new_page(snapshot: TripSnapshot, form: NewInterpreterForm) -> str:
    return frame.render("interpreter/new.html", snapshot, "interpreters", form=form)


def _edit_page(
    snapshot: TripSnapshot, form: InterpreterForm, interpreter: Interpreter, **context: Any
) -> str:
    known = snapshot.person_by_uid.get(interpreter.person)
    name = known.name if known else list_person_choices(locale()).get(interpreter.person, "")
    context |= {"form": form, "interpreter": interpreter, "name": name}
    return frame.render("interpreter/edit.html", snapshot, "interpreters", **context)


def _assignment_page(
    snapshot: TripSnapshot, form: Any, item: Item, entity: Assignment | None, **context: Any
) -> str:
    shown = entity.uid if entity else ""
    return frame.render(
        "interpreter/assignment.html",
        snapshot,
        "interpreters",
        form=form,
        item=item,
        assignment=entity,
        assigned=[
            each for each in snapshot.assignments if each.item == item.uid and each.uid != shown
        ],
        names=names_by_interpreter(snapshot),
        current=item.starts.date(),
        **context,
    )


def _assigned(
    slug: str, snapshot: TripSnapshot, saved: Assignment, words: str, undo: str = ""
) -> Response:
    for other in clashes(snapshot, saved):
        title = other.title.shown(locale()).text
        flash(_("At the same time this person interprets at: %(title)s", title=title), "error")
    return _back(slug, f"item-{saved.item}", words, undo)


def _back(slug: str, anchor: str, words: str, undo: str = "") -> Response:
    tell(words, undo)
    return redirect(url_for("interpreter.index", slug=slug, _anchor=anchor or None), 303)
