"""Trips: the list, and the overview of one."""

from typing import Any

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.domain.account.user import REGISTRANT, InstanceRole, TripRole, is_at_least
from trips.domain.pages.directory import TripEntry
from trips.domain.pages.history import history_lines
from trips.domain.pages.overview import NextDate, Overview, overview_of
from trips.domain.readiness.entries import Show, choose
from trips.domain.snapshot import TripSnapshot
from trips.i18n.finding_wording import finding_words
from trips.i18n.history_wording import actor_name, line_sentence
from trips.i18n.overview_wording import figure_notes, state_sentence
from trips.queries.account import list_trip_access
from trips.queries.briefs.programme import map_of
from trips.queries.history import list_history
from trips.queries.release import find_next_number
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import PAGE_SIZE, count_trips, list_trips
from trips.views import frame, guards
from trips.views.preferences import locale
from trips.views.readiness.readiness_page import read_readiness, show_entries

bp = Blueprint("trip", __name__)

SHOWN_ENTRIES = 12
SHOWN_CHANGES = 8
LOOK_BACK = 100
"""Entries of the history that are read for them: those done in one go are one line."""


@bp.get("/trips")
@guards.signed_in
def index() -> str:
    """Every trip the actor may open, the latest first."""
    actor = guards.require_actor()
    uids = None
    if not is_at_least(actor.role, InstanceRole.ORGANISER):
        uids = [access.uid for access in list_trip_access(actor)]
    page = max(1, request.args.get("page", 1, int))
    entries: tuple[TripEntry, ...] = list_trips(uids, page=page)
    last = -(-count_trips(uids) // PAGE_SIZE)
    templates = list_trips(uids, is_template=True) if page == 1 else ()
    return render_template(
        "trip/index.html", trips=entries, templates=templates, page=page, last=last, area="trips"
    )


@bp.get("/trips/<slug>/")
@guards.trip_page(TripRole.VIEWER)
def overview(slug: str) -> str:
    """What, when, where, who, and what is missing."""
    access = guards.require_access()
    snapshot = get_snapshot(access.uid)
    readiness = read_readiness(snapshot)
    still = choose(readiness.entries, Show.OPEN, "")
    tasks = [entry.task for entry in still if entry.task]
    state = overview_of(snapshot, readiness.open_findings, readiness.today, tasks)
    return frame.render(
        "trip/overview.html",
        snapshot,
        "overview",
        compact=False,
        today=readiness.today,
        state=state,
        sentence=state_sentence(state, locale()),
        notes=figure_notes(snapshot, locale()),
        entries=show_entries(readiness, still[:SHOWN_ENTRIES]),
        total=len(still),
        has_milestones=any(entry.task for entry in readiness.entries),
        dates=next_dates(snapshot, state),
        history=_history(snapshot),
        map=map_of(snapshot, locale()),
        next_release=find_next_number(snapshot, access.revision),
    )


def _history(snapshot: TripSnapshot) -> list[tuple[Any, str, str]]:
    entries = list_history(snapshot.trip.uid, limit=LOOK_BACK)
    return [
        (
            line.entry,
            "" if line.entry.actor == REGISTRANT.name else actor_name(line.entry, locale()),
            line_sentence(line, snapshot, locale()),
        )
        for line in history_lines(entries, SHOWN_CHANGES)
    ]


def next_dates(snapshot: TripSnapshot, state: Overview) -> list[dict[str, Any]]:
    """What is due next, for the timeline; the trip's own date bears its hue."""
    return [_next_date(snapshot, each) for each in state.next_dates]


def _next_date(snapshot: TripSnapshot, each: NextDate) -> dict[str, Any]:
    if each.stop:
        stop = snapshot.stop_by_uid[each.stop]
        return {
            "on": each.on,
            "title": _("Arrival in %(city)s", city=stop.city.shown(locale()).text),
            "text": "",
            "hue": snapshot.hue_by_stop[stop.uid],
        }
    gravest = [one for one in each.findings if one.severity is each.findings[0].severity]
    titles = [finding_words(finding, locale()).title for finding in gravest]
    titles = titles or [task.title.shown(locale()).text for task in each.tasks]
    others = len(each.findings) + len(each.tasks) - 1
    more = ngettext("and %(num)s more", "and %(num)s more", others) if others else ""
    return {
        "on": each.on,
        "title": min(titles, key=len),
        "text": more,
        "hue": None,
    }
