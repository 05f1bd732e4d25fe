"""Going back to a release: what the draft would lose and gain, then one step."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as Answer

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.releases.model import DRAFT
from trips.domain.releases.restoring import restored
from trips.queries.release import list_known
from trips.queries.snapshot import get_snapshot
from trips.services.planning.restoring import DraftChangedError, restore_release
from trips.views import frame, guards
from trips.views.editing import tell
from trips.views.releases.comparison import State, compare, open_state, show

bp = Blueprint("restoring", __name__)


@bp.get("/trips/<slug>/releases/<int:number>/restore")
@guards.trip_page(TripRole.ORGANISER)
def new(number: int) -> str:
    """What would change in the draft, to be looked at."""
    return _page(number)


@bp.post("/trips/<slug>/releases/<int:number>/restore")
@guards.trip_page(TripRole.ORGANISER)
def make(slug: str, number: int) -> Answer | tuple[str, int]:
    """Go back; undo takes it back as a whole."""
    access, actor = guards.require_access(), guards.require_actor()
    revision = request.form.get("revision", -1, int)
    try:
        changed = restore_release(access.uid, number, revision, actor=actor, now=clock.now())
    except DraftChangedError:
        flash(_("The draft has changed meanwhile. Please look again."), "error")
        return _page(number), 409
    if not changed:
        flash(_("The draft is as it was in release %(number)s.", number=number))
        return redirect(url_for("release.index", slug=slug), 303)
    words = ngettext(
        "Back to release %(number)s: %(num)s entry of the draft changed.",
        "Back to release %(number)s: %(num)s entries of the draft changed.",
        changed,
        number=number,
    )
    here = url_for("release.index", slug=slug)
    tell(words, url_for("board_item.undo", slug=slug, next=here))
    return redirect(here, 303)


def _page(number: int) -> str:
    access = guards.require_access()
    draft = get_snapshot(access.uid)
    state = open_state(draft, str(number))
    target = restored(draft, state.snapshot, list_known(state.snapshot))
    found = compare(State(DRAFT, draft), State("", target, state.release))
    return frame.render(
        "release/restore.html",
        draft,
        "releases",
        release=state.release,
        found=found,
        changes=show(found.difference.changes),
        revision=access.revision,
    )
