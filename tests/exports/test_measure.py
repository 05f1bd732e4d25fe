"""The columns of a printed list: nothing is cut that could have its room."""

import pytest

from trips.exports.measure import Printed, column_widths, width_of

ROOM = 252.0


def columns(surname: str, *, number: int = 6) -> list[Printed]:
    return [
        Printed("Family name", (surname, "Li")),
        *(Printed("Organisation", ("City Council of Johannesburg", "NGO")) for _ in range(number)),
        Printed("Arrival", ("Wed 16 Sept, 09:05",), is_tight=True),
    ]


@pytest.mark.parametrize("number", [1, 6, 9])
def test_widths_fill_the_room_and_hold_the_longest_word(number: int) -> None:
    asked = columns("Venkatanarasimhan-Papakonstantinou", number=number)
    size, widths = column_widths(asked, ROOM)
    assert sum(widths) == pytest.approx(ROOM)
    assert widths[0] > width_of("Papakonstantinou", size)
    assert widths[-1] > width_of("Wed 16 Sept, 09:05", size)


def test_letters_shrink_before_words_are_cut() -> None:
    usual, _widths = column_widths(columns("Mokoena", number=2), ROOM)
    smaller, widths = column_widths(columns("Mokoena", number=9), ROOM)
    assert (usual, smaller < usual) == (9.0, True)
    assert widths[1] > width_of("Johannesburg", smaller)


def test_what_never_wraps_keeps_its_room_when_words_must_break() -> None:
    size, widths = column_widths(columns("W" * 120), ROOM)
    assert sum(widths) == pytest.approx(ROOM)
    assert widths[-1] > width_of("Wed 16 Sept, 09:05", size)


def test_a_list_of_nobody_has_columns() -> None:
    _size, widths = column_widths([Printed("Name", ()), Printed("City", ())], ROOM)
    assert sum(widths) == pytest.approx(ROOM)
