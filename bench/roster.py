"""The roster workbook against a bare loop of the same library that writes the same cells."""

from dataclasses import replace
from functools import partial
from io import BytesIO

from openpyxl import Workbook

from bench.measure import peak, seconds, tell
from tests.exports.roster_briefs import a_roster, a_row
from trips.domain.briefs.columns import ROSTER_COLUMNS, Form
from trips.domain.briefs.list_memory import memory_key
from trips.domain.briefs.roster import RosterBrief
from trips.exports.roster import render
from trips.i18n.column_wording import words_of

SIZES = (24, 400, 3000)
MANY = 1000
AS_THEY_ARE = {Form.DAY, Form.MOMENT, Form.NUMBER}

Cells = list[list[object]]


def cells_of(brief: RosterBrief) -> Cells:
    """What stands in the cells of a roster: dates and words."""
    return [
        [
            column.value(row)
            if column.form in AS_THEY_ARE
            else words_of(column, column.value(row), "de") or None
            for column in ROSTER_COLUMNS
        ]
        for row in brief.rows
    ]


def bare(cells: Cells) -> bytes:
    """No words to find, no styles, no safety, no statistics, no marks: the least there is."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in cells:
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def main() -> None:
    """Print time, the ratio to the bare loop, and the peak of memory for each size."""
    for size in SIZES:
        rows = [replace(a_row("Oksana", f"Kovalchuk {n}"), uid=f"p{n}") for n in range(size)]
        brief = a_roster(rows, memory=memory_key("trip", "secret"))
        ours = seconds(partial(render, brief, "de"))
        least = seconds(partial(bare, cells_of(brief)))
        told = f"peak {peak(partial(render, brief, 'de')):5.1f} MB" if size <= MANY else ""
        tell(f"roster, {size} rows", ours, least, "bare  ", told)


if __name__ == "__main__":
    main()
