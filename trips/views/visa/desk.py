"""The visa desk of a trip: who needs a visa, what is due next, and the form of one case."""

from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.snapshot import TripSnapshot
from trips.domain.visa.desk import DeskEntry
from trips.domain.visa.facts import VisaFacts, facts_of
from trips.domain.visa_case import VisaStatus
from trips.forms.visa.case import VisaForm
from trips.i18n.choices import country_choices
from trips.queries.snapshot import get_snapshot
from trips.services.visa import case as cases
from trips.views import frame, guards
from trips.views.editing import Answer, Editing, by, show_or_save, tell
from trips.views.preferences import locale
from trips.views.visa.desk_page import case_row, desk_page, entry_of, today_of
from trips.views.visa.desk_wishes import read_step, read_wanted, statuses_of, way_back_to

bp = Blueprint("visa", __name__)


@bp.get("/trips/<slug>/visas")
@guards.trip_page(TripRole.ORGANISER)
def index(slug: str) -> str:
    """Every delegate with the hint of the rules, where the visa stands and what is due."""
    snapshot = get_snapshot(guards.require_access().uid)
    return frame.render(
        "visa/index.html", snapshot, "delegates", **desk_page(snapshot, read_wanted())
    )


@bp.post("/trips/<slug>/visas")
@guards.trip_page(TripRole.ORGANISER)
def set_status(slug: str) -> Response:
    """Say of one delegate, or of several at once, how far their visas have come."""
    trip = get_snapshot(guards.require_access().uid)
    uids, status = read_step()
    if status not in set(VisaStatus):
        abort(400)
    old = statuses_of(trip, uids)
    changed = cases.set_status(trip.trip.uid, uids, VisaStatus(status), today_of(trip), **by())
    if not uids:
        flash(_("Nobody was chosen."), "error")
    else:
        can_undo = len(old) == 1 and changed
        undo = url_for("visa.set_status", slug=slug, uid=uids, status=old.pop()) if can_undo else ""
        tell(ngettext("%(num)s visa updated.", "%(num)s visas updated.", changed), undo=undo)
    return redirect(way_back_to(slug), 303)


@bp.route("/trips/<slug>/visas/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """The form of one case."""
    snapshot = get_snapshot(guards.require_access().uid)
    entry = entry_of(snapshot, uid)
    if entry is None:
        abort(404)
    form = VisaForm()
    form.offer(country_choices(locale()), locale())

    def done(_facts: VisaFacts) -> Response:
        flash(_("Saved."))
        return redirect(url_for("visa.index", slug=slug, _anchor=f"case-{uid}"), 303)

    return show_or_save(
        Editing(
            form=form,
            entity=facts_of(entry.delegate),
            page=partial(_case_page, snapshot, form, entry),
            save=lambda change: cases.edit_facts(snapshot.trip.uid, uid, change, **by()),
            done=done,
        )
    )


def _case_page(
    snapshot: TripSnapshot, form: VisaForm, entry: DeskEntry, _facts: VisaFacts, **context: Any
) -> str:
    context |= {"form": form, "shown": case_row(snapshot, entry)}
    return frame.render("visa/case.html", snapshot, "delegates", **context)
