"""The columns of the list of people: complete, in one order, and only for those who may read."""

import pytest

from trips.domain.account.user import Action
from trips.domain.briefs.columns import ROSTER_COLUMNS
from trips.domain.pages.list_columns import (
    ELSEWHERE,
    IN_NAME,
    LIST_COLUMNS,
    ListColumn,
    chosen,
    is_narrow,
    offered,
)
from trips.domain.pages.people_filter import Part

READER = (Action.READ_TRIP,)
ORGANISER = (Action.READ_TRIP, Action.READ_NEEDS, Action.READ_PASSPORT)


def keys(columns: tuple[ListColumn, ...]) -> list[str]:
    return [each.key for each in columns]


def test_every_column_of_the_roster_can_be_chosen_or_stands_elsewhere() -> None:
    roster = {column.key for column in ROSTER_COLUMNS}
    on_page = {each.key for each in LIST_COLUMNS if each.column}
    assert on_page | IN_NAME | ELSEWHERE == roster
    assert not on_page & (IN_NAME | ELSEWHERE)
    assert len({each.key for each in LIST_COLUMNS}) == len(LIST_COLUMNS)


def test_a_reader_is_offered_nothing_about_needs_contacts_and_passports() -> None:
    hidden = {
        "email", "phone", "diet", "diet_note", "access", "access_note", "room_wish", "note",
        "is_photo_allowed", "is_listed", "sex", "visa", "passport",
    }  # fmt: skip
    for part in Part:
        assert hidden & set(keys(offered(part, READER))) == set()
    assert hidden <= set(keys(offered(Part.DELEGATES, ORGANISER)))
    without_passports = (Action.READ_TRIP, Action.READ_NEEDS)
    assert "passport" not in keys(offered(Part.DELEGATES, without_passports))


@pytest.mark.parametrize(
    ("part", "usual"),
    [
        (Part.DELEGATES, ["level", "languages", "group", "arrival_at", "status"]),
        (Part.LEFT, ["level", "languages", "group", "arrival_at", "status"]),
        (Part.WAITING, ["level", "languages", "group", "arrival_at"]),
        (Part.STAFF, ["contact_for", "languages", "group", "present", "counts"]),
    ],
)
def test_unasked_the_usual_columns_stand_there_and_fit(part: Part, usual: list[str]) -> None:
    shown = chosen(part, READER, "")
    assert keys(shown) == usual
    assert is_narrow(shown)


def test_chosen_columns_stand_in_the_order_of_the_page_and_nonsense_is_passed_over() -> None:
    said = "name,status,city,evil,level,contact_for,city"
    assert keys(chosen(Part.DELEGATES, ORGANISER, said)) == ["level", "city", "status"]
    assert keys(chosen(Part.DELEGATES, READER, "name,email,city")) == ["city"]
    assert chosen(Part.DELEGATES, ORGANISER, "name") == ()


def test_what_does_not_fit_beside_the_names_is_known() -> None:
    assert is_narrow(chosen(Part.DELEGATES, ORGANISER, "level,city,country,status,group"))
    assert not is_narrow(chosen(Part.DELEGATES, ORGANISER, "level,city,country,brings,status"))
