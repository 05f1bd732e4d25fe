"""The programme board: days and groups as a grid of time."""

from flask import Blueprint, request

from trips.domain.account.user import TripRole
from trips.queries.snapshot import get_snapshot
from trips.views import frame, guards
from trips.views.planning.board_parts import page_context
from trips.views.planning.board_view import read_group
from trips.views.planning.board_words import script_words

bp = Blueprint("board", __name__)


@bp.get("/trips/<slug>/board")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """The whole programme on one table, with the ideas beside it."""
    snapshot = get_snapshot(guards.require_access().uid)
    group = read_group(snapshot, request.args.get("group", ""))
    context = page_context(snapshot, group)
    return frame.render("board/index.html", snapshot, "programme", words=script_words(), **context)
