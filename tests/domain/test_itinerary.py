from datetime import datetime

from trips.domain.item import Item, ItemKind
from trips.domain.itinerary import OnTheWay, Parallel, Together, order_items, plan_days
from trips.domain.stop import Leg, LegMode
from trips.domain.values.text import Text


def at(hour: int, minute: int = 0, day: int = 18) -> datetime:
    return datetime(2015, 9, day, hour, minute)


def item(uid: str, starts: datetime, ends: datetime, *groups: str) -> Item:
    return Item(
        uid=uid, kind=ItemKind.VISIT, title=Text(de=uid), starts=starts, ends=ends, groups=groups
    )


def test_everyone_comes_before_groups_and_groups_in_their_order() -> None:
    b = item("b", at(9), at(10), "B")
    a = item("a", at(9), at(10), "A")
    everyone = item("z", at(9), at(9, 30))
    assert order_items([b, a, everyone]) == (everyone, a, b)


def test_groups_that_part_become_lanes_and_meet_again() -> None:
    welcome = item("welcome", at(9), at(10))
    walk = item("walk", at(10), at(11, 30), "A")
    house = item("house", at(10, 15), at(11), "B")
    garden = item("garden", at(11), at(11, 30), "B")
    lunch = item("lunch", at(11, 45), at(13))
    (day,) = plan_days([lunch, garden, house, walk, welcome], [])
    first, fork, last = day.rows
    assert first == Together(welcome)
    assert last == Together(lunch)
    assert isinstance(fork, Parallel)
    assert [(lane.groups, lane.items) for lane in fork.lanes] == [
        (("A",), (walk,)),
        (("B",), (house, garden)),
    ]
    assert (fork.starts, fork.ends) == (at(10), at(11, 30))


def test_a_group_alone_needs_no_fork() -> None:
    walk = item("walk", at(10), at(11), "A")
    (day,) = plan_days([walk], [])
    assert day.rows == (Together(walk),)


def test_groups_one_after_the_other_do_not_run_in_parallel() -> None:
    first = item("first", at(10), at(11), "A")
    second = item("second", at(11), at(12), "B")
    (day,) = plan_days([second, first], [])
    assert day.rows == (Together(first), Together(second))


def test_a_leg_comes_before_what_starts_at_the_same_minute() -> None:
    leg = Leg(
        uid="leg",
        from_stop="l",
        to_stop="n",
        mode=LegMode.TRAIN,
        departs=at(13, 46),
        arrives=at(17, 2),
    )
    talk = item("talk", at(13, 46), at(15))
    (day,) = plan_days([talk], [leg])
    assert day.rows == (OnTheWay(leg), Together(talk))


def test_an_item_past_midnight_stands_on_the_day_it_starts() -> None:
    party = item("party", at(22), at(1, 30, day=19))
    (day,) = plan_days([party], [])
    assert day.on == at(22).date()
