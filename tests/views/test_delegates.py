"""The pages about people: what they show to whom, and what comes of their forms."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from tests.views.fields import Fields
from tests.world import NOW, World
from tests.world_trip import UIDS, other_trip, trip
from trips.domain.account.user import COMMAND_LINE
from trips.extensions import db
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle

LIST = "/trips/leipzig-nuernberg/delegates"
OLENA, THANDI = UIDS["olena-part"], UIDS["thandi-part"]


@pytest.fixture(autouse=True)
def without_tokens(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False


@pytest.fixture
def jana(world: World) -> FlaskClient:
    return world.client("organiser")


def page(client: FlaskClient, address: str = LIST) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.text


def form_of(client: FlaskClient, address: str) -> dict[str, list[str]]:
    return Fields(page(client, address)).values


def snapshot(world: World):
    with world.app.app_context():
        db.session.remove()
        return get_snapshot(UIDS["trip"])


@pytest.mark.parametrize(
    ("language", "headline"),
    [("de", "2 Teilnehmende aus zwei Staaten"), ("en", "2 delegates from two countries")],
)
def test_the_headline_says_how_many_from_where(world: World, language: str, headline: str) -> None:
    client = world.client("viewer")
    client.post("/language", data={"locale": language, "language": language, "lang": language})
    assert headline in client.get(LIST, headers={"Accept-Language": language}).text


def test_filters_live_in_the_address_and_an_empty_result_says_the_way_out(
    jana: FlaskClient,
) -> None:
    assert "Dlamini" in page(jana, f"{LIST}?q=THANDI")
    assert "Ґалаґан" not in page(jana, f"{LIST}?status=confirmed")
    nobody = page(jana, f"{LIST}?q=nobody&status=confirmed")
    assert f'href="{LIST}"' in nobody
    assert "Dlamini" not in nobody


def test_nonsense_in_the_address_is_passed_over(jana: FlaskClient) -> None:
    assert "Dlamini" in page(jana, f"{LIST}?role=x&sort=y&missing=z&page=-4&person=nobody")


def test_a_viewer_sees_no_needs_and_no_private_contacts(world: World) -> None:
    own = page(world.client("organiser"), f"{LIST}?person={THANDI}")
    seen = page(world.client("viewer"), f"{LIST}?person={THANDI}&need=diet-vegan")
    for secret in ("Halal", "no gelatine", "thandiwe@example.org", "#leaf", "#wheelchair"):
        assert secret in own, secret
        assert secret not in seen, secret
    assert "Dlamini" in seen
    assert "need=" not in seen.replace("need=diet-vegan", "")
    assert seen.count(f"{LIST}/{THANDI}") == seen.count(f"{LIST}/{THANDI}/everything") == 1


def test_the_panel_is_about_one_person_of_this_trip(jana: FlaskClient) -> None:
    assert 'id="person"' in page(jana, f"{LIST}?person={OLENA}")
    assert 'id="person"' not in page(jana, f"{LIST}?person=stranger")


def test_saving_an_untouched_form_changes_nothing(world: World, jana: FlaskClient) -> None:
    before = snapshot(world)
    for uid in (THANDI, OLENA, UIDS["hanna-part"]):
        answer = jana.post(f"{LIST}/{uid}", data=form_of(jana, f"{LIST}/{uid}"))
        assert answer.status_code == 303
    assert snapshot(world) == before


def test_a_form_changes_person_and_participation(world: World, jana: FlaskClient) -> None:
    data = form_of(jana, f"{LIST}/{OLENA}")
    data |= {
        "person-phone": ["+380 44 1"],
        "part-diet": ["vegan", "halal"],
        "part-in_photos": ["yes"],
        "part-arrival_on": ["2026-03-16"],
        "part-arrival_time": ["08:15"],
        "delegate-is_head": ["y"],
        "delegate-brings-en": ["A question"],
    }
    assert jana.post(f"{LIST}/{OLENA}", data=data).status_code == 303
    now = snapshot(world)
    part = now.participation_by_uid[OLENA]
    assert now.person_by_uid[part.person].phone == "+380 44 1"
    assert part.diet == ("vegan", "halal")
    assert part.consents[0].is_given
    assert part.consents[0].at is not None
    assert part.arrival.at.isoformat() == "2026-03-16T08:15:00"
    assert part.delegate.brings["en"] == "A question"
    assert now.delegation_by_uid[UIDS["ukraine"]].head == OLENA


@pytest.mark.parametrize(
    "wrong",
    [
        {"person-email": ["olena@"]},
        {"person-given_name": [""], "person-family_name": [" "]},
        {"part-present_to": ["2026-03-01"]},
        {"part-arrival_on": ["2026-03-16"], "part-arrival_time": [""]},
        {"delegate-rank": ["0"]},
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    world: World, jana: FlaskClient, wrong: dict[str, list[str]]
) -> None:
    before = snapshot(world)
    data = form_of(jana, f"{LIST}/{OLENA}") | {"person-phone": ["+380 77"]} | wrong
    answer = jana.post(f"{LIST}/{OLENA}", data=data)
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert "+380 77" in answer.text
    assert snapshot(world) == before


def test_two_edits_of_one_field_show_both_and_save_nothing(world: World, jana: FlaskClient) -> None:
    mine = form_of(jana, f"{LIST}/{OLENA}") | {"person-phone": ["111"]}
    theirs = form_of(jana, f"{LIST}/{OLENA}") | {"person-phone": ["222"]}
    assert jana.post(f"{LIST}/{OLENA}", data=theirs).status_code == 303
    answer = jana.post(f"{LIST}/{OLENA}", data=mine)
    assert answer.status_code == 409
    assert ">222</td>" in answer.text
    assert ">111</td>" in answer.text
    assert snapshot(world).person_by_uid[UIDS["olena"]].phone == "222"
    again = jana.post(f"{LIST}/{OLENA}", data=Fields(answer.text).values)
    assert again.status_code == 303
    assert snapshot(world).person_by_uid[UIDS["olena"]].phone == "111"


def test_somebody_known_is_asked_about_before_anything_is_saved(
    world: World, jana: FlaskClient
) -> None:
    data = form_of(jana, f"{LIST}/new") | {
        "person-given_name": ["Hanna"],
        "person-family_name": ["Oeztuerk"],
        "person-country": ["DE"],
    }
    asked = jana.post(f"{LIST}/new", data=data)
    assert asked.status_code == 422
    assert f'value="{UIDS["hanna"]}"' in asked.text
    assert len(snapshot(world).participations) == 4
    assert jana.post(f"{LIST}/new", data=data | {"same": UIDS["hanna"]}).status_code == 303
    assert len(snapshot(world).persons) == 4
    assert jana.post(f"{LIST}/new", data=data | {"same": "new"}).status_code == 303
    assert len(snapshot(world).persons) == 5


def test_an_answer_that_names_a_stranger_is_no_person(world: World, jana: FlaskClient) -> None:
    data = form_of(jana, f"{LIST}/new") | {"person-family_name": ["Xu"], "same": "f" * 16}
    assert jana.post(f"{LIST}/new", data=data).status_code == 404
    assert len(snapshot(world).persons) == 4


def test_an_escort_is_added_with_what_to_ask_about(world: World, jana: FlaskClient) -> None:
    data = form_of(jana, f"{LIST}/new?role=escort") | {
        "person-family_name": ["Muster"],
        "person-organisation": ["A new agency"],
        "part-contact_for-de": ["Wege"],
    }
    assert data["part-role"] == ["escort"]
    assert jana.post(f"{LIST}/new?role=escort", data=data).status_code == 303
    now = snapshot(world)
    escort = next(each for each in now.participations if each.role == "escort")
    assert escort.contact_for["de"] == "Wege"
    home = now.person_by_uid[escort.person].organisation
    assert now.organisation_by_uid[home].name.shown("de").text == "A new agency"


def test_who_is_removed_comes_back_by_undo(world: World, jana: FlaskClient) -> None:
    answer = jana.post(f"{LIST}/{OLENA}/remove", follow_redirects=True)
    assert "Ґалаґан" not in answer.text
    undo = re.search(r'action="([^"]+/restore)"', answer.text)
    assert "Ґалаґан" in jana.post(undo.group(1), follow_redirects=True).text
    assert OLENA in snapshot(world).participation_by_uid


def test_several_people_get_a_group_or_a_status_at_once(world: World, jana: FlaskClient) -> None:
    chosen = {"uid": [OLENA, THANDI], "next": f"{LIST}?group=A"}
    answer = jana.post(f"{LIST}/set", data={**chosen, "group": "B"})
    assert (answer.status_code, answer.location) == (303, f"{LIST}?group=A")
    jana.post(f"{LIST}/set", data={**chosen, "status": "withdrawn"})
    people = snapshot(world).participation_by_uid
    assert {people[uid].group for uid in chosen["uid"]} == {"B"}
    assert not people[OLENA].is_coming
    assert jana.post(f"{LIST}/set", data={**chosen, "status": "asleep"}).status_code == 400
    evil = jana.post(f"{LIST}/set", data={"uid": OLENA, "group": "A", "next": "//evil.example"})
    assert evil.location == LIST


def test_a_delegation_is_made_changed_and_while_empty_deleted(
    world: World, jana: FlaskClient
) -> None:
    base = "/trips/leipzig-nuernberg/delegations"
    data = form_of(jana, f"{base}/new") | {"name-en": ["Kenya"], "country": ["KE"]}
    assert jana.post(f"{base}/new", data=form_of(jana, f"{base}/new")).status_code == 422
    answer = jana.post(f"{base}/new", data=data)
    assert answer.status_code == 303
    kenya = next(each for each in snapshot(world).delegations if each.country == "KE")
    data = form_of(jana, f"{base}/{kenya.uid}") | {"seats": ["3"]}
    assert jana.post(f"{base}/{kenya.uid}", data=data).status_code == 303
    assert snapshot(world).delegation_by_uid[kenya.uid].seats == 3
    jana.post(f"{base}/{kenya.uid}/delete")
    jana.post(f"{base}/{UIDS['ukraine']}/delete")
    assert {each.country for each in snapshot(world).delegations} == {"ZA", "UA"}


def test_the_list_takes_as_many_queries_for_240_people_as_for_24(
    world: World, query_counter: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    client = world.client("organiser")
    counts = []
    for number in (24, 240):
        store(world, number)
        address = f"/trips/{other_trip().trip.slug}/delegates?person={0:016d}"
        client.get(address)
        with query_counter() as queries:
            assert "Dlamini" in page(client, address)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 30


def store(world: World, number: int) -> None:
    """The other trip with `number` delegates."""
    base, other = trip(), other_trip()
    person, part = base.person_by_uid[UIDS["thandi"]], base.participation_by_uid[THANDI]
    delegate = replace(part.delegate, delegation=None)
    uids = [f"{index:016d}" for index in range(number)]
    full = replace(
        other,
        organisations=base.organisations,
        persons=tuple(replace(person, uid=uid) for uid in uids),
        participations=tuple(replace(part, uid=uid, person=uid, delegate=delegate) for uid in uids),
    )
    with world.app.app_context():
        store_bundle(full, actor=COMMAND_LINE, now=NOW)


def test_a_trip_without_groups_takes_people_all_the_same(world: World) -> None:
    client = world.client("organiser")
    address = f"/trips/{other_trip().trip.slug}/delegates/new"
    data = form_of(client, address) | {"person-family_name": ["Xu"]}
    assert client.post(address, data=data).status_code == 303


def test_from_a_finding_through_list_and_form_and_back(jana: FlaskClient) -> None:
    findings = "/trips/leipzig-nuernberg/readiness?show=all"
    here = f"{LIST}?q=Olena&person={OLENA}&next={quote(findings, safe='')}&lang=en"
    listed = page(jana, here)
    assert f'<a href="{findings}">Back to where you came from</a>' in listed
    edit = re.findall(rf'href="({LIST}/{OLENA}\?[^"]+)"', listed)[-1].replace("&amp;", "&")
    form = page(jana, f"{edit}&lang=en")
    back = parse_qs(urlsplit(edit).query)["next"][0]
    assert parse_qs(urlsplit(back).query) == {
        "q": ["Olena"],
        "person": [OLENA],
        "next": [findings],
    }
    assert f'href="{escape(back)}">Cancel</a>' in form
    assert jana.post(edit, data=Fields(form).values).location == back


def test_nobody_is_led_to_another_site(jana: FlaskClient) -> None:
    assert 'href="//evil.example' not in page(jana, f"{LIST}?next=//evil.example/")
    form = f"{LIST}/{OLENA}?next=https://evil.example/"
    typed = form_of(jana, form)
    assert 'href="https://evil.example' not in page(jana, form)
    assert jana.post(form, data=typed).location.startswith(LIST)
