"""The value of a cell: what the number format makes of a number."""

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from trips.imports.parts import Book, clean, local, number, rich_text

Value = str | int | float | bool | datetime | date | time | timedelta | None

MAX_DIGITS = 40
MAX_SERIAL = 2_958_465.999
"""31 December 9999, the last day Excel knows."""


@dataclass(frozen=True)
class Read:
    """A value, how it reads, and what is wrong with it."""

    value: Value = None
    text: str = ""
    problem: str = ""


def read_value(element: Element, book: Book) -> Read:
    """Return the value of a `c` element."""
    children = {local(child): child for child in element}
    if "is" in children:
        return _text(rich_text(children["is"]))
    stored = children.get("v")
    if stored is None or stored.text is None:
        return Read(problem="formula_without_value", text="=") if "f" in children else Read()
    return _typed(element.get("t", "n"), stored.text, _format(element, book), book)


def _format(element: Element, book: Book) -> str:
    style = number(element.get("s"))
    return book.formats[style] if style < len(book.formats) else "General"


def _typed(kind: str, raw: str, number_format: str, book: Book) -> Read:
    if kind == "s":
        index = number(raw)
        return _text(book.texts[index] if index < len(book.texts) else "")
    if kind == "e":
        return Read(problem="cell_error", text=clean(raw))
    if kind == "b":
        return Read(raw == "1", "TRUE" if raw == "1" else "FALSE")
    if kind == "d":
        return _iso(raw)
    if kind == "n":
        return _number(raw, number_format, book)
    return _text(clean(raw))


def _text(text: str) -> Read:
    return Read(text or None, text)


def _iso(raw: str) -> Read:
    try:
        moment = datetime.fromisoformat(raw.removesuffix("Z"))
    except ValueError:
        return _text(clean(raw))
    return _moment(moment.replace(tzinfo=None))


def _number(raw: str, number_format: str, book: Book) -> Read:
    try:
        amount = float(raw)
    except ValueError:
        return _text(clean(raw))
    if not math.isfinite(amount):
        return _text(clean(raw))
    if 0 <= amount <= MAX_SERIAL and is_date_format(number_format):
        return _serial(amount, number_format, book)
    return Read(int(amount) if amount.is_integer() else amount, _digits(raw, number_format))


def _serial(amount: float, number_format: str, book: Book) -> Read:
    epoch = CALENDAR_MAC_1904 if book.is_1904 else CALENDAR_WINDOWS_1900
    if is_timedelta_format(number_format):
        span = timedelta(minutes=round(amount * 24 * 60))
        minutes = int(span.total_seconds()) // 60
        return Read(span, f"{minutes // 60}:{minutes % 60:02}")
    try:
        moment = from_excel(amount, epoch)
    except (OverflowError, ValueError):
        return Read(amount, str(amount))
    if isinstance(moment, time):
        rounded = (datetime.combine(date.min, moment) + timedelta(seconds=30)).time()
        clock = rounded.replace(second=0, microsecond=0)
        return Read(clock, clock.strftime("%H:%M"))
    return _moment(moment) if isinstance(moment, datetime) else Read(amount, str(amount))


def _moment(moment: datetime) -> Read:
    try:
        rounded = (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
    except OverflowError:
        rounded = moment
    if rounded.time() == time.min:
        return Read(rounded.date(), rounded.date().isoformat())
    return Read(rounded, rounded.strftime("%Y-%m-%d %H:%M"))


def _digits(raw: str, number_format: str) -> str:
    """Write the digits as the format shows them: leading zeros and a plus are part of a number."""
    exact = format(Decimal(raw), "f") if len(raw) <= MAX_DIGITS else raw
    digits = exact.rstrip("0").rstrip(".") if "." in exact else exact
    pattern = number_format.strip().replace("\\", "").replace('"', "").replace(" ", "")
    plus = "+" if pattern.startswith("+") else ""
    zeros = pattern.removeprefix("+")
    if zeros and set(zeros) == {"0"} and digits.isdigit():
        digits = digits.zfill(len(zeros))
    return plus + digits
