"""The form of a delegation: its known people, and room for those it puts forward."""

from dataclasses import dataclass, replace
from typing import Final

from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.workbook import Line, Value, WorkbookBrief, brief_workbook
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text

NOMINATION_FIELDS: Final = (
    "form_of_address",
    "academic_title",
    "given_name",
    "family_name",
    "function_de",
    "function_en",
    "organisation",
    "country",
    "level",
    "email",
    "phone",
    "languages",
)
"""What a nomination says; needs, flights and passports are asked for in the registration."""


@dataclass(frozen=True, kw_only=True)
class NominationBrief:
    """The form of one delegation."""

    book: WorkbookBrief
    """The people of the delegation and nothing else."""
    delegation: Text
    seats: int | None = None


def brief_nominations(
    snapshot: TripSnapshot, delegation: str, stamp: Stamp, revision: int
) -> NominationBrief:
    """The form of a delegation, by its uid. Raises `KeyError` for an unknown one."""
    home = snapshot.delegation_by_uid[delegation]
    own = {
        part.uid
        for part in snapshot.participations
        if part.delegate and part.delegate.delegation == delegation and part.is_coming
    }
    book = brief_workbook(snapshot, stamp, revision)
    people = tuple(line for line in book.people if line.uid in own)
    people = tuple(replace(line, cells=_asked(line), extra=()) for line in people)
    book = replace(book, items=(), ideas=(), people_at_items=(), people=people)
    return NominationBrief(book=book, delegation=home.name, seats=home.seats)


def _asked(line: Line) -> dict[str, Value]:
    """The cells of the form and no other: not even a mark of a need leaves the house with it."""
    return {name: line.cells[name] for name in NOMINATION_FIELDS}
