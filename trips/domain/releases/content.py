"""What of a trip is released: the published programme, and people by uid only.

Left out are ideas, internal items, internal notes and bookings, and of people everything but
their uid, role, group and days. Names, contacts, needs and consents are today's whenever a
release is shown (`with_people`), so that who is anonymised or says no is so in every release.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, replace
from functools import cache
from hashlib import sha256
from typing import Any, Final, TypeVar

from trips.domain.interpreter import Interpreter
from trips.domain.item import Item
from trips.domain.organisation import Organisation
from trips.domain.participation import Delegate, Delegation, Participation
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.stop import Hotel, Leg
from trips.domain.trip import Group, Project, Trip
from trips.domain.values.wire import from_wire, to_wire

SCHEMA: Final = 1
UNNAMED: Final = "N. N."
"""Stands for a name that nobody may know any more, in every language."""

Entity = TypeVar("Entity")

TODAYS: Final[Mapping[type, tuple[str, ...]]] = {
    Trip: (
        "status",
        "limits",
        "registration",
        "data_protection",
        "is_template",
        "is_sample",
        "pretend_now",
    ),
    Project: ("amount_minor", "climate_percent", "note"),
    Organisation: ("email", "phone", "is_sample"),
    Site: ("hours", "closures", "capacity", "note", "is_sample"),
    Hotel: ("email", "rooms", "booking", "note"),
    Leg: ("booking", "booking_reference", "note", "changed_at"),
    Item: ("internal_note", "capacity", "materials", "extra", "changed_at"),
    Group: ("seats",),
    Delegation: ("seats", "contact", "note"),
    Delegate: (
        "brings",
        "wants",
        "room_wish",
        "travel_wish",
        "nationality",
        "documents",
        "visa",
        "permission",
        "answers",
        "to_review",
        "replaces",
        "status_at",
    ),
    Participation: (
        "diet",
        "diet_note",
        "access",
        "access_note",
        "arrival",
        "departure",
        "consents",
        "note",
        "extra",
    ),
    Interpreter: ("city", "day_fee_minor", "note"),
}
"""Fields that no release holds; where a document needs one, it is today's."""


class ReleaseUnreadableError(ValueError):
    """A stored release is not what was stored, or was written by a later version."""


def published(snapshot: TripSnapshot) -> TripSnapshot:
    """The part of a trip that a release holds, in canonical order."""
    items = tuple(_stripped(item) for item in snapshot.items if item.is_public)
    kept = {item.uid for item in items}
    sites = {item.site for item in items}
    return canonical(
        TripSnapshot(
            trip=_trip(snapshot.trip),
            project=_stripped(snapshot.project) if snapshot.project else None,
            organisations=_organisations(snapshot, items, sites),
            sites=tuple(_stripped(each) for each in snapshot.sites if each.uid in sites),
            stops=tuple(
                replace(stop, hotels=tuple(_stripped(each) for each in stop.hotels), version=1)
                for stop in snapshot.stops
            ),
            legs=tuple(_stripped(leg) for leg in snapshot.legs),
            items=items,
            delegations=tuple(_stripped(each) for each in snapshot.delegations),
            participations=tuple(_participation(each) for each in snapshot.participations),
            interpreters=tuple(_stripped(each) for each in snapshot.interpreters),
            assignments=tuple(each for each in snapshot.assignments if each.item in kept),
        )
    )


def _stripped(entity: Entity) -> Entity:
    """The entity without its version and the fields that stay today's."""
    kind: Any = type(entity)
    return replace(entity, **_blanks(kind))  # type: ignore[type-var] # an entity is a dataclass


@cache
def _blanks(kind: Any) -> dict[str, Any]:
    wanted = {*TODAYS.get(kind, ()), "version"}
    return {field.name: _default(field) for field in fields(kind) if field.name in wanted}


def _default(field: "Field[Any]") -> Any:
    if field.default is MISSING:
        raise TypeError(field.name)
    return field.default


def _trip(trip: Trip) -> Trip:
    return replace(_stripped(trip), groups=tuple(_stripped(each) for each in trip.groups))


def _participation(participation: Participation) -> Participation:
    delegate = participation.delegate
    return replace(_stripped(participation), delegate=_stripped(delegate) if delegate else None)


def _organisations(
    snapshot: TripSnapshot, items: Iterable[Item], sites: set[str | None]
) -> tuple[Organisation, ...]:
    """Those that the programme names; the people's own are today's."""
    trip, project = snapshot.trip, snapshot.project
    wanted = {
        trip.inviting_body,
        trip.client,
        trip.contractor,
        project.agency if project else None,
        *(host.organisation for item in items for host in item.hosts),
        *(site.organisation for site in snapshot.sites if site.uid in sites),
    }
    return tuple(_stripped(each) for each in snapshot.organisations if each.uid in wanted)


def write_content(content: TripSnapshot) -> str:
    """The one way to write it: the same content gives the same text."""
    data = {"schema": SCHEMA, **to_wire(canonical(content))}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def digest_of(text: str) -> str:
    """What tells that a stored text is still the same."""
    return sha256(text.encode()).hexdigest()


def read_content(text: str, digest: str) -> TripSnapshot:
    """The inverse of `write_content`. Raises `ReleaseUnreadableError`."""
    found, faults = from_wire(TripSnapshot, load_content(text, digest))
    if found is None:
        raise ReleaseUnreadableError(digest, faults)
    return found


def load_content(text: str, digest: str) -> dict[str, Any]:
    """What is stored, as JSON, if it still is what was stored. Raises `ReleaseUnreadableError`."""
    if digest_of(text) != digest:
        raise ReleaseUnreadableError(digest)
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ReleaseUnreadableError(digest) from error
    if not isinstance(data, dict) or data.pop("schema", None) != SCHEMA:
        raise ReleaseUnreadableError(digest)
    return data


def people_of(content: TripSnapshot) -> frozenset[str]:
    """The uids of all persons that a release refers to."""
    items = content.items
    found = {
        *(each.person for each in content.participations),
        *(each.person for each in content.interpreters),
        *(host.person for item in items for host in item.hosts),
        *(speaker.person for item in items for speaker in item.speakers),
    }
    return frozenset(uid for uid in found if uid)


def with_people(
    content: TripSnapshot,
    today: TripSnapshot,
    persons: Iterable[Person],
    organisations: Iterable[Organisation] = (),
) -> TripSnapshot:
    """A release with the people as they are today.

    `persons` are today's of `people_of(content)`, `organisations` theirs; `today` is the trip's
    draft. Who is not there any more, or bears no name, is `UNNAMED`.
    """
    known = {each.uid: _named(each) for each in persons}
    missing = (uid for uid in people_of(content) if uid not in known)
    own = {each.uid for each in content.organisations}
    added = tuple(each for each in organisations if each.uid not in own)
    places = today.participation_by_uid
    workers = today.interpreter_by_uid
    return canonical(
        replace(
            content,
            trip=_todays(content.trip, today.trip, slug=today.trip.slug),
            persons=(*known.values(), *(_unnamed(uid) for uid in missing)),
            organisations=(*content.organisations, *added),
            participations=tuple(
                _todays_participation(each, places.get(each.uid)) for each in content.participations
            ),
            interpreters=tuple(
                _todays(each, workers[each.uid]) if each.uid in workers else each
                for each in content.interpreters
            ),
        )
    )


def _named(person: Person) -> Person:
    return person if person.name else replace(person, family_name=UNNAMED)


def _unnamed(uid: str) -> Person:
    return Person(uid=uid, given_name="", family_name=UNNAMED)


def _todays(entity: Entity, today: Entity, **given: Any) -> Entity:
    values = {name: getattr(today, name) for name in TODAYS[type(entity)]}
    return replace(entity, **values, **given)  # type: ignore[type-var]


def _todays_participation(was: Participation, today: Participation | None) -> Participation:
    """Needs, journeys and consents of today; whoever is not on the trip any more has none."""
    if today is None:
        return was
    delegate = was.delegate
    if delegate is not None and today.delegate is not None:
        delegate = _todays(delegate, today.delegate)
    return _todays(was, today, delegate=delegate)
