"""The sample trips that are loaded at the first start: complete, bilingual, invented people."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from trips.domain.importing.references import find_broken_references
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.participation import DelegateStatus, Participation, Role
from trips.domain.person import LanguageLevel
from trips.domain.site import StepFree
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.stop import LegMode
from trips.domain.values.text import Text
from trips.domain.values.wire import from_wire

DATA = Path(__file__).parents[2] / "trips" / "data"
FOUNDING = "leipzig-nuernberg-muenchen-2015"
CONFERENCE = "staedtedialog-dortmund-2016"
SLUGS = (FOUNDING, CONFERENCE)

# Gaps that are meant, so that the trips have something to find.
WITHOUT_ENGLISH = {
    "cwchlhhf2cscmvoa": "the walk through Nuremberg's Südstadt",
    "yfln5rnxyrzfxet6": "the visit to Giesing",
    "k337eb2ahusztikj": "the visit to Union Gewerbehof",
}
WITHOUT_UKRAINIAN = "Abendempfang im südpunkt"


def load(slug: str) -> TripSnapshot:
    data = json.loads((DATA / f"{slug}.json").read_text("utf-8"))
    assert data.pop("schema") == 1
    snapshot, faults = from_wire(TripSnapshot, data)
    assert faults == ()
    assert snapshot is not None
    return snapshot


@pytest.fixture(name="trips", scope="module")
def trips_fixture() -> dict[str, TripSnapshot]:
    return {slug: load(slug) for slug in SLUGS}


def texts(value: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from texts(inner, f"{path}[{getattr(inner, 'uid', index)}]")


def happening(trip: TripSnapshot) -> list[Item]:
    return sorted((item for item in trip.items if item.is_public), key=lambda item: item.starts)


def present(trip: TripSnapshot, item: Item) -> list[Participation]:
    return [
        entry
        for entry in trip.participations
        if entry.role is Role.DELEGATE
        and entry.is_coming
        and (not item.groups or entry.group in item.groups)
        and entry.present_from <= item.starts.date() <= entry.present_to
    ]


def left_out(trip: TripSnapshot, item: Item) -> set[str]:
    """Family names of delegates who understand nothing that is spoken or interpreted."""
    offered = set(item.floor_languages)
    for assignment in trip.assignments:
        if assignment.item == item.uid:
            offered |= {assignment.target}
    weak = {LanguageLevel.A1, LanguageLevel.A2}
    persons = [trip.person_by_uid[entry.person] for entry in present(trip, item)]
    return {
        person.family_name
        for person in persons
        if not offered & {skill.code for skill in person.languages if skill.level not in weak}
    }


def stands_in_order(trip: TripSnapshot) -> bool:
    return canonical(trip) == trip


@pytest.mark.parametrize("slug", SLUGS)
class TestEverySampleTrip:
    def test_resolves_every_reference(self, trips: dict[str, TripSnapshot], slug: str) -> None:
        assert find_broken_references(trips[slug]) == ()

    def test_is_written_in_canonical_order(self, trips: dict[str, TripSnapshot], slug: str) -> None:
        assert stands_in_order(trips[slug])
        assert trips[slug].trip.slug == slug

    def test_says_that_it_is_a_sample_and_what_is_invented(
        self, trips: dict[str, TripSnapshot], slug: str
    ) -> None:
        trip = trips[slug].trip
        assert trip.is_sample
        assert trip.pretend_now is not None
        assert trip.pretend_now.date() < trip.starts_on
        assert "erfunden" in trip.provenance["de"]
        assert set(trip.provenance) == {"de", "en"}
        assert all(person.is_sample for person in trips[slug].persons)

    def test_reaches_nobody(self, trips: dict[str, TripSnapshot], slug: str) -> None:
        addresses = [person.email for person in trips[slug].persons if person.email]
        assert addresses
        assert all(address.endswith(("@example.org", "@example.com")) for address in addresses)

    def test_speaks_both_languages_but_for_the_gaps_that_are_meant(
        self, trips: dict[str, TripSnapshot], slug: str
    ) -> None:
        gaps = {path: text.missing() for path, text in texts(trips[slug]) if text.missing()}
        own = {item.uid for item in trips[slug].items}
        meant = {f".items[{uid}].text": ("en",) for uid in WITHOUT_ENGLISH if uid in own}
        assert gaps == meant

    def test_keeps_items_within_the_days_of_their_stop(
        self, trips: dict[str, TripSnapshot], slug: str
    ) -> None:
        trip = trips[slug]
        for item in trip.items:
            stop = trip.stop_by_uid[item.stop or ""]
            assert stop.arrives_on <= item.starts.date() <= stop.departs_on, item.title["de"]
            assert item.starts < item.ends, item.title["de"]

    def test_lets_no_group_be_in_two_places(
        self, trips: dict[str, TripSnapshot], slug: str
    ) -> None:
        trip = trips[slug]
        for group in trip.trip.groups:
            items = [i for i in happening(trip) if not i.groups or group.code in i.groups]
            for before, after in pairwise(items):
                assert before.ends <= after.starts, (before.title["de"], after.title["de"])

    def test_lets_no_interpreter_be_in_two_places(
        self, trips: dict[str, TripSnapshot], slug: str
    ) -> None:
        trip = trips[slug]
        for interpreter in trip.interpreters:
            uids = {a.item for a in trip.assignments if a.interpreter == interpreter.uid}
            items = [item for item in happening(trip) if item.uid in uids]
            assert items
            for before, after in pairwise(items):
                assert before.ends <= after.starts, (before.title["de"], after.title["de"])

    def test_assigns_interpreters_only_what_they_offer(
        self, trips: dict[str, TripSnapshot], slug: str
    ) -> None:
        trip = trips[slug]
        for assignment in trip.assignments:
            interpreter = trip.interpreter_by_uid[assignment.interpreter]
            pairs = {(pair.source, pair.target) for pair in interpreter.pairs}
            assert (assignment.source, assignment.target) in pairs
            assert assignment.mode in interpreter.modes

    def test_gives_every_coming_delegate_a_group_and_a_rank(
        self, trips: dict[str, TripSnapshot], slug: str
    ) -> None:
        ranks = []
        for entry in trips[slug].participations:
            if entry.delegate and entry.is_coming:
                assert entry.group
                assert entry.delegate.level
                ranks.append(entry.delegate.rank)
        assert None not in ranks
        assert len(ranks) == len(set(ranks))


def test_the_two_trips_agree_about_whom_they_share(trips: dict[str, TripSnapshot]) -> None:
    first, second = (trips[slug] for slug in SLUGS)
    shared = first.person_by_uid.keys() & second.person_by_uid.keys()
    assert len(shared) >= 8
    assert all(first.person_by_uid[uid] == second.person_by_uid[uid] for uid in shared)
    bodies = first.organisation_by_uid.keys() & second.organisation_by_uid.keys()
    assert all(first.organisation_by_uid[u] == second.organisation_by_uid[u] for u in bodies)


class TestTheFoundingTrip:
    def test_goes_by_rail_through_three_cities(self, trips: dict[str, TripSnapshot]) -> None:
        trip = trips[FOUNDING]
        assert [stop.city["de"] for stop in trip.stops] == ["Leipzig", "Nürnberg", "München"]
        assert [stop.region for stop in trip.stops] == ["DE-SN", "DE-BY", "DE-BY"]
        assert [leg.mode for leg in trip.legs] == [LegMode.TRAIN, LegMode.TRAIN]
        assert all(stop.hotels and stop.hospital for stop in trip.stops)

    def test_has_items_of_every_kind_and_status(self, trips: dict[str, TripSnapshot]) -> None:
        items = trips[FOUNDING].items
        assert len(items) >= 40
        assert {item.kind for item in items} == set(ItemKind)
        assert {item.status for item in items} == set(ItemStatus)

    def test_parts_in_two_groups_on_several_days(self, trips: dict[str, TripSnapshot]) -> None:
        items = [i for i in happening(trips[FOUNDING]) if i.kind is not ItemKind.TRANSFER]
        days = {
            code: {item.starts.date() for item in items if item.groups == (code,)}
            for code in ("A", "B")
        }
        assert len(days["A"] & days["B"]) >= 3

    def test_places_every_visit_on_the_map(self, trips: dict[str, TripSnapshot]) -> None:
        trip = trips[FOUNDING]
        for item in trip.items:
            if item.kind in {ItemKind.VISIT, ItemKind.WALK} and item.is_public:
                site = trip.site_by_uid[item.site or ""]
                assert site.address
                assert site.latitude
                assert site.longitude

    def test_brings_delegates_from_six_countries_and_more(
        self, trips: dict[str, TripSnapshot]
    ) -> None:
        trip = trips[FOUNDING]
        delegates = [entry for entry in trip.participations if entry.delegate]
        countries = {trip.person_by_uid[entry.person].country for entry in delegates}
        assert len(delegates) >= 24
        assert countries >= {"ZA", "US", "IN", "UA", "VN", "EG"}
        confirmed = [
            entry
            for entry in delegates
            if entry.delegate and entry.delegate.status is DelegateStatus.CONFIRMED
        ]
        assert len(confirmed) == 18
        assert [each.name["en"] for each in trip.delegations if not each.head] == [
            "Networks and academia"
        ]
        assert all({"de", "en"} <= set(trip.person_by_uid[e.person].function) for e in delegates)

    def test_needs_fonts_for_eight_scripts(self, trips: dict[str, TripSnapshot]) -> None:
        persons = trips[FOUNDING].persons
        names = {person.own_script or person.name for person in persons}
        letters = {"Devanagari": "र", "Cyrillic": "О", "Arabic": "د", "Greek": "Ε", "CJK": "欧"}
        letters |= {"Tamil": "த", "Malayalam": "മ", "Vietnamese": "ầ"}
        missing = {
            script
            for script, letter in letters.items()
            if not any(letter in name for name in names)
        }
        assert missing == set()

    def test_has_names_that_are_hard_to_sort(self, trips: dict[str, TripSnapshot]) -> None:
        persons = trips[FOUNDING].persons
        families = {person.family_name for person in persons}
        assert {"van der Spuy", "O’Shaughnessy", "Mthethwa-Jacobs", "El-Sherbini"} <= families
        assert {"Ouyang", "Trần"} <= {p.family_name for p in persons if p.family_name_first}

    def test_names_staff_interpreters_and_hosts(self, trips: dict[str, TripSnapshot]) -> None:
        trip = trips[FOUNDING]
        roles = [entry.role for entry in trip.participations]
        assert roles.count(Role.HOST) >= 8
        assert len(trip.interpreters) == 4
        assert {Role.CLIENT, Role.INVITING_BODY, Role.ORGANISER, Role.ESCORT} <= set(roles)

    def test_leaves_only_one_item_without_a_language(self, trips: dict[str, TripSnapshot]) -> None:
        trip = trips[FOUNDING]
        holes = {
            item.title["de"]: left_out(trip, item)
            for item in happening(trip)
            if item.floor_languages and left_out(trip, item)
        }
        assert holes == {WITHOUT_UKRAINIAN: {"Kovalchuk", "Savchuk", "Bondar", "Lysenko"}}

    def test_leaves_one_door_unexplored_for_the_wheelchair(
        self, trips: dict[str, TripSnapshot]
    ) -> None:
        trip = trips[FOUNDING]
        unknown = [s.name["de"] for s in trip.sites if s.step_free is StepFree.UNKNOWN]
        assert unknown == ["Stadtteilladen Giesing"]


class TestTheConference:
    def test_stays_in_one_city_for_three_days(self, trips: dict[str, TripSnapshot]) -> None:
        trip = trips[CONFERENCE]
        assert len(trip.stops) == 1
        assert trip.legs == ()
        assert (trip.trip.ends_on - trip.trip.starts_on).days == 2

    def test_seats_sixty_delegates_in_four_workshops(self, trips: dict[str, TripSnapshot]) -> None:
        trip = trips[CONFERENCE]
        delegates = [entry for entry in trip.participations if entry.delegate]
        assert len(delegates) == 60
        workshops = [i for i in trip.items if i.kind is ItemKind.WORKSHOP and i.groups]
        assert len(workshops) == 12
        for workshop in workshops:
            assert len(present(trip, workshop)) <= (workshop.capacity or 0)

    def test_is_understood_by_everyone(self, trips: dict[str, TripSnapshot]) -> None:
        trip = trips[CONFERENCE]
        spoken = [item for item in happening(trip) if item.floor_languages]
        assert {item.title["de"] for item in spoken if left_out(trip, item)} == set()
