"""The roster workbook against a bare loop of the same library that writes the same cells."""

import gc
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO

from openpyxl import Workbook

from bench.measure import seconds, tell
from tests.exports.roster_briefs import a_roster, a_row
from trips.domain.briefs.columns import ROSTER_COLUMNS
from trips.domain.briefs.roster import RosterBrief
from trips.exports.roster import render
from trips.i18n.column_wording import words_of

SIZES = (24, 400, 3000)
MANY = 1000


def bare(brief: RosterBrief) -> bytes:
    """No styles, no safety, no statistics: the least that could be written."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in brief.rows:
        sheet.append([words_of(column, column.value(row), "de") for column in ROSTER_COLUMNS])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def peak(job: Callable[[], object]) -> float:
    """The most memory the job held at once, in megabytes."""
    gc.collect()
    tracemalloc.start()
    job()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def main() -> None:
    """Print time, the ratio to the bare loop, and the peak of memory for each size."""
    for size in SIZES:
        rows = [replace(a_row("Oksana", f"Kovalchuk {n}"), uid=f"p{n}") for n in range(size)]
        brief = a_roster(rows)
        ours = seconds(partial(render, brief, "de"))
        least = seconds(partial(bare, brief))
        told = f"peak {peak(partial(render, brief, 'de')):5.1f} MB" if size <= MANY else ""
        tell(f"roster, {size} rows", ours, least, "bare  ", told)


if __name__ == "__main__":
    main()
