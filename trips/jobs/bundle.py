"""Bundles: reading one in the press and storing it, taking one out again."""

from dataclasses import dataclass, replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.importing.copying import as_new_trip
from trips.domain.importing.difference import KindDifference, compare_trips
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.domain.values.wire import Fault
from trips.doors.press import Press
from trips.queries.book import get_book
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision
from trips.services.importing.bundle import Stored, store_bundle
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


@dataclass(frozen=True, kw_only=True)
class BundlePreview:
    """A trip in a file, and what storing it would change."""

    snapshot: TripSnapshot
    revision: int
    """Of the trip as it is stored; 0 if it is not."""
    differences: tuple[KindDifference, ...]

    @property
    def is_new(self) -> bool:
        """True if there is no such trip yet."""
        return not self.revision

    @property
    def changes_anything(self) -> bool:
        """False for a file that says what is stored."""
        return any(each.is_any for each in self.differences)


def preview_bundle(data: bytes, press: Press, renaming: Renaming | None = None) -> BundlePreview:
    """Compare a bundle with what is stored. Raises `BundleFaultsError` and `PressError`."""
    snapshot = renamed(read_bundle(data, press), renaming or Renaming())
    revision = find_revision(snapshot.trip.uid)
    stored = get_snapshot(snapshot.trip.uid) if revision else None
    return BundlePreview(
        snapshot=snapshot,
        revision=revision,
        differences=compare_trips(stored, snapshot, get_book()),
    )


def renamed(snapshot: TripSnapshot, renaming: Renaming) -> TripSnapshot:
    """The trip under its other name."""
    if renaming.slug:
        snapshot = as_new_trip(snapshot, renaming.slug, new_uid)
    if renaming.title:
        title = Text(dict.fromkeys(snapshot.trip.languages, renaming.title))
        snapshot = replace(snapshot, trip=replace(snapshot.trip, title=title))
    return snapshot


def import_bundle(
    data: bytes,
    press: Press,
    renaming: Renaming | None = None,
    *,
    actor: Actor,
    now: datetime,
) -> Stored:
    """Read a bundle and store it, whatever it changes.

    Raises `BundleFaultsError`, `PressError`, and what `store_bundle` raises.
    """
    snapshot = renamed(read_bundle(data, press), renaming or Renaming())
    return store_bundle(snapshot, actor=actor, now=now)


def export_bundle(trip_uid: str, press: Press) -> bytes:
    """The bundle of a trip. Raises `TripNotFoundError` and `PressError`."""
    return press.render("bundle", get_snapshot(trip_uid), "en")
