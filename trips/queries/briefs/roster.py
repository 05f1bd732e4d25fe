"""The brief of a trip's roster."""

from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.roster import RosterBrief
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import get_changed_at


def get_roster_brief(trip_uid: str, *, is_reduced: bool = False) -> RosterBrief:
    """The roster as it stands: complete, or reduced to what everybody may read."""
    snapshot = get_snapshot(trip_uid)
    trip = snapshot.trip
    as_of = trip.pretend_now or get_changed_at(trip_uid)
    stamp = Stamp(as_of=as_of, zone=trip.zone, is_sample=trip.is_sample)
    return brief_roster(snapshot, stamp, is_reduced=is_reduced)
