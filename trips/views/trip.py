"""Trips: the list, and the overview of one."""

from flask import Blueprint, render_template

from trips.domain.user import InstanceRole, TripRole, is_at_least
from trips.queries.account import list_trip_access
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import list_trips
from trips.views import frame, guards

bp = Blueprint("trip", __name__)


@bp.get("/trips")
@guards.signed_in
def index() -> str:
    """Every trip the actor may open, the latest first."""
    actor = guards.require_actor()
    uids = None
    if not is_at_least(actor.role, InstanceRole.ORGANISER):
        uids = [access.uid for access in list_trip_access(actor)]
    return render_template("trip/index.html", trips=list_trips(uids), area="trips")


@bp.get("/trips/<slug>/")
@guards.trip_page(TripRole.VIEWER)
def overview(slug: str) -> str:
    """What, when, where, who, and what is missing."""
    snapshot = get_snapshot(guards.require_access().uid)
    return frame.render("trip/overview.html", snapshot, "overview", compact=False)
