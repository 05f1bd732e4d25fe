"""The brief of a trip's roster."""

from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.roster import RosterBrief
from trips.queries.briefs.state import get_state


def get_roster_brief(
    trip_uid: str, *, is_reduced: bool = False, release: int | None = None
) -> RosterBrief:
    """The roster of a release or of the draft: complete, or reduced to what everybody may read."""
    state = get_state(trip_uid, release)
    return brief_roster(state.snapshot, state.stamp, is_reduced=is_reduced)
