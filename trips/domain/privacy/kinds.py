"""Kinds of data about people: what for, on which ground, how sensitive, how long, who reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class DataKind(StrEnum):
    """What belongs together in a notice: one purpose, one ground, one period."""

    NAME = "name"
    OFFICE = "office"
    CONTACT = "contact"
    FACTS = "facts"
    """Sex, form of address, country, level: what statistics and letters need."""
    LANGUAGES = "languages"
    NOTES = "notes"
    PART = "part"
    """Role, days, delegation, group, status."""
    TRAVEL = "travel"
    LEARNING = "learning"
    ANSWERS = "answers"
    NEEDS = "needs"
    PASSPORT = "passport"
    EMERGENCY = "emergency"
    VISA = "visa"
    AGREEMENTS = "agreements"
    DRAFTS = "drafts"
    LETTERS = "letters"
    MAILS = "mails"
    LINKS = "links"
    HOSTING = "hosting"
    """Who receives, speaks or interprets at an item of the programme."""
    FILES = "files"
    SEARCH = "search"
    HISTORY = "history"
    READINGS = "readings"
    ACCOUNT = "account"
    SESSIONS = "sessions"
    TECHNICAL = "technical"
    """Keys, versions, settings: nothing that says anything about a person by itself."""


class DataPurpose(StrEnum):
    """What data are kept for."""

    ORGANISE = "organise"
    ADDRESS = "address"
    STATISTICS = "statistics"
    CATER = "cater"
    TRAVEL_PAPERS = "travel_papers"
    SAFETY = "safety"
    INFORM = "inform"
    LEARN = "learn"
    PROVE = "prove"
    """Showing to funders what was done, and to people what they agreed to."""
    NETWORK = "network"
    SECURITY = "security"
    OPERATE = "operate"


class Basis(StrEnum):
    """The legal ground (GDPR, Art. 6(1) and 9(2))."""

    CONSENT = "consent"
    EXPLICIT_CONSENT = "explicit_consent"
    CONTRACT = "contract"
    OBLIGATION = "obligation"
    INTEREST = "interest"
    NONE = "none"
    """Not personal."""


class Sensitive(StrEnum):
    """How sensitive; each level needs a better reason than the one before."""

    LISTED = "listed"
    """On the list of participants, with their agreement."""
    CONTACT = "contact"
    INTERNAL = "internal"
    IDENTITY = "identity"
    """What could be abused to pass for somebody; encrypted."""
    SPECIAL = "special"
    """Health or belief (GDPR, Art. 9); encrypted."""


class Layer(StrEnum):
    """How long a thing may live."""

    TRIP = "trip"
    NETWORK = "network"
    """After the trip only with the person's agreement."""
    HOUSE = "house"
    """As long as somebody works with the installation."""
    NEVER = "never"
    """Passes through and is never kept in readable form."""


class Reader(StrEnum):
    """Who may read it."""

    PERSON = "person"
    """The person, behind their own link."""
    PARTICIPANTS = "participants"
    """Everybody on the trip, with the person's agreement."""
    MEMBERS = "members"
    """Accounts with a role on the trip."""
    ORGANISERS = "organisers"
    PASSPORT_DESK = "passport_desk"
    """Organisers with the right to read passports; every reading is logged."""
    ADMINS = "admins"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class KindRule:
    """The answers of a kind. `period` names a field of `retention.Periods`; empty: with its row."""

    purposes: tuple[DataPurpose, ...]
    basis: Basis
    sensitive: Sensitive
    layer: Layer
    readers: tuple[Reader, ...]
    period: str = ""


_ALL: Final = (Reader.PERSON, Reader.PARTICIPANTS, Reader.MEMBERS, Reader.ORGANISERS)
_TEAM: Final = (Reader.PERSON, Reader.MEMBERS, Reader.ORGANISERS)
_DESK: Final = (Reader.PERSON, Reader.ORGANISERS)


def _rule(
    purpose: DataPurpose | tuple[DataPurpose, ...],
    basis: Basis,
    sensitive: Sensitive,
    readers: tuple[Reader, ...],
    period: str,
    layer: Layer = Layer.TRIP,
) -> KindRule:
    purposes = purpose if isinstance(purpose, tuple) else (purpose,)
    return KindRule(
        purposes=purposes,
        basis=basis,
        sensitive=sensitive,
        layer=layer,
        readers=readers,
        period=period,
    )


_P, _B, _S = DataPurpose, Basis, Sensitive
_PASSPORT: Final = (Reader.PERSON, Reader.PASSPORT_DESK)
RULES: Final[Mapping[DataKind, KindRule]] = {
    DataKind.NAME: _rule((_P.ORGANISE, _P.PROVE), _B.INTEREST, _S.LISTED, _ALL, "people_days"),
    DataKind.OFFICE: _rule((_P.ADDRESS, _P.PROVE), _B.INTEREST, _S.LISTED, _ALL, "people_days"),
    DataKind.CONTACT: _rule(
        (_P.INFORM, _P.NETWORK), _B.INTEREST, _S.CONTACT, _TEAM, "contact_days", Layer.NETWORK
    ),
    DataKind.FACTS: _rule(
        (_P.ADDRESS, _P.STATISTICS), _B.INTEREST, _S.INTERNAL, _TEAM, "people_days"
    ),
    DataKind.LANGUAGES: _rule(_P.ORGANISE, _B.INTEREST, _S.INTERNAL, _TEAM, "contact_days"),
    DataKind.NOTES: _rule(_P.ORGANISE, _B.INTEREST, _S.INTERNAL, _DESK, "contact_days"),
    DataKind.PART: _rule((_P.ORGANISE, _P.PROVE), _B.INTEREST, _S.LISTED, _TEAM, "people_days"),
    DataKind.TRAVEL: _rule(_P.ORGANISE, _B.INTEREST, _S.INTERNAL, _DESK, "travel_days"),
    DataKind.LEARNING: _rule(_P.LEARN, _B.INTEREST, _S.LISTED, _ALL, "people_days"),
    DataKind.ANSWERS: _rule(_P.ORGANISE, _B.INTEREST, _S.INTERNAL, _DESK, "travel_days"),
    DataKind.NEEDS: _rule(_P.CATER, _B.EXPLICIT_CONSENT, _S.SPECIAL, _DESK, "needs_days"),
    DataKind.PASSPORT: _rule(
        _P.TRAVEL_PAPERS, _B.CONTRACT, _S.IDENTITY, _PASSPORT, "passport_days"
    ),
    DataKind.EMERGENCY: _rule(_P.SAFETY, _B.INTEREST, _S.IDENTITY, _PASSPORT, "emergency_days"),
    DataKind.VISA: _rule(_P.TRAVEL_PAPERS, _B.CONTRACT, _S.INTERNAL, _DESK, "visa_days"),
    DataKind.AGREEMENTS: _rule(_P.PROVE, _B.OBLIGATION, _S.INTERNAL, _DESK, "people_days"),
    DataKind.DRAFTS: _rule(_P.ORGANISE, _B.INTEREST, _S.SPECIAL, (Reader.PERSON,), "draft_days"),
    DataKind.LETTERS: _rule(
        (_P.TRAVEL_PAPERS, _P.PROVE), _B.CONTRACT, _S.INTERNAL, _DESK, "people_days"
    ),
    DataKind.MAILS: _rule(_P.INFORM, _B.INTEREST, _S.CONTACT, _DESK, "mail_days"),
    DataKind.LINKS: _rule(_P.SECURITY, _B.INTEREST, _S.INTERNAL, _DESK, "link_days"),
    DataKind.HOSTING: _rule(_P.ORGANISE, _B.INTEREST, _S.LISTED, _ALL, ""),
    DataKind.FILES: _rule(_P.PROVE, _B.INTEREST, _S.INTERNAL, (Reader.ORGANISERS,), "file_days"),
    DataKind.SEARCH: _rule(_P.OPERATE, _B.INTEREST, _S.INTERNAL, _TEAM, ""),
    DataKind.HISTORY: _rule(
        (_P.SECURITY, _P.PROVE), _B.INTEREST, _S.INTERNAL, _DESK, "history_days"
    ),
    DataKind.READINGS: _rule(_P.SECURITY, _B.OBLIGATION, _S.INTERNAL, _DESK, "reading_days"),
    DataKind.ACCOUNT: _rule(
        _P.OPERATE, _B.CONTRACT, _S.INTERNAL, (Reader.PERSON, Reader.ADMINS), "", Layer.HOUSE
    ),
    DataKind.SESSIONS: _rule(
        _P.SECURITY, _B.INTEREST, _S.INTERNAL, (Reader.PERSON,), "session_days", Layer.HOUSE
    ),
    DataKind.TECHNICAL: _rule(_P.OPERATE, _B.NONE, _S.INTERNAL, (), "", Layer.HOUSE),
}
"""What holds for each kind; the notice and the record of processing are made of it."""
