"""How many delegates stand at which stage of their visa; the filters by stage and delegation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trips.domain.ordering import order_delegations
from trips.domain.snapshot import TripSnapshot
from trips.domain.visa.desk import STAGES, DeskEntry, stage_of
from trips.i18n.delegates.visa_wording import stage_words
from trips.views.preferences import locale
from trips.views.visa.desk_wishes import Wanted


@dataclass(frozen=True)
class Stage:
    """A stage with its name and how many stand there."""

    key: str
    name: str
    number: int


def is_wanted(entry: DeskEntry, wanted: Wanted) -> bool:
    """Whether the filters show somebody."""
    is_stage = not wanted.step or stage_of(entry) == wanted.step
    return is_stage and wanted.delegation in {"", entry.delegate.delegation}


def stages_of(entries: Sequence[DeskEntry]) -> tuple[Stage, ...]:
    """The stages at which somebody stands, in the order in which they are passed."""
    numbers = Counter(map(stage_of, entries))
    return tuple(
        Stage(key, stage_words(key, locale()), numbers[key]) for key in STAGES if numbers[key]
    )


def homes_of(snapshot: TripSnapshot, entries: Sequence[DeskEntry]) -> tuple[tuple[str, str], ...]:
    """Delegations of which somebody is coming: uid and name."""
    there = {each.delegate.delegation for each in entries}
    return tuple(
        (each.uid, each.name.shown(locale()).text)
        for each in order_delegations(snapshot)
        if each.uid in there
    )
