"""The booklet against bare WeasyPrint, the calendar against bare icalendar: the same words."""

from datetime import UTC, datetime
from functools import partial
from html import escape
from io import BytesIO

from icalendar import Calendar, Event
from pypdf import PdfReader
from weasyprint import HTML

from bench.measure import seconds, tell
from tests.exports.booklets import a_booklet
from tests.exports.briefs import a_programme, an_item
from trips.exports import calendar, programme

SIZES = (40, 400, 2000)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAYS = 20
FIRST_HOUR, HOURS = 8, 12


def bare_pdf(words: list[str]) -> bytes:
    """The words of every page as plain paragraphs, tagged."""
    body = "".join(f"<p>{escape(line)}</p>" for page in words for line in page.splitlines())
    html = f"<html lang=de><title>Booklet</title><body>{body}</body></html>"
    return bytes(HTML(string=html).write_pdf(pdf_variant="pdf/ua-1") or b"")


def measure_booklet() -> None:
    """A booklet of three stops with everything a booklet knows."""
    brief = a_booklet()
    pages = [
        page.extract_text() for page in PdfReader(BytesIO(programme.render(brief, "de"))).pages
    ]
    ours = seconds(partial(programme.render, brief, "de"), 2)
    bare = seconds(partial(bare_pdf, pages), 2)
    tell(f"programme booklet, {len(pages)} pages", ours, bare, "bare  ")


def bare_calendar(number: int) -> bytes:
    """As many events with nothing but UID, times and summary."""
    book = Calendar()
    for index in range(number):
        event = Event()
        event.add("uid", str(index))
        event.add("dtstamp", NOW)
        event.add("dtstart", NOW)
        event.add("dtend", NOW)
        event.add("summary", "Rundgang")
        book.add_component(event)
    return bytes(book.to_ical())


def measure_calendar(number: int) -> None:
    """A programme of so many items."""
    items = [
        an_item(
            datetime(2015, 9, 1 + index % DAYS, FIRST_HOUR + index % HOURS, tzinfo=None),
            datetime(2015, 9, 1 + index % DAYS, FIRST_HOUR + index % HOURS, 50, tzinfo=None),
            uid=f"item{index:08d}",
        )
        for index in range(number)
    ]
    brief = a_programme(items)
    ours = seconds(partial(calendar.render, brief, "de"), 2)
    tell(f"calendar, {number} items", ours, seconds(partial(bare_calendar, number), 2), "bare  ")


def main() -> None:
    """Print a line for the booklet and for each size of calendar."""
    measure_booklet()
    for number in SIZES:
        measure_calendar(number)


if __name__ == "__main__":
    main()
