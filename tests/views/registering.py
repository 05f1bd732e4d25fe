"""A delegate with a link, and what they fill in."""

from datetime import UTC, datetime

import html5lib
from flask.testing import FlaskClient

from tests.world import TOKEN, World
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change
from trips.domain.participation import DelegateStatus, Participation
from trips.domain.registration_setup import Registration
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot
from trips.services.delegates.status import change_status
from trips.services.trip import edit_trip

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OWN = f"/r/{TOKEN}"
PERSON = {
    "given_name": "Olena",
    "family_name": "Galagan",
    "form_of_address": "ms",
    "function": "Head of the city office",
    "organisation": "City of Lviv",
    "country": "UA",
    "email": "olena@example.org",
}
NEEDS = {
    "language": ["", "uk", "en"],
    "level-uk": "fluent",
    "level-en": "well",
    "diet": ["vegan", "nut_allergy"],
    "needs_agreed": "yes",
}
JOURNEY = {"nationality": "UA", "passport_number": "FA123456", "room_wish": "quiet"}
AGREEMENTS = {"agrees-participant_list": "yes", "agrees-contact_list": "no", "agrees-photo": "no"}
EVERYTHING = {
    "person": PERSON,
    "needs": NEEDS,
    "journey": JOURNEY,
    "agreements": AGREEMENTS,
}


def trip_of(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(world.uid("trip"))


def olena(world: World) -> Participation:
    return trip_of(world).participation_by_uid[world.uid("olena-part")]


def fill(phone: FlaskClient, base: str = OWN, **changes: dict[str, object]) -> None:
    for station, values in EVERYTHING.items():
        answer = phone.post(f"{base}/{station}", data={**values, **changes.get(station, {})})
        assert answer.status_code == 303, answer.text


def set_up(world: World, registration: Registration) -> None:
    change = Change({"registration": Registration(is_open=True)}, {"registration": registration})
    with world.app.app_context():
        edit_trip(world.uid("trip"), change, actor=COMMAND_LINE, now=NOW)


def set_status(world: World, status: DelegateStatus) -> None:
    with world.app.app_context():
        uids = (world.uid("olena-part"),)
        change_status(world.uid("trip"), uids, status, actor=COMMAND_LINE, now=NOW)


def words(page: str) -> str:
    document = html5lib.HTMLParser(strict=True).parse(page)
    return " ".join(" ".join(document.itertext()).split())
