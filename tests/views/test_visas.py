"""The visa desk in the browser's words: hints, deadlines, letters, rules of the house."""

from datetime import date

import pytest

from tests.forms_on_pages import filled
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips.domain.visa.desk import VisaDesk
from trips.queries.snapshot import get_snapshot
from trips.queries.visa.letter import list_letters
from trips.queries.visa.own import find_own_visa

DESK = f"/trips/{SLUG}/visas"
CASE = f"{DESK}/{UIDS['olena-part']}"


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def test_a_nationality_turns_the_question_into_a_deadline(open_world: World) -> None:
    jana = open_world.client("organiser")
    assert "Die Staatsangehörigkeit ist nicht bekannt." in jana.get(f"{CASE}?lang=de").text
    shown = filled(jana.get(CASE).text)
    assert jana.post(CASE, data=shown | {"nationality": "IN"}).status_code == 303
    page = jana.get(f"{CASE}?lang=de").text
    assert "Visum nötig" in page
    assert "Einreise" in page
    desk = jana.get(f"{DESK}?lang=en").text
    assert "Send the invitation letter" in desk


def test_letters_are_written_listed_and_taken_back(open_world: World) -> None:
    jana = open_world.client("organiser")
    form = filled(jana.get(f"{DESK}/letters/new").text) | {
        "kind": "invitation", "people": [UIDS["thandi-part"], UIDS["olena-part"]],
        "signer": "Jana Brandt", "lang": "de", "made_as": "visa-letter", "dated": "2026-02-02",
        "costs": "organiser",
    }  # fmt: skip
    answer = jana.post(f"{DESK}/letters/new", data=form)
    assert answer.status_code == 303
    assert "/jobs/" in answer.location
    with open_world.app.app_context():
        first, second = list_letters(UIDS["trip"])
        assert second.dated == date(2026, 2, 2)
    page = jana.get(f"{DESK}/letters?lang=en").text
    assert first.reference in page
    jana.post(f"{DESK}/letters/{first.uid}/revoke")
    assert "no longer holds" in jana.get(f"{DESK}/letters?lang=en").text
    assert jana.post(f"{DESK}/letters/{first.uid}/print").status_code == 404
    assert jana.post(f"{DESK}/letters/{second.uid}/print").status_code == 303


def test_nobody_chosen_is_said_and_nothing_is_lost(open_world: World) -> None:
    jana = open_world.client("organiser")
    form = filled(jana.get(f"{DESK}/letters/new").text) | {"kind": "note", "signer": "Ada Byron"}
    form.pop("people", None)
    answer = jana.post(f"{DESK}/letters/new?lang=en", data=form)
    assert answer.status_code == 422
    assert "Please choose at least one." in answer.text
    assert "Ada Byron" in answer.text
    with open_world.app.app_context():
        assert list_letters(UIDS["trip"]) == ()


def test_a_rule_of_the_house_changes_the_hint(open_world: World) -> None:
    jana = open_world.client("organiser")
    jana.post(CASE, data=filled(jana.get(CASE).text) | {"nationality": "US"})
    assert "No visa needed" in jana.get(f"{CASE}?lang=en").text
    rule = filled(jana.get("/visa-rules/new").text) | {
        "country": "US", "document": "ordinary_passport", "need": "needed",
        "source": "Embassy, by telephone, 2 March 2026",
    }  # fmt: skip
    assert jana.post("/visa-rules/new", data=rule).status_code == 303
    page = jana.get(f"{CASE}?lang=en").text
    assert "Visa needed" in page
    assert "Embassy, by telephone" in page
    backwards = rule | {"valid_from": "2026-03-02", "valid_to": "2026-03-01"}
    answer = jana.post("/visa-rules/new?lang=en", data=backwards)
    assert answer.status_code == 422
    assert "The end lies before the beginning." in answer.text


def test_one_click_takes_the_next_step_and_undo_takes_it_back(open_world: World) -> None:
    jana = open_world.client("organiser")
    jana.post(CASE, data=filled(jana.get(CASE).text) | {"nationality": "IN"})
    button = f'value="{UIDS["olena-part"]}:letter_sent"'
    assert button in jana.get(f"{DESK}?step=letter").text
    jana.post(DESK, data={"advance": f"{UIDS['olena-part']}:letter_sent"})
    page = jana.get(f"{DESK}?lang=en").text
    assert "Invitation letter done; " in page
    undo = f"{DESK}?uid={UIDS['olena-part']}&amp;status=open"
    assert undo in page
    assert button not in page
    jana.post(undo.replace("&amp;", "&"))
    assert button in jana.get(DESK).text
    assert "Nobody here" in jana.get(f"{DESK}?step=granted&lang=en").text


def test_a_delegates_own_page_knows_what_the_desk_knows(open_world: World) -> None:
    jana = open_world.client("organiser")
    jana.post(CASE, data=filled(jana.get(CASE).text) | {"nationality": "IN"})
    with open_world.app.app_context():
        snapshot = get_snapshot(UIDS["trip"])
        part = snapshot.participation_by_uid[UIDS["olena-part"]]
        own = find_own_visa(snapshot.trip.uid, snapshot.person_by_uid[part.person], part)
        assert own == VisaDesk(snapshot).by_uid[part.uid]


def test_rules_are_searched_and_shown_a_page_at_a_time(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = jana.get("/visa-rules?lang=en").text
    assert page.count('<th scope="row">') == 50
    found = jana.get("/visa-rules?q=indi&lang=en").text
    assert found.count('<th scope="row">') == 2
    assert "All others" in found
    rule = filled(jana.get("/visa-rules/new").text) | {
        "country": "DE", "document": "ordinary_passport", "need": "free", "destination": "ZA",
        "source": "High Commission, 2 March 2026",
    }  # fmt: skip
    jana.post("/visa-rules/new", data=rule)
    page = jana.get("/visa-rules?destination=ZA&lang=en").text
    assert "<small>South Africa</small>" in page
    assert "High Commission" in page
    assert "No rule of these matches." in page


def test_several_are_noted_at_the_desk(open_world: World) -> None:
    jana = open_world.client("organiser")
    data = {"uid": [UIDS["thandi-part"], UIDS["olena-part"]], "status": "applied"}
    assert jana.post(DESK, data=data).status_code == 303
    assert jana.post(DESK, data={"uid": [], "status": "nonsense"}).status_code == 400
    with open_world.app.app_context():
        parts = get_snapshot(UIDS["trip"]).participation_by_uid
        found = [parts[UIDS[name]].delegate for name in ("thandi-part", "olena-part")]
    assert [each.visa.status for each in found if each and each.visa] == ["applied", "applied"]
