"""One person's data as the organisers see it: everything, the log of readings, export, erasure."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.privacy.own import BEHIND_DESK
from trips.domain.snapshot import TripSnapshot
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.formats import instant
from trips.i18n.privacy.own_wording import own_blocks
from trips.i18n.privacy.purpose_wording import purpose_words
from trips.i18n.privacy.reading_wording import sealed_label
from trips.jobs.own_data import make_own_data
from trips.jobs.purge import erase as erase_everywhere
from trips.queries.privacy.own import find_own
from trips.queries.privacy.reading import Reading, list_readings
from trips.queries.privacy.scope import is_elsewhere, list_parts_of, scope_of
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.reading import note_reading
from trips.views import frame, guards
from trips.views.preferences import locale
from trips.views.privacy.own_data import as_zip

bp = Blueprint("person_data", __name__)
PURPOSE = "own_data_export"


@bp.get("/trips/<slug>/delegates/<uid>/data")
@guards.trip_page(TripRole.ORGANISER)
def show(uid: str) -> str:
    """Everything kept about one person, but for passports, and who read those."""
    snapshot = get_snapshot(guards.require_access().uid)
    person = snapshot.person_by_uid[_person(snapshot, uid)]
    scope, zone = scope_of(guards.require_actor()), snapshot.trip.zone
    own = find_own(person.uid, clock.now(), with_secrets=False, team=scope) or abort(404)
    return frame.render(
        "privacy/person.html",
        snapshot,
        "delegates",
        person=person,
        uid=uid,
        kinds=own_blocks(own, locale()),
        readings=[_reading_words(each, zone) for each in list_readings(uid)],
        is_unsure="unsure" in request.args,
        others=_other_roles(snapshot, person.uid, uid),
        is_whole=scope.is_whole,
        is_elsewhere=is_elsewhere(person.uid, scope),
    )


@bp.post("/trips/<slug>/delegates/<uid>/data.zip")
@guards.trip_page(TripRole.ORGANISER)
def export(uid: str) -> Response:
    """Everything to hand over, passports too; the log says so for each trip."""
    actor, now = guards.require_actor(), clock.now()
    person, scope = _person(get_snapshot(guards.require_access().uid), uid), scope_of(actor)
    for trip, part in list_parts_of(person, scope):
        note_reading(trip, (part,), BEHIND_DESK, actor=actor, purpose=PURPOSE, now=now)
    try:
        data = make_own_data(person, locale(), doors().press, now, team=scope)
    except PressError:
        abort(503)
    return as_zip(data)


@bp.post("/trips/<slug>/delegates/<uid>/data/erase")
@guards.trip_page(TripRole.ORGANISER)
def erase(slug: str, uid: str) -> AnyResponse:
    """Erase a person for good, after a tick; nobody's delegates of other trips."""
    actor = guards.require_actor()
    person = _person(get_snapshot(guards.require_access().uid), uid)
    if is_elsewhere(person, scope_of(actor)):
        abort(404)
    if "sure" not in request.form:
        return redirect(url_for("person_data.show", slug=slug, uid=uid, unsure=1), 303)
    erase_everywhere(doors(), person, actor=actor, now=clock.now())
    flash(_("The person is erased. What was counted stays counted."))
    return redirect(url_for("delegate.index", slug=slug), 303)


def _reading_words(reading: Reading, zone: str) -> tuple[str, str, str, str]:
    fields = ", ".join(sealed_label(each, locale()) for each in reading.fields)
    purpose = purpose_words(reading.purpose, locale())
    return instant(reading.at, zone, locale()), reading.actor, fields, purpose


def _person(snapshot: TripSnapshot, uid: str) -> str:
    part = snapshot.participation_by_uid.get(uid) or abort(404)
    return part.person


def _other_roles(snapshot: TripSnapshot, person: str, uid: str) -> int:
    """In how many other ways the person takes part in this trip."""
    return sum(each.person == person and each.uid != uid for each in snapshot.participations)
