"""Who took part: people, participations and person-days, without counting anybody twice.

* A participation is a person in one role. A person is counted once, whatever their roles.
* Person-days are days of presence, the first and the last included; a day on which somebody is
  present in two roles is one person-day.
* A person belongs where their first participation that says something belongs, in the order of
  the roster. So the lines of a table add up to its total.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from trips.domain.briefs.figures import Count, Line, Statistics
from trips.domain.briefs.roster import RosterRow
from trips.domain.person import Sex

DEFINED_ON: Final = date(2026, 11, 22)
"""Since when people, participations and person-days are counted as they are."""


def count_roster(rows: Iterable[RosterRow]) -> Statistics:
    """The statistics of those rows that count for them, in the order of the roster."""
    counted = [row for row in rows if row.is_counted]
    days = _days_of(counted)

    def table(key_of: Callable[[RosterRow], str]) -> tuple[Line, ...]:
        return _table(counted, key_of, days)

    return Statistics(
        total=_count(counted, days),
        by_country=table(lambda row: row.country),
        by_level=table(lambda row: _key(row.level)),
        by_sex=table(lambda row: "" if row.sex is Sex.UNKNOWN else row.sex.value),
        by_organisation_kind=table(lambda row: _key(row.organisation_kind)),
    )


def _key(member: StrEnum | None) -> str:
    return member.value if member is not None else ""


def _person(row: RosterRow) -> str:
    return row.person or row.uid


def _table(
    rows: list[RosterRow], key_of: Callable[[RosterRow], str], days: Mapping[str, int]
) -> tuple[Line, ...]:
    home: dict[str, str] = {}
    for row in rows:
        home[_person(row)] = home.get(_person(row)) or key_of(row)
    parts: dict[str, list[RosterRow]] = {}
    for row in rows:
        parts.setdefault(home[_person(row)], []).append(row)
    lines = [Line(key, _count(members, days)) for key, members in parts.items()]
    return tuple(sorted(lines, key=lambda line: (not line.key, -line.count.people, line.key)))


def _count(rows: list[RosterRow], days: Mapping[str, int]) -> Count:
    """Count rows; `days` has the person-days of everybody, who all stand in one line."""
    sexes: dict[str, Sex] = {}
    for row in rows:
        person = _person(row)
        if sexes.get(person, Sex.UNKNOWN) is Sex.UNKNOWN:
            sexes[person] = row.sex
    by_sex = {sex: list(sexes.values()).count(sex) for sex in Sex if sex in sexes.values()}
    return Count(
        people=len(sexes),
        by_sex=by_sex,
        participations=len(rows),
        person_days=sum(days[person] for person in sexes),
    )


def _days_of(rows: list[RosterRow]) -> dict[str, int]:
    """How many days each person is present, whatever their roles."""
    present: dict[str, set[int]] = {}
    for row in rows:
        span = range(row.present_from.toordinal(), row.present_to.toordinal() + 1)
        present.setdefault(_person(row), set()).update(span)
    return {person: len(days) for person, days in present.items()}
