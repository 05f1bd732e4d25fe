"""A trip once more: nothing of its own is shared with the first, the address book is."""

import json
from itertools import count

from tests.world_trip import trip
from trips.domain.importing.copying import as_new_trip
from trips.domain.importing.references import find_broken_references
from trips.domain.values.wire import to_wire

OWN = ("stops", "legs", "items", "delegations", "participations", "assignments", "sources")
BOOK = ("organisations", "persons", "sites", "interpreters")


def copied():
    numbers = count()
    return as_new_trip(trip(), "twin", lambda: f"copy{next(numbers):012}")


def test_a_copy_has_uids_of_its_own_and_no_reference_leads_back() -> None:
    old, new = trip(), copied()
    own = {old.trip.uid, *(entity.uid for name in OWN for entity in getattr(old, name))}
    own |= {hotel.uid for stop in old.stops for hotel in stop.hotels}
    text = json.dumps(to_wire(new))
    assert {uid for uid in own if f'"{uid}"' in text} == set()
    assert find_broken_references(new) == ()


def test_a_copy_says_the_same_at_another_address() -> None:
    old, new = trip(), copied()
    assert (new.trip.slug, new.trip.title) == ("twin", old.trip.title)
    assert [(item.title, item.starts) for item in new.items] == [
        (item.title, item.starts) for item in old.items
    ]
    assert [getattr(new, name) for name in BOOK] == [getattr(old, name) for name in BOOK]
