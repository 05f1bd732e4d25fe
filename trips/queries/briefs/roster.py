"""The brief of a list of people."""

from dataclasses import replace

from trips.domain.briefs.list_memory import MemoryKey, memory_key
from trips.domain.briefs.list_plan import COMPLETE, ListPlan
from trips.domain.briefs.people_builder import brief_everybody, brief_roster
from trips.domain.briefs.roster import RosterBrief
from trips.extensions import doors
from trips.queries.briefs.state import get_state


def get_roster_brief(
    trip_uid: str,
    plan: ListPlan = COMPLETE,
    *,
    is_reduced: bool = False,
    release: int | None = None,
) -> RosterBrief:
    """The people of a release or of the draft as a plan wants them, or reduced for everybody.

    The complete roster may be brought back, so it remembers what it says.
    """
    state = get_state(trip_uid, release)
    brief = brief_roster(state.snapshot, state.stamp, plan, is_reduced=is_reduced)
    is_complete = plan.key == COMPLETE.key and not is_reduced
    return replace(brief, memory=get_memory_key(trip_uid)) if is_complete else brief


def get_everybody_brief(trip_uid: str) -> RosterBrief:
    """Everybody on the trip of today, whether they come or not: what a roster is compared with."""
    state = get_state(trip_uid, None)
    brief = brief_everybody(state.snapshot, state.stamp)
    return replace(brief, memory=get_memory_key(trip_uid))


def get_memory_key(trip_uid: str) -> MemoryKey:
    """What the marks of a trip's lists are made with."""
    return memory_key(trip_uid, doors().settings.secret_key)
