"""The person behind a participation: shared by every trip."""

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField, FieldList, Form, FormField, SelectField, StringField

from trips.domain.pages.labels import Labels
from trips.domain.person import FormOfAddress, LanguageLevel, LanguageSkill, Person, Sex
from trips.forms.entity import chosen, enum_choices, strip
from trips.forms.parts import at_most, error_on, fill
from trips.forms.people.identity import IdentityFields
from trips.forms.people.protocol import ProtocolForm

SPARE_LANGUAGES = 2


@dataclass(frozen=True, kw_only=True)
class PersonChoices:
    """What the controls offer, worded."""

    locale: str
    countries: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    organisations: Labels


class SkillForm(Form):
    """A language and how well somebody understands it."""

    code = SelectField(lazy_gettext("Language"))
    level = SelectField(lazy_gettext("Level"))


class PersonForm(IdentityFields, ProtocolForm):
    """What the address book knows about a person."""

    class Meta:
        """The page has one token for all its parts."""

        csrf = False

    kind = Person

    form_of_address = SelectField(lazy_gettext("Form of address"))
    academic_title = StringField(lazy_gettext("Academic title"), at_most(60))
    family_name_first = BooleanField(lazy_gettext("The family name comes first"))
    own_script = StringField(
        lazy_gettext("Name in the own script"),
        at_most(200),
        description=lazy_gettext("For the badge, in the person's own order."),
    )
    sex = SelectField(
        lazy_gettext("Sex, if stated"),
        description=lazy_gettext("Only for the funder's statistics; never guessed from the name."),
    )
    phone = StringField(lazy_gettext("Phone"), at_most(60))
    languages = FieldList(FormField(SkillForm), label=lazy_gettext("Understands"), max_entries=20)

    choices: PersonChoices

    def offer(self, choices: PersonChoices) -> None:
        """Fill the lists of the controls; before `show` and before `validate`."""
        self.choices = choices
        self.form_of_address.choices = enum_choices(FormOfAddress, choices.locale)
        self.sex.choices = enum_choices(Sex, choices.locale)
        self.country.choices = [("", "–"), *choices.countries]
        self.organisation.labels = choices.organisations
        self.offer_protocol(choices.locale, choices.languages)
        for row in self.languages:
            self._offer_skill(row)

    def show(self, person: Person) -> None:
        """Fill in a person."""
        self.form_of_address.data = person.form_of_address.value
        self.sex.data = person.sex.value
        for name in ("academic_title", "given_name", "family_name", "own_script", "country"):
            self[name].data = getattr(person, name)
        self.family_name_first.data = person.family_name_first
        self.email.data, self.phone.data = person.email, person.phone
        for lang in ("de", "en"):
            self.function.form[lang].data = person.function.get(lang, "")
        self.organisation.show(person.organisation)
        self.show_protocol(person)
        for row, skill in fill(self.languages, person.languages, spare=SPARE_LANGUAGES):
            row.form.code.data, row.form.level.data = skill.code, skill.level.value
        for row in self.languages:
            self._offer_skill(row)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: a person has some name."""
        is_valid = super().validate(extra_validators) and self.check_wording()
        if not strip(self.given_name.data) and not strip(self.family_name.data):
            error_on(self.family_name, lazy_gettext("Please enter at least one name."))
            return False
        return bool(is_valid)

    def values(self) -> dict[str, Any]:
        """The fields of a person; a new organisation is none here."""
        plain = ("academic_title", "given_name", "family_name", "own_script", "email", "phone")
        return {
            **{name: strip(self[name].data) for name in plain},
            **self.protocol_values(),
            "form_of_address": FormOfAddress(self.form_of_address.data),
            "sex": Sex(self.sex.data),
            "family_name_first": bool(self.family_name_first.data),
            "function": self.function.form.text(),
            "organisation": self.organisation.uid,
            "country": self.country.data or "",
            "languages": tuple(self._skills()),
        }

    @property
    def new_organisation(self) -> str:
        """The name of an organisation that the address book has not yet, empty for none."""
        return "" if self.organisation.uid else strip(self.organisation.data)

    def _skills(self) -> list[LanguageSkill]:
        found: dict[str, LanguageSkill] = {}
        for row in self.languages:
            code, level = row.form.code.data, chosen(row.form.level, LanguageLevel)
            if code and level:
                found.setdefault(code, LanguageSkill(code, level))
        return list(found.values())

    def _offer_skill(self, row: Any) -> None:
        row.form.code.choices = [("", "–"), *self.choices.languages]
        row.form.level.choices = enum_choices(LanguageLevel, self.choices.locale)
        row.form.level.data = row.form.level.data or LanguageLevel.B2.value
