"""A card with an interpreter: their hours, nights and long days are shaded, whatever the group."""

from datetime import date, time

from tests.domain.fit.saturday import (
    FITS,
    GALLERY,
    IMPOSSIBLE,
    SATURDAY,
    WARNS,
    around,
    at,
    codes,
    item,
    spans,
    trip,
)
from trips.domain.fit.model import FitCode
from trips.domain.interpreter import Assignment, Availability, Interpreter, InterpretingMode
from trips.domain.item import Item, ItemKind
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.i18n.board.fit_wording import fit_words


def interpreted(*items: Item, availability: tuple[Availability, ...] = ()) -> TripSnapshot:
    """Hanna interprets at the gallery and at the items, which are for another group."""
    return trip(
        GALLERY,
        *items,
        persons=(Person(uid="hanna", given_name="Hanna", family_name="X"),),
        interpreters=(Interpreter(uid="int", person="hanna", availability=availability),),
        assignments=tuple(
            Assignment(
                uid=f"at-{each.uid}",
                item=each.uid,
                interpreter="int",
                mode=InterpretingMode.CONSECUTIVE,
                source="de",
                target="en",
            )
            for each in (GALLERY, *items)
        ),
    )


def work(uid: str, starts: int, ends: int, day: int = 19) -> Item:
    more = {"groups": ("B",), "site": None, "kind": ItemKind.TALK}
    return item(uid, at(starts, day=day), at(ends, day=day), **more)


def test_the_hours_somebody_has_named_are_shaded() -> None:
    free = Availability(SATURDAY, SATURDAY, time(11), time(15))
    found = spans(interpreted(availability=(free,)))
    assert around(found, at(12)).verdict is FITS
    late = around(found, at(15, 30))
    assert (late.verdict, codes(late)) == (IMPOSSIBLE, [FitCode.INTERPRETER_HOURS])
    assert "11:00–15:00" in fit_words(late, "de").lines[0][1]
    other = Availability(date(2015, 9, 20), date(2015, 9, 20))
    away = around(spans(interpreted(availability=(other,))), at(12))
    assert (away.verdict, codes(away)) == (IMPOSSIBLE, [FitCode.INTERPRETER_AWAY])


def test_the_night_after_late_work_is_shaded() -> None:
    found = spans(interpreted(work("late", 22, 23, day=18)))
    early = around(found, at(9, 55))
    assert FitCode.INTERPRETER_NIGHT in codes(early)
    assert around(found, at(10, 5)).verdict is FITS
    after = around(spans(interpreted(work("early", 3, 4, day=20))), at(16, 30))
    assert (after.verdict, codes(after)) == (WARNS, [FitCode.INTERPRETER_NIGHT])
    assert "16:00" in fit_words(after, "en").lines[0][1]


def test_a_day_that_would_be_too_long_warns_all_day() -> None:
    full = spans(interpreted(work("one", 6, 10), work("two", 17, 20)))
    span = around(full, at(12))
    assert (span.verdict, codes(span)) == (WARNS, [FitCode.INTERPRETER_FULL])
    assert around(spans(interpreted(work("one", 6, 10))), at(12)).verdict is FITS
