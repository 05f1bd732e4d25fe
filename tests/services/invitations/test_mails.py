"""Who is invited, reminded and told where they stand: once each, in their language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from tests.services.delegates.crowd import BY, TRIP
from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.delegates.lifecycle import By
from trips.domain.editing import Change
from trips.domain.mail import Mail, MailKind, MailState
from trips.domain.participation import DelegateStatus as Status
from trips.domain.registration_setup import Deadline, Registration, Station
from trips.domain.values.wire import to_wire
from trips.models.participation import DelegateRow, DelegationRow
from trips.models.person import PersonRow
from trips.models.trip import TripRow
from trips.queries.mail import list_mails
from trips.services.delegates.status import change_status
from trips.services.invitations.mails import (
    draft_invitations,
    draft_notices,
    draft_reminders,
    follow_statuses,
)
from trips.services.outbox import NotSendableError, approve_mails, edit_mail
from trips.services.unit import MissingError, unit

pytestmark = pytest.mark.either_database
THANDI, OLENA = UIDS["thandi-part"], UIDS["olena-part"]
HOST = "trips.example"


@pytest.fixture(autouse=True)
def _inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        be(Status.APPROVED)
        yield


def be(status: Status) -> None:
    with unit(**BY, trip=TRIP) as work:
        work.session.execute(update(DelegateRow).values(status=status))


def mails(state: MailState = MailState.DRAFT) -> dict[tuple[MailKind, str], Mail]:
    box = list_mails(TRIP, state, 1)
    kinds = [mail for mail in box.mails if mail.kind is not MailKind.CHANGE]
    return {(mail.kind, mail.person or ""): mail for mail in kinds}


def only(kind: MailKind, person: str = "thandi") -> Mail:
    return mails()[kind, UIDS[person]]


def let_go(world: World, mail: Mail) -> None:
    house = world.app.extensions["doors"]
    public = replace(house.settings, base_url="https://trips.example.org")
    world.app.extensions["doors"] = replace(house, settings=public)
    try:
        approve_mails(TRIP, [mail.uid], HOST, **BY)
    finally:
        world.app.extensions["doors"] = house


def set_contact(person: str) -> None:
    with unit(**BY, trip=TRIP) as work:
        key = work.session.query(PersonRow.id).filter_by(uid=UIDS[person]).scalar_subquery()
        work.session.execute(
            update(DelegationRow).where(DelegationRow.uid == UIDS["ukraine"]).values(contact_id=key)
        )


def set_deadlines(*days: tuple[Station, date]) -> None:
    setup = Registration(is_open=True, deadlines=tuple(Deadline(*each) for each in days))
    with unit(**BY, trip=TRIP) as work:
        work.session.execute(
            update(TripRow).where(TripRow.uid == TRIP).values(registration=to_wire(setup))
        )


def test_an_invitation_has_the_link_and_the_deadlines_in_the_persons_language() -> None:
    set_deadlines((Station.PERSON, date(2026, 2, 1)), (Station.JOURNEY, date(2026, 3, 1)))
    assert draft_invitations(TRIP, [THANDI, OLENA], **BY) == 2
    mail = only(MailKind.INVITATION)
    assert mail.text.subject == "Your invitation: Social City, 16–18 March 2026"
    assert mail.text.recipient == "thandiwe@example.org"
    assert mail.text.body.startswith("Dear Ms Dlamini,\n\nWe warmly invite you to “Social City”")
    assert "/r/" in mail.text.body
    assert "– You and your work, by Sunday, 1 February 2026" in mail.text.body
    assert "visa and emergency contact, by Sunday, 1 March 2026" in mail.text.body
    other = only(MailKind.INVITATION, "olena")
    assert other.locale == "uk"
    assert "?lang=uk" in other.text.body


def test_inviting_twice_is_inviting_once(world: World) -> None:
    draft_invitations(TRIP, [THANDI], **BY)
    first = only(MailKind.INVITATION)
    draft_invitations(TRIP, [THANDI], **BY)
    assert only(MailKind.INVITATION).text == first.text, "the link stays the same"
    let_go(world, first)
    assert draft_invitations(TRIP, [THANDI], **BY) == 0
    assert mails() == {}


def test_words_changed_by_hand_stay() -> None:
    draft_invitations(TRIP, [THANDI], **BY)
    mail = only(MailKind.INVITATION)
    edit_mail(TRIP, mail.uid, Change({"subject": mail.text.subject}, {"subject": "Come!"}), **BY)
    draft_invitations(TRIP, [THANDI], **BY)
    assert only(MailKind.INVITATION).text.subject == "Come!"


def test_a_stranger_is_missing_and_nothing_is_drafted() -> None:
    with pytest.raises(MissingError):
        draft_invitations(TRIP, [THANDI, "nobody"], **BY)
    assert mails() == {}


def test_whoever_acts_for_others_gets_one_mail_with_the_links_of_the_unreachable() -> None:
    set_contact("hanna")
    assert draft_invitations(TRIP, [OLENA], **BY) == 1
    mail = only(MailKind.INVITATION, "hanna")
    assert mail.text.subject == "Anmeldung der Delegation Ukraine: Soziale Stadt"
    assert "Olena Ґалаґан" in mail.text.body
    assert mail.text.body.count("/r/") == 2, "the page of all, and Olena's own, who has no address"


def test_no_link_of_this_machine_leaves_it(world: World) -> None:
    draft_invitations(TRIP, [THANDI], **BY)
    mail = only(MailKind.INVITATION)
    with pytest.raises(NotSendableError, match="local"):
        approve_mails(TRIP, [mail.uid], HOST, **BY)
    assert only(MailKind.INVITATION).state is MailState.DRAFT
    let_go(world, mail)
    sent = mails(MailState.APPROVED)[MailKind.INVITATION, UIDS["thandi"]]
    assert "https://trips.example.org/r/" in sent.text.body
    assert "127.0.0.1" not in sent.text.body


def test_a_reminder_names_what_is_missing_and_waits_once() -> None:
    set_deadlines((Station.JOURNEY, date(2026, 3, 10)))
    change_status(TRIP, [THANDI], Status.INVITED, **BY)
    assert draft_reminders(TRIP, [THANDI], **BY) == 1
    mail = only(MailKind.REMINDER)
    assert mail.text.subject == "Still missing: Social City"
    assert "– Journey, visa and emergency contact, by Tuesday, 10 March 2026" in mail.text.body
    draft_reminders(TRIP, [THANDI], **BY)
    assert list(mails()) == [(MailKind.REMINDER, UIDS["thandi"])]


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (Status.CONFIRMED, MailKind.CONFIRMATION, "Your place is confirmed"),
        (Status.WAITLISTED, MailKind.WAITLISTED, "you are on the waiting list"),
        (Status.REPLACED, MailKind.REPLACED, "now goes to somebody else"),
        (Status.DECLINED, MailKind.REGRET, "we have no place for you"),
    ],
)
def test_a_status_drafts_what_it_calls_for(status: Status, kind: MailKind, words: str) -> None:
    be(status)
    assert follow_statuses(TRIP, [THANDI], **BY) == 1
    follow_statuses(TRIP, [THANDI], **BY)
    assert list(mails()) == [(kind, UIDS["thandi"])]
    assert words in only(kind).text.body


def test_what_is_overtaken_is_put_aside() -> None:
    change_status(TRIP, [THANDI], Status.WAITLISTED, **BY)
    follow_statuses(TRIP, [THANDI], **BY)
    change_status(TRIP, [THANDI], Status.WITHDRAWN, **BY)
    assert follow_statuses(TRIP, [THANDI], **BY) == 0
    assert mails() == {}


def test_whoever_was_told_to_wait_is_told_of_the_place(world: World) -> None:
    change_status(TRIP, [THANDI], Status.WAITLISTED, **BY)
    follow_statuses(TRIP, [THANDI], **BY)
    let_go(world, only(MailKind.WAITLISTED))
    later = BY | {"now": NOW + timedelta(days=1)}
    change_status(TRIP, [THANDI], Status.CONFIRMED, **later)
    follow_statuses(TRIP, [THANDI], **later)
    assert list(mails()) == [(MailKind.PROMOTED, UIDS["thandi"])]


def test_a_regret_can_be_written_before_any_decline() -> None:
    assert draft_notices(TRIP, [THANDI], MailKind.REGRET, **BY) == 1
    assert "we have no place for you" in only(MailKind.REGRET).text.body
    assert "/r/" not in only(MailKind.REGRET).text.body


def test_declining_from_the_waiting_list_puts_aside_what_was_said_of_waiting() -> None:
    change_status(TRIP, [THANDI], Status.WAITLISTED, **BY)
    follow_statuses(TRIP, [THANDI], **BY)
    change_status(TRIP, [THANDI], Status.DECLINED, **BY)
    assert follow_statuses(TRIP, [THANDI], **BY) == 1
    assert list(mails()) == [(MailKind.REGRET, UIDS["thandi"])]


def test_a_decline_taken_back_takes_the_regret_back() -> None:
    be(Status.INVITED)
    change_status(TRIP, [THANDI], Status.DECLINED, **BY)
    follow_statuses(TRIP, [THANDI], **BY)
    change_status(TRIP, [THANDI], Status.NOMINATED, **BY)
    assert follow_statuses(TRIP, [THANDI], **BY) == 0
    assert mails() == {}


def test_a_regret_that_went_before_the_decline_does_not_go_again(world: World) -> None:
    be(Status.WAITLISTED)
    draft_notices(TRIP, [THANDI], MailKind.REGRET, **BY)
    let_go(world, only(MailKind.REGRET))
    later = BY | {"now": NOW + timedelta(days=1)}
    change_status(TRIP, [THANDI], Status.DECLINED, **later)
    assert follow_statuses(TRIP, [THANDI], **later) == 0
    assert mails() == {}


def test_whoever_declines_by_themselves_gets_no_regret() -> None:
    be(Status.DECLINED)
    draft_notices(TRIP, [THANDI], MailKind.DECLINED, **BY)
    assert follow_statuses(TRIP, [THANDI], **BY, by=By.DELEGATE) == 0
    assert list(mails()) == [(MailKind.DECLINED, UIDS["thandi"])]


def test_a_regret_is_in_the_language_of_the_person() -> None:
    be(Status.DECLINED)
    follow_statuses(TRIP, [OLENA], **BY)
    mail = only(MailKind.REGRET, "olena")
    assert mail.locale == "uk"
    assert mail.text.subject.startswith("Цього разу місця немає")
