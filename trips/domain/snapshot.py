"""A whole trip as one frozen value: what rules look at, briefs are made of, bundles carry.

References are uids; the indexes below resolve them. Order is canonical, see `canonical`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, TypeVar

from trips.domain.interpreter import Assignment, Interpreter
from trips.domain.item import Item
from trips.domain.organisation import Organisation
from trips.domain.participation import Delegation, Participation
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.source import Source
from trips.domain.stop import Leg, Stop
from trips.domain.trip import Project, Trip
from trips.domain.values.holidays import Holiday
from trips.domain.visa_rule import VisaRule

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class TripSnapshot:
    """Everything about one trip, with the address book entries it refers to."""

    trip: Trip
    project: Project | None = None
    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    sites: tuple[Site, ...] = ()
    stops: tuple[Stop, ...] = ()
    """In the order they are visited."""
    legs: tuple[Leg, ...] = ()
    items: tuple[Item, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    participations: tuple[Participation, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    sources: tuple[Source, ...] = ()
    holidays: tuple[Holiday, ...] = field(default=(), compare=False)
    """Public holidays of the regions of all stops during the trip; reckoned, never written."""
    visa_rules: tuple[VisaRule, ...] = field(default=(), compare=False)
    """Who needs a visa: the product's rules and the house's own; of no trip, never written."""

    @cached_property
    def organisation_by_uid(self) -> dict[str, Organisation]:
        """Organisations by uid."""
        return {organisation.uid: organisation for organisation in self.organisations}

    @cached_property
    def person_by_uid(self) -> dict[str, Person]:
        """Persons by uid."""
        return {person.uid: person for person in self.persons}

    @cached_property
    def site_by_uid(self) -> dict[str, Site]:
        """Sites by uid."""
        return {site.uid: site for site in self.sites}

    @cached_property
    def stop_by_uid(self) -> dict[str, Stop]:
        """Stops by uid."""
        return {stop.uid: stop for stop in self.stops}

    @cached_property
    def item_by_uid(self) -> dict[str, Item]:
        """Items by uid."""
        return {item.uid: item for item in self.items}

    @cached_property
    def participation_by_uid(self) -> dict[str, Participation]:
        """Participations by uid."""
        return {participation.uid: participation for participation in self.participations}

    @cached_property
    def delegation_by_uid(self) -> dict[str, Delegation]:
        """Delegations by uid."""
        return {delegation.uid: delegation for delegation in self.delegations}

    @cached_property
    def interpreter_by_uid(self) -> dict[str, Interpreter]:
        """Interpreters by uid."""
        return {interpreter.uid: interpreter for interpreter in self.interpreters}

    @cached_property
    def assignments_by_item(self) -> dict[str, list[Assignment]]:
        """Who interprets what, by the uid of the item."""
        found: dict[str, list[Assignment]] = {}
        for each in self.assignments:
            found.setdefault(each.item, []).append(each)
        return found

    @cached_property
    def hue_by_stop(self) -> dict[str, int]:
        """The hue of each stop, 1 to 6, in the order of the trip."""
        return {stop.uid: index % 6 + 1 for index, stop in enumerate(self.stops)}

    @cached_property
    def reckoned(self) -> dict[str, Any]:
        """What functions that are `once` have found out about this snapshot."""
        return {}

    def zone_of(self, stop_uid: str | None) -> str:
        """The IANA zone of a stop, or of the trip where there is none."""
        stop = self.stop_by_uid.get(stop_uid or "")
        return stop.zone if stop else self.trip.zone


def once(function: Callable[[TripSnapshot], Value]) -> Callable[[TripSnapshot], Value]:
    """Let a pure function of a snapshot reckon only once; what it gives must be immutable."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def known(snapshot: TripSnapshot) -> Value:
        if name not in snapshot.reckoned:
            snapshot.reckoned[name] = function(snapshot)
        found: Value = snapshot.reckoned[name]
        return found

    return known


def canonical(snapshot: TripSnapshot) -> TripSnapshot:
    """The same trip in the one order that bundles are written in, whatever order it was read in."""
    return replace(
        snapshot,
        organisations=tuple(sorted(snapshot.organisations, key=lambda entry: entry.uid)),
        persons=tuple(sorted(snapshot.persons, key=lambda entry: entry.uid)),
        sites=tuple(sorted(snapshot.sites, key=lambda entry: entry.uid)),
        legs=tuple(sorted(snapshot.legs, key=lambda leg: (leg.departs, leg.uid))),
        items=tuple(sorted(snapshot.items, key=lambda item: (item.starts, item.ends, item.uid))),
        delegations=tuple(sorted(snapshot.delegations, key=lambda entry: entry.uid)),
        participations=tuple(
            sorted(snapshot.participations, key=lambda entry: (entry.role, entry.uid))
        ),
        interpreters=tuple(sorted(snapshot.interpreters, key=lambda entry: entry.uid)),
        assignments=tuple(sorted(snapshot.assignments, key=lambda entry: entry.uid)),
        sources=tuple(sorted(snapshot.sources, key=lambda entry: entry.uid)),
    )
