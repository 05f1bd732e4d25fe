"""How long each kind of data is kept, and what is due on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum

from trips.domain.trip import Limit


@dataclass(frozen=True, kw_only=True)
class Periods:
    """Days after the trip's last day; of logs, mails and files days after they were made.

    On the day reckoned a thing is gone; on the day before it is there.
    """

    needs_days: int = 30
    """As every registration page promises: diet and access have served by then."""
    passport_days: int = 30
    """The letter and the visa have done their work (PassG § 18: for the application only)."""
    emergency_days: int = 30
    """As long as insurers and hospitals may still ask; never longer than the passports."""
    visa_days: int = 30
    """Overstays and refusals are settled with the mission by then."""
    draft_days: int = 0
    """What was typed and never submitted is of no use once the trip is over."""
    travel_days: int = 180
    """Flights and rooms are settled: claims for travel costs end after six months (BRKG § 3)."""
    contact_days: int = 365
    """One year to ask what became of it; then only with the agreement to the network."""
    people_days: int = 1827
    """Five years of proof to the funder (ANBest-P no. 6.5); then anonymous, unless agreed."""
    history_days: int = 365
    """Names and addresses in the history serve the clearing up of mistakes, for a year."""
    mail_days: int = 180
    """After sending or discarding."""
    link_days: int = 30
    """After a link has expired or was taken back its secret and its name go."""
    file_days: int = 30
    """Results and uploads, after they were made; attachments have a day of their own."""
    reading_days: int = 730
    """Two years of the log of readings: what courts and authorities usually ask for."""
    session_days: int = 30


class Due(StrEnum):
    """What a run of the purge throws away, in the order in which it does."""

    NEEDS = "needs"
    PASSPORT = "passport"
    EMERGENCY = "emergency"
    VISA = "visa"
    DRAFTS = "drafts"
    TRAVEL = "travel"
    CONTACT = "contact"
    PEOPLE = "people"
    HISTORY = "history"
    MAILS = "mails"
    LINKS = "links"
    READINGS = "readings"
    ERASED = "erased"
    """People who were erased and came back with a restored copy."""


AFTER_TRIP = (
    Due.NEEDS,
    Due.PASSPORT,
    Due.EMERGENCY,
    Due.VISA,
    Due.DRAFTS,
    Due.TRAVEL,
    Due.CONTACT,
    Due.PEOPLE,
    Due.HISTORY,
)
"""What is reckoned from the last day of a trip."""


def periods_of(own: Iterable[Limit]) -> Periods:
    """The usual periods with those that a trip sets for itself by the same name."""
    known = {each.name for each in fields(Periods)}
    return replace(Periods(), **{each.name: int(each.value) for each in own if each.name in known})


def day_of(due: Due, ends_on: date, periods: Periods) -> date:
    """The day from which on something is gone, for what is reckoned from the trip's end."""
    names = {Due.DRAFTS: "draft_days"}
    days: int = getattr(periods, names.get(due, f"{due}_days"))
    return ends_on + timedelta(days=days + 1 if due is Due.DRAFTS else days)


def is_due(due: Due, ends_on: date, periods: Periods, today: date) -> bool:
    """True from the day reckoned on."""
    return today >= day_of(due, ends_on, periods)
