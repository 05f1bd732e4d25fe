"""Organisations of the address book."""

from dataclasses import dataclass
from enum import StrEnum

from trips.domain.values.text import EMPTY, Text


class OrganisationKind(StrEnum):
    """What sort of body it is; a column of the statistics."""

    MINISTRY = "ministry"
    MUNICIPALITY = "municipality"
    REGION = "region"
    AGENCY = "agency"
    NGO = "ngo"
    COMPANY = "company"
    UNIVERSITY = "university"
    INTERNATIONAL = "international"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """A body that invites, pays, runs, hosts or sends people."""

    uid: str
    name: Text
    short: str = ""
    kind: OrganisationKind = OrganisationKind.OTHER
    city: Text = EMPTY
    country: str = ""
    """ISO 3166-1 alpha-2, as everywhere."""
    address: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    letter_foot: str = ""
    """What a business letter must say: legal form, register, managing directors."""
    is_sample: bool = False
