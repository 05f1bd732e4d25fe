"""What the board asks while it is open: steps, undo, what others did, where things fit."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request

from trips.domain.account.user import TripRole
from trips.domain.board.effects import StepError
from trips.domain.board.outcome import StaleError
from trips.domain.board.steps import read_step, verb_of
from trips.domain.board.undo import UndoRefusedError
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision
from trips.services.planning.board import take_step
from trips.services.planning.undo import redo, undo
from trips.views import guards
from trips.views.editing import by
from trips.views.planning.board_fits import list_shades
from trips.views.planning.board_parts import news, words_of_others
from trips.views.planning.board_view import read_group
from trips.views.planning.board_words import refusal_words, told_again, told_of
from trips.views.preferences import locale

bp = Blueprint("board_steps", __name__)

Answer = Response | tuple[Response, int]
REFUSED = 422
STALE = 409
NOT_MODIFIED = 304


@bp.post("/trips/<slug>/board/steps")
@guards.trip_page(TripRole.ORGANISER)
def take(slug: str) -> Answer:
    """Take a step; answers with the days that look different then."""
    asked, trip = _asked(), guards.require_access().uid
    try:
        step = read_step(asked.get("step"))
        outcome = take_step(trip, step, versions=_versions(asked), **by())
    except (StepError, StaleError) as error:
        return _refused(asked, error)
    focus = outcome.added[0].uid if outcome.added else None
    return jsonify(_news(asked, focus=focus, **told_of(verb_of(step), outcome)))


@bp.post("/trips/<slug>/board/undo")
@guards.trip_page(TripRole.ORGANISER)
def take_back(slug: str) -> Answer:
    """Take back one's own last step."""
    asked, trip = _asked(), guards.require_access().uid
    try:
        outcome = undo(trip, **by())
    except UndoRefusedError as error:
        return _refused(asked, error)
    return jsonify(_news(asked, **told_again(outcome, is_redo=False)))


@bp.post("/trips/<slug>/board/redo")
@guards.trip_page(TripRole.ORGANISER)
def do_again(slug: str) -> Answer:
    """Do again what one took back last."""
    asked, trip = _asked(), guards.require_access().uid
    try:
        outcome = redo(trip, **by())
    except UndoRefusedError as error:
        return _refused(asked, error)
    return jsonify(_news(asked, **told_again(outcome, is_redo=True)))


@bp.get("/trips/<slug>/board/changes")
@guards.trip_page(TripRole.VIEWER)
def changes(slug: str) -> Answer:
    """What is new since a revision; nothing at all (304) where nothing is."""
    trip = guards.require_access().uid
    if request.args.get("revision", -1, int) == find_revision(trip):
        return Response(status=NOT_MODIFIED)
    pairs = (pair.partition("=") for pair in request.args.get("seen", "").split())
    asked = {
        "seen": {part: etag for part, _sign, etag in pairs},
        "group": request.args.get("group", ""),
    }
    since = request.args.get("since", 0, int)
    return jsonify(_news(asked, announce=words_of_others(trip, since)))


@bp.get("/trips/<slug>/board/fits")
@guards.trip_page(TripRole.ORGANISER)
def fits(slug: str) -> Answer:
    """Where on the board an item could lie, by day and lane, worded; for the days in view."""
    snapshot = get_snapshot(guards.require_access().uid)
    item = snapshot.item_by_uid.get(request.args.get("uid", ""))
    if item is None:
        abort(404)
    days = request.args.get("days", "").split()
    return jsonify(days=list_shades(snapshot, item, locale(), days))


def _asked() -> Mapping[str, Any]:
    """The JSON of the request; 400 for anything else."""
    asked = request.get_json(silent=True)
    if not isinstance(asked, dict):
        abort(400)
    return asked


def _versions(asked: Mapping[str, Any]) -> dict[str, int]:
    given = asked.get("versions")
    if not isinstance(given, dict):
        return {}
    return {str(uid): each for uid, each in given.items() if isinstance(each, int)}


def _news(asked: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    snapshot = get_snapshot(guards.require_access().uid)
    seen = asked.get("seen")
    group = read_group(snapshot, str(asked.get("group", "")))
    return news(snapshot, seen if isinstance(seen, dict) else {}, group, **more)


def _refused(asked: Mapping[str, Any], error: Exception) -> Answer:
    """Nothing was written: why, and the board as it is."""
    status = REFUSED if isinstance(error, StepError) else STALE
    return jsonify(_news(asked, error=refusal_words(error))), status
