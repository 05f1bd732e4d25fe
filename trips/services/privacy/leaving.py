"""Whoever leaves with a trip: their name stays on its roster, the ways to reach them go."""

from typing import Any, Final

from sqlalchemy import select, update

from trips.domain.values.collation import search_text
from trips.domain.values.text import EMPTY
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.services.unit import Unit

_CONTACT: Final[dict[str, Any]] = {
    "email": "",
    "phone": "",
    "postal_address": "",
    "letter_language": "",
    "languages": [],
    "note": "",
    "salutation": EMPTY,
    "address_block": EMPTY,
    "wording_reason": "",
}


def forget_contact(work: Unit, uid: str) -> int:
    """Forget a person's addresses, languages and notes; 1 if there were any."""
    person = work.session.scalar(select(PersonRow).where(PersonRow.uid == uid))
    if person is None:
        return 0
    touched = {name for name, value in _CONTACT.items() if getattr(person, name) != value}
    for name in touched:
        setattr(person, name, _CONTACT[name])
    notes = update(ParticipationRow).where(
        ParticipationRow.person_id == person.id, ParticipationRow.note != ""
    )
    noted = work.session.execute(notes.values(note="")).rowcount  # type: ignore[attr-defined]
    if touched:
        names = (person.family_name, person.given_name, person.own_script)
        person.search_text = search_text(*names, *person.function.values())
        person.version += 1
        work.session.flush()
    return int(bool(touched or noted))
