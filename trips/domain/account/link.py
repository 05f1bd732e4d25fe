"""Secret links: what they open."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkPurpose(StrEnum):
    """What a secret link is for; a token of one purpose opens nothing else."""

    PROGRAMME = "programme"
    CALENDAR = "calendar"
    PERSONAL_CALENDAR = "personal_calendar"
    REGISTRATION = "registration"
    DELEGATION = "delegation"
    """For the contact person who registers the delegates of a delegation."""
    HOST = "host"


@dataclass(frozen=True, kw_only=True)
class Link:
    """A secret link as organisers see it."""

    uid: str
    purpose: LinkPurpose
    subject: str
    token: str
    label: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
