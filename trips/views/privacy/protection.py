"""Data protection of a trip: who answers, what goes when, the record and the annex for print."""

from functools import partial
from typing import Any

from flask import Blueprint, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.data_protection import DataProtection
from trips.domain.privacy.retention import AFTER_TRIP, day_of, periods_of
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.forms.privacy.notice import DataProtectionForm
from trips.i18n.formats import date_medium, instant
from trips.i18n.privacy.notice_wording import notice_of
from trips.i18n.privacy.purge_wording import due_name
from trips.i18n.privacy.purpose_wording import purpose_words
from trips.i18n.privacy.reading_wording import sealed_label
from trips.i18n.privacy.record_wording import measures, record_lines
from trips.queries.privacy.reading import count_readings, list_readings_of_trip
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.setup import edit_data_protection
from trips.views import frame, guards
from trips.views.editing import Answer, Editing, by, show_or_save, tell
from trips.views.preferences import locale
from trips.views.privacy.purge import runs_in_words

bp = Blueprint("protection", __name__)
LATEST_RUNS = 5
LABELS = {"wording": "is_new_wording"}


@bp.get("/trips/<slug>/privacy")
@guards.trip_page(TripRole.ORGANISER)
def index() -> str:
    """The record of processing, the annex and the days on which things go; made for print, too."""
    snapshot = get_snapshot(guards.require_access().uid)
    periods = periods_of(snapshot.trip.limits)
    return frame.render(
        "privacy/record.html",
        snapshot,
        "delegates",
        protection=snapshot.trip.data_protection,
        lines=record_lines(locale(), periods),
        measures=measures(locale()),
        due=_due(snapshot),
        looks=_looks(snapshot),
        number_of_looks=count_readings(snapshot.trip.uid),
        runs=runs_in_words(LATEST_RUNS),
        on=date_medium(clock.now(snapshot.trip).date(), locale()),
    )


@bp.get("/trips/<slug>/privacy/notice")
@guards.trip_page(TripRole.ORGANISER)
def notice() -> str:
    """The notice as people read it behind their link."""
    snapshot = get_snapshot(guards.require_access().uid)
    trip = snapshot.trip
    words = notice_of(trip.data_protection, periods_of(trip.limits), locale())
    return frame.render("privacy/notice_preview.html", snapshot, "delegates", notice=words)


@bp.route("/trips/<slug>/privacy/edit", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str) -> Answer:
    """Who answers for the data, and whether the agreements have a new wording."""
    trip = guards.require_access().uid
    snapshot, form = get_snapshot(trip), DataProtectionForm()
    form.locale = locale()
    return show_or_save(
        Editing(
            form=form,
            entity=snapshot.trip.data_protection,
            page=partial(_page, form, snapshot),
            save=lambda change: edit_data_protection(trip, change, **by()),
            done=lambda _saved: _done(slug),
            labels=LABELS,
        )
    )


def _done(slug: str) -> Response:
    tell(_("Saved: data protection"))
    return redirect(url_for("protection.index", slug=slug), 303)


def _page(
    form: DataProtectionForm, snapshot: TripSnapshot, _entity: DataProtection, **context: Any
) -> str:
    return frame.render("privacy/form.html", snapshot, "delegates", form=form, **context)


def _looks(snapshot: TripSnapshot) -> list[tuple[str, str, str, str, str, str]]:
    """When, who, whose and their uid, what, what for, of the latest looks at protected data."""
    names = {each.uid: snapshot.person_by_uid[each.person] for each in snapshot.participations}
    return [
        (
            instant(each.at, snapshot.trip.zone, locale()),
            each.actor,
            names[each.subject].name if each.subject in names else "",
            each.subject,
            ", ".join(sealed_label(field, locale()) for field in each.fields),
            purpose_words(each.purpose, locale()),
        )
        for each in list_readings_of_trip(snapshot.trip.uid)
    ]


def _due(snapshot: TripSnapshot) -> list[tuple[str, str, bool]]:
    """What goes, on which day, and whether that day has come."""
    trip = snapshot.trip
    periods = periods_of(trip.limits)
    today = to_wall(clock.now(trip), trip.zone).date()
    days = [(due, day_of(due, trip.ends_on, periods)) for due in AFTER_TRIP]
    ordered = sorted(days, key=lambda each: each[1])
    return [
        (due_name(due, locale()), date_medium(on, locale()), on <= today) for due, on in ordered
    ]
