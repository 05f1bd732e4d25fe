from datetime import date, timedelta

import html5lib
import pytest
import time_machine
from flask.testing import FlaskClient

from tests.views.fields import Fields
from tests.views.registering import NOW, set_up, trip_of
from tests.world import World
from trips.domain.participation import DelegateStatus
from trips.domain.registration.plan import plan_of
from trips.domain.registration_setup import (
    Deadline,
    Demand,
    FieldRule,
    Preset,
    Question,
    QuestionKind,
    Registration,
    Station,
)
from trips.domain.values.text import Text

SETUP = "/trips/leipzig-nuernberg/registration"


@pytest.fixture(autouse=True)
def _in_march(world: World) -> object:
    world.app.config["WTF_CSRF_ENABLED"] = False
    with time_machine.travel(NOW, tick=False):
        yield
    world.app.config["WTF_CSRF_ENABLED"] = True


@pytest.fixture
def desk(world: World) -> FlaskClient:
    """The computer of the organiser."""
    return world.client("organiser")


def form(desk: FlaskClient) -> dict[str, list[str]]:
    """What the browser would send, unchanged."""
    return Fields(desk.get(SETUP).text).values


def test_saving_what_the_page_shows_changes_nothing(world: World, desk: FlaskClient) -> None:
    question = Question(
        uid="shirt",
        label=Text(de="Größe?", en="Size?"),
        kind=QuestionKind.CHOICE,
        station=Station.NEEDS,
        choices=(Text(de="klein", en="small"), Text(de="groß", en="large")),
    )
    known = Registration(
        is_open=True,
        preset=Preset.CONFERENCE,
        fields=(FieldRule(field="phone", demand=Demand.REQUIRED, help=Text(en="With prefix")),),
        questions=(question, Question(uid="why", label=Text(en="Why?"))),
        deadlines=(Deadline(Station.JOURNEY, NOW.date()),),
        welcome=Text(de="Willkommen\nin Leipzig"),
        seats=24,
    )
    set_up(world, known)
    assert desk.post(SETUP, data=form(desk)).status_code == 303
    assert trip_of(world).trip.registration == known


def test_a_field_is_switched_off_and_another_explained(world: World, desk: FlaskClient) -> None:
    changed = {**form(desk), "demand-sex": ["off"], "help-diet-en": ["No buffet on Friday."]}
    desk.post(SETUP, data=changed)
    fields = plan_of(trip_of(world).trip.registration).fields
    assert "sex" not in fields
    assert fields["diet"].help == Text(en="No buffet on Friday.")


def test_a_preset_is_taken_over_for_all_fields(world: World, desk: FlaskClient) -> None:
    changed = {**form(desk), "preset": "conference", "take": "preset", "demand-sex": ["required"]}
    desk.post(SETUP, data=changed)
    registration = trip_of(world).trip.registration
    assert (registration.preset, registration.fields) == (Preset.CONFERENCE, ())


def test_questions_are_added_ordered_and_removed(world: World, desk: FlaskClient) -> None:
    more = Fields(desk.post(SETUP, data={**form(desk), "add": "questions"}).text).values
    more["questions-0-label-en"] = ["Why?"]
    more["questions-1-label-en"] = ["Who?"]
    for number in "01":
        more[f"questions-{number}-kind"] = ["text"]
        more[f"questions-{number}-station"] = ["needs"]
        more[f"questions-{number}-uid"] = [""]
    more["questions-0-position"] = ["2"]
    more["questions-1-position"] = ["1"]
    desk.post(SETUP, data=more)
    asked = trip_of(world).trip.registration.questions
    assert [each.label["en"] for each in asked] == ["Who?", "Why?"]
    assert all(each.uid for each in asked)
    fewer = form(desk)
    fewer["questions-0-label-en"] = [""]
    desk.post(SETUP, data=fewer)
    assert [each.label["en"] for each in trip_of(world).trip.registration.questions] == ["Why?"]


def test_who_chooses_needs_something_to_choose_from(world: World, desk: FlaskClient) -> None:
    more = Fields(desk.post(SETUP, data={**form(desk), "add": "questions"}).text).values
    more |= {
        "questions-0-label-en": ["Which?"],
        "questions-0-kind": ["choice"],
        "questions-0-station": ["needs"],
        "questions-0-choices-en": ["only one"],
    }
    answer = desk.post(SETUP, data=more)
    assert answer.status_code == 422
    assert "Bitte" in answer.text or "Please give at least two answers" in answer.text
    assert trip_of(world).trip.registration.questions == ()


def test_the_languages_of_the_trip_are_chosen(world: World, desk: FlaskClient) -> None:
    desk.post(SETUP, data={**form(desk), "languages": ["de", "en", "uk"]})
    assert trip_of(world).trip.languages == ("de", "en", "uk")
    assert 'name="welcome-uk"' in desk.get(SETUP).text


@pytest.mark.parametrize("station", [each.value for each in Station])
def test_every_station_can_be_looked_at_without_saving_anything(
    desk: FlaskClient, station: str
) -> None:
    page = desk.get(f"{SETUP}/preview?station={station}&lang=en").text
    html5lib.HTMLParser(strict=True).parse(page)
    assert 'method="post"' not in page


def test_links_are_made_once_and_withdrawn(world: World, desk: FlaskClient) -> None:
    uid = world.uid("thandi-part")
    for _ in range(2):
        desk.post(f"{SETUP}/links", data={"uid": [uid, world.uid("south-africa")]})
    page = desk.get(f"{SETUP}/links").text
    assert page.count("/r/") == 4  # Olena's and her contact person's are of the world
    url = page.split(f'id="url-{uid}"')[1].split('value="')[1].split('"')[0]
    path = url[url.index("/r/") :]
    assert world.client().get(path).status_code == 200
    desk.post(f"{SETUP}/links/{uid}/revoke")
    assert world.client().get(path).status_code == 410
    thandi = trip_of(world).participation_by_uid[uid]
    assert thandi.delegate is not None
    assert thandi.delegate.status is DelegateStatus.CONFIRMED


def test_deadlines_are_suggested_until_the_trip_has_its_own(
    world: World, desk: FlaskClient
) -> None:
    set_up(world, Registration())
    with time_machine.travel(NOW - timedelta(days=7), tick=False):
        shown = form(desk)
        told = desk.get(SETUP).text
    due = [date.fromisoformat(shown[f"{station}_by"][0]) for station in ("person", "journey")]
    assert due[0] < due[1] < trip_of(world).trip.starts_on
    assert "Ein Vorschlag" in told
    assert desk.post(SETUP, data=shown).status_code == 303
    kept = {each.station: each.on for each in trip_of(world).trip.registration.deadlines}
    assert [kept[Station.PERSON], kept[Station.JOURNEY]] == due
    assert "Ein Vorschlag" not in desk.get(SETUP).text
    without = {**form(desk), **{f"{station}_by": [""] for station in Station}, "is_open": ["y"]}
    assert desk.post(SETUP, data=without).status_code == 303
    assert trip_of(world).trip.registration.deadlines == ()
    assert form(desk)["journey_by"] == [""]
