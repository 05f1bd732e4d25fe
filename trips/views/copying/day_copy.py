"""A day of another trip used in this one: choose the trip, then the day and where it goes."""

from flask import Blueprint, abort, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import InstanceRole, TripRole, is_at_least
from trips.domain.copying.day_copy import days_with_items, items_of_day
from trips.domain.snapshot import TripSnapshot
from trips.forms.copying.day import DayForm
from trips.i18n.formats import day_long
from trips.queries.account import find_trip_access, list_trip_access
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import list_titles
from trips.services.planning.days import reuse_day
from trips.views import frame, guards
from trips.views.editing import by, tell
from trips.views.preferences import locale

bp = Blueprint("day_copying", __name__)

Answer = str | Response | tuple[str, int]


@bp.route("/trips/<slug>/reuse", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """Choose a trip, then one of its days; its items become ideas of this trip."""
    target, form = get_snapshot(guards.require_access().uid), DayForm()
    source = _source()
    if source is None:
        return frame.render("copying/choose.html", target, "programme", trips=_choices(target))
    _offer(form, source, target)
    if not form.is_submitted():
        form.to.data = target.trip.starts_on
        return _page(form, source, target)
    if not form.validate():
        return _page(form, source, target), 422
    copied = reuse_day(target.trip.uid, source.trip.uid, form.wish(), **by())
    words = ngettext(
        "%(num)s item of the other trip is an idea here now.",
        "%(num)s items of the other trip are ideas here now.",
        len(copied),
    )
    back = url_for("programme.index", slug=slug, _anchor=f"day-{form.to.data}")
    if form.wish().is_unplaced:
        back = url_for("board.index", slug=slug)
    tell(words, url_for("board_item.undo", slug=slug, next=back))
    return redirect(back, 303)


def _source() -> TripSnapshot | None:
    """The trip to take a day of: one that the actor may read; 404 for any other."""
    slug = request.args.get("from", "")
    if not slug:
        return None
    access = find_trip_access(guards.require_actor(), slug)
    if access is None:
        abort(404)
    return get_snapshot(access.uid)


def _choices(target: TripSnapshot) -> list[tuple[str, str]]:
    """The other trips that the actor may read, by address and title."""
    actor, uids = guards.require_actor(), None
    if not is_at_least(actor.role, InstanceRole.ORGANISER):
        uids = [access.uid for access in list_trip_access(actor)]
    found = list_titles(uids)
    return [
        (each.slug, each.title.shown(locale()).text)
        for each in found
        if each.slug != target.trip.slug
    ]


def _offer(form: DayForm, source: TripSnapshot, target: TripSnapshot) -> None:
    days = []
    for on in days_with_items(source):
        number = len(items_of_day(source, on))
        if number:
            count = ngettext("%(num)s item", "%(num)s items", number)
            days.append((on, f"{day_long(on, locale())} {on.year}: {count}"))
    stops = [(stop.uid, stop.city.shown(locale()).text) for stop in target.stops]
    form.offer(days, stops, _("the one where the trip is that day"))


def _page(form: DayForm, source: TripSnapshot, target: TripSnapshot) -> str:
    return frame.render("copying/day.html", target, "programme", form=form, source=source)
