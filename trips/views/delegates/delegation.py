"""Delegations: the form of one, and deleting an empty one."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.editing import ConflictError
from trips.domain.ordering import in_delegation, order_participations
from trips.domain.participation import Delegation
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY
from trips.forms.delegation import DelegationForm
from trips.i18n.choices import country_choices
from trips.queries.snapshot import get_snapshot
from trips.services import delegation as delegations
from trips.services.delegation import DelegationInUseError
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.merging import Rows, conflict_rows
from trips.views.preferences import locale

bp = Blueprint("delegation", __name__)
Answer = str | Response | tuple[str, int]


@bp.route("/trips/<slug>/delegations/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """The form of a new delegation."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = _form(snapshot)
    if request.method == "GET":
        form.show(Delegation(uid="", name=EMPTY))
        return _page(snapshot, form)
    if not form.validate():
        return _page(snapshot, form), 422
    new = Delegation(uid="", **form.values())
    saved = delegations.add_delegation(snapshot.trip.uid, new, **_by())
    flash(_("The delegation is there; now add its people."))
    return redirect(url_for("delegate.new", slug=slug, delegation=saved.uid), 303)


@bp.route("/trips/<slug>/delegations/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """The form of a delegation."""
    snapshot = get_snapshot(guards.require_access().uid)
    delegation = snapshot.delegation_by_uid.get(uid)
    if delegation is None:
        raise MissingError(uid)
    form = _form(snapshot, delegation)
    if request.method == "GET":
        form.show(delegation)
        form.carry(delegation)
        return _page(snapshot, form, delegation)
    if not form.validate():
        return _page(snapshot, form, delegation), 422
    return _save(slug, snapshot, form, delegation)


@bp.post("/trips/<slug>/delegations/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def delete(slug: str, uid: str) -> Answer:
    """Delete a delegation that nobody belongs to."""
    try:
        delegations.delete_delegation(guards.require_access().uid, uid, **_by())
    except DelegationInUseError as error:
        flash(
            ngettext(
                "%(num)s person still belongs to it, or was removed and may come back.",
                "%(num)s people still belong to it, or were removed and may come back.",
                error.people,
            ),
            "error",
        )
        return redirect(url_for("delegation.edit", slug=slug, uid=uid), 303)
    flash(_("The delegation is deleted."))
    return redirect(url_for("delegate.index", slug=slug), 303)


def _form(snapshot: TripSnapshot, delegation: Delegation | None = None) -> DelegationForm:
    people = in_delegation(order_participations(snapshot), delegation) if delegation else ()
    form = DelegationForm()
    form.offer(
        country_choices(locale()),
        [(each.uid, snapshot.person_by_uid[each.person].name) for each in people],
    )
    return form


def _save(
    slug: str, snapshot: TripSnapshot, form: DelegationForm, delegation: Delegation
) -> Answer:
    try:
        change = form.change()
    except ValueError:
        abort(400)
    try:
        delegations.edit_delegation(snapshot.trip.uid, delegation.uid, change, **_by())
    except ConflictError as error:
        conflicts = conflict_rows(form, error, change, {}, _names(snapshot))
        return _page(snapshot, form, delegation, conflicts), 409
    flash(_("Saved."))
    return redirect(url_for("delegate.index", slug=slug), 303)


def _names(snapshot: TripSnapshot) -> dict[str, str]:
    return {each.uid: snapshot.person_by_uid[each.person].name for each in snapshot.participations}


def _page(
    snapshot: TripSnapshot,
    form: DelegationForm,
    delegation: Delegation | None = None,
    conflicts: Rows | None = None,
) -> str:
    people = in_delegation(snapshot.participations, delegation) if delegation else ()
    return frame.render(
        "delegate/delegation.html",
        snapshot,
        "delegates",
        form=form,
        delegation=delegation,
        people=len(people),
        conflicts=conflicts or [],
    )


def _by() -> dict[str, Any]:
    return {"actor": guards.require_actor(), "now": clock.now()}
