"""The texts of the whole programme, German and English beside each other."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.domain.account.user import TripRole
from trips.domain.editing import Conflict
from trips.domain.item import Item
from trips.domain.itinerary import order_items
from trips.domain.snapshot import TripSnapshot
from trips.forms.texts import FIELDS, control, read_changes, shown_fields
from trips.queries.snapshot import get_snapshot
from trips.services.planning.texts import edit_texts
from trips.views import frame, guards
from trips.views.editing import Answer, by
from trips.views.planning.board_view import Choice

bp = Blueprint("texts", __name__)

PAGE_SIZE = 30
NO_CONFLICTS: Mapping[str, tuple[Conflict, ...]] = {}


@bp.get("/trips/<slug>/programme/texts")
@guards.trip_page(TripRole.ORGANISER)
def index(slug: str) -> str:
    """Every item with its texts in both languages; missing ones are marked."""
    return _page(get_snapshot(guards.require_access().uid))


@bp.post("/trips/<slug>/programme/texts")
@guards.trip_page(TripRole.ORGANISER)
def save(slug: str) -> Answer:
    """Save what was touched; what somebody else changed meanwhile is shown beside it."""
    snapshot = get_snapshot(guards.require_access().uid)
    changes = read_changes(request.form, snapshot.items)
    outcome = edit_texts(snapshot.trip.uid, changes, **by())
    if outcome.saved:
        number = len(outcome.saved)
        flash(ngettext("Texts of %(num)s item saved.", "Texts of %(num)s items saved.", number))
    if outcome.conflicts:
        return _page(get_snapshot(snapshot.trip.uid), outcome.conflicts, request.form), 409
    if not outcome.saved:
        flash(_("Nothing was changed."))
    target = url_for("texts.index", slug=slug, **_query())
    return redirect(target, 303)


def missing_in(item: Item) -> bool:
    """True where a text has one language of the papers but not the other."""
    return any(getattr(item, field).missing() for field in FIELDS)


def _page(
    snapshot: TripSnapshot,
    conflicts: Mapping[str, tuple[Conflict, ...]] = NO_CONFLICTS,
    typed: Mapping[str, str] | None = None,
) -> str:
    every = order_items(snapshot.items)
    lacking = [item for item in every if missing_in(item)]
    wanted = lacking if _query().get("show") else every
    last = max(1, -(-len(wanted) // PAGE_SIZE))
    page = min(max(1, request.args.get("page", 1, int)), last)
    shown = wanted[(page - 1) * PAGE_SIZE :][:PAGE_SIZE]
    kept = [item for item in every if item.uid in conflicts and item not in shown]
    return frame.render(
        *("programme/texts.html", snapshot, "programme"),
        items=[*kept, *shown],
        fields_of=shown_fields,
        control=control,
        typed=typed or {},
        conflicts={uid: {each.field: each for each in found} for uid, found in conflicts.items()},
        choices=_choices(snapshot, len(every), len(lacking)),
        page=page,
        last=last,
        page_url=partial(_page_url, snapshot.trip.slug),
    )


def _page_url(slug: str, number: int) -> str:
    return url_for("texts.index", slug=slug, **{**_query(), "page": number})


def _query() -> dict[str, Any]:
    show, page = request.args.get("show", ""), request.args.get("page", "")
    given = {"show": show if show == "missing" else "", "page": page if page.isdecimal() else ""}
    return {name: value for name, value in given.items() if value}


def _choices(snapshot: TripSnapshot, every: int, lacking: int) -> list[tuple[Choice, int]]:
    slug, is_missing = snapshot.trip.slug, request.args.get("show") == "missing"
    return [
        ((_("All"), url_for("texts.index", slug=slug), not is_missing), every),
        (
            (_("Missing"), url_for("texts.index", slug=slug, show="missing"), is_missing),
            lacking,
        ),
    ]
