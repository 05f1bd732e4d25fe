"""Address book entries of a bundle."""

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Project
from trips.domain.values.collation import search_text, sort_key
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.project import ProjectRow
from trips.models.site import SiteRow
from trips.services.rows import assign

Row = TypeVar("Row", bound=Any)


class BookWriter:
    """Writes organisations, persons, sites and the project; knows their keys by uid afterwards."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.organisation_ids: dict[str, int] = {}
        self.person_ids: dict[str, int] = {}
        self.site_ids: dict[str, int] = {}
        self.project_id: int | None = None

    def write(self, snapshot: TripSnapshot) -> None:
        """Write every entry, those first that others refer to."""
        self.organisation_ids = self._write_all(
            OrganisationRow, snapshot.organisations, organisation_keys
        )
        self.person_ids = self._write_all(PersonRow, snapshot.persons, self._person_columns)
        self.site_ids = self._write_all(SiteRow, snapshot.sites, self._site_columns)
        if snapshot.project:
            ids = self._write_all(ProjectRow, (snapshot.project,), self._project_columns)
            self.project_id = ids[snapshot.project.uid]

    def organisation_id(self, uid: str | None) -> int | None:
        """The key of an organisation, none for none."""
        return self.organisation_ids[uid] if uid else None

    def _write_all(self, kind: type[Row], entities: Any, columns: Any) -> dict[str, int]:
        rows = rows_by_uid(self._session, kind, [entity.uid for entity in entities])
        for entity in entities:
            row = rows.get(entity.uid)
            if row is None:
                row = rows[entity.uid] = kind(uid=entity.uid, version=0)
                self._session.add(row)
            if assign(row, entity, **columns(entity)):
                row.version += 1
        self._session.flush()
        return {uid: row.id for uid, row in rows.items()}

    def _person_columns(self, person: Person) -> dict[str, Any]:
        return {"organisation_id": self.organisation_id(person.organisation), **person_keys(person)}

    def _site_columns(self, site: Site) -> dict[str, Any]:
        return {"organisation_id": self.organisation_id(site.organisation), **site_keys(site)}

    def _project_columns(self, project: Project) -> dict[str, Any]:
        return {"agency_id": self.organisation_id(project.agency)}


def rows_by_uid(session: Session, kind: type[Row], uids: list[str]) -> dict[str, Row]:
    """Rows of a kind by uid, as many as there are."""
    return {row.uid: row for row in session.scalars(select(kind).where(kind.uid.in_(uids)))}


def organisation_keys(organisation: Organisation) -> dict[str, str]:
    """The columns a list of organisations is sorted and searched by."""
    names = (*organisation.name.values(), organisation.short)
    return {
        "sort_key": sort_key(organisation.name.shown("de").text, organisation.short),
        "search_text": search_text(*names, *organisation.city.values()),
    }


def person_keys(person: Person) -> dict[str, str]:
    """The columns a list of persons is sorted and searched by."""
    words = (person.name, person.family_name, person.given_name, person.own_script)
    return {
        "sort_key": sort_key(person.family_name, person.given_name),
        "search_text": search_text(*words, *person.function.values(), person.email),
    }


def site_keys(site: Site) -> dict[str, str]:
    """The columns a list of sites is sorted and searched by."""
    return {
        "sort_key": sort_key(site.name.shown("de").text, site.city),
        "search_text": search_text(*site.name.values(), site.address),
    }
