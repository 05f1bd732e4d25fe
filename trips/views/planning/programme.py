"""The programme of a trip by day, and the form of one item."""

from datetime import date, datetime, time, timedelta
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.editing import ConflictError
from trips.domain.item import Item, ItemKind
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY
from trips.forms.entity import strip
from trips.forms.item import ItemChoices, ItemForm
from trips.i18n.choices import language_choices
from trips.i18n.programme_wording import languages_of
from trips.queries.choices import (
    list_organisation_choices,
    list_person_choices,
    list_site_choices,
)
from trips.queries.snapshot import get_snapshot
from trips.queries.source import list_sources
from trips.services import item as items
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.merging import Rows, conflict_rows
from trips.views.planning.programme_page import (
    filter_choices,
    list_days,
    open_points,
    read_filters,
)
from trips.views.preferences import locale

bp = Blueprint("programme", __name__)

Answer = str | Response | tuple[str, int]
LABELS = {"kind": "item_kind", "starts": "start", "ends": "end"}
MORNING = time(9)


@bp.get("/trips/<slug>/programme")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Every day with its items, by the filters in the URL."""
    snapshot = get_snapshot(guards.require_access().uid)
    filters = read_filters(snapshot)
    day = date.fromisoformat(filters.day) if filters.day else None
    return frame.render(
        "programme/index.html",
        snapshot,
        "programme",
        days=list_days(snapshot, filters),
        findings=open_points(snapshot),
        filters=filters,
        choices=filter_choices(snapshot, filters),
        current=day,
        languages_of=lambda item: languages_of(item, locale()),
        printing=bool(request.args.get("print")),
    )


@bp.route("/trips/<slug>/items/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new_item(slug: str) -> Answer:
    """The form of a new item: on the day that was pressed, or a copy of another one."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = item_form(snapshot)
    if request.method == "GET":
        form.show(_draft(snapshot))
    elif "add" in request.form:
        form.add_row(request.form["add"])
    elif form.validate():
        item = Item(uid="", **form.values())
        saved = items.add_item(snapshot.trip.uid, item, source=strip(form.source.data), **_by())
        return _saved(slug, saved, _("Added: %(title)s"))
    else:
        return _form_page(snapshot, form), 422
    return _form_page(snapshot, form)


@bp.route("/trips/<slug>/items/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_item(slug: str, uid: str) -> Answer:
    """The form of an item."""
    snapshot = get_snapshot(guards.require_access().uid)
    item = snapshot.item_by_uid.get(uid)
    if item is None:
        raise MissingError(uid)
    form = item_form(snapshot, item)
    if request.method == "GET":
        form.show(item)
        form.carry(item)
    elif "add" in request.form:
        form.add_row(request.form["add"])
    elif form.validate():
        return _save(slug, snapshot, form, item)
    else:
        return _form_page(snapshot, form, item), 422
    return _form_page(snapshot, form, item)


@bp.post("/trips/<slug>/items/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Answer:
    """Take an item out; the toast brings it back."""
    items.remove_item(guards.require_access().uid, uid, **_by())
    undo = url_for("programme.restore", slug=slug, uid=uid)
    message: Any = {"text": _("The item is removed."), "undo": undo}
    flash(message)
    return redirect(url_for("programme.index", slug=slug), 303)


@bp.post("/trips/<slug>/items/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Answer:
    """Bring back an item that was taken out."""
    items.restore_item(guards.require_access().uid, uid, **_by())
    flash(_("The item is back in the programme."))
    return redirect(url_for("programme.index", slug=slug, _anchor=f"item-{uid}"), 303)


def item_form(snapshot: TripSnapshot, item: Item | None = None) -> ItemForm:
    """The form with everything its controls offer."""
    speakers = {skill.code for person in snapshot.persons for skill in person.languages}
    form = ItemForm()
    form.offer(
        ItemChoices(
            locale=locale(),
            stops=tuple((stop.uid, stop.city.shown(locale()).text) for stop in snapshot.stops),
            groups=tuple(
                (group.code, " ".join(filter(None, (group.code, group.name.shown(locale()).text))))
                for group in snapshot.trip.groups
            ),
            languages=language_choices(speakers, locale(), item.floor_languages if item else ()),
            sites=list_site_choices(locale()),
            organisations=list_organisation_choices(locale()),
            persons=list_person_choices(locale()),
            zones={"": snapshot.trip.zone, **{stop.uid: stop.zone for stop in snapshot.stops}},
        )
    )
    return form


def _save(slug: str, snapshot: TripSnapshot, form: ItemForm, item: Item) -> Answer:
    try:
        change = form.change()
        source = strip(form.source.data)
        saved = items.edit_item(snapshot.trip.uid, item.uid, change, source=source, **_by())
    except ConflictError as error:
        choices = form.choices
        names = {**choices.sites, **choices.organisations, **choices.persons, **dict(choices.stops)}
        conflicts = conflict_rows(form, error, change, LABELS, names)
        return _form_page(snapshot, form, item, conflicts), 409
    return _saved(slug, saved, _("Saved: %(title)s"))


def _saved(slug: str, item: Item, words: str) -> Response:
    snapshot = get_snapshot(guards.require_access().uid)
    flash(words % {"title": item.title.shown(locale()).text})
    for _severity, title, _text in open_points(snapshot).get(item.uid, [])[:3]:
        flash(_("Finding: %(title)s", title=title), "error")
    day = request.args.get("day") or None
    target = url_for("programme.index", slug=slug, day=day, _anchor=f"item-{item.uid}")
    return redirect(target, 303)


def _draft(snapshot: TripSnapshot) -> Item:
    """What the form of a new item starts with."""
    copied = snapshot.item_by_uid.get(request.args.get("copy", ""))
    if copied:
        return copied
    on = _parse_day(request.args.get("on", "")) or snapshot.trip.starts_on
    last = max((item.ends for item in snapshot.items if item.ends.date() == on), default=None)
    starts = last or datetime.combine(on, MORNING)
    stop = next((s for s in reversed(snapshot.stops) if s.arrives_on <= on <= s.departs_on), None)
    return Item(
        uid="",
        kind=ItemKind.VISIT,
        title=EMPTY,
        starts=starts,
        ends=starts + timedelta(hours=1),
        stop=stop.uid if stop else None,
    )


def _parse_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _form_page(
    snapshot: TripSnapshot, form: ItemForm, item: Item | None = None, conflicts: Rows | None = None
) -> str:
    return frame.render(
        "programme/item.html",
        snapshot,
        "programme",
        form=form,
        item=item,
        conflicts=conflicts or [],
        findings=open_points(snapshot).get(item.uid, []) if item else [],
        sources=list_sources(snapshot.trip.uid, item.uid) if item else (),
        current=item.starts.date() if item else None,
        site_url=url_for("address_book.new", shelf="sites"),
    )


def _by() -> dict[str, Any]:
    return {"actor": guards.require_actor(), "now": clock.now()}
