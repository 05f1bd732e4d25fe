"""The address book: organisations, persons, sites."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select

from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.domain.site import Site
from trips.extensions import db
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.queries.mapping import entity_of, read_values, select_values

Ids = Iterable[int | None]
Shared = TypeVar("Shared", OrganisationRow, PersonRow, SiteRow)


def organisation_rows(ids: Ids) -> dict[int, OrganisationRow]:
    """Rows by key; keys that are none are passed over."""
    return _rows(OrganisationRow, ids)


def person_rows(ids: Ids) -> dict[int, PersonRow]:
    """Rows by key; keys that are none are passed over."""
    return _rows(PersonRow, ids)


def site_rows(ids: Ids) -> dict[int, SiteRow]:
    """Rows by key; keys that are none are passed over."""
    return _rows(SiteRow, ids)


def _rows(kind: type[Shared], ids: Ids) -> dict[int, Shared]:
    wanted = {each for each in ids if each is not None}
    return {row.id: row for row in read_values(_by_key(kind), ids=wanted)}


@cache
def _by_key(kind: type[Any]) -> Select[Any]:
    return select_values(kind).where(kind.id.in_(bindparam("ids", expanding=True)))


def organisation_of(row: OrganisationRow) -> Organisation:
    """The value of a row."""
    return entity_of(Organisation, row)


def person_of(row: PersonRow, organisations: Mapping[int, OrganisationRow]) -> Person:
    """The value of a row; `organisations` must hold the person's."""
    home = organisations[row.organisation_id].uid if row.organisation_id else None
    return entity_of(Person, row, organisation=home)


def site_of(row: SiteRow, organisations: Mapping[int, OrganisationRow]) -> Site:
    """The value of a row; `organisations` must hold the site's."""
    home = organisations[row.organisation_id].uid if row.organisation_id else None
    return entity_of(Site, row, organisation=home)


def list_sites() -> tuple[Site, ...]:
    """Every site of the address book, in the order of their uids."""
    homes = dict(db.session.execute(select(OrganisationRow.id, OrganisationRow.uid)).all())
    rows = db.session.scalars(select(SiteRow).order_by(SiteRow.uid))
    return tuple(
        entity_of(Site, row, organisation=homes.get(row.organisation_id or 0)) for row in rows
    )
