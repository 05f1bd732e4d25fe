"""Sample trips get passports, sealed like everybody's: in no bundle do they stand in clear text."""

from datetime import datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.privacy.sample_passport import sample_passports
from trips.domain.privacy.sealed import PASSPORT
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import has_sealed
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.sealed import write_sealed
from trips.services.unit import unit


def seal_sample_passports(trip: str, *, actor: Actor, now: datetime) -> int:
    """Give the delegates of a sample trip invented passports; how many got one.

    Whoever has any fact of a passport keeps it, so a second call changes nothing.
    """
    passports, there = sample_passports(get_snapshot(trip)), has_sealed(trip)
    missing = [uid for uid in passports if not there.get(uid, frozenset()) & PASSPORT]
    if not missing:
        return 0
    with unit(actor, now, trip=trip) as work:
        query = select(ParticipationRow.uid, ParticipationRow.id).where(
            ParticipationRow.uid.in_(missing)
        )
        for uid, key in work.session.execute(query).all():
            write_sealed(work, key, passports[uid])
            told = {field.value: "" for field in passports[uid]}
            work.record("register", ("participation", uid), after=told, is_revision=False)
    return len(missing)
