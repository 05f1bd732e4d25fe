"""The programme of a trip by day, and the form of one item."""

from dataclasses import fields
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.editing import Change
from trips.domain.item import Item, ItemKind
from trips.domain.pages.board_pool import list_pool
from trips.domain.pages.programme_days import is_long
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY
from trips.domain.values.times import to_wall
from trips.forms.entity import strip
from trips.forms.item import ItemChoices, ItemForm
from trips.i18n.choices import language_choices
from trips.queries.choices import (
    list_organisation_choices,
    list_person_choices,
    list_site_choices,
)
from trips.queries.snapshot import get_snapshot
from trips.queries.source import list_sources
from trips.services import item as items
from trips.services.planning.board import preview_line
from trips.views import frame, guards
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save, tell
from trips.views.places.hosts_page import offer_confirmation
from trips.views.planning.board_quick import read_quick
from trips.views.planning.board_view import board_url, view_choices
from trips.views.planning.programme_days import (
    address_of,
    language_sayer,
    list_days,
    open_points,
    worded,
)
from trips.views.planning.programme_page import filter_choices, read_filters
from trips.views.preferences import locale

bp = Blueprint("programme", __name__)

LABELS = {"kind": "item_kind", "starts": "start", "ends": "end"}
MORNING = time(9)


@bp.get("/trips/<slug>/programme")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Every day with its items, by the filters in the URL."""
    snapshot = get_snapshot(guards.require_access().uid)
    filters, is_printed = read_filters(snapshot), bool(request.args.get("print"))
    shown = list_days(snapshot, filters, _start(snapshot), is_printed=is_printed)
    return frame.render(
        "programme/index.html",
        snapshot,
        "programme",
        days=shown.days,
        short=shown.short,
        ideas=() if filters.is_on else list_pool(snapshot),
        findings=open_points(snapshot),
        worded=worded,
        filters=filters,
        choices=filter_choices(snapshot, filters),
        views=view_choices(snapshot, "list"),
        current=_parse_day(filters.day),
        languages_of=language_sayer(),
        item_url=address_of("programme.edit_item", slug),
        printing=is_printed,
    )


@bp.route("/trips/<slug>/items/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new_item(slug: str) -> Answer:
    """The form of a new item: on the day that was pressed, or a copy of another one."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = item_form(snapshot)

    def add(values: dict[str, Any]) -> Response:
        is_idea = bool(request.args.get("idea"))
        new, source = Item(uid="", **values, is_unplaced=is_idea), strip(form.source.data)
        saved = items.add_item(snapshot.trip.uid, new, source=source, **by())
        return _saved(slug, saved, _("Added: %(title)s"))

    page = partial(_form_page, snapshot, form)
    return show_or_add(form, page, add, lambda: _draft(snapshot))


@bp.route("/trips/<slug>/items/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit_item(slug: str, uid: str) -> Answer:
    """The form of an item."""
    snapshot = get_snapshot(guards.require_access().uid)
    trip, item = snapshot.trip.uid, snapshot.item_by_uid.get(uid)
    form = item_form(snapshot, item)

    def save(change: Change) -> Item:
        return items.edit_item(trip, uid, change, source=strip(form.source.data), **by())

    return show_or_save(
        Editing(
            form=form,
            entity=item,
            page=partial(_form_page, snapshot, form),
            save=save,
            restore=lambda _shown: items.restore_item(trip, uid, **by()),
            done=lambda saved: _saved(slug, saved, _("Saved: %(title)s")),
            labels=LABELS,
            names=_names(form.choices),
        )
    )


@bp.post("/trips/<slug>/items/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Answer:
    """Take an item out; the toast brings it back."""
    items.remove_item(guards.require_access().uid, uid, **by())
    undo = url_for("programme.restore", slug=slug, uid=uid)
    tell(_("The item is removed."), undo)
    return redirect(url_for("programme.index", slug=slug), 303)


@bp.post("/trips/<slug>/items/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Answer:
    """Bring back an item that was taken out."""
    items.restore_item(guards.require_access().uid, uid, **by())
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


def _names(choices: ItemChoices) -> dict[str, str]:
    return {
        **choices.sites,
        **choices.organisations,
        **choices.persons,
        **dict(choices.stops),
    }


def _saved(slug: str, item: Item, words: str) -> Response:
    snapshot = get_snapshot(guards.require_access().uid)
    index = url_for("programme.index", slug=slug)
    text = words % {"title": item.title.shown(locale()).text}
    tell(text, offer=offer_confirmation(slug, item, index))
    for _severity, title, _text in worded(open_points(snapshot).get(item.uid, [])[:3]):
        flash(_("Finding: %(title)s", title=title), "error")
    if request.form.get("then") == "site":
        then = request.args.get("next")
        back = url_for("programme.edit_item", slug=slug, uid=item.uid, next=then)
        return redirect(url_for("address_book.new", shelf="sites", next=back), 303)
    if item.is_unplaced:
        return redirect(board_url(slug, anchor=f"idea-{item.uid}"), 303)
    day = request.args.get("day") or None
    around: dict[str, Any] = (
        {"from": item.starts.date().isoformat()} if is_long(snapshot) and not day else {}
    )
    target = url_for("programme.index", slug=slug, day=day, _anchor=f"item-{item.uid}", **around)
    return redirect(target, 303)


def _draft(snapshot: TripSnapshot) -> Item:
    """What the form of a new item starts with."""
    copied = snapshot.item_by_uid.get(request.args.get("copy", ""))
    if copied:
        return copied
    if request.args.get("line"):
        return _typed(snapshot, request.args["line"])
    on = _parse_day(request.args.get("on", "")) or snapshot.trip.starts_on
    placed = (item for item in snapshot.items if not item.is_unplaced)
    last = max((item.ends for item in placed if item.ends.date() == on), default=None)
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


def _start(snapshot: TripSnapshot) -> date | None:
    """The first day in full of a long programme: the one asked for, else today."""
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    return _parse_day(request.args.get("from", "")) or today


def _typed(snapshot: TripSnapshot, line: str) -> Item:
    """The item of a quick line, as far as it was understood."""
    add = preview_line(snapshot, read_quick(line)).add
    names = (field.name for field in fields(add))
    return Item(uid="", **{name: getattr(add, name) for name in names})


def _parse_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _form_page(snapshot: TripSnapshot, form: ItemForm, item: Item | None, **context: Any) -> str:
    site = request.args.get("entry", "")
    if request.method == "GET" and site in form.choices.sites:
        form.site.show(site)
    return frame.render(
        "programme/item.html",
        snapshot,
        "programme",
        form=form,
        item=item,
        findings=worded(open_points(snapshot).get(item.uid, [])) if item else [],
        sources=list_sources(snapshot.trip.uid, item.uid) if item else (),
        current=item.starts.date() if item else None,
        **context,
    )
