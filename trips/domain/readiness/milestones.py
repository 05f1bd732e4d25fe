"""What every trip of a kind needs, and when: days from its first day, or from its last.

The periods are those of docs/deadlines.md, which names their sources.
"""

from dataclasses import dataclass
from enum import StrEnum

from trips.domain.trip import Trip, TripKind


class Milestone(StrEnum):
    """Every milestone by its name; i18n has its words."""

    NOMINATIONS = "nominations"
    HOTEL_OPTIONS = "hotel_options"
    VENUE = "venue"
    HOSTS_ASKED = "hosts_asked"
    PROGRAMME_ANNOUNCED = "programme_announced"
    INVITATIONS = "invitations"
    INTERPRETERS = "interpreters"
    TRANSPORT = "transport"
    HOTEL_DEADLINE = "hotel_deadline"
    HOSTS_CONFIRMED = "hosts_confirmed"
    REGISTRATION_CLOSED = "registration_closed"
    CASES = "cases"
    VISAS = "visas"
    TRANSLATION = "translation"
    PAPERS = "papers"
    INTERPRETERS_PAPERS = "interpreters_papers"
    ARRIVALS = "arrivals"
    BRIEFING = "briefing"
    THANKS = "thanks"
    EVALUATION = "evaluation"
    INVOICES = "invoices"
    REPORT = "report"
    PROOF = "proof"


@dataclass(frozen=True)
class Period:
    """Days before the first day (negative) or after the last."""

    milestone: Milestone
    days: int


TOURS = frozenset({TripKind.STUDY_TOUR, TripKind.INFORMATION_TOUR, TripKind.PEER_LEARNING})
MEETINGS = frozenset({TripKind.CONFERENCE, TripKind.DIALOGUE, TripKind.TRAINING, TripKind.WORKSHOP})

PERIODS = (
    Period(Milestone.NOMINATIONS, -70),
    Period(Milestone.HOTEL_OPTIONS, -70),
    Period(Milestone.VENUE, -70),
    Period(Milestone.HOSTS_ASKED, -63),
    Period(Milestone.INVITATIONS, -56),
    Period(Milestone.INTERPRETERS, -49),
    Period(Milestone.PROGRAMME_ANNOUNCED, -42),
    Period(Milestone.TRANSPORT, -42),
    Period(Milestone.HOTEL_DEADLINE, -28),
    Period(Milestone.HOSTS_CONFIRMED, -28),
    Period(Milestone.REGISTRATION_CLOSED, -28),
    Period(Milestone.CASES, -28),
    Period(Milestone.VISAS, -21),
    Period(Milestone.TRANSLATION, -21),
    Period(Milestone.PAPERS, -14),
    Period(Milestone.INTERPRETERS_PAPERS, -10),
    Period(Milestone.ARRIVALS, -7),
    Period(Milestone.BRIEFING, -2),
    Period(Milestone.THANKS, 7),
    Period(Milestone.EVALUATION, 14),
    Period(Milestone.INVOICES, 14),
    Period(Milestone.REPORT, 28),
    Period(Milestone.PROOF, 42),
)
ONLY: dict[Milestone, frozenset[TripKind]] = {
    Milestone.VENUE: MEETINGS,
    Milestone.PROGRAMME_ANNOUNCED: frozenset({TripKind.CONFERENCE}),
    Milestone.HOSTS_ASKED: TOURS | {TripKind.MISSION},
    Milestone.HOSTS_CONFIRMED: TOURS | {TripKind.MISSION},
    Milestone.TRANSPORT: TOURS | {TripKind.MISSION},
    Milestone.CASES: frozenset({TripKind.PEER_LEARNING, TripKind.DIALOGUE}),
    Milestone.NOMINATIONS: TOURS | MEETINGS,
    Milestone.REGISTRATION_CLOSED: TOURS | MEETINGS,
}
"""Milestones that not every kind of trip has."""


def milestones_of(kind: TripKind) -> tuple[Period, ...]:
    """What a trip of this kind needs, in order of time."""
    return tuple(
        period
        for period in PERIODS
        if period.milestone not in ONLY or kind in ONLY[period.milestone]
    )


def offset_of(period: Period, trip: Trip) -> int:
    """Days from the trip's first day; what comes after the trip counts from its last."""
    length = (trip.ends_on - trip.starts_on).days
    return period.days + length if period.days > 0 else period.days
