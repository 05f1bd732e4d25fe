"""Lists of the address book: what is wanted of them, and a page of what is found."""

from dataclasses import dataclass
from enum import StrEnum

from trips.domain.organisation import Organisation
from trips.domain.pages.directory import TripUse
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.values.text import EMPTY, Text

Entry = Organisation | Person | Site


class Shelf(StrEnum):
    """The lists, as their addresses name them."""

    ORGANISATIONS = "organisations"
    PEOPLE = "people"
    SITES = "sites"

    @property
    def kind(self) -> type[Organisation | Person | Site]:
        """What stands on it."""
        return {
            Shelf.ORGANISATIONS: Organisation,
            Shelf.PEOPLE: Person,
            Shelf.SITES: Site,
        }[self]


@dataclass(frozen=True, kw_only=True)
class BookFilter:
    """What the reader wants to see; empty is everything."""

    text: str = ""
    """Words that all occur, however they are accented."""
    kind: str = ""
    """Of organisations."""
    city: str = ""
    """Of sites."""
    country: str = ""
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class BookEntry:
    """An entry with what belongs beside it in a list."""

    entry: Entry
    home: Text = EMPTY
    """The name of its organisation."""
    trips: tuple[TripUse, ...] = ()
    """The latest first."""


@dataclass(frozen=True, kw_only=True)
class BookPage:
    """A page of a list."""

    entries: tuple[BookEntry, ...]
    total: int
    page: int
    last: int
    countries: tuple[str, ...]
    """Codes that occur in the whole list."""
    cities: tuple[str, ...] = ()
