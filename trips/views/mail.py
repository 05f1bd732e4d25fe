"""The outbox of a trip: reading, changing, sending and putting aside."""

from collections import Counter
from datetime import UTC
from enum import StrEnum
from typing import TypeVar

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as Answer

from trips.domain.account.user import TripRole
from trips.domain.editing import Change
from trips.domain.mail import Mail, MailKind, MailState, MailText
from trips.doors.mail import Letter, MailError, build_message
from trips.extensions import doors
from trips.forms.mail import MailForm
from trips.i18n.letters.mail_page import mail_page
from trips.i18n.letters.mail_wording import mail_words
from trips.queries.mail import find_mail, grouped, list_mails, list_sendable
from trips.queries.snapshot import get_snapshot
from trips.services import outbox
from trips.services.outbox import NotSendableError
from trips.services.unit import MissingError
from trips.views import editing, frame, guards
from trips.views.editing import Editing, by, tell
from trips.views.preferences import locale

Asked = TypeVar("Asked", bound=StrEnum)
bp = Blueprint("mail", __name__)


@bp.get("/trips/<slug>/mails")
@guards.trip_page(TripRole.ORGANISER)
def index(slug: str) -> Answer | str:
    """Mails of the trip, those that need somebody first."""
    state = _asked(MailState, "state")
    snapshot = get_snapshot(guards.require_access().uid)
    box = list_mails(snapshot.trip.uid, state, request.args.get("page", 1, type=int))
    page = frame.render(
        "mail/index.html",
        snapshot,
        "mails",
        box=box,
        chosen=state,
        words={mail.uid: mail_words(mail, snapshot.trip.zone, locale()) for mail in box.mails},
        page_url=lambda number: url_for("mail.index", slug=slug, state=state, page=number),
        states=[each for each in MailState if box.counts.get(each)],
        is_real=doors().mailer.is_real,
        is_local=doors().settings.is_local,
    )
    answer = Response(page)
    if any(mail.is_moving for mail in box.mails):
        answer.headers["Refresh"] = "5"
    return answer


@bp.route("/trips/<slug>/mails/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> editing.Answer:
    """A mail: its form while it may change, its words afterwards."""
    snapshot = get_snapshot(guards.require_access().uid)
    mail, form = _mail(uid), MailForm()

    def page(_text: MailText, **context: object) -> str:
        words = mail_words(mail, snapshot.trip.zone, locale())
        given = {"mail": mail, "form": form, "words": words, **context}
        return frame.render("mail/mail.html", snapshot, "mails", **given)

    def save(change: Change) -> MailText:
        return outbox.edit_mail(snapshot.trip.uid, uid, change, **by())

    def done(_saved: MailText) -> Answer:
        if "send" in request.form:
            return _send(slug, (uid,))
        tell(_("The mail is saved. It has not gone yet."))
        return redirect(url_for("mail.edit", slug=slug, uid=uid), 303)

    if request.method == "GET" and not mail.is_editable:
        return page(mail.text)
    return editing.show_or_save(
        Editing(form=form, entity=mail.text, page=page, save=save, done=done)
    )


@bp.get("/trips/<slug>/mails/send")
@guards.trip_page(TripRole.ORGANISER)
def ask_send(slug: str) -> str:
    """Show who would get a mail before drafts go: all, those of a kind, or failed ones again."""
    snapshot = get_snapshot(guards.require_access().uid)
    kind, state = _asked(MailKind, "kind"), _asked(MailState, "state")
    again = state is MailState.FAILED
    mails = list_sendable(snapshot.trip.uid, state=MailState.FAILED if again else MailState.DRAFT)
    counts = Counter(mail.kind for mail in mails)
    return frame.render(
        "mail/send.html",
        snapshot,
        "mails",
        groups=grouped(mail for mail in mails if kind in {None, mail.kind}),
        counts=counts,
        kind=kind,
        is_again=again,
        is_ticked=not request.args.get("none"),
        ask_url=lambda **given: url_for(
            "mail.ask_send", slug=slug, **{"kind": kind, "state": state, **given}
        ),
        is_real=doors().mailer.is_real,
    )


@bp.post("/trips/<slug>/mails/send")
@guards.trip_page(TripRole.ORGANISER)
def send(slug: str) -> Answer:
    """Send the drafts that the page has shown."""
    return _send(slug, tuple(dict.fromkeys(request.form.getlist("mail"))))


@bp.post("/trips/<slug>/mails/<uid>/discard")
@guards.trip_page(TripRole.ORGANISER)
def discard(slug: str, uid: str) -> Answer:
    """Put a mail aside; the toast takes it up again."""
    outbox.discard_mail(guards.require_access().uid, uid, **by())
    tell(_("The mail is put aside."), url_for("mail.restore", slug=slug, uid=uid))
    return redirect(url_for("mail.index", slug=slug), 303)


@bp.post("/trips/<slug>/mails/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Answer:
    """Take a mail up again."""
    outbox.restore_mail(guards.require_access().uid, uid, **by())
    tell(_("The mail is a draft again."))
    return redirect(url_for("mail.edit", slug=slug, uid=uid), 303)


@bp.get("/trips/<slug>/mails/<uid>/file")
@guards.trip_page(TripRole.ORGANISER)
def file(uid: str) -> Response:
    """The mail as a file that mail programs open."""
    mail = _mail(uid)
    try:
        data = build_message(_letter(mail), doors().mailer.sender).as_bytes()
    except MailError:
        abort(404)
    answer = Response(data, content_type="message/rfc822")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{mail.uid}.eml")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _letter(mail: Mail) -> Letter:
    """The mail as it goes or has gone, from whoever looks at it."""
    actor, trip = guards.require_actor(), get_snapshot(guards.require_access().uid).trip
    return Letter(
        message_id=mail.message_id or f"{mail.uid}@draft",
        recipient=mail.text.recipient,
        recipient_name=mail.recipient_name,
        subject=mail.text.subject,
        body=mail.text.body,
        page=mail_page(mail.text.body, mail.locale, trip.title.shown(mail.locale).text),
        locale=mail.locale,
        at=(mail.sent_at or mail.created_at).astimezone(UTC),
        sender_name=actor.name,
        reply_to=actor.email,
    )


def _asked(kind: type[Asked], name: str) -> Asked | None:
    """What the address asks for; none where it says nothing that is known."""
    value = request.args.get(name, "")
    return kind(value) if value in list(kind) else None


def _mail(uid: str) -> Mail:
    mail = find_mail(guards.require_access().uid, uid)
    if mail is None:
        abort(404)
    return mail


def _send(slug: str, uids: tuple[str, ...]) -> Answer:
    host = doors().settings.host
    if not uids:
        tell(_("Nobody is ticked: nothing was sent."))
        return redirect(url_for("mail.ask_send", slug=slug), 303)
    try:
        number = outbox.approve_mails(guards.require_access().uid, uids, host, **by())
    except MissingError:
        tell(_("Nothing was sent: one of these mails has changed meanwhile. Look again."))
    except NotSendableError as error:
        if error.code == "local":
            tell(
                _("Nothing was sent: a link in it works on this computer only."),
                offer=(_("Publish an installation"), url_for("guide.publishing")),
            )
        else:
            tell(_("Nothing was sent: a mail needs an address, a subject and a text."))
        return redirect(url_for("mail.edit", slug=slug, uid=uids[0]), 303)
    else:
        doors().queue.wake()
        tell(ngettext("%(num)s mail is on its way.", "%(num)s mails are on their way.", number))
    return redirect(url_for("mail.index", slug=slug), 303)
