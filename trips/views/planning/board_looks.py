"""Other looks at the programme: the places of a day on a map, the whole trip on one screen."""

from datetime import date
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from trips import clock
from trips.domain.account.user import Action, TripRole
from trips.domain.pages.board_page import build_board, list_days
from trips.domain.pages.day_map import build_day_map
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.i18n.formats import weekday_day
from trips.queries.snapshot import get_snapshot
from trips.views import frame, guards
from trips.views.finding_links import still_open
from trips.views.planning.board_view import Choice, marks_of, read_group, view_choices
from trips.views.preferences import locale

bp = Blueprint("board_looks", __name__)


@bp.get("/trips/<slug>/board/map")
@guards.trip_page(TripRole.VIEWER)
def day_map(slug: str) -> str:
    """The places of a day in their order."""
    snapshot = get_snapshot(guards.require_access().uid)
    group = read_group(snapshot, request.args.get("group", ""))
    day = _day(snapshot)
    return frame.render(
        "board/map.html",
        snapshot,
        "programme",
        day=day,
        drawing=build_day_map(snapshot, day, locale(), group),
        views=view_choices(snapshot, "map"),
        days=_day_choices(snapshot, day, group),
        groups=_group_choices(snapshot, day, group),
        current=day,
        day_url=lambda on: _map_url(snapshot, on, group),
        may_move=guards.allows(Action.WRITE_TRIP),
    )


@bp.get("/trips/<slug>/board/timeline")
@guards.trip_page(TripRole.VIEWER)
def timeline(slug: str) -> str:
    """The whole trip on one screen: a row for each day."""
    snapshot = get_snapshot(guards.require_access().uid)
    board = build_board(snapshot)
    return frame.render(
        "board/timeline.html",
        snapshot,
        "programme",
        board=board,
        marks=marks_of(still_open(snapshot)),
        views=view_choices(snapshot, "timeline"),
        current=board.days[0].on,
        until=board.days[-1].on,
        day_url=lambda on: f"#day-{on.isoformat()}",
        may_move=guards.allows(Action.WRITE_TRIP),
    )


def _day(snapshot: TripSnapshot) -> date:
    """The day asked for, else today while the trip runs, else the first one."""
    days = list_days(snapshot)
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date().isoformat()
    known = {day.isoformat(): day for day in days}
    return known.get(request.args.get("day", "")) or known.get(today) or days[0]


def _map_url(snapshot: TripSnapshot, day: date, group: str) -> str:
    values: dict[str, Any] = {"day": day.isoformat(), **({"group": group} if group else {})}
    return url_for("board_looks.day_map", slug=snapshot.trip.slug, **values)


def _day_choices(snapshot: TripSnapshot, now: date, group: str) -> list[Choice]:
    return [
        (weekday_day(day, locale()), _map_url(snapshot, day, group), day == now)
        for day in list_days(snapshot)
    ]


def _group_choices(snapshot: TripSnapshot, day: date, now: str) -> list[Choice]:
    codes = [group.code for group in snapshot.trip.groups]
    choices = [(_("All"), ""), *((code, code) for code in codes)]
    return (
        [(word, _map_url(snapshot, day, code), code == now) for word, code in choices]
        if codes
        else []
    )
