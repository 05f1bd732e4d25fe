"""Sample trips get passports and emergency contacts, sealed: no bundle holds them in clear text."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select

from trips.domain.account.user import REGISTRANT
from trips.domain.participation import DelegateStatus
from trips.domain.privacy.sample_secrets import sample_secrets
from trips.domain.privacy.sealed import PASSPORT
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import has_sealed
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.sealed import write_sealed
from trips.services.unit import unit

BETWEEN: Final = timedelta(hours=5, minutes=20)
"""They register one after the other, the last of them this long ago."""


def seal_samples(trip: str, *, now: datetime) -> int:
    """Give delegates of a sample trip invented passports and contacts; how many got them.

    They enter them themselves, one after the other. Whoever has any fact of a passport keeps it,
    so a second call changes nothing.
    """
    snapshot = get_snapshot(trip)
    secrets, there = sample_secrets(snapshot), has_sealed(trip)
    unsent = {
        each.uid
        for each in snapshot.participations
        if each.delegate and each.delegate.status is DelegateStatus.STARTED
    }
    missing = [uid for uid in secrets if not there.get(uid, frozenset()) & PASSPORT]
    for ago, uid in zip(range(len(missing), 0, -1), missing, strict=True):
        with unit(REGISTRANT, now - ago * BETWEEN, trip=trip) as work:
            query = select(ParticipationRow.id).where(ParticipationRow.uid == uid)
            write_sealed(work, work.session.execute(query).scalar_one(), secrets[uid])
            told = {field.value: "" for field in secrets[uid]}
            verb = "edit" if uid in unsent else "register"
            work.record(verb, ("participation", uid), after=told, is_revision=False)
    return len(missing)
