"""Keeping the house: forgetting what has served its purpose, and writing the search anew."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, or_

from trips.domain.account.user import ABSOLUTE_LIMIT, IDLE_LIMIT, Actor
from trips.models.job import JobRow
from trips.models.source import AttachmentRow
from trips.models.user import SignInAttemptRow, UserSessionRow
from trips.services.account import FORGET_ATTEMPTS_AFTER
from trips.services.searching.index import rebuild
from trips.services.unit import unit

AT_ONCE: Final = 500


@dataclass(frozen=True, kw_only=True)
class Forgotten:
    """How many rows of each kind are gone."""

    jobs: int
    attachments: int
    sessions: int
    attempts: int


def forget(
    jobs: tuple[str, ...], attachments: tuple[str, ...], *, actor: Actor, now: datetime
) -> Forgotten:
    """Delete these jobs and attachments, sessions that are over and old sign-in attempts.

    The files of the former are gone already: see jobs/purge.py.
    Writes into the history how much it was, if it was anything.
    """
    with unit(actor, now) as work:

        def gone(kind: type, *conditions: object) -> int:
            found = work.session.execute(delete(kind).where(*conditions))  # type: ignore[arg-type]
            return int(found.rowcount)  # type: ignore[attr-defined]

        forgotten = Forgotten(
            jobs=sum(gone(JobRow, JobRow.uid.in_(part)) for part in _parts(jobs)),
            attachments=sum(
                gone(AttachmentRow, AttachmentRow.uid.in_(part)) for part in _parts(attachments)
            ),
            sessions=gone(
                UserSessionRow,
                or_(
                    UserSessionRow.seen_at <= now - IDLE_LIMIT,
                    UserSessionRow.created_at <= now - ABSOLUTE_LIMIT,
                ),
            ),
            attempts=gone(SignInAttemptRow, SignInAttemptRow.last_at < now - FORGET_ATTEMPTS_AFTER),
        )
        numbers = {name: number for name, number in vars(forgotten).items() if number}
        if numbers:
            work.record("purge", ("house", ""), None, numbers)
        return forgotten


def rebuild_search(*, actor: Actor, now: datetime) -> int:
    """Forget and write everything that can be found; how many objects that is."""
    with unit(actor, now) as work:
        return rebuild(work.session)


def _parts(uids: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [uids[start : start + AT_ONCE] for start in range(0, len(uids), AT_ONCE)]
