"""What all trips share, the address book and projects: alone, or within somebody else's unit."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.organisation import Organisation
from trips.domain.pages.address_book import Entry
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.trip import Project
from trips.domain.values.wire import to_wire
from trips.extensions import Base
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.project import ProjectRow
from trips.models.site import SiteRow
from trips.models.types import new_uid
from trips.queries.addressbook import organisation_of, organisation_rows, person_of, site_of
from trips.queries.project import project_of
from trips.services.importing.bundle_book import organisation_keys, person_keys, site_keys
from trips.services.keys import key_of
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit

Shared = Entry | Project
"""What all trips share."""


class InUseError(Exception):
    """Something refers to the entry that was to be removed."""


@dataclass(frozen=True)
class _Kind:
    name: str
    row: Any
    keys: Callable[[Any], dict[str, str]]
    value: Callable[[Any, Any], Any]
    home: str = "organisation"
    """The field that names the organisation it belongs to, if it has one."""


def _project_of(row: ProjectRow, homes: dict[int, OrganisationRow]) -> Project:
    agency = homes.get(row.agency_id or 0)
    return project_of(row, agency.uid if agency else None)


_KINDS: dict[type, _Kind] = {
    Organisation: _Kind(
        "organisation",
        OrganisationRow,
        organisation_keys,
        lambda row, _homes: organisation_of(row),
        "",
    ),
    Person: _Kind("person", PersonRow, person_keys, person_of),
    Site: _Kind("site", SiteRow, site_keys, site_of),
    Project: _Kind("project", ProjectRow, lambda _project: {}, _project_of, "agency"),
}


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
        work.record("create", ("person", person.uid))
    elif fill_only:
        person = _filled(person_of(row, organisation_rows([row.organisation_id])), person)
    home = key_of(work.session, OrganisationRow, person.organisation)
    if assign(row, person, organisation_id=home, **person_keys(person)):
        row.version += 1
    work.session.add(row)
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


def add_entry(
    entry: Shared, *, actor: Actor, now: datetime, organisation: Organisation | None = None
) -> Shared:
    """Add an entry; `organisation` is a new one that the person belongs to.

    An entry that was removed comes back under its uid. Raises `MissingError` where it refers to
    what is not there, or was made anonymous.
    """
    with unit(actor, now) as work:
        if isinstance(entry, Person):
            entry = write_organisation(work, organisation, entry)
        kind = _KINDS[type(entry)]
        if work.session.scalar(select(exists().where(kind.row.uid == entry.uid))):
            raise MissingError(entry.uid)
        entry = replace(entry, uid=entry.uid or new_uid())
        row = kind.row(uid=entry.uid, version=1)
        _write(work, row, entry)
        work.record("create", (kind.name, entry.uid), None, _told(entry))
        return entry


def edit_entry(
    wanted: type[Shared],
    uid: str,
    change: Change,
    *,
    actor: Actor,
    now: datetime,
    organisation: Organisation | None = None,
) -> Shared:
    """Change the touched fields of an entry. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now) as work:
        row, old = _find(work, wanted, uid)
        new: Shared = merge(old, change)
        if isinstance(new, Person):
            new = write_organisation(work, organisation, new)
        if new != old:
            row.version += 1
            _write(work, row, new)
            work.record("edit", (_KINDS[wanted].name, uid), *_difference(old, new))
        return new


def remove_entry(wanted: type[Shared], uid: str, *, actor: Actor, now: datetime) -> None:
    """Take an entry out for good. Raises `MissingError`, and `InUseError` if anything needs it."""
    with unit(actor, now) as work:
        row, old = _find(work, wanted, uid)
        if _is_used(work, row):
            raise InUseError(uid)
        work.session.delete(row)
        work.record("delete", (_KINDS[wanted].name, uid), _told(old))


def note_logo(uid: str, *, is_there: bool, actor: Actor, now: datetime) -> None:
    """Write down that an organisation has a logo from now on, or none. Raises `MissingError`."""
    with unit(actor, now) as work:
        _find(work, Organisation, uid)
        told = ({"logo": ""}, {"logo": "png"})
        work.record("edit", ("organisation", uid), *(told if is_there else reversed(told)))


def _find(work: Unit, wanted: type[Shared], uid: str) -> tuple[Any, Any]:
    kind = _KINDS[wanted]
    row = work.session.scalar(select(kind.row).where(kind.row.uid == uid))
    if row is None or getattr(row, "anonymised_at", None):
        raise MissingError(uid)
    homes = organisation_rows([getattr(row, f"{kind.home}_id", None)])
    return row, kind.value(row, homes)


def _write(work: Unit, row: Any, entry: Shared) -> None:
    kind = _KINDS[type(entry)]
    columns: dict[str, Any] = dict(kind.keys(entry))
    if kind.home:
        uid = getattr(entry, kind.home)
        columns[f"{kind.home}_id"] = key_of(work.session, OrganisationRow, uid)
    assign(row, entry, **columns)
    work.session.add(row)
    work.session.flush()


def _is_used(work: Unit, row: Any) -> bool:
    """True if any row of any table refers to this one, even one that is only marked as removed."""
    references = [
        key.parent
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is row.__table__
    ]
    return any(
        work.session.scalar(select(exists().where(column == row.id))) for column in references
    )


def _told(entry: Shared) -> dict[str, Any]:
    """What the history may say: of persons only which fields are filled."""
    wire: dict[str, Any] = to_wire(entry)
    return dict.fromkeys(wire, "") if isinstance(entry, Person) else wire


def _difference(old: Shared, new: Shared) -> tuple[dict[str, Any], dict[str, Any]]:
    before, after = to_wire(old), to_wire(new)
    names = [name for name in before | after if before.get(name) != after.get(name)]
    told = ({}, {}) if isinstance(new, Person) else (before, after)
    first, second = ({name: wire.get(name, "") for name in names} for wire in told)
    return first, second
