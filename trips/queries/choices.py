"""What combo boxes offer from the address book: a label that names exactly one entry."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from trips.domain.pages.labels import Labels
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.values.collation import sort_key
from trips.domain.values.text import LANGUAGES, Text
from trips.extensions import db
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.project import ProjectRow
from trips.models.site import SiteRow
from trips.queries.mapping import entity_of

Entry = tuple[str, Text, str]
"""Uid, name, and the word that tells it from another one of the same name."""


def list_site_choices(locale: str) -> Labels:
    """Every site: name and city."""
    sites = [entity_of(Site, row, organisation=None) for row in db.session.scalars(select(SiteRow))]
    return _labels([(site.uid, _with_city(site), site.address) for site in sites], locale)


def _with_city(site: Site) -> Text:
    tail = f", {site.city}" if site.city else ""
    return Text({lang: name + tail for lang, name in site.name.items()})


def list_organisation_choices(locale: str) -> Labels:
    """Every organisation: its name."""
    rows = db.session.scalars(select(OrganisationRow))
    return _labels([(row.uid, row.name, row.country or row.uid) for row in rows], locale)


def list_person_choices(locale: str) -> Labels:
    """Every person: name, and the organisation where that tells two apart."""
    query = select(PersonRow, OrganisationRow.name).outerjoin(
        OrganisationRow, OrganisationRow.id == PersonRow.organisation_id
    )
    people = [
        (entity_of(Person, row, organisation=None), name.shown(locale).text if name else "")
        for row, name in db.session.execute(query)
    ]
    return _labels(
        [(person.uid, Text(de=person.name), home or person.uid) for person, home in people], locale
    )


def list_project_choices(locale: str) -> list[tuple[str, str]]:
    """Every project: title and number, by title."""
    rows = db.session.scalars(select(ProjectRow))
    pairs = ((row.uid, f"{row.title.shown(locale).text} {row.number}".strip()) for row in rows)
    return sorted(pairs, key=lambda pair: sort_key(pair[1]))


def _labels(entries: Sequence[Entry], locale: str) -> Labels:
    others = (_label(entries, lang) for lang in LANGUAGES if lang != locale)
    return Labels(_label(entries, locale), others)


def _label(entries: Sequence[Entry], locale: str) -> dict[str, str]:
    """Labels; entries of the same name get their second word, and the uid as a last resort."""
    known = [(uid, name.shown(locale).text, more) for uid, name, more in entries]
    plain = Counter(label.casefold() for _, label, _ in known)
    longer = [
        (uid, label if plain[label.casefold()] == 1 else f"{label} ({more})")
        for uid, label, more in known
    ]
    again = Counter(label.casefold() for _, label in longer)
    unique = [
        (uid, label if again[label.casefold()] == 1 else f"{label} [{uid}]")
        for uid, label in longer
    ]
    return dict(sorted(unique, key=lambda pair: sort_key(pair[1])))
