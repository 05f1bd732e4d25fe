"""The roster workbook against a bare loop of the same library that writes the same cells."""

import gc
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from time import perf_counter

from openpyxl import Workbook

from tests.exports.roster_briefs import a_roster, a_row
from trips.domain.briefs.columns import ROSTER_COLUMNS
from trips.domain.briefs.roster import RosterBrief
from trips.exports.roster import render
from trips.i18n.column_wording import words_of

SIZES = (24, 400, 10_000)
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


def seconds(job: Callable[[], object], times: int) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = perf_counter()
        job()
        best = min(best, perf_counter() - start)
    return best


def peak(job: Callable[[], object]) -> float:
    """The most memory the job held at once, in megabytes."""
    gc.collect()
    tracemalloc.start()
    job()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def main() -> None:
    """Print seconds, the ratio to the bare loop, and the peak of memory for each size."""
    for size in SIZES:
        rows = [replace(a_row("Oksana", f"Kovalchuk {n}"), uid=f"p{n}") for n in range(size)]
        brief = a_roster(rows)
        times = 1 if size > MANY else 3
        ours = seconds(lambda: render(brief, "de"), times)  # noqa: B023 used at once
        least = seconds(lambda: bare(brief), times)  # noqa: B023 used at once
        memory = peak(lambda: render(brief, "de")) if size <= MANY else float("nan")  # noqa: B023
        print(
            f"roster {size:>6} rows  {ours:6.2f} s  bare {least:6.2f} s  "
            f"ratio {ours / least:4.2f}  peak {memory:5.1f} MB"
        )


if __name__ == "__main__":
    main()
