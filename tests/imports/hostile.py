"""Workbooks that nobody sends in good faith, written byte by byte."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADINGS = ("Datum", "Zeit", "Titel", "Ort")


def relations(*entries: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in entries
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def text_cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows: str = "", after: str = "", dimension: str = "A1:D2") -> str:
    head = "".join(text_cell(f"{'ABCD'[i]}1", text) for i, text in enumerate(HEADINGS))
    line = "".join(
        text_cell(f"{'ABCD'[i]}2", text)
        for i, text in enumerate(("16.09.2015", "9-10", "Eröffnung", "Rathaus"))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}">'
        f'<dimension ref="{dimension}"/><sheetData><row r="1">{head}</row>'
        f'<row r="2">{line}</row>{rows}</sheetData>{after}</worksheet>'
    )


def parts(sheet_xml: str | None = None, sheets: int = 1) -> dict[str, str]:
    entries = "".join(
        f'<sheet name="Blatt {n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, sheets + 1)
    )
    found = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{entries}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            *((f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, sheets + 1))
        ),
    }
    for n in range(1, sheets + 1):
        found[f"xl/worksheets/sheet{n}.xml"] = sheet_xml or sheet()
    return found


def packed(content: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()


def workbook(sheet_xml: str | None = None, **more: str | bytes) -> bytes:
    return packed({**parts(sheet_xml), **more})


@cache
def bomb(unpacked: int) -> bytes:
    """A workbook of one part that unpacks to so many bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts().items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, data)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            block = b"<a/>" * (1 << 18)
            for _ in range(unpacked >> 20):
                part.write(block)
    return stream.getvalue()


def with_lying_size(data: bytes) -> bytes:
    """The directory claims that every part is small."""
    stream = bytearray(data)
    place = stream.find(b"PK\x01\x02")
    while place >= 0:
        if int.from_bytes(stream[place + 24 : place + 28], "little") > 1 << 20:
            stream[place + 24 : place + 28] = (1000).to_bytes(4, "little")
        place = stream.find(b"PK\x01\x02", place + 4)
    return bytes(stream)


def with_encrypted_flag(data: bytes) -> bytes:
    stream = bytearray(data)
    place = stream.find(b"PK\x01\x02")
    while place >= 0:
        stream[place + 8] |= 1
        place = stream.find(b"PK\x01\x02", place + 4)
    return bytes(stream)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{"".join(f"&{a};" for _ in range(10))}">'
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f']><worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t>'
    "</is></c></row></sheetData></worksheet>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t>'
    "</is></c></row></sheetData></worksheet>"
)
