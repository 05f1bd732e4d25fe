"""What select fields offer: countries, Länder, zones and languages, by name."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from babel.core import get_global

from trips.domain.values.collation import sort_key
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import babel_locale, country_name, language_name

_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA"})
_CODE_LENGTH = 2
_SPOKEN_BY_PERCENT = 2
_MOST_OFFERED = 6
USUAL_LANGUAGES = ("de", "en", "fr", "es", "pt", "uk", "ru", "ar", "zh", "hi")
"""Offered everywhere, besides those that the people of a trip speak."""
_LAENDER = {
    "DE-BW": N_("Baden-Württemberg"),
    "DE-BY": N_("Bavaria"),
    "DE-BE": N_("Berlin"),
    "DE-BB": N_("Brandenburg"),
    "DE-HB": N_("Bremen"),
    "DE-HH": N_("Hamburg"),
    "DE-HE": N_("Hesse"),
    "DE-MV": N_("Mecklenburg-Western Pomerania"),
    "DE-NI": N_("Lower Saxony"),
    "DE-NW": N_("North Rhine-Westphalia"),
    "DE-RP": N_("Rhineland-Palatinate"),
    "DE-SL": N_("Saarland"),
    "DE-SN": N_("Saxony"),
    "DE-ST": N_("Saxony-Anhalt"),
    "DE-SH": N_("Schleswig-Holstein"),
    "DE-TH": N_("Thuringia"),
}


@cache
def country_choices(locale: str) -> tuple[tuple[str, str], ...]:
    """ISO 3166-1 codes and names, by name."""
    codes = {
        code
        for code in map(str, babel_locale(locale).territories)
        if len(code) == _CODE_LENGTH and code.isalpha() and code not in _NOT_COUNTRIES
    }
    return _by_name((code, country_name(code, locale)) for code in codes)


def region_choices(locale: str) -> tuple[tuple[str, str], ...]:
    """ISO 3166-2 codes and names of the German Länder, by name."""
    return _by_name((code, say(name, locale)) for code, name in _LAENDER.items())


@cache
def languages_of_country(code: str) -> tuple[str, ...]:
    """Official languages of a country or its regions, most spoken first (Unicode CLDR)."""
    known: dict[str, dict[str, Any]] = get_global("territory_languages").get(code, {})
    official = {
        language: facts["population_percent"]
        for language, facts in known.items()
        if facts.get("official_status") and facts["population_percent"] >= _SPOKEN_BY_PERCENT
    }
    return tuple(sorted(official, key=lambda each: (-official[each], each))[:_MOST_OFFERED])


@cache
def zone_choices() -> tuple[tuple[str, str], ...]:
    """IANA zones that name a place, in alphabetical order."""
    areas = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/")
    zones = sorted(zone for zone in available_timezones() if zone.startswith((*areas, "Pacific/")))
    return tuple((zone, zone.replace("_", " ")) for zone in ("UTC", *zones))


def language_choices(
    codes: Iterable[str], locale: str, first: Iterable[str] = ()
) -> tuple[tuple[str, str], ...]:
    """`first` in their order, the usual languages, then the other `codes`; with names."""
    ordered = dict.fromkeys((*first, *USUAL_LANGUAGES, *sorted(codes)))
    return tuple((code, language_name(code, locale)) for code in ordered)


def _by_name(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: sort_key(pair[1])))
