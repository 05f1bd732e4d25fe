"""Views of the list of delegates under a name: filters, order and columns, own or shared."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import Action, TripRole
from trips.queries.lists.view import list_views
from trips.queries.snapshot import get_snapshot
from trips.services.lists.view import delete_view, save_view
from trips.views import frame, guards
from trips.views.delegates.delegate_filters import kept_filters
from trips.views.editing import by

bp = Blueprint("saved_view", __name__)

LONGEST_NAME = 80


@bp.get("/trips/<slug>/delegates/views")
@guards.trip_page(TripRole.VIEWER)
def index() -> str:
    """The views there are, and the field to name the present one."""
    access, actor = guards.require_access(), guards.require_actor()
    return frame.render(
        "delegate/views.html",
        get_snapshot(access.uid),
        "delegates",
        views=list_views(access.uid, actor.uid),
        filters=kept_filters(),
    )


@bp.post("/trips/<slug>/delegates/views")
@guards.trip_page(TripRole.VIEWER)
def save(slug: str) -> Response:
    """Keep the filters and columns of the page under a name; only who may write shares."""
    name = request.form.get("name", "").strip()[:LONGEST_NAME]
    filters = kept_filters(request.form)
    if not name:
        flash(_("Please give the view a name."), "error")
        return redirect(url_for("saved_view.index", slug=slug, **filters), 303)  # type: ignore[arg-type]  # plain words
    is_shared = bool(request.form.get("shared")) and guards.allows(Action.WRITE_TRIP)
    save_view(guards.require_access().uid, name, filters, is_shared=is_shared, **by())
    flash(_("Saved."))
    return redirect(url_for("delegate.index", slug=slug, **filters), 303)  # type: ignore[arg-type]  # plain words


@bp.post("/trips/<slug>/delegates/views/<uid>/delete")
@guards.trip_page(TripRole.VIEWER)
def delete(slug: str, uid: str) -> Response:
    """Throw a view away."""
    may_share = guards.allows(Action.WRITE_TRIP)
    delete_view(guards.require_access().uid, uid, may_share=may_share, **by())
    flash(_("The view is deleted."))
    return redirect(url_for("saved_view.index", slug=slug), 303)
