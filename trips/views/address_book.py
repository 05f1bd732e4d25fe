"""The address book: organisations, people and sites, shared by all trips."""

from dataclasses import replace
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import InstanceRole
from trips.domain.editing import Change
from trips.domain.pages.address_book import BookEntry, Entry, Shelf
from trips.extensions import doors
from trips.forms.address_book import LogoForm, PersonEntryForm
from trips.forms.entity import EntityForm
from trips.jobs.logo import drop_logo, has_logo
from trips.queries.address_lists import find_entry, list_entries
from trips.services import address_book as book
from trips.services.address_book import InUseError
from trips.services.unit import MissingError
from trips.views import guards
from trips.views.delegates.letter_preview import preview_of
from trips.views.edge.origin import local_target
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save, tell, way_back
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
    """The form of a new entry; `next` leads back to the form that needs it."""
    kind, form = Shelf(shelf).kind, offer_form(Shelf(shelf))

    def add(values: dict[str, Any]) -> Response:
        saved = book.add_entry(kind(uid="", **values), organisation=new_home(form), **by())
        return _saved(Shelf(shelf), saved, _("Added: %(name)s"))

    page = partial(_page, Shelf(shelf), form, None)
    return show_or_add(form, page, add)


@bp.route(f"/address-book/{SHELVES}/<uid>", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def edit(shelf: str, uid: str) -> Answer:
    """The form of an entry."""
    found, form = find_entry(Shelf(shelf), uid), offer_form(Shelf(shelf))
    kind = Shelf(shelf).kind

    def save(change: Change) -> Any:
        return book.edit_entry(kind, uid, change, organisation=new_home(form), **by())

    return show_or_save(
        Editing(
            form=form,
            entity=found.entry if found else None,
            page=partial(_page, Shelf(shelf), form, found),
            save=save,
            restore=lambda shown: book.add_entry(replace(shown, uid=uid), **by()),
            done=lambda saved: _saved(Shelf(shelf), saved, _("Saved: %(name)s")),
            labels=LABELS,
            names=dict(form.choices.organisations),
        )
    )


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
        book.remove_entry(Shelf(shelf).kind, uid, **by())
    except InUseError:
        words = _("%(name)s is still used and stays in the address book.")
        flash(words % {"name": entry_name(found.entry)}, "error")
        return redirect(url_for("address_book.edit", shelf=shelf, uid=uid), 303)
    drop_logo(doors().files, uid)
    flash(_("Removed: %(name)s") % {"name": entry_name(found.entry)})
    return redirect(url_for("address_book.index", list=shelf), 303)


def _find(shelf: Shelf, uid: str) -> BookEntry:
    found = find_entry(shelf, uid)
    if found is None:
        raise MissingError(uid)
    return found


def _saved(shelf: Shelf, entry: Any, words: str) -> Response:
    tell(words % {"name": entry_name(entry)})
    index = url_for("address_book.index", list=shelf.value)
    return redirect(way_back(entry.uid) or index, 303)


def _page(
    shelf: Shelf, form: EntityForm, found: BookEntry | None, entry: Entry | None, **context: Any
) -> str:
    index = url_for("address_book.index", list=shelf.value)
    return render_template(
        "address_book/form.html",
        shelf=shelf,
        form=form,
        found=replace(found, entry=entry) if found and entry else None,
        entry=entry,
        name=entry_name(entry) if entry else "",
        back=local_target(request.args.get("next"), index),
        is_sample=bool(entry and entry.is_sample),
        area="people",
        preview=preview_of(form) if isinstance(form, PersonEntryForm) else None,
        logo_form=LogoForm(formdata=None),
        has_logo=entry is not None and has_logo(doors().files, entry.uid),
        **context,
    )
