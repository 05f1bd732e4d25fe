"""Figures about who took part, in tables whose lines add up; `briefs.statistics` counts them."""

from collections.abc import Mapping
from dataclasses import dataclass

from trips.domain.person import Sex


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many: people (and how many of each sex), participations, person-days."""

    people: int
    by_sex: Mapping[Sex, int]
    participations: int
    person_days: int

    @property
    def tells_sexes(self) -> bool:
        """False where a public figure keeps silent about them."""
        return bool(self.by_sex) or not self.people

    @property
    def women(self) -> int:
        """People who stated that they are female."""
        return self.by_sex.get(Sex.FEMALE, 0)

    @property
    def men(self) -> int:
        """People who stated that they are male."""
        return self.by_sex.get(Sex.MALE, 0)

    @property
    def others(self) -> int:
        """People who are neither, or did not say."""
        return self.people - self.women - self.men


@dataclass(frozen=True)
class Line:
    """A line of a table: a country code or the value of an enumeration; empty for not stated."""

    key: str
    count: Count


@dataclass(frozen=True, kw_only=True)
class Statistics:
    """The tables of a trip; lines by falling number of people, what is not stated last."""

    total: Count
    by_country: tuple[Line, ...]
    by_level: tuple[Line, ...]
    by_sex: tuple[Line, ...]
    by_organisation_kind: tuple[Line, ...]
