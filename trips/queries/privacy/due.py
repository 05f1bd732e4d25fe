"""What is due to go: trips with their own clock and periods, people who leave with one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from trips.domain.data_protection import DataProtection
from trips.domain.participation import Consent, ConsentPurpose, Participation, Role
from trips.domain.privacy.matrix import may_show
from trips.domain.privacy.retention import AFTER_TRIP, Due, Periods, day_of, periods_of
from trips.domain.trip import Limit
from trips.domain.values.text import Text
from trips.domain.values.times import to_wall
from trips.domain.values.wire import read_value
from trips.extensions import db
from trips.models.delegates.protection import PurgeRunRow
from trips.models.interpreter import InterpreterRow
from trips.models.item import ItemHostRow, ItemSpeakerRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import TripRow


@dataclass(frozen=True, kw_only=True)
class TripDue:
    """A trip as the purge sees it; a sample has a "now" of its own."""

    id: int
    uid: str
    slug: str
    title: Text
    ends_on: date
    now: datetime
    today: date
    periods: Periods
    wording: int
    """Version of the wording of its agreements."""

    def days(self) -> Mapping[Due, date]:
        """When what goes, of all that is reckoned from the trip's end."""
        return {due: day_of(due, self.ends_on, self.periods) for due in AFTER_TRIP}


@dataclass(frozen=True)
class PurgeRun:
    """A run as the protocol has it."""

    at: datetime
    actor: str
    counts: Mapping[str, int]


def list_trips(now: datetime) -> tuple[TripDue, ...]:
    """Every trip but templates, the oldest first."""
    query = select(TripRow).where(TripRow.is_template.is_(False)).order_by(TripRow.ends_on)
    return tuple(_due(row, now) for row in db.session.scalars(query))


def get_periods(trip: str) -> Periods:
    """How long a trip keeps what; the usual periods for one that is not there."""
    limits = db.session.scalar(select(TripRow.limits).where(TripRow.uid == trip))
    return periods_of(read_value(tuple[Limit, ...], limits or []))


def _due(row: TripRow, now: datetime) -> TripDue:
    own = row.pretend_now or now
    protection: DataProtection = read_value(DataProtection, row.data_protection)
    limits: tuple[Limit, ...] = read_value(tuple[Limit, ...], row.limits)
    return TripDue(
        id=row.id,
        uid=row.uid,
        slug=row.slug,
        title=row.title,
        ends_on=row.ends_on,
        now=own,
        today=to_wall(own, row.zone).date(),
        periods=periods_of(limits),
        wording=protection.version,
    )


def list_leaving(trip: TripDue) -> tuple[str, ...]:
    """Delegates whom nothing keeps in the address book, by uid.

    They were on no later trip, are nothing else to the house, and did not agree to stay.
    """
    query = (
        select(PersonRow.id, PersonRow.uid, ParticipationRow.consents)
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .where(
            ParticipationRow.trip_id == trip.id,
            ParticipationRow.role == Role.DELEGATE,
            PersonRow.anonymised_at.is_(None),
        )
        .order_by(PersonRow.uid)
    )
    rows = db.session.execute(query).all()
    staying = _needed([row.id for row in rows], trip)
    return tuple(
        dict.fromkeys(
            row.uid for row in rows if row.id not in staying and not _agrees(trip, row.consents)
        )
    )


def _needed(persons: list[int], trip: TripDue) -> set[int]:
    """Of these persons those who do something else: on a later trip, or not as a delegate."""
    part = ParticipationRow
    later = (
        select(part.person_id)
        .join(TripRow, TripRow.id == part.trip_id)
        .where((TripRow.ends_on > trip.ends_on) | (part.role != Role.DELEGATE))
    )
    columns = (
        later.where(part.person_id.in_(persons)),
        select(ItemHostRow.person_id).where(ItemHostRow.person_id.in_(persons)),
        select(ItemSpeakerRow.person_id).where(ItemSpeakerRow.person_id.in_(persons)),
        select(InterpreterRow.person_id).where(InterpreterRow.person_id.in_(persons)),
        select(DelegationRow.contact_id)
        .join(TripRow, TripRow.id == DelegationRow.trip_id)
        .where(DelegationRow.contact_id.in_(persons), TripRow.ends_on > trip.ends_on),
    )
    return {key for query in columns for key in db.session.scalars(query) if key is not None}


def _agrees(trip: TripDue, consents: object) -> bool:
    answers: tuple[Consent, ...] = read_value(tuple[Consent, ...], consents)
    day = trip.ends_on
    alone = Participation(
        uid="", person="", role=Role.DELEGATE, present_from=day, present_to=day, consents=answers
    )
    return may_show(alone, ConsentPurpose.NETWORK, trip.wording)


def list_runs(limit: int = 30) -> tuple[PurgeRun, ...]:
    """The latest runs, the newest first."""
    query = select(PurgeRunRow).order_by(PurgeRunRow.at.desc(), PurgeRunRow.id.desc()).limit(limit)
    return tuple(PurgeRun(row.at, row.actor_name, row.counts) for row in db.session.scalars(query))
