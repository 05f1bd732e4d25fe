"""Entries of the address book, written within somebody else's unit."""

from dataclasses import fields, replace

from sqlalchemy import select

from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.types import new_uid
from trips.queries.addressbook import organisation_rows, person_of
from trips.services.bundle_book import organisation_keys, person_keys
from trips.services.keys import key_of
from trips.services.rows import assign
from trips.services.unit import Unit


def write_organisation(work: Unit, new: Organisation | None, person: Person) -> Person:
    """Add a new organisation and return the person as belonging to it; none adds nothing."""
    if new is None:
        return person
    organisation = replace(new, uid=new.uid or new_uid(), is_sample=person.is_sample)
    row = OrganisationRow(uid=organisation.uid, version=1)
    assign(row, organisation, **organisation_keys(organisation))
    work.session.add(row)
    work.session.flush()
    work.record("create", ("organisation", row.uid), None, {"name": dict(organisation.name)})
    return replace(person, organisation=organisation.uid)


def write_person(
    work: Unit, person: Person, *, is_sample: bool = False, fill_only: bool = False
) -> None:
    """Add or change a person; `fill_only` leaves alone what an existing entry already says."""
    row = work.session.scalar(select(PersonRow).where(PersonRow.uid == person.uid))
    if row is None:
        person = replace(person, is_sample=is_sample)
        row = PersonRow(uid=person.uid, version=0)
        work.session.add(row)
        work.record("create", ("person", person.uid))
    elif fill_only:
        person = _filled(person_of(row, organisation_rows([row.organisation_id])), person)
    home = key_of(work.session, OrganisationRow, person.organisation)
    if assign(row, person, organisation_id=home, **person_keys(person)):
        row.version += 1
    work.session.flush()


def _filled(known: Person, typed: Person) -> Person:
    """The known entry, with what it does not say from what was typed."""
    names = ("own_script", "academic_title", "function", "organisation", "email", "phone")
    empty = [
        field.name
        for field in fields(known)
        if field.name in {*names, "languages", "country"} and not getattr(known, field.name)
    ]
    return replace(known, **{name: getattr(typed, name) for name in empty})
