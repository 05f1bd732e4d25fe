"""Delegations: the form of one, and deleting an empty one."""

from dataclasses import replace
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.editing import Change
from trips.domain.ordering import in_delegation, order_participations
from trips.domain.participation import Delegation
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY
from trips.forms.delegation import DelegationForm
from trips.i18n.choices import country_choices
from trips.queries.choices import list_person_choices
from trips.queries.snapshot import get_snapshot
from trips.services import delegation as delegations
from trips.services.delegation import DelegationInUseError
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.edge.origin import local_target
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save
from trips.views.preferences import locale

bp = Blueprint("delegation", __name__)


@bp.route("/trips/<slug>/delegations/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """The form of a new delegation."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = _form(snapshot)

    def add(values: dict[str, Any]) -> Response:
        new = Delegation(uid="", **values)
        saved = delegations.add_delegation(snapshot.trip.uid, new, **by())
        flash(_("The delegation is there; now add its people."))
        return redirect(url_for("delegate.new", slug=slug, delegation=saved.uid), 303)

    page = partial(_page, snapshot, form)
    return show_or_add(form, page, add, lambda: Delegation(uid="", name=EMPTY))


@bp.route("/trips/<slug>/delegations/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """The form of a delegation."""
    snapshot = get_snapshot(guards.require_access().uid)
    trip, delegation = snapshot.trip.uid, snapshot.delegation_by_uid.get(uid)
    form = _form(snapshot, delegation)

    def restore(shown: Delegation) -> None:
        delegations.add_delegation(trip, replace(shown, uid=uid, head=None), **by())

    def done(_delegation: Delegation) -> Response:
        flash(_("Saved."))
        return redirect(url_for("delegate.index", slug=slug), 303)

    return show_or_save(
        Editing(
            form=form,
            entity=delegation,
            page=partial(_page, snapshot, form),
            save=lambda change: delegations.edit_delegation(trip, uid, change, **by()),
            restore=restore,
            done=done,
            names=_names(snapshot, form),
        )
    )


@bp.post("/trips/<slug>/delegations/<uid>/head")
@guards.trip_page(TripRole.ORGANISER)
def lead(slug: str, uid: str) -> Answer:
    """Say who of a delegation leads it; nobody where none is named."""
    snapshot = get_snapshot(guards.require_access().uid)
    delegation = snapshot.delegation_by_uid.get(uid)
    if delegation is None:
        raise MissingError(uid)
    change = Change({"head": delegation.head}, {"head": request.values.get("head") or None})
    delegations.edit_delegation(snapshot.trip.uid, uid, change, **by())
    flash(_("Saved."))
    back = url_for("delegate.index", slug=slug)
    return redirect(local_target(request.values.get("next"), back), 303)


@bp.post("/trips/<slug>/delegations/<uid>/delete")
@guards.trip_page(TripRole.ORGANISER)
def delete(slug: str, uid: str) -> Answer:
    """Delete a delegation that nobody belongs to."""
    try:
        delegations.delete_delegation(guards.require_access().uid, uid, **by())
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
        list_person_choices(locale()),
    )
    return form


def _names(snapshot: TripSnapshot, form: DelegationForm) -> dict[str, str]:
    """What uids are called where two edits are shown beside each other."""
    people = {
        each.uid: snapshot.person_by_uid[each.person].name for each in snapshot.participations
    }
    return {**form.contact.labels, **people}


def _page(
    snapshot: TripSnapshot, form: DelegationForm, delegation: Delegation | None, **context: Any
) -> str:
    people = in_delegation(snapshot.participations, delegation) if delegation else ()
    context |= {"form": form, "delegation": delegation, "people": len(people)}
    return frame.render("delegate/delegation.html", snapshot, "delegates", **context)
