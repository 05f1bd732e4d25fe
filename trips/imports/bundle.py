"""Reading a JSON bundle: a trip, or every fault with its path."""

import json
from dataclasses import dataclass
from typing import Any, Final

from trips.domain.importing.references import find_broken_references
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.slug import is_slug
from trips.domain.values.wire import Fault, from_wire

SCHEMA: Final = 1
MAX_BYTES: Final = 20 * 1024 * 1024


@dataclass(frozen=True)
class BundleReading:
    """A trip, or the faults that kept it from being read."""

    snapshot: TripSnapshot | None
    faults: tuple[Fault, ...]


def read(data: bytes, _context: object = None) -> BundleReading:
    """Read a bundle. Never raises for its content: all faults are collected."""
    if len(data) > MAX_BYTES:
        return BundleReading(None, (Fault("too_large", "", str(MAX_BYTES)),))
    try:
        parsed = json.loads(data, parse_constant=_refuse_constant)
        _check_texts(json.dumps(parsed, ensure_ascii=False))
    except (ValueError, RecursionError) as error:
        return BundleReading(None, (Fault("not_json", "", str(error)),))
    if not isinstance(parsed, dict):
        return BundleReading(None, (Fault("not_an_object", ""),))
    return _read_object(parsed)


def _refuse_constant(name: str) -> None:
    """NaN and Infinity are no JSON and no places."""
    raise ValueError(name)


def _check_texts(text: str) -> None:
    """Refuse half characters, which cannot be encoded, and NUL, which no database takes."""
    text.encode()
    if "\\u0000" in text:
        message = "NUL"
        raise ValueError(message)


def _read_object(parsed: dict[str, Any]) -> BundleReading:
    schema = parsed.pop("schema", None)
    if schema != SCHEMA:
        return BundleReading(None, (Fault("unknown_schema", "schema", str(schema)),))
    snapshot, faults = from_wire(TripSnapshot, parsed)
    if snapshot is None:
        return BundleReading(None, faults)
    broken = find_broken_references(snapshot)
    if not is_slug(snapshot.trip.slug):
        broken = (*broken, Fault("not_a_slug", "trip.slug", snapshot.trip.slug[:80]))
    return BundleReading(None if broken else snapshot, broken)
