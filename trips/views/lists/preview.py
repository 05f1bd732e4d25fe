"""How a list of one's own would look: its first rows, and what is protected of it."""

from dataclasses import dataclass
from typing import Final

from trips import clock
from trips.domain.briefs.columns import Column, Form, Sensitivity, choose_columns
from trips.domain.briefs.list_plan import ListPlan
from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.roster import RosterRow
from trips.domain.snapshot import TripSnapshot
from trips.i18n.column_wording import heading_of, words_of
from trips.i18n.delegates.column_topics import protection_words, purpose_words
from trips.i18n.formats import clock as time_of_day
from trips.i18n.formats import date_medium

FIRST: Final = 5
_HIDDEN: Final = "•••"
"""Needs are not read just to see how a list looks."""
_PROTECTED: Final = (Sensitivity.SPECIAL, Sensitivity.CONTACT, Sensitivity.INTERNAL)


@dataclass(frozen=True)
class Caution:
    """Columns that are protected alike: why, what it asks for, and what each is good for."""

    title: str
    text: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Preview:
    """The beginning of a list."""

    people: int
    headings: list[str]
    rows: list[list[str]]
    cautions: list[Caution]
    hides: bool
    """Something is there that only the file says."""


def preview_of(snapshot: TripSnapshot, plan: ListPlan, locale: str) -> Preview:
    """The first rows of a list as it is chosen now."""
    stamp = Stamp(as_of=clock.now(snapshot.trip), zone=snapshot.trip.zone, is_sample=False)
    brief = brief_roster(snapshot, stamp, plan)
    columns = choose_columns(plan.columns)
    return Preview(
        people=len(brief.rows),
        headings=[heading_of(each, locale) for each in columns],
        rows=[[_said(each, row, locale) for each in columns] for row in brief.rows[:FIRST]],
        cautions=[
            Caution(*protection_words(level, locale), _purposes(columns, level, locale))
            for level in _PROTECTED
            if any(each.sensitivity is level for each in columns)
        ],
        hides=any(each.sensitivity is Sensitivity.SPECIAL for each in columns),
    )


def _purposes(
    columns: tuple[Column, ...], level: Sensitivity, locale: str
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (heading_of(each, locale), purpose_words(each, locale))
        for each in columns
        if each.sensitivity is level
    )


def _said(column: Column, row: RosterRow, locale: str) -> str:
    value = column.value(row)
    if not value:
        return words_of(column, value, locale)
    if column.sensitivity is Sensitivity.SPECIAL:
        return _HIDDEN
    if column.form is Form.DAY:
        return date_medium(value, locale)  # type: ignore[arg-type]  # the form says what it is
    if column.form is Form.MOMENT:
        return f"{date_medium(value, locale)}, {time_of_day(value)}"  # type: ignore[arg-type]  # as above
    return words_of(column, value, locale)
