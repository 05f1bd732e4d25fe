"""The visa desk's view of a trip: for every delegate the hint, the case and the next deadline."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from trips.domain.participation import Delegate, Participation
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.visa.deadlines import (
    VALID_MONTHS,
    VisaDeadlines,
    VisaStep,
    deadlines_for,
    is_valid_long_enough,
    months_later,
    next_step,
)
from trips.domain.visa.rules import Hint, Reason, Stay, Verdict, hint_for
from trips.domain.visa_case import VisaCase, VisaStatus
from trips.domain.visa_rule import EVERY_STATE, VisaRule

NO_CASE = VisaCase()
QUESTION, FREE = "question", "free"
DECIDED: Final = frozenset({VisaStatus.GRANTED, VisaStatus.REFUSED})
STAGES: Final = (
    QUESTION,
    *(step.value for step in VisaStep),
    VisaStatus.GRANTED.value,
    VisaStatus.REFUSED.value,
    FREE,
)
"""Where somebody may stand, in the order in which the stages are passed."""


@dataclass(frozen=True, kw_only=True)
class DeskEntry:
    """One delegate at the visa desk."""

    participation: Participation
    person: Person
    delegate: Delegate
    stay: Stay
    hint: Hint
    deadlines: VisaDeadlines

    @property
    def case(self) -> VisaCase:
        """What the desk knows; nothing yet where it has done nothing."""
        return self.delegate.visa or NO_CASE

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done or to be found out."""
        if self.hint.verdict is Verdict.NOT_NEEDED and self.case.status is VisaStatus.OPEN:
            return False
        return next_step(self.case) is not None

    @property
    def step(self) -> VisaStep | None:
        """What has to happen next; none where no visa is needed or it is decided."""
        is_known = self.hint.verdict is Verdict.NEEDED or self.case.status is not VisaStatus.OPEN
        return next_step(self.case) if self.is_open and is_known else None

    @property
    def due(self) -> date | None:
        """Until when that has to happen; an unanswered question until the letter is due."""
        if not self.is_open:
            return None
        return self.deadlines.of(self.step or VisaStep.LETTER)

    @property
    def passport_until(self) -> date:
        """Until when a passport has to be valid: three months beyond the stay (Art. 12)."""
        return months_later(self.stay.leaves, VALID_MONTHS)

    @property
    def is_passport_too_short(self) -> bool:
        """Whether the passport ends less than three months after the stay."""
        return self.hint.verdict is Verdict.NEEDED and not is_valid_long_enough(
            self.delegate.documents, self.stay.leaves
        )


class VisaDesk:
    """The entries of all delegates who are coming, in the order of the trip's participations."""

    def __init__(self, snapshot: TripSnapshot) -> None:
        self._snapshot = snapshot
        self._known: dict[object, Hint] = {}

    @cached_property
    def entries(self) -> tuple[DeskEntry, ...]:
        """One entry for each delegate who is coming."""
        return tuple(
            self._entry(each, each.delegate)
            for each in self._snapshot.participations
            if each.delegate is not None and each.is_coming
        )

    @cached_property
    def by_uid(self) -> dict[str, DeskEntry]:
        """Entries by the uid of the participation."""
        return {each.participation.uid: each for each in self.entries}

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(stop.country for stop in self._snapshot.stops)

    @cached_property
    def _rules(self) -> Mapping[str, list[VisaRule]]:
        found: dict[str, list[VisaRule]] = {}
        for rule in self._snapshot.visa_rules:
            found.setdefault(rule.country, []).append(rule)
        return found

    def _entry(self, participation: Participation, delegate: Delegate) -> DeskEntry:
        stay = stay_of(participation, self._states)
        return DeskEntry(
            participation=participation,
            person=self._snapshot.person_by_uid[participation.person],
            delegate=delegate,
            stay=stay,
            hint=self._hint(delegate, stay),
            deadlines=deadlines_for(stay.enters),
        )

    def _hint(self, delegate: Delegate, stay: Stay) -> Hint:
        key = (delegate.nationality, delegate.documents, stay)
        if key not in self._known:
            states = (delegate.nationality, EVERY_STATE)
            rules = [rule for state in states for rule in self._rules.get(state, ())]
            self._known[key] = hint_for(delegate.nationality, delegate.documents, stay, rules)
        return self._known[key]


def stay_of(participation: Participation, states: frozenset[str]) -> Stay:
    """From the arrival to the departure where they are known, else the days on the trip."""
    arrival, departure = participation.arrival, participation.departure
    enters = arrival.at.date() if arrival and arrival.at else participation.present_from
    leaves = departure.at.date() if departure and departure.at else participation.present_to
    return Stay(enters=enters, leaves=max(leaves, enters), states=states)


def is_question(entry: DeskEntry) -> bool:
    """Whether nobody knows yet if a visa is needed."""
    is_asked = entry.hint.reason in {Reason.NO_NATIONALITY, Reason.OTHER_DESTINATION}
    return is_asked and entry.case.status is VisaStatus.OPEN


def stage_of(entry: DeskEntry) -> str:
    """Where somebody stands: a question, a step to be taken, a decision, or no visa needed."""
    if entry.step:
        return entry.step.value
    if is_question(entry) or entry.is_open:
        return QUESTION
    return entry.case.status.value if entry.case.status in DECIDED else FREE
