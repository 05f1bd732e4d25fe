"""The state of a trip that a document shows: a release, or the draft."""

from dataclasses import dataclass

from trips.domain.briefs.programme import Stamp
from trips.domain.releases.calendar import Entries, next_entries
from trips.domain.releases.personal import Turns, next_turns
from trips.domain.snapshot import TripSnapshot
from trips.queries.release import find_told, get_release
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import get_changed_at


@dataclass(frozen=True)
class TripState:
    """The trip as it is shown, its stamp, and what calendars are told of it."""

    snapshot: TripSnapshot
    stamp: Stamp
    entries: Entries
    turns: Turns
    draft: TripSnapshot
    """The trip today, whatever is shown."""


def get_state(trip_uid: str, number: int | None) -> TripState:
    """Release `number` or, if that is none, the draft; raises as `get_release`."""
    draft = get_snapshot(trip_uid)
    trip = draft.trip
    if number is None:
        as_of = trip.pretend_now or get_changed_at(trip_uid)
        stamp = Stamp(as_of=as_of, zone=trip.zone, is_sample=trip.is_sample)
        return TripState(draft, stamp, *_as_if_released(draft, stamp), draft)
    opened = get_release(trip_uid, number, draft)
    stamp = Stamp(
        as_of=opened.release.made_at,
        zone=trip.zone,
        number=number,
        name=opened.release.name,
        is_sample=trip.is_sample,
    )
    return TripState(opened.snapshot, stamp, opened.entries, opened.turns, draft)


def _as_if_released(draft: TripSnapshot, stamp: Stamp) -> tuple[Entries, Turns]:
    """What calendars would be told if the draft were released now; nothing before release 1."""
    told = find_told(draft)
    if told is None:
        return {}, {}
    entries = next_entries(told.entries, told.snapshot, draft, stamp.as_of)
    return entries, next_turns(told.turns, told.readable, draft, stamp.as_of)
