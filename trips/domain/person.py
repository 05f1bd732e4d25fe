"""People of the address book, whatever they do on a trip."""

from dataclasses import dataclass
from enum import StrEnum

from trips.domain.values.text import EMPTY, Text


class FormOfAddress(StrEnum):
    """How a letter addresses the person; never derived from the sex, nor the other way round."""

    MS = "ms"
    MR = "mr"
    NEUTRAL = "neutral"


class Sex(StrEnum):
    """Asked for the funder's statistics; unknown unless the person said."""

    FEMALE = "female"
    MALE = "male"
    DIVERSE = "diverse"
    UNKNOWN = "unknown"


class LanguageLevel(StrEnum):
    """Common European Framework of Reference, and mother tongue."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
    NATIVE = "native"


@dataclass(frozen=True)
class LanguageSkill:
    """A language somebody understands: ISO 639 code and how well."""

    code: str
    level: LanguageLevel


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person; names are spelt as in the passport."""

    uid: str
    given_name: str
    family_name: str
    family_name_first: bool = False
    """True where the passport's order is family name, given name (zh, hu, vi …)."""
    own_script: str = ""
    """The whole name in the person's own script, for badges and the second line."""
    academic_title: str = ""
    form_of_address: FormOfAddress = FormOfAddress.NEUTRAL
    sex: Sex = Sex.UNKNOWN
    function: Text = EMPTY
    organisation: str | None = None
    """uid of the organisation."""
    country: str = ""
    email: str = ""
    """Neither required nor unique: mailboxes are shared."""
    phone: str = ""
    languages: tuple[LanguageSkill, ...] = ()
    note: str = ""
    is_sample: bool = False

    @property
    def name(self) -> str:
        """The full name with academic title, in the person's own order."""
        parts = (
            (self.family_name, self.given_name)
            if self.family_name_first
            else (self.given_name, self.family_name)
        )
        return " ".join(part for part in (self.academic_title, *parts) if part)
