"""The brief of the workbook that is changed in Excel and brought back."""

from trips.domain.briefs.workbook import WorkbookBrief, brief_workbook
from trips.queries.briefs.state import get_state
from trips.queries.trip import find_revision


def get_workbook_brief(trip_uid: str) -> WorkbookBrief:
    """The draft, as that alone can be changed. Raises `TripNotFoundError`."""
    revision = find_revision(trip_uid)
    state = get_state(trip_uid, None)
    return brief_workbook(state.snapshot, state.stamp, revision)
