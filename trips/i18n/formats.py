"""Dates, times, numbers, lists and names of countries and languages, as readers expect them.

English is British: 24-hour times, day before month. Ranges use an en dash without spaces.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from trips.domain.values.times import to_wall
from trips.i18n.catalogue import N_, say

SHOWN_NAMES = 3
DASH = "\N{EN DASH}"
ARABIC_SEMICOLON = "\N{ARABIC SEMICOLON}"
_BABEL = {"de": "de_DE", "en": "en_GB"}
_SHORT_COUNTRIES = {"US": "USA"}
_DAY_MONTH = {"de": "d. MMMM", "es": "d 'de' MMMM"}
_YEAR = {"es": " 'de' y"}


def _with_comma(pattern: str, locale: str) -> str:
    """A pattern with the comma of the script; French puts none behind the day of the week."""
    if locale == "fr":
        return pattern.replace("EEEE,", "EEEE")
    return pattern.replace(",", "\N{ARABIC COMMA}") if locale == "ar" else pattern


def _written(on: date, pattern: str, locale: str) -> str:
    """A day in a pattern; the first of a month is 1er in French."""
    if locale == "fr" and on.day == 1:
        pattern = re.sub(r"\bd\b", "d'er'", pattern)
    return format_date(on, _with_comma(pattern, locale), locale=babel_locale(locale))


def _day_month(locale: str) -> str:
    """18. September · 18 September · 18 de septiembre."""
    return _DAY_MONTH.get(locale, "d MMMM")


def _year(locale: str) -> str:
    return _YEAR.get(locale, " y")


def comma(locale: str) -> str:
    """A comma and its space: a, b · أ، ب."""
    return "\N{ARABIC COMMA} " if locale == "ar" else ", "


def mark(sign: str, locale: str) -> str:
    """A colon or semicolon and its space: French sets a narrow one before it, Arabic turns it."""
    before = "\N{NARROW NO-BREAK SPACE}" if locale == "fr" else ""
    is_turned = (sign, locale) == (";", "ar")
    return f"{before}{ARABIC_SEMICOLON if is_turned else sign} "


@lru_cache(maxsize=64)
def babel_locale(locale: str) -> Locale:
    """Babel's locale for one of ours: en is British."""
    return Locale.parse(_BABEL.get(locale, locale))


def date_long(on: date, locale: str) -> str:
    """Freitag, 18. September 2015 · Friday, 18 September 2015."""
    return _written(on, f"EEEE, {_day_month(locale)}{_year(locale)}", locale)


def day_long(on: date, locale: str) -> str:
    """Freitag, 18. September · Friday, 18 September."""
    return _written(on, f"EEEE, {_day_month(locale)}", locale)


@lru_cache(maxsize=1024)
def day_short(on: date, locale: str) -> str:
    """Fr 18. Sept. · Fri 18 Sept."""
    weekday = weekday_short(on, locale)
    pattern = "d. MMM" if locale == "de" else "d MMM"
    return f"{weekday} {format_date(on, pattern, locale=babel_locale(locale))}".rstrip(".")


def date_medium(on: date, locale: str) -> str:
    """18.09.2015 · 18 Sept 2015."""
    pattern = "dd.MM.y" if locale == "de" else "d MMM y"
    return format_date(on, pattern, locale=babel_locale(locale))


def weekday_long(on: date, locale: str) -> str:
    """Mittwoch; Wednesday."""
    return format_date(on, "EEEE", locale=babel_locale(locale))


def weekday_short(on: date, locale: str) -> str:
    """Fr · Fri."""
    return format_date(on, "EEE", locale=babel_locale(locale)).rstrip(".")


def weekday_day(on: date, locale: str) -> str:
    """Fr 18. · Fri 18."""
    return f"{weekday_short(on, locale)} {on.day}{'.' if locale == 'de' else ''}"


def day_range(first: date, last: date, locale: str, *, with_year: bool = True) -> str:
    """16.–21. September 2015 · 16–21 September 2015, as short as the two days allow."""
    dot = "." if locale == "de" else ""
    day_month, year = _day_month(locale), _year(locale) if with_year else ""
    end = _written(last, f"{day_month}{year}", locale)
    if first == last:
        return end
    if first.year != last.year:
        return f"{_written(first, f'{day_month}{_year(locale)}', locale)} {DASH} {end}"
    if first.month != last.month:
        return f"{_written(first, day_month, locale)} {DASH} {end}"
    begin = _written(first, f"d{dot}", locale)
    return f"{begin}{DASH}{end}"


def day_range_short(first: date, last: date, locale: str) -> str:
    """16.–21.09.2015 · 16–21 Sept 2015, for narrow places."""
    end = date_medium(last, locale)
    if first == last:
        return end
    if first.year != last.year:
        return f"{date_medium(first, locale)} {DASH} {end}"
    if first.month == last.month:
        return f"{first.day}{'.' if locale == 'de' else ''}{DASH}{end}"
    start = format_date(first, "dd.MM." if locale == "de" else "d MMM", babel_locale(locale))
    return f"{start} {DASH} {end}"


def clock(moment: datetime | time) -> str:
    """09:05, in every language."""
    return f"{moment.hour:02}:{moment.minute:02}"


def time_span(starts: datetime, ends: datetime) -> str:
    """09:00–10:30."""
    return f"{clock(starts)}{DASH}{clock(ends)}"


def instant(at: datetime, zone: str, locale: str) -> str:
    """11.09.2015, 16:20 Uhr · 11 Sept 2015, 16:20, on the clock of `zone`."""
    wall = to_wall(at, zone)
    pattern = "dd.MM.y, HH:mm 'Uhr'" if locale == "de" else "d MMM y, HH:mm"
    return format_datetime(wall, _with_comma(pattern, locale), locale=babel_locale(locale))


def last_day(end: datetime, zone: str, locale: str) -> str:
    """The last day before an end, which is no day of its own where the end is midnight."""
    return date_medium((to_wall(end, zone) - timedelta(microseconds=1)).date(), locale)


def duration(minutes: int, locale: str) -> str:
    """25 min · 3 h 16 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say(N_("%(minutes)s min"), locale, minutes=rest)
    if not rest:
        return say(N_("%(hours)s h"), locale, hours=hours)
    return say(N_("%(hours)s h %(minutes)s min"), locale, hours=hours, minutes=rest)


def number(value: float, locale: str) -> str:
    """1.234,5 · 1,234.5."""
    return format_decimal(value, locale=babel_locale(locale))


def percent(share: float, locale: str) -> str:
    """54 % · 54%."""
    return format_percent(share, locale=babel_locale(locale))


def money(minor: int, currency: str, locale: str) -> str:
    """980 € · €980; whole amounts without decimals."""
    whole, cents = divmod(minor, 100)
    pattern = "¤#,##0" if locale == "en" else "#,##0 ¤"
    if cents:
        return str(format_currency(minor / 100, currency, locale=babel_locale(locale)))
    plain = format_currency(
        whole, currency, pattern, locale=babel_locale(locale), currency_digits=False
    )
    return str(plain)


def country_name(code: str, locale: str) -> str:
    """Südafrika · South Africa; the code itself where Babel knows no name."""
    if code in _SHORT_COUNTRIES and locale in _BABEL:
        return _SHORT_COUNTRIES[code]
    return str(babel_locale(locale).territories.get(code, code))


def language_name(code: str, locale: str) -> str:
    """Ukrainisch · Ukrainian."""
    return str(babel_locale(locale).languages.get(code, code))


def language_names(codes: Sequence[str], locale: str) -> str:
    """Deutsch und Englisch · German and English."""
    return join_list([language_name(code, locale) for code in codes], locale)


def join_list(parts: Sequence[str], locale: str) -> str:
    """a, b und c · a, b and c."""
    return format_list(list(parts), locale=babel_locale(locale)) if parts else ""


def first_names(names: Sequence[str], locale: str) -> str:
    """a, b, c und 4 weitere: never “one more”, that one has room for a name."""
    shown = names if len(names) <= SHOWN_NAMES + 1 else names[:SHOWN_NAMES]
    listed = ", ".join(shown)
    if len(shown) == len(names):
        return listed
    rest = str(len(names) - len(shown))
    return say(N_("%(names)s and %(number)s more"), locale, names=listed, number=rest)
