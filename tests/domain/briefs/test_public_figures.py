"""Public figures against somebody who subtracts what is shown from the totals."""

from random import Random

from trips.domain.briefs.figures import Count, Line, Statistics
from trips.domain.briefs.public_figures import FOLDED, fold, for_public
from trips.domain.person import Sex

SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
PARTS = (0, 0, 1, 1, 2, 3, 4, 7)


def line(key: str, *parts: int) -> Line:
    by_sex = dict(zip(SEXES, parts, strict=False))
    people = sum(parts)
    return Line(key, Count(people=people, by_sex=by_sex, participations=people, person_days=people))


def a_trip(*lines: Line) -> Statistics:
    parts = [sum(each.count.by_sex.get(sex, 0) for each in lines) for sex in SEXES]
    by_sex = [
        line(sex.value, *(people if sex is each else 0 for each in SEXES))
        for sex, people in zip(SEXES, parts, strict=True)
        if people
    ]
    return Statistics(
        total=line("", *parts).count,
        by_country=lines,
        by_level=(),
        by_sex=tuple(by_sex),
        by_organisation_kind=(),
    )


def test_small_lines_are_put_together_with_the_next_smallest() -> None:
    india, africa, china = line("IN", 9), line("ZA", 4), line("CN", 1)
    assert fold((india, africa), 3) == (india, africa)
    kept, folded = fold((india, africa, china), 3)
    assert (kept, folded.key, folded.count.people) == (india, FOLDED, 5)


def test_fewer_people_than_the_limit_are_no_figures() -> None:
    assert for_public(a_trip(line("IN", 1, 1)), 3) is None


def test_a_single_silent_line_takes_another_with_it() -> None:
    shown = for_public(a_trip(line("IN", 9, 9), line("ZA", 5, 5), line("UA", 1, 5)), 3)
    assert shown is not None
    assert [each.count.tells_sexes for each in shown.by_country] == [True, False, False]


def check(shown: Statistics, fewest: int) -> None:
    """Everything shown is enough, and so is all that follows from it by subtraction."""
    for table in (shown.by_country, shown.by_sex):
        assert all(each.count.people >= fewest for each in table)
        assert not table or sum(each.count.people for each in table) == shown.total.people
    women = next((each.count.people for each in shown.by_sex if each.key == Sex.FEMALE), None)
    told = [each.count for each in shown.by_country if each.count.by_sex]
    silent = [each.count for each in shown.by_country if not each.count.by_sex]
    for count in told:
        assert women is not None
        assert all(part == 0 or part >= fewest for part in (count.women, count.others))
    if told and silent and women is not None:
        hidden = women - sum(count.women for count in told)
        people = sum(count.people for count in silent)
        for count in silent:
            least = max(0, hidden - (people - count.people))
            assert min(count.people, hidden) - least >= fewest


def test_nothing_can_be_reckoned_back() -> None:
    chance = Random(4)  # noqa: S311 no secret
    for _ in range(2000):
        lines = [
            line(f"L{n}", *(chance.choice(PARTS) for _ in SEXES))
            for n in range(chance.randint(1, 6))
        ]
        trip = a_trip(*(each for each in lines if each.count.people))
        fewest = chance.choice((2, 3, 5))
        shown = for_public(trip, fewest)
        if shown is None:
            assert trip.total.people < fewest
        else:
            check(shown, fewest)
