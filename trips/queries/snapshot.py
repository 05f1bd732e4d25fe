"""A whole trip in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, or_, select

from trips.domain.interpreter import Assignment, Interpreter
from trips.domain.privacy.sealed import SealedField
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.source import Source
from trips.domain.stop import Stop
from trips.domain.trip import DayNote, Group, Project, Trip
from trips.domain.values.holidays import Holiday, holidays_between
from trips.models.interpreter import AssignmentRow, InterpreterRow
from trips.models.item import ItemRow
from trips.models.organisation import OrganisationRow
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.project import ProjectRow
from trips.models.site import SiteRow
from trips.models.source import SourceRow
from trips.models.trip import DayNoteRow, TripRow
from trips.queries.addressbook import (
    organisation_of,
    organisation_rows,
    person_of,
    person_rows,
    site_of,
    site_rows,
)
from trips.queries.itinerary import ItineraryRows, item_of, leg_of, read_itinerary, stop_of
from trips.queries.mapping import entity_of, read_values, select_values
from trips.queries.participation import (
    delegation_of,
    delegation_rows,
    participation_of,
    participation_rows,
)
from trips.queries.privacy.sealed import read_needs
from trips.queries.visa.rule import list_rules

Row = TypeVar("Row")


class TripNotFoundError(LookupError):
    """No trip bears this uid."""


@dataclass(frozen=True)
class _People:
    participations: list[tuple[ParticipationRow, DelegateRow | None]]
    needs: dict[int, dict[SealedField, str]]
    delegations: dict[int, DelegationRow]
    interpreters: dict[int, InterpreterRow]
    assignments: Sequence[AssignmentRow]


@dataclass(frozen=True)
class _Book:
    organisations: dict[int, OrganisationRow]
    persons: dict[int, PersonRow]
    sites: dict[int, SiteRow]


def get_snapshot(trip_uid: str) -> TripSnapshot:
    """Everything about a trip, in canonical order. Raises `TripNotFoundError`."""
    row = next(iter(_rows(TripRow, trip_uid)), None)
    if row is None:
        raise TripNotFoundError(trip_uid)
    project = _rows(ProjectRow, row.project_id)[0] if row.project_id else None
    itinerary = read_itinerary(row.id)
    people = _read_people(row.id)
    book = _read_book(row, project, itinerary, people)
    days = _rows(DayNoteRow, row.id)
    stops = tuple(
        stop_of(stop, itinerary.hotels.get(stop.id, ())) for stop in itinerary.stops.values()
    )
    return canonical(
        TripSnapshot(
            trip=_trip_of(row, project, itinerary, days, book),
            project=_project_of(project, book) if project else None,
            **_entries(book),
            stops=stops,
            holidays=_holidays(stops),
            visa_rules=list_rules(),
            legs=tuple(leg_of(leg, itinerary.stops) for leg in itinerary.legs),
            items=tuple(
                item_of(item, itinerary, book.organisations, book.persons, book.sites)
                for item in itinerary.items.values()
            ),
            **_members(people, book, itinerary),
            sources=tuple(entity_of(Source, each) for each in _rows(SourceRow, row.id)),
        )
    )


@cache
def _questions() -> dict[type[Any], Select[Any]]:
    """What is asked of each table about a trip, built once: every page asks all of it."""
    key: Any = bindparam("key")
    live_items = select(ItemRow.id).where(ItemRow.trip_id == key, ItemRow.deleted_at.is_(None))
    interpreters = or_(
        InterpreterRow.person_id.in_(bindparam("persons", expanding=True)),
        InterpreterRow.id.in_(bindparam("used", expanding=True)),
    )
    return {
        TripRow: select_values(TripRow).where(TripRow.uid == key),
        ProjectRow: select_values(ProjectRow).where(ProjectRow.id == key),
        DayNoteRow: select_values(DayNoteRow)
        .where(DayNoteRow.trip_id == key)
        .order_by(DayNoteRow.on),
        SourceRow: select_values(SourceRow).where(SourceRow.trip_id == key),
        AssignmentRow: select_values(AssignmentRow).where(AssignmentRow.item_id.in_(live_items)),
        InterpreterRow: select_values(InterpreterRow).where(interpreters),
    }


def _rows(row: type[Row], key: object) -> Sequence[Row]:
    return read_values(_questions()[row], key=key)


def _holidays(stops: tuple[Stop, ...]) -> tuple[Holiday, ...]:
    """The holidays of every region of the trip, for all its days: items move between them."""
    if not stops:
        return ()
    first = min(stop.arrives_on for stop in stops)
    last = max(stop.departs_on for stop in stops)
    found = (
        holiday
        for region in {stop.region for stop in stops}
        for holiday in holidays_between(region, first, last)
    )
    return tuple(sorted(found, key=lambda each: (each.on, each.region)))


def _entries(book: _Book) -> dict[str, Any]:
    """Fields of a snapshot: the address book entries that it refers to."""
    homes = book.organisations
    return {
        "organisations": tuple(organisation_of(each) for each in homes.values()),
        "persons": tuple(person_of(each, homes) for each in book.persons.values()),
        "sites": tuple(site_of(each, homes) for each in book.sites.values()),
    }


def _members(people: _People, book: _Book, itinerary: ItineraryRows) -> dict[str, Any]:
    """Fields of a snapshot: who takes part, who interprets what."""
    uids = {entry.id: entry.uid for entry, _ in people.participations}
    return {
        "delegations": tuple(
            delegation_of(each, uids, book.persons) for each in people.delegations.values()
        ),
        "participations": tuple(
            participation_of(
                (entry, delegate),
                people.needs.get(entry.id, {}),
                book.persons,
                itinerary.groups,
                people.delegations,
                uids,
            )
            for entry, delegate in people.participations
        ),
        "interpreters": tuple(
            entity_of(Interpreter, each, person=book.persons[each.person_id].uid)
            for each in people.interpreters.values()
        ),
        "assignments": tuple(
            entity_of(
                Assignment,
                each,
                item=itinerary.items[each.item_id].uid,
                interpreter=people.interpreters[each.interpreter_id].uid,
            )
            for each in people.assignments
        ),
    }


def _read_people(trip_id: int) -> _People:
    participations = list(participation_rows(trip_id))
    assignments = _rows(AssignmentRow, trip_id)
    persons = {row.person_id for row, _ in participations}
    used = {assignment.interpreter_id for assignment in assignments}
    interpreters = read_values(_questions()[InterpreterRow], persons=persons, used=used)
    return _People(
        participations,
        read_needs(trip_id),
        delegation_rows(trip_id),
        {row.id: row for row in interpreters},
        assignments,
    )


def _read_book(
    trip: TripRow, project: ProjectRow | None, itinerary: ItineraryRows, people: _People
) -> _Book:
    persons = person_rows(
        [
            *(row.person_id for row, _ in people.participations),
            *(row.contact_id for row in people.delegations.values()),
            *(row.person_id for row in people.interpreters.values()),
            *(host.person_id for host in itinerary.hosts),
            *(speaker.person_id for speaker in itinerary.speakers),
        ]
    )
    sites = site_rows(item.site_id for item in itinerary.items.values())
    organisations = organisation_rows(
        [
            trip.inviting_body_id,
            trip.client_id,
            trip.contractor_id,
            project.agency_id if project else None,
            *(host.organisation_id for host in itinerary.hosts),
            *(row.organisation_id for row in persons.values()),
            *(row.organisation_id for row in sites.values()),
        ]
    )
    return _Book(organisations, persons, sites)


def _trip_of(
    row: TripRow,
    project: ProjectRow | None,
    itinerary: ItineraryRows,
    days: Sequence[DayNoteRow],
    book: _Book,
) -> Trip:
    def uid_of(organisation_id: int | None) -> str | None:
        return book.organisations[organisation_id].uid if organisation_id else None

    return entity_of(
        Trip,
        row,
        project=project.uid if project else None,
        inviting_body=uid_of(row.inviting_body_id),
        client=uid_of(row.client_id),
        contractor=uid_of(row.contractor_id),
        groups=tuple(entity_of(Group, group) for group in itinerary.groups.values()),
        days=tuple(entity_of(DayNote, day) for day in days),
    )


def _project_of(row: ProjectRow, book: _Book) -> Project:
    agency = book.organisations[row.agency_id].uid if row.agency_id else None
    return entity_of(Project, row, agency=agency)
