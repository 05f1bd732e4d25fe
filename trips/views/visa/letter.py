"""Letters of the visa desk: writing them, those that went out, taking one back."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import Action, TripRole
from trips.domain.briefs.document import FORMATS, DocumentKind, filename
from trips.domain.ordering import order_delegations, order_participations
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.domain.visa.desk import VisaDesk
from trips.domain.visa.letter import LetterKind
from trips.domain.visa.rules import Verdict
from trips.extensions import doors
from trips.forms.visa.letter import LetterForm
from trips.queries.snapshot import get_snapshot
from trips.queries.visa.letter import list_letters
from trips.services.job import Wish, request_job
from trips.services.visa import letter as letters
from trips.services.visa.letter import LetterWish
from trips.views import frame, guards
from trips.views.editing import Answer, by
from trips.views.preferences import locale

bp = Blueprint("visa_letter", __name__)


@bp.get("/trips/<slug>/visas/letters")
@guards.trip_page(TripRole.ORGANISER)
def index(slug: str) -> str:
    """Every letter that went out under a number, the newest first."""
    snapshot = get_snapshot(guards.require_access().uid)
    found = list_letters(snapshot.trip.uid)
    named = [(each, _name(snapshot, each.participation, each.delegation)) for each in found]
    return frame.render("visa/letters.html", snapshot, "delegates", letters=named)


@bp.route("/trips/<slug>/visas/letters/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """The form of new letters; they get their numbers when it is sent."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = _form(snapshot)
    if request.method == "GET":
        _begin(form, snapshot)
        return _page(snapshot, form)
    if not form.validate():
        return _page(snapshot, form), 422
    wish = LetterWish(
        kind=form.letter_kind,
        subjects=form.subjects,
        locale=form.lang.data,
        dated=form.day,
        facts=form.facts(),
        has_passport=bool(form.has_passport.data) and guards.allows(Action.READ_PASSPORT),
        is_sent=bool(form.is_sent.data),
    )
    made = letters.issue_letters(snapshot.trip.uid, wish, **by())
    flash(ngettext("%(num)s letter has its number.", "%(num)s letters have numbers.", len(made)))
    return _print(snapshot, made, DocumentKind(form.made_as.data), wish.locale)


@bp.post("/trips/<slug>/visas/letters/<uid>/print")
@guards.trip_page(TripRole.ORGANISER)
def again(slug: str, uid: str) -> Response:
    """Print a letter once more, under its number."""
    snapshot = get_snapshot(guards.require_access().uid)
    found = next((each for each in list_letters(snapshot.trip.uid) if each.uid == uid), None)
    if found is None or found.is_revoked:
        abort(404)
    is_word = request.form.get("as") == "word"
    kind = DocumentKind.VISA_LETTER_WORD if is_word else DocumentKind.VISA_LETTER
    return _print(snapshot, (uid,), kind, found.locale)


@bp.post("/trips/<slug>/visas/letters/<uid>/revoke")
@guards.trip_page(TripRole.ORGANISER)
def revoke(slug: str, uid: str) -> Response:
    """Say that a letter no longer holds."""
    letters.revoke_letter(guards.require_access().uid, uid, **by())
    flash(_("The letter no longer holds. Its number stays taken."))
    return redirect(url_for("visa_letter.index", slug=slug, _anchor=f"letter-{uid}"), 303)


def _print(
    snapshot: TripSnapshot, uids: tuple[str, ...], kind: DocumentKind, lang: str
) -> Response:
    actor, trip = guards.require_actor(), snapshot.trip
    wish = Wish(
        kind=kind.value,
        payload={
            "kind": kind.value,
            "trip": trip.uid,
            "locale": lang,
            "group": "",
            "url": "",
            "letters": list(uids),
            "reader": actor.uid,
        },
        filename=filename(kind, trip.slug, lang),
        content_type=FORMATS[kind].content_type,
        trip=trip.uid,
    )
    uid = request_job(wish, actor=actor, now=clock.now())
    doors().queue.wake()
    return redirect(url_for("document.job", uid=uid), 303)


def _form(snapshot: TripSnapshot) -> LetterForm:
    desk = VisaDesk(snapshot).by_uid
    order = [each.uid for each in order_participations(snapshot) if each.uid in desk]
    people = [(uid, desk[uid].person.name) for uid in order]
    delegations = [
        (each.uid, each.name.shown(locale()).text) for each in order_delegations(snapshot)
    ]
    form = LetterForm()
    form.offer(people, delegations, locale())
    return form


def _begin(form: LetterForm, snapshot: TripSnapshot) -> None:
    """Who still waits for a letter is chosen; what the last letter said is offered again."""
    asked, desk = request.args.get("uid", ""), VisaDesk(snapshot).by_uid
    waiting = [
        uid
        for uid, entry in desk.items()
        if entry.hint.verdict is Verdict.NEEDED and entry.case.status == "open"
    ]
    form.people.data = [asked] if asked in desk else waiting
    form.delegations.data = []
    form.dated.data = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    known = list_letters(snapshot.trip.uid)
    last = known[0].facts if known else None
    form.signer.data = last.signer if last else guards.require_actor().name
    form.lang.data = "en"
    if last:
        form.costs.data = last.costs.value
    for lang in ("de", "en"):
        form.purpose.form[lang].data = (last.purpose if last else snapshot.trip.title).get(lang, "")
        if last:
            form.signer_function.form[lang].data = last.signer_function.get(lang, "")


def _name(snapshot: TripSnapshot, participation: str | None, delegation: str | None) -> str:
    part = snapshot.participation_by_uid.get(participation or "")
    if part:
        return snapshot.person_by_uid[part.person].name
    found = snapshot.delegation_by_uid.get(delegation or "")
    return found.name.shown(locale()).text if found else _("no longer on the trip")


def _page(snapshot: TripSnapshot, form: LetterForm) -> str:
    context: dict[str, Any] = {"form": form, "kinds": LetterKind}
    return frame.render("visa/letter.html", snapshot, "delegates", **context)
