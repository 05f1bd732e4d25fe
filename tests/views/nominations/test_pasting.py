"""People pasted from a mail become nominated delegates, after a look and all at once."""

import html
import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.world import World
from tests.world_trip import UIDS
from trips.domain.participation import DelegateStatus, Participation
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot

MAIL = """Dear Jana,
Ms Oksana Kovalchuk, Deputy Mayor, City of Lviv, Ukraine, o.k@example.org
- Mr Petro Melnyk, Head of Department of Housing, Kyiv City Council, +380 44 1234567, English C1
Best regards"""


@pytest.fixture
def client(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client("organiser")
    client.set_cookie("lang", "en")
    return client


def address(world: World) -> str:
    return f"/trips/{world.slug}/nominate"


def pasted(
    client: FlaskClient, world: World, text: str, delegation: str = "ukraine"
) -> TestResponse:
    uid = UIDS[delegation] if delegation else ""
    return client.post(address(world), data={"text": text, "delegation": uid, "language": "en"})


def fields_of(page: TestResponse) -> dict[str, str]:
    """Everything the page would send again, as a browser without JavaScript would."""
    hidden = dict(re.findall(r'name="(seen|revision)" value="(\w*)"', page.text))
    text = re.search(r"<textarea[^>]*>\r?\n?(.*?)</textarea>", page.text, re.DOTALL)
    chosen = re.findall(r'<option selected value="(\w*)"', page.text)
    assert text is not None
    return {**hidden, "text": html.unescape(text[1]), "delegation": chosen[0], "language": "en"}


def stored(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"])


def added(before: TripSnapshot, after: TripSnapshot) -> dict[str, Participation]:
    known = {each.uid for each in before.participations}
    return {
        after.person_by_uid[each.person].name: each
        for each in after.participations
        if each.uid not in known
    }


def test_a_mail_is_shown_and_becomes_delegates_only_when_confirmed(
    client: FlaskClient, world: World
) -> None:
    before = stored(world)
    page = pasted(client, world, MAIL)
    assert page.status_code == 200
    assert stored(world) == before
    fields = fields_of(page)
    assert fields["text"].replace("\r\n", "\n") == MAIL
    answer = client.post(f"{address(world)}/confirm", data=fields)
    assert answer.status_code == 303
    new = added(before, stored(world))
    assert set(new) == {"Oksana Kovalchuk", "Petro Melnyk"}
    for part in new.values():
        assert part.delegate is not None
        assert part.delegate.delegation == UIDS["ukraine"]
        assert part.delegate.status is DelegateStatus.NOMINATED
    oksana = stored(world).person_by_uid[new["Oksana Kovalchuk"].person]
    assert (oksana.email, oksana.country) == ("o.k@example.org", "UA")
    assert oksana.function.get("en") == "Deputy Mayor"


def test_one_line_in_error_keeps_all_of_it_out_and_the_text_stays(
    client: FlaskClient, world: World
) -> None:
    before = stored(world)
    text = "Name\tE-mail\nIra Koval\tira@example.org\nPetro Melnyk\tpetro@"
    page = pasted(client, world, text)
    assert page.status_code == 422
    assert "Line 3" in page.text
    assert fields_of(page)["text"].replace("\r\n", "\n") == text
    refused = client.post(f"{address(world)}/confirm", data=fields_of(page))
    assert (refused.status_code, stored(world)) == (422, before)


def test_a_text_changed_after_the_preview_is_shown_again_first(
    client: FlaskClient, world: World
) -> None:
    before = stored(world)
    fields = fields_of(pasted(client, world, "Ira Koval, Mayor, City of Odesa"))
    changed = {**fields, "text": "Ira Bondar, Mayor, City of Odesa"}
    answer = client.post(f"{address(world)}/confirm", data=changed)
    assert (answer.status_code, stored(world)) == (409, before)
    assert client.post(f"{address(world)}/confirm", data=fields_of(answer)).status_code == 303
    assert set(added(before, stored(world))) == {"Ira Bondar"}


def test_somebody_known_is_joined_only_with_a_yes(client: FlaskClient, world: World) -> None:
    first = pasted(client, world, "Ira Koval, Mayor, City of Odesa, Ukraine, ira@example.org")
    client.post(f"{address(world)}/confirm", data=fields_of(first))
    before = stored(world)
    ira = next(each for each in before.persons if each.family_name == "Koval")
    other = f"/trips/{world.other_slug}/nominate"
    text = "Ira Koval, Mayor, City of Odesa, Ukraine, ira@example.org"
    page = client.post(other, data={"text": text, "delegation": "", "language": "en"})
    assert ira.uid in page.text
    assert "visited in 2026" in page.text
    fields = fields_of(page)
    assert client.post(f"{other}/confirm", data=fields).status_code == 409
    joined = client.post(f"{other}/confirm", data={**fields, "decide:!1": ira.uid})
    assert joined.status_code == 303
    with world.app.app_context():
        after = get_snapshot(UIDS["other"])
    assert [each.person for each in after.participations] == [ira.uid]


def test_pasting_into_a_delegation_leaves_others_alone(client: FlaskClient, world: World) -> None:
    before = stored(world)
    thandi = before.person_by_uid[UIDS["thandi"]]
    text = f"{thandi.given_name} {thandi.family_name}, Minister, South Africa, {thandi.email}"
    page = pasted(client, world, text)
    assert "Of another delegation" in page.text
    client.post(f"{address(world)}/confirm", data=fields_of(page))
    assert stored(world) == before
