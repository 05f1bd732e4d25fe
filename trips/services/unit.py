"""The write unit: one transaction, one history, the only commit."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from trips.domain.account.user import Actor
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.trip import TripRow
from trips.models.types import new_uid as new_uid  # noqa: PLC0414 for those who may not see models
from trips.services.searching.index import Changes


class MissingError(LookupError):
    """What was to be changed is not there (any more); pages answer 404."""


@dataclass
class Unit:
    """A write that is under way."""

    session: Session
    actor: Actor
    now: datetime
    trip: TripRow | None = None
    """The trip that is written in, locked; none for what belongs to no trip."""
    is_abandoned: bool = field(default=False, init=False)
    is_revised: bool = field(default=False, init=False)
    step: str = field(default_factory=new_uid, init=False)
    """Names all that this write changes, for undo."""
    undoes: str = field(default="", init=False)
    """The step that this write takes back."""
    _is_counted: bool = field(default=False, init=False)
    _history: list[dict[str, Any]] = field(default_factory=list, init=False)

    def record(
        self,
        verb: str,
        subject: tuple[str, str],
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
        *,
        is_revision: bool = True,
    ) -> None:
        """Append to the history: `subject` is (kind, uid), before and after are JSON values.

        Inside a trip this raises the trip's revision, once per unit, unless what happened says
        nothing about the trip (`is_revision`). Personal columns go in by name only, with an
        empty value.
        """
        trip = self.trip
        if trip is not None and is_revision and not self._is_counted:
            trip.revision += 1
            trip.changed_at = self.now
            self._is_counted = True
        kind, uid = subject
        self._history.append(
            {
                "trip_id": trip.id if trip else None,
                "at": self.now,
                "actor": self.actor.uid or self.actor.name,
                "verb": verb,
                "subject_kind": kind,
                "subject_uid": uid,
                "before": dict(before or {}),
                "after": dict(after or {}),
                "step": self.step,
                "undoes": self.undoes,
            }
        )

    def write_history(self) -> None:
        """Write what was recorded, however much it is, in one statement."""
        if self._history:
            self.session.execute(insert(HistoryRow), self._history)
            self._history.clear()

    def abandon(self) -> None:
        """Take everything back at the end instead of committing, as a rehearsal does."""
        self.is_abandoned = True


@contextmanager
def unit(actor: Actor, now: datetime, *, trip: str | None = None) -> Iterator[Unit]:
    """Open a write transaction, commit at the end of the block, roll back on any error.

    `trip` is the uid of the trip written in: it is locked, so that what is read inside stays
    true until the commit. Raises `MissingError` if there is none. Rows read before the block
    are gone: a read transaction could not be turned into a write on SQLite.
    """
    session = db.session()
    if session.info.get("unit"):
        message = "a write unit is open already"
        raise RuntimeError(message)
    session.close()
    session.info["unit"] = True
    changes = Changes(session)
    try:
        session.connection(execution_options={"is_write": True})
        work = Unit(session, actor, now, _locked(session, trip) if trip else None)
        yield work
        if work.is_abandoned:
            session.rollback()
        else:
            work.write_history()
            changes.write()
            session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        changes.forget()
        session.info.pop("unit", None)
        session.close()


def _locked(session: Session, uid: str) -> TripRow:
    trip = session.scalar(select(TripRow).where(TripRow.uid == uid).with_for_update())
    if trip is None:
        raise MissingError(uid)
    return trip
