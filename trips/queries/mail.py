"""The outbox of a trip."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import case, func, select

from trips.domain.mail import Mail, MailKind, MailState, MailText
from trips.extensions import db
from trips.models.mail import MailRow
from trips.models.person import PersonRow
from trips.models.release import ReleaseRow
from trips.models.trip import TripRow

PAGE_SIZE = 50
OPEN_FIRST = (
    MailState.FAILED,
    MailState.DRAFT,
    MailState.SENDING,
    MailState.APPROVED,
    MailState.SENT,
    MailState.WRITTEN,
    MailState.DISCARDED,
)
"""What somebody has to look at comes first."""


@dataclass(frozen=True)
class Group:
    """Mails of one kind in one state that stand together."""

    kind: MailKind
    state: MailState
    mails: tuple[Mail, ...]


@dataclass(frozen=True)
class Outbox:
    """A page of the outbox, and how many mails there are in each state."""

    groups: tuple[Group, ...]
    counts: dict[MailState, int]
    page: int
    last: int

    @property
    def mails(self) -> tuple[Mail, ...]:
        """All of the page, in their order."""
        return tuple(mail for group in self.groups for mail in group.mails)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A draft that tells somebody about a release."""

    since: int
    """The release that the person knows."""
    number: int
    """The release that it tells about."""
    is_edited: bool


def list_mails(trip_uid: str, state: MailState | None, page: int) -> Outbox:
    """Mails of a trip: what needs somebody first, then the newest; a page of fifty.

    Those of one kind in one state stand together; of what has gone, as far as it went together.
    """
    query = (
        select(MailRow.state, func.count())
        .join(TripRow, TripRow.id == MailRow.trip_id)
        .where(TripRow.uid == trip_uid)
        .group_by(MailRow.state)
    )
    counts = {row[0]: row[1] for row in db.session.execute(query)}
    total = counts.get(state, 0) if state else sum(counts.values())
    last = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 1), last)
    mails = _mails().where(TripRow.uid == trip_uid)
    if state:
        mails = mails.where(MailRow.state == state)
    rank = case({each.value: rank for rank, each in enumerate(OPEN_FIRST)}, value=MailRow.state)
    mails = mails.order_by(rank, MailRow.sent_at.desc(), _order_of_kinds())
    mails = mails.order_by(MailRow.recipient_name, MailRow.id)
    rows = db.session.execute(mails.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE))
    return Outbox(grouped(_mail(*row) for row in rows), counts, page, last)


def grouped(mails: Iterable[Mail]) -> tuple[Group, ...]:
    """Mails in their order, those of one kind in one state together."""
    runs = groupby(mails, lambda mail: (mail.kind, mail.state))
    return tuple(Group(kind, state, tuple(run)) for (kind, state), run in runs)


def find_mail(trip_uid: str, uid: str) -> Mail | None:
    """One mail of a trip."""
    row = db.session.execute(
        _mails().where(TripRow.uid == trip_uid, MailRow.uid == uid)
    ).one_or_none()
    return _mail(*row) if row else None


def count_open_mails(trip_uid: str) -> int:
    """How many mails wait for somebody: drafts and those that could not be sent."""
    query = (
        select(func.count())
        .select_from(MailRow)
        .join(TripRow, TripRow.id == MailRow.trip_id)
        .where(TripRow.uid == trip_uid, MailRow.state.in_((MailState.DRAFT, MailState.FAILED)))
    )
    return db.session.scalar(query) or 0


def list_sendable(
    trip_uid: str, kind: MailKind | None = None, state: MailState = MailState.DRAFT
) -> tuple[Mail, ...]:
    """All drafts that have an address, by kind and name; or those that could not be sent."""
    query = _mails().where(TripRow.uid == trip_uid, MailRow.state == state, MailRow.recipient != "")
    if kind:
        query = query.where(MailRow.kind == kind)
    query = query.order_by(_order_of_kinds(), MailRow.recipient_name, MailRow.id)
    return tuple(_mail(*row) for row in db.session.execute(query))


def _order_of_kinds() -> Any:
    """Kinds in the order in which they are defined."""
    return case({each.value: rank for rank, each in enumerate(MailKind)}, value=MailRow.kind)


def list_waiting(trip_uid: str) -> dict[str, Waiting]:
    """By uid of the person: the change mails that wait for somebody's yes."""
    query = (
        select(PersonRow.uid, MailRow.is_edited, MailRow.changes, ReleaseRow.number)
        .select_from(MailRow)
        .join(TripRow, TripRow.id == MailRow.trip_id)
        .join(PersonRow, PersonRow.id == MailRow.person_id)
        .join(ReleaseRow, ReleaseRow.id == MailRow.release_id)
        .where(
            TripRow.uid == trip_uid,
            MailRow.kind == MailKind.CHANGE,
            MailRow.state == MailState.DRAFT,
            MailRow.key.is_not(None),
        )
        .order_by(PersonRow.uid)
    )
    return {
        person: Waiting(since=changes["since"], number=number, is_edited=is_edited)
        for person, is_edited, changes, number in db.session.execute(query)
    }


def _mails() -> Any:
    return (
        select(MailRow, PersonRow.uid, ReleaseRow.number)
        .join(TripRow, TripRow.id == MailRow.trip_id)
        .outerjoin(PersonRow, PersonRow.id == MailRow.person_id)
        .outerjoin(ReleaseRow, ReleaseRow.id == MailRow.release_id)
    )


def _mail(row: MailRow, person: str | None, release: int | None) -> Mail:
    return Mail(
        uid=row.uid,
        kind=row.kind,
        state=row.state,
        locale=row.locale,
        text=MailText(recipient=row.recipient, subject=row.subject, body=row.body),
        recipient_name=row.recipient_name,
        person=person,
        release=release,
        heads=tuple(row.changes.get("heads", ())),
        is_edited=row.is_edited,
        message_id=row.message_id,
        attempts=row.attempts,
        error=row.error,
        created_at=row.created_at,
        due_at=row.due_at,
        sent_at=row.sent_at,
        version=row.version,
    )
