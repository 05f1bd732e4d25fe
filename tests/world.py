"""One small cast on one small trip, and one trip that is nobody's business but the house's.

Jana organises, Kofi is her colleague, Vera may look, Willi documents, Charlie is a member whom
the trip does not concern, Ada administers.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert, select

from tests.world_trip import OTHER_SLUG, SLUG, UIDS, other_trip, trip
from trips.clock import now
from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import seal_place
from trips.domain.account.user import COMMAND_LINE, InstanceRole, TripRole
from trips.domain.briefs.document import DocumentKind
from trips.domain.job import JobState
from trips.domain.mail import MailKind, MailState
from trips.domain.values.text import Text
from trips.doors.crypto import seal, token_hash
from trips.extensions import db
from trips.models.job import JobRow
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.task import TaskRow
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.models.user import UserRow, UserSessionRow
from trips.queries.account import hash_token
from trips.services.importing.bundle import store_bundle
from trips.services.unit import Unit, unit
from trips.services.user import NewUser, create_user

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TOKEN = "the-secret-of-the-link-to-the-programme-1234"  # noqa: S105 of an invented link
CONTACT_TOKEN = "the-secret-of-the-link-for-a-contact-person-1234"  # noqa: S105 as above
PASSWORD = "a quiet walk by the river"  # noqa: S105 of invented people


@dataclass(frozen=True)
class Someone:
    """An account of the cast."""

    email: str
    name: str
    role: InstanceRole
    trip_role: TripRole | None = None


CAST = {
    "organiser": Someone("jana@example.org", "Jana Brandt", InstanceRole.ORGANISER),
    "colleague": Someone("kofi@example.org", "Kofi Mensah", InstanceRole.ORGANISER),
    "viewer": Someone("vera@example.org", "Vera Vogt", InstanceRole.MEMBER, TripRole.VIEWER),
    "writer": Someone("willi@example.org", "Willi Winter", InstanceRole.MEMBER, TripRole.WRITER),
    "outsider": Someone("charlie@example.org", "Charlie Fern", InstanceRole.MEMBER),
    "admin": Someone("ada@example.org", "Ada Adler", InstanceRole.ADMIN),
}


@dataclass(frozen=True)
class World:
    """The cast and the trip in the database of `app`."""

    app: Flask
    slug: str = SLUG
    other_slug: str = OTHER_SLUG

    def uid(self, name: str) -> str:
        return UIDS[name]

    def client(self, who: str = "anonymous") -> FlaskClient:
        """A browser in which somebody of the cast has signed in; `anonymous` has not."""
        client = self.app.test_client()
        if who != "anonymous":
            client.set_cookie("sid", self.open_session(who))
        return client

    def open_session(self, who: str, since: datetime | None = None) -> str:
        """The token of a new session; written straight to the table, for nearly every test asks."""
        since = since or now()
        token = f"token-{who}-{new_uid()}"
        session = {"token_hash": hash_token(token), "created_at": since, "seen_at": since}
        with self.app.app_context(), db.engine.begin() as connection:
            user = connection.scalar(select(UserRow.id).where(UserRow.email == CAST[who].email))
            connection.execute(
                insert(UserSessionRow.__table__).values(user_id=user, user_agent="", **session)
            )
        return token


def build(app: Flask) -> World:
    """Put the cast and the trips into the database of `app`, unless they are there."""
    with app.app_context():
        if db.session.scalar(select(UserRow.id).limit(1)) is None:
            store_bundle(trip(), actor=COMMAND_LINE, now=NOW)
            store_bundle(other_trip(), actor=COMMAND_LINE, now=NOW)
            for one in CAST.values():
                new = NewUser(email=one.email, name=one.name, password=PASSWORD, role=one.role)
                place = (SLUG, one.trip_role) if one.trip_role else None
                create_user(new, COMMAND_LINE, NOW, trip=place)
            _paper(app)
        db.session.remove()
    return World(app)


def _paper(app: Flask) -> None:
    """A secret link to the programme, two mails, and a document that Jana asked for."""
    purpose, place = LinkPurpose.PROGRAMME, seal_place(UIDS["link"])
    key = app.extensions["settings"].field_key
    with unit(COMMAND_LINE, NOW) as work:
        trip_id = work.session.scalar(select(TripRow.id).where(TripRow.slug == SLUG))
        email = CAST["organiser"].email
        user_id = work.session.scalar(select(UserRow.id).where(UserRow.email == email))
        work.session.add(
            LinkRow(
                uid=UIDS["link"],
                trip_id=trip_id,
                purpose=purpose,
                subject=UIDS["trip"],
                label="Everybody",
                token_hash=token_hash(TOKEN, purpose),
                sealed_token=seal(TOKEN, place=place, key=key),
                created_at=NOW,
            )
        )
        _registration_links(work, trip_id, key)
        _mails(work, trip_id)
        _task(work, trip_id, user_id)
        work.session.add(
            JobRow(
                uid=UIDS["job"],
                kind=DocumentKind.PROGRAMME.value,
                payload={"kind": "programme", "trip": UIDS["trip"], "locale": "de"},
                state=JobState.WAITING,
                due_at=NOW,
                trip_id=trip_id,
                user_id=user_id,
                created_at=NOW,
            )
        )


def _registration_links(work: Unit, trip_id: int | None, key: bytes) -> None:
    """Olena's own link to register, and the one for the contact person of her delegation."""
    for uid, purpose, subject, token in (
        ("own-link", LinkPurpose.REGISTRATION, "olena-part", TOKEN),
        ("group-link", LinkPurpose.DELEGATION, "ukraine", CONTACT_TOKEN),
    ):
        work.session.add(
            LinkRow(
                uid=UIDS[uid],
                trip_id=trip_id,
                purpose=purpose,
                subject=UIDS[subject],
                token_hash=token_hash(token, purpose),
                sealed_token=seal(token, place=seal_place(UIDS[uid]), key=key),
                created_at=NOW,
            )
        )


def _mails(work: Unit, trip_id: int | None) -> None:
    for uid, state in (("mail", MailState.DRAFT), ("old-mail", MailState.DISCARDED)):
        work.session.add(
            MailRow(
                uid=UIDS[uid],
                trip_id=trip_id,
                kind=MailKind.CHANGE,
                state=state,
                locale="en",
                recipient="thandiwe@example.org",
                recipient_name="Thandiwe Mokoena",
                subject="Changes of your programme",
                body="The visit begins at 14:30 instead of 14:00.\n",
                changes={"since": 1},
                created_at=NOW,
            )
        )


def _task(work: Unit, trip_id: int | None, user_id: int | None) -> None:
    work.session.add(
        TaskRow(
            uid=UIDS["task"],
            trip_id=trip_id,
            title=Text(de="Hotel anrufen", en="Ring the hotel"),
            owner_id=user_id,
            offset_days=-14,
            created_at=NOW,
        )
    )
