"""Mails in words: where each stands, and why one did not go."""

from trips.domain.mail import Mail, MailState
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import instant

_FAULTS = {
    "recipient_refused": N_("The mail server does not know this address."),
    "refused": N_("The mail server refused the mail."),
    "no_server": N_("The mail server did not answer."),
    "sign_in_refused": N_("The mail server did not accept our password (SMTP_URL)."),
    "not_supported": N_("The mail server cannot do what SMTP_URL asks for."),
    "no_secure_way": N_("The mail server's certificate is not valid."),
    "bad_address": N_("The address is not complete."),
    "outcome_unknown": N_(
        "The connection broke off while the mail was handed over: it may have arrived. "
        "Ask before you send it again."
    ),
    "overtaken": N_("What it told is no longer so."),
    "taken_back": N_("A later release took back what it told."),
}


def mail_words(mail: Mail, zone: str, locale: str) -> str:
    """The one line that says where a mail stands and what comes next."""
    fault = say(_FAULTS[mail.error], locale) if mail.error in _FAULTS else ""
    if mail.state is MailState.APPROVED and fault and mail.due_at:
        again = instant(mail.due_at, zone, locale)
        return say(N_("%(fault)s Next attempt: %(when)s"), locale, fault=fault, when=again)
    if mail.sent_at:
        return instant(mail.sent_at, zone, locale)
    if mail.state is MailState.DRAFT and not mail.text.recipient:
        return say(N_("No e-mail address is known."), locale)
    return fault
