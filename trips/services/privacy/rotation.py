"""Sealing everything anew with the newest key, in portions that each hold by themselves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select, tuple_

from trips.domain.account.links import seal_place
from trips.domain.account.user import Actor
from trips.domain.privacy.sealed import SealedField, draft_place, sealed_place
from trips.doors.crypto import KeyRing, SealBrokenError
from trips.extensions import db
from trips.models.delegates.protection import SealedValueRow
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.link import LinkRow
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import key_ring
from trips.services.unit import Unit, unit

PORTION: Final = 100


@dataclass(frozen=True)
class Resealed:
    """How much is sealed anew, and what no key of the ring opens: it stays as it is."""

    done: int = 0
    broken: int = 0


def count_outdated() -> int:
    """How many protected fields and drafts are sealed with a former key."""
    current = key_ring().current
    kinds = (SealedValueRow, RegistrationDraftRow)
    found = (select(func.count()).select_from(kind).where(kind.key != current) for kind in kinds)
    return sum(db.session.scalar(query) or 0 for query in found)


def list_keys_in_use() -> frozenset[str]:
    """Names of the keys with which anything is sealed."""
    used = {
        *db.session.scalars(select(SealedValueRow.key).distinct()),
        *db.session.scalars(select(RegistrationDraftRow.key).distinct()),
    }
    ring = key_ring()
    for link in db.session.scalars(select(LinkRow)):
        try:
            used.add(ring.unseal_any(link.sealed_token, place=seal_place(link.uid))[1])
        except SealBrokenError:
            continue
    return frozenset(used)


def reseal_all(*, actor: Actor, now: datetime) -> Iterator[Resealed]:
    """Seal everything with the newest key, portion by portion; what is done after each.

    Each portion is committed by itself and what is done is passed over: a run that is broken off
    is finished by the next one.
    """
    total = Resealed()
    for step in (_values, _drafts, _links):
        last: Any = None
        while True:
            with unit(actor, now) as work:
                portion, last = step(work, key_ring(), last)
            if last is None:
                break
            total = Resealed(total.done + portion.done, total.broken + portion.broken)
            yield total
    if total.done:
        with unit(actor, now) as work:
            work.record("rotate_keys", ("house", ""), None, {"sealed": total.done})


Portion = tuple[Resealed, Any]


def _values(work: Unit, ring: KeyRing, last: Any) -> Portion:
    query = (
        select(SealedValueRow, ParticipationRow.uid)
        .join(ParticipationRow, ParticipationRow.id == SealedValueRow.participation_id)
        .where(SealedValueRow.key != ring.current, SealedValueRow.id > (last or 0))
        .order_by(SealedValueRow.id)
    )

    def place(row: SealedValueRow, uid: str) -> str:
        return sealed_place(uid, SealedField(row.field))

    return _reseal(work, ring, query, place, lambda row: row.id)


def _drafts(work: Unit, ring: KeyRing, last: Any) -> Portion:
    own = tuple_(RegistrationDraftRow.participation_id, RegistrationDraftRow.station)
    query = (
        select(RegistrationDraftRow, ParticipationRow.uid)
        .join(ParticipationRow, ParticipationRow.id == RegistrationDraftRow.participation_id)
        .where(RegistrationDraftRow.key != ring.current, own > (last or (0, "")))
        .order_by(RegistrationDraftRow.participation_id, RegistrationDraftRow.station)
    )

    def place(row: RegistrationDraftRow, uid: str) -> str:
        return draft_place(uid, row.station)

    return _reseal(work, ring, query, place, lambda row: (row.participation_id, row.station))


def _reseal(
    work: Unit,
    ring: KeyRing,
    query: Any,
    place: Callable[[Any, str], str],
    reached: Callable[[Any], Any],
) -> Portion:
    """Seal a portion anew; where it ended, none where there was nothing."""
    rows = work.session.execute(query.limit(PORTION).with_for_update()).all()
    done = broken = 0
    for row, uid in rows:
        where = place(row, uid)
        try:
            plain = ring.unseal(row.sealed, place=where, key=row.key)
        except SealBrokenError:
            broken += 1
            continue
        row.sealed, row.key = ring.seal(plain, place=where)
        done += 1
    return Resealed(done, broken), reached(rows[-1][0]) if rows else None


def _links(work: Unit, ring: KeyRing, last: Any) -> Portion:
    query = select(LinkRow).where(LinkRow.id > (last or 0)).order_by(LinkRow.id)
    rows = work.session.scalars(query.limit(PORTION).with_for_update()).all()
    done = broken = 0
    for row in rows:
        where = seal_place(row.uid)
        try:
            token, key = ring.unseal_any(row.sealed_token, place=where)
        except SealBrokenError:
            broken += 1
            continue
        if key != ring.current:
            row.sealed_token = ring.seal(token, place=where)[0]
            done += 1
    return Resealed(done, broken), rows[-1].id if rows else None
