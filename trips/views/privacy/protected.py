"""Passport and emergency contact of one person: shown once when asked for, and written down."""

from flask import Blueprint, Response, abort, flash, make_response, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from trips import clock
from trips.domain.account.user import Action, TripRole
from trips.domain.privacy.sealed import SealedGroup
from trips.domain.snapshot import TripSnapshot
from trips.doors.crypto import SealBrokenError
from trips.i18n.formats import instant
from trips.i18n.privacy.reading_wording import group_word, sealed_label, sealed_words
from trips.queries.privacy.sealed import find_sealed
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.reading import ReadValues, read_protected
from trips.views import frame, guards
from trips.views.preferences import locale

bp = Blueprint("protected", __name__)
PURPOSE = "person_page"


@bp.get("/trips/<slug>/delegates/<uid>/<any(passport,emergency):what>")
@guards.trip_page(TripRole.ORGANISER)
def ask(slug: str, uid: str, what: str) -> AnyResponse:
    """Opening the address shows nothing: the button does."""
    _snapshot(uid)
    return redirect(url_for("participant.show", slug=slug, uid=uid, _anchor=what), 303)


@bp.post("/trips/<slug>/delegates/<uid>/<any(passport,emergency):what>")
@guards.trip_page(TripRole.ORGANISER)
def show(slug: str, uid: str, what: str) -> AnyResponse:
    """The values of one person, once; the log says who read which of them."""
    snapshot, group, now = _snapshot(uid), SealedGroup(what), clock.now()
    fields = [each for each in group.fields if each in find_sealed(uid)]
    back = url_for("participant.show", slug=slug, uid=uid, _anchor=what)
    if not fields:
        flash(_("Nothing is entered there."))
        return redirect(back, 303)
    actor, trip = guards.require_actor(), snapshot.trip
    try:
        values = read_protected(trip.uid, uid, fields, actor=actor, purpose=PURPOSE, now=now)
    except SealBrokenError:
        flash(_("It cannot be opened: the key that sealed it is not here."), "error")
        return redirect(back, 303)
    return _page(snapshot, uid, group, values, instant(now, trip.zone, locale()))


def _snapshot(uid: str) -> TripSnapshot:
    """The trip, for whoever may read passports of it, if the person is on it."""
    snapshot = get_snapshot(guards.require_access().uid)
    if not guards.allows(Action.READ_PASSPORT) or uid not in snapshot.participation_by_uid:
        abort(404)
    return snapshot


def _page(
    snapshot: TripSnapshot, uid: str, group: SealedGroup, values: ReadValues, read_at: str
) -> Response:
    participation = snapshot.participation_by_uid[uid]
    answer = make_response(
        frame.render(
            "delegate/protected.html",
            snapshot,
            "delegates",
            person=snapshot.person_by_uid[participation.person],
            uid=uid,
            what=group.value,
            word=group_word(group, locale()),
            values=[
                (sealed_label(each, locale()), sealed_words(each, values[each], locale()))
                for each in group.fields
                if each in values
            ],
            read_at=read_at,
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
