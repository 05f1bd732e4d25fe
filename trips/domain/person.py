"""People of the address book, whatever they do on a trip."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trips.domain.organisation import OrganisationKind
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


class Predicate(StrEnum):
    """An honour that goes before the name, only for those entitled to it."""

    NONE = "none"
    EXCELLENCY = "excellency"
    HONOURABLE = "honourable"
    MAJESTY = "majesty"


class ProtocolRank(StrEnum):
    """Classes of office in the order of protocol, the highest first."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    DEPUTY_MINISTER = "deputy_minister"
    GOVERNOR = "governor"
    MEMBER_OF_PARLIAMENT = "member_of_parliament"
    MAYOR = "mayor"
    DEPUTY_MAYOR = "deputy_mayor"
    COUNCILLOR = "councillor"
    HEAD_OF_DEPARTMENT = "head_of_department"
    NONE = "none"


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
    badge_name: str = ""
    """What the badge says, if not the whole name."""
    academic_title: str = ""
    predicate: Predicate = Predicate.NONE
    office: Text = EMPTY
    """The office that a letter addresses: Deputy Minister, Oberbürgermeisterin."""
    protocol_rank: ProtocolRank = ProtocolRank.NONE
    office_since: date | None = None
    """Since when they hold the office: seniority among equals."""
    form_of_address: FormOfAddress = FormOfAddress.NEUTRAL
    sex: Sex = Sex.UNKNOWN
    function: Text = EMPTY
    organisation: str | None = None
    """uid of the organisation."""
    came_from: OrganisationKind | None = None
    """Only of whoever was erased: the kind of the organisation that is named no more."""
    country: str = ""
    email: str = ""
    """Neither required nor unique: mailboxes are shared."""
    phone: str = ""
    postal_address: str = ""
    """Lines below the organisation: street, town, state."""
    salutation: Text = EMPTY
    """Instead of the composed greeting, without the comma behind it."""
    address_block: Text = EMPTY
    """Instead of the composed address, line by line."""
    wording_reason: str = ""
    """Why greeting or address differ from the composed ones."""
    letter_language: str = ""
    """Language of letters and mails (BCP 47); empty chooses by the languages understood."""
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
