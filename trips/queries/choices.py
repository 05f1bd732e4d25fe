"""What combo boxes offer from the address book: a label that names exactly one entry."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import select

from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.values.collation import sort_key
from trips.extensions import db
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.project import ProjectRow
from trips.models.site import SiteRow
from trips.queries.mapping import entity_of

Choices = dict[str, str]
"""Labels by uid, in alphabetical order."""


def list_site_choices(locale: str) -> Choices:
    """Every site: name and city."""
    sites = [entity_of(Site, row, organisation=None) for row in db.session.scalars(select(SiteRow))]
    return _label(
        (site.uid, ", ".join(filter(None, (site.name.shown(locale).text, site.city))), site.address)
        for site in sites
    )


def list_organisation_choices(locale: str) -> Choices:
    """Every organisation: its name."""
    rows = db.session.scalars(select(OrganisationRow))
    return _label((row.uid, row.name.shown(locale).text, row.country or row.uid) for row in rows)


def list_person_choices(locale: str) -> Choices:
    """Every person: name, and the organisation where that tells two apart."""
    query = select(PersonRow, OrganisationRow.name).outerjoin(
        OrganisationRow, OrganisationRow.id == PersonRow.organisation_id
    )
    people = [
        (entity_of(Person, row, organisation=None), name.shown(locale).text if name else "")
        for row, name in db.session.execute(query)
    ]
    return _label((person.uid, person.name, home or person.uid) for person, home in people)


def list_project_choices(locale: str) -> list[tuple[str, str]]:
    """Every project: title and number, by title."""
    rows = db.session.scalars(select(ProjectRow))
    pairs = ((row.uid, f"{row.title.shown(locale).text} {row.number}".strip()) for row in rows)
    return sorted(pairs, key=lambda pair: sort_key(pair[1]))


def _label(entries: Iterable[tuple[str, str, str]]) -> Choices:
    """Labels; entries of the same name get their second word, and the uid as a last resort."""
    known = list(entries)
    plain = Counter(label.casefold() for _, label, _ in known)
    longer = [
        (uid, label if plain[label.casefold()] == 1 else f"{label} ({more})", uid)
        for uid, label, more in known
    ]
    again = Counter(label.casefold() for _, label, _ in longer)
    unique = [
        (uid, label if again[label.casefold()] == 1 else f"{label} [{uid}]")
        for uid, label, _ in longer
    ]
    return dict(sorted(unique, key=lambda pair: sort_key(pair[1])))
