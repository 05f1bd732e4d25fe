"""Entries of the address book: organisations, persons, sites."""

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    FloatField,
    FormField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import URL, Email, NumberRange, Optional

from trips.domain.organisation import Organisation, OrganisationKind
from trips.domain.pages.labels import Labels
from trips.domain.person import Person
from trips.domain.site import OpenHours, Site, StepFree
from trips.forms.delegate import PersonChoices, PersonForm
from trips.forms.entity import EntityForm, LongTextPair, TextPair, enum_choices, strip
from trips.forms.hours import HoursForm
from trips.forms.parts import REQUIRED, ComboField, at_most, error_on
from trips.forms.route.stop import LATITUDE, LONGITUDE

_EMAIL = Email(lazy_gettext("This is not a complete e-mail address."))
_URL = URL(message=lazy_gettext("Please give the whole address, beginning with https://"))
_NAMELESS = lazy_gettext("Please give it a name in at least one language.")


@dataclass(frozen=True, kw_only=True)
class BookChoices:
    """What the controls offer, worded."""

    locale: str
    countries: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    organisations: Labels


class NamedForm(EntityForm):
    """Something with a name in two languages."""

    name = FormField(TextPair, label=lazy_gettext("Name"))

    texts: tuple[str, ...] = ("name",)
    words: tuple[str, ...] = ()

    def show(self, entity: Any) -> None:
        """Fill in the texts and words."""
        for name in self.texts:
            self[name].form.process(data=dict(getattr(entity, name)))
        for name in self.words:
            self[name].data = getattr(entity, name)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: it has a name."""
        is_valid = bool(super().validate(extra_validators))
        if not self.name.form.text():
            error_on(self.name.form.de, str(_NAMELESS))
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        return {
            **{name: self[name].form.text() for name in self.texts},
            **{name: strip(self[name].data) for name in self.words},
        }


class OrganisationForm(NamedForm):
    """A body that invites, pays, runs, hosts or sends people."""

    kind = Organisation
    texts = ("name", "city")
    words = ("short", "country", "address", "email", "phone", "website", "letter_foot")

    short = StringField(lazy_gettext("Short name"), at_most(40))
    organisation_kind = SelectField(lazy_gettext("Kind"), [REQUIRED])
    city = FormField(TextPair, label=lazy_gettext("City"))
    country = SelectField(lazy_gettext("Country"))
    address = StringField(
        lazy_gettext("Address"),
        at_most(300),
        description=lazy_gettext("Street, postcode and city, with commas between them."),
    )
    email = StringField(
        lazy_gettext("E-mail"), [*at_most(254), _EMAIL], render_kw={"type": "email"}
    )
    phone = StringField(lazy_gettext("Phone"), at_most(60), render_kw={"type": "tel"})
    website = StringField(lazy_gettext("Website"), [*at_most(300), _URL], render_kw={"type": "url"})
    letter_foot = StringField(
        lazy_gettext("Foot of letters"),
        at_most(500),
        description=lazy_gettext(
            "What its letters must say: legal form, register court and number, managing directors."
        ),
    )

    def offer(self, choices: BookChoices) -> None:
        """Fill the lists of the controls."""
        self.organisation_kind.choices = enum_choices(OrganisationKind, choices.locale)
        self.country.choices = [("", "–"), *choices.countries]

    def show(self, entity: Organisation) -> None:
        """Fill in an organisation."""
        super().show(entity)
        self.organisation_kind.data = entity.kind.value

    def values(self) -> dict[str, Any]:
        return {**super().values(), "kind": OrganisationKind(self.organisation_kind.data)}


class LogoForm(FlaskForm):
    """The picture at the head of an organisation's letters."""

    logo = FileField(
        lazy_gettext("Logo"),
        [FileRequired(lazy_gettext("Please choose a file."))],
        description=lazy_gettext(
            "PNG, JPEG or SVG of at most 2 MB. It is drawn anew; the file itself is not kept."
        ),
        render_kw={"accept": ".png,.jpg,.jpeg,.svg"},
    )


class SiteForm(NamedForm, HoursForm):
    """A place with an address."""

    kind = Site
    texts = ("name", "opening", "text")
    words = ("street", "postal_code", "city", "country", "website", "note")
    plain = ("latitude", "longitude", "is_position_estimated", "capacity")

    organisation = ComboField(lazy_gettext("Organisation"), at_most(300))
    street = StringField(lazy_gettext("Street and number"), at_most(200))
    postal_code = StringField(lazy_gettext("Postcode"), at_most(20))
    city = StringField(lazy_gettext("City"), at_most(120))
    country = SelectField(lazy_gettext("Country"))
    latitude = FloatField(
        lazy_gettext("Latitude"), LATITUDE, description=lazy_gettext("Degrees north, as in 51.3397")
    )
    longitude = FloatField(
        lazy_gettext("Longitude"),
        LONGITUDE,
        description=lazy_gettext("Degrees east, as in 12.3731"),
    )
    is_position_estimated = BooleanField(
        lazy_gettext("The position is estimated"),
        description=lazy_gettext("True within a few hundred metres."),
    )
    step_free = SelectField(lazy_gettext("Step-free access"), [REQUIRED])
    capacity = IntegerField(lazy_gettext("Places"), [Optional(), NumberRange(min=1, max=100_000)])
    opening = FormField(TextPair, label=lazy_gettext("Opening hours"))
    text = FormField(LongTextPair, label=lazy_gettext("Text for the delegates"))
    note = TextAreaField(
        lazy_gettext("Internal note"),
        at_most(5000),
        description=lazy_gettext("Internal: it never appears in a document."),
    )
    website = StringField(lazy_gettext("Website"), [*at_most(300), _URL], render_kw={"type": "url"})

    def offer(self, choices: BookChoices) -> None:
        """Fill the lists of the controls."""
        self.step_free.choices = enum_choices(StepFree, choices.locale)
        self.country.choices = [("", "–"), *choices.countries]
        self.organisation.labels = choices.organisations
        self.name_days(choices.locale, self._known_hours())

    def show(self, entity: Site) -> None:
        """Fill in a site."""
        super().show(entity)
        self.show_hours(entity)
        for name in self.plain:
            self[name].data = getattr(entity, name)
        self.step_free.data = entity.step_free.value
        self.organisation.show(entity.organisation)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: a position has two coordinates, and the week makes sense."""
        is_valid = super().validate(extra_validators) and self.check_week()
        if (self.latitude.data is None) != (self.longitude.data is None):
            empty = self.latitude if self.latitude.data is None else self.longitude
            error_on(empty, str(lazy_gettext("Please give both coordinates, or none.")))
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            **{name: self[name].data for name in self.plain},
            **self.opening_times(self._known_hours()),
            "step_free": StepFree(self.step_free.data),
            "organisation": self.organisation.uid,
        }

    def _known_hours(self) -> tuple[OpenHours, ...]:
        """The hours as the form showed them; what was tampered with counts for nothing."""
        try:
            shown: Site | None = self.carried
        except (KeyError, TypeError, ValueError):
            return ()
        return shown.hours if shown else ()


class PersonEntryForm(PersonForm):
    """A person on their own, with a note."""

    class Meta:
        """A page of its own has a token of its own."""

        csrf = True

    note = TextAreaField(
        lazy_gettext("Internal note"),
        at_most(5000),
        description=lazy_gettext("Internal: it never appears in a document."),
    )

    def offer(self, choices: BookChoices | PersonChoices) -> None:
        """Fill the lists of the controls."""
        super().offer(
            PersonChoices(
                locale=choices.locale,
                countries=choices.countries,
                languages=choices.languages,
                organisations=choices.organisations,
            )
        )

    def show(self, person: Person) -> None:
        """Fill in a person."""
        super().show(person)
        self.note.data = person.note

    def values(self) -> dict[str, Any]:
        return {**super().values(), "note": strip(self.note.data)}
