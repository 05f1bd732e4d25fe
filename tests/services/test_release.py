"""Releases are numbered, never changed, and hold nobody's name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.world import build
from tests.world_trip import UIDS, at, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.item import Item, ItemStatus
from trips.domain.releases.content import UNNAMED
from trips.domain.releases.model import Release
from trips.domain.snapshot import TripSnapshot
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.job import JobRow
from trips.models.person import PersonRow
from trips.models.release import ReleaseRow
from trips.queries.release import (
    DamagedReleaseError,
    ReleaseNotFoundError,
    find_newest,
    find_next_number,
    get_release,
    get_release_snapshot,
    list_releases,
)
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision
from trips.services.importing.bundle import store_bundle
from trips.services.release import TELL, BlockedError, NothingChangedError, make_release
from trips.services.unit import MissingError, unit

TRIP, VISIT = UIDS["trip"], UIDS["visit"]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
RACERS = 4


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    build(app)
    with app.app_context():
        yield


def released(name: str = "First", *, hours: int = 0, reason: str = "because") -> Release:
    now = NOW + timedelta(hours=hours)
    return make_release(TRIP, name, actor=COMMAND_LINE, now=now, reason=reason)


def store(*items: Item, **values: Any) -> TripSnapshot:
    """Make the world's trip have these items, or other values."""
    snapshot = replace(trip(), **({"items": items} if items else {}), **values)
    store_bundle(snapshot, actor=COMMAND_LINE, now=NOW)
    return snapshot


def item(uid: str = VISIT, **values: Any) -> Item:
    return replace(trip().item_by_uid[uid], **values)


def others() -> tuple[Item, ...]:
    return tuple(each for each in trip().items if each.uid != VISIT)


def test_releases_are_numbered_from_one() -> None:
    assert find_next_number(get_snapshot(TRIP), find_revision(TRIP)) == 1
    first = released("  First ")
    assert (first.number, first.name, first.author) == (1, "First", COMMAND_LINE.name)
    store(item(room="Saal 2"), *others())
    second = released("Second", hours=1)
    assert [each.number for each in list_releases(TRIP)] == [2, 1]
    assert find_newest(TRIP) == second
    assert second.counts == (("place", 1),)


def test_the_same_programme_is_not_released_twice() -> None:
    released()
    assert find_next_number(get_snapshot(TRIP), find_revision(TRIP)) is None
    with pytest.raises(NothingChangedError) as refused:
        released("Again")
    assert refused.value.number == 1
    store(item(internal_note="Call again", capacity=7), *others())
    assert find_next_number(get_snapshot(TRIP), find_revision(TRIP)) is None
    with pytest.raises(NothingChangedError):
        released("Again")
    assert len(list_releases(TRIP)) == 1


def test_a_release_stays_as_it_was_while_the_draft_goes_on() -> None:
    released()
    store(item(starts=at(16, 8), room="Saal 2"), others()[0])
    old = get_release_snapshot(TRIP, 1)
    assert old.item_by_uid[VISIT].starts == at(16, 10)
    assert UIDS["talk"] in old.item_by_uid
    assert get_snapshot(TRIP).item_by_uid[VISIT].starts == at(16, 8)


def test_ideas_and_internal_items_are_not_released() -> None:
    store(item(status=ItemStatus.IDEA), *others())
    released()
    assert {each.uid for each in get_release_snapshot(TRIP, 1).items} == {UIDS["talk"]}


def test_nobodys_name_contact_or_need_is_kept_in_a_release() -> None:
    released()
    bundle = db.session.scalar(select(ReleaseRow.bundle))
    snapshot = get_snapshot(TRIP)
    for person in snapshot.persons:
        for words in (person.family_name, person.email, person.phone):
            assert not words or words not in bundle, words
    for secret in ("vegetarian", "wheelchair", "diet", "access", "consents", "given_name", "phone"):
        assert f'"{secret}"' not in bundle
    assert UIDS["thandi"] in bundle


def test_people_in_a_release_are_as_they_are_today() -> None:
    released()
    names = {each.uid: each.name for each in get_release_snapshot(TRIP, 1).persons}
    assert names[UIDS["thandi"]] == get_snapshot(TRIP).person_by_uid[UIDS["thandi"]].name
    with unit(COMMAND_LINE, NOW) as work:
        blank = {"given_name": "", "family_name": "", "anonymised_at": NOW}
        work.session.execute(
            update(PersonRow).where(PersonRow.uid == UIDS["thandi"]).values(**blank)
        )
    names = {each.uid: each.name for each in get_release_snapshot(TRIP, 1).persons}
    assert names[UIDS["thandi"]] == UNNAMED


def test_whoever_left_the_trip_agrees_to_nothing_any_more() -> None:
    released()
    before = get_release_snapshot(TRIP, 1).participation_by_uid[UIDS["thandi-part"]]
    assert before.consents == trip().participation_by_uid[UIDS["thandi-part"]].consents != ()
    left = tuple(each for each in trip().participations if each.uid != UIDS["thandi-part"])
    store(participations=left)
    after = get_release_snapshot(TRIP, 1).participation_by_uid[UIDS["thandi-part"]]
    assert (after.consents, after.person) == ((), UIDS["thandi"])


def test_a_changed_release_is_noticed() -> None:
    released()
    with unit(COMMAND_LINE, NOW) as work:
        row = work.session.scalars(select(ReleaseRow)).one()
        row.bundle = row.bundle.replace("10:00", "11:00")
    with pytest.raises(DamagedReleaseError):
        get_release(TRIP, 1)
    assert [each.number for each in list_releases(TRIP)] == [1]


def test_what_blocks_needs_a_reason_and_the_reason_is_kept() -> None:
    with pytest.raises(BlockedError) as refused:
        released(reason="")
    assert refused.value.findings
    assert list_releases(TRIP) == ()
    released(reason="The minister insists.")
    after = db.session.scalars(select(HistoryRow.after).where(HistoryRow.verb == "release")).one()
    assert (after["number"], after["despite"]) == (1, "The minister insists.")


def test_those_concerned_are_told_by_a_job_from_the_second_release_on() -> None:
    def jobs() -> list[dict[str, Any]]:
        return list(db.session.scalars(select(JobRow.payload).where(JobRow.kind == TELL)))

    released()
    assert jobs() == []
    store(item(room="Saal 2"), *others())
    released("Second", hours=1)
    assert jobs() == [{"trip": TRIP, "release": 2}]


def test_there_must_be_such_a_trip_and_such_a_release() -> None:
    with pytest.raises(MissingError):
        make_release("nowhere", "x", actor=COMMAND_LINE, now=NOW)
    with pytest.raises(ReleaseNotFoundError):
        get_release(TRIP, 7)


@pytest.mark.both_databases
def test_who_releases_at_the_same_moment_makes_one_release(app: Flask) -> None:
    start, found = Barrier(RACERS), []

    def race(name: str) -> None:
        with app.app_context():
            start.wait()
            try:
                found.append(released(name).number)
            except NothingChangedError:
                found.append(0)

    threads = [Thread(target=race, args=(f"Racer {number}",)) for number in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [0] * (RACERS - 1) + [1]
    assert [each.number for each in list_releases(TRIP)] == [1]
