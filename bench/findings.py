"""Findings of small, middle and large trips: a pass, one moved item, and a naive pass."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bench.findings_trips import Size, a_trip
from bench.measure import seconds
from trips.domain.findings.engine import find_all, first_pass, next_pass
from trips.domain.item import Item, ItemKind
from trips.domain.person import LanguageLevel
from trips.domain.snapshot import TripSnapshot

SIZES = (
    ("small", Size(days=3, items=40, groups=2, delegates=24)),
    ("middle", Size(days=7, items=150, groups=4, delegates=100)),
    ("large", Size(days=14, items=400, groups=6, delegates=300)),
    ("huge", Size(days=70, items=2000, groups=6, delegates=600)),
)
FRAME_MS = 16.0
SOME_PEOPLE = 12
FOLLOWS = {LanguageLevel.B2, LanguageLevel.C1, LanguageLevel.C2, LanguageLevel.NATIVE}


def naive(snapshot: TripSnapshot) -> int:
    """Overlaps and languages only, as one would write them first: everything against everything.

    For the first people only: it treats all alike, so that all take as much longer as they are.
    """
    found = 0
    for person in snapshot.participations[:SOME_PEOPLE]:
        own = [item for item in snapshot.items if _is_at(person.group, item)]
        for item in own:
            found += sum(
                other.uid > item.uid and other.starts < item.ends and item.starts < other.ends
                for other in own
            )
            skills = next(each.languages for each in snapshot.persons if each.uid == person.person)
            known = {skill.code for skill in skills if skill.level in FOLLOWS}
            found += item.kind is ItemKind.TALK and not known & set(item.floor_languages)
    return found


def _is_at(group: str, item: Item) -> bool:
    return not item.groups or group in item.groups


def main() -> None:
    """Print CPU milliseconds and how each grows from size to size."""
    for name, size in SIZES:
        snapshot = a_trip(size)
        before = first_pass(snapshot)
        middle = snapshot.items[len(snapshot.items) // 2]
        by = timedelta(minutes=15)
        moved = replace(middle, starts=middle.starts + by, ends=middle.ends + by)
        items = tuple(moved if each is middle else each for each in snapshot.items)
        after = replace(snapshot, items=items)
        full = seconds(partial(find_all, snapshot)) * 1000
        again = seconds(partial(next_pass, before, after)) * 1000
        people = len(snapshot.participations)
        first = seconds(partial(naive, snapshot)) * 1000 * max(1, people / SOME_PEOPLE)
        frame = "within" if again <= FRAME_MS else "OVER"
        print(
            f"findings {name:<6} {size.items:>5} items {size.delegates:>4} people "
            f"{len(before.findings):>5} found  pass {full:7.1f} ms  "
            f"one moved {again:6.1f} ms ({frame} a frame of {FRAME_MS:.0f} ms)  "
            f"naive, two rules {first:8.1f} ms  ratio {full / first:5.3f}"
        )


if __name__ == "__main__":
    main()
