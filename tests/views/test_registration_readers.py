import pytest
from flask.testing import FlaskClient

from tests.earlier_trip import earlier_trip, network
from tests.views.fields import Fields
from tests.views.registering import (
    NOW,
    OWN,
    fill,
    olena,
    set_up,
    words,
)
from tests.world import CONTACT_TOKEN, World
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change
from trips.domain.participation import (
    Capacity,
    ConsentPurpose,
    DelegateStatus,
    Diet,
)
from trips.domain.registration_setup import Registration
from trips.domain.values.text import Text
from trips.services.importing.bundle import store_bundle
from trips.services.trip import edit_trip

pytestmark = pytest.mark.usefixtures("while_open")


def test_the_contact_person_registers_in_the_name_of_the_delegate(
    world: World, phone: FlaskClient
) -> None:
    listing = phone.get(f"/r/{CONTACT_TOKEN}?lang=en")
    assert "Olena" in words(listing.text)
    assert "Thandiwe" not in listing.text
    base = f"/r/{CONTACT_TOKEN}/for/{world.uid('olena-part')}"
    fill(phone, base)
    phone.post(f"{base}/submit")
    part = olena(world)
    assert part.delegate.status is DelegateStatus.SUBMITTED
    assert {(each.capacity, bool(each.by)) for each in part.consents} == {(Capacity.CONTACT, True)}


def test_a_contact_person_reaches_nobody_elses_delegates(world: World, phone: FlaskClient) -> None:
    other = world.uid("thandi-part")
    assert phone.get(f"/r/{CONTACT_TOKEN}/for/{other}").status_code == 404
    assert phone.get(f"{OWN}/for/{other}").status_code == 404
    assert phone.post(f"{OWN}/for/{other}/person").status_code == 404


def test_the_contact_person_does_not_see_what_the_delegate_said_about_needs(
    world: World, phone: FlaskClient
) -> None:
    fill(phone)
    base = f"/r/{CONTACT_TOKEN}/for/{world.uid('olena-part')}"
    for address in (base, f"{base}/needs"):
        page = phone.get(f"{address}?lang=en").text
        assert "vegan" not in page.casefold()
    phone.post(f"{base}/needs", data={"language": ["", "uk"], "level-uk": "fluent"})
    phone.post(f"{base}/submit")
    part = olena(world)
    assert part.diet == (Diet.VEGAN, Diet.NUT_ALLERGY)
    needs = [each for each in part.consents if each.purpose is ConsentPurpose.NEEDS]
    assert [(each.is_given, each.capacity) for each in needs] == [(True, Capacity.SELF)]


def test_the_page_speaks_the_languages_of_the_trip_only(phone: FlaskClient) -> None:
    german = phone.get(f"{OWN}?lang=de").text
    assert '<html lang="de"' in german
    assert 'hreflang="fr"' not in german
    french = phone.get(f"{OWN}?lang=fr", headers={"Accept-Language": "de"}).text
    assert '<html lang="de"' in french


def test_the_page_speaks_the_language_of_the_mail_too(phone: FlaskClient) -> None:
    page = phone.get(f"{OWN}?lang=uk").text
    assert '<html lang="uk"' in page


def test_a_language_of_the_trip_without_a_catalogue_falls_back_visibly(
    world: World, phone: FlaskClient
) -> None:
    change = Change({"languages": ("de", "en")}, {"languages": ("de", "en", "pt")})
    welcome = Registration(is_open=True, welcome=Text(pt="Boas-vindas"))
    set_up(world, welcome)
    with world.app.app_context():
        edit_trip(world.uid("trip"), change, actor=COMMAND_LINE, now=NOW)
    page = phone.get(f"{OWN}?lang=pt").text
    assert '<html lang="en"' in page
    assert "Boas-vindas" in page
    assert "not there in your language yet" in phone.get(f"{OWN}/person?lang=pt").text


def test_a_returning_person_only_checks_what_is_known(world: World, phone: FlaskClient) -> None:
    with world.app.app_context():
        agreed = network(is_given=True)
        store_bundle(earlier_trip("agreed", agreed), actor=COMMAND_LINE, now=NOW)
    assert "We know you from" in phone.get(f"{OWN}?lang=en").text
    fill(phone)
    phone.post(f"{OWN}/submit")
    page = phone.get(f"{OWN}/person?lang=en").text
    summaries = [part.split("</summary>")[0] for part in page.split("<summary>")[1:]]
    assert any("Head of the city office" in summary for summary in summaries)
    assert Fields(page).values["function"] == ["Head of the city office"]
