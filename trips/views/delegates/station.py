"""What is done with the people of the list: their stations, their groups, and taking it back."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.delegates.lifecycle import By
from trips.domain.delegates.seats import NoSeatError
from trips.domain.pages.people_filter import NO_GROUP
from trips.domain.participation import DelegateStatus, Permission
from trips.i18n.delegates.status_wording import changed_words, no_seat_words, refused_words
from trips.queries.snapshot import get_snapshot
from trips.services.delegates import group as groups
from trips.services.delegates.review import Noted, mark_reviewed, set_permission
from trips.services.delegates.status import StatusOutcome, change_status
from trips.services.delegates.undo import UndoRefusedError, undo_step
from trips.services.invitations.mails import draft_invitations
from trips.views import guards
from trips.views.drafting import follow, tell_drafts
from trips.views.edge.origin import local_target
from trips.views.editing import by, tell
from trips.views.preferences import locale

bp = Blueprint("station", __name__)


@bp.post("/trips/<slug>/delegates/set")
@guards.trip_page(TripRole.ORGANISER)
def take(slug: str) -> Response:
    """Put the selected people into a group, or take them to a station."""
    trip = guards.require_access().uid
    uids = request.form.getlist("uid")
    group, status = request.form.get("group"), request.form.get("status")
    if not uids:
        flash(_("Select people first."), "error")
    elif group:
        _set_group(slug, trip, uids, "" if group == NO_GROUP else group)
    elif status in set(DelegateStatus):
        tell_outcome(slug, change_status(trip, uids, DelegateStatus(status), **by()))
    else:
        abort(400)
    return back(slug)


@bp.post("/trips/<slug>/delegates/<uid>/move-up")
@guards.trip_page(TripRole.ORGANISER)
def move_up(slug: str, uid: str) -> Response:
    """Give somebody who waits a seat."""
    trip = guards.require_access().uid
    tell_outcome(slug, change_status(trip, [uid], DelegateStatus.CONFIRMED, **by()))
    return back(slug)


@bp.post("/trips/<slug>/delegates/invite")
@guards.trip_page(TripRole.ORGANISER)
def invite(slug: str) -> Response:
    """Invite those selected: their status, and a draft with the personal link for each."""
    trip, uids = guards.require_access().uid, request.form.getlist("uid")
    if not uids:
        flash(_("Select people first."), "error")
        return back(slug)
    outcome = change_status(trip, uids, DelegateStatus.INVITED, **by())
    refused = {each.uid for each in outcome.refused}
    drafts = draft_invitations(trip, [uid for uid in uids if uid not in refused], **by())
    if outcome.changed or outcome.refused:
        tell_outcome(slug, outcome)
    else:
        tell_drafts(slug, drafts)
    return back(slug)


@bp.post("/trips/<slug>/delegates/<uid>/looked-at")
@guards.trip_page(TripRole.ORGANISER)
def look_at(slug: str, uid: str) -> Response:
    """Say that what a delegate changed after the confirmation was looked at."""
    mark_reviewed(guards.require_access().uid, uid, **by())
    flash(_("Noted: the changes were looked at."))
    return back(slug)


@bp.post("/trips/<slug>/delegates/permission")
@guards.trip_page(TripRole.ORGANISER)
def permit(slug: str) -> Response:
    """Note for those selected whether their employers let them travel."""
    wanted, uids = request.form.get("permission"), request.form.getlist("uid")
    if wanted not in set(Permission):
        abort(400)
    if not uids:
        flash(_("Select people first."), "error")
        return back(slug)
    trip = guards.require_access().uid
    _tell_noted(slug, set_permission(trip, uids, Permission(wanted), **by()))
    return back(slug)


@bp.post("/trips/<slug>/delegates/approve")
@guards.trip_page(TripRole.VIEWER)
def approve(slug: str) -> Response:
    """The client approves who was nominated, or takes the approval back."""
    wanted = request.form.get("status")
    if wanted not in {DelegateStatus.APPROVED, DelegateStatus.NOMINATED}:
        abort(400)
    uids = request.form.getlist("uid")
    if uids:
        to = DelegateStatus(wanted)
        outcome = change_status(guards.require_access().uid, uids, to, by=By.CLIENT, **by())
        tell_outcome(slug, outcome)
    else:
        flash(_("Select people first."), "error")
    return back(slug)


@bp.post("/trips/<slug>/delegates/undo/<step>")
@guards.trip_page(TripRole.VIEWER)
def undo(slug: str, step: str) -> Response:
    """Take back one's own last change of stations, or a replacement."""
    try:
        undone = undo_step(guards.require_access().uid, step, **by())
    except UndoRefusedError:
        flash(_("It has been changed since; nothing was taken back."), "error")
    except NoSeatError as error:
        flash(
            no_seat_words(get_snapshot(guards.require_access().uid), error.seats, locale()), "error"
        )
    else:
        flash(ngettext("Taken back.", "Taken back for %(num)s people.", len(undone.uids)))
        if undone.moved:
            follow(slug, undone.moved)
    return back(slug)


def tell_outcome(slug: str, outcome: StatusOutcome) -> None:
    """Draft what the new stations call for, and say what became of the change, with a way back."""
    if outcome.changed:
        undo_url = _undo_url(slug, outcome.step)
        tell(changed_words(outcome.to, len(outcome.changed), locale()), undo_url)
        follow(slug, outcome.changed)
    if outcome.refused:
        snapshot = get_snapshot(guards.require_access().uid)
        refused = [(each.uid, each.seats) for each in outcome.refused]
        for words in refused_words(snapshot, outcome.to, refused, locale()):
            flash(words, "error")
    elif not outcome.changed:
        flash(_("Nothing changed: they are there already."))


def back(slug: str) -> Response:
    """To the page the button was on, or to the list."""
    target = url_for("delegate.index", slug=slug)
    return redirect(local_target(request.values.get("next"), target), 303)


def _set_group(slug: str, trip: str, uids: list[str], code: str) -> None:
    try:
        noted = groups.set_group(trip, uids, code, **by())
    except NoSeatError as error:
        flash(no_seat_words(get_snapshot(trip), error.seats, locale()), "error")
        return
    _tell_noted(slug, noted)


def _undo_url(slug: str, step: str) -> str:
    """Takes a step back, and leads to the page on which it was taken."""
    return url_for("station.undo", slug=slug, step=step, next=request.values.get("next"))


def _tell_noted(slug: str, noted: Noted) -> None:
    """Say for how many it is new, with a way back."""
    words = ngettext("%(num)s person changed.", "%(num)s people changed.", noted.number)
    if noted.number:
        tell(words, _undo_url(slug, noted.step))
    else:
        flash(words)
