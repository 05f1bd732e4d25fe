"""The brief of a trip's roster."""

from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.roster import RosterBrief
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import get_changed_at


def get_roster_brief(trip_uid: str) -> RosterBrief:
    """The complete roster as it stands."""
    snapshot = get_snapshot(trip_uid)
    trip = snapshot.trip
    as_of = trip.pretend_now or get_changed_at(trip_uid)
    return brief_roster(snapshot, Stamp(as_of=as_of, zone=trip.zone, is_sample=trip.is_sample))
