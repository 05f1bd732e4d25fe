"""Interpreters: who joins a trip, what they interpret, and an assignment to an item."""

from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional

from trips.domain.interpreter import (
    Assignment,
    Interpreter,
    InterpretingMode,
    LanguagePair,
    WorkingLanguage,
)
from trips.domain.pages.labels import Labels
from trips.forms.entity import EntityForm, enum_choices, strip
from trips.forms.item import TickField
from trips.forms.parts import (
    CENTS,
    CURRENCIES,
    REQUIRED,
    AmountField,
    ComboField,
    at_most,
    error_on,
    fill,
)
from trips.forms.people.availability import AvailabilityForm

Languages = tuple[tuple[str, str], ...]
SPARE_ROWS = 2


class PairForm(Form):
    """A language pair, in one direction or in both."""

    source = SelectField(lazy_gettext("From language"))
    target = SelectField(lazy_gettext("Into language"))
    both_ways = BooleanField(lazy_gettext("and back"))


class ClassForm(Form):
    """A working language and its class."""

    code = SelectField(lazy_gettext("Language"))
    grade = SelectField(lazy_gettext("Class"))


class InterpreterForm(EntityForm, AvailabilityForm):
    """What an interpreter offers; shared by all their trips."""

    kind = Interpreter

    pairs = FieldList(FormField(PairForm), label=lazy_gettext("Language pairs"), max_entries=30)
    classes = FieldList(
        FormField(ClassForm), label=lazy_gettext("Working languages"), max_entries=12
    )
    modes = TickField(lazy_gettext("Interprets"))
    city = StringField(lazy_gettext("Lives in"), at_most(120))
    day_fee = AmountField(
        lazy_gettext("Fee per day"), [Optional(), NumberRange(min=0, max=100_000)], places=2
    )
    currency = SelectField(lazy_gettext("Currency"))
    note = TextAreaField(
        lazy_gettext("Internal note"),
        at_most(5000),
        description=lazy_gettext("Internal: it never appears in a document."),
    )

    languages: Languages
    locale: str

    def offer(self, languages: Languages, locale: str) -> None:
        """Fill the lists of the controls; before `show` and before `validate`."""
        self.languages, self.locale = languages, locale
        self.modes.choices = enum_choices(InterpretingMode, locale)
        self.currency.choices = [(code, code) for code in CURRENCIES]
        for row in self.pairs:
            row.form.source.choices = row.form.target.choices = [("", "–"), *languages]
        for each in self.classes:
            each.form.code.choices = [("", "–"), *languages]
            each.form.grade.choices = enum_choices(WorkingLanguage, locale)

    def show(self, interpreter: Interpreter) -> None:
        """Fill in an interpreter; a pair and its reverse are one row."""
        for row, pair in fill(self.pairs, _folded(interpreter.pairs), spare=SPARE_ROWS):
            row.form.source.data, row.form.target.data, row.form.both_ways.data = pair
        for row, (code, grade) in fill(self.classes, interpreter.classes, spare=SPARE_ROWS):
            row.form.code.data, row.form.grade.data = code, grade.value
        self.show_availability(interpreter.availability)
        self.modes.data = [mode.value for mode in interpreter.modes]
        self.city.data, self.note.data = interpreter.city, interpreter.note
        fee = interpreter.day_fee_minor
        self.day_fee.data = None if fee is None else Decimal(fee) / CENTS
        self.currency.data = interpreter.currency
        self.offer(self.languages, self.locale)

    def values(self) -> dict[str, Any]:
        modes = [InterpretingMode(value) for value in self.modes.data or ()]
        return {
            "pairs": self._kept("pairs", self._pairs()),
            "classes": self._kept("classes", self._classes()),
            "modes": self._kept("modes", tuple(modes)),
            "availability": self._kept("availability", self.availabilities()),
            "city": strip(self.city.data),
            "day_fee_minor": None
            if self.day_fee.data is None
            else round(self.day_fee.data * CENTS),
            "currency": self.currency.data,
            "note": strip(self.note.data),
        }

    def _kept(self, name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """The order that was shown, if only the order differs: it means nothing here."""
        if self.carried is None:
            return values
        before: tuple[Any, ...] = getattr(self.carried, name)
        return before if set(before) == set(values) else values

    def _pairs(self) -> tuple[LanguagePair, ...]:
        found: dict[LanguagePair, None] = {}
        for row in self.pairs:
            source, target = row.form.source.data, row.form.target.data
            if source and target and source != target:
                found[LanguagePair(source, target)] = None
                if row.form.both_ways.data:
                    found[LanguagePair(target, source)] = None
        return tuple(found)

    def _classes(self) -> tuple[tuple[str, WorkingLanguage], ...]:
        found = {
            row.form.code.data: WorkingLanguage(row.form.grade.data)
            for row in self.classes
            if row.form.code.data
        }
        return tuple(found.items())


class NewInterpreterForm(FlaskForm):
    """A person of the address book who will interpret on the trip."""

    person = ComboField(
        lazy_gettext("Person"),
        [REQUIRED, *at_most(300)[1:]],
        description=lazy_gettext("From the address book."),
    )
    present_from = DateField(lazy_gettext("First day"), [REQUIRED])
    present_to = DateField(lazy_gettext("Last day"), [REQUIRED])

    def offer(self, persons: Labels) -> None:
        """Fill the list of people."""
        self.person.labels = persons

    @property
    def days(self) -> tuple[date, date]:
        """The days of presence; once validated."""
        first, last = self.present_from.data, self.present_to.data
        if first is None or last is None:
            message = "ask after validate()"
            raise ValueError(message)
        return first, last

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: the days are in order."""
        is_valid = bool(super().validate(extra_validators))
        first, last = self.present_from.data, self.present_to.data
        if first and last and last < first:
            error_on(self.present_to, str(lazy_gettext("The last day lies before the first.")))
            return False
        return is_valid


class AssignmentForm(EntityForm):
    """An interpreter on an item."""

    kind = Assignment

    interpreter = SelectField(lazy_gettext("Interpreter"), [REQUIRED])
    mode = SelectField(lazy_gettext("Mode"), [REQUIRED])
    source = SelectField(lazy_gettext("From language"), [REQUIRED])
    target = SelectField(lazy_gettext("Into language"), [REQUIRED])
    is_both_ways = BooleanField(lazy_gettext("In both directions"))

    def offer(self, interpreters: list[tuple[str, str]], languages: Languages, locale: str) -> None:
        """Fill the lists of the controls."""
        self.interpreter.choices = interpreters
        self.mode.choices = enum_choices(InterpretingMode, locale)
        self.source.choices = self.target.choices = list(languages)

    def show(self, assignment: Assignment) -> None:
        """Fill in an assignment."""
        self.mode.data = assignment.mode.value
        for name in ("interpreter", "source", "target", "is_both_ways"):
            self[name].data = getattr(assignment, name)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: two languages."""
        is_valid = bool(super().validate(extra_validators))
        if self.source.data and self.source.data == self.target.data:
            error_on(self.target, str(lazy_gettext("Please choose two different languages.")))
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        """The fields of an assignment but for its item."""
        return {
            "interpreter": self.interpreter.data,
            "mode": InterpretingMode(self.mode.data),
            "source": self.source.data,
            "target": self.target.data,
            "is_both_ways": bool(self.is_both_ways.data),
        }


def _folded(pairs: tuple[LanguagePair, ...]) -> list[tuple[str, str, bool]]:
    """Pairs, each with whether its reverse is there as well; the reverse has no row."""
    known, rows = set(pairs), list[tuple[str, str, bool]]()
    done: set[LanguagePair] = set()
    for pair in pairs:
        reverse = LanguagePair(pair.target, pair.source)
        if pair in done:
            continue
        done |= {pair, reverse}
        rows.append((pair.source, pair.target, reverse in known))
    return rows
