"""Going back to a release is one step: everything published is as it was, everything else stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.world import build
from tests.world_trip import UIDS, at, trip
from trips.domain.account.user import Actor, InstanceRole
from trips.domain.item import HostStatus, Item, ItemKind, ItemStatus
from trips.domain.releases.content import published, write_content
from trips.domain.releases.difference import difference
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Stop
from trips.domain.trip import DayNote
from trips.domain.values.text import Text
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.queries.release import get_release_snapshot
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision
from trips.services.importing.bundle import store_bundle
from trips.services.itinerary import add_stop, remove_leg, remove_stop
from trips.services.planning.item_rows import ItemWriter
from trips.services.planning.restoring import DraftChangedError, restore_release
from trips.services.planning.undo import redo, undo
from trips.services.release import make_release
from trips.services.unit import unit

TRIP, VISIT, TALK, LEG = UIDS["trip"], UIDS["visit"], UIDS["talk"], UIDS["leg"]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
JANA = Actor(uid="jana", name="Jana", email="", role=InstanceRole.ORGANISER)
LUNCH = Item(
    uid="lunchaaaaaaaaaaa",
    kind=ItemKind.MEAL,
    title=Text(de="Mittagessen"),
    starts=at(16, 12),
    ends=at(16, 13),
    stop=UIDS["leipzig"],
    status=ItemStatus.CONFIRMED,
)


@pytest.fixture(autouse=True)
def _released(app: Flask) -> Iterator[None]:
    build(app)
    with app.app_context():
        note = DayNote(on=date(2026, 3, 16), sentence=Text(de="Ankommen"))
        store_bundle(replace(trip(), trip=replace(trip().trip, days=(note,))), actor=JANA, now=NOW)
        make_release(TRIP, "First", actor=JANA, now=NOW, reason="a test")
        yield


def work_on(
    *, changed: tuple[Item, ...] = (), added: tuple[Item, ...] = (), gone: str = ""
) -> None:
    """Somebody plans on."""
    with unit(JANA, NOW + timedelta(hours=1), trip=TRIP) as work:
        snapshot = get_snapshot(TRIP)
        writer = ItemWriter(work, snapshot)
        for item in changed:
            writer.update(snapshot.item_by_uid[item.uid], item)
        for item in added:
            writer.insert(item)
        if gone:
            writer.remove(snapshot.item_by_uid[gone])
        writer.finish()


def draft_item(uid: str, **values: Any) -> Item:
    return replace(get_snapshot(TRIP).item_by_uid[uid], **values)


def go_back() -> int:
    revision = find_revision(TRIP)
    return restore_release(TRIP, 1, revision, actor=JANA, now=NOW + timedelta(hours=2))


def text_of(snapshot: TripSnapshot) -> str:
    return write_content(published(snapshot))


def test_what_was_moved_added_and_removed_is_as_it_was() -> None:
    moved = draft_item(VISIT, starts=at(17, 15), ends=at(17, 16), title=Text(de="Anders"))
    work_on(changed=(moved,), added=(LUNCH,), gone=TALK)
    assert go_back() == 3
    assert difference(get_release_snapshot(TRIP, 1), get_snapshot(TRIP)).is_empty
    assert text_of(get_snapshot(TRIP)) == text_of(get_release_snapshot(TRIP, 1))
    assert go_back() == 0


def test_undo_takes_all_of_it_back_and_redo_does_it_again() -> None:
    moved = draft_item(VISIT, starts=at(17, 15), ends=at(17, 16), groups=("B",))
    work_on(changed=(moved,), added=(LUNCH,), gone=TALK)
    before, went_on = text_of(get_snapshot(TRIP)), NOW + timedelta(hours=3)
    go_back()
    steps = db.session.scalars(select(HistoryRow.step).where(HistoryRow.verb == "go_back"))
    assert len(set(steps)) == 1
    undone = undo(TRIP, actor=JANA, now=went_on)
    assert text_of(get_snapshot(TRIP)) == before
    assert (undone.label.verb, undone.label.number) == ("go_back", 3)
    redo(TRIP, actor=JANA, now=went_on)
    assert text_of(get_snapshot(TRIP)) == text_of(get_release_snapshot(TRIP, 1))


def test_stops_journeys_and_day_notes_go_back_and_forth_too() -> None:
    for item in get_snapshot(TRIP).items:
        if item.stop == UIDS["nuremberg"]:
            work_on(gone=item.uid)
    remove_leg(TRIP, LEG, actor=JANA, now=NOW)
    remove_stop(TRIP, UIDS["nuremberg"], actor=JANA, now=NOW)
    before = text_of(get_snapshot(TRIP))
    assert go_back() == 2
    assert text_of(get_snapshot(TRIP)) == text_of(get_release_snapshot(TRIP, 1))
    undo(TRIP, actor=JANA, now=NOW + timedelta(hours=3))
    assert text_of(get_snapshot(TRIP)) == before


def test_a_city_that_came_since_goes_with_its_items_and_comes_back_with_them() -> None:
    erfurt = Stop(
        uid="erfurtaaaaaaaaaa",
        city=Text(de="Erfurt"),
        arrives_on=date(2026, 3, 16),
        departs_on=date(2026, 3, 17),
    )
    add_stop(TRIP, erfurt, actor=JANA, now=NOW)
    work_on(changed=(draft_item(TALK, stop=erfurt.uid),), added=(replace(LUNCH, stop=erfurt.uid),))
    before = text_of(get_snapshot(TRIP))
    assert go_back() == 3
    assert erfurt.uid not in get_snapshot(TRIP).stop_by_uid
    undo(TRIP, actor=JANA, now=NOW + timedelta(hours=3))
    assert text_of(get_snapshot(TRIP)) == before


def test_what_is_not_published_and_what_people_said_stays() -> None:
    visit = draft_item(VISIT)
    answered = tuple(replace(host, status=HostStatus.DECLINED) for host in visit.hosts)
    noted = replace(visit, hosts=answered, internal_note="Ring the bell", starts=at(16, 9))
    idea = replace(LUNCH, uid="ideaaaaaaaaaaaaa", status=ItemStatus.IDEA)
    work_on(changed=(noted,), added=(idea,))
    people = get_snapshot(TRIP).participations
    go_back()
    after = get_snapshot(TRIP)
    found = after.item_by_uid[VISIT]
    assert (found.starts, found.internal_note) == (at(16, 10), "Ring the bell")
    assert [host.status for host in found.hosts] == [HostStatus.DECLINED]
    assert idea.uid in after.item_by_uid
    assert UIDS["secret"] in after.item_by_uid
    assert after.participations == people


def test_who_looked_at_another_state_is_asked_to_look_again() -> None:
    revision = find_revision(TRIP)
    work_on(added=(LUNCH,))
    with pytest.raises(DraftChangedError):
        restore_release(TRIP, 1, revision, actor=JANA, now=NOW)
    assert LUNCH.uid in get_snapshot(TRIP).item_by_uid


def test_calendars_hear_of_the_way_back() -> None:
    work_on(changed=(draft_item(VISIT, starts=at(16, 9)),))
    make_release(TRIP, "Second", actor=JANA, now=NOW, reason="a test")
    go_back()
    third = make_release(TRIP, "Third", actor=JANA, now=NOW, reason="a test")
    assert dict(third.counts) == {"time": 1}
