"""Sites and hosts of a trip by city, and the hosts' answers."""

from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.editing import Change
from trips.domain.item import HostStatus, ItemStatus
from trips.domain.pages.host_list import list_hosts
from trips.i18n.enums import name_of
from trips.queries.snapshot import get_snapshot
from trips.services import item as items
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.edge.origin import local_target
from trips.views.editing import by, tell
from trips.views.places.hosts_page import (
    city_choices,
    headline,
    offer_confirmation,
    read_filters,
    status_choices,
)
from trips.views.preferences import locale

bp = Blueprint("place", __name__)

STATUSES = "<any(open, requested, confirmed, declined):status>"
ITEM_STATUSES = "<any(idea, requested, confirmed, cancelled):status>"


@bp.get("/trips/<slug>/places")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Who receives the group where, who has not agreed yet, and what the places are like."""
    snapshot = get_snapshot(guards.require_access().uid)
    status, stop = read_filters(snapshot)
    hosts = list_hosts(snapshot, status, stop)
    return frame.render(
        "place/index.html",
        snapshot,
        "places",
        hosts=hosts,
        headline=headline(hosts),
        statuses=status_choices(slug, hosts, status, stop),
        cities=city_choices(snapshot, status, stop),
        is_narrowed=bool(status or stop),
        answers=list(HostStatus),
    )


@bp.post(f"/trips/<slug>/items/<uid>/hosts/<host>/{STATUSES}")
@guards.trip_page(TripRole.ORGANISER)
def set_host(slug: str, uid: str, host: str, status: str) -> Response:
    """Write down what a host has answered; the toast takes it back."""
    trip, back = guards.require_access().uid, _back(slug)
    before = items.set_host_status(trip, uid, host, HostStatus(status), **by())
    words = _("Answer entered: %(answer)s", answer=name_of(HostStatus(status), locale()))
    here: dict[str, Any] = {"slug": slug, "uid": uid, "host": host, "next": back}
    undo = url_for("place.set_host", status=before.value, **here)
    tell(words, undo, offer_confirmation(slug, get_snapshot(trip).item_by_uid[uid], back))
    return redirect(back, 303)


@bp.post(f"/trips/<slug>/items/<uid>/status/{ITEM_STATUSES}")
@guards.trip_page(TripRole.ORGANISER)
def set_item(slug: str, uid: str, status: str) -> Response:
    """Say how firm an item is; the toast takes it back."""
    trip, back = guards.require_access().uid, _back(slug)
    item = get_snapshot(trip).item_by_uid.get(uid)
    if item is None:
        raise MissingError(uid)
    wanted = ItemStatus(status)
    items.edit_item(trip, uid, Change({"status": item.status}, {"status": wanted}), **by())
    undo = url_for("place.set_item", slug=slug, uid=uid, status=item.status.value, next=back)
    title, word = item.title.shown(locale()).text, name_of(wanted, locale())
    tell(_("%(title)s: %(status)s", title=title, status=word), undo)
    return redirect(back, 303)


def _back(slug: str) -> str:
    return local_target(request.args.get("next"), url_for("place.index", slug=slug))
