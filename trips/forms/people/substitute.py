"""Who comes instead of a delegate: somebody of the address book, or somebody new."""

from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField

from trips.domain.pages.labels import Labels
from trips.domain.person import FormOfAddress, Person
from trips.forms.entity import enum_choices, strip
from trips.forms.parts import ComboField, at_most, error_on
from trips.forms.people.identity import IdentityFields


class SubstituteForm(IdentityFields, FlaskForm):
    """A person by the name in the address book, or the first facts of a new one."""

    known = ComboField(lazy_gettext("From the address book"), at_most(300))
    form_of_address = SelectField(lazy_gettext("Form of address"), default="neutral")
    offers_room = BooleanField(lazy_gettext("Take over the wish for the room"))

    def offer(self, locale: str, persons: Labels, organisations: Labels, countries: Any) -> None:
        """Fill the lists of the controls."""
        self.known.labels = persons
        self.organisation.labels = organisations
        self.form_of_address.choices = enum_choices(FormOfAddress, locale)
        self.country.choices = [("", "–"), *countries]

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: somebody is named, once."""
        is_valid = bool(super().validate(extra_validators))
        is_new = bool(strip(self.given_name.data) or strip(self.family_name.data))
        if strip(self.known.data) and is_new:
            error_on(
                self.known,
                lazy_gettext("Choose somebody or enter somebody new; both are named here."),
            )
            return False
        if not strip(self.known.data) and not is_new:
            error_on(self.known, lazy_gettext("Please say who comes instead."))
            return False
        return is_valid

    def person(self) -> Person:
        """Who comes instead; a uid means an entry of the address book."""
        if self.known.uid:
            return Person(uid=self.known.uid, given_name="", family_name="")
        return Person(
            uid="",
            form_of_address=FormOfAddress(self.form_of_address.data),
            given_name=strip(self.given_name.data),
            family_name=strip(self.family_name.data),
            function=self.function.form.text(),
            organisation=self.organisation.uid,
            country=self.country.data or "",
            email=strip(self.email.data),
        )

    @property
    def new_organisation(self) -> str:
        """The name of an organisation that the address book has not yet, empty for none."""
        is_open = not self.known.uid and not self.organisation.uid
        return strip(self.organisation.data) if is_open else ""
