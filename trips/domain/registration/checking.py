"""Whether what was typed at a station can be sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from trips.domain.registration.catalogue import NEEDS_AGREED
from trips.domain.registration.controls import (
    ControlKind,
    Flaw,
    FlawedError,
    Levelled,
    Typed,
    first,
    read_control,
)
from trips.domain.registration.plan import PlannedField, StationPlan

NEEDS: Final = ("diet", "diet_note", "access", "access_note")
"""Controls that may tell of health or belief."""
_PAST: Final = frozenset({"born_on", "passport_issued_on"})


@dataclass(frozen=True, kw_only=True)
class CheckFacts:
    """What a check knows besides what was typed."""

    today: date
    ends_on: date
    """Last day of the trip."""
    given: frozenset[str] = frozenset()
    """Controls that were filled in before and are not shown again: empty ones keep that."""
    locked: frozenset[str] = frozenset()
    """Fields that this reader does not see."""


@dataclass(frozen=True)
class Checked:
    """What a station says, and what is wrong with it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """By control; what could not be read is not there."""
    flaws: Mapping[str, Flaw] = field(default_factory=dict)
    """By control, in the order of the form; a language's is under `level-<code>`."""

    @property
    def is_complete(self) -> bool:
        """True where nothing is wrong and nothing required is missing."""
        return not self.flaws

    @property
    def is_readable(self) -> bool:
        """True where nothing is wrong with what was entered, though something may be missing."""
        return all(flaw is Flaw.MISSING for flaw in self.flaws.values())


def check_station(plan: StationPlan, typed: Typed, facts: CheckFacts) -> Checked:
    """Read every control of a station and say what is wrong."""
    values: dict[str, Any] = {}
    flaws: dict[str, Flaw] = {}
    for each in plan.fields:
        if each.name in facts.locked:
            continue
        for control in each.controls:
            try:
                values[control.name] = read_control(control, typed)
            except FlawedError as error:
                flaws[control.name] = error.flaw
        flaws |= _missing(each, values, flaws, facts)
        flaws |= _impossible(each, values, facts)
    return Checked(values, flaws | _needs_agreed(values, typed))


def keep_given(plan: StationPlan, typed: Typed, before: Typed, locked: frozenset[str]) -> Typed:
    """What was typed, with what the page did not show again kept where nothing replaces it."""
    kept = dict(typed)
    for each in plan.fields:
        for control in each.controls:
            is_kept = each.name in locked or (each.is_secret and not first(typed, control.name))
            if is_kept and control.name in before:
                kept[control.name] = before[control.name]
    if NEEDS_AGREED in before and {"diet", "access"} & locked:
        kept[NEEDS_AGREED] = before[NEEDS_AGREED]
    return kept


def _missing(
    each: PlannedField, values: Mapping[str, Any], flaws: Mapping[str, Flaw], facts: CheckFacts
) -> dict[str, Flaw]:
    """Required controls that are empty; of a field begun, the ones it cannot do without."""
    is_begun = any(_is_filled(values.get(control.name)) for control in each.controls)
    found: dict[str, Flaw] = {}
    if each.is_required or (is_begun and len(each.needed) > 1):
        found = {
            name: Flaw.MISSING
            for name in each.needed
            if name not in facts.given and name not in flaws and not _is_filled(values.get(name))
        }
    languages = values.get("languages") if each.name == "languages" else None
    if isinstance(languages, Levelled):
        found |= {f"level-{code}": Flaw.NO_LEVEL for code in languages.unlevelled}
    return found


def _impossible(
    each: PlannedField, values: Mapping[str, Any], facts: CheckFacts
) -> dict[str, Flaw]:
    """Days that cannot be, and a time whose day is not said."""
    found: dict[str, Flaw] = {}
    for control in each.controls:
        value = values.get(control.name)
        if control.kind is not ControlKind.DATE or value is None:
            continue
        if control.name in _PAST and value > facts.today:
            found[control.name] = Flaw.IN_FUTURE
        if control.name == "passport_expires_on" and value < facts.ends_on:
            found[control.name] = Flaw.EXPIRED
    return found


def _needs_agreed(values: Mapping[str, Any], typed: Typed) -> dict[str, Flaw]:
    has_needs = any(_is_filled(values.get(name)) for name in NEEDS)
    return {NEEDS_AGREED: Flaw.NOT_AGREED} if has_needs and not first(typed, NEEDS_AGREED) else {}


def _is_filled(value: Any) -> bool:
    return bool(value.levels) if isinstance(value, Levelled) else value not in (None, "", (), False)
