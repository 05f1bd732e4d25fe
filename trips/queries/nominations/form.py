"""The brief of the form that a delegation fills in."""

from trips.domain.nominations.form import NominationBrief, brief_nominations
from trips.queries.briefs.state import get_state
from trips.queries.trip import find_revision


def get_nomination_brief(trip_uid: str, delegation: str) -> NominationBrief:
    """The form of a delegation as the draft has it. Raises `KeyError`, `TripNotFoundError`."""
    revision = find_revision(trip_uid)
    state = get_state(trip_uid, None)
    return brief_nominations(state.snapshot, delegation, state.stamp, revision)
