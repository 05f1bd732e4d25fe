"""A trip of 40, 400 and 2000 items: snapshot, brief, pages; with their queries.

The baseline is a bare Flask answering "Hello" through the same client, or the SELECT of the items
alone.
"""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import flask_migrate
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from bench.measure import Growth, counted, seconds, tell
from migrations.app import create_app
from tests.world import NOW, TOKEN, World, build
from tests.world_trip import UIDS, trip
from trips.config import read_settings
from trips.domain.account.user import COMMAND_LINE
from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot
from trips.extensions import db
from trips.models.item import ItemRow
from trips.queries.briefs.programme import get_programme_brief
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle

SIZES = (40, 400, 2000)
A_DAY = 28
REQUESTS = 20
NOT_MODIFIED = 304


def grown(snapshot: TripSnapshot, size: int) -> TripSnapshot:
    """The trip with copies of its items, some thirty a day: a longer programme is a longer trip."""
    first = snapshot.items
    more = timedelta(days=size // A_DAY)
    last_stop = snapshot.stops[-1]
    return replace(
        snapshot,
        trip=replace(snapshot.trip, ends_on=snapshot.trip.ends_on + more),
        stops=(
            *snapshot.stops[:-1],
            replace(last_stop, departs_on=last_stop.departs_on + more),
        ),
        items=(*first, *(_copy(first, number) for number in range(size - len(first)))),
    )


def _copy(first: tuple[Item, ...], number: int) -> Item:
    item = first[number % len(first)]
    later = timedelta(days=number // A_DAY, minutes=number % A_DAY * 15)
    return replace(
        item, uid=f"copy{number:012d}", starts=item.starts + later, ends=item.ends + later
    )


@contextmanager
def house() -> Iterator[World]:
    """The cast of the tests on a database of their own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        settings = read_settings(
            {"LERNREISE_INSTANCE": folder, "DATABASE_URL": f"sqlite:///{path / 'bench.sqlite'}"}
        )
        app = create_app(settings)
        app.config["RATELIMIT_ENABLED"] = False
        logging.getLogger("lernreise").setLevel(logging.WARNING)
        with app.app_context():
            flask_migrate.upgrade()
        yield build(app)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def hello() -> float:
    """Seconds for one request to a bare Flask."""
    bare = Flask("bare")
    bare.add_url_rule("/", view_func=lambda: "Hello")
    client = bare.test_client()
    return seconds(lambda: [client.get("/") for _ in range(REQUESTS)]) / REQUESTS


def fresh_snapshot() -> TripSnapshot:
    """As a request does it: nothing kept from before."""
    db.session.remove()
    return get_snapshot(UIDS["trip"])


def measure_reads(world: World, size: int, growth: Growth) -> None:
    """The snapshot and what is made from it, against the items alone."""
    with world.app.app_context():

        def items_only() -> object:
            db.session.remove()
            return db.session.execute(select(ItemRow.__table__)).all()

        base = seconds(items_only)
        read, queries = counted(db.engine, fresh_snapshot)
        growth.add("snapshot", size, read, queries)
        tell(f"snapshot, {size} items", read, base, "select", f"{queries} queries")
        brief, queries = counted(db.engine, lambda: get_programme_brief(UIDS["trip"], "de"))
        growth.add("programme brief", size, brief, queries)
        tell(f"programme brief, {size} items", brief, base, "select", f"{queries} queries")


def measure_pages(world: World, size: int, bare: float, growth: Growth) -> None:
    """Pages through the test client, against a bare Flask."""
    organiser, reader = world.client("organiser"), world.client()
    public = f"/p/{TOKEN}?lang=de"
    tag = reader.get(public).headers["ETag"]
    pages = {
        "trip overview": lambda: organiser.get(f"/trips/{world.slug}/"),
        "programme page": lambda: organiser.get(f"/trips/{world.slug}/programme"),
        "public page, warm": lambda: reader.get(public),
        "public page, not modified": lambda: reader.get(public, headers={"If-None-Match": tag}),
    }
    with world.app.app_context():
        engine = db.engine
    for name, get in pages.items():
        answers: list[TestResponse] = []
        taken, queries = counted(engine, lambda: answers.append(get()))  # noqa: B023 used at once
        growth.add(name, size, taken, queries)
        told = f"{queries} queries, {answers[0].status_code}, {len(answers[0].data)} bytes"
        tell(f"{name}, {size} items", taken, bare, "hello ", told)


def main() -> None:
    """Print a line for each size and task."""
    bare, growth = hello(), Growth()
    with house() as world:
        for size in SIZES:
            with world.app.app_context():
                store_bundle(grown(trip(), size), actor=COMMAND_LINE, now=NOW)
            measure_reads(world, size, growth)
            measure_pages(world, size, bare, growth)
    growth.tell()


if __name__ == "__main__":
    main()
