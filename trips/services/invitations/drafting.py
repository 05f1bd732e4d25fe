"""One draft for one occasion, inside a write."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from trips.domain.mail import TOLD, MailKind, MailState, language_for
from trips.i18n.letters.registration_letter import RegistrationLetter, letter_body, letter_subject
from trips.models.mail import MailRow
from trips.models.person import PersonRow
from trips.models.types import new_uid
from trips.services.keys import key_of
from trips.services.seats.ledger import trip_of
from trips.services.unit import Unit

OVERTAKEN = "overtaken"
"""Why a draft was put aside: what it says is no longer so."""


@dataclass(frozen=True)
class Occasion:
    """What a mail is about: a kind, and the participation or delegation it concerns."""

    kind: MailKind
    about: str

    @property
    def key(self) -> str:
        """At most one draft waits for an occasion."""
        return f"{self.kind.value}:{self.about}"


def list_mails_about(work: Unit, uids: Iterable[str]) -> list[MailRow]:
    """Mails of any kind and state about participations or delegations of the trip."""
    wanted = set(uids)
    query = select(MailRow).where(
        MailRow.trip_id == trip_of(work).id, MailRow.kind != MailKind.CHANGE
    )
    rows = work.session.scalars(query.order_by(MailRow.id)).all()
    return [row for row in rows if row.changes.get("about") in wanted]


def is_told(rows: Iterable[MailRow], occasion: Occasion) -> bool:
    """True if somebody has decided already that the mail goes, or it has gone."""
    return any(
        row.kind is occasion.kind and row.changes.get("about") == occasion.about
        for row in rows
        if row.state in TOLD
    )


def put_draft(work: Unit, occasion: Occasion, letter: RegistrationLetter) -> None:
    """Write the draft of an occasion, or write it anew unless somebody has changed its words."""
    locale = language_for(letter.person)
    row = work.session.scalar(select(MailRow).where(MailRow.key == occasion.key))
    if row is not None and row.is_edited:
        return
    if row is None:
        row = MailRow(
            uid=new_uid(),
            trip_id=trip_of(work).id,
            person_id=key_of(work.session, PersonRow, letter.person.uid),
            kind=occasion.kind,
            state=MailState.DRAFT,
            key=occasion.key,
            created_at=work.now,
            version=0,
            changes={"about": occasion.about},
        )
        work.session.add(row)
    row.locale = locale
    row.recipient = letter.person.email
    row.recipient_name = letter.person.name or letter.person.email
    row.subject, row.body = letter_subject(letter, locale), letter_body(letter, locale)
    row.version += 1
    work.session.flush()


def put_aside(row: MailRow) -> None:
    """Discard a draft that no longer says what is so; one changed by hand stays."""
    if row.state is MailState.DRAFT and not row.is_edited:
        row.state, row.key, row.error = MailState.DISCARDED, None, OVERTAKEN
        row.version += 1
