"""A rule of the house on who needs a visa."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import (  # type: ignore[attr-defined]  # newer than its types
    DateField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional

from trips.domain.visa.rules import SCHENGEN
from trips.domain.visa_case import TravelDocument
from trips.domain.visa_rule import VisaRule
from trips.forms.entity import EntityForm, enum_choices, strip
from trips.forms.parts import REQUIRED, at_most, error_on

NEEDED, FREE = "needed", "free"


class VisaRuleForm(EntityForm):
    """For holders of a kind of passport of one state: visa or none."""

    kind = VisaRule

    country = SelectField(lazy_gettext("State"), [REQUIRED])
    document = SelectField(lazy_gettext("Document"), [REQUIRED])
    destination = SelectField(lazy_gettext("Destination"))
    need = RadioField(
        lazy_gettext("For a short stay"),
        [REQUIRED],
        choices=[
            SelectChoice(NEEDED, lazy_gettext("Visa needed")),
            SelectChoice(FREE, lazy_gettext("No visa needed")),
        ],
        default=NEEDED,
    )
    valid_from = DateField(lazy_gettext("In force from"), [Optional()])
    valid_to = DateField(lazy_gettext("In force until"), [Optional()])
    source = StringField(
        lazy_gettext("Source"),
        [REQUIRED, *at_most(500)[1:]],
        description=lazy_gettext("Who says so: a law, a website, a call with its day."),
    )
    note = TextAreaField(lazy_gettext("Note"), at_most(1000))

    def offer(self, countries: Any, locale: str) -> None:
        """Fill the lists of the controls."""
        kinds = [each for each in TravelDocument if each.value.endswith("passport")]
        outside = [(code, name) for code, name in countries if code not in SCHENGEN]
        self.country.choices = [("", "–"), *countries]
        self.destination.choices = [("", lazy_gettext("Schengen area")), *outside]
        self.document.choices = enum_choices(kinds, locale)

    def show(self, rule: VisaRule) -> None:
        """Fill the controls."""
        self.country.data = rule.country
        self.destination.data = rule.destination
        self.document.data = rule.document.value
        self.need.data = NEEDED if rule.is_needed else FREE
        for name in ("valid_from", "valid_to", "source", "note"):
            self[name].data = getattr(rule, name)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: it ends no earlier than it begins."""
        is_valid = bool(super().validate(extra_validators))
        begins, ends = self.valid_from.data, self.valid_to.data
        if begins and ends and ends < begins:
            error_on(self.valid_to, lazy_gettext("The end lies before the beginning."))
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        """The fields of a rule."""
        return {
            "country": self.country.data,
            "destination": self.destination.data or "",
            "document": TravelDocument(self.document.data),
            "is_needed": self.need.data == NEEDED,
            "valid_from": self.valid_from.data,
            "valid_to": self.valid_to.data,
            "source": strip(self.source.data),
            "note": strip(self.note.data),
            "is_own": True,
        }
