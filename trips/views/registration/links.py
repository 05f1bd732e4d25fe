"""Links to register with: making them, copying them, taking them back."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.participation import DelegateStatus, Participation
from trips.domain.protocol.order import name_key
from trips.domain.registration.registrant import LEFT
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.extensions import doors
from trips.queries.registration.links import OpenLink, list_drafts_at, list_open_links
from trips.queries.snapshot import get_snapshot
from trips.services.registration.link import make_links, revoke_links
from trips.views import frame, guards
from trips.views.editing import by, tell

bp = Blueprint("registration_links", __name__)


@dataclass(frozen=True)
class Holder:
    """Somebody who may have a link: a delegate, or a delegation's contact person."""

    uid: str
    name: str
    link: OpenLink | None
    status: DelegateStatus | None = None
    typed_at: datetime | None = None
    delegation: Text | None = None


@bp.get("/trips/<slug>/registration/links")
@guards.trip_page(TripRole.ORGANISER)
def index(slug: str) -> str:
    """Every delegate and contact person with the link they have."""
    snapshot = get_snapshot(guards.require_access().uid)
    now = snapshot.trip.pretend_now or clock.now()
    links = list_open_links(snapshot.trip.uid, now)
    return frame.render(
        "registration/links.html",
        snapshot,
        "delegates",
        slug=slug,
        contacts=_contacts(snapshot, links),
        delegates=_delegates(snapshot, links),
        is_local=doors().settings.is_local,
    )


@bp.post("/trips/<slug>/registration/links")
@guards.trip_page(TripRole.ORGANISER)
def make(slug: str) -> Response:
    """Make links for those who are ticked; whoever has one keeps it."""
    snapshot = get_snapshot(guards.require_access().uid)
    chosen = set(request.form.getlist("uid"))
    people = [each.uid for each in _invitable(snapshot) if each.uid in chosen]
    delegations = [each.uid for each in snapshot.delegations if each.uid in chosen]
    made = make_links(snapshot.trip.uid, people, delegations, **by())
    if made:
        words = ngettext("%(num)s link is ready.", "%(num)s links are ready.", len(made))
        tell(words)
    else:
        tell(_("Nobody was chosen."))
    return redirect(url_for("registration_links.index", slug=slug), 303)


@bp.post("/trips/<slug>/registration/links/<uid>/revoke")
@guards.trip_page(TripRole.ORGANISER)
def revoke(slug: str, uid: str) -> Response:
    """Take the link of somebody back."""
    snapshot = get_snapshot(guards.require_access().uid)
    if revoke_links(snapshot.trip.uid, uid, **by()):
        tell(_("The link is withdrawn and opens nothing any more."))
    return redirect(url_for("registration_links.index", slug=slug), 303)


def _invitable(snapshot: TripSnapshot) -> list[Participation]:
    """Delegates who have not left, by name."""
    people = snapshot.person_by_uid
    found = [
        each
        for each in snapshot.participations
        if each.delegate is not None and each.delegate.status not in LEFT
    ]
    return sorted(found, key=lambda each: name_key(people[each.person]))


def _contacts(snapshot: TripSnapshot, links: dict[str, OpenLink]) -> list[Holder]:
    people = snapshot.person_by_uid
    return [
        Holder(
            each.uid,
            people[each.contact].name if each.contact else "",
            links.get(each.uid),
            delegation=each.name,
        )
        for each in snapshot.delegations
    ]


def _delegates(snapshot: TripSnapshot, links: dict[str, OpenLink]) -> list[Holder]:
    typed = list_drafts_at(snapshot.trip.uid)
    return [
        Holder(
            each.uid,
            snapshot.person_by_uid[each.person].name,
            links.get(each.uid),
            each.delegate.status if each.delegate else None,
            typed.get(each.uid),
        )
        for each in _invitable(snapshot)
    ]
