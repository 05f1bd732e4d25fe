"""The list of people: who is found, under which heading, and what the filters count."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.world_trip import UIDS, trip
from trips.domain.organisation import Organisation
from trips.domain.pages.delegate_list import (
    PAGE_SIZE,
    DelegateList,
    entry_of,
    interpreting_need,
    list_people,
)
from trips.domain.pages.people_filter import Order, Part, Wanted
from trips.domain.participation import DelegateStatus, Journey, Participation
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text


def names(people: DelegateList) -> list[str]:
    return [row.person.family_name for section in people.sections for row in section.rows]


def changed(snapshot: TripSnapshot, uid: str, **fields: object) -> TripSnapshot:
    people = tuple(
        replace(each, **fields) if each.uid == UIDS[uid] else each
        for each in snapshot.participations
    )
    return replace(snapshot, participations=people)


def with_status(snapshot: TripSnapshot, uid: str, status: DelegateStatus) -> TripSnapshot:
    delegate = snapshot.participation_by_uid[UIDS[uid]].delegate
    return changed(snapshot, uid, delegate=replace(delegate, status=status))


def test_delegates_stand_under_their_delegations_and_staff_apart() -> None:
    people = list_people(trip(), Wanted())
    assert [section.delegation.name.shown("de").text for section in people.sections] == [
        "Südafrika",
        "Ukraine",
    ]
    assert names(people) == ["Dlamini", "Ґалаґан"]
    assert people.parts == {Part.DELEGATES: 2, Part.STAFF: 2}
    staff = list_people(trip(), Wanted(part=Part.STAFF))
    assert [section.role for section in staff.sections] == ["organiser", "interpreter"]


@pytest.mark.parametrize(
    "status",
    [
        DelegateStatus.WITHDRAWN,
        DelegateStatus.DECLINED,
        DelegateStatus.REPLACED,
    ],
)
def test_who_is_not_coming_leaves_the_list_but_is_not_lost(status: DelegateStatus) -> None:
    snapshot = with_status(trip(), "olena-part", status)
    assert names(list_people(snapshot, Wanted())) == ["Dlamini"]
    assert names(list_people(snapshot, Wanted(part=Part.LEFT))) == ["Ґалаґан"]


def test_who_waits_has_a_list_of_their_own_in_the_order_of_waiting() -> None:
    snapshot = trip()
    since = {"olena-part": 2, "thandi-part": 1}
    for name, day in since.items():
        snapshot = with_status(snapshot, name, DelegateStatus.WAITLISTED)
        waiting = tuple(
            replace(
                each,
                delegate=replace(each.delegate, status_at=datetime(2026, 1, day, tzinfo=UTC)),
            )
            if each.uid == UIDS[name]
            else each
            for each in snapshot.participations
        )
        snapshot = replace(snapshot, participations=waiting)
    for order in Order:
        people = list_people(snapshot, Wanted(part=Part.WAITING, order=order))
        assert names(people) == ["Dlamini", "Ґалаґан"]
    assert list_people(snapshot, Wanted()).total == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(status="confirmed"), ["Dlamini"]),
        (Wanted(status="unanswered"), ["Ґалаґан"]),
        (Wanted(status="started"), []),
        (Wanted(status="invited"), ["Ґалаґан"]),
        (Wanted(delegation=UIDS["ukraine"]), ["Ґалаґан"]),
        (Wanted(language="en"), ["Dlamini"]),
        (Wanted(group="A"), ["Ґалаґан"]),
        (Wanted(group="-"), ["Dlamini"]),
        (Wanted(need="diet"), ["Dlamini"]),
        (Wanted(need="access-step_free"), ["Dlamini"]),
        (Wanted(need="access-wheelchair"), []),
        (Wanted(missing="answer"), ["Ґалаґан"]),
        (Wanted(missing="photo"), ["Dlamini", "Ґалаґан"]),
        (Wanted(text="deputy MINISTER"), ["Dlamini"]),
        (Wanted(text="südafrika thandi"), ["Dlamini"]),
        (Wanted(text="sudafrika"), ["Dlamini"]),
        (Wanted(text="siedlungen"), ["Dlamini"]),
        (Wanted(text="галаган"), []),
        (Wanted(text="deputy olena"), []),
    ],
)
def test_each_filter_finds_what_it_names(wanted: Wanted, found: list[str]) -> None:
    assert names(list_people(trip(), wanted)) == found


def test_a_search_finds_the_city_of_the_organisation() -> None:
    snapshot = trip()
    ministry = replace(snapshot.organisation_by_uid[UIDS["ministry"]], city=Text(de="Pretoria"))
    others: tuple[Organisation, ...] = tuple(
        each for each in snapshot.organisations if each.uid != ministry.uid
    )
    snapshot = replace(snapshot, organisations=(*others, ministry))
    assert names(list_people(snapshot, Wanted(text="pretoria"))) == ["Dlamini"]


def test_an_arrival_without_a_time_is_missing() -> None:
    snapshot = changed(trip(), "thandi-part", arrival=Journey(place="Leipzig/Halle"))
    assert names(list_people(snapshot, Wanted(missing="arrival"))) == ["Dlamini", "Ґалаґан"]


def test_the_chips_count_what_they_would_find_under_the_other_filters() -> None:
    people = list_people(trip(), Wanted(status="confirmed", language="en"))
    assert people.by_status == {"": 1, "confirmed": 1, "started": 0, "unanswered": 0}
    assert (people.found, people.total) == (1, 2)


def test_a_heading_counts_the_delegation_and_not_only_what_a_filter_left() -> None:
    snapshot = many(3)
    people = list_people(snapshot, Wanted(text="olena"))
    south_africa = list_people(snapshot, Wanted(text="thandiwe", group="-")).sections[0]
    assert names(people) == ["Ґалаґан"]
    assert (south_africa.people, south_africa.confirmed) == (4, 4)


def test_by_name_the_list_is_alphabetical_without_headings() -> None:
    people = list_people(trip(), Wanted(part=Part.STAFF, order=Order.NAME))
    assert names(people) == ["Brandt", "Öztürk"]
    assert [section.key for section in people.sections] == [""]


def many(number: int) -> TripSnapshot:
    """The world with `number` more people in the delegation of South Africa."""
    snapshot = trip()
    person = snapshot.person_by_uid[UIDS["thandi"]]
    part: Participation = snapshot.participation_by_uid[UIDS["thandi-part"]]
    uids = [f"{index:016d}" for index in range(number)]
    return replace(
        snapshot,
        persons=(*snapshot.persons, *(replace(person, uid=uid) for uid in uids)),
        participations=(
            *snapshot.participations,
            *(replace(part, uid=uid, person=uid) for uid in uids),
        ),
    )


def test_a_long_list_has_pages_and_its_last_one_is_the_nearest() -> None:
    snapshot = many(150)
    first, last = list_people(snapshot, Wanted()), list_people(snapshot, Wanted(), page=99)
    assert (len(names(first)), first.last) == (PAGE_SIZE, 2)
    assert (len(names(last)), last.page) == (52, 2)
    assert len({*names(first), *names(last)}) == 2


def test_interpreting_is_needed_where_the_floor_is_not_understood() -> None:
    snapshot = trip()
    entry = entry_of(snapshot, snapshot.participation_by_uid[UIDS["thandi-part"]])
    assert interpreting_need(snapshot, entry) == (1, 1)
    gone = replace(entry.participation, present_from=snapshot.trip.ends_on)
    assert interpreting_need(snapshot, replace(entry, participation=gone)) == (0, 0)
