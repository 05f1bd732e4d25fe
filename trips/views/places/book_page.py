"""What the pages of the address book show and offer."""

from collections.abc import Callable
from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.domain.organisation import Organisation, OrganisationKind
from trips.domain.pages.address_book import BookFilter, BookPage, Entry, Shelf
from trips.domain.pages.labels import Labels
from trips.domain.person import Person
from trips.domain.values.collation import sort_key
from trips.domain.values.text import Text
from trips.forms.address_book import BookChoices, OrganisationForm, PersonEntryForm, SiteForm
from trips.i18n.choices import country_choices, language_choices
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name
from trips.queries.choices import list_organisation_choices
from trips.views.preferences import locale

Choice = tuple[str, str, bool]
"""Word, URL, and whether it is chosen."""
FORMS: dict[Shelf, Any] = {
    Shelf.ORGANISATIONS: OrganisationForm,
    Shelf.PEOPLE: PersonEntryForm,
    Shelf.SITES: SiteForm,
}
FILTERS = ("q", "kind", "city", "country")
LONGEST = 120


def entry_name(entry: Entry) -> str:
    """What an entry is called in the reader's language."""
    return entry.name if isinstance(entry, Person) else entry.name.shown(locale()).text


def read_filter() -> BookFilter:
    """The filters of the URL."""
    said = {name: request.args.get(name, "")[:LONGEST] for name in FILTERS}
    return BookFilter(
        text=said["q"],
        kind=said["kind"],
        city=said["city"],
        country=said["country"],
        page=request.args.get("page", 1, int),
    )


def list_shelves(current: Shelf) -> list[Choice]:
    """The three lists."""
    words = {
        Shelf.ORGANISATIONS: _("Organisations"),
        Shelf.PEOPLE: _("People"),
        Shelf.SITES: _("Sites"),
    }
    return [
        (word, url_for("address_book.index", list=shelf.value), shelf is current)
        for shelf, word in words.items()
    ]


def heading_of(shelf: Shelf, total: int) -> str:
    """How much is listed."""
    if shelf is Shelf.ORGANISATIONS:
        return ngettext("%(num)s organisation", "%(num)s organisations", total)
    if shelf is Shelf.PEOPLE:
        return ngettext("%(num)s person", "%(num)s people", total)
    return ngettext("%(num)s site", "%(num)s sites", total)


def menus(shelf: Shelf, wanted: BookFilter, page: BookPage) -> list[tuple[str, list[Choice]]]:
    """Filters with their choices; a filter without a choice is left out."""
    kinds = [(kind.value, name_of(kind, locale())) for kind in OrganisationKind]
    countries = [(code, country_name(code, locale())) for code in page.countries]
    offered = [
        (_("Kind"), "kind", kinds if shelf is Shelf.ORGANISATIONS else [], wanted.kind),
        (_("City"), "city", [(city, city) for city in page.cities], wanted.city),
        (
            _("Country"),
            "country",
            sorted(countries, key=lambda pair: sort_key(pair[1])),
            wanted.country,
        ),
    ]
    return [
        (word, _choices(shelf, name, options, chosen))
        for word, name, options, chosen in offered
        if options
    ]


def page_url(shelf: Shelf) -> Callable[[int], str]:
    """The address of another page of the same list."""
    return lambda number: _address(shelf, page=number)


def offer_form(shelf: Shelf) -> Any:
    """The form of an entry with everything its controls offer."""
    form = FORMS[shelf]()
    form.choices = BookChoices(
        locale=locale(),
        countries=country_choices(locale()),
        languages=language_choices((), locale()),
        organisations=Labels({})
        if shelf == Shelf.ORGANISATIONS
        else list_organisation_choices(locale()),
    )
    form.offer(form.choices)
    return form


def new_home(form: Any) -> Organisation | None:
    """The organisation that a person's form names and the address book has not yet."""
    name = form.new_organisation if isinstance(form, PersonEntryForm) else ""
    return Organisation(uid="", name=Text({locale(): name})) if name else None


def _choices(shelf: Shelf, name: str, options: list[tuple[str, str]], chosen: str) -> list[Choice]:
    everything = [(_("All"), _address(shelf, **{name: None}), False)] if chosen else []
    return [
        *everything,
        *((word, _address(shelf, **{name: key}), key == chosen) for key, word in options),
    ]


def _address(shelf: Shelf, **changes: Any) -> str:
    kept = {name: request.args[name] for name in FILTERS if request.args.get(name)}
    wanted = {key: value for key, value in {**kept, **changes}.items() if value}
    return url_for("address_book.index", list=shelf.value, **wanted)
