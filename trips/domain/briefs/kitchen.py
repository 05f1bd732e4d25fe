"""What the kitchen cooks for: how many people a day, and how many with which diet. No names."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trips.domain.participation import Counts, Diet, Participation
from trips.domain.privacy.matrix import may_use_needs


@dataclass(frozen=True, kw_only=True)
class KitchenDay:
    """One day: everybody who eats, and how many of them need each diet."""

    on: date
    people: int
    diets: tuple[tuple[Diet, int], ...]
    """In the order of the enumeration; one person may need several."""
    notes: tuple[tuple[str, int], ...] = ()
    """What people wrote about it, and how many wrote the same; never who."""


def count_meals(people: Iterable[Participation]) -> tuple[KitchenDay, ...]:
    """Day by day from the first to the last on which somebody eats, both included."""
    eating = [each for each in people if each.is_coming and Counts.MEAL in each.counts]
    if not eating:
        return ()
    first = min(each.present_from for each in eating)
    last = max(each.present_to for each in eating)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(_day(on, eating) for on in days)


def _day(on: date, eating: list[Participation]) -> KitchenDay:
    present = [each for each in eating if each.present_from <= on <= each.present_to]
    asked = [each for each in present if may_use_needs(each)]
    diets = Counter(diet for each in asked for diet in each.diet)
    notes = Counter(each.diet_note.strip() for each in asked if each.diet_note.strip())
    return KitchenDay(
        on=on,
        people=len(present),
        diets=tuple((diet, diets[diet]) for diet in Diet if diets[diet]),
        notes=tuple(sorted(notes.items())),
    )
