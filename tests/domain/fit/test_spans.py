"""Where a card fits, on the afternoon that the drawing of the board shows."""

from dataclasses import replace
from datetime import time

from tests.domain.fit.saturday import (
    FITS,
    GALLERY,
    IMPOSSIBLE,
    SATURDAY,
    SUNDAY,
    WARNS,
    around,
    at,
    codes,
    item,
    site,
    spans,
    trip,
)
from trips.domain.fit.model import FitCode
from trips.domain.interpreter import Assignment, Interpreter, InterpretingMode
from trips.domain.item import (
    HostStatus,
    ItemHost,
    ItemKind,
    ItemSpeaker,
    ItemStatus,
    TransferMode,
)
from trips.domain.person import Person
from trips.domain.site import Closure

LUNCH = item("lunch", at(12, 15), at(13, 30), kind=ItemKind.MEAL)
RECEPTION = item("reception", at(18, 30), at(20, 30), kind=ItemKind.RECEPTION)


def test_the_afternoon_of_the_drawing() -> None:
    found = spans(trip(LUNCH, RECEPTION))
    free = around(found, at(15))
    assert (free.verdict, free.starts, free.ends) == (FITS, at(13, 55), at(17))
    assert free.latest == at(16)
    assert codes(free) == [FitCode.GROUP_FREE, FitCode.WAY_FITS, FitCode.WAY_FITS, FitCode.CLOSES]
    closes = free.reasons[-1]
    assert (closes.verdict, closes.facts["closes"], closes.facts["latest"]) == (
        WARNS,
        time(17),
        at(16),
    )
    assert codes(around(found, at(13))) == [FitCode.GROUP_BUSY]
    assert codes(around(found, at(13, 35))) == [FitCode.WAY_TIGHT]
    assert around(found, at(17, 30)).verdict is IMPOSSIBLE
    assert FitCode.CLOSED in codes(around(found, at(17, 30)))


def test_a_way_that_could_only_be_made_twice_as_fast_is_hopeless_and_before_that_tight() -> None:
    found = spans(trip(LUNCH))
    way = [span for span in found if FitCode.WAY_TIGHT in codes(span) and span.starts >= at(13, 30)]
    assert [span.verdict for span in way] == [IMPOSSIBLE, WARNS]
    assert (way[0].starts, way[-1].ends) == (at(13, 30), at(13, 55))


def test_a_planned_transfer_counts_with_its_vehicle() -> None:
    walk = item("walk", at(13, 30), at(13, 50), kind=ItemKind.TRANSFER, site=None)
    by_coach = spans(trip(LUNCH, walk))
    on_foot = spans(trip(LUNCH, replace(walk, transfer_mode=TransferMode.WALK)))
    assert around(by_coach, at(13, 55)).verdict is FITS
    assert around(on_foot, at(14)).verdict is IMPOSSIBLE
    assert around(on_foot, at(14, 30)).verdict is WARNS
    assert around(on_foot, at(14, 50)).verdict is FITS


def test_an_item_of_another_group_is_not_in_the_way() -> None:
    snapshot = trip(replace(LUNCH, groups=("B",)))
    assert around(spans(snapshot, groups=("A",)), at(13)).verdict is FITS
    assert around(spans(snapshot, groups=("B",)), at(13)).verdict is IMPOSSIBLE
    assert around(spans(snapshot, groups=()), at(13)).verdict is IMPOSSIBLE


def test_an_idea_that_lies_there_could_give_way() -> None:
    found = around(spans(trip(replace(LUNCH, status=ItemStatus.IDEA))), at(13))
    assert (found.verdict, codes(found)) == (WARNS, [FitCode.IDEA_THERE])


def test_the_card_is_not_in_its_own_way() -> None:
    own = replace(GALLERY, is_unplaced=False, starts=at(11), ends=at(12))
    assert around(spans(trip(own), own), at(11, 30)).verdict is FITS


def test_interpreters_hosts_and_speakers_cannot_be_in_two_places() -> None:
    people = tuple(
        Person(uid=uid, given_name=uid.title(), family_name="X") for uid in ("hanna", "leo", "mia")
    )
    far = {"groups": ("B",), "site": None, "kind": ItemKind.TALK}
    busy = trip(
        item("one", at(10), at(11), speakers=(ItemSpeaker(person="leo"),), **far),
        item("two", at(11), at(12), hosts=(ItemHost(person="mia"),), **far),
        item("three", at(12), at(13), **far),
        persons=people,
        interpreters=(Interpreter(uid="int", person="hanna"),),
        assignments=tuple(
            Assignment(
                uid=f"as-{uid}",
                item=uid,
                interpreter="int",
                mode=InterpretingMode.CONSECUTIVE,
                source="de",
                target="en",
            )
            for uid in ("three", "gallery")
        ),
    )
    card = replace(GALLERY, speakers=(ItemSpeaker(person="leo"),), hosts=(ItemHost(person="mia"),))
    busy = replace(busy, items=(*busy.items, card))
    found = spans(busy, card)
    for hour, name in ((10, "Leo X"), (11, "Mia X"), (12, "Hanna X")):
        span = around(found, at(hour, 30))
        assert (span.verdict, codes(span)) == (IMPOSSIBLE, [FitCode.PERSON_BUSY])
        assert span.reasons[0].facts["name"] == name
    assert FitCode.PEOPLE_FREE in codes(around(found, at(14)))


def test_closed_days_and_closures_shade_the_whole_day() -> None:
    assert codes(spans(trip(), day=SUNDAY)[0])[0] is FitCode.CLOSED
    assert {span.verdict for span in spans(trip(), day=SUNDAY)} == {IMPOSSIBLE}
    shut = replace(
        trip(),
        sites=(site("gallery", 11.1, closures=(Closure(first=SATURDAY, last=SATURDAY),)),),
    )
    (whole,) = spans(shut)
    assert codes(whole) == [FitCode.CLOSED]


def test_a_host_who_has_agreed_may_open_at_odd_hours() -> None:
    agreed = replace(GALLERY, hosts=(ItemHost(status=HostStatus.CONFIRMED),))
    assert around(spans(trip(), agreed), at(18)).verdict is WARNS


def test_a_sunday_warns_where_nobody_knows_the_hours() -> None:
    found = spans(trip(), replace(GALLERY, site="near"), day=SUNDAY)
    assert around(found, at(10, 0, 20)).verdict is WARNS
    assert codes(around(found, at(10, 0, 20))) == [FitCode.DAY_OFF]


def test_a_leg_and_the_time_at_its_stations_are_taken() -> None:
    found = spans(trip(), replace(GALLERY, site=None), day=SUNDAY)
    assert codes(around(found, at(14, 30, 20)))[0] is FitCode.ON_THE_WAY
    assert around(found, at(13, 50, 20)).verdict is WARNS
    assert around(found, at(15, 15, 20)).verdict is WARNS


def test_a_place_is_reached_only_while_people_are_in_its_city() -> None:
    munich = replace(GALLERY, stop="munich", site="near")
    found = spans(trip(), munich, day=SUNDAY)
    assert FitCode.OTHER_CITY in codes(around(found, at(12, 0, 20)))
    assert FitCode.OTHER_CITY not in codes(around(found, at(16, 0, 20)))
    (whole,) = spans(trip(), munich, day=SATURDAY)
    assert (whole.verdict, codes(whole)) == (IMPOSSIBLE, [FitCode.OTHER_CITY])


def test_a_gap_that_is_shorter_than_the_card_does_not_fit() -> None:
    first = item("first", at(10), at(11), kind=ItemKind.MEAL, site=None)
    second = item("second", at(11, 30), at(12), kind=ItemKind.MEAL, site=None)
    gap = around(spans(trip(first, second)), at(11, 15))
    busy = FitCode.GROUP_BUSY
    assert (gap.verdict, codes(gap)) == (IMPOSSIBLE, [busy, busy, FitCode.TOO_SHORT])
    told = [reason.facts.get("title") for reason in gap.reasons]
    assert told == [second.title, first.title, None]
    assert gap.reasons[-1].facts == {"minutes": 30, "needed": 60}
