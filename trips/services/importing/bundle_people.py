"""The people of a bundle: delegations, participations, interpreters and their assignments."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from trips.domain.participation import Delegate, Participation
from trips.domain.snapshot import TripSnapshot
from trips.models.interpreter import AssignmentRow, InterpreterRow
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.services.importing.bundle_book import BookWriter, rows_by_uid
from trips.services.privacy.sealed import write_needs
from trips.services.rows import assign


class PeopleWriter:
    """Writes who takes part in a trip."""

    def __init__(self, session: Session, book: BookWriter, now: datetime) -> None:
        self._session = session
        self._book = book
        self._now = now

    def write(
        self,
        trip_id: int,
        snapshot: TripSnapshot,
        group_ids: dict[str, int],
        item_ids: dict[str, int],
    ) -> None:
        """Write everyone; whoever the snapshot has not is removed from the trip."""
        delegation_ids = self._write_delegations(trip_id, snapshot)
        self._write_participations(trip_id, snapshot, group_ids, delegation_ids)
        interpreter_ids = self._write_interpreters(snapshot)
        self._write_assignments(snapshot, item_ids, interpreter_ids)

    def _write_delegations(self, trip_id: int, snapshot: TripSnapshot) -> dict[str, int]:
        wanted = [delegation.uid for delegation in snapshot.delegations]
        self._session.execute(
            delete(DelegationRow).where(
                DelegationRow.trip_id == trip_id, DelegationRow.uid.not_in(wanted)
            )
        )
        rows = rows_by_uid(self._session, DelegationRow, wanted)
        for delegation in snapshot.delegations:
            row = rows.get(delegation.uid)
            if row is None:
                row = rows[delegation.uid] = DelegationRow(
                    uid=delegation.uid, trip_id=trip_id, version=0
                )
                self._session.add(row)
            contact = self._book.person_ids[delegation.contact] if delegation.contact else None
            if assign(row, delegation, contact_id=contact):
                row.version += 1
        self._session.flush()
        return {uid: row.id for uid, row in rows.items()}

    def _write_participations(
        self,
        trip_id: int,
        snapshot: TripSnapshot,
        group_ids: dict[str, int],
        delegation_ids: dict[str, int],
    ) -> None:
        wanted = [each.uid for each in snapshot.participations]
        self._session.execute(
            delete(ParticipationRow).where(
                ParticipationRow.trip_id == trip_id, ParticipationRow.uid.not_in(wanted)
            )
        )
        rows = rows_by_uid(self._session, ParticipationRow, wanted)
        for each in snapshot.participations:
            row = rows.get(each.uid)
            if row is None:
                row = rows[each.uid] = ParticipationRow(uid=each.uid, trip_id=trip_id, version=0)
                self._session.add(row)
            person_id = self._book.person_ids[each.person]
            group_id = group_ids[each.group] if each.group else None
            columns = {"person_id": person_id, "group_id": group_id, **journey_columns(each)}
            columns["deleted_at"] = None
            if assign(row, each, **columns):
                row.version += 1
        self._session.flush()
        ids = {uid: row.id for uid, row in rows.items()}
        self._write_needs(snapshot, rows)
        self._write_delegates(snapshot, ids, delegation_ids)
        for delegation in snapshot.delegations:
            self._session.execute(
                update(DelegationRow)
                .where(DelegationRow.uid == delegation.uid)
                .values(head_id=ids.get(delegation.head or ""))
            )

    def _write_needs(self, snapshot: TripSnapshot, rows: dict[str, ParticipationRow]) -> None:
        by_key = {rows[each.uid].id: each for each in snapshot.participations}
        changed = write_needs(self._session, by_key, self._now)
        for key, each in by_key.items():
            if key in changed:
                rows[each.uid].version += 1

    def _write_delegates(
        self, snapshot: TripSnapshot, ids: dict[str, int], delegation_ids: dict[str, int]
    ) -> None:
        self._session.execute(
            delete(DelegateRow).where(DelegateRow.participation_id.in_(list(ids.values())))
        )
        for each in snapshot.participations:
            if each.delegate is None:
                continue
            row = DelegateRow(participation_id=ids[each.uid])
            columns = delegate_columns(each.delegate, delegation_ids, ids)
            assign(row, each.delegate, **columns)
            self._session.add(row)

    def _write_interpreters(self, snapshot: TripSnapshot) -> dict[str, int]:
        rows = rows_by_uid(
            self._session, InterpreterRow, [each.uid for each in snapshot.interpreters]
        )
        for each in snapshot.interpreters:
            row = rows.get(each.uid)
            if row is None:
                row = rows[each.uid] = InterpreterRow(uid=each.uid, version=0)
                self._session.add(row)
            if assign(row, each, person_id=self._book.person_ids[each.person]):
                row.version += 1
        self._session.flush()
        return {uid: row.id for uid, row in rows.items()}

    def _write_assignments(
        self, snapshot: TripSnapshot, item_ids: dict[str, int], interpreter_ids: dict[str, int]
    ) -> None:
        self._session.execute(
            delete(AssignmentRow).where(AssignmentRow.item_id.in_(list(item_ids.values())))
        )
        for each in snapshot.assignments:
            row = AssignmentRow(
                uid=each.uid,
                item_id=item_ids[each.item],
                interpreter_id=interpreter_ids[each.interpreter],
            )
            assign(row, each)
            self._session.add(row)


def journey_columns(participation: Participation) -> dict[str, Any]:
    """Arrival and departure as columns; a place of null says that nothing is known."""
    columns: dict[str, Any] = {}
    for name in ("arrival", "departure"):
        journey = getattr(participation, name)
        columns[f"{name}_at"] = journey.at if journey else None
        columns[f"{name}_place"] = journey.place if journey else None
        columns[f"{name}_number"] = journey.number if journey else None
    return columns


def delegate_columns(
    delegate: Delegate, delegation_ids: dict[str, int], ids: dict[str, int]
) -> dict[str, Any]:
    """The columns of a delegate that refer to others."""
    uid = delegate.delegation
    return {
        "delegation_id": delegation_ids[uid] if uid else None,
        "replaces_id": ids.get(delegate.replaces or ""),
    }
