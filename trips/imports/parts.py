"""The parts of a workbook that its sheets refer to: names, shared texts, number formats."""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import BUILTIN_FORMATS

from trips.domain.importing.workbook import Refused
from trips.imports.archive import elements

MAX_SHEETS = 50
"""A trip of a month with a sheet a day stays below this."""
MAX_TEXT = 32_767
"""Longest text Excel itself keeps in a cell."""
MAX_SHARED_TEXTS = 100_000
RELATIONSHIP_ID = re.compile(r"\{[^}]*relationships\}id$")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
INDEX = re.compile(r"[0-9]{1,9}")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class SheetEntry:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True)
class Book:
    """What sheets share."""

    sheets: tuple[SheetEntry, ...]
    is_1904: bool = False
    texts: tuple[str, ...] = ()
    formats: tuple[str, ...] = field(default=())
    has_macros: bool = False
    has_external_links: bool = False


def local(element: Element) -> str:
    """Return the bare tag: strict and transitional files differ in nothing else."""
    return element.tag.rpartition("}")[2]


def clean(text: str) -> str:
    """Text without Excel's escapes and without characters that no document may hold."""
    unescaped = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    cleaned = CONTROL.sub("", unescaped.replace("\r\n", "\n").replace("\r", "\n"))
    if len(cleaned) > MAX_TEXT:
        raise Refused("text_too_long", {"limit": MAX_TEXT})
    return cleaned


def read_book(archive: zipfile.ZipFile) -> Book:
    """Read everything but the sheets. Raises `Refused`."""
    names = {name.lower(): name for name in archive.namelist()}
    main = _main_part(archive)
    links = relations(archive, main)
    by_kind = dict(links.values())
    return Book(
        sheets=_sheets(archive, main, links),
        is_1904=_is_1904(archive, main),
        texts=_shared_texts(archive, names.get(by_kind.get("sharedstrings", "").lower())),
        formats=_formats(archive, names.get(by_kind.get("styles", "").lower())),
        has_macros=any(name.endswith("vbaproject.bin") for name in names),
        has_external_links=any(name.startswith("xl/externallinks/") for name in names),
    )


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relationship id → (kind in lower case, target part); links out of the file are left out."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.namelist():
        return {}
    found = {}
    for event, element in elements(archive, path):
        if event == "start" or local(element) != "Relationship":
            continue
        if element.get("TargetMode", "Internal") == "External":
            continue
        kind = element.get("Type", "").rpartition("/")[2].lower()
        found[element.get("Id", "")] = (kind, _resolve(folder, element.get("Target", "")))
    return found


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _main_part(archive: zipfile.ZipFile) -> str:
    for kind, target in relations(archive, "").values():
        if kind == "officedocument" and target in archive.namelist():
            return target
    raise Refused("not_a_workbook")


def _sheets(
    archive: zipfile.ZipFile, main: str, links: dict[str, tuple[str, str]]
) -> tuple[SheetEntry, ...]:
    found: list[SheetEntry] = []
    present = set(archive.namelist())
    for event, element in elements(archive, main):
        if event == "start" or local(element) != "sheet":
            continue
        key = next((v for k, v in element.attrib.items() if RELATIONSHIP_ID.search(k)), "")
        kind, part = links.get(key, ("", ""))
        if kind == "worksheet" and part in present:
            hidden = element.get("state", "visible") != "visible"
            found.append(SheetEntry(clean(element.get("name", "")), part, hidden))
        if len(found) > MAX_SHEETS:
            raise Refused("too_many_sheets", {"limit": MAX_SHEETS})
    if not found:
        raise Refused("not_a_workbook")
    return tuple(found)


def _is_1904(archive: zipfile.ZipFile, main: str) -> bool:
    for event, element in elements(archive, main):
        if event == "end" and local(element) == "workbookPr":
            return element.get("date1904", "0") in {"1", "true"}
    return False


def _shared_texts(archive: zipfile.ZipFile, part: str | None) -> tuple[str, ...]:
    texts: list[str] = []
    if part is None:
        return ()
    for event, element in elements(archive, part):
        if event == "end" and local(element) == "si":
            texts.append(rich_text(element))
            element.clear()
            if len(texts) > MAX_SHARED_TEXTS:
                raise Refused("too_many_texts", {"limit": MAX_SHARED_TEXTS})
    return tuple(texts)


def rich_text(element: Element) -> str:
    """Return the words of a string item; phonetic readings are not part of them."""
    words: list[str] = []
    for child in element:
        if local(child) == "t":
            words.append(child.text or "")
        elif local(child) == "r":
            words.extend(grand.text or "" for grand in child if local(grand) == "t")
    return clean("".join(words))


def _formats(archive: zipfile.ZipFile, part: str | None) -> tuple[str, ...]:
    """Return the number format of every cell style, by its index."""
    if part is None:
        return ()
    own: dict[int, str] = {}
    styles: list[str] = []
    inside = False
    for event, element in elements(archive, part):
        tag = local(element)
        if tag == "cellXfs":
            inside = event == "start"
        elif event == "end" and tag == "numFmt":
            own[number(element.get("numFmtId"))] = element.get("formatCode", "")
        elif event == "end" and tag == "xf" and inside:
            code = number(element.get("numFmtId"))
            styles.append(own.get(code) or BUILTIN_FORMATS.get(code, "General"))
    return tuple(styles)


def number(text: str | None) -> int:
    """Read a small index from an attribute; nonsense is 0."""
    return int(text) if text and INDEX.fullmatch(text) else 0
