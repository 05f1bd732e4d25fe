"""What a workbook of a programme or of delegates says: typed rows, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from trips.domain.briefs.list_memory import Memory, MemoryKey
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.participation import Access, DelegateStatus, Diet, Level
from trips.domain.person import FormOfAddress, LanguageLevel, Sex
from trips.domain.values.text import EMPTY, Text

Facts = Mapping[str, str | int]

MAX_LISTED_ISSUES: Final = 200
"""More issues are counted, not listed: nobody repairs two hundred cells from a list."""


MARK: Final = "Lernreise workbook 1"
"""The first cell of the hidden sheets that hold what was exported."""
VERSION: Final = "Lernreise version"
"""The heading of the column there that says in which version each row was exported."""


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault of ours
    """A file that is not read at all: `code` says why, `facts` with what numbers."""

    def __init__(self, code: str, facts: Facts | None = None) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Facts = facts or {}


class Severity(StrEnum):
    """What an issue means for the import."""

    ERROR = "error"
    """The file is not imported."""
    ASSUMED = "assumed"
    """Something had to be assumed; it is shown and marked."""
    NOTICE = "notice"
    """Worth knowing, changes nothing."""


@dataclass(frozen=True, kw_only=True)
class Issue:
    """Something about a file, a sheet, a row or a cell; worded in `i18n.import_wording`."""

    code: str
    severity: Severity = Severity.ERROR
    sheet: str = ""
    row: int = 0
    """Row number as Excel shows it, 0 for none."""
    column: str = ""
    """Column letter as Excel shows it."""
    heading: str = ""
    """The heading of the column, as written in the file."""
    facts: Facts = field(default_factory=dict)

    @property
    def cell(self) -> str:
        """The address within the sheet: B7, or empty."""
        return f"{self.column}{self.row}" if self.column and self.row else ""


@dataclass(frozen=True, kw_only=True)
class ReadingContext:
    """What the reader may rely on: the trip the file is for, as far as it is known."""

    starts_on: date | None = None
    ends_on: date | None = None
    zone: str = "Europe/Berlin"
    language: str = "en"
    """The language of a column that does not say its own and whose headings do not show it."""
    cities: tuple[str, ...] = ()
    """Names of the stops in every language; rows holding nothing else are section headings."""
    groups: tuple[str, ...] = ()
    memory: MemoryKey | None = None
    """What the marks of the trip's own lists are read with."""


@dataclass(frozen=True, kw_only=True)
class ProgrammeRow:
    """One programme item as the file has it; an empty value means that the file says nothing."""

    sheet: str
    row: int
    starts: datetime
    ends: datetime
    """Wall times of the place; an end past midnight is on the next day."""
    title: Text
    uid: str = ""
    version: str = ""
    """Of the item, in a sheet that was exported."""
    is_start_assumed: bool = False
    is_end_assumed: bool = False
    kind: ItemKind = ItemKind.TALK
    is_kind_assumed: bool = False
    status: ItemStatus | None = None
    city: str = ""
    venue: str = ""
    room: str = ""
    address: str = ""
    host: str = ""
    host_person: str = ""
    speakers: str = ""
    languages: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    text: Text = EMPTY
    dress: Text = EMPTY
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = ()
    source: str = ""
    """Every used cell as written: `Sheet!B7: 9.30 Uhr`, one per line."""


@dataclass(frozen=True)
class SpokenLanguage:
    """A language somebody understands; the level only where the file says one."""

    code: str
    level: LanguageLevel | None = None


@dataclass(frozen=True, kw_only=True)
class DelegateRow:
    """One person as the file has them; an empty value means that the file says nothing."""

    sheet: str
    row: int
    given_name: str
    family_name: str
    family_name_first: bool = False
    own_script: str = ""
    uid: str = ""
    version: str = ""
    form_of_address: FormOfAddress | None = None
    honorific: str = ""
    """A form of address that no enumeration holds: Shri, H.E., The Honourable."""
    academic_title: str = ""
    sex: Sex | None = None
    function: Text = EMPTY
    organisation: Text = EMPTY
    country: str = ""
    """ISO 3166-1 alpha-2."""
    city: str = ""
    level: Level | None = None
    emails: tuple[str, ...] = ()
    phone: str = ""
    languages: tuple[SpokenLanguage, ...] = ()
    delegation: str = ""
    status: DelegateStatus | None = None
    group: str = ""
    diet: tuple[Diet, ...] = ()
    diet_note: str = ""
    access: tuple[Access, ...] = ()
    access_note: str = ""
    present_from: date | None = None
    present_to: date | None = None
    room_wish: str = ""
    brings: Text = EMPTY
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = ()
    source: str = ""

    @property
    def name(self) -> str:
        """Given name and family name as one line."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, kw_only=True)
class UnknownColumn:
    """A column that no field takes; its values are kept as `extra` of each row."""

    sheet: str
    column: str
    heading: str


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a workbook comes from that was exported from a trip: what it said then."""

    trip: str
    """uid of the trip."""
    revision: int
    programme_rows: tuple[ProgrammeRow, ...] = ()
    delegate_rows: tuple[DelegateRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WorkbookReading:
    """All that was read. With any error the caller imports nothing."""

    programme_rows: tuple[ProgrammeRow, ...] = ()
    delegate_rows: tuple[DelegateRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    """Errors and notices in the order of the file, at most `MAX_LISTED_ISSUES`."""
    assumptions: tuple[Issue, ...] = ()
    unknown_columns: tuple[UnknownColumn, ...] = ()
    origin: Origin | None = None
    more_issues: int = 0
    """How many further issues are not listed."""
    roster: str = ""
    """The language of a complete roster that came back; empty for any other workbook."""
    roster_fields: frozenset[str] = frozenset()
    """What its columns are about that came back with it."""
    roster_trip: str = ""
    """uid of the trip that a roster says to be of; empty where it does not say."""
    memory: Memory | None = None
    """What that roster said when it was exported; none where the file does not tell."""

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that keep the file from being imported."""
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)

    @property
    def is_importable(self) -> bool:
        """True if nothing is wrong and something was found."""
        return not self.errors and bool(self.programme_rows or self.delegate_rows)
