"""Taking back what was done with delegates: stations, groups, permissions, a replacement."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select, update

from trips.domain.account.user import Actor
from trips.domain.mail import MailKind, MailState
from trips.domain.participation import DelegateStatus, Permission
from trips.models.history import HistoryRow
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.queries.snapshot import get_snapshot
from trips.services.delegates.group import change_group
from trips.services.delegates.status import Stations, get_sittings
from trips.services.seats.ledger import trip_of
from trips.services.unit import MissingError, Unit, unit


@dataclass(frozen=True, kw_only=True)
class Undone:
    """Whom it concerned that a step was taken back."""

    uids: tuple[str, ...]
    moved: tuple[str, ...]
    """Those of them who stand at another station now; mails follow stations only."""


class UndoRefusedError(Exception):
    """Somebody has changed it meanwhile; nothing is taken back."""


def undo_step(trip: str, step: str, *, actor: Actor, now: datetime) -> Undone:
    """Take back a step by the same account, whole or not at all; whom it concerned.

    Raises `MissingError` for a step that is not there or not theirs, `UndoRefusedError` where
    something has changed since, and `NoSeatError` where a seat is gone.
    """
    with unit(actor, now, trip=trip) as work:
        rows = _rows(work, step)
        work.undoes = step
        stations = Stations(work)
        for row in rows:
            take_back = _TAKE_BACK.get((row.verb, row.subject_kind))
            if take_back:
                take_back(stations, row)
        _take_back_notes(stations, [row for row in rows if _is_note(row)])
        moved = tuple(dict.fromkeys(row.subject_uid for row in rows if row.verb == "status"))
        noted = (row.subject_uid for row in rows if _is_note(row))
        return Undone(uids=tuple(dict.fromkeys([*moved, *noted])), moved=moved)


def _is_note(row: HistoryRow) -> bool:
    """A group or a permission, as several people are given it at once."""
    is_edit = (row.verb, row.subject_kind) == ("edit", "participation")
    return is_edit and set(row.before or ()) in ({"group"}, {"permission"})


def _is_told(row: HistoryRow) -> bool:
    return row.verb == "status" or _is_note(row)


def _take_back_notes(stations: Stations, rows: list[HistoryRow]) -> None:
    """All as it was, where nobody has noted something else since."""
    if not rows:
        return
    known = get_snapshot(trip_of(stations.work).uid).participation_by_uid
    for row in rows:
        now = known.get(row.subject_uid)
        if now is None:
            raise UndoRefusedError
        if "group" in row.before:
            if now.group != row.after["group"]:
                raise UndoRefusedError
            change_group(stations.work, stations.ledger, now, row.before["group"])
        else:
            _permission(stations.work, row)


def _permission(work: Unit, row: HistoryRow) -> None:
    sitting = get_sittings(work, (row.subject_uid,))[row.subject_uid]
    if sitting.delegate.permission != row.after["permission"]:
        raise UndoRefusedError
    sitting.delegate.permission = Permission(row.before["permission"])
    sitting.row.version += 1
    sitting.row.changed_at = work.now
    work.record("edit", ("participation", row.subject_uid), row.after, row.before)


def _rows(work: Unit, step: str) -> list[HistoryRow]:
    session, trip = work.session, trip_of(work)
    query = select(HistoryRow).where(HistoryRow.trip_id == trip.id)
    actor = work.actor.uid or work.actor.name
    mine = query.where(HistoryRow.step == step, HistoryRow.actor == actor)
    # Newest first: who gave a seat up gets it back after whoever took it has left it.
    rows = list(session.scalars(mine.order_by(HistoryRow.id.desc())))
    if not step or not any(map(_is_told, rows)):
        raise MissingError(step)
    if session.scalar(query.where(HistoryRow.undoes == step).limit(1)):
        raise UndoRefusedError
    return rows


def _status(stations: Stations, row: HistoryRow) -> None:
    try:
        sitting = get_sittings(stations.work, (row.subject_uid,))[row.subject_uid]
    except MissingError as error:
        raise UndoRefusedError from error
    if sitting.delegate.status != row.after["status"]:
        raise UndoRefusedError
    since = row.before["status_at"]
    at = datetime.fromisoformat(since) if since else None
    stations.write(sitting, DelegateStatus(row.before["status"]), at)


def _created(stations: Stations, row: HistoryRow) -> None:
    """The substitute leaves the trip, and with them their seat."""
    try:
        sitting = get_sittings(stations.work, (row.subject_uid,))[row.subject_uid]
    except MissingError as error:
        raise UndoRefusedError from error
    stations.leave(sitting)


def _head(stations: Stations, row: HistoryRow) -> None:
    work, uid = stations.work, row.before.get("head", "")
    head = select(ParticipationRow.id).where(
        ParticipationRow.uid == uid, ParticipationRow.trip_id == trip_of(work).id
    )
    vacant = update(DelegationRow).where(
        DelegationRow.uid == row.subject_uid, DelegationRow.head_id.is_(None)
    )
    work.session.execute(vacant.values(head_id=head.scalar_subquery()))
    work.record("edit", ("delegation", row.subject_uid), {"head": ""}, {"head": uid})


def _link(stations: Stations, row: HistoryRow) -> None:
    link = stations.work.session.scalar(select(LinkRow).where(LinkRow.uid == row.subject_uid))
    if link is not None:
        link.revoked_at = None
        stations.work.record("restore", ("link", link.uid), None, {"label": link.label})


def _mail(stations: Stations, row: HistoryRow) -> None:
    """Mails about registering are drafted anew by the status, unless somebody worded them."""
    mail = stations.work.session.scalar(select(MailRow).where(MailRow.uid == row.subject_uid))
    is_own = mail is not None and (mail.kind is MailKind.CHANGE or mail.is_edited)
    if mail is not None and is_own and mail.state is MailState.DISCARDED:
        mail.state = MailState.DRAFT
        mail.version += 1
        stations.work.record("restore", ("mail", mail.uid), is_revision=False)


_TAKE_BACK: Final[Mapping[tuple[str, str], Callable[[Stations, HistoryRow], None]]] = {
    ("status", "participation"): _status,
    ("create", "participation"): _created,
    ("edit", "delegation"): _head,
    ("revoke", "link"): _link,
    ("discard", "mail"): _mail,
}
