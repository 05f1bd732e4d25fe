"""Releases of a trip: the list, one of them to be read, two side by side, a new one."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.briefs.document import OFFERED
from trips.domain.briefs.programme_builder import Edition, brief_programme
from trips.domain.releases.model import DRAFT, Release
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors
from trips.forms.release import ReleaseForm
from trips.i18n.difference_wording import count_words
from trips.queries.release import (
    DamagedReleaseError,
    find_next_number,
    list_blocking,
    list_releases,
)
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision
from trips.services.release import BlockedError, NothingChangedError, make_release
from trips.views import frame, guards
from trips.views.preferences import locale
from trips.views.readiness.readiness_page import show_finding
from trips.views.releases.comparison import Comparison, compare, open_state, show

bp = Blueprint("release", __name__)


@bp.get("/trips/<slug>/releases")
@guards.trip_page(TripRole.VIEWER)
def index() -> str:
    """Every release, the newest first, and how far the draft has gone on."""
    snapshot = get_snapshot(guards.require_access().uid)
    releases = list_releases(snapshot.trip.uid)
    waiting, unreadable = _against_newest(snapshot, releases)
    return frame.render(
        "release/index.html",
        snapshot,
        "releases",
        releases=releases,
        counts={each.number: count_words(each.counts, locale()) for each in releases},
        waiting=count_words(waiting.difference.counts(), locale()) if waiting else (),
        next_number=_next_number(snapshot),
        damaged=unreadable,
    )


@bp.get("/trips/<slug>/releases/<int:number>")
@guards.trip_page(TripRole.VIEWER)
def release(number: int) -> str:
    """One release as a list to be read."""
    draft = get_snapshot(guards.require_access().uid)
    state = open_state(draft, str(number))
    if state.release is None:
        abort(404)
    edition = Edition(as_of=state.release.made_at, number=number, name=state.release.name)
    return frame.render(
        "release/release.html",
        draft,
        "releases",
        release=state.release,
        brief=brief_programme(state.snapshot, edition),
        kinds=list(OFFERED),
        counts=count_words(state.release.counts, locale()),
        numbers=[each.number for each in list_releases(draft.trip.uid)],
    )


@bp.get("/trips/<slug>/releases/compare")
@guards.trip_page(TripRole.VIEWER)
def comparison(slug: str) -> str | Answer:
    """Two states side by side; without an address the newest release and the draft."""
    draft = get_snapshot(guards.require_access().uid)
    releases = list_releases(draft.trip.uid)
    if not releases:
        return redirect(url_for("release.index", slug=slug), 302)
    old = open_state(draft, request.args.get("from") or str(releases[0].number))
    new = open_state(draft, request.args.get("to") or DRAFT)
    found = compare(old, new)
    person = request.args.get("person", "")
    if person and person not in new.snapshot.participation_by_uid:
        abort(404)
    return frame.render(
        "release/compare.html",
        draft,
        "releases",
        releases=releases,
        found=found,
        person=person,
        changes=show(found.changes_for(person)),
        people=found.people,
    )


@bp.get("/trips/<slug>/releases/new")
@guards.trip_page(TripRole.ORGANISER)
def new() -> str:
    """What a new release would say, what stands against it, and its name."""
    access = guards.require_access()
    return _form_page(get_snapshot(access.uid), ReleaseForm(revision=access.revision))


@bp.post("/trips/<slug>/releases/new")
@guards.trip_page(TripRole.ORGANISER)
def make(slug: str) -> Answer | tuple[str, int]:
    """Release the programme."""
    access, form = guards.require_access(), ReleaseForm()
    if not form.validate():
        return _form_page(get_snapshot(access.uid), form), 422
    if form.revision.data != find_revision(access.uid):
        form.revision.raw_data, form.revision.data = None, access.revision
        flash(_("The draft has changed meanwhile. Please look again."), "error")
        return _form_page(get_snapshot(access.uid), form), 409
    try:
        made = _make(access.uid, form)
    except BlockedError:
        form.ask_reason(_("Please say why the programme is released all the same."))
        return _form_page(get_snapshot(access.uid), form), 422
    except NothingChangedError as error:
        flash(_("Nothing has changed since release %(number)s.", number=error.number))
        return redirect(url_for("release.index", slug=slug), 303)
    doors().queue.wake()
    _tell(made)
    return redirect(url_for("release.release", slug=slug, number=made.number), 303)


def _tell(made: Release) -> None:
    """What a release sets going; the first one changes nothing that anybody knows."""
    flash(_("Release %(number)s is out: page, calendars and papers show it.", number=made.number))
    if made.number > 1:
        flash(_("Mails about the changes will wait as drafts under Mail."))


def _make(trip: str, form: ReleaseForm) -> Release:
    return make_release(
        trip,
        form.name.data or "",
        form.note.data or "",
        actor=guards.require_actor(),
        now=clock.now(),
        reason=(form.reason.data or "").strip(),
    )


def _form_page(snapshot: TripSnapshot, form: ReleaseForm) -> str:
    releases = list_releases(snapshot.trip.uid)
    against, unreadable = _against_newest(snapshot, releases)
    blocking = list_blocking(snapshot, clock.now())
    if blocking:
        form.need_reason()
    return frame.render(
        "release/new.html",
        snapshot,
        "releases",
        form=form,
        newest=releases[0] if releases else None,
        next_number=_next_number(snapshot),
        found=against,
        damaged=unreadable,
        changes=show(against.difference.changes) if against else [],
        blocking=[show_finding(snapshot, each) for each in blocking],
    )


def _against_newest(
    snapshot: TripSnapshot, releases: tuple[Release, ...]
) -> tuple[Comparison | None, Release | None]:
    """How the draft differs from the newest release; that release itself if it is damaged."""
    if not releases:
        return None, None
    try:
        newest = open_state(snapshot, str(releases[0].number))
    except DamagedReleaseError as error:
        return None, error.release
    return compare(newest, open_state(snapshot, DRAFT)), None


@bp.errorhandler(DamagedReleaseError)
def damaged(error: DamagedReleaseError) -> tuple[str, int]:
    """Name the release that cannot be read, and lead to the others."""
    snapshot = get_snapshot(guards.require_access().uid)
    releases = list_releases(snapshot.trip.uid)
    page = frame.render(
        "release/damaged.html",
        snapshot,
        "releases",
        release=error.release,
        others=[each for each in releases if each.uid != error.release.uid],
        is_newest=releases[0].uid == error.release.uid,
    )
    return page, 503


def _next_number(snapshot: TripSnapshot) -> int | None:
    return find_next_number(snapshot, guards.require_access().revision)
