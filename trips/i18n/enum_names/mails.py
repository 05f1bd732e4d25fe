"""What mails are for and how far they are, in words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from trips.domain.mail import MailKind, MailState
from trips.i18n.catalogue import N_

MAIL_NAMES: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    MailKind: {
        MailKind.CHANGE: N_("Change of the programme"),
        MailKind.INVITATION: N_("Invitation"),
        MailKind.REMINDER: N_("Reminder"),
        MailKind.CONFIRMATION: N_("Confirmation"),
        MailKind.WAITLISTED: N_("Waiting list"),
        MailKind.PROMOTED: N_("A place after waiting"),
        MailKind.DECLINED: N_("Thanks for declining"),
        MailKind.REGRET: N_("No place"),
        MailKind.REPLACED: N_("Replacement"),
        MailKind.HOST_REQUEST: N_("Request to a host"),
        MailKind.HOST_REMINDER: N_("Reminder to a host"),
    },
    MailState: {
        MailState.DRAFT: N_("Draft"),
        MailState.APPROVED: N_("On its way"),
        MailState.SENDING: N_("Being sent"),
        MailState.SENT: N_("Sent"),
        MailState.WRITTEN: N_("Written as a file"),
        MailState.FAILED: N_("Not sent"),
        MailState.DISCARDED: N_("Discarded"),
    },
}
