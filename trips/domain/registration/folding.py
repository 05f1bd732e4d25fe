"""What a station still has to ask, where the nomination or an earlier trip told the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trips.domain.registration.catalogue import Section
from trips.domain.registration.controls import ControlKind, Typed, first
from trips.domain.registration.plan import PlannedField

FOLDING: Final = frozenset(
    {Section.NAME, Section.FUNCTION, Section.CONTACT, Section.LANGUAGES, Section.ROOM}
)
"""Sections that are shown as facts to be checked as far as they are known."""
USUAL: Final = ("vegetarian", "halal", "no_pork", "wheelchair")
"""Needs that stand first; everything else stands behind "something else"."""


@dataclass(frozen=True)
class Folded:
    """The fields of a section: those that are asked, and those that only have to be checked."""

    asked: tuple[PlannedField, ...]
    known: tuple[PlannedField, ...] = ()
    """Shown as facts, with what may be added behind them; empty where nothing is known."""


def fold(section: Section, fields: tuple[PlannedField, ...], typed: Typed) -> Folded:
    """Ask what is required and missing, and what one tap answers; fold in the rest.

    Where nothing is known, everything is asked.
    """
    if section not in FOLDING or not any(is_told(each, typed) for each in fields):
        return Folded(fields)
    asked = tuple(each for each in fields if _is_asked(each, typed))
    return Folded(asked, tuple(each for each in fields if each not in asked))


def is_told(each: PlannedField, typed: Typed) -> bool:
    """True where every control that the field needs says something."""
    if each.controls[0].kind is ControlKind.LANGUAGES:
        codes = [code for code in typed.get("language", ()) if code]
        return bool(codes) and all(first(typed, f"level-{code}") for code in codes)
    return all(first(typed, name) for name in each.needed)


def usual_first(choices: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Choices that are usual, and the others."""
    all_of_them = tuple(choices)
    usual = tuple(each for each in all_of_them if each in USUAL)
    return usual, tuple(each for each in all_of_them if each not in USUAL)


def _is_asked(each: PlannedField, typed: Typed) -> bool:
    if is_told(each, typed):
        return False
    is_one_tap = [control.kind for control in each.controls] == [ControlKind.RADIO]
    return each.is_required or is_one_tap
