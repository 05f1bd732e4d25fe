"""Greeting and address of a letter, composed from what a form says right now."""

from flask import Blueprint, render_template

from trips.domain.account.user import InstanceRole, TripRole
from trips.domain.organisation import Organisation
from trips.domain.pages.address_book import Shelf
from trips.domain.person import Person
from trips.domain.values.text import Text
from trips.forms.delegate import PersonChoices, PersonForm
from trips.i18n.choices import country_choices, language_choices
from trips.i18n.letters.preview import LetterPreview, letter_preview
from trips.queries.address_lists import find_entry
from trips.queries.choices import list_organisation_choices
from trips.views import guards
from trips.views.preferences import locale

bp = Blueprint("letter_preview", __name__)


@bp.post("/address-book/letter-preview")
@guards.instance_page(InstanceRole.ORGANISER)
def of_entry() -> str:
    """The beginning of letters to the person in the form of the address book."""
    return _page(PersonForm())


@bp.post("/trips/<slug>/delegates/letter-preview")
@guards.trip_page(TripRole.ORGANISER)
def of_delegate() -> str:
    """The beginning of letters to the person in the form of a trip."""
    return _page(PersonForm(prefix="person-"))


def _page(form: PersonForm) -> str:
    """Nothing is written: the form may be half filled in."""
    form.offer(_choices())
    return render_template("_letter_preview.html", preview=preview_of(form))


def preview_of(form: PersonForm) -> LetterPreview:
    """The beginning of letters to the person in a form, be it complete or not."""
    try:
        person = Person(uid="", **form.values())
    except (KeyError, TypeError, ValueError):
        person = Person(uid="", given_name="", family_name="")
    return letter_preview(person, _organisation(form, person), locale())


def _choices() -> PersonChoices:
    return PersonChoices(
        locale=locale(),
        countries=country_choices(locale()),
        languages=language_choices((), locale()),
        organisations=list_organisation_choices(locale()),
    )


def _organisation(form: PersonForm, person: Person) -> Organisation | None:
    if person.organisation:
        found = find_entry(Shelf.ORGANISATIONS, person.organisation)
        return found.entry if found and isinstance(found.entry, Organisation) else None
    name = form.new_organisation
    return Organisation(uid="", name=Text({locale(): name})) if name else None
