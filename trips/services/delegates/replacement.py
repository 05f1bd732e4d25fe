"""Replacing a delegate: the seat stays, the person and everything personal changes."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select

from trips.domain.account.link import LinkPurpose
from trips.domain.account.user import Actor
from trips.domain.delegates.substitute import substitute_for
from trips.domain.mail import MailState
from trips.domain.organisation import Organisation
from trips.domain.participation import DelegateStatus, Participation
from trips.domain.person import Person
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.delegates.status import Sitting, Stations, get_sittings
from trips.services.participation import (
    refuse_twice,
    told_of,
    write_new_person,
    write_participation,
)
from trips.services.seats.ledger import trip_of
from trips.services.unit import MissingError, Unit, unit

PERSONAL = (LinkPurpose.PERSONAL_CALENDAR, LinkPurpose.REGISTRATION)
UNSENT = (MailState.DRAFT, MailState.APPROVED, MailState.FAILED)


@dataclass(frozen=True, kw_only=True)
class Substitute:
    """Who comes instead."""

    person: Person
    """A uid that the address book has means that entry; its empty fields are filled."""
    organisation: Organisation | None = None
    """A new organisation of the address book; the person belongs to it."""
    offers_room: bool = False


@dataclass(frozen=True)
class Replaced:
    """A replacement that was made; `step` takes it back with `undo_step`."""

    participation: Participation
    step: str
    discarded: int
    """Mails to the old person that will not be sent."""


def replace_delegate(
    trip: str, uid: str, new: Substitute, *, actor: Actor, now: datetime
) -> Replaced:
    """Let somebody come instead of a delegate.

    The old one stays on the trip as replaced; their personal links are revoked, and mails to
    them that have not gone are put aside. Raises `MissingError`, `NotReplaceableError`,
    `AlreadyThereError` and `NoSeatError`.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.participation_by_uid.get(uid)
        if old is None:
            raise MissingError(uid)
        wanted = substitute_for(
            old, uid=new_uid(), person=new.person.uid or new_uid(), offers_room=new.offers_room
        )
        refuse_twice(snapshot, wanted)
        person = replace(new.person, uid=wanted.person)
        is_known = bool(new.person.uid)
        write_new_person(work, person, new.organisation, is_known=is_known)
        created = _change_seat(work, get_sittings(work, (uid,))[uid], wanted)
        _vacate(work, uid)
        _close_links(work, uid)
        return Replaced(created, work.step, _discard_mails(work, old))


def _change_seat(work: Unit, sitting: Sitting, wanted: Participation) -> Participation:
    """The old one gives the seat up and the new one takes it, in one write."""
    stations = Stations(work)
    stations.write(sitting, DelegateStatus.REPLACED)
    delegate = wanted.delegate
    if delegate is not None:
        stations.ledger.move(None, replace(sitting.holder, status=delegate.status))
        since = delegate.status_at or work.now
        wanted = replace(wanted, delegate=replace(delegate, status_at=since))
    row = ParticipationRow(uid=wanted.uid, trip_id=trip_of(work).id, version=1)
    write_participation(work, row, wanted)
    work.record("create", ("participation", wanted.uid), None, told_of(wanted))
    work.record("replace", ("participation", sitting.row.uid), None, {"by": wanted.uid})
    return wanted


def _vacate(work: Unit, uid: str) -> None:
    """A head who does not come leads nobody; who does is for the delegation to say."""
    head = select(ParticipationRow.id).where(
        ParticipationRow.uid == uid, ParticipationRow.trip_id == trip_of(work).id
    )
    query = select(DelegationRow).where(DelegationRow.head_id == head.scalar_subquery())
    for row in work.session.scalars(query).all():
        row.head_id = None
        row.version += 1
        work.record("edit", ("delegation", row.uid), {"head": uid}, {"head": ""})


def _close_links(work: Unit, uid: str) -> None:
    query = select(LinkRow).where(
        LinkRow.trip_id == trip_of(work).id,
        LinkRow.subject == uid,
        LinkRow.purpose.in_(PERSONAL),
        LinkRow.revoked_at.is_(None),
    )
    for row in work.session.scalars(query).all():
        row.revoked_at = work.now
        work.record("revoke", ("link", row.uid), None, {"label": row.label})


def _discard_mails(work: Unit, old: Participation) -> int:
    """Put mails to the old one aside, unless they are on the trip as something else, too."""
    trip = trip_of(work)
    person = work.session.scalar(
        select(ParticipationRow.person_id).where(ParticipationRow.uid == old.uid)
    )
    others = select(func.count()).where(
        ParticipationRow.trip_id == trip.id,
        ParticipationRow.person_id == person,
        ParticipationRow.uid != old.uid,
        ParticipationRow.deleted_at.is_(None),
    )
    if work.session.scalar(others):
        return 0
    query = select(MailRow).where(
        MailRow.trip_id == trip.id, MailRow.person_id == person, MailRow.state.in_(UNSENT)
    )
    rows = work.session.scalars(query.with_for_update()).all()
    for row in rows:
        row.state, row.key = MailState.DISCARDED, None
        row.version += 1
        after = {"kind": row.kind.value, "state": row.state.value}
        work.record("discard", ("mail", row.uid), None, after, is_revision=False)
    return len(rows)
