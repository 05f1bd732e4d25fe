"""What the newest release changed."""

from trips.domain.releases.difference import Changed, difference
from trips.queries.release import DamagedReleaseError, get_release
from trips.queries.snapshot import get_snapshot


def list_changes(trip_uid: str, number: int) -> tuple[Changed, ...]:
    """What a release changed against the one before; nothing for the first, or beside a damaged."""
    if number == 1:
        return ()
    draft = get_snapshot(trip_uid)
    try:
        old, new = (get_release(trip_uid, each, draft).snapshot for each in (number - 1, number))
    except DamagedReleaseError:
        return ()
    return difference(old, new).changes
