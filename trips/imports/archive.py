"""Open an uploaded workbook without trusting it.

Everything is decided from the directory of the ZIP file, before a single part is unpacked;
the parts are then read as streams whose length the directory has already bounded.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import (
    iterparse as defused_iterparse,
)

from trips.domain.importing.workbook import Refused

MAX_BYTES = 10 * 1024 * 1024
"""Upload limit: the largest programme workbook we met had 0.4 MB."""
MAX_ENTRIES = 1000
"""A workbook with 50 sheets, each with comments and drawings, has about 250 entries."""
MAX_UNPACKED = 32 * 1024 * 1024
"""5,000 rows of 40 columns unpack to about 12 MB; measured with openpyxl and Excel files."""
MAX_RATIO = 150
"""XML of real sheets packs 10 to 40 times; a bomb up to 1,030 times (the limit of deflate)."""
RATIO_COUNTS_FROM = 1024 * 1024
"""Below one megabyte even the worst ratio does no harm."""
MAX_ELEMENTS = 600_000
"""Elements of one XML part: 5,000 rows of 40 columns; they take about three seconds to read."""
CHUNK = 1024 * 1024
MAX_DEPTH = 64
"""SpreadsheetML nests about ten deep."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
DIRECTORY_ENTRY = b"PK\x01\x02"
NESTED = (".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".pptx", ".jar", ".7z", ".rar", ".gz")
ENCRYPTED_FLAG = 0x1

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the workbook's ZIP file, or raise `Refused` with the reason."""
    _check_signature(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNREADABLE as error:
        raise Refused("damaged") from error
    entries = archive.infolist()
    _check_names([entry.filename for entry in entries])
    _check_sizes(entries)
    for entry in entries:
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise Refused("encrypted")
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Refused("damaged")
    _check_is_workbook({entry.filename.lower() for entry in entries})
    return archive


def elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Element]]:
    """Yield ("start" | "end", element) of a part; entities and endless parts are refused."""
    depth = 0
    try:
        _check_prolog(archive, part)
        with archive.open(part) as stream:
            for event, element in _parse(stream):
                depth += 1 if event == "start" else -1
                if depth > MAX_DEPTH:
                    raise Refused("damaged", {"part": part})
                yield event, element
    except DefusedXmlException as error:
        raise Refused("entities", {"part": part}) from error
    except UNREADABLE as error:
        raise Refused("damaged", {"part": part}) from error


def _check_prolog(archive: zipfile.ZipFile, part: str) -> None:
    """Count the tags, and let defusedxml read up to the root element.

    A document type can only stand before it, so what follows is safe for any parser.
    """
    with archive.open(part) as stream:
        marks = sum(chunk.count(b"<") for chunk in iter(lambda: stream.read(CHUNK), b""))
    if marks > 2 * MAX_ELEMENTS:
        raise Refused("too_many_elements")
    with archive.open(part) as stream:
        next(defused_iterparse(stream, events=("start",), forbid_dtd=True), None)


def _parse(stream: IO[bytes]) -> Iterator[tuple[str, Element]]:
    """Read on with the parser written in C: defusedxml's own takes twenty times as long."""
    yield from iterparse(stream, events=("start", "end"))  # noqa: S314 - the prolog is checked


def _check_signature(data: bytes) -> None:
    if not data:
        raise Refused("empty")
    if len(data) > MAX_BYTES:
        raise Refused("too_large", {"limit_mb": MAX_BYTES // 1024 // 1024})
    if data.startswith(OLE):
        sealed = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused("encrypted" if sealed else "old_excel")
    if not data.startswith(ZIP):
        raise Refused("not_a_workbook")
    if data.count(DIRECTORY_ENTRY) > MAX_ENTRIES:
        raise Refused("too_many_entries", {"limit": MAX_ENTRIES})


def _check_names(names: list[str]) -> None:
    for name in names:
        if _escapes(name):
            raise Refused("unsafe_name", {"name": name[:80]})
        if name.lower().endswith(NESTED):
            raise Refused("nested_archive", {"name": name[:80]})
    if len({name.lower() for name in names}) != len(names):
        raise Refused("damaged")


def _escapes(name: str) -> bool:
    return (
        name.startswith("/")
        or "\\" in name
        or "\0" in name
        or ":" in name
        or ".." in name.split("/")
    )


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Refused("bomb", {"limit_mb": MAX_UNPACKED // 1024 // 1024})
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > RATIO_COUNTS_FROM and ratio > MAX_RATIO:
            raise Refused("bomb", {"limit_mb": MAX_UNPACKED // 1024 // 1024})


def _check_is_workbook(names: set[str]) -> None:
    if "xl/workbook.bin" in names:
        raise Refused("binary_workbook")
    if "mimetype" in names and "content.xml" in names:
        raise Refused("open_document")
    if "[content_types].xml" not in names or "_rels/.rels" not in names:
        raise Refused("not_a_workbook")
