"""A project: the funded measure that trips belong to."""

from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext
from wtforms import (
    DateField,
    FormField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional

from trips.domain.pages.labels import Labels
from trips.domain.trip import Project
from trips.forms.entity import EntityForm, TextPair, strip
from trips.forms.parts import (
    CENTS,
    CURRENCIES,
    REQUIRED,
    AmountField,
    ComboField,
    at_most,
    error_on,
)

TEXTS = ("title", "region", "sector")
WORDS = ("number", "instrument", "note")
PLAIN = ("climate_percent", "year", "starts_on", "ends_on")
MOST = 10_000_000_000


class ProjectForm(EntityForm):
    """Everything about a project."""

    kind = Project

    title = FormField(TextPair, label=lazy_gettext("Title"))
    number = StringField(
        lazy_gettext("Project number"),
        at_most(60),
        description=lazy_gettext("As the client writes it; it appears on lists and letters."),
    )
    country = SelectField(lazy_gettext("Country"))
    region = FormField(TextPair, label=lazy_gettext("Region"))
    sector = FormField(TextPair, label=lazy_gettext("Sector"))
    agency = ComboField(
        lazy_gettext("Implementing organisation"),
        at_most(300),
        description=lazy_gettext("From the address book."),
    )
    instrument = StringField(lazy_gettext("Financing instrument"), at_most(60))
    amount = AmountField(
        lazy_gettext("Amount"), [Optional(), NumberRange(min=0, max=MOST)], places=2
    )
    currency = SelectField(lazy_gettext("Currency"), [REQUIRED], default=CURRENCIES[0])
    climate_percent = IntegerField(
        lazy_gettext("Climate share in percent"), [Optional(), NumberRange(min=0, max=100)]
    )
    year = IntegerField(lazy_gettext("Year"), [Optional(), NumberRange(min=1950, max=2100)])
    starts_on = DateField(lazy_gettext("Beginning"), [Optional()])
    ends_on = DateField(lazy_gettext("End"), [Optional()])
    note = TextAreaField(
        lazy_gettext("Internal note"),
        at_most(5000),
        description=lazy_gettext("Internal: it never appears in a document."),
    )

    def offer(self, countries: tuple[tuple[str, str], ...], organisations: Labels) -> None:
        """Fill the lists of the controls."""
        self.country.choices = [("", "–"), *countries]
        self.currency.choices = [(code, code) for code in CURRENCIES]
        self.agency.labels = organisations

    def show(self, project: Project) -> None:
        """Fill in a project."""
        for name in TEXTS:
            self[name].form.process(data=dict(getattr(project, name)))
        for name in (*WORDS, *PLAIN, "country", "currency"):
            self[name].data = getattr(project, name)
        self.agency.show(project.agency)
        amount = project.amount_minor
        self.amount.data = None if amount is None else Decimal(amount) / CENTS

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: it has a title, and its end lies behind its beginning."""
        is_valid = bool(super().validate(extra_validators))
        if not self.title.form.text():
            error_on(self.title.form.de, str(lazy_gettext("Please give it a title.")))
            return False
        first, last = self.starts_on.data, self.ends_on.data
        if first and last and last < first:
            error_on(self.ends_on, str(lazy_gettext("The end lies before the beginning.")))
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        amount = self.amount.data
        return {
            **{name: self[name].form.text() for name in TEXTS},
            **{name: strip(self[name].data) for name in WORDS},
            **{name: self[name].data for name in PLAIN},
            "country": self.country.data or "",
            "currency": self.currency.data,
            "agency": self.agency.uid,
            "amount_minor": None if amount is None else round(amount * CENTS),
        }
