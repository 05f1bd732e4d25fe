"""Placeholder until the pages are written."""

from flask import Blueprint

from trips.domain.account.user import TripRole
from trips.queries.snapshot import get_snapshot
from trips.views import frame, guards

bp = Blueprint("interpreter", __name__)


@bp.get("/trips/<slug>/interpreters")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """The page of this tab."""
    snapshot = get_snapshot(guards.require_access().uid)
    return frame.render("trip/overview.html", snapshot, "interpreter")
