"""The brief of a list of people."""

from trips.domain.briefs.list_plan import COMPLETE, ListPlan
from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.roster import RosterBrief
from trips.queries.briefs.state import get_state


def get_roster_brief(
    trip_uid: str,
    plan: ListPlan = COMPLETE,
    *,
    is_reduced: bool = False,
    release: int | None = None,
) -> RosterBrief:
    """The people of a release or of the draft as a plan wants them, or reduced for everybody."""
    state = get_state(trip_uid, release)
    return brief_roster(state.snapshot, state.stamp, plan, is_reduced=is_reduced)
