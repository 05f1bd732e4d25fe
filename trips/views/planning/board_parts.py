"""The parts of the board that come anew without a reload: days, ideas, the bar above them."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from flask import render_template

from trips.domain.pages.board_page import BoardDay
from trips.domain.snapshot import TripSnapshot
from trips.i18n.history_wording import history_sentence
from trips.queries.history import list_history
from trips.queries.trip import find_revision
from trips.views import guards
from trips.views.planning.board_view import board_context
from trips.views.preferences import locale

POOL = "pool"
BAR = "bar"
LOOK_BACK = 20


def etags_of(context: Mapping[str, Any]) -> dict[str, str]:
    """What each part of the board looks like, in a few letters."""
    board, marks = context["board"], context["marks"]
    frame = (board.first_hour, board.last_hour, board.lanes, context["group"], locale())
    parts: dict[str, Any] = {day.on.isoformat(): _day_facts(day, marks) for day in board.days}
    parts[POOL] = board.pool
    parts[BAR] = (
        context["counts"],
        context["saved_at"],
        context["again_steps"],
        context["release_number"],
    )
    return {part: _digest(frame, facts) for part, facts in parts.items()}


def changed_parts(
    snapshot: TripSnapshot, context: Mapping[str, Any], seen: Mapping[str, str]
) -> dict[str, str]:
    """The HTML of every part that somebody does not see as it is now."""
    values = {**context, "trip": snapshot.trip, "snapshot": snapshot}
    return {
        part: render_template("board/_part.html", part=part, **values)
        for part, etag in context["etags"].items()
        if seen.get(part) != etag
    }


def news(
    snapshot: TripSnapshot, seen: Mapping[str, str], group: str, **more: Any
) -> dict[str, Any]:
    """What the page puts in place of what it shows."""
    context = page_context(snapshot, group)
    return {
        "revision": context["revision"],
        "as_of": context["as_of"],
        "days": changed_parts(snapshot, context, seen),
        **more,
    }


def page_context(snapshot: TripSnapshot, group: str = "") -> dict[str, Any]:
    """Everything that the board and its parts are made of."""
    trip = snapshot.trip.uid
    context = board_context(snapshot, group)
    context["revision"] = find_revision(trip)
    context["as_of"] = max((entry.id for entry in list_history(trip, limit=1)), default=0)
    context["etags"] = etags_of(context)
    return context


def words_of_others(trip: str, since: int) -> str:
    """What others did since an entry of the history, in one line for each of them."""
    actor = guards.require_actor().name
    seen: dict[str, str] = {}
    for entry in list_history(trip, limit=LOOK_BACK):
        if entry.id > since and entry.actor != actor:
            seen.setdefault(entry.actor, history_sentence(entry, locale()))
    return "; ".join(f"{name}: {words}" for name, words in seen.items())


def _day_facts(day: BoardDay, marks: Mapping[str, Any]) -> tuple[Any, ...]:
    return (day, [marks.get(block.uid, ()) for block in day.blocks])


def _digest(*facts: Any) -> str:
    return blake2b(repr(facts).encode(), digest_size=6).hexdigest()
