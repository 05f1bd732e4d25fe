"""All rules over one snapshot."""

from collections.abc import Callable, Iterable
from datetime import date

from trips.domain.findings import people_rules, programme_rules, way_rules
from trips.domain.findings.model import Finding, order_key
from trips.domain.findings.thresholds import Thresholds, limits_of
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


def find_all(
    snapshot: TripSnapshot,
    limits: Thresholds | None = None,
    *,
    today: date | None = None,  # noqa: ARG001 rules that look at it follow
) -> tuple[Finding, ...]:
    """Everything wrong or missing, gravest first, then by deadline.

    `limits` are the trip's own if none are given. `today` is a day in the trip's zone; without
    it everything counts as due.
    """
    limits = limits or limits_of(snapshot.trip.limits)
    findings = [finding for rule in RULES for finding in rule(snapshot, limits)]
    return tuple(sorted(findings, key=order_key))


def find_for_board(
    snapshot: TripSnapshot, limits: Thresholds | None = None, *, today: date | None = None
) -> dict[str, tuple[Finding, ...]]:
    """The findings of each item that has some, by its uid, gravest first."""
    return by_item(find_all(snapshot, limits, today=today))


def by_item(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Findings by the uid of every item that they are about, in the order given."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for subject in finding.subjects:
            if subject.kind == "item":
                found.setdefault(subject.uid, []).append(finding)
    return {uid: tuple(own) for uid, own in found.items()}
