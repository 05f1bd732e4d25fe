"""Bundles: reading one in the press and storing it, taking one out again."""

from dataclasses import dataclass, replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.importing.copying import as_new_trip
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.domain.values.wire import Fault
from trips.doors.press import Press
from trips.queries.snapshot import get_snapshot
from trips.services.bundle import Stored, store_bundle
from trips.services.unit import new_uid


class BundleFaultsError(Exception):
    """A bundle that cannot be imported, with every reason."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def read_bundle(data: bytes, press: Press) -> TripSnapshot:
    """The trip in a bundle. Raises `BundleFaultsError` and `PressError`."""
    reading = press.read("bundle", data)
    if reading.snapshot is None:
        raise BundleFaultsError(reading.faults)
    found: TripSnapshot = reading.snapshot
    return found


@dataclass(frozen=True)
class Renaming:
    """What an imported trip is to be called instead; with a slug it becomes a trip of its own."""

    slug: str | None = None
    title: str | None = None


def import_bundle(
    data: bytes,
    press: Press,
    renaming: Renaming | None = None,
    *,
    actor: Actor,
    now: datetime,
    is_rehearsal: bool = False,
) -> Stored:
    """Read a bundle and store it. Raises `BundleFaultsError`, `PressError`, `SlugTakenError`."""
    snapshot = read_bundle(data, press)
    if renaming and renaming.slug:
        snapshot = as_new_trip(snapshot, renaming.slug, new_uid)
    if renaming and renaming.title:
        title = Text(dict.fromkeys(snapshot.trip.languages, renaming.title))
        snapshot = replace(snapshot, trip=replace(snapshot.trip, title=title))
    return store_bundle(snapshot, actor=actor, now=now, is_rehearsal=is_rehearsal)


def export_bundle(trip_uid: str, press: Press) -> bytes:
    """The bundle of a trip. Raises `TripNotFoundError` and `PressError`."""
    return press.render("bundle", get_snapshot(trip_uid), "en")
