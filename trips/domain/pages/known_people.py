"""Whether the address book knows somebody already; a person answers, nothing is merged unasked."""

from collections.abc import Iterable, Mapping
from typing import Final

from trips.domain.importing.identity import Identity, Match, compare
from trips.domain.organisation import Organisation
from trips.domain.person import Person

ASKED_AT_MOST: Final = 5


def find_known(
    new: Person, people: Iterable[Person], organisations: Mapping[str, Organisation]
) -> tuple[Person, ...]:
    """Entries that may be the same person as `new`, the surest first, five at most.

    Names and one further agreement make it sure; equal or similar names make it a question.
    """
    wanted = _identity(new, organisations)
    found: dict[Match, list[Person]] = {Match.SAME: [], Match.PLAUSIBLE: []}
    for person in people:
        match = compare(wanted, _identity(person, organisations)).match
        if match in found:
            found[match].append(person)
    return tuple([*found[Match.SAME], *found[Match.PLAUSIBLE]][:ASKED_AT_MOST])


def _identity(person: Person, organisations: Mapping[str, Organisation]) -> Identity:
    home = organisations.get(person.organisation or "")
    return Identity(
        given_name=person.given_name,
        family_name=person.family_name,
        other_names=person.own_script,
        organisations=(*home.name.values(), home.short) if home else (),
        country=person.country,
        emails=(person.email,) if person.email else (),
        phone=person.phone,
    )
