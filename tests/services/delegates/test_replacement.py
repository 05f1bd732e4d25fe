"""Somebody comes instead of somebody else."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.services.delegates.crowd import BY, TRIP, add, set_seats, snapshot, status_of, taken
from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.link import LinkPurpose
from trips.domain.delegates.substitute import NotReplaceableError
from trips.domain.editing import change_between
from trips.domain.mail import MailKind, MailState
from trips.domain.participation import Delegate, Participation
from trips.domain.participation import DelegateStatus as Status
from trips.domain.person import Person
from trips.extensions import db
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.person import PersonRow
from trips.services.delegates.replacement import Replaced, Substitute, replace_delegate
from trips.services.delegates.status import change_status
from trips.services.delegates.undo import UndoRefusedError, undo_step
from trips.services.link import NewLink, create_link
from trips.services.participation import AlreadyThereError, Edit, edit_participant
from trips.services.unit import MissingError, unit

THANDI, OLENA = UIDS["thandi-part"], UIDS["olena-part"]
NOMSA = Person(uid="", given_name="Nomsa", family_name="Dlamini")


@pytest.fixture(autouse=True)
def inside(world: World):
    with world.app.app_context():
        yield


def edit_thandi(**delegate: object) -> None:
    old = snapshot().participation_by_uid[THANDI]
    nothing = change_between(old, {})
    change = change_between(old.delegate, delegate)
    edit = Edit(person=nothing, participation=nothing, delegate=change, head=True)
    edit_participant(TRIP, THANDI, edit, **BY)


def swap(uid: str = THANDI, person: Person = NOMSA, *, offers_room: bool = False) -> Replaced:
    new = Substitute(person=person, offers_room=offers_room)
    return replace_delegate(TRIP, uid, new, **BY)


def now_there(done: Replaced) -> Participation:
    return snapshot().participation_by_uid[done.participation.uid]


def add_mail(state: MailState) -> str:
    with unit(**BY, trip=TRIP) as work:
        person = work.session.scalar(select(PersonRow.id).where(PersonRow.uid == UIDS["thandi"]))
        mail = MailRow(
            trip_id=work.trip.id, person_id=person, kind=MailKind.CHANGE, state=state, key=None,
            locale="en", subject="s", body="b", changes={}, created_at=NOW,
            uid=f"mail{state.value}"[:16].ljust(16, "a"),
        )  # fmt: skip
        work.session.add(mail)
        return mail.uid


def test_the_seat_the_delegation_and_the_days_pass_on_and_nothing_personal() -> None:
    edit_thandi(room_wish="quiet", travel_wish="by train", nationality="ZA", rank=1)
    before = snapshot().participation_by_uid[THANDI]
    new = now_there(swap())
    assert new == Participation(
        uid=new.uid,
        person=new.person,
        role=before.role,
        present_from=before.present_from,
        present_to=before.present_to,
        counts=before.counts,
        group=before.group,
        delegate=Delegate(
            delegation=UIDS["south-africa"],
            status=Status.CONFIRMED,
            status_at=new.delegate.status_at,
            replaces=THANDI,
        ),
    )
    assert status_of(THANDI) is Status.REPLACED


def test_the_room_is_passed_on_only_where_it_was_offered() -> None:
    edit_thandi(room_wish="quiet")
    assert now_there(swap(offers_room=True)).delegate.room_wish == "quiet"


def test_on_a_full_trip_the_seat_changes_hands() -> None:
    set_seats(1)
    swap()
    assert taken() == 1


def test_who_waits_is_replaced_in_their_place_of_the_list() -> None:
    change_status(TRIP, [OLENA], Status.WAITLISTED, **BY)
    since = snapshot().participation_by_uid[OLENA].delegate.status_at
    new = now_there(swap(OLENA)).delegate
    assert (new.status, new.status_at) == (Status.WAITLISTED, since)


def test_who_was_only_invited_leaves_an_invitation_to_be_written() -> None:
    assert swap(OLENA).participation.delegate.status is Status.APPROVED


def test_links_and_unsent_mails_of_the_old_one_are_closed() -> None:
    key = b"k" * 32
    purposes = (LinkPurpose.PERSONAL_CALENDAR, LinkPurpose.REGISTRATION, LinkPurpose.PROGRAMME)
    for purpose in purposes:
        wish = NewLink(trip=TRIP, label="x", expires_at=None, purpose=purpose, subject=THANDI)
        create_link(wish, key=key, **BY)
    mails = {state: add_mail(state) for state in (MailState.DRAFT, MailState.SENT)}
    done = swap()
    links = db.session.scalars(select(LinkRow).where(LinkRow.subject == THANDI)).all()
    assert {each.purpose for each in links if each.revoked_at} == set(purposes[:2])
    assert done.discarded == 1
    assert mail_state(mails[MailState.DRAFT]) is MailState.DISCARDED
    assert mail_state(mails[MailState.SENT]) is MailState.SENT


def mail_state(uid: str) -> MailState:
    return db.session.scalar(select(MailRow.state).where(MailRow.uid == uid))


def test_a_head_who_does_not_come_leads_nobody() -> None:
    edit_thandi()
    swap()
    assert snapshot().delegation_by_uid[UIDS["south-africa"]].head is None


def test_all_of_it_is_taken_back_at_once() -> None:
    edit_thandi(room_wish="quiet")
    mail = add_mail(MailState.DRAFT)
    before = snapshot()
    wish = NewLink(
        trip=TRIP, label="", expires_at=None, purpose=LinkPurpose.REGISTRATION, subject=THANDI
    )
    create_link(wish, key=b"k" * 32, **BY)
    done = swap()
    undo_step(TRIP, done.step, **BY)
    after = snapshot()
    assert done.participation.uid not in after.participation_by_uid
    old, new = (each.participation_by_uid[THANDI] for each in (before, after))
    assert replace(old, version=0, delegate=None) == replace(new, version=0, delegate=None)
    assert replace(old.delegate, status_at=None) == replace(new.delegate, status_at=None)
    assert after.delegation_by_uid[UIDS["south-africa"]].head == THANDI
    assert mail_state(mail) is MailState.DRAFT
    link = db.session.scalar(select(LinkRow).where(LinkRow.subject == THANDI))
    assert link.revoked_at is None


def test_a_substitute_who_was_removed_meanwhile_stops_the_undo() -> None:
    done = swap()
    change_status(TRIP, [done.participation.uid], Status.WITHDRAWN, **BY)
    undo_step(TRIP, done.step, **BY)
    assert status_of(THANDI) is Status.CONFIRMED
    with pytest.raises(UndoRefusedError):
        undo_step(TRIP, done.step, **BY)


def test_nobody_is_replaced_twice_by_somebody_there_or_by_a_stranger() -> None:
    ivan = add("Ivan", Status.NOMINATED)
    person = snapshot().person_by_uid[snapshot().participation_by_uid[ivan].person]
    with pytest.raises(AlreadyThereError):
        swap(person=person)
    with pytest.raises(MissingError):
        swap(person=replace(NOMSA, uid="stranger"))
    with pytest.raises(MissingError):
        swap("stranger")
    with pytest.raises(NotReplaceableError):
        swap(UIDS["hanna-part"])
    swap()
    with pytest.raises(NotReplaceableError):
        swap()
