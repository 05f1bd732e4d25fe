"""Letters of the visa desk: writing them, those that went out, taking one back."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import Action, TripRole
from trips.domain.briefs.document import FORMATS, DocumentKind, filename
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors
from trips.queries.snapshot import get_snapshot
from trips.queries.visa.letter import list_letters
from trips.services.job import Wish, request_job
from trips.services.visa import letter as letters
from trips.services.visa.letter import LetterWish
from trips.views import frame, guards
from trips.views.editing import Answer, by
from trips.views.visa.letter_page import begin, letter_form, letter_page, letters_page

bp = Blueprint("visa_letter", __name__)


@bp.get("/trips/<slug>/visas/letters")
@guards.trip_page(TripRole.ORGANISER)
def index(slug: str) -> str:
    """Every letter that went out under a number, the newest first."""
    snapshot = get_snapshot(guards.require_access().uid)
    return frame.render("visa/letters.html", snapshot, "delegates", **letters_page(snapshot))


@bp.route("/trips/<slug>/visas/letters/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """The form of new letters; they get their numbers when it is sent."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = letter_form(snapshot)
    if request.method == "GET":
        begin(form, snapshot)
        return letter_page(snapshot, form)
    if not form.validate():
        return letter_page(snapshot, form), 422
    wish = LetterWish(
        kind=form.letter_kind,
        subjects=form.subjects,
        locale=form.lang.data,
        dated=form.day,
        facts=form.facts(),
        has_passport=bool(form.has_passport.data) and guards.allows(Action.READ_PASSPORT),
        seats=form.seats(request.form),
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
    if found.has_passport and not guards.allows(Action.READ_PASSPORT):
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
