"""Whether every uid that a snapshot names is there, and only once."""

from collections import Counter
from collections.abc import Iterator

from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import Fault

Reference = tuple[str, str | None, str]
"""Path, uid and the kind of object it must name."""


def find_broken_references(snapshot: TripSnapshot) -> tuple[Fault, ...]:
    """Every reference to nothing and every uid that two objects of a kind share."""
    known = _known(snapshot)
    sets = {kind: set(uids) for kind, uids in known.items()}
    faults = [
        Fault("duplicate", kind, uid)
        for kind, uids in known.items()
        for uid, times in Counter(uids).items()
        if times > 1
    ]
    faults += [
        Fault("broken_reference", path, uid)
        for path, uid, kind in _references(snapshot)
        if uid and uid not in sets[kind]
    ]
    return tuple(faults)


def _known(snapshot: TripSnapshot) -> dict[str, list[str]]:
    return {
        "project": [snapshot.project.uid] if snapshot.project else [],
        "organisations": [each.uid for each in snapshot.organisations],
        "persons": [each.uid for each in snapshot.persons],
        "sites": [each.uid for each in snapshot.sites],
        "stops": [each.uid for each in snapshot.stops],
        "groups": [each.code for each in snapshot.trip.groups],
        "items": [each.uid for each in snapshot.items],
        "delegations": [each.uid for each in snapshot.delegations],
        "participations": [each.uid for each in snapshot.participations],
        "interpreters": [each.uid for each in snapshot.interpreters],
    }


def _references(snapshot: TripSnapshot) -> Iterator[Reference]:
    trip = snapshot.trip
    yield "trip.project", trip.project, "project"
    for name in ("inviting_body", "client", "contractor"):
        yield f"trip.{name}", getattr(trip, name), "organisations"
    if snapshot.project:
        yield "project.agency", snapshot.project.agency, "organisations"
    for index, person in enumerate(snapshot.persons):
        yield f"persons[{index}].organisation", person.organisation, "organisations"
    for index, site in enumerate(snapshot.sites):
        yield f"sites[{index}].organisation", site.organisation, "organisations"
    for index, leg in enumerate(snapshot.legs):
        yield f"legs[{index}].from_stop", leg.from_stop, "stops"
        yield f"legs[{index}].to_stop", leg.to_stop, "stops"
    yield from _item_references(snapshot)
    yield from _people_references(snapshot)


def _item_references(snapshot: TripSnapshot) -> Iterator[Reference]:
    for index, item in enumerate(snapshot.items):
        path = f"items[{index}]"
        yield f"{path}.stop", item.stop, "stops"
        yield f"{path}.site", item.site, "sites"
        for code in item.groups:
            yield f"{path}.groups", code, "groups"
        for host in item.hosts:
            yield f"{path}.hosts", host.organisation, "organisations"
            yield f"{path}.hosts", host.person, "persons"
        for speaker in item.speakers:
            yield f"{path}.speakers", speaker.person, "persons"


def _people_references(snapshot: TripSnapshot) -> Iterator[Reference]:
    for index, delegation in enumerate(snapshot.delegations):
        yield f"delegations[{index}].head", delegation.head, "participations"
        yield f"delegations[{index}].contact", delegation.contact, "persons"
    for index, participation in enumerate(snapshot.participations):
        path = f"participations[{index}]"
        yield f"{path}.person", participation.person, "persons"
        yield f"{path}.group", participation.group, "groups"
        if participation.delegate:
            yield f"{path}.delegate.delegation", participation.delegate.delegation, "delegations"
            yield f"{path}.delegate.replaces", participation.delegate.replaces, "participations"
    for index, interpreter in enumerate(snapshot.interpreters):
        yield f"interpreters[{index}].person", interpreter.person, "persons"
    for index, assignment in enumerate(snapshot.assignments):
        yield f"assignments[{index}].item", assignment.item, "items"
        yield f"assignments[{index}].interpreter", assignment.interpreter, "interpreters"
