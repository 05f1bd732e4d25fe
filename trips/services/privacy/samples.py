"""Sample trips get passports and emergency contacts, sealed: no bundle holds them in clear text."""

from datetime import datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.privacy.sample_secrets import sample_secrets
from trips.domain.privacy.sealed import PASSPORT
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import has_sealed
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.sealed import write_sealed
from trips.services.unit import unit


def seal_samples(trip: str, *, actor: Actor, now: datetime) -> int:
    """Give delegates of a sample trip invented passports and contacts; how many got them.

    Whoever has any fact of a passport keeps it, so a second call changes nothing.
    """
    secrets, there = sample_secrets(get_snapshot(trip)), has_sealed(trip)
    missing = [uid for uid in secrets if not there.get(uid, frozenset()) & PASSPORT]
    if not missing:
        return 0
    with unit(actor, now, trip=trip) as work:
        query = select(ParticipationRow.uid, ParticipationRow.id).where(
            ParticipationRow.uid.in_(missing)
        )
        for uid, key in work.session.execute(query).all():
            write_sealed(work, key, secrets[uid])
            told = {field.value: "" for field in secrets[uid]}
            work.record("register", ("participation", uid), after=told, is_revision=False)
    return len(missing)
