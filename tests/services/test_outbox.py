"""The outbox: one draft for each person, sent once after somebody's yes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.world import NOW, World
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change, ConflictError
from trips.domain.mail import PAUSES, Mail, MailState
from trips.domain.mail import MailText as Words
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.job import JobRow
from trips.models.release import ReleaseRow
from trips.models.trip import TripRow
from trips.queries.mail import count_open_mails, find_mail, list_mails, list_waiting
from trips.services.drafts import Draft, put_drafts
from trips.services.outbox import (
    NotSendableError,
    approve_mails,
    discard_mail,
    edit_mail,
    fail_mail,
    finish_mail,
    restore_mail,
    take_mail,
)
from trips.services.unit import MissingError, unit

pytestmark = pytest.mark.either_database
BY = {"actor": COMMAND_LINE, "now": NOW}
HOST = "trips.example"


@pytest.fixture(autouse=True)
def _inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        yield


def release(world: World, number: int) -> None:
    with unit(COMMAND_LINE, NOW, trip=world.uid("trip")) as work:
        assert work.trip is not None
        work.session.add(
            ReleaseRow(
                trip_id=work.trip.id,
                number=number,
                author="Jana Brandt",
                made_at=NOW,
                revision=number,
                bundle="{}",
                digest="",
                calendar={},
            )
        )


def draft(world: World, person: str = "thandi", **changed: object) -> Draft:
    words = {
        "person": world.uid(person),
        "recipient": f"{person}@example.org",
        "recipient_name": person.title(),
        "locale": "en",
        "subject": "Changes",
        "body": "The visit begins at 14:30.\n",
        "since": 1,
    }
    return Draft(**{**words, **changed})  # type: ignore[arg-type] # words of all kinds


def put(world: World, number: int, *drafts: Draft) -> tuple[Mail, ...]:
    """The drafts that wait then, without the one that the world begins with."""
    put_drafts(world.uid("trip"), number, drafts, **BY)
    mails = list_mails(world.uid("trip"), MailState.DRAFT, 1).mails
    return tuple(each for each in mails if each.uid != world.uid("mail"))


def mail(world: World, uid: str) -> Mail:
    found = find_mail(world.uid("trip"), uid)
    assert found is not None
    return found


def sent(world: World, uid: str) -> str:
    """Let a mail go; its message id."""
    assert approve_mails(world.uid("trip"), [uid], HOST, **BY) == 1
    return mail(world, uid).message_id


def test_several_releases_are_one_draft_for_each_person(world: World) -> None:
    release(world, 2)
    release(world, 3)
    (first,) = put(world, 2, draft(world))
    (again,) = put(world, 2, draft(world))
    (later,) = put(world, 3, draft(world, body="At 15:00 after all.\n"))
    assert first.uid == again.uid == later.uid
    assert (later.release, later.text.body) == (3, "At 15:00 after all.\n")
    assert list_waiting(world.uid("trip"))[world.uid("thandi")].since == 1


def test_words_changed_by_hand_are_never_written_over(world: World) -> None:
    release(world, 2)
    release(world, 3)
    (first,) = put(world, 2, draft(world))
    change = Change({"body": first.text.body}, {"body": "By hand.\n"})
    edit_mail(world.uid("trip"), first.uid, change, **BY)
    (same,) = put(world, 2, draft(world))
    assert (same.text.body, same.is_edited) == ("By hand.\n", True)
    both = put(world, 3, draft(world, body="New.\n"))
    assert {each.text.body for each in both} == {"By hand.\n", "New.\n"}


def test_what_concerns_nobody_any_more_is_put_aside_with_the_reason(world: World) -> None:
    release(world, 2)
    (first,) = put(world, 2, draft(world))
    assert put(world, 2) == ()
    gone = mail(world, first.uid)
    assert (gone.state, gone.error) == (MailState.DISCARDED, "taken_back")


def test_a_yes_and_its_job_are_written_together_or_not_at_all(world: World) -> None:
    release(world, 2)
    drafts = (draft(world), draft(world, "olena", recipient=""))
    nameless, first = put(world, 2, *drafts)
    with pytest.raises(NotSendableError):
        approve_mails(world.uid("trip"), [first.uid, nameless.uid], HOST, **BY)
    assert mail(world, first.uid).state is MailState.DRAFT
    assert db.session.scalars(select(JobRow).where(JobRow.kind == "mail")).all() == []
    message = sent(world, first.uid)
    (job,) = db.session.scalars(select(JobRow).where(JobRow.kind == "mail"))
    assert job.payload["message"] == message
    assert message.endswith("@trips.example")


def test_a_second_yes_is_refused(world: World) -> None:
    release(world, 2)
    (first,) = put(world, 2, draft(world))
    sent(world, first.uid)
    with pytest.raises(MissingError):
        approve_mails(world.uid("trip"), [first.uid], HOST, **BY)
    with pytest.raises(MissingError):
        edit_mail(world.uid("trip"), first.uid, Change({}, {"body": "late"}), **BY)


def test_a_worker_that_dies_with_a_mail_in_hand_does_not_make_two_of_it(world: World) -> None:
    release(world, 2)
    (first,) = put(world, 2, draft(world))
    message = sent(world, first.uid)
    assert take_mail(message, **BY) is not None
    assert take_mail(message, **BY) is None
    left = mail(world, first.uid)
    assert (left.state, left.error) == (MailState.FAILED, "outcome_unknown")
    again = sent(world, first.uid)
    assert again != message
    assert take_mail(message, **BY) is None, "an old job finds nothing to do"
    assert take_mail(again, **BY) is not None


def test_a_busy_server_is_tried_again_with_growing_pauses_and_then_no_more(world: World) -> None:
    release(world, 2)
    (first,) = put(world, 2, draft(world))
    message, now = sent(world, first.uid), NOW
    waits = []
    for _attempt in range(len(PAUSES) + 1):
        assert take_mail(message, actor=COMMAND_LINE, now=now) is not None
        again = fail_mail(message, "no_server", is_temporary=True, actor=COMMAND_LINE, now=now)
        if again is None:
            break
        waits.append(again - now)
        now = again
    assert tuple(waits) == PAUSES
    assert sorted(waits) == waits
    assert waits[-1] >= timedelta(hours=1)
    assert mail(world, first.uid).state is MailState.FAILED


def test_what_is_sent_stays_and_the_next_release_is_another_mail(world: World) -> None:
    release(world, 2)
    release(world, 3)
    (first,) = put(world, 2, draft(world))
    message = sent(world, first.uid)
    take_mail(message, **BY)
    finish_mail(message, MailState.SENT, **BY)
    (second,) = put(world, 3, draft(world))
    assert second.uid != first.uid
    assert (mail(world, first.uid).state, mail(world, first.uid).sent_at) == (MailState.SENT, NOW)
    parcel = take_mail(sent(world, second.uid), **BY)
    assert parcel is not None
    assert parcel.thread == (message,), "mail programs show both together"


def test_put_aside_and_taken_up_again(world: World) -> None:
    release(world, 2)
    release(world, 3)
    (first,) = put(world, 2, draft(world))
    discard_mail(world.uid("trip"), first.uid, **BY)
    assert count_open_mails(world.uid("trip")) == 1, "the one that the world begins with"
    (second,) = put(world, 3, draft(world))
    restore_mail(world.uid("trip"), first.uid, **BY)
    drafts = {each.uid for each in list_mails(world.uid("trip"), MailState.DRAFT, 1).mails}
    assert drafts == {first.uid, second.uid, world.uid("mail")}


def test_two_people_change_the_same_words(world: World) -> None:
    release(world, 2)
    (first,) = put(world, 2, draft(world))
    trip, shown = world.uid("trip"), {"body": first.text.body, "subject": first.text.subject}
    edit_mail(trip, first.uid, Change(shown, {"body": "Hers.\n"}), **BY)
    with pytest.raises(ConflictError):
        edit_mail(trip, first.uid, Change(shown, {"body": "His.\n"}), **BY)
    words = edit_mail(trip, first.uid, Change(shown, {"subject": "His"}), **BY)
    assert words == Words(recipient="thandi@example.org", subject="His", body="Hers.\n")


def test_history_knows_the_occasion_and_no_words(world: World) -> None:
    release(world, 2)
    revision = db.session.scalar(select(TripRow.revision).where(TripRow.slug == world.slug))
    (first,) = put(world, 2, draft(world))
    sent(world, first.uid)
    rows = db.session.scalars(select(HistoryRow).where(HistoryRow.subject_kind == "mail")).all()
    assert [row.verb for row in rows] == ["send"]
    assert "example.org" not in repr([(row.before, row.after) for row in rows])
    now = db.session.scalar(select(TripRow.revision).where(TripRow.slug == world.slug))
    assert now == revision, "a mail is no change of the programme"
