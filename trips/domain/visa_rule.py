"""A rule on who needs a visa: dated, with its source."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from trips.domain.visa_case import TravelDocument

EVERY_STATE: Final = ""


@dataclass(frozen=True, kw_only=True)
class VisaRule:
    """For citizens of a state with a kind of passport, from a day to a day, both included."""

    country: str
    """ISO 3166; empty for every state that no other rule names."""
    destination: str = ""
    """The state that is visited; empty for the Schengen area."""
    document: TravelDocument = TravelDocument.ORDINARY_PASSPORT
    is_needed: bool
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    note: str = ""
    is_own: bool = False
    """Entered in this house."""

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_to is None or day <= self.valid_to)
