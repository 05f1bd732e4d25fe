import json

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from tests.views.fields import Fields
from tests.views.registering import (
    AGREEMENTS,
    JOURNEY,
    NEEDS,
    NOW,
    OWN,
    PERSON,
    fill,
    olena,
    set_status,
    set_up,
    trip_of,
    words,
)
from tests.world import CONTACT_TOKEN, World
from trips.domain.participation import (
    Capacity,
    ConsentPurpose,
    DelegateStatus,
    Diet,
)
from trips.domain.person import LanguageLevel, LanguageSkill
from trips.domain.privacy.sealed import SealedField
from trips.domain.registration_setup import CLOSED, Deadline, Registration, Station
from trips.extensions import db
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.history import HistoryRow
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import has_sealed

pytestmark = pytest.mark.usefixtures("while_open")


def test_without_a_script_everything_is_sent_and_arrives(world: World, phone: FlaskClient) -> None:
    assert "Welcome, Olena" in words(phone.get(f"{OWN}?lang=en").text)
    fill(phone)
    sent = phone.post(f"{OWN}/submit?lang=en", follow_redirects=True)
    assert "Thank you, Olena" in words(sent.text)
    part, trip = olena(world), trip_of(world)
    person = trip.person_by_uid[part.person]
    assert (person.family_name, person.email) == ("Galagan", "olena@example.org")
    assert person.languages == (
        LanguageSkill("uk", LanguageLevel.NATIVE),
        LanguageSkill("en", LanguageLevel.B2),
    )
    home = next(each for each in trip.organisations if each.uid == person.organisation)
    assert "City of Lviv" in home.name.values()
    assert part.diet == (Diet.VEGAN, Diet.NUT_ALLERGY)
    assert part.agrees(ConsentPurpose.PARTICIPANT_LIST)
    assert part.agrees(ConsentPurpose.NEEDS)
    assert {each.capacity for each in part.consents} == {Capacity.SELF}
    assert part.delegate is not None
    assert part.delegate.status is DelegateStatus.SUBMITTED
    assert part.delegate.nationality == "UA"
    with world.app.app_context():
        assert has_sealed(world.uid("trip"))[part.uid] >= {SealedField.PASSPORT_NUMBER}
        assert db.session.scalar(sa.select(sa.func.count()).select_from(RegistrationDraftRow)) == 0


def test_opening_the_link_changes_nothing(world: World, phone: FlaskClient) -> None:
    for page in (OWN, f"{OWN}/person", f"/r/{CONTACT_TOKEN}"):
        phone.get(page)
    assert olena(world).delegate.status is DelegateStatus.INVITED
    save(phone, "person", function=["Head of"])
    assert olena(world).delegate.status is DelegateStatus.STARTED


def test_changing_the_language_of_the_first_page_does_not_begin(
    world: World, phone: FlaskClient
) -> None:
    shown = Fields(phone.get(OWN).text).values
    answer = phone.post(f"{OWN}/person", data={**shown, "to": "lang:de"})
    assert answer.headers["Location"].endswith("/person?lang=de")
    assert olena(world).delegate.status is DelegateStatus.INVITED
    phone.post(f"{OWN}/person", data={**shown, "phone": "+380", "to": "lang:de"})
    assert olena(world).delegate.status is DelegateStatus.STARTED


def test_the_last_station_sends_everything(world: World, phone: FlaskClient) -> None:
    fill(phone)
    assert "Send my registration" in phone.get(f"{OWN}/agreements?lang=en").text
    sent = phone.post(
        f"{OWN}/agreements?lang=en", data={**AGREEMENTS, "to": "send"}, follow_redirects=True
    )
    assert "Thank you, Olena" in words(sent.text)
    assert olena(world).delegate.status is DelegateStatus.SUBMITTED


def test_what_is_wrong_is_said_below_its_field_and_nothing_is_lost(phone: FlaskClient) -> None:
    answer = phone.post(f"{OWN}/person?lang=en", data={**PERSON, "email": "olena at example"})
    assert answer.status_code == 422
    assert "Please write an e-mail address like name@example.org." in answer.text
    again = Fields(phone.get(f"{OWN}/person").text).values
    assert again["email"] == ["olena at example"]
    assert again["function"] == ["Head of the city office"]


def test_a_language_can_be_added_and_removed_without_a_script(phone: FlaskClient) -> None:
    form = {**NEEDS, "add": "1", "new_language": "pl"}
    phone.post(f"{OWN}/needs", data=form)
    assert Fields(phone.get(f"{OWN}/needs").text).values["language"] == ["", "uk", "en", "pl"]
    phone.post(f"{OWN}/needs", data={**NEEDS, "remove": "en"})
    assert Fields(phone.get(f"{OWN}/needs").text).values["language"] == ["", "uk"]


def test_a_language_of_the_country_needs_one_tap(phone: FlaskClient) -> None:
    assert Fields(phone.get(f"{OWN}/needs").text).values["offered"] == ["ru"]
    phone.post(f"{OWN}/needs", data={**NEEDS, "offered": "ru", "level-ru": "well"})
    assert Fields(phone.get(f"{OWN}/needs").text).values["language"] == ["", "uk", "en", "ru"]
    phone.post(f"{OWN}/needs", data={**NEEDS, "offered": "ru"})
    assert Fields(phone.get(f"{OWN}/needs").text).values["language"] == ["", "uk", "en"]


def test_a_language_without_a_level_is_asked_about(phone: FlaskClient) -> None:
    answer = phone.post(f"{OWN}/needs?lang=en", data={**NEEDS, "level-en": ""})
    assert "Choose how well, or remove English." in answer.text


def save(client: FlaskClient, station: str, **values: list[str]) -> object:
    return client.post(f"{OWN}/{station}/draft", json=values)


@pytest.mark.both_databases
def test_a_draft_is_saved_as_typed_and_goes_on_elsewhere(world: World, phone: FlaskClient) -> None:
    assert save(phone, "person", function=["Head of"]).json == {"saved": "10:00"}
    save(phone, "person", phone=["+380"])
    other = Fields(world.client().get(f"{OWN}/person").text).values
    assert (other["function"], other["phone"]) == (["Head of"], ["+380"])
    assert olena(world).delegate.status is DelegateStatus.STARTED


@pytest.mark.both_databases
def test_drafts_are_unreadable_in_the_database(world: World, phone: FlaskClient) -> None:
    save(phone, "journey", passport_number=["FA123456"])
    with world.app.app_context():
        rows = db.session.scalars(sa.select(RegistrationDraftRow)).all()
        history = db.session.scalars(sa.select(HistoryRow)).all()
        kept = b"".join(row.sealed for row in rows) + repr([h.after for h in history]).encode()
    assert rows
    assert b"FA123456" not in kept


def test_a_passport_is_never_shown_again_and_an_empty_field_keeps_it(
    world: World, phone: FlaskClient
) -> None:
    fill(phone)
    for address in (OWN, f"{OWN}/journey", f"{OWN}/journey?check=1"):
        assert "FA123456" not in phone.get(address).text
    assert "Given; not shown here" in phone.get(f"{OWN}/journey?lang=en").text
    phone.post(f"{OWN}/journey", data={**JOURNEY, "passport_number": ""})
    phone.post(f"{OWN}/submit")
    assert "FA123456" not in phone.get(OWN).text
    with world.app.app_context():
        assert SealedField.PASSPORT_NUMBER in has_sealed(world.uid("trip"))[olena(world).uid]


@pytest.mark.parametrize("patch", [[], {"status": ["confirmed"]}, {"email": "x"}, {"email": [1]}])
def test_what_no_page_of_ours_sends_is_refused(phone: FlaskClient, patch: object) -> None:
    answer = phone.post(
        f"{OWN}/person/draft", data=json.dumps(patch), content_type="application/json"
    )
    assert answer.status_code == 400


def test_an_incomplete_registration_is_not_sent(world: World, phone: FlaskClient) -> None:
    phone.post(f"{OWN}/person", data=PERSON)
    answer = phone.post(f"{OWN}/submit?lang=en", follow_redirects=True)
    assert "Something is still missing" in answer.text
    assert olena(world).delegate.status is DelegateStatus.STARTED


def test_a_later_station_does_not_hold_up_the_rest(world: World, phone: FlaskClient) -> None:
    deadlines = (
        Deadline(Station.PERSON, NOW.date()),
        Deadline(Station.JOURNEY, NOW.date().replace(day=10)),
    )
    set_up(world, Registration(is_open=True, deadlines=deadlines))
    fill(phone, journey={"nationality": ""})
    assert phone.post(f"{OWN}/submit").status_code == 303
    assert olena(world).delegate.status is DelegateStatus.SUBMITTED


def test_changes_after_the_confirmation_ask_again_where_marked(
    world: World, phone: FlaskClient
) -> None:
    fill(phone)
    phone.post(f"{OWN}/submit")
    set_status(world, DelegateStatus.CONFIRMED)
    changed = {**PERSON, "family_name": "Kovalenko", "function": "Mayor"}
    assert phone.post(f"{OWN}/person", data=changed).status_code == 303
    part = olena(world)
    assert part.delegate.status is DelegateStatus.CONFIRMED
    assert part.delegate.to_review == ("family_name",)
    assert trip_of(world).person_by_uid[part.person].family_name == "Kovalenko"


def test_after_the_deadline_what_was_sent_can_no_longer_be_changed(
    world: World, phone: FlaskClient
) -> None:
    fill(phone)
    phone.post(f"{OWN}/submit")
    deadlines = (Deadline(Station.PERSON, NOW.date().replace(day=1)),)
    set_up(world, Registration(is_open=True, deadlines=deadlines))
    phone.post(f"{OWN}/person", data={**PERSON, "family_name": "Kovalenko"})
    assert phone.post(f"{OWN}/person/draft", json={"email": ["x"]}).status_code == 410
    assert trip_of(world).person_by_uid[olena(world).person].family_name == "Galagan"


def test_a_closed_registration_takes_nothing(world: World, phone: FlaskClient) -> None:
    set_up(world, CLOSED)
    assert "The registration is not open" in phone.get(f"{OWN}?lang=en").text
    assert olena(world).delegate.status is DelegateStatus.INVITED


def test_the_link_stops_with_the_person(world: World, phone: FlaskClient) -> None:
    fill(phone)
    set_status(world, DelegateStatus.DECLINED)
    assert "You are not registered" in phone.get(f"{OWN}?lang=en").text
    assert phone.post(f"{OWN}/person", data=PERSON).headers["Location"].startswith(OWN)
    with world.app.app_context():
        row = db.session.scalars(
            sa.select(ParticipationRow).where(ParticipationRow.uid == world.uid("olena-part"))
        ).one()
        row.deleted_at = NOW
        db.session.commit()
    assert phone.get(OWN).status_code == 404


def test_somebody_says_that_they_do_not_come_only_in_two_steps(
    world: World, phone: FlaskClient
) -> None:
    phone.post(f"{OWN}/decline")
    assert olena(world).delegate.status is DelegateStatus.INVITED
    phone.post(f"{OWN}/decline", data={"sure": "1"})
    assert olena(world).delegate.status is DelegateStatus.DECLINED
