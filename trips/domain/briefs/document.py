"""The documents a trip is made into: their names, files and languages."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """Every document that can be exported, by its name on the command line."""

    PROGRAMME = "programme"
    CALENDAR = "calendar"
    ROSTER = "roster"
    PARTICIPANTS = "participants"
    WORKBOOK = "workbook"
    VISA_LETTER = "visa-letter"
    VISA_LETTER_WORD = "visa-letter-word"
    VISA_LETTERS = "visa-letters"
    """Every letter as a file of its own, as PDF and for Word."""


@dataclass(frozen=True)
class DocumentFormat:
    """What sort of file a document is."""

    extension: str
    content_type: str


PDF = DocumentFormat("pdf", "application/pdf")
ICS = DocumentFormat("ics", "text/calendar; charset=utf-8")
XLSX = DocumentFormat("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
DOCX = DocumentFormat(
    "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)
ZIP = DocumentFormat("zip", "application/zip")

FORMATS: dict[DocumentKind, DocumentFormat] = {
    DocumentKind.PROGRAMME: PDF,
    DocumentKind.CALENDAR: ICS,
    DocumentKind.ROSTER: XLSX,
    DocumentKind.PARTICIPANTS: PDF,
    DocumentKind.WORKBOOK: XLSX,
    DocumentKind.VISA_LETTER: PDF,
    DocumentKind.VISA_LETTER_WORD: DOCX,
    DocumentKind.VISA_LETTERS: ZIP,
}
LETTERS = frozenset(
    {DocumentKind.VISA_LETTER, DocumentKind.VISA_LETTER_WORD, DocumentKind.VISA_LETTERS}
)
"""Documents of single people, made at their own desk and never kept in the cache."""
OFFERED = tuple(kind for kind in DocumentKind if kind not in {*LETTERS, DocumentKind.PARTICIPANTS})
"""Those that the page of documents offers; lists on paper are had at the lists."""


LISTS = frozenset({DocumentKind.ROSTER, DocumentKind.PARTICIPANTS})
"""Lists of people, in the presets of `domain.briefs.presets` or somebody's own."""
RELEASED = frozenset({DocumentKind.PROGRAMME, DocumentKind.CALENDAR, *LISTS})
"""Documents that show a release, or say that they show the draft."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """Which document of which trip is wanted, in which language, for whom."""

    kind: DocumentKind
    trip: str
    """uid of the trip."""
    locale: str
    group: str = ""
    person: str = ""
    """uid of the participation whose own programme it is; empty for everyone's."""
    url: str = ""
    release: int | None = None
    """Number of the release it shows; the draft if none."""
    is_reduced: bool = False
    """Without private contacts, needs and notes: for those who may not read them."""
    preset: str = ""
    """Key of the plan of a list, see `domain.briefs.presets`; empty for the complete one."""
    sorting: str = ""
    """How a list is sorted, if not as its plan says."""
    letters: tuple[str, ...] = ()
    """uids of the letters that are printed."""
    reader: str = ""
    """uid of the user who asked; the log of readings names them."""


def filename(
    kind: DocumentKind, slug: str, locale: str, group: str = "", release: int | None = None
) -> str:
    """The name a document is saved under: slug, document, group or person, release, language."""
    parts = [slug, kind.value, *([group.lower()] if group else [])]
    parts += [*([f"v{release}"] if release else []), locale]
    return f"{'-'.join(parts)}.{FORMATS[kind].extension}"
