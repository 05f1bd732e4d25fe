"""A trip as JSON: everything about it, in canonical order, to keep, move or compare."""

import json

from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.values.wire import to_wire

SCHEMA = 1


def render(snapshot: TripSnapshot, _locale: str = "") -> bytes:
    """The bundle of a trip: the same trip gives the same bytes. Schema: docs/trip.schema.json."""
    data = {"schema": SCHEMA, **to_wire(canonical(snapshot))}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
