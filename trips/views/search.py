"""The search over everything that whoever asks may see."""

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.domain.account.user import InstanceRole, is_at_least
from trips.domain.pages.address_book import Shelf
from trips.domain.pages.search import Hit, HitPage, Subject
from trips.domain.values.search import LONGEST_QUERY
from trips.queries.searching.search import search
from trips.views import guards

bp = Blueprint("search", __name__)

SHELVES = {
    Subject.PERSON: Shelf.PEOPLE,
    Subject.ORGANISATION: Shelf.ORGANISATIONS,
    Subject.SITE: Shelf.SITES,
}


@bp.get("/search")
@guards.signed_in
def index() -> str:
    """What was found for `q`, one page at a time."""
    actor, typed = guards.require_actor(), request.args.get("q", "").strip()[:LONGEST_QUERY]
    found = search(actor, typed, request.args.get("page", 1, int))
    return render_template(
        "search/index.html",
        typed=typed,
        found=found,
        heading=_heading(found),
        words=_words(),
        leads={(hit.kind, hit.uid): _address(hit) for hit in found.hits},
        page_url=lambda page: url_for("search.index", q=typed, page=page),
        is_staff=is_at_least(actor.role, InstanceRole.ORGANISER),
        area="search",
    )


def _heading(found: HitPage) -> str:
    return ngettext("%(num)s match", "%(num)s matches", found.total)


def _words() -> dict[Subject, str]:
    return {
        Subject.TRIP: _("Trip"),
        Subject.ITEM: _("Programme item"),
        Subject.PERSON: _("Person"),
        Subject.ORGANISATION: _("Organisation"),
        Subject.SITE: _("Site"),
    }


def _address(hit: Hit) -> str:
    """Where the reader gets to see it."""
    if hit.trip is None:
        return url_for("address_book.edit", shelf=SHELVES[hit.kind].value, uid=hit.uid)
    slug = hit.trip.slug
    if hit.kind is Subject.TRIP:
        return url_for("trip.overview", slug=slug)
    if hit.kind is Subject.ITEM:
        return url_for("programme.index", slug=slug, _anchor=f"item-{hit.uid}")
    if hit.kind is Subject.PERSON:
        return url_for("delegate.index", slug=slug, q=hit.title.shown("de").text)
    return url_for("place.index", slug=slug)
