"""A trip with 24, 400 and 10,000 participations: registering, the list, the roster as Excel.

Registering is measured against a bare Flask, the roster from the database against a bare loop of
the same library that writes the same cells.
"""

import gc
import tracemalloc
from dataclasses import replace
from functools import partial

from bench.measure import Growth, counted, seconds, tell
from bench.pages import hello, house
from bench.roster import bare
from tests.world import NOW, TOKEN, World
from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.participation import Delegate, DelegateStatus
from trips.domain.person import LanguageLevel, LanguageSkill
from trips.domain.registration_setup import Registration
from trips.domain.snapshot import TripSnapshot
from trips.exports.roster import render
from trips.extensions import db
from trips.queries.briefs.roster import get_roster_brief
from trips.services.importing.bundle import store_bundle

SIZES = (24, 400, 10_000)
SPOKEN = (LanguageSkill("en", LanguageLevel.B2), LanguageSkill("uk", LanguageLevel.NATIVE))


def crowded(snapshot: TripSnapshot, size: int) -> TripSnapshot:
    """The trip with copies of one delegate and their person."""
    part = snapshot.participation_by_uid[UIDS["olena-part"]]
    begun = replace(part.delegate or Delegate(), status=DelegateStatus.STARTED)
    person = snapshot.person_by_uid[part.person]
    more = size - sum(each.delegate is not None for each in snapshot.participations)
    persons = (
        replace(person, uid=f"person{n:010d}", family_name=f"Sample {n}", languages=SPOKEN)
        for n in range(more)
    )
    parts = (replace(part, uid=f"part{n:012d}", person=f"person{n:010d}") for n in range(more))
    others = (each for each in snapshot.participations if each.uid != part.uid)
    return replace(
        snapshot,
        trip=replace(snapshot.trip, registration=Registration(is_open=True), pretend_now=NOW),
        persons=(*snapshot.persons, *persons),
        participations=(replace(part, delegate=begun), *others, *parts),
    )


def measure_registering(world: World, size: int, bare_page: float, growth: Growth) -> None:
    """Saving as typed, through the test client."""
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client()
    names = ("Bondar", "Kovalchuk")
    tries: list[str] = []

    def save() -> None:
        tries.append(names[len(tries) % 2])
        answer = client.post(f"/r/{TOKEN}/person/draft", json={"family_name": tries[-1:]})
        if answer.status_code >= 300:
            raise RuntimeError(answer.status)

    with world.app.app_context():
        engine = db.engine
    taken, queries = counted(engine, save)
    growth.add("registration save", size, taken, queries)
    tell(f"registration save, {size} people", taken, bare_page, "hello ", f"{queries} queries")


def measure_list(world: World, size: int, bare_page: float, growth: Growth) -> None:
    """The organisers' list."""
    jana = world.client("organiser")
    with world.app.app_context():
        engine = db.engine
    sizes: list[int] = []
    taken, queries = counted(
        engine, lambda: sizes.append(len(jana.get(f"/trips/{world.slug}/delegates").data))
    )
    growth.add("list of delegates", size, taken, queries)
    told = f"{queries} queries, {sizes[0]} bytes"
    tell(f"list of delegates, {size} people", taken, bare_page, "hello ", told)


def measure_roster(world: World, size: int, growth: Growth) -> None:
    """From the database to the bytes of the workbook."""

    def make() -> object:
        db.session.remove()
        return render(get_roster_brief(UIDS["trip"]), "de")

    with world.app.app_context():
        taken, queries = counted(db.engine, make)
        brief = get_roster_brief(UIDS["trip"])
        least = seconds(partial(bare, brief))
        gc.collect()
        tracemalloc.start()
        render(brief, "de") if size <= SIZES[1] else None
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    growth.add("roster from the database", size, taken, queries)
    told = f"{queries} queries" + (f", peak {most / 1e6:.1f} MB" if size <= SIZES[1] else "")
    tell(f"roster from the database, {size} people", taken, least, "bare  ", told)


def main() -> None:
    """Print a line for each size and task."""
    bare_page, growth = hello(), Growth()
    with house() as world:
        for size in SIZES:
            with world.app.app_context():
                store_bundle(crowded(trip(), size), actor=COMMAND_LINE, now=NOW)
            measure_registering(world, size, bare_page, growth)
            measure_list(world, size, bare_page, growth)
            measure_roster(world, size, growth)
    growth.tell()


if __name__ == "__main__":
    main()
