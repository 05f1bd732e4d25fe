"""Workbooks as people write them, made with openpyxl."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from trips.domain.importing.workbook import ReadingContext, WorkbookReading
from trips.imports.workbook import read_workbook


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def book_of(**sheets: Iterable[Iterable[Any]]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    return book


def read(book: Workbook, **context: Any) -> WorkbookReading:
    return read_workbook(saved(book), ReadingContext(**{"language": "de", **context}))


def read_rows(*rows: Iterable[Any], **context: Any) -> WorkbookReading:
    return read(book_of(Blatt=rows), **context)
