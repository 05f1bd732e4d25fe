"""The search: candidates by trigrams from the database, judged by their letters here."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true, union
from sqlalchemy.orm import aliased

from trips.domain.account.user import Actor, InstanceRole, TripRole, is_at_least
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.pages.search import Hit, HitPage, Subject, TripOfHit
from trips.domain.values.search import LONGEST_QUERY, answers, least_shared, normalise, trigrams
from trips.extensions import db
from trips.models.item import ItemHostRow, ItemRow
from trips.models.organisation import OrganisationRow
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.models.search import SearchEntryRow, SearchTrigramRow
from trips.models.site import SiteRow
from trips.models.trip import TripRow
from trips.models.user import TripRoleRow, UserRow

PAGE_SIZE: Final = 20
CANDIDATES: Final = 400
"""Entries that are judged for one search: the most alike."""
SHOWN: Final = (ItemStatus.REQUESTED, ItemStatus.CONFIRMED)
"""As in `Item.is_public`."""
_RANK: Final = {kind: rank for rank, kind in enumerate(Subject)}


def search(actor: Actor, typed: str, page: int = 1) -> HitPage:
    """What `typed` finds among what `actor` may see, in three statements.

    In order of shared trigrams, then of kind (`Subject`), then of entering.
    """
    found, is_cut = _judged(typed, _visible(actor))
    last = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(1, page), last)
    shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    trips = _ways(actor, shown)
    return HitPage(
        hits=tuple(
            Hit(kind=row.kind, uid=row.uid, title=row.title, trip=trips.get((row.kind, row.uid)))
            for row in shown
        ),
        total=len(found),
        page=page,
        last=last,
        is_cut=is_cut,
    )


def find_alike(kind: Subject, typed: str) -> tuple[str, ...]:
    """The uids of the entries of a kind that answer what was typed, the best first."""
    found, _is_cut = _judged(typed, SearchEntryRow.kind == kind)
    return tuple(row.uid for row in found)


def _judged(typed: str, condition: ColumnElement[bool]) -> tuple[list[SearchEntryRow], bool]:
    query = normalise(typed[:LONGEST_QUERY])
    if not query:
        return [], False
    shared = func.count().label("shared")
    alike = (
        select(SearchEntryRow, shared)
        .join(SearchTrigramRow, SearchTrigramRow.entry_id == SearchEntryRow.id)
        .where(SearchTrigramRow.trigram.in_(trigrams(query)), condition)
        .group_by(SearchEntryRow.id)
        .having(shared >= least_shared(query))
        .order_by(shared.desc(), SearchEntryRow.id)
        .limit(CANDIDATES)
    )
    rows = db.session.execute(alike).all()
    judged = [(row, number) for row, number in rows if answers(row.words, query)]
    judged.sort(key=lambda pair: (-pair[1], _RANK[pair[0].kind], pair[0].id))
    return [row for row, _number in judged], len(rows) == CANDIDATES


def _is_staff(actor: Actor) -> bool:
    return is_at_least(actor.role, InstanceRole.ORGANISER)


def _own_trips(actor: Actor) -> Select[Any]:
    """The keys of the trips open to an actor who is no staff."""
    return (
        select(TripRoleRow.trip_id)
        .join(UserRow, UserRow.id == TripRoleRow.user_id)
        .where(UserRow.uid == actor.uid)
    )


def _visible(actor: Actor) -> ColumnElement[bool]:
    """Staff see everything; others their trips and whom and what they meet there."""
    if _is_staff(actor):
        return true()
    items = select(ItemRow.uid).where(_shown_items(actor))
    return or_(
        (SearchEntryRow.kind == Subject.TRIP) & SearchEntryRow.trip_id.in_(_own_trips(actor)),
        (SearchEntryRow.kind == Subject.ITEM) & SearchEntryRow.uid.in_(items),
        *(
            (SearchEntryRow.kind == kind) & SearchEntryRow.uid.in_(select(used.subquery().c.uid))
            for kind, used in _uses(actor).items()
        ),
    )


def _shown_items(actor: Actor) -> ColumnElement[bool]:
    """The items that the programme page shows an actor who is no staff."""
    organised = _own_trips(actor).where(TripRoleRow.role == TripRole.ORGANISER)
    is_public = and_(
        ItemRow.kind != ItemKind.INTERNAL,
        ItemRow.status.in_(SHOWN),
        ItemRow.is_unplaced.is_(False),
    )
    return and_(
        ItemRow.deleted_at.is_(None),
        or_(
            ItemRow.trip_id.in_(organised),
            and_(ItemRow.trip_id.in_(_own_trips(actor)), is_public),
        ),
    )


def _uses(actor: Actor) -> dict[Subject, Any]:
    """For each kind of the address book: uid and trip of what the actor's trips use."""
    own, shown = _own_trips(actor), _shown_items(actor)
    return {
        Subject.PERSON: select(PersonRow.uid.label("uid"), ParticipationRow.trip_id.label("trip"))
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .where(ParticipationRow.trip_id.in_(own), ParticipationRow.deleted_at.is_(None)),
        Subject.ORGANISATION: select(
            OrganisationRow.uid.label("uid"), ItemRow.trip_id.label("trip")
        )
        .join(ItemHostRow, ItemHostRow.organisation_id == OrganisationRow.id)
        .join(ItemRow, ItemRow.id == ItemHostRow.item_id)
        .where(shown),
        Subject.SITE: select(SiteRow.uid.label("uid"), ItemRow.trip_id.label("trip"))
        .join(ItemRow, ItemRow.site_id == SiteRow.id)
        .where(shown),
    }


def _ways(actor: Actor, rows: Iterable[SearchEntryRow]) -> dict[tuple[Subject, str], TripOfHit]:
    """The trip that leads to each entry; for what belongs to none, the latest that uses it."""
    shown = list(rows)
    ids = {row.trip_id for row in shown if row.trip_id}
    trips = {
        row.id: TripOfHit(row.slug, row.title)
        for row in db.session.scalars(select(TripRow).where(TripRow.id.in_(ids)))
    }
    found = {(row.kind, row.uid): trips[row.trip_id] for row in shown if row.trip_id}
    if _is_staff(actor):
        return found
    uses = _uses(actor)
    wanted = [
        used.where(column.in_([row.uid for row in shown if row.kind is kind]))
        for (kind, used), column in zip(
            uses.items(), (PersonRow.uid, OrganisationRow.uid, SiteRow.uid), strict=True
        )
    ]
    used = union(*wanted).subquery()
    trip = aliased(TripRow)
    pairs = db.session.execute(
        select(used.c.uid, trip.slug, trip.title)
        .join(trip, trip.id == used.c.trip)
        .order_by(trip.starts_on, trip.slug)
    )
    kinds = {row.uid: row.kind for row in shown}
    found.update({(kinds[uid], uid): TripOfHit(slug, title) for uid, slug, title in pairs})
    return found
