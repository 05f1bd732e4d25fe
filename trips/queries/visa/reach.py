"""Whom a rule of the house concerns, and who entered it last."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from trips.domain.values.text import Text
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.trip import TripRow
from trips.models.user import UserRow


@dataclass(frozen=True)
class Concerned:
    """How many delegates of a trip bear the nationality of a rule."""

    slug: str
    title: Text
    number: int


def list_concerned(states: Collection[str], since: date) -> dict[str, tuple[Concerned, ...]]:
    """By state: the trips that end on `since` or later and have delegates of it, in one query."""
    query = (
        select(DelegateRow.nationality, TripRow.slug, TripRow.title, func.count())
        .join(ParticipationRow, ParticipationRow.id == DelegateRow.participation_id)
        .join(TripRow, TripRow.id == ParticipationRow.trip_id)
        .where(DelegateRow.nationality.in_(states), TripRow.ends_on >= since)
        .group_by(DelegateRow.nationality, TripRow.id)
        .order_by(TripRow.starts_on, TripRow.id)
    )
    found: dict[str, list[Concerned]] = defaultdict(list)
    for state, slug, title, number in db.session.execute(query) if states else ():
        found[state].append(Concerned(slug, Text(title), number))
    return {state: tuple(trips) for state, trips in found.items()}


def list_editors(uids: Collection[str]) -> dict[str, tuple[str, datetime]]:
    """Who wrote each rule last, and when."""
    newest = (
        select(func.max(HistoryRow.id))
        .where(HistoryRow.subject_kind == "visa_rule", HistoryRow.subject_uid.in_(uids))
        .group_by(HistoryRow.subject_uid)
    )
    query = (
        select(HistoryRow.subject_uid, HistoryRow.actor, UserRow.name, HistoryRow.at)
        .outerjoin(UserRow, UserRow.uid == HistoryRow.actor)
        .where(HistoryRow.id.in_(newest))
    )
    rows = db.session.execute(query) if uids else ()
    return {uid: (name or actor, at) for uid, actor, name, at in rows}
