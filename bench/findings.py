"""Findings of small, middle and large trips: a pass, one moved item, and a naive pass."""

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from time import process_time

from bench.findings_trips import Size, a_trip
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
FOLLOWS = {LanguageLevel.B2, LanguageLevel.C1, LanguageLevel.C2, LanguageLevel.NATIVE}


def naive(snapshot: TripSnapshot) -> int:
    """Overlaps and languages only, as one would write them first: everything against everything."""
    found = 0
    for person in snapshot.participations:
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


def milliseconds(job: Callable[[], object], times: int) -> float:
    """CPU time of the best of several runs."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = process_time()
        job()
        best = min(best, process_time() - start)
    return best * 1000


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
        full = milliseconds(lambda: find_all(snapshot), 5)  # noqa: B023 used at once
        again = milliseconds(lambda: next_pass(before, after), 5)  # noqa: B023 used at once
        first = milliseconds(lambda: naive(snapshot), 1)  # noqa: B023 used at once
        frame = "within" if again <= FRAME_MS else "OVER"
        print(
            f"findings {name:<6} {size.items:>5} items {size.delegates:>4} people "
            f"{len(before.findings):>5} found  pass {full:7.1f} ms  "
            f"one moved {again:6.1f} ms ({frame} a frame of {FRAME_MS:.0f} ms)  "
            f"naive, two rules {first:9.1f} ms"
        )


if __name__ == "__main__":
    main()
