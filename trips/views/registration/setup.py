"""The organisers' side: what a trip asks, a look at the form, and links to hand out."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import refresh
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.editing import Change, change_between
from trips.domain.participation import Capacity, Delegate, Participation, Role
from trips.domain.person import Person
from trips.domain.registration.catalogue import FIELDS, Section
from trips.domain.registration.deadlines import suggested_deadlines
from trips.domain.registration.plan import StationPlan
from trips.domain.registration.registrant import Registrant, RegistrationTrip
from trips.domain.registration_setup import Demand, Registration, Station
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.forms.registration.setup import SetupForm
from trips.i18n.catalogue import READER_LOCALES, say
from trips.i18n.choices import USUAL_LANGUAGES
from trips.i18n.enums import name_of
from trips.i18n.formats import language_name
from trips.i18n.registration.field_wording import LABELS, SECTION_TEXTS, SETUP_LABELS
from trips.queries.snapshot import get_snapshot
from trips.services.registration.setup import set_up_registration
from trips.views import frame, guards
from trips.views.editing import Answer, Editing, by, show_or_save, tell
from trips.views.preferences import locale
from trips.views.registration import pages
from trips.views.registration.form import StationForm
from trips.views.registration.opening import Visit, own_name, page_language

bp = Blueprint("registration_setup", __name__)


@bp.route("/trips/<slug>/registration", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str) -> Answer:
    """What delegates are asked on this trip."""
    snapshot, form = get_snapshot(guards.require_access().uid), SetupForm()
    suggested = suggested_deadlines(snapshot.trip.starts_on, _today(snapshot))
    form.offer(locale(), _languages(snapshot), suggested)
    if request.method == "GET":
        form.languages.data = list(snapshot.trip.languages)

    def page(_registration: Registration, **context: Any) -> str:
        return _page(snapshot, form, **context)

    def save(change: Change) -> Registration:
        if "preset" in request.form.getlist("take"):
            change = change_between(
                form.carried or snapshot.trip.registration, form.preset_values()
            )
        spoken = tuple(form.languages.data or ())
        return set_up_registration(snapshot.trip.uid, change, spoken, **by())

    def done(_saved: Registration) -> Response:
        tell(_("The registration is set up."))
        return redirect(url_for("registration_setup.edit", slug=slug), 303)

    entity = snapshot.trip.registration
    return show_or_save(Editing(form=form, entity=entity, page=page, save=save, done=done))


@bp.get("/trips/<slug>/registration/preview")
@guards.trip_page(TripRole.VIEWER)
def preview(slug: str) -> str:
    """A station as delegates see it, empty; nothing is saved."""
    snapshot = get_snapshot(guards.require_access().uid)
    known = _somebody(snapshot)
    visit = _Preview("", known.trip, Capacity.SELF, _today(snapshot), _lang(snapshot), known=known)
    visit = replace(visit, uid=slug)
    plan = _previewed(visit)
    form = StationForm(known, known.trip, plan, {}, visit)
    return render_template(
        "registration/station.html",
        form=form,
        is_preview=True,
        saved_at="",
        **pages.station_words(visit, plan.station),
        **visit.frame("registration_setup.preview", station=plan.station.value),
    )


class _Preview(Visit):
    """A look at the form from inside; `uid` is the slug of the trip."""

    def url(self, endpoint: str = "", **changes: Any) -> str:  # noqa: ARG002 all lead here
        """Every address leads to the preview of a station."""
        values = {"lang": self.lang, "station": None, **changes}
        values.pop("uid", None)
        return url_for("registration_setup.preview", slug=self.uid, **values)


def _previewed(visit: Visit) -> StationPlan:
    """The station that the address or the pressed button names; the first one otherwise."""
    asked, stations = request.args.get("to", ""), visit.plan.stations
    wanted = request.args.get("station", "") if asked in {"", "back"} else asked
    order = [each.station.value for each in stations]
    at = order.index(wanted) if wanted in order else 0
    step = {"": "go" in request.args, "back": -1}.get(asked, 0)
    return stations[max(0, min(at + step, len(order) - 1))]


def _lang(snapshot: TripSnapshot) -> str:
    asked = request.args.get("to", "").removeprefix("lang:")
    wishes = (asked, request.args.get("lang", ""), locale())
    lang = next((wish for wish in wishes if wish in snapshot.trip.languages), "")
    lang = lang or snapshot.trip.languages[0] if snapshot.trip.languages else abort(404)
    g.locale = page_language(lang)
    refresh()
    return lang


def _today(snapshot: TripSnapshot) -> Any:
    now: datetime = snapshot.trip.pretend_now or clock.now()
    return to_wall(now, snapshot.trip.zone).date()


def _somebody(snapshot: TripSnapshot) -> Registrant:
    """A delegate without any facts, for the preview."""
    trip = snapshot.trip
    given = {field.name for field in fields(RegistrationTrip)} - {"inviting"}
    return Registrant(
        trip=RegistrationTrip(**{name: getattr(trip, name) for name in given}),
        person=Person(uid="", given_name=_("Alex"), family_name=""),
        participation=Participation(
            uid="",
            person="",
            role=Role.DELEGATE,
            present_from=trip.starts_on,
            present_to=trip.ends_on,
            delegate=Delegate(),
        ),
    )


def _page(snapshot: TripSnapshot, form: SetupForm, **context: Any) -> str:
    languages = [(code, language_name(code, locale())) for code in snapshot.trip.languages]
    return frame.render(
        "registration/setup.html",
        snapshot,
        "delegates",
        form=form,
        stations=_stations(),
        demands=[(each.value, name_of(each, locale())) for each in Demand],
        text_languages=languages,
        **{"gone": "", "conflicts": (), **context},
    )


def _stations() -> list[tuple[str, list[tuple[str, list[tuple[Any, str]]]]]]:
    """The catalogue for the page: stations, their headings, fields with their names."""
    found: dict[Station, dict[Section, list[tuple[Any, str]]]] = {each: {} for each in Station}
    for spec in FIELDS:
        words = say(SETUP_LABELS.get(spec.name, LABELS[spec.name]), locale())
        found[spec.station].setdefault(spec.section, []).append((spec, words))
    return [
        (
            name_of(station, locale()),
            [(say(SECTION_TEXTS[section], locale()), rows) for section, rows in sections.items()],
        )
        for station, sections in found.items()
    ]


def _languages(snapshot: TripSnapshot) -> list[tuple[str, str]]:
    """Languages the form may have; those whose pages are translated say so by standing first."""
    codes = dict.fromkeys((*READER_LOCALES, *snapshot.trip.languages, *USUAL_LANGUAGES))
    return [
        (code, f"{language_name(code, locale())} ({own_name(code)})")
        if code in READER_LOCALES
        else (code, _("%(language)s (own texts only)", language=language_name(code, locale())))
        for code in codes
    ]
