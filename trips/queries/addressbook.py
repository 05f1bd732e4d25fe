"""The address book: organisations, persons, sites."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.domain.site import Site
from trips.extensions import db
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.queries.mapping import entity_of

Ids = Iterable[int | None]


def organisation_rows(ids: Ids) -> dict[int, OrganisationRow]:
    """Rows by key; keys that are none are passed over."""
    wanted = {each for each in ids if each is not None}
    found = db.session.scalars(select(OrganisationRow).where(OrganisationRow.id.in_(wanted)))
    return {row.id: row for row in found}


def person_rows(ids: Ids) -> dict[int, PersonRow]:
    """Rows by key; keys that are none are passed over."""
    wanted = {each for each in ids if each is not None}
    found = db.session.scalars(select(PersonRow).where(PersonRow.id.in_(wanted)))
    return {row.id: row for row in found}


def site_rows(ids: Ids) -> dict[int, SiteRow]:
    """Rows by key; keys that are none are passed over."""
    wanted = {each for each in ids if each is not None}
    found = db.session.scalars(select(SiteRow).where(SiteRow.id.in_(wanted)))
    return {row.id: row for row in found}


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
