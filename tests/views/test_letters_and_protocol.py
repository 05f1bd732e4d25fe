"""Office, rank and wording by hand are entered with the person; letters are shown as they begin."""

import re

import pytest
from flask.testing import FlaskClient

from tests.views.fields import Fields
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips.domain.person import Predicate, ProtocolRank
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.extensions import db
from trips.queries.snapshot import get_snapshot

THANDI = UIDS["thandi-part"]
FORM = f"/trips/{SLUG}/delegates/{THANDI}"
PREVIEW = f"/trips/{SLUG}/delegates/letter-preview"


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def snapshot(world: World) -> TripSnapshot:
    with world.app.app_context():
        db.session.remove()
        return get_snapshot(UIDS["trip"])


def fields(client: FlaskClient) -> dict[str, list[str]]:
    return Fields(client.get(f"{FORM}?lang=en").get_data(as_text=True)).values


def typed(client: FlaskClient, **values: str) -> dict[str, list[str]]:
    given = {f"person-{name.replace('__', '-')}": [value] for name, value in values.items()}
    return fields(client) | given


def test_what_letters_need_is_saved_with_the_person(world: World, jana: FlaskClient) -> None:
    data = typed(
        jana,
        office__de="Vizeministerin",
        office__en="Deputy Minister",
        protocol_rank="deputy_minister",
        predicate="honourable",
        office_since="2021-08-05",
        badge_name="Thandi",
        postal_address="240 Walker Street\r\nPretoria",
        letter_language="ar",
    )
    assert jana.post(FORM, data=data).status_code == 303
    now = snapshot(world)
    person = now.person_by_uid[now.participation_by_uid[THANDI].person]
    assert person.office == Text(de="Vizeministerin", en="Deputy Minister")
    assert person.protocol_rank is ProtocolRank.DEPUTY_MINISTER
    assert person.predicate is Predicate.HONOURABLE
    assert (person.badge_name, person.letter_language) == ("Thandi", "ar")
    assert person.postal_address == "240 Walker Street\nPretoria"


def test_a_greeting_by_hand_wants_a_reason(jana: FlaskClient) -> None:
    data = typed(jana, salutation__de="Liebe Thandi")
    answer = jana.post(f"{FORM}?lang=en", data=data)
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "Please say why greeting or address differ" in page
    assert "Liebe Thandi" in page
    data |= {"person-wording_reason": ["Old friends"]}
    assert jana.post(FORM, data=data).status_code == 303


def test_the_preview_composes_what_is_typed_and_writes_nothing(
    world: World, jana: FlaskClient
) -> None:
    before = snapshot(world)
    data = typed(
        jana,
        form_of_address="ms",
        office__de="Oberbürgermeisterin",
        office__en="Lord Mayor",
        letter_language="ar",
    )
    seen = jana.post(f"{PREVIEW}?lang=en", data=data).get_data(as_text=True)
    assert "Sehr geehrte Frau Oberbürgermeisterin," in seen
    assert "Dear Lord Mayor," in seen
    assert re.search(r'lang="ar"\s+dir="rtl"', seen)
    assert snapshot(world) == before


def test_the_preview_says_who_is_entitled_to_what(jana: FlaskClient) -> None:
    rank = {"protocol_rank": "minister", "country": "ZA"}
    seen = jana.post(f"{PREVIEW}?lang=en", data=typed(jana, **rank)).get_data(as_text=True)
    assert "entitled to Excellency" in seen
    rank |= {"protocol_rank": "mayor", "predicate": "excellency"}
    seen = jana.post(f"{PREVIEW}?lang=en", data=typed(jana, **rank)).get_data(as_text=True)
    assert "Not entitled to Excellency" in seen


def test_half_a_form_is_no_error(jana: FlaskClient) -> None:
    assert jana.post(PREVIEW, data={"person-predicate": "nonsense"}).status_code == 200


def test_confirming_drafts_the_mail_and_taking_it_back_puts_it_aside(jana: FlaskClient) -> None:
    olena = UIDS["olena-part"]
    take = f"/trips/{SLUG}/delegates/set?lang=en"
    page = jana.post(take, data={"uid": olena, "status": "confirmed"}, follow_redirects=True).text
    assert "1 mail is drafted." in page
    mails = jana.get(f"/trips/{SLUG}/mails?state=draft&lang=en").text
    assert "Олена" not in mails
    assert "Confirmation" in mails
    undo = re.search(r"/delegates/undo/[^\"]+", page)
    assert undo
    jana.post(f"/trips/{SLUG}{undo.group()}")
    assert "Confirmation" not in jana.get(f"/trips/{SLUG}/mails?state=draft&lang=en").text


@pytest.mark.parametrize("kind", ["invitation", "reminder", "regret"])
def test_mails_are_drafted_for_those_selected(jana: FlaskClient, kind: str) -> None:
    target = f"/trips/{SLUG}/delegates/mail/{kind}?lang=en"
    data = {"uid": [UIDS["olena-part"], THANDI]}
    said = jana.post(target, data=data, follow_redirects=True).text
    assert re.search(r"mails? (is|are) drafted", said)
    box = jana.get(f"/trips/{SLUG}/mails?lang=en").text
    assert "This installation has no public address yet" in box
    assert jana.get("/guide/publishing?lang=en").status_code == 200
