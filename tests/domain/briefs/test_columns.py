from dataclasses import fields

import pytest

from tests.exports.roster_briefs import a_row
from trips.domain.briefs.columns import (
    ROSTER_COLUMNS,
    Sensitivity,
    choose_columns,
    without,
)
from trips.domain.briefs.roster import RosterRow
from trips.i18n.catalogue import LOCALES
from trips.i18n.column_wording import heading_of, words_of

NO_COLUMNS = {"person", "is_counted", "rank"}
"""What steers the roster and is not shown on it: rank is the order of the rows."""


def test_every_field_of_a_row_has_its_column() -> None:
    wanted = {field.name for field in fields(RosterRow)} - NO_COLUMNS
    assert {column.key for column in ROSTER_COLUMNS} == wanted


@pytest.mark.parametrize("locale", LOCALES)
def test_every_column_has_a_heading_of_its_own(locale: str) -> None:
    headings = [heading_of(column, locale) for column in ROSTER_COLUMNS]
    assert len(set(headings)) == len(headings)


def test_what_reveals_health_or_religion_is_marked() -> None:
    special = [c.key for c in ROSTER_COLUMNS if c.sensitivity is Sensitivity.SPECIAL]
    assert special == ["diet", "diet_note", "access", "access_note"]


def test_a_preset_keeps_its_own_order_and_refuses_unknown_columns() -> None:
    assert [c.key for c in choose_columns(["email", "family_name"])] == ["email", "family_name"]
    with pytest.raises(KeyError):
        choose_columns(["shoe_size"])


def test_sensitive_columns_can_be_left_out() -> None:
    kept = without(ROSTER_COLUMNS, Sensitivity.SPECIAL, Sensitivity.INTERNAL, Sensitivity.CONTACT)
    assert {column.sensitivity for column in kept} == {Sensitivity.PUBLIC}
    assert "family_name" in {column.key for column in kept}


def test_a_column_finds_its_value_in_a_row() -> None:
    row = a_row("Oksana", "Kovalchuk")
    said = {c.key: words_of(c, c.value(row), "de") for c in choose_columns(["country", "level"])}
    assert said == {"country": "Ukraine", "level": "Kommunal"}
