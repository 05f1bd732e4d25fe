"""One typed line becomes an item; nothing that was typed is lost."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.board.planned_trip import at, item, trip
from tests.effort import examples
from trips.domain.board.effects import StepError, StepErrorCode
from trips.domain.board.engine import apply_step
from trips.domain.board.quick.line import Line
from trips.domain.board.quick.reading import QuickPart, QuickReading, read_line
from trips.domain.board.steps import Add, QuickAdd
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.site import Site
from trips.domain.values.text import Text

TRIP = trip()
BOOK = (Site(uid="zoo", name=Text(de="Tiergarten", en="Zoo"), city="Nürnberg"),)
WALK, MEAL, TALK = ItemKind.WALK, ItemKind.MEAL, ItemKind.TALK
LEON = Text(de="Villa Leon", en="Villa Leon")


def read(line: str, **more: object) -> QuickReading:
    return read_line(TRIP, QuickAdd(line=line, **more), BOOK)


def add(line: str, **more: object) -> Add:
    return read(line, **more).add


def span(line: str) -> tuple[datetime, datetime]:
    read_as = add(line)
    assert not read_as.is_unplaced
    return read_as.starts, read_as.ends


def test_the_german_line_of_the_brief() -> None:
    found = add("Di 14–15:30 Villa Leon, Führung, Gruppe A")
    assert found == Add(
        kind=WALK,
        title=LEON,
        starts=at(22, 14),
        ends=at(22, 15, 30),
        site="leon",
        groups=("A",),
    )


def test_the_english_line_of_the_brief() -> None:
    found = add("Tue 2–3.30pm Villa Leon, guided tour, group A", locale="en")
    assert (found.starts, found.ends) == (at(22, 14), at(22, 15, 30))
    assert (found.kind, found.site, found.groups) == (WALK, "leon", ("A",))


def test_a_date_an_hour_and_a_part_of_a_sites_name() -> None:
    found = read("19.9. 9 Uhr Rathaus, Empfang")
    assert (found.add.starts, found.add.ends) == (at(19, 9), at(19, 11))
    assert (found.add.kind, found.add.site) == (ItemKind.RECEPTION, "hall")
    assert found.add.title == Text(de="Rathaus, Empfang")
    assumed = {part.part for part in found.parts if part.is_assumed}
    assert assumed == {QuickPart.TIME, QuickPart.SITE}


@pytest.mark.parametrize(
    ("line", "starts", "ends"),
    [
        ("Sa 23–1 Uhr Nachtwanderung", at(19, 23), at(20, 1)),
        ("Treffen um 11 Uhr am 20.9., 30 min", at(20, 11), at(20, 11, 30)),
        ("17 Sept 18:30 Reception, 2 h", at(17, 18, 30), at(17, 20, 30)),
        ("Friday 9am-10:15am Welcome", at(18, 9), at(18, 10, 15)),
        ("Mittwoch, 16. September, 14 Uhr Spaziergang, 2 Stunden", at(16, 14), at(16, 16)),
        ("Fr 9 Besuch, 1,5 Std.", at(18, 9), at(18, 10, 30)),
        ("Fr Villa Leon 10-11", at(18, 10), at(18, 11)),
        ("Day 3 10:00 Villa Leon", at(18, 10), at(18, 11, 30)),
        ("Fr bis 15 Uhr Workshop", at(18, 13, 30), at(18, 15)),
        ("Sat 19 Sept noon Lunch", at(19, 12), at(19, 13)),
        ("Do nachmittags Rundgang, 90 min", at(17, 14), at(17, 15, 30)),
        ("2015-09-21 08:05-09:00 Bus", at(21, 8, 5), at(21, 9)),
    ],
)
def test_days_times_and_lengths(line: str, starts: datetime, ends: datetime) -> None:
    assert span(line) == (starts, ends)


def test_of_two_days_the_one_that_is_looked_at_is_meant() -> None:
    assert add("Sa 9:00 Markt").starts == at(19, 9)
    assert add("Sa 9:00 Markt", near=date(2015, 9, 25)).starts == at(26, 9)
    found = read("Sa 9:00 Markt")
    assert found.parts[0].is_assumed


def test_without_a_day_the_one_that_is_looked_at_is_assumed() -> None:
    found = read("14-16 Workshop", near=date(2015, 9, 21))
    assert (found.add.starts, found.add.ends) == (at(21, 14), at(21, 16))
    assert found.parts[0].part is QuickPart.DAY
    assert found.parts[0].is_assumed


def test_without_a_time_it_is_an_idea_of_its_length_in_the_city_of_its_place() -> None:
    found = add("Villa Leon, 75 min")
    assert found.is_unplaced
    assert (found.title, found.stop, found.site) == (LEON, "nuremberg", "leon")
    assert found.ends - found.starts == at(16, 1, 15) - at(16, 0)
    (new,) = apply_step(TRIP, found).added
    assert new.is_unplaced


def test_a_day_or_a_time_that_cannot_be_used_stays_in_the_title() -> None:
    for line in ("Samstag Marktbesuch", "14 Uhr Marktbesuch", "31.2. 10 Uhr Marktbesuch"):
        found = add(line)
        assert found.is_unplaced
        assert found.title == Text(de=line)


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Fr 9:00 Markt, Gruppe B", ("B",)),
        ("Fr 9:00 Markt, groups A and B", ()),
        ("Fr 9:00 Markt für alle", ()),
        ("Fr 9:00 Markt, B", ("B",)),
        ("Fr 9:00 Markt, both groups", ()),
    ],
)
def test_groups(line: str, groups: tuple[str, ...]) -> None:
    found = add(line)
    assert (found.groups, found.title) == (groups, Text(de="Markt"))


def test_a_group_that_is_not_there_stays_in_the_title() -> None:
    assert add("Gruppe C kocht").title == Text(de="Gruppe C kocht")


def test_words_that_look_like_days_are_left_alone() -> None:
    for line in ("So geht Quartier", "do it yourself workshop", "Sat images of the city"):
        assert add(line).title == Text(de=line)


def test_the_whole_address_book_is_known_and_the_longest_name_wins() -> None:
    book = (*BOOK, Site(uid="cafe", name=Text(de="Villa Leon Café")))
    found = read_line(TRIP, QuickAdd(line="Fr 9:00 Kaffee im Villa Leon Café"), book).add
    assert (found.site, found.title) == ("cafe", Text(de="Kaffee im Villa Leon Café"))
    assert add("Fr 9:00 zoo").site == "zoo"


def test_city_kind_and_status_stand_between_commas() -> None:
    found = read("Fachgespräch Wohnen, München, bestätigt").add
    assert (found.stop, found.status) == ("munich", ItemStatus.CONFIRMED)
    assert found.title == Text(de="Fachgespräch Wohnen")
    assert (found.kind, add("Kantine, Mittagessen").kind) == (TALK, MEAL)


def test_a_line_with_nothing_to_call_it_by_is_refused() -> None:
    for line in ("", "  ", "Fr 9 Uhr"):
        with pytest.raises(StepError) as refused:
            read(line)
        assert refused.value.code is StepErrorCode.LINE_EMPTY
    with pytest.raises(StepError) as refused:
        read("x" * 1001)
    assert refused.value.code is StepErrorCode.LINE_TOO_LONG
    assert add("Fr 9 Uhr " + "x" * 400).title == Text(de="Fr 9 Uhr " + "x" * 400)


def test_the_step_adds_what_the_line_says() -> None:
    effects = apply_step(TRIP, QuickAdd(line="Fr 9–10 Villa Leon"))
    assert effects.added == (
        replace(item("", at(18, 9), at(18, 10)), title=LEON, site="leon", status=ItemStatus.IDEA),
    )


PIECES = (
    *("Di", "Sa", "So", "Sonntag", "19.9.", "31.2.", "14", "14-15:30", "9:00", "9 Uhr", "pm"),
    *("60 min", "2h", "Villa Leon", "Rathaus", "Führung", ",", ";", "Gruppe A", "B", "C", "alle"),
    *("München", "bestätigt", "am", "um", "bis", "Workshop", "Ärger", "·", "–", "Day 3", "noon"),
    *("2.50", "|", "Mittag", "nachmittags", "Empfang"),
)
WORDS = st.sampled_from(PIECES)


@settings(max_examples=examples(80, 400), deadline=None)
@given(words=st.lists(WORDS | st.text(max_size=8), min_size=1, max_size=12))
def test_every_typed_word_is_in_the_title_or_was_understood(words: list[str]) -> None:
    line = " ".join(words)
    try:
        found = read(line, near=date(2015, 9, 19))
    except StepError:
        return
    told = " ".join([*(part.typed for part in found.parts), *found.add.title.values()])
    typed = re.findall(r"\w+", Line.of(line).text)
    known = re.findall(r"\w+", told)
    assert [word for word in typed if word not in known] == []
    assert apply_step(TRIP, found.add).added
