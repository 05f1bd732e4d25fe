"""The lists of the address book, one page at a time, in alphabetical order."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union

from trips.domain.pages.address_book import BookEntry, BookFilter, BookPage, Entry, Shelf
from trips.domain.pages.directory import TripUse
from trips.domain.pages.search import Subject
from trips.domain.values.collation import fold, sort_key
from trips.domain.values.text import EMPTY
from trips.extensions import db
from trips.models.item import ItemHostRow, ItemRow, ItemSpeakerRow
from trips.models.organisation import OrganisationRow
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.models.trip import TripRow
from trips.queries.addressbook import organisation_of, organisation_rows, person_of, site_of
from trips.queries.searching.search import find_alike

PAGE_SIZE = 50
_ROWS: dict[Shelf, Any] = {
    Shelf.ORGANISATIONS: OrganisationRow,
    Shelf.PEOPLE: PersonRow,
    Shelf.SITES: SiteRow,
}
_SUBJECTS = {
    Shelf.ORGANISATIONS: Subject.ORGANISATION,
    Shelf.PEOPLE: Subject.PERSON,
    Shelf.SITES: Subject.SITE,
}


def list_entries(shelf: Shelf, wanted: BookFilter) -> BookPage:
    """A page of a list: by stored sort key, with the trips that use each entry."""
    kind = _ROWS[shelf]
    conditions = _conditions(shelf, wanted)
    total = db.session.scalar(select(func.count()).select_from(kind).where(*conditions)) or 0
    last = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, wanted.page), last)
    query = select(kind).where(*conditions).order_by(kind.sort_key, kind.id)
    rows = db.session.scalars(query.offset((page - 1) * PAGE_SIZE).limit(PAGE_SIZE)).all()
    return BookPage(
        entries=tuple(_entries(shelf, rows)),
        total=total,
        page=page,
        last=last,
        countries=_distinct(kind.country),
        cities=_distinct(kind.city) if shelf is Shelf.SITES else (),
    )


def find_entry(shelf: Shelf, uid: str) -> BookEntry | None:
    """An entry with the trips that use it."""
    kind = _ROWS[shelf]
    row = db.session.scalar(select(kind).where(kind.uid == uid, *_conditions(shelf, BookFilter())))
    return next(iter(_entries(shelf, [row])), None) if row else None


def _entries(shelf: Shelf, rows: Iterable[Any]) -> Iterable[BookEntry]:
    found = list(rows)
    homes = organisation_rows(getattr(row, "organisation_id", None) for row in found)
    trips = _trips(shelf, [row.id for row in found])
    for row in found:
        home = homes.get(getattr(row, "organisation_id", None) or 0)
        yield BookEntry(
            entry=_value(shelf, row, homes),
            home=home.name if home else EMPTY,
            trips=tuple(trips[row.id]),
        )


def _value(shelf: Shelf, row: Any, homes: dict[int, OrganisationRow]) -> Entry:
    if shelf is Shelf.ORGANISATIONS:
        return organisation_of(row)
    return person_of(row, homes) if shelf is Shelf.PEOPLE else site_of(row, homes)


def _conditions(shelf: Shelf, wanted: BookFilter) -> list[ColumnElement[bool]]:
    kind = _ROWS[shelf]
    conditions = [_says(shelf, wanted.text)] if fold(wanted.text) else []
    if wanted.country:
        conditions.append(kind.country == wanted.country)
    if shelf is Shelf.ORGANISATIONS and wanted.kind:
        conditions.append(kind.kind == wanted.kind)
    if shelf is Shelf.SITES and wanted.city:
        conditions.append(kind.city == wanted.city)
    if shelf is Shelf.PEOPLE:
        conditions.append(kind.anonymised_at.is_(None))
    return conditions


def _says(shelf: Shelf, text: str) -> ColumnElement[bool]:
    """Every word stands in the entry as typed, or it is found in spite of a wrong letter."""
    kind = _ROWS[shelf]
    as_typed = [kind.search_text.contains(word, autoescape=True) for word in fold(text).split()]
    return or_(and_(*as_typed), kind.uid.in_(find_alike(_SUBJECTS[shelf], text)))


def _distinct(column: Any) -> tuple[str, ...]:
    return tuple(sorted(filter(None, db.session.scalars(select(column).distinct())), key=sort_key))


def _trips(shelf: Shelf, ids: list[int]) -> dict[int, list[TripUse]]:
    uses = union(*_uses(shelf, ids)).subquery()
    entry, trip = uses.columns
    query = (
        select(entry, TripRow.slug, TripRow.title)
        .join(TripRow, TripRow.id == trip)
        .order_by(TripRow.starts_on.desc(), TripRow.slug)
    )
    found: dict[int, list[TripUse]] = defaultdict(list)
    for entry_id, slug, title in db.session.execute(query):
        found[entry_id].append(TripUse(slug, title))
    return found


def _uses(shelf: Shelf, ids: list[int]) -> list[Select[Any]]:
    if shelf is Shelf.ORGANISATIONS:
        roles = (TripRow.inviting_body_id, TripRow.client_id, TripRow.contractor_id)
        return [
            *(select(column, TripRow.id).where(column.in_(ids)) for column in roles),
            _through_items(ItemHostRow, ItemHostRow.organisation_id, ids),
        ]
    if shelf is Shelf.SITES:
        return [_live(_pairs(ItemRow.site_id, ItemRow.trip_id).where(ItemRow.site_id.in_(ids)))]
    part = select(ParticipationRow.person_id, ParticipationRow.trip_id)
    return [
        part.where(ParticipationRow.person_id.in_(ids), ParticipationRow.deleted_at.is_(None)),
        _through_items(ItemHostRow, ItemHostRow.person_id, ids),
        _through_items(ItemSpeakerRow, ItemSpeakerRow.person_id, ids),
    ]


def _through_items(kind: Any, column: Any, ids: list[int]) -> Select[Any]:
    query = _pairs(column, ItemRow.trip_id).join(ItemRow, ItemRow.id == kind.item_id)
    return _live(query.where(column.in_(ids)))


def _pairs(entry: Any, trip: Any) -> Select[Any]:
    return select(entry, trip).distinct()


def _live(query: Select[Any]) -> Select[Any]:
    return query.where(ItemRow.deleted_at.is_(None))
