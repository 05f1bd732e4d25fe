"""Public holidays of the German Bundesländer, reckoned from the laws on Sundays and holidays.

A table of our own instead of a library: the library for all countries takes 38 MB of every
server process. The tests compare the two over fifty years.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from trips.domain.values.text import Text


@dataclass(frozen=True)
class Holiday:
    """A public holiday of a region (ISO 3166-2, DE-SN)."""

    on: date
    region: str
    name: Text
    is_local: bool = False
    """True where only some municipalities of the region keep it."""


LANDS: Final = "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH"


def _lands(codes: str) -> frozenset[str]:
    return frozenset("DE-" + code for code in codes.split())


ALL: Final = _lands(LANDS)
ALWAYS: Final = 1990


@dataclass(frozen=True)
class _Rule:
    """A fixed (month, day) or a distance from Easter Sunday in days, where and since when."""

    name: Text
    when: tuple[int, int] | int
    regions: frozenset[str] = ALL
    since: int = ALWAYS
    until: int = 9999
    is_local: bool = False


def _name(de: str, en: str) -> Text:
    return Text(de=de, en=en)


_CORPUS_CHRISTI: Final = _name("Fronleichnam", "Corpus Christi")
_ASSUMPTION: Final = _name("Mariä Himmelfahrt", "Assumption Day")
_REFORMATION: Final = _name("Reformationstag", "Reformation Day")
_REPENTANCE: Final = _name("Buß- und Bettag", "Day of Repentance and Prayer")
_WOMEN: Final = _name("Internationaler Frauentag", "International Women’s Day")
_LIBERATION: Final = _name("Tag der Befreiung", "Day of Liberation")

_RULES: Final = (
    _Rule(_name("Neujahr", "New Year’s Day"), (1, 1)),
    _Rule(_name("Heilige Drei Könige", "Epiphany"), (1, 6), _lands("BW BY ST")),
    _Rule(_WOMEN, (3, 8), _lands("BE"), 2019),
    _Rule(_WOMEN, (3, 8), _lands("MV"), 2023),
    _Rule(_name("Karfreitag", "Good Friday"), -2),
    _Rule(_name("Ostersonntag", "Easter Sunday"), 0, _lands("BB")),
    _Rule(_name("Ostermontag", "Easter Monday"), 1),
    _Rule(_name("Tag der Arbeit", "Labour Day"), (5, 1)),
    _Rule(_LIBERATION, (5, 8), _lands("BE"), 2020, 2020),
    _Rule(_LIBERATION, (5, 8), _lands("BE"), 2025, 2025),
    _Rule(_name("Jahrestag des Volksaufstandes", "Uprising Anniversary"), (6, 17), _lands("BE"),
          2028, 2028),
    _Rule(_name("Christi Himmelfahrt", "Ascension Day"), 39),
    _Rule(_name("Pfingstsonntag", "Whit Sunday"), 49, _lands("BB")),
    _Rule(_name("Pfingstmontag", "Whit Monday"), 50),
    _Rule(_CORPUS_CHRISTI, 60, _lands("BW BY HE NW RP SL")),
    _Rule(_CORPUS_CHRISTI, 60, _lands("SN TH"), is_local=True),
    _Rule(_name("Augsburger Friedensfest", "Augsburg Peace Festival"), (8, 8), _lands("BY"),
          is_local=True),
    _Rule(_ASSUMPTION, (8, 15), _lands("SL")),
    _Rule(_ASSUMPTION, (8, 15), _lands("BY"), is_local=True),
    _Rule(_name("Weltkindertag", "World Children’s Day"), (9, 20), _lands("TH"), 2019),
    _Rule(_name("Tag der Deutschen Einheit", "German Unity Day"), (10, 3)),
    _Rule(_REFORMATION, (10, 31), _lands("BB MV SN ST TH")),
    _Rule(_REFORMATION, (10, 31), ALL - _lands("BB MV SN ST TH"), 2017, 2017),
    _Rule(_REFORMATION, (10, 31), _lands("HB HH NI SH"), 2018),
    _Rule(_name("Allerheiligen", "All Saints’ Day"), (11, 1), _lands("BW BY NW RP SL")),
    _Rule(_name("1. Weihnachtstag", "Christmas Day"), (12, 25)),
    _Rule(_name("2. Weihnachtstag", "Boxing Day"), (12, 26)),
)  # fmt: skip


def easter_sunday(year: int) -> date:
    """Western Easter (anonymous Gregorian algorithm, Nature 13, 1876, p. 487)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _repentance(year: int) -> date:
    """The Wednesday before 23 November."""
    last = date(year, 11, 22)
    return last - timedelta(days=(last.isoweekday() - 3) % 7)


@cache
def holidays_in(region: str, year: int) -> tuple[Holiday, ...]:
    """The holidays of a Bundesland (DE-SN) in a year from 1995 on; none for other regions."""
    return tuple(sorted(_reckon(region, year), key=lambda holiday: holiday.on))


def _reckon(region: str, year: int) -> Iterator[Holiday]:
    if region not in ALL:
        return
    for rule in _RULES:
        if region in rule.regions and rule.since <= year <= rule.until:
            on = (
                easter_sunday(year) + timedelta(days=rule.when)
                if isinstance(rule.when, int)
                else date(year, *rule.when)
            )
            yield Holiday(on, region, rule.name, rule.is_local)
    if region == "DE-SN":
        yield Holiday(_repentance(year), region, _REPENTANCE)


def holidays_between(region: str, first: date, last: date) -> tuple[Holiday, ...]:
    """The holidays of a region from the first to the last day, both included."""
    years = range(first.year, last.year + 1)
    found = (holiday for year in years for holiday in holidays_in(region, year))
    return tuple(holiday for holiday in found if first <= holiday.on <= last)
