"""Drafts of mails that tell what a release changes: at most one waits for each person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from trips.domain.account.user import Actor
from trips.domain.mail import MailKind, MailState
from trips.models.mail import MailRow
from trips.models.person import PersonRow
from trips.models.release import ReleaseRow
from trips.models.types import new_uid
from trips.services.keys import key_of
from trips.services.unit import MissingError, Unit, unit

TAKEN_BACK = "taken_back"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What one person is to be told."""

    person: str
    """uid."""
    recipient: str
    recipient_name: str
    locale: str
    subject: str
    body: str
    since: int
    """The release that the person knows; the mail tells what has changed since."""
    heads: tuple[str, ...] = ()
    """What it tells of, one line for each change."""


def put_drafts(
    trip: str, number: int, drafts: Sequence[Draft], *, actor: Actor, now: datetime
) -> int:
    """Make the waiting drafts say what release `number` changes; how many wait now.

    A draft of an earlier release that nobody has touched is written anew, for it was never sent:
    five releases in an hour are one mail. One that somebody has changed by hand stays beside the
    new one. Drafts for people whom nothing concerns any more are put aside. Doing it twice
    changes nothing. Raises `MissingError` where there is no such release.
    """
    with unit(actor, now, trip=trip) as work:
        release = _release_id(work, number)
        waiting = {row.key: row for row in work.session.scalars(_waiting(work))}
        told = {_key(trip, draft.person): draft for draft in drafts}
        for key, row in waiting.items():
            if key not in told:
                row.state, row.key, row.error = MailState.DISCARDED, None, TAKEN_BACK
                row.version += 1
        for key, draft in told.items():
            _put(work, waiting.get(key), key, draft, release)
        return len(told)


def _put(work: Unit, old: MailRow | None, key: str, draft: Draft, release: int) -> None:
    row = old
    if row is not None and row.is_edited and row.release_id != release:
        row.key, row = None, None
        work.session.flush()
    if row is None:
        row = MailRow(
            uid=new_uid(),
            trip_id=work.trip.id if work.trip else None,
            person_id=key_of(work.session, PersonRow, draft.person),
            kind=MailKind.CHANGE,
            state=MailState.DRAFT,
            key=key,
            created_at=work.now,
            version=0,
        )
        work.session.add(row)
    elif row.is_edited:
        return
    row.release_id = release
    row.locale = draft.locale
    row.recipient, row.recipient_name = draft.recipient, draft.recipient_name
    row.subject, row.body = draft.subject, draft.body
    row.changes = {"since": draft.since, "heads": list(draft.heads)}
    row.version += 1


def _waiting(work: Unit) -> Select[MailRow]:
    return select(MailRow).where(
        MailRow.trip_id == (work.trip.id if work.trip else None),
        MailRow.kind == MailKind.CHANGE,
        MailRow.state == MailState.DRAFT,
        MailRow.key.is_not(None),
    )


def _key(trip: str, person: str) -> str:
    return f"change:{trip}:{person}"


def _release_id(work: Unit, number: int) -> int:
    query = select(ReleaseRow.id).where(
        ReleaseRow.number == number, ReleaseRow.trip_id == (work.trip.id if work.trip else None)
    )
    found = work.session.scalar(query)
    if found is None:
        raise MissingError(number)
    return found
