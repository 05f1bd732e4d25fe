"""Whether somebody needs a visa for a short stay in the Schengen area: a hint, never advice.

Rules are dated data with their sources. A rule of the house goes before one that comes with the
product, a rule for one state before the rule for all, the later before the earlier.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from trips.domain.visa_case import HeldDocument, TravelDocument
from trips.domain.visa_rule import EVERY_STATE, VisaRule

_STATES: Final = (
    "AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
)
SCHENGEN: Final = frozenset(_STATES.split())
"""States whose visas and permits hold for all of them (Croatia 2023, Bulgaria, Romania 2024/25)."""


AREA: Final = ""
"""The destination of rules about the Schengen area."""


class Verdict(StrEnum):
    """What the rules say."""

    NEEDED = "needed"
    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Where a verdict comes from."""

    RULE = "rule"
    PERMIT = "permit"
    """A residence permit or a visa that is valid for the whole stay."""
    NO_NATIONALITY = "no_nationality"
    HOME = "home"
    """The trip leads to one's own state."""
    OTHER_DESTINATION = "other_destination"
    """The trip leads outside the Schengen area, and no rule of the house says more."""
    NO_RULE = "no_rule"


@dataclass(frozen=True, kw_only=True)
class Hint:
    """What the rules say of one person, and the rule that says it."""

    verdict: Verdict
    reason: Reason
    rule: VisaRule | None = None


@dataclass(frozen=True, kw_only=True)
class Stay:
    """The stay that a visa would be for: first and last day, and the states visited."""

    enters: date
    leaves: date
    states: frozenset[str]


def hint_for(
    nationality: str, documents: Sequence[HeldDocument], stay: Stay, rules: Iterable[VisaRule]
) -> Hint:
    """What the rules say of somebody of a nationality who holds these documents.

    Someone with two kinds of passport may travel on the better one; a permit or a visa counts if
    it is valid to the last day, and without a date it is believed. Of several destinations the
    hardest counts.
    """
    if not nationality:
        return Hint(verdict=Verdict.UNKNOWN, reason=Reason.NO_NATIONALITY)
    places = sorted({AREA if state in SCHENGEN else state for state in stay.states})
    in_force = [rule for rule in rules if rule.holds_on(stay.enters)]
    hints = [_hint_at(place, nationality, documents, stay, in_force) for place in places]
    weakest = (Verdict.NEEDED, Verdict.UNKNOWN, Verdict.NOT_NEEDED)
    unknown = Hint(verdict=Verdict.UNKNOWN, reason=Reason.OTHER_DESTINATION)
    return min(hints, key=lambda hint: weakest.index(hint.verdict), default=unknown)


def _hint_at(
    place: str,
    nationality: str,
    documents: Sequence[HeldDocument],
    stay: Stay,
    in_force: Sequence[VisaRule],
) -> Hint:
    """For one destination: the Schengen area, or a state outside that only own rules know."""
    if place == nationality:
        return Hint(verdict=Verdict.NOT_NEEDED, reason=Reason.HOME)
    if place == AREA and any(_is_permit(each, stay.leaves) for each in documents):
        return Hint(verdict=Verdict.NOT_NEEDED, reason=Reason.PERMIT)
    here = [rule for rule in in_force if rule.destination == place]
    kinds = _passports(documents)
    found = [rule for kind in kinds if (rule := _rule_for(nationality, kind, here))]
    if not found:
        reason = Reason.NO_RULE if place == AREA else Reason.OTHER_DESTINATION
        return Hint(verdict=Verdict.UNKNOWN, reason=reason)
    best = min(found, key=lambda rule: rule.is_needed)
    verdict = Verdict.NEEDED if best.is_needed else Verdict.NOT_NEEDED
    return Hint(verdict=verdict, reason=Reason.RULE, rule=best)


def _is_permit(document: HeldDocument, until: date) -> bool:
    if document.kind not in {TravelDocument.RESIDENCE_PERMIT, TravelDocument.SCHENGEN_VISA}:
        return False
    return document.valid_until is None or document.valid_until >= until


_PASSPORTS: Final = frozenset(
    {
        TravelDocument.ORDINARY_PASSPORT,
        TravelDocument.SERVICE_PASSPORT,
        TravelDocument.DIPLOMATIC_PASSPORT,
    }
)


def _passports(documents: Iterable[HeldDocument]) -> tuple[TravelDocument, ...]:
    """Every citizen may have an ordinary passport, so its rule always counts, too."""
    named = {each.kind for each in documents if each.kind in _PASSPORTS}
    return tuple(sorted({TravelDocument.ORDINARY_PASSPORT, *named}))


def _rule_for(country: str, kind: TravelDocument, rules: Iterable[VisaRule]) -> VisaRule | None:
    fitting = [
        rule for rule in rules if rule.country in {country, EVERY_STATE} and rule.document is kind
    ]
    return max(fitting, key=_weight, default=None)


def _weight(rule: VisaRule) -> tuple[bool, bool, date]:
    return (rule.is_own, rule.country != EVERY_STATE, rule.valid_from or date.min)
