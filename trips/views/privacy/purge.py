"""The purge for people: what would go today, a confirmation, and the protocol of all runs."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import InstanceRole
from trips.domain.privacy.retention import Due
from trips.extensions import doors
from trips.i18n.formats import instant
from trips.i18n.privacy.purge_wording import due_name
from trips.jobs.purge import purge as purge_everything
from trips.queries.privacy.due import list_runs, list_trips
from trips.services.privacy.forgetting import Gone, forget_people
from trips.views import guards
from trips.views.preferences import locale

bp = Blueprint("purge", __name__)
ZONE = "Europe/Berlin"
"""Of the house: runs concern all trips."""


@bp.get("/purge")
@guards.instance_page(InstanceRole.ORGANISER)
def index() -> str:
    """What is due today, by trip, and every run so far."""
    now = clock.now()
    gone = forget_people(actor=guards.require_actor(), now=now, is_rehearsal=True)
    return render_template(
        "privacy/purge.html",
        due=_by_trip(gone),
        total=sum(gone.total.values()),
        is_unsure="unsure" in request.args,
        runs=runs_in_words(),
        area="trips",
    )


@bp.post("/purge")
@guards.instance_page(InstanceRole.ORGANISER)
def run() -> Response:
    """Throw away what is due, after a tick."""
    if "sure" not in request.form:
        return redirect(url_for("purge.index", unsure=1), 303)
    gone = purge_everything(doors(), clock.now(), guards.require_actor())
    number = sum(gone.people.total.values())
    words = ngettext(
        "%(num)s entry is deleted for good.", "%(num)s entries are deleted for good.", number
    )
    flash(words if number else _("Nothing was due. The run is in the protocol."))
    return redirect(url_for("purge.index"), 303)


def runs_in_words(limit: int = 30) -> list[tuple[str, str, str]]:
    """When, who and what of the latest runs."""
    return [
        (instant(run.at, ZONE, locale()), _person(run.actor), _numbers(run.counts))
        for run in list_runs(limit)
    ]


def _by_trip(gone: Gone) -> list[tuple[str, list[tuple[str, int]]]]:
    titles = {trip.uid: trip.title.shown(locale()).text for trip in list_trips(clock.now())}
    return [
        (
            titles.get(trip, _("This installation")),
            [(due_name(due, locale()), number) for due, number in counts.items()],
        )
        for trip, counts in gone.by_trip.items()
    ]


def _numbers(counts: object) -> str:
    """The numbers of a run in one line."""
    known = {due.value: due for due in Due}
    pairs = dict(counts) if isinstance(counts, dict) else {}
    said = [f"{due_name(known[name], locale())}: {n}" for name, n in pairs.items() if name in known]
    return "; ".join(said)


def _person(actor: str) -> str:
    return _("the daily run") if actor == "command line" else actor
