"""The founding trip shows the whole way of a delegate, from the nomination to the roster."""

import json
from datetime import date
from pathlib import Path

import pytest

from trips.domain.delegates.agenda import Duty, list_tasks
from trips.domain.findings.presence import absence_at
from trips.domain.participation import (
    Capacity,
    ConsentPurpose,
    Delegate,
    DelegateStatus,
    Participation,
    Permission,
)
from trips.domain.person import Predicate, ProtocolRank
from trips.domain.privacy.matrix import find_answer
from trips.domain.registration_setup import Station
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import read_value

BUNDLE = Path(__file__).parents[3] / "trips" / "data" / "leipzig-nuernberg-muenchen-2015.json"


@pytest.fixture(name="trip", scope="module")
def trip_fixture() -> TripSnapshot:
    data = json.loads(BUNDLE.read_text("utf-8"))
    data.pop("schema")
    trip: TripSnapshot = read_value(TripSnapshot, data)
    return trip


def delegates(trip: TripSnapshot) -> list[tuple[Participation, Delegate]]:
    return [(each, each.delegate) for each in trip.participations if each.delegate]


def test_registers_in_four_languages_by_deadlines(trip: TripSnapshot) -> None:
    setup = trip.trip.registration
    assert setup.is_open
    assert {deadline.station for deadline in setup.deadlines} == set(Station)
    assert trip.trip.languages == ("de", "en", "uk", "ar")
    asked = [setup.welcome, *(question.label for question in setup.questions)]
    assert all(set(text) == {"de", "en", "uk", "ar"} for text in asked)


def test_answers_to_its_own_questions_are_among_the_choices(trip: TripSnapshot) -> None:
    questions = {each.uid: each for each in trip.trip.registration.questions}
    answers = [answer for _, delegate in delegates(trip) for answer in delegate.answers]
    assert {answer.question for answer in answers} == questions.keys()
    for answer in answers:
        choices = questions[answer.question].choices
        known = [str(number) for number in range(len(choices))] if choices else ["yes", "no"]
        assert answer.value in known


def test_has_seats_for_all_who_come_one_who_waits_and_one_replaced(trip: TripSnapshot) -> None:
    coming = [each for each, _ in delegates(trip) if each.is_coming]
    assert len(coming) <= (trip.trip.registration.seats or 0)
    for group in trip.trip.groups:
        assert sum(each.group == group.code for each in coming) <= (group.seats or 0)
    by_status = {each.uid: delegate.status for each, delegate in delegates(trip)}
    assert list(by_status.values()).count(DelegateStatus.WAITLISTED) == 1
    replaced = [delegate.replaces for _, delegate in delegates(trip) if delegate.replaces]
    assert [by_status[uid] for uid in replaced] == [DelegateStatus.REPLACED]


def test_somebody_stands_at_every_station_before_the_trip(trip: TripSnapshot) -> None:
    stations = {delegate.status for _, delegate in delegates(trip)}
    assert stations == set(DelegateStatus) - {DelegateStatus.ATTENDED}
    changed = [delegate.to_review for _, delegate in delegates(trip) if delegate.to_review]
    assert changed == [("arrival",)]
    duties = {task.duty for task in list_tasks(trip, date(2015, 9, 2))}
    assert duties == set(Duty) - {Duty.JOURNEY}


def test_two_delegations_have_a_contact_who_does_not_travel(trip: TripSnapshot) -> None:
    contacts = {each.contact for each in trip.delegations if each.contact}
    assert len(contacts) == 2
    assert contacts <= trip.person_by_uid.keys()
    assert not contacts & {each.person for each in trip.participations}
    names = {trip.person_by_uid[uid].name for uid in contacts}
    by = {
        consent.by
        for each, _ in delegates(trip)
        for consent in each.consents
        if consent.capacity is Capacity.CONTACT
    }
    assert by
    assert by <= names


def test_needs_are_kept_with_a_yes_to_a_named_wording(trip: TripSnapshot) -> None:
    answered = [each for each, _ in delegates(trip) if (each.diet or each.access)]
    assert len(answered) >= 10
    for each in answered:
        answer = find_answer(each, ConsentPurpose.NEEDS)
        assert answer
        assert answer.is_given
        assert answer.wording
        assert answer.locale


def test_letters_know_offices_ranks_and_languages(trip: TripSnapshot) -> None:
    people = [trip.person_by_uid[each.person] for each, _ in delegates(trip)]
    assert {"en", "uk", "ar"} <= {person.letter_language for person in people}
    assert {ProtocolRank.DEPUTY_MINISTER, ProtocolRank.DEPUTY_MAYOR} <= {
        person.protocol_rank for person in people
    }
    assert Predicate.HONOURABLE in {person.predicate for person in people}
    offices = [person for person in people if person.office]
    assert len(offices) >= 8
    assert all({"de", "en"} <= set(person.office) for person in offices)
    assert {delegate.permission for _, delegate in delegates(trip)} >= {
        Permission.GRANTED,
        Permission.ASKED,
        Permission.NOT_NEEDED,
    }


def test_interpreters_have_said_when_they_can_come_and_can(trip: TripSnapshot) -> None:
    assert all(each.availability for each in trip.interpreters)
    items, interpreters = trip.item_by_uid, trip.interpreter_by_uid
    for assignment in trip.assignments:
        item = items[assignment.item]
        span = (item.starts, item.ends)
        assert absence_at(trip, interpreters[assignment.interpreter], span) is None
