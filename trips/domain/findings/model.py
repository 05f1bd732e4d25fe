"""A finding: a code, how grave it is, what it is about, and the facts that its wording needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How grave: blocks a release, warns, or informs. The order is the order of lists."""

    BLOCKS = "blocks"
    WARNS = "warns"
    INFORMS = "informs"


class FindingCode(StrEnum):
    """Every rule by its name; each has a wording in every language of the interface."""

    HOST_UNCONFIRMED = "host_unconfirmed"
    ITEM_REQUESTED = "item_requested"
    ITEM_WITHOUT_PLACE = "item_without_place"
    GROUP_OVERLAP = "group_overlap"
    PERSON_OVERLAP = "person_overlap"
    OUTSIDE_STOP = "outside_stop"
    WAY_TOO_TIGHT = "way_too_tight"
    TEXT_UNTRANSLATED = "text_untranslated"
    NOT_UNDERSTOOD = "not_understood"
    ACCESS_UNKNOWN = "access_unknown"
    LEG_MISSING = "leg_missing"
    LEG_UNBOOKED = "leg_unbooked"
    HOTEL_MISSING = "hotel_missing"
    ROOMS_SHORT = "rooms_short"
    ARRIVAL_MISSING = "arrival_missing"
    ANSWER_MISSING = "answer_missing"
    CONSENT_MISSING = "consent_missing"
    HEAD_MISSING = "head_missing"


@dataclass(frozen=True)
class Subject:
    """An object a finding is about: its kind (item, stop, participation …) and uid."""

    kind: str
    uid: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something wrong or missing. `stop` says where it is, `due` until when it should be mended."""

    code: FindingCode
    severity: Severity
    subjects: tuple[Subject, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Values, never sentences: numbers, dates, texts in all languages, names."""
    due: date | None = None
    stop: str | None = None


RANK = {severity: rank for rank, severity in enumerate(Severity)}


def order_key(finding: Finding) -> tuple[int, date, str, tuple[str, ...]]:
    """Gravest first, then the nearest deadline, then by code and subject."""
    return (
        RANK[finding.severity],
        finding.due or date.max,
        finding.code,
        tuple(subject.uid for subject in finding.subjects),
    )
