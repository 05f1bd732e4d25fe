"""Pasted text as records of fields: tabs, semicolons, commas, or a person a line."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trips.domain.importing.workbook import Refused
from trips.domain.notations.words import key, tidy

MOST_LINES: Final = 1_000
MOST_CHARACTERS: Final = 200_000
SEPARATORS: Final = ("\t", ";", ",")
BULLET: Final = re.compile(r"^\s*(?:[-–—•*·▪>]+\s+|\(?\d{1,3}[.)]\s*)")
ANGLED: Final = re.compile(r"\s*[<(\[]\s*(?:mailto:)?([^\s<>()\[\]]+@[^\s<>()\[\]]+)\s*[>)\]]")
BARE: Final = re.compile(r"(?<=[^\s,;])\s+(?=[^@\s,;<>]+@[^@\s,;<>]+$)")
DASHED: Final = re.compile(r"\s+[-–—|]\s+")
SMALL_TALK: Final = re.compile(
    r"^(?:dear|hello|hi|good (?:morning|afternoon)|sehr geehrte[rs]?|liebe[rs]?"
    r"|guten (?:tag|morgen)"
    r"|hallo|best|kind|warm|with (?:best|kind)|many thanks|thank you|thanks|regards|sincerely"
    r"|mit (?:freundlichen|besten|herzlichen)"
    r"|(?:freundliche|beste|herzliche|viele) gr(?:ü|ue)(?:ß|ss)e"
    r"|vielen dank|danke|here (?:are|is)|please find|our nominees|anbei|unsere (?:nominierten"
    r"|teilnehmenden)|wir nominieren|we nominate|best wishes|yours)\b",
    re.IGNORECASE,
)

SIGN_OFF: Final = re.compile(
    r"^(?:best|kind|warm|with (?:best|kind|warm)|many thanks|thank you|thanks|regards|sincerely"
    r"|yours|best wishes|mit (?:freundlichen|besten|herzlichen)"
    r"|(?:freundliche|beste|herzliche|viele|liebe) gr(?:ü|ue)(?:ß|ss)e|vielen dank|danke"
    r"|cordialement|bien cordialement|з повагою|saludos|atentamente)\b",
    re.IGNORECASE,
)
"""What ends a mail: below it stand its sender, their office and their telephone, no nominee."""


@dataclass(frozen=True)
class Record:
    """A line of the text that has something on it, as fields; numbered as pasted."""

    line: int
    fields: tuple[str, ...]
    is_table: bool
    """True if cells were told apart by tabs or semicolons, so that an empty one has its place."""


def split_records(text: str) -> tuple[list[Record], list[int]]:
    """Return the records, and the lines left out as greetings. Raises `Refused`."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\0", "")
    lines = plain.split("\n")
    if len(lines) > MOST_LINES:
        raise Refused("too_many_lines", {"limit": MOST_LINES})
    if len(plain) > MOST_CHARACTERS:
        raise Refused("text_too_long", {"limit": MOST_CHARACTERS})
    separator = _separator(lines)
    records: list[Record] = []
    skipped: list[int] = []
    is_over = False
    for number, fields in _rows(lines, separator):
        said = [field for field in fields if field]
        if not said:
            continue
        is_over = _is_below_mail(said, separator, is_over=is_over, is_begun=bool(records))
        if is_over or (SMALL_TALK.match(said[0]) and "@" not in "".join(said)):
            skipped.append(number)
        else:
            records.append(Record(number, tuple(fields), separator in {"\t", ";"}))
    return records, skipped


def _is_below_mail(said: list[str], separator: str, *, is_over: bool, is_begun: bool) -> bool:
    """Tell whether a line belongs to the end of a mail; a further row of the table does not."""
    if separator in {"\t", ";"} and len(said) > 1:
        return False
    return is_over or (is_begun and bool(SIGN_OFF.match(said[0])) and "@" not in said[0])


def _separator(lines: Iterable[str]) -> str:
    """What tells cells apart: tabs, which nobody types, else what half of the lines have."""
    said = [line for line in lines if line.strip() and not SMALL_TALK.match(line.strip())]
    if sum("\t" in line.strip() for line in said) > 1:
        return "\t"
    for separator in SEPARATORS:
        if said and 2 * sum(separator in line for line in said) >= len(said):
            return separator
    return ","


def _rows(lines: list[str], separator: str) -> Iterable[tuple[int, list[str]]]:
    if separator in {"\t", ";"}:
        yield from _cells(lines, separator)
        return
    for number, line in enumerate(lines, start=1):
        bare = ANGLED.sub(r", \1", BULLET.sub("", line))
        bare = BARE.sub(", ", DASHED.sub(", ", bare.strip()))
        yield number, [tidy(part) for part in re.split(r"[,;]", _unquoted(bare))]


def _unquoted(line: str) -> str:
    """The line without the quotes of a comma-separated file; commas within them become marks."""
    if line.count('"') < 2:  # noqa: PLR2004 - an opening and a closing one
        return line
    cells = next(csv.reader([line], skipinitialspace=True), [])
    return ",".join(cell.replace(",", "\u201a") for cell in cells)


def _cells(lines: list[str], separator: str) -> Iterable[tuple[int, list[str]]]:
    """Cells as spreadsheets copy them: one in quotes may hold line breaks."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator)
    number = 1
    try:
        for cells in reader:
            cells[:1] = [BULLET.sub("", cells[0])] if len(cells) > 1 and cells[0] else cells[:1]
            yield number, [" ".join(tidy(cell).split()) for cell in cells]
            number = reader.line_num + 1
    except csv.Error as error:
        raise Refused("paste_unreadable", {"line": number}) from error


def words_of(text: str) -> int:
    """How many words a field has."""
    return len(key(text).split())
