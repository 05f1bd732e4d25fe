"""A delegation."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import FormField, IntegerField, SelectField, TextAreaField
from wtforms.validators import NumberRange, Optional

from trips.domain.pages.labels import Labels
from trips.domain.participation import Delegation
from trips.forms.entity import EntityForm, TextPair, strip
from trips.forms.parts import ComboField, at_most, error_on


class DelegationForm(EntityForm):
    """People who come together."""

    kind = Delegation

    name = FormField(TextPair, label=lazy_gettext("Name"))
    country = SelectField(lazy_gettext("Country"))
    seats = IntegerField(
        lazy_gettext("Places"),
        [Optional(), NumberRange(min=1, max=1000)],
        description=lazy_gettext("How many people the invitation is for."),
    )
    head = SelectField(lazy_gettext("Head of the delegation"))
    contact = ComboField(
        lazy_gettext("Contact person"),
        at_most(300),
        description=lazy_gettext(
            "Somebody of the address book who may register the delegates; need not travel."
        ),
    )
    note = TextAreaField(
        lazy_gettext("Note"),
        at_most(5000),
        description=lazy_gettext("Internal: it never appears in a document."),
    )

    def offer(self, countries: Any, people: Any, persons: Labels) -> None:
        """Fill the lists of the controls: countries, members by uid, and the address book."""
        self.contact.labels = persons
        self.country.choices = [("", "–"), *countries]
        self.head.choices = [("", "–"), *people]

    def show(self, delegation: Delegation) -> None:
        """Fill in a delegation."""
        for lang in ("de", "en"):
            self.name.form[lang].data = delegation.name.get(lang, "")
        self.country.data = delegation.country
        self.seats.data = delegation.seats
        self.head.data = delegation.head or ""
        self.contact.show(delegation.contact)
        self.note.data = delegation.note

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: the name is there in one language at least."""
        is_valid = bool(super().validate(extra_validators))
        if not self.name.form.text():
            error_on(
                self.name.form.de, lazy_gettext("Please enter the name in one language at least.")
            )
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        """The fields of a delegation."""
        return {
            "name": self.name.form.text(),
            "country": self.country.data or "",
            "seats": self.seats.data,
            "head": self.head.data or None,
            "contact": self.contact.uid,
            "note": strip(self.note.data),
        }
