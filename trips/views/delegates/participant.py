"""One person of the trip on a page of their own: everything, what can be done, what was done."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint

from trips.domain.account.user import Action, TripRole
from trips.domain.delegates.seats import holder_of, ledger_of
from trips.domain.participation import Participation
from trips.domain.snapshot import TripSnapshot
from trips.i18n.delegates.history_wording import delegate_history_words
from trips.i18n.delegates.seat_wording import bench_name, seats_line
from trips.i18n.formats import instant
from trips.i18n.history_wording import actor_name
from trips.queries.history import list_history
from trips.queries.snapshot import get_snapshot
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.delegates.delegate_panel import panel_of, status_word
from trips.views.preferences import locale

bp = Blueprint("participant", __name__)
MOST_HISTORY = 200


@dataclass(frozen=True)
class Done:
    """A line of the history."""

    at: str
    who: str
    what: str


@bp.get("/trips/<slug>/delegates/<uid>/everything")
@guards.trip_page(TripRole.VIEWER)
def show(uid: str) -> str:
    """One person: where they stand, the facts, the seats they sit on, and the history."""
    snapshot = get_snapshot(guards.require_access().uid)
    panel = panel_of(snapshot, uid)
    if panel is None:
        raise MissingError(uid)
    participation = snapshot.participation_by_uid[uid]
    context: dict[str, Any] = {
        "panel": panel,
        "status_word": status_word,
        "seats": _seats(snapshot, participation),
        "history": _history(snapshot, participation),
    }
    return frame.render("delegate/participant.html", snapshot, "delegates", **context)


def _seats(snapshot: TripSnapshot, participation: Participation) -> list[tuple[str, str]]:
    """Every bench with a limit that they sit on, or would."""
    holder = holder_of(participation)
    if holder is None:
        return []
    benches = map(ledger_of(snapshot).get_seats, holder.benches)
    return [
        (bench_name(snapshot, each, locale()), seats_line(each, locale()))
        for each in benches
        if each.seats is not None
    ]


def _history(snapshot: TripSnapshot, participation: Participation) -> list[Done]:
    """Newest first, for organisers only."""
    if not guards.allows(Action.READ_NEEDS):
        return []
    about = (participation.uid, participation.person)
    entries = list_history(snapshot.trip.uid, limit=MOST_HISTORY, about=about)
    return [
        Done(
            instant(each.at, snapshot.trip.zone, locale()),
            actor_name(each, locale()),
            delegate_history_words(each, locale()),
        )
        for each in entries
    ]
