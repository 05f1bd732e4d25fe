"""Visas of single delegates: nationality, documents, how far it has come."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.participation import Delegate
from trips.domain.values.wire import to_wire
from trips.domain.visa.facts import VisaFacts, facts_of, with_facts, with_status
from trips.domain.visa_case import VisaCase, VisaStatus
from trips.models.participation import DelegateRow, ParticipationRow
from trips.queries.snapshot import get_snapshot
from trips.services.participation import trip_id
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit


def edit_facts(trip: str, uid: str, change: Change, *, actor: Actor, now: datetime) -> VisaFacts:
    """Change what the desk knows of one delegate. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        part = get_snapshot(trip).participation_by_uid.get(uid)
        if part is None or part.delegate is None:
            raise MissingError(uid)
        new = merge(facts_of(part.delegate), change)
        write_visa(work, uid, part.delegate, with_facts(part.delegate, new))
        return new


def set_status(
    trip: str, uids: Collection[str], status: VisaStatus, on: date, *, actor: Actor, now: datetime
) -> int:
    """Say of several delegates how far their visa has come since a day; how many that changed.

    The day becomes that of the application or of the decision, where none is known yet.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot, changed = get_snapshot(trip), 0
        for uid in uids:
            part = snapshot.participation_by_uid.get(uid)
            if part is None or part.delegate is None:
                raise MissingError(uid)
            case = with_status(part.delegate.visa or VisaCase(), status, on)
            changed += write_visa(work, uid, part.delegate, replace(part.delegate, visa=case))
        return changed


def write_visa(work: Unit, uid: str, old: Delegate, new: Delegate) -> bool:
    """Write what is new about a delegate's visa; the history names the fields, not the values."""
    if new == old:
        return False
    query = (
        select(DelegateRow, ParticipationRow)
        .join(ParticipationRow, ParticipationRow.id == DelegateRow.participation_id)
        .where(ParticipationRow.uid == uid, ParticipationRow.trip_id == trip_id(work))
    )
    delegate, row = work.session.execute(query).one()
    changed = assign(
        delegate, new, delegation_id=delegate.delegation_id, replaces_id=delegate.replaces_id
    )
    row.version += 1
    row.changed_at = work.now
    told = dict.fromkeys(changed, "")
    old_status, new_status = _status(old), _status(new)
    before = {**told, "visa": to_wire(old_status)} if "visa" in told else told
    after = {**told, "visa": to_wire(new_status)} if "visa" in told else told
    work.record("edit", ("participation", uid), before, after)
    return True


def _status(delegate: Delegate) -> VisaStatus:
    return (delegate.visa or VisaCase()).status
