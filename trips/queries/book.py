"""The whole address book as values, for recognising what a file names."""

from sqlalchemy import select

from trips.domain.importing.book import Book
from trips.extensions import db
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.queries.addressbook import organisation_of, person_of, site_of


def get_book() -> Book:
    """Every organisation, person and site, in alphabetical order, in three queries."""
    organisations = {
        row.id: row
        for row in db.session.scalars(
            select(OrganisationRow).order_by(OrganisationRow.sort_key, OrganisationRow.id)
        )
    }
    persons = db.session.scalars(
        select(PersonRow)
        .where(PersonRow.anonymised_at.is_(None))
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    sites = db.session.scalars(select(SiteRow).order_by(SiteRow.sort_key, SiteRow.id))
    return Book(
        organisations=tuple(organisation_of(row) for row in organisations.values()),
        persons=tuple(person_of(row, organisations) for row in persons),
        sites=tuple(site_of(row, organisations) for row in sites),
    )
