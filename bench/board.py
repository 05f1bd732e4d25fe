"""The board of trips with 40, 400 and 2000 items: a move, undo, the page, the poll, where it fits.

A longer programme is a longer trip: some thirty items a day for four groups.

The baseline is a bare Flask answering "Hello" through the same client, or the SELECT of the items
alone. The number of queries must not grow with the trip, and time no faster than its items.
"""

import re
from collections.abc import Callable
from itertools import cycle
from typing import Final

from sqlalchemy import select
from werkzeug.test import TestResponse

from bench.findings_trips import Size, a_trip
from bench.measure import Growth, counted, seconds, tell
from bench.pages import A_DAY, NOT_MODIFIED, SIZES, hello, house
from tests.world import CAST, NOW, World
from trips.domain.account.user import COMMAND_LINE, Actor
from trips.domain.board.steps import Move, ShiftAfter, write_step
from trips.domain.fit.index import FitIndex
from trips.domain.fit.spans import list_fits
from trips.extensions import db
from trips.models.item import ItemRow
from trips.models.user import UserRow
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle
from trips.services.planning.board import take_step
from trips.services.planning.undo import undo

TO_AND_FRO: Final = cycle((5, -5))
LANES: Final = ((), ("A",), ("B",), ("C",), ("D",))
TRIP: Final = "trip"
CARD: Final = "item00000"
SHOWN: Final = 3
"""Days beside each other on a screen."""
PART: Final = re.compile(r'data-part="([^"]+)"[^>]*data-etag="([^"]+)"')


def jana() -> Actor:
    """The organiser of the tests' trip."""
    row = db.session.scalar(select(UserRow).where(UserRow.email == CAST["organiser"].email))
    assert row is not None
    return Actor(uid=row.uid, name=row.name, email=row.email, role=row.role)


def measure_steps(size: int, growth: Growth) -> None:
    """Steps as the services write them."""
    actor, uid = jana(), TRIP

    def items_only() -> object:
        db.session.remove()
        return db.session.execute(select(ItemRow.__table__)).all()

    def move() -> object:
        step = Move(uids=(CARD,), minutes=next(TO_AND_FRO))
        return take_step(uid, step, versions={}, actor=actor, now=NOW)

    def shift() -> object:
        step = ShiftAfter(uid=CARD, minutes=next(TO_AND_FRO))
        return take_step(uid, step, versions={}, actor=actor, now=NOW)

    def take_back() -> object:
        move()
        return undo(uid, actor=actor, now=NOW)

    base = seconds(items_only)
    jobs: dict[str, Callable[[], object]] = {
        "one item moved": move,
        "a day shifted": shift,
        "moved and undone": take_back,
    }
    for name, job in jobs.items():
        taken, queries = counted(db.engine, job)
        growth.add(name, size, taken, queries)
        tell(f"{name}, {size} items", taken, base, "select", f"{queries} statements")


def measure_fits(size: int) -> None:
    """Where one card fits on the days in sight and all lanes, once the trip is indexed."""
    snapshot = get_snapshot(TRIP)
    index = FitIndex(snapshot)
    days = sorted({item.starts.date() for item in snapshot.items})[:SHOWN]
    card = snapshot.item_by_uid[CARD]
    list_fits(index, card, days, LANES)
    base = seconds(lambda: FitIndex(snapshot).items)
    job = seconds(lambda: list_fits(index, card, days, LANES))
    tell(f"fits of one card over {len(days)} days, {size} items", job, base, "index ")


def measure_requests(world: World, size: int, bare: float, growth: Growth) -> None:
    """What the browser asks, through the client."""
    client = world.client("organiser")
    address = f"/trips/{TRIP}/board"
    page = client.get(address)
    revision = client.get(f"{address}/changes").get_json()["revision"]
    poll = f"{address}/changes?revision={revision}"
    assert client.get(poll).status_code == NOT_MODIFIED

    seen = dict(PART.findall(page.text))
    assert seen

    def move() -> TestResponse:
        step = write_step(Move(uids=(CARD,), minutes=next(TO_AND_FRO)))
        return client.post(f"{address}/steps", json={"step": step, "versions": {}, "seen": seen})

    jobs: dict[str, Callable[[], TestResponse]] = {
        "poll, nothing new": lambda: client.get(poll),
        "board page": lambda: client.get(address),
        "move request": move,
    }
    with world.app.app_context():
        engine = db.engine
    for name, job in jobs.items():
        answers: list[TestResponse] = []
        taken, queries = counted(engine, lambda: answers.append(job()))  # noqa: B023 used at once
        growth.add(name, size, taken, queries)
        told = f"{queries} queries, {answers[0].status_code}, {len(answers[0].data)} bytes"
        tell(f"{name}, {size} items", taken, bare, "hello ", told)


def main() -> None:
    """Print a line for each size and task."""
    bare, growth = hello(), Growth()
    with house() as world:
        world.app.config["WTF_CSRF_ENABLED"] = False
        for size in SIZES:
            with world.app.app_context():
                days = -(-size // A_DAY)
                made_up = a_trip(Size(days=days, items=size, groups=4, delegates=30))
                store_bundle(made_up, actor=COMMAND_LINE, now=NOW)
                measure_steps(size, growth)
                measure_fits(size)
            measure_requests(world, size, bare, growth)
    growth.tell()


if __name__ == "__main__":
    main()
