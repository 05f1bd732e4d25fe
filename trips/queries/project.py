"""Projects: a page of the list, and one with its trips."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select

from trips.domain.pages.directory import ProjectEntry, TripUse
from trips.domain.trip import Project
from trips.domain.values.text import EMPTY
from trips.extensions import db
from trips.models.project import ProjectRow
from trips.models.trip import TripRow
from trips.queries.addressbook import organisation_rows
from trips.queries.mapping import entity_of

PAGE_SIZE = 50


def list_projects(page: int = 1, *, size: int = PAGE_SIZE) -> tuple[ProjectEntry, ...]:
    """A page of projects, the latest year first, then by number."""
    query = select(ProjectRow).order_by(
        ProjectRow.year.desc().nulls_last(), ProjectRow.number, ProjectRow.id
    )
    return _entries(db.session.scalars(query.offset((page - 1) * size).limit(size)).all())


def count_projects() -> int:
    """How many projects there are."""
    return db.session.scalar(select(func.count()).select_from(ProjectRow)) or 0


def find_project(uid: str) -> ProjectEntry | None:
    """A project with its trips."""
    rows = db.session.scalars(select(ProjectRow).where(ProjectRow.uid == uid)).all()
    return next(iter(_entries(rows)), None)


def project_of(row: ProjectRow, agency: str | None) -> Project:
    """A row as a value; `agency` is the uid of its organisation."""
    return entity_of(Project, row, agency=agency)


def _entries(rows: Sequence[ProjectRow]) -> tuple[ProjectEntry, ...]:
    homes = organisation_rows(row.agency_id for row in rows)
    trips = _trips([row.id for row in rows])
    found = []
    for row in rows:
        home = homes.get(row.agency_id or 0)
        found.append(
            ProjectEntry(
                project=project_of(row, home.uid if home else None),
                agency=home.name if home else EMPTY,
                trips=tuple(trips[row.id]),
            )
        )
    return tuple(found)


def _trips(ids: list[int]) -> dict[int, list[TripUse]]:
    query = (
        select(TripRow.project_id, TripRow.slug, TripRow.title)
        .where(TripRow.project_id.in_(ids))
        .order_by(TripRow.starts_on.desc(), TripRow.slug)
    )
    found: dict[int, list[TripUse]] = defaultdict(list)
    for project, slug, title in db.session.execute(query):
        found[project or 0].append(TripUse(slug, title))
    return found
