"""Sites and hosts of a trip by city, and the hosts' answers."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.item import HostStatus
from trips.domain.pages.host_list import list_hosts
from trips.i18n.enums import name_of
from trips.queries.snapshot import get_snapshot
from trips.services.item import set_host_status
from trips.views import frame, guards
from trips.views.edge.origin import local_target
from trips.views.places.hosts_page import city_choices, headline, read_filters, status_choices
from trips.views.preferences import locale

bp = Blueprint("place", __name__)

STATUSES = "<any(open, requested, confirmed, declined):status>"


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
    trip, actor = guards.require_access().uid, guards.require_actor()
    before = set_host_status(trip, uid, host, HostStatus(status), actor=actor, now=clock.now())
    back = local_target(request.args.get("next"), url_for("place.index", slug=slug))
    words = _("Answer entered: %(answer)s", answer=name_of(HostStatus(status), locale()))
    here: dict[str, Any] = {"slug": slug, "uid": uid, "host": host, "next": back}
    message: Any = {"text": words, "undo": url_for("place.set_host", status=before.value, **here)}
    flash(message)
    return redirect(back, 303)
