"""Inviting and reminding delegates, and telling them where they stand."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from trips.domain.account.user import Actor
from trips.domain.delegates.lifecycle import By
from trips.domain.mail import TOLD, MailKind
from trips.domain.participation import DelegateStatus as Status
from trips.domain.participation import Delegation, Participation
from trips.domain.snapshot import TripSnapshot
from trips.models.mail import MailRow
from trips.queries.snapshot import get_snapshot
from trips.services.invitations.drafting import (
    Occasion,
    is_told,
    list_mails_about,
    put_aside,
    put_draft,
)
from trips.services.invitations.letters import (
    letter_to,
    letter_to_contact,
    list_due,
    list_missing,
)
from trips.services.unit import MissingError, Unit, unit

OPEN: Final = frozenset({Status.NOMINATED, Status.APPROVED, Status.INVITED, Status.STARTED})
"""Who may still be invited to register."""
REMINDED: Final = frozenset({Status.INVITED, Status.STARTED, Status.SUBMITTED, Status.CONFIRMED})
"""From whom something may be missing."""
_NOTICES: Final = {
    Status.INVITED: MailKind.INVITATION,
    Status.CONFIRMED: MailKind.CONFIRMATION,
    Status.WAITLISTED: MailKind.WAITLISTED,
    Status.REPLACED: MailKind.REPLACED,
    Status.DECLINED: MailKind.REGRET,
}
_STANDING: Final = frozenset(
    {*_NOTICES.values(), MailKind.PROMOTED, MailKind.DECLINED, MailKind.REMINDER}
)
"""Kinds that speak of where somebody stands, and are overtaken when they stand elsewhere."""


def draft_invitations(trip: str, uids: Sequence[str], *, actor: Actor, now: datetime) -> int:
    """Draft the invitations to register that have not gone yet; how many drafts wait for it.

    Whoever was invited already gets no second invitation. Somebody without an address whose
    delegation has a contact person is told through them; contact persons get one mail about all
    their people. Raises `MissingError` where one is not on the trip.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        parts = [each for each in _chosen(snapshot, uids) if _status(each) in OPEN]
        return _invite(work, snapshot, parts)


def draft_reminders(trip: str, uids: Sequence[str], *, actor: Actor, now: datetime) -> int:
    """Draft what is still missing, for those from whom something is; how many drafts.

    One reminder waits at a time. Raises `MissingError` where one is not on the trip.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        chosen = [each for each in _chosen(snapshot, uids) if _status(each) in REMINDED]
        missing = {each.uid: list_missing(work, snapshot, each) for each in chosen}
        late = [each for each in chosen if missing[each.uid]]
        number = 0
        for delegation, parts in _by_contact(snapshot, late):
            letter = letter_to_contact(work, snapshot, delegation, MailKind.REMINDER, parts)
            put_draft(work, Occasion(MailKind.REMINDER, delegation.uid), letter)
            number += 1
        for part in _reached(snapshot, late):
            letter = letter_to(work, snapshot, part, MailKind.REMINDER, missing[part.uid])
            put_draft(work, Occasion(MailKind.REMINDER, part.uid), letter)
            number += 1
        return number


def draft_notices(
    trip: str, uids: Sequence[str], kind: MailKind, *, actor: Actor, now: datetime
) -> int:
    """Draft a mail of one kind for each delegate, whatever their status; how many drafts.

    For what no status calls for by itself: a regret, the thanks to somebody who has declined in
    person. Raises `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        chosen = _chosen(snapshot, uids)
        told = list_mails_about(work, uids)
        new = [each for each in chosen if not is_told(told, Occasion(kind, each.uid))]
        for part in new:
            put_draft(work, Occasion(kind, part.uid), letter_to(work, snapshot, part, kind, ()))
        return len(new)


def follow_statuses(
    trip: str, uids: Sequence[str], *, actor: Actor, now: datetime, by: By = By.ORGANISER
) -> int:
    """Draft what the present statuses call for, put aside what they overtake; how many drafts.

    To be called after every change of status, and after it was taken back: invited, confirmed
    (after waiting: a place for you), waiting, replaced, declined by the organisers. Whoever has
    declined or withdrawn by themselves gets no regret. Twice is once.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        chosen = [each for each in _known(snapshot, uids) if each.delegate]
        rows = list_mails_about(work, [each.uid for each in chosen])
        number, invited = 0, []
        for part in chosen:
            own = [row for row in rows if row.changes.get("about") == part.uid]
            kind = _wanted(part, own, by)
            for row in own:
                if row.kind in _STANDING - _kept(part) and row.kind is not kind:
                    put_aside(row)
            if kind is MailKind.INVITATION:
                invited.append(part)
            elif kind and not _is_told_since(own, kind, part):
                put_draft(work, Occasion(kind, part.uid), letter_to(work, snapshot, part, kind, ()))
                number += 1
        return number + _invite(work, snapshot, invited)


def _invite(work: Unit, snapshot: TripSnapshot, parts: Sequence[Participation]) -> int:
    if not parts:
        return 0
    told = list_mails_about(work, [*snapshot.participation_by_uid, *snapshot.delegation_by_uid])
    kind, number = MailKind.INVITATION, 0
    for delegation, _ in _by_contact(snapshot, parts):
        if is_told(told, Occasion(kind, delegation.uid)):
            continue
        everybody = [each for each in _members(snapshot, delegation) if _status(each) in OPEN]
        letter = letter_to_contact(work, snapshot, delegation, kind, everybody)
        put_draft(work, Occasion(kind, delegation.uid), letter)
        number += 1
    for part in _reached(snapshot, parts):
        if is_told(told, Occasion(kind, part.uid)):
            continue
        letter = letter_to(work, snapshot, part, kind, list_due(snapshot))
        put_draft(work, Occasion(kind, part.uid), letter)
        number += 1
    return number


def _wanted(part: Participation, own: Sequence[MailRow], by: By) -> MailKind | None:
    status = _status(part)
    kind = _NOTICES.get(status) if status else None
    if kind is MailKind.REGRET and by is By.DELEGATE:
        return None
    has_waited = is_told(own, Occasion(MailKind.WAITLISTED, part.uid))
    return MailKind.PROMOTED if kind is MailKind.CONFIRMATION and has_waited else kind


def _kept(part: Participation) -> frozenset[MailKind]:
    """Kinds that a status does not call for by itself, and that it leaves as they are."""
    status = _status(part)
    if status in {Status.DECLINED, Status.WITHDRAWN}:
        return frozenset({MailKind.DECLINED})
    return frozenset({MailKind.REMINDER}) if status in REMINDED else frozenset()


def _is_told_since(own: Sequence[MailRow], kind: MailKind, part: Participation) -> bool:
    """True if the mail has gone since the status holds."""
    since = part.delegate.status_at if part.delegate else None
    newer = [row for row in own if since is None or row.created_at >= since]
    if kind is MailKind.REGRET:  # those who wait may have it before they are declined
        told = [row for row in own if row.state in TOLD and row.kind in _STANDING]
        newer += told[-1:]
    return is_told(newer, Occasion(kind, part.uid))


def _by_contact(
    snapshot: TripSnapshot, parts: Iterable[Participation]
) -> list[tuple[Delegation, list[Participation]]]:
    """Delegations with somebody who acts for them, and who of `parts` belongs to each."""
    chosen = list(parts)
    found = [
        (each, [part for part in chosen if part.delegate and part.delegate.delegation == each.uid])
        for each in snapshot.delegations
        if each.contact in snapshot.person_by_uid
    ]
    return [(delegation, members) for delegation, members in found if members]


def _reached(snapshot: TripSnapshot, parts: Iterable[Participation]) -> list[Participation]:
    """Who is written to on their own: everybody but those whom a contact person tells."""
    told = {
        part.uid
        for delegation, members in _by_contact(snapshot, parts)
        for part in members
        if not snapshot.person_by_uid[part.person].email or part.person == delegation.contact
    }
    return [part for part in parts if part.uid not in told]


def _members(snapshot: TripSnapshot, delegation: Delegation) -> list[Participation]:
    return [
        each
        for each in snapshot.participations
        if each.delegate and each.delegate.delegation == delegation.uid
    ]


def _chosen(snapshot: TripSnapshot, uids: Sequence[str]) -> list[Participation]:
    known = _known(snapshot, uids)
    missing = set(uids) - {each.uid for each in known}
    if missing:
        raise MissingError(min(missing))
    return [each for each in known if each.delegate]


def _known(snapshot: TripSnapshot, uids: Sequence[str]) -> list[Participation]:
    wanted = dict.fromkeys(uids)
    parts = snapshot.participation_by_uid
    return [parts[uid] for uid in wanted if uid in parts]


def _status(part: Participation) -> Status | None:
    return part.delegate.status if part.delegate else None
