"""What a trip asks its delegates, by when, and in which words."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from flask_babel import lazy_gettext
from wtforms import (
    BooleanField,
    DateField,
    Field,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    SelectField,
)
from wtforms.utils import unset_value
from wtforms.validators import NumberRange, Optional

from trips.domain.registration.catalogue import FIELDS, FieldSpec
from trips.domain.registration.plan import only_differences, preset_rule, rule_of
from trips.domain.registration_setup import (
    Deadline,
    Demand,
    FieldRule,
    Preset,
    Question,
    QuestionKind,
    Registration,
    Station,
)
from trips.domain.values.text import EMPTY, Text
from trips.forms.entity import EntityForm, enum_choices
from trips.forms.item import TickField
from trips.forms.parts import error_on, fill
from trips.forms.registration.text import TextsField, texts_in

MOST_QUESTIONS = 30
MOST_SEATS = 100_000
CHOOSING = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})


class RulesField(Field):
    """What holds for each field of the catalogue: `demand-…`, `again-…`, `help-…-<language>`."""

    data: dict[str, FieldRule]

    def process(
        self,
        formdata: Any,
        data: Any = unset_value,
        extra_filters: Any = None,  # noqa: ARG002 as WTForms calls it
    ) -> None:
        """Read the rule of every field that was sent."""
        self.process_errors = []
        self.data = {} if data is unset_value or data is None else dict(data)
        if formdata:
            self.data |= {rule.field: rule for rule in _rules(formdata)}


def _rules(formdata: Any) -> Iterator[FieldRule]:
    wanted = {each.value for each in Demand}
    for spec in FIELDS:
        demand = formdata.get(f"demand-{spec.name}", "")
        if spec.is_fixed or demand in wanted:
            yield FieldRule(
                field=spec.name,
                demand=Demand.REQUIRED if spec.is_fixed else Demand(demand),
                asks_again=f"again-{spec.name}" in formdata,
                help=texts_in(formdata, f"help-{spec.name}") or EMPTY,
            )


class QuestionForm(Form):
    """A question of the trip's own; without words it is left out."""

    uid = HiddenField()
    label = TextsField(lazy_gettext("Question"))
    help = TextsField(lazy_gettext("Help text"))
    kind = SelectField(lazy_gettext("Answered by"))
    station = SelectField(lazy_gettext("Station"))
    choices = TextsField(
        lazy_gettext("Answers to choose from"),
        is_long=True,
        description=lazy_gettext("One a line. Later ones go at the end."),
    )
    is_required = BooleanField(lazy_gettext("Required"))
    position = IntegerField(lazy_gettext("Order"), [Optional(), NumberRange(0, 99)])


class SetupForm(EntityForm):
    """How delegates register on a trip."""

    kind = Registration

    is_open = BooleanField(
        lazy_gettext("The registration is open"),
        description=lazy_gettext("While it is closed, links only show what was sent."),
    )
    preset = SelectField(lazy_gettext("Preset"))
    languages = TickField(
        lazy_gettext("Languages of the form"),
        description=lazy_gettext(
            "German and English are always there. Where a text is missing, readers see another "
            "language, and the page says so."
        ),
    )
    seats = IntegerField(
        lazy_gettext("Seats for delegates"),
        [Optional(), NumberRange(0, MOST_SEATS)],
        description=lazy_gettext("Empty sets no limit."),
    )
    welcome = TextsField(lazy_gettext("Welcome"), is_long=True)
    rules = RulesField()
    questions = FieldList(
        FormField(QuestionForm), label=lazy_gettext("Own questions"), max_entries=MOST_QUESTIONS
    )
    person_by = DateField(lazy_gettext("You"), [Optional()])
    needs_by = DateField(lazy_gettext("Languages"), [Optional()])
    journey_by = DateField(lazy_gettext("Journey"), [Optional()])
    agreements_by = DateField(lazy_gettext("Agreements"), [Optional()])

    locale: str
    suggested: tuple[Deadline, ...] = ()
    is_suggested = False
    """True where the deadlines shown are ours and not yet the trip's."""

    def offer(
        self,
        locale: str,
        languages: list[tuple[str, str]],
        suggested: tuple[Deadline, ...] = (),
    ) -> None:
        """Fill the lists of the controls; deadlines are suggested until the trip has any."""
        self.locale, self.suggested = locale, suggested
        self.preset.choices = enum_choices(Preset, locale)
        self.languages.choices = languages
        for row in self.questions:
            self._offer_row(row.form)

    def _offer_row(self, row: Any) -> None:
        row.kind.choices = enum_choices(QuestionKind, self.locale)
        row.station.choices = enum_choices(Station, self.locale)

    def show(self, registration: Registration) -> None:
        """Fill the controls."""
        self.is_open.data, self.preset.data = registration.is_open, registration.preset.value
        self.seats.data, self.welcome.data = registration.seats, registration.welcome
        self.rules.data = {spec.name: rule_of(registration, spec) for spec in FIELDS}
        self.is_suggested = not (registration.is_open or registration.deadlines)
        for each in self.suggested if self.is_suggested else registration.deadlines:
            self[f"{each.station.value}_by"].data = each.on
        for row, question in fill(self.questions, registration.questions, spare=0):
            self._offer_row(row.form)
            _show_question(row.form, question, len(self.questions.entries))

    def rule(self, spec: FieldSpec) -> FieldRule:
        """What the controls say about a field; the preset where they say nothing."""
        return self.rules.data.get(spec.name) or preset_rule(Preset.STUDY_TOUR, spec)

    def add_row(self, name: str) -> None:
        """One more empty question."""
        if name == "questions" and len(self.questions.entries) < MOST_QUESTIONS:
            self._offer_row(self.questions.append_entry().form)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: who chooses needs at least two answers."""
        is_valid = bool(super().validate(extra_validators))
        for row in self.questions:
            asked = row.form.label.data and row.form.kind.data in CHOOSING
            if asked and len(_choices(row.form.choices.data)) <= 1:
                words = lazy_gettext("Please give at least two answers, one a line.")
                error_on(row.form.choices, str(words))
                is_valid = False
        return is_valid

    def values(self) -> dict[str, Any]:
        """The set-up as the controls say it."""
        preset = Preset(self.preset.data)
        return {
            "is_open": bool(self.is_open.data),
            "preset": preset,
            "fields": only_differences(preset, tuple(self.rules.data.values())),
            "questions": tuple(self._questions()),
            "deadlines": tuple(
                Deadline(station, self[f"{station.value}_by"].data)
                for station in Station
                if self[f"{station.value}_by"].data
            ),
            "welcome": self.welcome.data,
            "seats": self.seats.data,
        }

    def preset_values(self) -> dict[str, Any]:
        """The same with every field as the chosen preset has it; help texts stay."""
        preset = Preset(self.preset.data)
        rules = (
            replace(preset_rule(preset, spec), help=self.rules.data[spec.name].help)
            for spec in FIELDS
            if spec.name in self.rules.data
        )
        return {**self.values(), "fields": only_differences(preset, tuple(rules))}

    def _questions(self) -> Iterator[Question]:
        rows = [row.form for row in self.questions if row.form.label.data]
        last = len(rows) + 1
        for row in sorted(
            rows, key=lambda row: last if row.position.data is None else row.position.data
        ):
            kind = QuestionKind(row.kind.data)
            yield Question(
                uid=row.uid.data or "",
                label=row.label.data,
                kind=kind,
                station=Station(row.station.data),
                help=row.help.data,
                choices=_choices(row.choices.data) if kind in CHOOSING else (),
                is_required=bool(row.is_required.data),
            )


def _show_question(row: Any, question: Question, position: int) -> None:
    row.uid.data, row.label.data, row.help.data = question.uid, question.label, question.help
    row.kind.data, row.station.data = question.kind.value, question.station.value
    row.is_required.data, row.position.data = question.is_required, position
    languages = {lang for choice in question.choices for lang in choice}
    row.choices.data = Text(
        {lang: "\n".join(choice.get(lang, "") for choice in question.choices) for lang in languages}
    )


def _choices(text: Text) -> tuple[Text, ...]:
    """The answers: the lines of each language belong together by their order."""
    lines = {lang: [line.strip() for line in words.split("\n")] for lang, words in text.items()}
    rows = zip_longest(*lines.values(), fillvalue="")
    choices = (Text(dict(zip(lines, row, strict=True))) for row in rows)
    return tuple(choice for choice in choices if choice)
