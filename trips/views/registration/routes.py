"""Registering behind a secret link. Opening changes nothing: whatever is written is posted.

These pages have no session: the secret in the address is what lets somebody write, and no other
site knows it. So a form that was open for days, or over a restart, can still be sent.
"""

from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from trips import clock
from trips.domain.delegates.lifecycle import By, StepRefusedError
from trips.domain.mail import MailKind
from trips.domain.participation import Capacity, DelegateStatus
from trips.domain.registration.checking import Checked, check_station, keep_given
from trips.domain.registration.controls import Typed
from trips.domain.registration.filling import fill_station, locked_fields, typed_of
from trips.domain.registration.plan import StationPlan
from trips.domain.registration.progress import Progress, StationProgress, facts_of, is_closed
from trips.domain.registration.registrant import WAITING, Registrant
from trips.domain.registration_setup import Station
from trips.extensions import csrf, limiter
from trips.services.invitations.mails import draft_notices, follow_statuses
from trips.services.registration import sending
from trips.services.registration.drafts import Draft, TooMuchError, save_draft
from trips.services.registration.sending import ClosedError, IncompleteError
from trips.views.edge.guessing import limit_guesses
from trips.views.registration import pages
from trips.views.registration.form import StationForm
from trips.views.registration.leaving import (
    Leaving,
    filled,
    leaving_of,
    read_form,
    read_patch,
)
from trips.views.registration.neighbours import in_common, taken_over
from trips.views.registration.opening import Visit, open_visit, saved_at, station_of

bp = Blueprint("registration", __name__)
csrf.exempt(bp)
limit_guesses(bp)

SAVED_OFTEN = "120 per minute"
READY = frozenset({Progress.DONE, Progress.LATER})
STATIONS = "<any(person, needs, journey, agreements):station>"
Answer = str | AnyResponse | tuple[str, int]


@bp.get("/r/<token>")
@bp.get("/r/<token>/for/<uid>")
def show(token: str, uid: str = "") -> str:
    """The first station, the stations with what is in them, or whom a contact person acts for."""
    visit = open_visit(token, uid)
    if visit.known is None:
        return pages.acting_page(visit)
    if visit.known.status in WAITING and visit.trip.registration.is_open:
        return _page(visit, visit.plan.stations[0].station, is_checked=False)
    return pages.overview(visit)


@bp.get(f"/r/<token>/{STATIONS}")
@bp.get(f"/r/<token>/for/<uid>/{STATIONS}")
def station(token: str, station: str, uid: str = "") -> Answer:
    """A station with what was typed or is known."""
    visit = open_visit(token, uid)
    wanted = station_of(visit, station)
    if _is_shut(visit, wanted):
        return redirect(visit.url(), 303)
    return _page(visit, wanted, is_checked="check" in request.args)


@bp.post(f"/r/<token>/{STATIONS}")
@bp.post(f"/r/<token>/for/<uid>/{STATIONS}")
@limiter.limit(SAVED_OFTEN)
def leave(token: str, station: str, uid: str = "") -> Answer:
    """Save a station on leaving it; what stops the way on is said below its field."""
    visit = open_visit(token, uid)
    wanted = station_of(visit, station)
    if _is_shut(visit, wanted):
        return redirect(visit.url(), 303)
    plan, leaving = _plan(visit, wanted), leaving_of(request.form)
    typed = read_form(request.form, plan)
    is_turning = not (leaving.is_forward or leaving.is_taking)
    if is_turning and _is_only_looking(visit, plan, typed):
        return redirect(_address(visit, wanted, leaving), 303)
    if leaving.is_taking:
        typed = {**typed, **taken_over(visit, plan, typed)}
    try:
        known = _save(visit, plan, typed, is_whole=True)
    except TooMuchError:
        abort(413)
    visit = replace(visit, known=known)
    own = next(each for each in visit.states if each.plan.station is wanted)
    if leaving.is_forward and own.progress not in READY:
        return _page(visit, wanted, is_checked=True, echo=typed), 422
    return _onward(visit, own, leaving)


@bp.post(f"/r/<token>/{STATIONS}/draft")
@bp.post(f"/r/<token>/for/<uid>/{STATIONS}/draft")
@limiter.limit(SAVED_OFTEN)
def draft(token: str, station: str, uid: str = "") -> Response:
    """Save what was just typed; the answer says when."""
    visit = open_visit(token, uid)
    wanted = station_of(visit, station)
    if _is_shut(visit, wanted):
        abort(410)
    plan = _plan(visit, wanted)
    try:
        known = _save(visit, plan, read_patch(request.get_json(), plan), is_whole=False)
    except (TooMuchError, ValueError):
        abort(400)
    saved = known.draft(wanted)
    at = saved.saved_at if saved else clock.now()
    answer = Response(f'{{"saved": "{saved_at(at, visit.trip.zone)}"}}')
    answer.mimetype = "application/json"
    return answer


@bp.post("/r/<token>/submit")
@bp.post("/r/<token>/for/<uid>/submit")
@limiter.limit("20 per minute")
def submit(token: str, uid: str = "") -> AnyResponse:
    """Send everything."""
    return _submit(open_visit(token, uid))


def _submit(visit: Visit) -> AnyResponse:
    known = visit.registrant
    try:
        sending.submit(
            visit.trip.uid,
            known.participation.uid,
            visit.sender,
            actor=visit.actor,
            now=clock.now(),
        )
    except IncompleteError:
        return redirect(visit.url(check=1), 303)
    except (ClosedError, StepRefusedError):
        return redirect(visit.url(), 303)
    uids = (known.participation.uid,)
    follow_statuses(visit.trip.uid, uids, actor=visit.actor, now=clock.now())
    return redirect(visit.url(sent=1), 303)


@bp.post("/r/<token>/decline")
@bp.post("/r/<token>/for/<uid>/decline")
@limiter.limit("20 per minute")
def decline(token: str, uid: str = "") -> AnyResponse:
    """Say that one does not come."""
    visit = open_visit(token, uid)
    known = visit.registrant
    to = DelegateStatus.WITHDRAWN if known.is_submitted else DelegateStatus.DECLINED
    if "sure" in request.form:
        try:
            sending.decline(
                visit.trip.uid, known.participation.uid, to, actor=visit.actor, now=clock.now()
            )
        except (ClosedError, StepRefusedError):
            return redirect(visit.url(), 303)
        _thank_for_declining(visit)
    return redirect(visit.url(), 303)


def _thank_for_declining(visit: Visit) -> None:
    """Draft the thanks, and put aside what is overtaken."""
    uids = (visit.registrant.participation.uid,)
    actor, now = visit.actor, clock.now()
    draft_notices(visit.trip.uid, uids, MailKind.DECLINED, actor=actor, now=now)
    follow_statuses(visit.trip.uid, uids, actor=actor, now=now, by=By.DELEGATE)


def _is_shut(visit: Visit, wanted: Station) -> bool:
    """True where nothing can be typed: not open, or over."""
    known = visit.registrant
    if not visit.trip.registration.is_open or known.has_left:
        return True
    return is_closed(known, _plan(visit, wanted), visit.today)


def _is_only_looking(visit: Visit, plan: StationPlan, typed: Typed) -> bool:
    """True for somebody who has not begun, and changes the language or turns the pages."""
    known = visit.registrant
    if known.status not in WAITING:
        return False
    shown = fill_station(known, plan, visit.capacity, visit.lang)
    return filled(typed) == filled(shown)


def _plan(visit: Visit, wanted: Station) -> StationPlan:
    return visit.plan.station(wanted) or abort(404)


def _save(visit: Visit, plan: StationPlan, typed: Typed, *, is_whole: bool) -> Registrant:
    """Keep what was typed: the whole station, or only the controls that were touched.

    Whoever types has begun.
    """
    uid = visit.registrant.participation.uid
    if visit.registrant.status in WAITING:
        sending.begin(visit.trip.uid, uid, actor=visit.actor, now=clock.now())

    def make(known: Registrant) -> Draft:
        before = typed_of(known, plan, visit.lang)
        locked = locked_fields(known, plan, visit.capacity)
        new = typed if is_whole else {**before, **typed}
        return Draft(
            typed=keep_given(plan, new, before, locked),
            by=Capacity.SELF if locked else visit.capacity,
            locale=visit.lang,
            is_done=is_whole,
        )

    return save_draft(uid, plan.station, make, actor=visit.actor, now=clock.now())


def _page(visit: Visit, wanted: Station, *, is_checked: bool, echo: Typed | None = None) -> str:
    """The page of a station; `echo` is what this very request typed, secrets included."""
    known, plan = visit.registrant, _plan(visit, wanted)
    shown = fill_station(known, plan, visit.capacity, visit.lang)
    typed = typed_of(known, plan, visit.lang)
    facts = facts_of(known, plan, visit.today, visit.capacity)
    checked = check_station(plan, typed, facts) if is_checked else Checked()
    form = StationForm(known, visit.trip, plan, {**shown, **(echo or {})}, visit, checked)
    saved = known.draft(wanted)
    return render_template(
        "registration/station.html",
        form=form,
        is_preview=False,
        **pages.station_words(visit, wanted),
        saved_at=saved_at(saved.saved_at, visit.trip.zone) if saved else "",
        common=in_common(visit, plan, form.typed),
        **visit.frame("registration.station", station=wanted.value),
    )


def _onward(visit: Visit, own: StationProgress, leaving: Leaving) -> AnyResponse:
    """Where the button leads; what was sent before is sent again at once if it is whole."""
    wanted = own.plan.station
    if visit.registrant.is_submitted and own.progress in READY and leaving.is_forward:
        return _send_again(visit, wanted)
    if leaving.is_sending:
        return _submit(visit)
    return redirect(_address(visit, wanted, leaving), 303)


def _address(visit: Visit, wanted: Station, leaving: Leaving) -> str:
    lang = leaving.lang if leaving.lang in visit.trip.languages else visit.lang
    order = [each.station for each in visit.plan.stations]
    target = leaving.target(wanted, order)
    if target is None:
        return visit.url(lang=lang)
    anchor = leaving.anchor or None
    return visit.url("registration.station", station=target.value, lang=lang, _anchor=anchor)


def _send_again(visit: Visit, wanted: Station) -> AnyResponse:
    """Send the changes of a station; where that is over by now, the overview says so."""
    uid = visit.registrant.participation.uid
    try:
        sending.send_station(
            visit.trip.uid, uid, wanted, visit.sender, actor=visit.actor, now=clock.now()
        )
    except (ClosedError, IncompleteError):
        return redirect(visit.url(), 303)
    return redirect(visit.url(sent=1), 303)
