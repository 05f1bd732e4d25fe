"""Where cards and the line lie on the board."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.pages.board_block import Block
from trips.domain.pages.board_columns import Card, Place, place_cards
from trips.domain.pages.board_page import Board, build_board
from trips.domain.pages.board_strands import StrandKind
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, LegMode, Stop
from trips.domain.trip import Group, Trip, TripKind
from trips.domain.values.text import Text

DAY = date(2026, 3, 16)


def moment(hour: int, minute: int = 0, day: int = 16) -> datetime:
    return datetime(2026, 3, day, hour, minute)


def item(uid: str, start: datetime, end: datetime, **more: object) -> Item:
    values = {"kind": ItemKind.VISIT, "status": ItemStatus.CONFIRMED, "stop": "leipzig", **more}
    return Item(uid=uid, title=Text(de=uid), starts=start, ends=end, **values)  # type: ignore[arg-type]


def site(uid: str, longitude: float) -> Site:
    return Site(uid=uid, name=Text(de=uid), latitude=51.34, longitude=longitude)


def trip(*items: Item, groups: str = "AB", legs: tuple[Leg, ...] = ()) -> TripSnapshot:
    stops = (
        Stop(uid="leipzig", city=Text(de="Leipzig"), arrives_on=DAY, departs_on=DAY),
        Stop(uid="halle", city=Text(de="Halle"), arrives_on=DAY, departs_on=date(2026, 3, 17)),
    )
    return TripSnapshot(
        trip=Trip(
            uid="trip",
            slug="trip",
            kind=TripKind.STUDY_TOUR,
            title=Text(de="Reise"),
            starts_on=DAY,
            ends_on=date(2026, 3, 17),
            groups=tuple(Group(code=code) for code in groups),
        ),
        stops=stops,
        sites=(site("near", 12.380), site("far", 12.391), site("out", 12.50)),
        items=items,
        legs=legs,
    )


def block(board: Board, uid: str) -> Block:
    return next(each for day in board.days for each in day.blocks if each.uid == uid)


def test_everyone_takes_all_lanes_and_a_group_its_own() -> None:
    board = build_board(
        trip(
            item("all", moment(9), moment(10)),
            item("b", moment(10, 30), moment(12), groups=("B",)),
        )
    )
    assert block(board, "all").place == Place(lane=0, lanes=2)
    assert block(board, "b").place == Place(lane=1, lanes=1)
    assert (block(board, "b").start, block(board, "b").minutes) == (10 * 60 + 30, 90)


def test_a_card_over_a_lane_that_it_is_not_for_says_whose_it_is() -> None:
    pair = item("pair", moment(9), moment(10), groups=("A", "C"))
    both = item("both", moment(11), moment(12), groups=("A", "B"))
    board = build_board(trip(pair, both, groups="ABC"))
    assert block(board, "pair").place == Place(lane=0, lanes=3)
    assert block(board, "pair").is_patchy
    assert not block(board, "both").is_patchy


def test_a_clash_in_one_lane_lies_like_stairs_and_no_head_is_covered() -> None:
    places = place_cards(
        [Card("x", 540, 660, 0, 1), Card("y", 600, 700, 0, 1), Card("z", 660, 720, 0, 1)]
    )
    assert places["x"] == Place(0, 1, is_clash=True, clear=60)
    assert places["y"] == Place(0, 1, depth=1, is_clash=True, clear=60)
    assert places["z"] == Place(0, 1, is_clash=True)


def test_a_card_of_a_group_lies_over_one_for_everyone_in_its_own_lane() -> None:
    places = place_cards([Card("all", 540, 660, 0, 2), Card("b", 600, 700, 1, 1)])
    assert places["all"] == Place(0, 2, is_clash=True, clear=60)
    assert places["b"] == Place(1, 1, depth=1, is_clash=True)


def test_what_begins_at_nearly_the_same_time_stands_side_by_side_as_a_clash() -> None:
    places = place_cards([Card("x", 540, 660, 0, 2), Card("y", 550, 700, 0, 2)])
    assert places["x"] == Place(0, 2, 0, 2, is_clash=True)
    assert places["y"] == Place(0, 2, 1, 2, is_clash=True)


def test_an_idea_beside_a_firm_item_is_no_clash_and_neither_are_two_groups() -> None:
    idea = Card("idea", 600, 700, 0, 2, is_firm=False)
    places = place_cards([Card("x", 540, 660, 0, 2), idea])
    assert places["idea"] == Place(0, 2, 1, 2)
    # A and C lie over the lane of B, but they are other people.
    patchy = Card("ac", 540, 660, 0, 3, groups=frozenset("AC"))
    places = place_cards([patchy, Card("b", 600, 700, 1, 1, groups=frozenset("B"))])
    assert {place.is_clash for place in places.values()} == {False}


def test_a_full_day_is_placed_in_linear_time() -> None:
    def comparisons(number: int) -> int:
        asked = 0

        class Counted(Card):
            @property
            def shown_until(self) -> int:
                nonlocal asked
                asked += 1
                return self.end

        place_cards([Counted(f"{n}", 480 + n, 500 + n, n % 4, 1) for n in range(number)])
        return asked

    assert comparisons(400) < 2.5 * comparisons(200)


def test_cards_that_follow_each_other_keep_their_whole_width() -> None:
    places = place_cards([Card("x", 540, 600, 0, 1), Card("y", 600, 660, 0, 1)])
    assert {place.columns for place in places.values()} == {1}


def test_a_very_short_card_is_as_tall_as_it_can_be_read() -> None:
    places = place_cards([Card("x", 540, 545, 0, 1), Card("y", 545, 600, 0, 1)])
    assert {place.columns for place in places.values()} == {2}


def test_the_line_is_thin_on_the_way_and_dotted_in_free_time() -> None:
    board = build_board(
        trip(
            item("first", moment(9), moment(10), site="near"),
            item("second", moment(10, 30), moment(11), site="far"),
            item("third", moment(15), moment(16), site="far"),
        )
    )
    way, free = board.days[0].strands
    assert (way.kind, way.start, way.end) == (StrandKind.WAY, 600, 630)
    assert way.way is not None
    assert (free.kind, free.start, free.end) == (StrandKind.FREE, 660, 900)
    assert free.way is None


def test_lanes_part_and_meet_again() -> None:
    board = build_board(
        trip(
            item("morning", moment(9), moment(10)),
            item("a", moment(10, 15), moment(11, 45), groups=("A",)),
            item("b", moment(10, 10), moment(11, 30), groups=("B",)),
            item("lunch", moment(12), moment(13)),
        )
    )
    ends = {(each.lane, each.start, each.end) for each in board.days[0].strands}
    assert ends == {(0, 600, 615), (0, 705, 720), (1, 600, 610), (1, 690, 720)}
    assert block(board, "lunch").is_joining
    assert not block(board, "morning").is_joining
    assert not block(board, "a").is_joining


def test_a_group_without_anything_is_free_while_the_other_is_busy() -> None:
    board = build_board(
        trip(
            item("morning", moment(9), moment(10)),
            item("a", moment(10), moment(12), groups=("A",)),
            item("lunch", moment(12), moment(13)),
        )
    )
    (strand,) = board.days[0].strands
    assert (strand.kind, strand.lane, strand.start, strand.end) == (StrandKind.FREE, 1, 600, 720)


def test_a_leg_changes_the_hue() -> None:
    leg = Leg(
        uid="leg",
        from_stop="leipzig",
        to_stop="halle",
        mode=LegMode.TRAIN,
        departs=moment(14),
        arrives=moment(14, 40),
    )
    board = build_board(trip(legs=(leg,)))
    assert (block(board, "leg").hue, block(board, "leg").hue_after) == (1, 2)


def test_what_is_cancelled_is_shown_but_is_no_station() -> None:
    board = build_board(
        trip(
            item("first", moment(9), moment(10)),
            item("off", moment(10, 30), moment(11), status=ItemStatus.CANCELLED),
            item("last", moment(12), moment(13)),
        )
    )
    (strand,) = board.days[0].strands
    assert (strand.start, strand.end) == (600, 720)
    assert block(board, "off").minutes == 30


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (moment(9), moment(10), (8, 22)),
        (moment(6, 40), moment(7), (6, 22)),
        (moment(21), moment(22, 30), (8, 23)),
        (moment(23), moment(1, day=17), (8, 24)),
    ],
)
def test_early_and_late_hours_show_only_where_they_are_used(
    start: datetime, end: datetime, hours: tuple[int, int]
) -> None:
    board = build_board(trip(item("x", start, end)))
    assert (board.first_hour, board.last_hour) == hours


def test_what_lasts_beyond_midnight_is_cut_there_and_says_so() -> None:
    board = build_board(trip(item("x", moment(23), moment(1, day=17))))
    assert (block(board, "x").minutes, block(board, "x").whole_minutes) == (60, 120)
    assert block(board, "x").is_cut


def test_every_day_of_the_trip_has_a_place_even_without_items() -> None:
    assert [day.on for day in build_board(trip()).days] == [DAY, date(2026, 3, 17)]


def test_one_group_alone_has_one_lane_with_what_concerns_it() -> None:
    board = build_board(
        trip(
            item("all", moment(9), moment(10)),
            item("a", moment(10), moment(11), groups=("A",)),
            item("b", moment(10), moment(11), groups=("B",)),
        ),
        "B",
    )
    assert [lane.code for lane in board.lanes] == ["B"]
    assert [each.uid for each in board.days[0].blocks] == ["all", "b"]
    assert {each.place for each in board.days[0].blocks} == {Place(0, 1)}


def test_ideas_wait_beside_the_board_by_city() -> None:
    idea = item("idea", moment(9), moment(10), stop="halle")
    board = build_board(
        trip(
            replace(idea, is_unplaced=True),
            replace(idea, uid="anywhere", stop=None, is_unplaced=True),
        )
    )
    assert [(part.hue, [each.uid for each in part.items]) for part in board.pool] == [
        (2, ["idea"]),
        (None, ["anywhere"]),
    ]
    assert board.days[0].blocks == ()


@pytest.mark.parametrize(
    ("minutes", "title", "has_mark", "rows"),
    [
        (30, "Begrüßung", True, (1, 0, 0)),
        (60, "südpunkt", True, (1, 0, 0)),
        (90, "südpunkt", True, (1, 1, 0)),
        (90, "Stadtteilladen Giesing", False, (2, 0, 0)),
        (120, "Stadtteilladen Giesing", True, (2, 1, 1)),
        (150, "südpunkt", False, (1, 0, 2)),
    ],
)
def test_rows_go_to_the_title_then_to_the_finding_then_to_the_place(
    minutes: int, title: str, has_mark: bool, rows: tuple[int, int, int]
) -> None:
    end = moment(9 + minutes // 60, minutes % 60)
    card = block(build_board(trip(item("x", moment(9), end, groups=("A",)))), "x")
    shared = card.share_rows(title, has_mark=has_mark)
    assert (shared.title, shared.mark, shared.place) == rows
