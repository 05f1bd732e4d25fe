"""Who took part, as figures and bars: exact, or with small cells put together for the public."""

from typing import Final

from flask import Blueprint, request

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.presets import PLANS, ListPreset
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.statistics import DEFINED_ON
from trips.domain.privacy.limits import fewest_of
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot
from trips.views import frame, guards
from trips.views.lists.figures import plots_of
from trips.views.preferences import locale

bp = Blueprint("statistics", __name__)
PUBLIC: Final = "public"


@bp.get("/trips/<slug>/statistics")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """The figures of the trip."""
    snapshot = get_snapshot(guards.require_access().uid)
    is_public = request.args.get("for") == PUBLIC
    preset = ListPreset.PUBLIC_FIGURES if is_public else ListPreset.FIGURES
    counts = brief_roster(snapshot, _stamp(snapshot), PLANS[preset]).figures
    return frame.render(
        "lists/statistics.html",
        snapshot,
        "delegates",
        total=counts.total if counts else None,
        plots=plots_of(counts, locale()) if counts else [],
        is_public=is_public,
        preset=preset.value,
        fewest=fewest_of(snapshot.trip.limits),
        defined_on=DEFINED_ON,
        as_of=_stamp(snapshot).as_of,
    )


def _stamp(snapshot: TripSnapshot) -> Stamp:
    trip = snapshot.trip
    return Stamp(as_of=clock.now(trip), zone=trip.zone, is_sample=trip.is_sample)
