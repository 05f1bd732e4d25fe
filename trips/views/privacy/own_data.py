"""One's own data behind the link to register: see, take along, correct, erase; and the notice.

No account, no session: the secret in the address is what lets somebody in. A contact person sees
the notice, not the data of those they act for.
"""

from contextlib import suppress

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from trips import clock
from trips.domain.delegates.lifecycle import StepRefusedError
from trips.domain.participation import Capacity, DelegateStatus
from trips.doors.press import PressError
from trips.extensions import csrf, doors, limiter
from trips.i18n.privacy.notice_wording import notice_of
from trips.i18n.privacy.own_wording import own_blocks
from trips.jobs.own_data import make_own_data
from trips.jobs.purge import erase as erase_everywhere
from trips.queries.privacy.due import get_periods
from trips.queries.privacy.own import find_own
from trips.services.registration import sending
from trips.services.registration.sending import ClosedError
from trips.views.edge.guessing import limit_guesses
from trips.views.registration.opening import Visit, open_visit, page_language

bp = Blueprint("own_data", __name__)
csrf.exempt(bp)
limit_guesses(bp)


@bp.get("/r/<token>/notice")
def notice(token: str) -> str:
    """What happens to the data of people on this trip (GDPR, Art. 13)."""
    visit = open_visit(token)
    trip = visit.trip
    return render_template(
        "privacy/notice.html",
        notice=notice_of(trip.data_protection, get_periods(trip.uid), page_language(visit.lang)),
        **visit.frame("own_data.notice"),
    )


@bp.get("/r/<token>/data")
def show(token: str) -> str:
    """Everything kept about oneself, but for passports, which a link alone never shows."""
    visit = _own_visit(token)
    own = find_own(visit.registrant.person.uid, clock.now(), with_secrets=False) or abort(404)
    return render_template(
        "privacy/own.html",
        kinds=own_blocks(own, page_language(visit.lang)),
        **visit.frame("own_data.show"),
    )


@bp.get("/r/<token>/data.zip")
@limiter.limit("6 per minute")
def download(token: str) -> Response:
    """The same to take along: JSON and a readable PDF."""
    visit = _own_visit(token)
    person, locale = visit.registrant.person.uid, page_language(visit.lang)
    try:
        data = make_own_data(person, locale, doors().press, clock.now())
    except PressError:
        abort(503)
    return as_zip(data)


@bp.post("/r/<token>/data/erase")
@limiter.limit("6 per minute")
def erase(token: str) -> str | AnyResponse:
    """Erase oneself for good, after a tick; the link is dead afterwards."""
    visit = _own_visit(token)
    if "sure" not in request.form:
        return redirect(url_for("own_data.show", token=token, lang=visit.lang, unsure=1), 303)
    known, now = visit.registrant, clock.now()
    to = DelegateStatus.WITHDRAWN if known.is_submitted else DelegateStatus.DECLINED
    if not known.has_left and visit.today <= visit.trip.ends_on:
        with suppress(ClosedError, StepRefusedError):  # the erasure does not depend on it
            sending.decline(visit.trip.uid, known.participation.uid, to, actor=visit.actor, now=now)
    erase_everywhere(doors(), known.person.uid, actor=visit.actor, now=now)
    return render_template("privacy/erased.html", **visit.frame("own_data.show"))


def as_zip(data: bytes) -> Response:
    """The ZIP as a download that nobody keeps."""
    answer = Response(data, mimetype="application/zip")
    answer.headers.set("Content-Disposition", "attachment", filename="data.zip")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _own_visit(token: str) -> Visit:
    """The visit of somebody with their own link; 404 for a contact person's."""
    visit = open_visit(token)
    if visit.capacity is not Capacity.SELF:
        abort(404)
    return visit
