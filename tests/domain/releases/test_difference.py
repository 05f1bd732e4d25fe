"""What differs between two states of a programme, and whom it concerns."""

from dataclasses import replace

from tests.world_trip import UIDS, at, trip
from trips.domain.interpreter import Interpreter
from trips.domain.item import Item, ItemHost, ItemKind, ItemStatus
from trips.domain.participation import Delegate, DelegateStatus, Participation, Role
from trips.domain.releases.concerned import concerned
from trips.domain.releases.difference import ChangeKind, Difference, Subject, difference
from trips.domain.releases.facts import Fact
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.domain.values.wire import from_wire, to_wire
from trips.i18n.difference_wording import change_words, head_words, pairs_of, was_words

VISIT = UIDS["visit"]


def with_item(snapshot: TripSnapshot, uid: str, **values: object) -> TripSnapshot:
    items = [replace(each, **values) if each.uid == uid else each for each in snapshot.items]
    return replace(snapshot, items=tuple(items))


def with_participation(snapshot: TripSnapshot, name: str, **values: object) -> TripSnapshot:
    changed = [
        replace(each, **values) if each.uid == UIDS[name] else each
        for each in snapshot.participations
    ]
    return replace(snapshot, participations=tuple(changed))


def kinds(old: TripSnapshot, new: TripSnapshot) -> dict[str, tuple[ChangeKind, ...]]:
    return {each.uid: each.kinds for each in difference(old, new).changes}


def test_the_same_programme_does_not_differ() -> None:
    assert difference(trip(), trip()).is_empty


def test_one_item_may_change_in_several_ways() -> None:
    new = with_item(
        trip(), VISIT, starts=at(16, 10, 30), ends=at(16, 12, 30), room="Saal 2", groups=("A",)
    )
    assert kinds(trip(), new) == {VISIT: (ChangeKind.TIME, ChangeKind.PLACE, ChangeKind.GROUP)}


def test_every_kind_is_told_apart() -> None:
    visit = trip().item_by_uid[VISIT]
    cases: dict[ChangeKind, dict[str, object]] = {
        ChangeKind.TIME: {"starts": at(16, 9)},
        ChangeKind.PLACE: {"site": None},
        ChangeKind.GROUP: {"groups": ("B",)},
        ChangeKind.HOST: {"hosts": (ItemHost(organisation=UIDS["ministry"]),)},
        ChangeKind.LANGUAGE: {"floor_languages": ("uk",)},
        ChangeKind.STATUS: {
            "status": ItemStatus.REQUESTED
            if visit.status is ItemStatus.CONFIRMED
            else ItemStatus.CONFIRMED
        },
        ChangeKind.TEXT: {"text": Text(de="Anders", en="Other")},
        ChangeKind.TRANSPORT: {"vehicle": "2"},
        ChangeKind.CANCELLED: {"status": ItemStatus.CANCELLED},
    }
    for kind, values in cases.items():
        assert kinds(trip(), with_item(trip(), VISIT, **values)) == {VISIT: (kind,)}, kind


def test_what_nobody_outside_sees_does_not_count() -> None:
    quiet = with_item(trip(), VISIT, internal_note="Call again", capacity=3, materials="Beamer")
    assert kinds(trip(), quiet) == {}
    idea = Item(
        uid="idea",
        kind=ItemKind.TALK,
        title=Text(de="Idee"),
        starts=at(16, 9),
        ends=at(16, 10),
    )
    internal = replace(idea, uid="note", kind=ItemKind.INTERNAL, status=ItemStatus.CONFIRMED)
    unplaced = replace(idea, uid="wish", status=ItemStatus.CONFIRMED, is_unplaced=True)
    more = replace(trip(), items=(*trip().items, idea, internal, unplaced))
    assert kinds(trip(), more) == {}
    firm = replace(idea, status=ItemStatus.CONFIRMED)
    assert kinds(more, replace(more, items=(*trip().items, firm, internal, unplaced))) == {
        "idea": (ChangeKind.NEW,)
    }


def test_legs_stops_and_the_trip_itself_are_compared() -> None:
    old = trip()
    leg = replace(old.legs[0], departs=at(17, 15), number="ICE 1")
    hotel = replace(old.stops[0].hotels[0], name="Anderes Hotel")
    new = replace(
        old,
        legs=(leg,),
        stops=(replace(old.stops[0], hotels=(hotel,)), *old.stops[1:]),
        trip=replace(old.trip, emergency_phone="+49 341 1"),
    )
    found = {each.subject: each.kinds for each in difference(old, new).changes}
    assert found == {
        Subject.TRIP: (ChangeKind.TEXT,),
        Subject.STOP: (ChangeKind.HOTEL,),
        Subject.LEG: (ChangeKind.TIME, ChangeKind.TRANSPORT),
    }
    gone = replace(old, legs=())
    assert kinds(old, gone) == {UIDS["leg"]: (ChangeKind.CANCELLED,)}


def test_who_joins_and_who_no_longer_comes_is_said() -> None:
    gone = Delegate(status=DelegateStatus.WITHDRAWN)
    found = difference(trip(), with_participation(trip(), "thandi-part", delegate=gone))
    assert (found.joined, found.left) == ((), (UIDS["thandi-part"],))


def test_a_difference_survives_its_json_form() -> None:
    new = with_item(trip(), VISIT, starts=at(16, 9), floor_languages=("uk",), site=None)
    found = difference(trip(), new)
    assert from_wire(Difference, to_wire(found)) == (found, ())


def test_only_those_of_the_group_are_concerned_and_a_change_of_group_is_new_or_dropped() -> None:
    old = with_participation(
        with_participation(trip(), "thandi-part", group="A"), "olena-part", group="B"
    )
    old = with_item(old, VISIT, groups=("A",))
    moved = with_item(old, VISIT, starts=at(16, 9))
    told = concerned(difference(old, moved), moved)
    assert UIDS["thandi-part"] in told
    assert UIDS["olena-part"] not in told
    swapped = with_item(old, VISIT, groups=("B",))
    told = concerned(difference(old, swapped), swapped)
    assert told[UIDS["thandi-part"]][0].kinds == (ChangeKind.CANCELLED,)
    assert told[UIDS["olena-part"]][0].kinds == (ChangeKind.NEW,)


def test_whoever_changes_the_group_is_told_of_items_that_stay_as_they_are() -> None:
    old = with_item(with_participation(trip(), "thandi-part", group="A"), VISIT, groups=("A",))
    new = with_participation(old, "thandi-part", group="B")
    told = concerned(difference(old, new), new, old)
    own = {each.uid: each.kinds for each in told[UIDS["thandi-part"]]}
    assert own[VISIT] == (ChangeKind.CANCELLED,)
    assert all(one in {(ChangeKind.CANCELLED,), (ChangeKind.NEW,)} for one in own.values())
    assert set(told) == {UIDS["thandi-part"]}


def test_whoever_is_not_there_that_day_is_not_concerned() -> None:
    old = with_participation(trip(), "thandi-part", present_from=at(17, 0).date())
    moved = with_item(old, VISIT, starts=at(16, 9))
    assert UIDS["thandi-part"] not in concerned(difference(old, moved), moved)


def test_interpreters_hear_of_their_own_items_and_of_who_replaces_them() -> None:
    old = trip()
    moved = with_item(old, UIDS["talk"], room="Saal 9")
    assert UIDS["hanna-part"] not in concerned(difference(old, moved), moved)
    moved = with_item(old, VISIT, room="Saal 9")
    assert UIDS["hanna-part"] in concerned(difference(old, moved), moved)
    other = Interpreter(uid="other-int", person=UIDS["thandi"])
    replaced = replace(
        old,
        interpreters=(*old.interpreters, other),
        assignments=(replace(old.assignments[0], interpreter="other-int"),),
    )
    told = concerned(difference(old, replaced), replaced)
    assert {uid: each[0].kinds for uid, each in told.items()} == {
        UIDS["hanna-part"]: (ChangeKind.CANCELLED,)
    }


def test_a_host_hears_of_their_own_item_only() -> None:
    host = Participation(
        uid="host-part",
        person=UIDS["thandi"],
        role=Role.HOST,
        present_from=at(16, 0).date(),
        present_to=at(16, 0).date(),
    )
    old = with_item(trip(), VISIT, hosts=(ItemHost(person=UIDS["thandi"]),))
    old = replace(old, participations=(*old.participations, host))
    moved = with_item(with_item(old, VISIT, room="Saal 9"), UIDS["talk"], room="Saal 8")
    told = concerned(difference(old, moved), moved)["host-part"]
    assert [each.uid for each in told] == [VISIT]


def test_words_name_the_old_value_beside_the_new() -> None:
    old = with_item(trip(), VISIT, starts=at(16, 14), ends=at(16, 15))
    new = with_item(old, VISIT, starts=at(16, 14, 30))
    changed = difference(old, new).changes[0]
    assert change_words(changed, "de") == ("Beginn 14:30 statt 14:00",)
    assert change_words(changed, "en") == ("Start 14:30 instead of 14:00",)
    assert was_words(changed, "de") == ("Verlegt: bisher 14:00",)
    assert was_words(changed, "en") == ("Moved: was 14:00",)
    assert head_words(changed, "en") == "Mon 16 Mar, 14:30–15:00: Town hall"


def test_another_day_is_named_with_both_days() -> None:
    new = with_item(trip(), VISIT, starts=at(17, 10), ends=at(17, 12))
    changed = difference(trip(), new).changes[0]
    assert change_words(changed, "en") == (
        "Tue 17 Mar, 10:00–12:00 instead of Mon 16 Mar, 10:00–12:00",
    )
    assert was_words(changed, "en")[0] == "Moved: was Mon 16 Mar, 10:00–12:00"


def test_every_fact_has_words_in_both_languages() -> None:
    old = trip()
    new = with_item(
        old,
        VISIT,
        kind=ItemKind.TALK,
        site=None,
        room="Saal 9",
        meeting_point=Text(de="Tor", en="Gate"),
        groups=("A",),
        floor_languages=("uk",),
        hosts=(),
        text=Text(de="Neu", en="New"),
        is_end_assumed=True,
    )
    new = replace(new, assignments=())
    changed = difference(old, new).changes[0]
    assert {each.fact for each in changed.facts} >= {Fact.INTERPRETING, Fact.CERTAINTY, Fact.SITE}
    for locale in ("de", "en"):
        assert all(change_words(changed, locale))
        assert len(pairs_of(changed, locale)) == len(changed.facts)
    assert "Group A instead of everyone" in " ".join(change_words(changed, "en"))
