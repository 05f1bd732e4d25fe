"""A trip made of another one: the form, the copy, and the way back."""

from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import Action, TripRole
from trips.domain.copying.trip_copy import Dropped
from trips.domain.snapshot import TripSnapshot
from trips.forms.copying.trip import TripCopyForm
from trips.forms.parts import error_on
from trips.i18n.formats import join_list, weekday_long
from trips.jobs.workbook import free_slug
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import MovedError, SlugTakenError
from trips.services.importing.trip_copy import Copied, remove_copy, set_template, store_copy
from trips.views import frame, guards
from trips.views.editing import by, tell
from trips.views.preferences import locale

bp = Blueprint("copying", __name__)

Answer = str | Response | tuple[str, int]
A_YEAR = timedelta(weeks=52)


@bp.route("/trips/<slug>/copy", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new() -> Answer:
    """What the copy is called, when it starts, what comes along."""
    _check_right()
    snapshot, form = get_snapshot(guards.require_access().uid), TripCopyForm()
    if not form.is_submitted():
        _propose(form, snapshot)
        return _page(form, snapshot)
    if not form.validate():
        return _page(form, snapshot), 422
    wish = form.wish(free_slug(form.title.form.text().shown(locale()).text))
    try:
        copied = store_copy(snapshot.trip.uid, wish, **by())
    except SlugTakenError as error:
        error_on(form.slug, _("Another trip is called %(slug)s already.", slug=str(error)))
        return _page(form, snapshot), 409
    _tell(snapshot, copied)
    return redirect(url_for("trip.overview", slug=copied.trip.slug), 303)


@bp.post("/trips/<slug>/copy/undo")
@guards.trip_page(TripRole.ORGANISER)
def undo(slug: str) -> Response:
    """Take a fresh copy back."""
    _check_right()
    try:
        remove_copy(guards.require_access().uid, **by())
    except MovedError:
        flash(_("The copy has been changed since; it stays."), "error")
        return redirect(url_for("trip.overview", slug=slug), 303)
    flash(_("The copy is gone again."))
    return redirect(url_for("trip.index"), 303)


@bp.post("/trips/<slug>/template")
@guards.trip_page(TripRole.ORGANISER)
def template(slug: str) -> Response:
    """Keep the trip itself as a template, or as a trip again."""
    _check_right()
    trip = get_snapshot(guards.require_access().uid).trip
    set_template(trip.uid, is_template=not trip.is_template, **by())
    words = _("The trip is a trip again.") if trip.is_template else _("The trip is a template now.")
    tell(words, url_for("copying.template", slug=slug))
    return redirect(url_for("copying.new", slug=slug), 303)


def _check_right() -> None:
    if not guards.allows(Action.CREATE_TRIP):
        abort(404)


def _propose(form: TripCopyForm, snapshot: TripSnapshot) -> None:
    """The same weekdays a year later, with hosts: what is usually wanted."""
    for lang, words in snapshot.trip.title.items():
        if lang in form.title.form:
            form.title.form[lang].data = words
    form.starts_on.data = snapshot.trip.starts_on + A_YEAR
    form.with_hosts.data = True


def _page(form: TripCopyForm, snapshot: TripSnapshot) -> str:
    return frame.render("copying/trip.html", snapshot, "overview", form=form)


def _tell(snapshot: TripSnapshot, copied: Copied) -> None:
    trip = copied.trip
    told = [_("The copy is there: a draft of its own."), *_left_behind(copied.dropped)]
    old, new = (weekday_long(each.starts_on, locale()) for each in (snapshot.trip, trip))
    if old != new:
        told.append(
            _(
                "It starts on a %(new)s instead of a %(old)s: look at opening hours.",
                new=new,
                old=old,
            )
        )
    tell(" ".join(told), url_for("copying.undo", slug=trip.slug))


def _left_behind(dropped: Dropped) -> list[str]:
    counts = (
        (
            dropped.cancelled,
            ngettext("%(num)s cancelled item", "%(num)s cancelled items", dropped.cancelled),
        ),
        (dropped.bookings, ngettext("%(num)s booking", "%(num)s bookings", dropped.bookings)),
        (dropped.people, ngettext("%(num)s person", "%(num)s people", dropped.people)),
        (
            dropped.assignments,
            ngettext("%(num)s assignment", "%(num)s assignments", dropped.assignments),
        ),
    )
    words = [text for number, text in counts if number]
    if not words:
        return []
    return [_("Left behind: %(what)s.", what=join_list(words, locale()))]
