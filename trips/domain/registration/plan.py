"""What one trip asks, station by station: the catalogue under the preset and the trip's rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trips.domain.registration.catalogue import FIELDS, FieldSpec, Section
from trips.domain.registration.controls import Control, ControlKind
from trips.domain.registration_setup import (
    Demand,
    FieldRule,
    Preset,
    Question,
    QuestionKind,
    Registration,
    Station,
)
from trips.domain.values.text import EMPTY, Text

_KINDS = {
    QuestionKind.TEXT: ControlKind.TEXT,
    QuestionKind.LONG_TEXT: ControlKind.LONG_TEXT,
    QuestionKind.CHOICE: ControlKind.RADIO,
    QuestionKind.CHOICES: ControlKind.TICKS,
    QuestionKind.NUMBER: ControlKind.NUMBER,
    QuestionKind.DATE: ControlKind.DATE,
    QuestionKind.YES_NO: ControlKind.RADIO,
}
_LONG = 2000


@dataclass(frozen=True, kw_only=True)
class PlannedField:
    """A field, or a question of the trip's own, that is asked."""

    name: str
    section: Section
    controls: tuple[Control, ...]
    needed: tuple[str, ...]
    """Controls that have to be filled in where it is required."""
    is_required: bool
    asks_again: bool = False
    help: Text = EMPTY
    is_secret: bool = False
    is_private: bool = False
    question: Question | None = None


@dataclass(frozen=True)
class StationPlan:
    """What one station asks."""

    station: Station
    fields: tuple[PlannedField, ...]
    deadline: date | None = None

    @property
    def sections(self) -> tuple[tuple[Section, tuple[PlannedField, ...]], ...]:
        """The fields under their headings, in order."""
        order = dict.fromkeys(each.section for each in self.fields)
        return tuple(
            (section, tuple(each for each in self.fields if each.section is section))
            for section in order
        )

    @property
    def controls(self) -> Iterator[Control]:
        """Every input of the station."""
        for each in self.fields:
            yield from each.controls


@dataclass(frozen=True)
class Plan:
    """What a trip asks. A station that asks nothing is left out, but the agreements never are.

    What may wait for a later deadline stands behind what is sent first.
    """

    stations: tuple[StationPlan, ...]

    def station(self, wanted: Station) -> StationPlan | None:
        """A station, none if it asks nothing."""
        return next((each for each in self.stations if each.station is wanted), None)

    @property
    def fields(self) -> dict[str, PlannedField]:
        """Every field by name."""
        return {each.name: each for station in self.stations for each in station.fields}

    def may_wait(self, wanted: Station) -> bool:
        """True where a station is due later than another: it need not be complete to submit."""
        own = self.station(wanted)
        due = [each.deadline for each in self.stations if each.deadline]
        return bool(own and own.deadline and min(due) < own.deadline)


def plan_of(registration: Registration) -> Plan:
    """What a trip asks and by when."""
    deadlines = {each.station: each.on for each in registration.deadlines}
    stations = (
        StationPlan(station, tuple(_asked(registration, station)), deadlines.get(station))
        for station in Station
    )
    plan = Plan(
        tuple(each for each in stations if each.fields or each.station is Station.AGREEMENTS)
    )
    return Plan(tuple(sorted(plan.stations, key=lambda each: plan.may_wait(each.station))))


def rule_of(registration: Registration, spec: FieldSpec) -> FieldRule:
    """What holds for a field on a trip: its own rule, or the preset's."""
    own = next((rule for rule in registration.fields if rule.field == spec.name), None)
    if spec.is_fixed:
        asks_again = own.asks_again if own else spec.asks_again
        return FieldRule(
            field=spec.name,
            demand=Demand.REQUIRED,
            asks_again=asks_again,
            help=own.help if own else EMPTY,
        )
    return own or preset_rule(registration.preset, spec)


def preset_rule(preset: Preset, spec: FieldSpec) -> FieldRule:
    """What a preset says about a field."""
    return FieldRule(field=spec.name, demand=spec.demand_in(preset), asks_again=spec.asks_again)


def only_differences(preset: Preset, rules: tuple[FieldRule, ...]) -> tuple[FieldRule, ...]:
    """The rules that say anything else than the preset does, in the catalogue's order."""
    by_name = {rule.field: rule for rule in rules}
    return tuple(
        by_name[spec.name]
        for spec in FIELDS
        if spec.name in by_name and by_name[spec.name] != preset_rule(preset, spec)
    )


def question_name(uid: str) -> str:
    """The name of a question's field and of its control."""
    return f"q-{uid}"


def _asked(registration: Registration, station: Station) -> Iterator[PlannedField]:
    for spec in FIELDS:
        rule = rule_of(registration, spec)
        if spec.station is station and rule.demand is not Demand.OFF:
            yield PlannedField(
                name=spec.name,
                section=spec.section,
                controls=spec.controls,
                needed=spec.needed,
                is_required=rule.demand is Demand.REQUIRED,
                asks_again=rule.asks_again,
                help=rule.help,
                is_secret=spec.is_secret,
                is_private=spec.is_private,
            )
    for question in registration.questions:
        if question.station is station:
            yield _question_field(question)


def _question_field(question: Question) -> PlannedField:
    name = question_name(question.uid)
    choices = tuple(str(number) for number in range(len(question.choices)))
    if question.kind is QuestionKind.YES_NO:
        choices = ("yes", "no")
    limit = _LONG if question.kind is QuestionKind.LONG_TEXT else 300
    return PlannedField(
        name=name,
        section=Section.QUESTIONS,
        controls=(Control(name, _KINDS[question.kind], limit, choices),),
        needed=(name,),
        is_required=question.is_required,
        help=question.help,
        question=question,
    )
