"""Mails about registering, drafted from the list of delegates and after every step."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.mail import MailKind
from trips.services.invitations.mails import (
    draft_invitations,
    draft_notices,
    draft_reminders,
)
from trips.views import guards
from trips.views.delegates.station import back
from trips.views.drafting import tell_drafts
from trips.views.editing import by

bp = Blueprint("mailing", __name__)


@bp.post("/trips/<slug>/delegates/mail/invitation")
@guards.trip_page(TripRole.ORGANISER)
def invite(slug: str) -> Response:
    """Draft invitations for those selected who were not invited yet."""
    trip, uids = guards.require_access().uid, request.form.getlist("uid")
    tell_drafts(slug, draft_invitations(trip, uids, **by()))
    return back(slug)


@bp.post("/trips/<slug>/delegates/mail/reminder")
@guards.trip_page(TripRole.ORGANISER)
def remind(slug: str) -> Response:
    """Draft reminders for those selected from whom something is missing."""
    trip, uids = guards.require_access().uid, request.form.getlist("uid")
    tell_drafts(slug, draft_reminders(trip, uids, **by()))
    return back(slug)


@bp.post("/trips/<slug>/delegates/mail/regret")
@guards.trip_page(TripRole.ORGANISER)
def regret(slug: str) -> Response:
    """Draft a regret to those selected: there is no place for them."""
    trip, uids = guards.require_access().uid, request.form.getlist("uid")
    tell_drafts(slug, draft_notices(trip, uids, MailKind.REGRET, **by()))
    return back(slug)
