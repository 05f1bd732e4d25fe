"""The shapes of written dates as regular expressions over folded text.

Groups: `w` weekday; `d` and `d2` first and last day; `mf`, `nf` month of the first day as a word
or number; `ml`, `nl` month of the last (or only) day; `y`, `y2` year; `s1`, `s2` around a slash.
"""

import re
from typing import Final

from trips.domain.notations.calendar_words import MONTHS, WEEKDAYS, alternatives

_NAMES = alternatives(MONTHS)
_DAYS = alternatives(WEEKDAYS)
_D = r"(?P<d>[0-3]?\d)"
_D2 = r"(?P<d2>[0-3]?\d)"
_TH = r"(?:st|nd|rd|th|\.)?\s*(?:of\s+)?"
_TO = r"\s*(?:-|/|bis(?: zum)?|to|until|and|und|&)\s*"
_FULL_YEAR = r"(?:19|20)\d\d"
_YEAR = rf"(?:,?\s*(?P<y>{_FULL_YEAR}|'\d\d)(?![\d:.]?\d))?"
_DOT_YEAR = rf"(?:\s?(?P<y>{_FULL_YEAR})(?!\d)|(?P<y2>\d\d)(?![:.\d]|\s?(?:uhr|h)\b))?"
_WEEKDAY = rf"(?:(?P<w>{_DAYS})\b[.,/:-]{{0,2}}\s*(?:(?:den|dem|the)\s+)?)?"
_OTHER_WEEKDAY = rf"(?:(?:{_DAYS})\b\.?,?\s*(?:(?:den|dem|the)\s+)?)?"
_START = r"(?<![\d.:/-])(?<![^\W\d_])"
_END = r"(?!\d|:|\.\d)"

ISO = rf"(?P<y>{_FULL_YEAR})[-/.](?P<nl>[01]?\d)[-/.](?P<d>[0-3]?\d)(?!\d)(?:t(?=\d))?"
DOTTED_RANGE = (
    rf"{_D}\.(?:\s?(?P<nf>[01]?\d)\.(?:\s?{_FULL_YEAR}|\d\d(?=\s*-))?)?{_TO}{_OTHER_WEEKDAY}"
    rf"{_D2}\.\s?(?P<nl>[01]?\d)\.{_DOT_YEAR}"
)
DAY_FIRST_RANGE = (
    rf"{_D}{_TH}(?:(?P<mf>{_NAMES})\b\.?,?\s*(?:{_FULL_YEAR})?)?{_TO}{_OTHER_WEEKDAY}"
    rf"{_D2}{_TH}(?P<ml>{_NAMES})\b\.?{_YEAR}"
)
MONTH_FIRST_RANGE = (
    rf"(?P<mf>{_NAMES})\b\.?\s*{_D}{_TH}{_TO}{_OTHER_WEEKDAY}"
    rf"(?:(?P<ml>{_NAMES})\b\.?\s*)?{_D2}(?:st|nd|rd|th)?{_END}{_YEAR}"
)
DOTTED = rf"{_D}\.\s?(?P<nl>[01]?\d)\.{_DOT_YEAR}"
DAY_FIRST = rf"{_D}{_TH}(?P<ml>{_NAMES})\b\.?{_YEAR}"
MONTH_FIRST = rf"(?P<ml>{_NAMES})\b\.?\s*{_D}(?:st|nd|rd|th|\.(?!\d))?{_END}{_YEAR}"
SLASHED = rf"(?P<s1>[0-3]?\d)/(?P<s2>[0-3]?\d)(?:/(?P<y>{_FULL_YEAR}|\d\d))?(?![\d/])"
HYPHENED = rf"{_D}-(?P<nl>[01]?\d)-(?P<y>{_FULL_YEAR})(?!\d)"

SHAPES: Final = tuple(
    re.compile(_START + _WEEKDAY + shape)
    for shape in (
        ISO,
        DOTTED_RANGE,
        DAY_FIRST_RANGE,
        MONTH_FIRST_RANGE,
        DOTTED,
        DAY_FIRST,
        MONTH_FIRST,
        SLASHED,
        HYPHENED,
    )
)
"""Tried in this order: a range before the single date that it contains."""

TWO_NUMBERS: Final = re.compile(rf"{_WEEKDAY}{_D}\.(?P<nl>[01]?\d)")
"""16.9: a date in a column of dates, a time elsewhere."""
WEEKDAY_ONLY: Final = re.compile(rf"(?P<w>{_DAYS})\b[.:,]?")
DAY_LEAD: Final = re.compile(r"^(?:reise|programm)?(?:tag|day)\s*\d{1,2}\s*[-:,|/(]+\s*")
"""Day 1 - Wednesday, 16 September: no range from the first."""
DAY_NUMBERS: Final = (
    re.compile(
        r"\b(?:reise|programm)?(?:tag|day)\s*(?:nr\.?|no\.?|#)?\s*(?P<n>\d{1,2})\b(?![.:]\d)"
    ),
    re.compile(r"\b(?P<n>\d{1,2})(?:\.|st|nd|rd|th)\s*(?:reise|programm)?(?:tag|day)\b"),
)
