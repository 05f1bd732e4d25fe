"""The thresholds of a trip's rules."""

from itertools import groupby

from flask import Blueprint, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.editing import change_between
from trips.domain.privacy.limits import SETTABLE
from trips.domain.snapshot import TripSnapshot
from trips.forms.readiness.limits import LimitsForm, read_limits, show_limits
from trips.i18n.findings.limit_texts import (
    area_name,
    limit_name,
    limit_source,
    limit_unit,
    limit_value,
)
from trips.queries.snapshot import get_snapshot
from trips.services.trip import edit_trip
from trips.views import frame, guards
from trips.views.editing import Answer, by, tell
from trips.views.preferences import locale

bp = Blueprint("limits", __name__)


@bp.get("/trips/<slug>/limits")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Every threshold with its unit, its usual value and its source."""
    snapshot, form = get_snapshot(guards.require_access().uid), LimitsForm()
    show_limits(form, snapshot.trip.limits)
    return _page(snapshot, form)


@bp.post("/trips/<slug>/limits")
@guards.trip_page(TripRole.ORGANISER)
def save(slug: str) -> Answer:
    """Set the thresholds of a trip."""
    snapshot, form = get_snapshot(guards.require_access().uid), LimitsForm()
    if not form.validate():
        return _page(snapshot, form), 422
    change = change_between(snapshot.trip, {"limits": read_limits(form)})
    edit_trip(snapshot.trip.uid, change, **by())
    tell(_("The thresholds are saved."))
    return _onward(slug)


def _onward(slug: str) -> Response:
    return redirect(url_for("limits.index", slug=slug), 303)


def _page(snapshot: TripSnapshot, form: LimitsForm) -> str:
    areas = [
        (
            area_name(area, locale()),
            [
                {
                    "field": form[entry.name],
                    "name": limit_name(entry.name, locale()),
                    "unit": limit_unit(entry.unit, locale()),
                    "source": limit_source(entry.name, locale()),
                    "usual": limit_value(entry.usual, entry.unit, locale()),
                }
                for entry in entries
            ],
        )
        for area, entries in groupby(SETTABLE, key=lambda entry: entry.area)
    ]
    return frame.render("readiness/limits.html", snapshot, "overview", form=form, areas=areas)
