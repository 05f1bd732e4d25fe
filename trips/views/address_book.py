"""The address book: organisations, people and sites, shared by all trips."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import InstanceRole
from trips.domain.editing import ConflictError
from trips.domain.pages.address_book import BookEntry, Shelf
from trips.forms.entity import EntityForm
from trips.queries.address_lists import find_entry, list_entries
from trips.services import address_book as book
from trips.services.address_book import InUseError
from trips.services.unit import MissingError
from trips.views import guards
from trips.views.merging import Rows, conflict_rows
from trips.views.places.book_page import (
    entry_name,
    heading_of,
    list_shelves,
    menus,
    new_home,
    offer_form,
    page_url,
    read_filter,
)

bp = Blueprint("address_book", __name__)

Answer = str | Response | tuple[str, int]
SHELVES = "<any(organisations, people, sites):shelf>"
LABELS = {"kind": "organisation_kind"}


@bp.get("/address-book")
@guards.instance_page(InstanceRole.ORGANISER)
def index() -> str:
    """One of the three lists, in alphabetical order, by the filters in the address."""
    name = request.args.get("list", "")
    shelf = Shelf(name) if name in set(Shelf) else Shelf.ORGANISATIONS
    wanted = read_filter()
    page = list_entries(shelf, wanted)
    return render_template(
        "address_book/index.html",
        shelf=shelf,
        shelves=list_shelves(shelf),
        wanted=wanted,
        page=page,
        menus=menus(shelf, wanted, page),
        heading=heading_of(shelf, page.total),
        page_url=page_url(shelf),
        area="people",
    )


@bp.route(f"/address-book/{SHELVES}/new", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def new(shelf: str) -> Answer:
    """The form of a new entry."""
    form = offer_form(Shelf(shelf))
    if request.method == "GET":
        return _page(Shelf(shelf), form)
    if not form.validate():
        return _page(Shelf(shelf), form), 422
    home = new_home(form)
    entry = Shelf(shelf).kind(uid="", **form.values())
    saved = book.add_entry(entry, organisation=home, **_by())
    return _saved(Shelf(shelf), saved, _("Added: %(name)s"))


@bp.route(f"/address-book/{SHELVES}/<uid>", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def edit(shelf: str, uid: str) -> Answer:
    """The form of an entry."""
    found, form = _find(Shelf(shelf), uid), offer_form(Shelf(shelf))
    if request.method == "GET":
        form.show(found.entry)
        form.carry(found.entry)
        return _page(Shelf(shelf), form, found)
    if not form.validate():
        return _page(Shelf(shelf), form, found), 422
    change, home = form.change(), new_home(form)
    try:
        saved = book.edit_entry(Shelf(shelf).kind, uid, change, organisation=home, **_by())
    except ConflictError as error:
        names = dict(form.choices.organisations) if shelf != Shelf.ORGANISATIONS else {}
        conflicts = conflict_rows(form, error, change, LABELS, names)
        return _page(Shelf(shelf), form, replace(found, entry=error.current), conflicts), 409
    return _saved(Shelf(shelf), saved, _("Saved: %(name)s"))


@bp.get(f"/address-book/{SHELVES}/<uid>/delete")
@guards.instance_page(InstanceRole.ORGANISER)
def ask_delete(shelf: str, uid: str) -> str:
    """Ask before an entry is removed for good."""
    found = _find(Shelf(shelf), uid)
    return render_template(
        "address_book/delete.html",
        shelf=Shelf(shelf),
        found=found,
        name=entry_name(found.entry),
        area="people",
    )


@bp.post(f"/address-book/{SHELVES}/<uid>/delete")
@guards.instance_page(InstanceRole.ORGANISER)
def delete(shelf: str, uid: str) -> Response:
    """Remove an entry that nothing uses."""
    found = _find(Shelf(shelf), uid)
    try:
        book.remove_entry(Shelf(shelf).kind, uid, **_by())
    except InUseError:
        words = _("%(name)s is still used and stays in the address book.")
        flash(words % {"name": entry_name(found.entry)}, "error")
        return redirect(url_for("address_book.edit", shelf=shelf, uid=uid), 303)
    flash(_("Removed: %(name)s") % {"name": entry_name(found.entry)})
    return redirect(url_for("address_book.index", list=shelf), 303)


def _find(shelf: Shelf, uid: str) -> BookEntry:
    found = find_entry(shelf, uid)
    if found is None:
        raise MissingError(uid)
    return found


def _saved(shelf: Shelf, entry: Any, words: str) -> Response:
    flash(words % {"name": entry_name(entry)})
    return redirect(url_for("address_book.index", list=shelf.value), 303)


def _page(
    shelf: Shelf, form: EntityForm, found: BookEntry | None = None, conflicts: Rows | None = None
) -> str:
    return render_template(
        "address_book/form.html",
        shelf=shelf,
        form=form,
        found=found,
        name=entry_name(found.entry) if found else "",
        conflicts=conflicts or [],
        is_sample=bool(found and found.entry.is_sample),
        area="people",
    )


def _by() -> dict[str, Any]:
    return {"actor": guards.require_actor(), "now": clock.now()}
