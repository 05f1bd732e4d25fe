"""What organisers and clients do with delegates from the list and from a person's page."""

import re

import pytest
from sqlalchemy import select

from tests.services.delegates import crowd
from tests.views.fields import Fields
from tests.world import World
from tests.world_trip import UIDS
from trips.domain.mail import MailKind, MailState
from trips.domain.participation import DelegateStatus as Status
from trips.domain.participation import Permission
from trips.domain.snapshot import TripSnapshot
from trips.extensions import db
from trips.models.mail import MailRow
from trips.models.participation import DelegateRow, ParticipationRow

OLENA, THANDI, HANNA = UIDS["olena-part"], UIDS["thandi-part"], UIDS["hanna-part"]
LIST = "/trips/leipzig-nuernberg/delegates"


@pytest.fixture(autouse=True)
def _open(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False


def add(world: World, name: str, status: Status) -> str:
    with world.app.app_context():
        return crowd.add(name, status)


def set_seats(world: World, seats: int) -> None:
    with world.app.app_context():
        crowd.set_seats(seats)


def snapshot(world: World) -> TripSnapshot:
    with world.app.app_context():
        return crowd.snapshot()


def status_of(world: World, uid: str) -> Status:
    with world.app.app_context():
        return crowd.status_of(uid)


CHOSEN = {"form_of_address": "ms", "country": ""}
ENGLISH = {"Accept-Language": "en"}


def read(world: World, address: str, who: str = "organiser") -> str:
    answer = world.client(who).get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.text


def send(world: World, address: str, who: str = "organiser", **fields: object) -> str:
    """Post, and read the page that follows."""
    answer = world.client(who).post(address, data=fields, headers=ENGLISH, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def test_several_are_confirmed_at_once_and_taken_back_by_one_click(world: World) -> None:
    ivan = add(world, "Ivan", Status.NOMINATED)
    page = send(world, f"{LIST}/set", uid=[OLENA, ivan], status="confirmed")
    assert "2 people are confirmed." in page
    undo = re.search(r'action="([^"]*/undo/[^"]*)"', page)
    assert undo
    assert "Taken back for 2 people." in send(world, undo[1])
    assert (status_of(world, OLENA), status_of(world, ivan)) == (Status.INVITED, Status.NOMINATED)


def test_who_cannot_be_confirmed_is_named_with_the_reason(world: World) -> None:
    set_seats(world, 1)
    page = send(world, f"{LIST}/set", uid=OLENA, status="confirmed")
    assert "Unchanged: Olena" in page
    assert "There is no seat left on the trip: 1 of 1 are taken." in page
    assert status_of(world, OLENA) is Status.INVITED


def test_a_step_that_does_not_exist_is_explained(world: World) -> None:
    send(world, f"{LIST}/set", uid=THANDI, status="attended")
    assert "there is no way to “Invited”" in send(
        world, f"{LIST}/set", uid=THANDI, status="invited"
    )


def test_the_waiting_list_has_its_order_and_moves_up_by_hand(world: World) -> None:
    ivan = add(world, "Ivan", Status.NOMINATED)
    send(world, f"{LIST}/set", uid=[ivan, OLENA], status="waitlisted")
    set_seats(world, 2)
    page = read(world, f"{LIST}?role=waiting")
    assert page.index("Ivan Bondar") < page.index("Olena")
    assert "No. 1" in page
    assert "Free seats: the whole trip 1" in page
    send(world, f"{LIST}/{ivan}/move-up")
    assert status_of(world, ivan) is Status.CONFIRMED
    page = read(world, f"{LIST}?role=waiting")
    assert "no seat" in page
    assert "/move-up" not in page
    send(world, f"{LIST}/{OLENA}/move-up")
    assert status_of(world, OLENA) is Status.WAITLISTED


def test_the_client_approves_a_nomination_and_nothing_else(world: World) -> None:
    ivan = add(world, "Ivan", Status.NOMINATED)
    assert f'action="{LIST}/approve"' in read(world, f"{LIST}?person={ivan}", "viewer")
    assert f'action="{LIST}/approve"' not in read(world, f"{LIST}?person={THANDI}", "viewer")
    send(world, f"{LIST}/approve", "viewer", uid=ivan, status="approved")
    assert status_of(world, ivan) is Status.APPROVED
    send(world, f"{LIST}/approve", "viewer", uid=THANDI, status="approved")
    assert status_of(world, THANDI) is Status.CONFIRMED
    refused = world.client("viewer").post(
        f"{LIST}/approve", data={"uid": ivan, "status": "confirmed"}
    )
    assert refused.status_code == 400


def test_the_travel_permission_is_noted_for_several(world: World) -> None:
    send(world, f"{LIST}/permission", uid=[OLENA, THANDI], permission="granted")
    people = snapshot(world).participation_by_uid
    assert {people[each].delegate.permission for each in (OLENA, THANDI)} == {Permission.GRANTED}
    assert "Granted" in read(world, f"{LIST}/{OLENA}/everything")


def test_what_was_changed_after_the_confirmation_is_looked_at_once(world: World) -> None:
    with world.app.app_context():
        row = db.session.query(DelegateRow).join(
            ParticipationRow, ParticipationRow.id == DelegateRow.participation_id
        )
        row.filter(ParticipationRow.uid == THANDI).one().to_review = [
            "diet",
            "arrival",
            "forgotten",
        ]
        db.session.commit()
    assert "Changed after the confirmation" in read(world, f"{LIST}?person={THANDI}")
    send(world, f"{LIST}/{THANDI}/looked-at")
    page = read(world, f"{LIST}/{THANDI}/everything")
    assert "Changed after the confirmation" not in page
    assert "looked at what was changed: Arrival, Diet and forgotten" in page


def test_the_page_of_a_person_tells_the_history_by_name_only(world: World) -> None:
    send(world, f"{LIST}/set", uid=OLENA, status="confirmed")
    page = read(world, f"{LIST}/{OLENA}/everything")
    assert "Invited → Confirmed" in page
    assert "Jana Brandt" in page
    assert "History" not in read(world, f"{LIST}/{OLENA}/everything", "viewer")
    thandi = read(world, f"{LIST}/{THANDI}/everything", "viewer")
    assert "no gelatine" not in thandi
    assert read(world, f"{LIST}/{HANNA}/everything")


def test_replacing_shows_the_new_one_and_undo_brings_the_old_one_back(world: World) -> None:
    address = f"{LIST}/{THANDI}/replace"
    assert "Never passes on" in read(world, address)
    page = send(world, address, given_name="Nomsa", family_name="Dlamini", **CHOSEN)
    assert "Replaced. Seat, delegation and group stay" in page
    assert "Nomsa Dlamini" in page
    assert status_of(world, THANDI) is Status.REPLACED
    undo = re.search(r'action="([^"]*/undo/[^"]*)"', page)
    assert undo
    send(world, undo[1])
    assert status_of(world, THANDI) is Status.CONFIRMED


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Please say who comes instead."),
        ({"known": "Hanna", "given_name": "Nomsa"}, "both are named here"),
        ({"known": "No Such Person"}, "The address book has no such entry."),
    ],
)
def test_nobody_is_replaced_by_nobody(world: World, fields: dict[str, str], words: str) -> None:
    answer = world.client("organiser").post(
        f"{LIST}/{THANDI}/replace", data={**CHOSEN, **fields}, headers=ENGLISH
    )
    assert answer.status_code == 422
    assert words in answer.text
    assert status_of(world, THANDI) is Status.CONFIRMED


def test_a_name_the_address_book_knows_is_asked_about_and_who_is_there_waits(world: World) -> None:
    person = snapshot(world).person_by_uid[UIDS["olena"]]
    fields = {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "email": person.email,
        **CHOSEN,
    }
    client, address = world.client("organiser"), f"{LIST}/{THANDI}/replace"
    answer = client.post(address, data=fields, headers=ENGLISH)
    assert "Is it one of these?" in answer.text
    answer = client.post(address, data={**fields, "same": UIDS["olena"]}, headers=ENGLISH)
    assert "This person is on the trip already." in answer.text
    assert status_of(world, THANDI) is Status.CONFIRMED


def test_the_form_says_where_a_seat_is_missing(world: World) -> None:
    set_seats(world, 1)
    client = world.client("organiser")
    page = client.get(f"{LIST}/new").text
    fields = Fields(page).values
    fields |= {"person-family_name": "Dlamini", "delegate-status": "confirmed", "same": "new"}
    answer = client.post(f"{LIST}/new", data=fields, headers=ENGLISH)
    assert answer.status_code == 422
    assert "There is no seat left on the trip: 1 of 1 are taken." in answer.text


def test_a_delegation_has_seats_and_a_contact_person_of_the_address_book(world: World) -> None:
    client = world.client("organiser")
    address = f"/trips/leipzig-nuernberg/delegations/{UIDS['ukraine']}"
    fields = Fields(client.get(address).text).values
    person = snapshot(world).person_by_uid[UIDS["hanna"]]
    answer = client.post(address, data={**fields, "seats": "4", "contact": person.name})
    assert answer.status_code == 303
    delegation = snapshot(world).delegation_by_uid[UIDS["ukraine"]]
    assert (delegation.seats, delegation.contact) == (4, UIDS["hanna"])


def test_groups_have_seats_in_the_form_of_the_trip(world: World) -> None:
    client = world.client("organiser")
    address = "/trips/leipzig-nuernberg/edit"
    fields = Fields(client.get(address).text).values
    answer = client.post(address, data={**fields, "groups-0-seats": "12"})
    assert answer.status_code == 303
    assert snapshot(world).trip.groups[0].seats == 12


def test_who_is_invited_has_a_draft_and_is_not_written_to_twice(world: World) -> None:
    ivan = add(world, "Ivan", Status.APPROVED)
    page = send(world, f"{LIST}/invite", uid=[ivan])
    assert status_of(world, ivan) is Status.INVITED
    assert "1 mail is drafted." in page
    send(world, f"{LIST}/invite", uid=[ivan])
    assert len(drafts(world)) == 1


def test_confirming_drafts_a_mail_and_taking_it_back_puts_it_aside(world: World) -> None:
    page = send(world, f"{LIST}/set", uid=OLENA, status="confirmed")
    assert [each.kind for each in drafts(world)] == [MailKind.CONFIRMATION]
    undo = re.search(r'action="([^"]*/undo/[^"]*)"', page)
    assert undo
    send(world, undo[1])
    assert MailKind.CONFIRMATION not in {each.kind for each in drafts(world)}


def test_declining_whoever_waits_drafts_a_regret_that_waits_in_the_outbox(world: World) -> None:
    ivan = add(world, "Ivan", Status.WAITLISTED)
    page = send(world, f"{LIST}/set", uid=ivan, status="declined")
    assert status_of(world, ivan) is Status.DECLINED
    assert "1 mail is drafted." in page
    (draft,) = drafts(world)
    assert (draft.kind, draft.state) == (MailKind.REGRET, MailState.DRAFT)
    assert "No place" in read(world, "/trips/leipzig-nuernberg/mails")
    undo = re.search(r'action="([^"]*/undo/[^"]*)"', page)
    assert undo
    send(world, undo[1])
    assert status_of(world, ivan) is Status.WAITLISTED
    assert MailKind.REGRET not in {each.kind for each in drafts(world)}


def drafts(world: World) -> list[MailRow]:
    """Drafts about registering, not those about releases."""
    with world.app.app_context():
        query = select(MailRow).where(
            MailRow.state == MailState.DRAFT, MailRow.kind != MailKind.CHANGE
        )
        return list(db.session.scalars(query))


def test_next_steps_are_done_with_one_button_and_the_client_sees_only_theirs(world: World) -> None:
    nandi, sabelo = add(world, "Nandi", Status.NOMINATED), add(world, "Sabelo", Status.NOMINATED)
    add(world, "Ruth", Status.INVITED)
    page = read(world, f"{LIST}/next", "viewer")
    assert "Nandi" in page
    assert "Ruth" not in page
    assert "Approve all 2" in page
    steps = {"uid": [nandi, sabelo], "status": "approved", "next": f"{LIST}/next"}
    assert "2 people are approved." in send(world, f"{LIST}/approve", "viewer", **steps)
    page = read(world, f"{LIST}/next")
    assert "Ruth" in page
    assert "Invite all 2" in page
