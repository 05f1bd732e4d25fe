"""The brief of a trip's programme."""

from functools import lru_cache
from typing import Final

from trips.domain.briefs.programme import ProgrammeBrief
from trips.domain.briefs.programme_builder import Edition, brief_programme
from trips.domain.releases.calendar import in_calendar, list_cancelled
from trips.domain.releases.personal import OwnProgrammes, personal_entries
from trips.domain.route_map.picture import MapStop, RouteMap, build_route_map
from trips.domain.route_map.view import Window
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.geo import GeoPoint
from trips.queries.briefs.state import TripState, get_state
from trips.queries.outlines import get_outlines

MAPS_KEPT: Final = 32
"""The map of a trip changes seldom and is on its overview; one takes about 20 kB."""


def map_of(snapshot: TripSnapshot, locale: str, window: Window | None = None) -> RouteMap | None:
    """The route map of a trip in one language; none where no stop has a position."""
    stops = tuple(
        MapStop(
            name=stop.city.shown(locale).text,
            place=GeoPoint(stop.latitude, stop.longitude),
            hue=snapshot.hue_by_stop[stop.uid],
        )
        for stop in snapshot.stops
        if stop.latitude is not None and stop.longitude is not None
    )
    return _drawn(stops, locale, window)


@lru_cache(maxsize=MAPS_KEPT)
def _drawn(stops: tuple[MapStop, ...], locale: str, window: Window | None) -> RouteMap | None:
    return build_route_map(stops, get_outlines(), language=locale, window=window)


def get_programme_brief(
    trip_uid: str, locale: str, *, group: str = "", url: str = "", release: int | None = None
) -> ProgrammeBrief:
    """The programme of a release, or the draft as it stands, for everyone or one group.

    Raises `TripNotFoundError`, and for releases what `get_release` raises.
    """
    state = get_state(trip_uid, release)
    edition = Edition(
        as_of=state.stamp.as_of,
        number=state.stamp.number,
        name=state.stamp.name,
        group=group,
        map=map_of(state.snapshot, locale),
        url=url,
        cancelled=list_cancelled(state.entries, group),
    )
    return brief_programme(in_calendar(state.snapshot, state.entries), edition)


def get_personal_brief(
    trip_uid: str, locale: str, participation: str, *, url: str = "", release: int | None = None
) -> ProgrammeBrief:
    """The programme of a release, or of the draft, as one person takes part in it.

    Whoever was never on the trip gets an empty one. Raises as `get_programme_brief`.
    """
    state = get_state(trip_uid, release)
    today = state.draft.participation_by_uid.get(participation)
    own = OwnProgrammes(state.snapshot).uids_of(participation, today)
    entries = personal_entries(state.entries, state.turns.get(participation, ()), own)
    edition = Edition(
        as_of=state.stamp.as_of,
        number=state.stamp.number,
        name=state.stamp.name,
        only=own,
        reader=_reader(state, participation),
        map=map_of(state.snapshot, locale),
        url=url,
        cancelled=list_cancelled(entries),
    )
    return brief_programme(in_calendar(state.snapshot, entries), edition)


def _reader(state: TripState, uid: str) -> str:
    for snapshot in (state.draft, state.snapshot):
        if uid in snapshot.participation_by_uid:
            return snapshot.person_by_uid[snapshot.participation_by_uid[uid].person].name
    return ""
