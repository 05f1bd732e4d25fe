"""All rules over one snapshot."""

from collections.abc import Callable, Iterable

from trips.domain.findings import people_rules, programme_rules, way_rules
from trips.domain.findings.model import Finding, order_key
from trips.domain.findings.thresholds import Thresholds
from trips.domain.snapshot import TripSnapshot

Rule = Callable[[TripSnapshot, Thresholds], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    programme_rules.find_unconfirmed,
    programme_rules.find_placeless,
    programme_rules.find_overlaps,
    programme_rules.find_outside_stop,
    programme_rules.find_untranslated,
    way_rules.find_tight_ways,
    way_rules.find_missing_legs,
    way_rules.find_missing_rooms,
    people_rules.find_not_understood,
    people_rules.find_unknown_access,
    people_rules.find_unanswered,
    people_rules.find_headless,
)


def find_all(snapshot: TripSnapshot, limits: Thresholds | None = None) -> tuple[Finding, ...]:
    """Everything wrong or missing, gravest first, then by deadline."""
    limits = limits or Thresholds()
    findings = [finding for rule in RULES for finding in rule(snapshot, limits)]
    return tuple(sorted(findings, key=order_key))
