"""Sending what somebody has said yes to: once, and again only where nothing can have arrived."""

from datetime import datetime
from typing import Any

from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.mail import MailKind, MailState
from trips.doors.mail import Letter, MailError
from trips.extensions import Doors
from trips.i18n.letters.mail_page import mail_page
from trips.services.outbox import Parcel, fail_mail, finish_mail, take_mail
from trips.services.readiness.host_asked import note_asked


def send_mail(payload: dict[str, Any], doors: Doors) -> datetime | None:
    """Send the mail of a job; when to try again, none if that is not needed or of no use."""
    now = clock.now()
    message: str = payload["message"]
    parcel = take_mail(message, actor=COMMAND_LINE, now=now)
    if parcel is None:
        return None
    try:
        doors.mailer.send(_letter(parcel, doors.settings.host, now))
    except MailError as error:
        temporary = error.is_temporary
        return fail_mail(message, error.code, is_temporary=temporary, actor=COMMAND_LINE, now=now)
    state = MailState.SENT if doors.mailer.is_real else MailState.WRITTEN
    finish_mail(message, state, actor=COMMAND_LINE, now=clock.now())
    note_asked(message, now=clock.now())
    return None


def _letter(parcel: Parcel, host: str, now: datetime) -> Letter:
    list_id = (parcel.trip, f"{parcel.slug}.{host}") if parcel.kind is MailKind.CHANGE else ("", "")
    return Letter(
        message_id=parcel.message_id,
        recipient=parcel.text.recipient,
        recipient_name=parcel.recipient_name,
        subject=parcel.text.subject,
        body=parcel.text.body,
        page=mail_page(parcel.text.body, parcel.locale, parcel.trip),
        locale=parcel.locale,
        at=now,
        sender_name=parcel.sender_name,
        reply_to=parcel.reply_to,
        thread=parcel.thread,
        list_id=list_id,
    )
