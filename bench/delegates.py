"""A trip with 24, 400 and 10,000 participations: registering, the list, the roster as Excel.

Registering and the list are measured against a bare Flask. The roster is measured in its two
halves: reading the trip and choosing what the roster says, against the SELECT of its people; and
writing the workbook, against a bare loop of the same library that writes the same cells.
"""

from dataclasses import replace
from functools import partial

from sqlalchemy import select

from bench.crowd import crowd
from bench.measure import Growth, counted, peak, seconds, tell
from bench.pages import hello, house
from bench.roster import bare, cells_of
from tests.world import NOW, TOKEN, World
from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.registration_setup import Registration
from trips.exports.roster import render
from trips.extensions import db
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.queries.briefs.roster import get_roster_brief
from trips.services.importing.bundle import store_bundle

SIZES = (24, 400, 10_000)


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


def measure_roster(size: int, growth: Growth) -> None:
    """From the database to the bytes of the workbook."""

    def people_only() -> object:
        db.session.remove()
        joined = select(PersonRow.__table__, ParticipationRow.__table__).join_from(
            PersonRow, ParticipationRow
        )
        return db.session.execute(joined).all()

    def read() -> object:
        db.session.remove()
        return get_roster_brief(UIDS["trip"])

    base = seconds(people_only)
    taken, queries = counted(db.engine, read)
    growth.add("roster read", size, taken, queries)
    tell(f"roster read, {size} people", taken, base, "select", f"{queries} queries")
    brief = get_roster_brief(UIDS["trip"])
    least = seconds(partial(bare, cells_of(brief)))
    write = partial(render, brief, "de")
    taken = seconds(write)
    growth.add("roster written", size, taken, 0)
    told = f"peak {peak(write):.1f} MB" if size <= SIZES[1] else ""
    tell(f"roster written, {size} people", taken, least, "bare  ", told)


def main() -> None:
    """Print a line for each size and task."""
    bare_page, growth = hello(), Growth()
    first = trip()
    is_open = replace(first.trip, registration=Registration(is_open=True), pretend_now=NOW)
    with house() as world:
        with world.app.app_context():
            store_bundle(replace(first, trip=is_open), actor=COMMAND_LINE, now=NOW)
        world.client("organiser").get(f"/trips/{world.slug}/delegates")
        for size in SIZES:
            with world.app.app_context():
                crowd(UIDS["olena-part"], size)
            measure_registering(world, size, bare_page, growth)
            measure_list(world, size, bare_page, growth)
            with world.app.app_context():
                measure_roster(size, growth)
    growth.tell()


if __name__ == "__main__":
    main()
