"""The pages around the stations: welcome, overview, whom a contact person acts for."""

from dataclasses import dataclass
from typing import Any

from flask import render_template, request
from flask_babel import gettext as _

from trips.domain.participation import Capacity
from trips.domain.registration.catalogue import Section
from trips.domain.registration.filling import fill_station, given_controls, locked_fields
from trips.domain.registration.plan import PlannedField, StationPlan
from trips.domain.registration.progress import (
    Progress,
    StationProgress,
    is_closed,
    may_submit,
)
from trips.domain.registration.registrant import WAITING, Registrant
from trips.domain.registration_setup import Station
from trips.domain.visa.desk import DeskEntry
from trips.i18n.catalogue import say
from trips.i18n.enums import name_of
from trips.i18n.registration.field_wording import CONTINUE, INTROS, SETUP_LABELS, TITLES
from trips.i18n.registration.flaw_wording import asked_in, flaw_words
from trips.queries.visa.own import find_own_visa
from trips.views.registration.form import StationForm, spoken_words, words_of
from trips.views.registration.form_views import FieldView
from trips.views.registration.neighbours import next_delegate
from trips.views.registration.opening import Visit, page_language


@dataclass(frozen=True)
class StationView:
    """A station on the line and in the overview."""

    station: Station
    word: str
    url: str
    progress: Progress
    is_overdue: bool = False
    has_unsent: bool = False
    deadline: Any = None
    facts: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    is_open: bool = True
    """True where it can be changed here."""


def overview(visit: Visit) -> str:
    """Every station with its answers; where nothing can be said any more, only why."""
    known, states = visit.registrant, visit.states
    is_over = known.status in WAITING
    stations = tuple(_view(visit, each) for each in states)
    following = (each for each in stations if each.progress in {Progress.OPEN, Progress.STARTED})
    return render_template(
        f"registration/{'closed' if is_over else 'overview'}.html",
        known=known,
        name=first_name(visit),
        stations=stations,
        following=next(following, None),
        may_submit=may_submit(states),
        is_checked="check" in request.args,
        is_sent="sent" in request.args,
        is_open=visit.trip.registration.is_open and not known.has_left,
        upcoming=next_delegate(visit),
        visa=_visa(visit) if known.is_submitted and not known.has_left else None,
        **visit.frame(),
    )


def _visa(visit: Visit) -> DeskEntry | None:
    known = visit.registrant
    return find_own_visa(visit.trip.uid, known.person, known.participation)


def acting_page(visit: Visit) -> str:
    """Whom the contact person acts for, and how far each has come."""
    return render_template("registration/acting.html", acting=visit.acting, **visit.frame())


def station_words(visit: Visit, wanted: Station) -> dict[str, Any]:
    """The line, the heading and the buttons of a station."""
    locale = page_language(visit.lang)
    order = [each.station for each in visit.plan.stations]
    at = order.index(wanted)
    following = order[at + 1] if at + 1 < len(order) else None
    known, states = visit.registrant, visit.states
    is_last = following is None or _is_later(states, following)
    is_sending = is_last and not known.is_submitted and _are_ready(states, wanted)
    return {
        "stations": tuple(_stop(visit, each) for each in states),
        "station": wanted,
        "title": say(TITLES[wanted], locale, name=first_name(visit)),
        "intro": say(INTROS[wanted], locale),
        "forward": _forward(known, None if is_last else following, locale, is_sending=is_sending),
        "is_sending": is_sending,
        "says_deadline": _says_deadline(visit, wanted),
        "is_first": at == 0,
        "is_welcome": at == 0 and known.status in WAITING,
        "first_steps": sum(each.progress is not Progress.LATER for each in states),
        "later": next((_stop(visit, e) for e in states if e.progress is Progress.LATER), None),
        "name": first_name(visit),
        "returning": known.earlier.titles,
        "for_whom": visit.registrant.person.name if visit.capacity is Capacity.CONTACT else "",
    }


def _forward(known: Registrant, following: Station | None, locale: str, *, is_sending: bool) -> str:
    """What the main button of a station does."""
    if known.is_submitted:
        return _("Send the changes")
    if is_sending:
        return _("Send my registration")
    return say(CONTINUE[following], locale) if following else _("Check everything")


def _says_deadline(visit: Visit, wanted: Station) -> bool:
    """The first station says its deadline, the others only where they have another."""
    days = {each.station: each.deadline for each in visit.plan.stations}
    is_first = wanted is next(iter(days))
    return days[wanted] is not None and (is_first or days[wanted] != next(iter(days.values())))


def _is_later(states: tuple[StationProgress, ...], wanted: Station) -> bool:
    """True for a station that is left for its own, later deadline."""
    return any(each.plan.station is wanted for each in states if each.progress is Progress.LATER)


def _are_ready(states: tuple[StationProgress, ...], but: Station) -> bool:
    """True where all the other stations can be sent."""
    return may_submit(tuple(each for each in states if each.plan.station is not but))


def first_name(visit: Visit) -> str:
    """How the page speaks to somebody, or of whom."""
    person = visit.registrant.person
    return person.given_name.split()[0] if person.given_name.split() else person.name


def _stop(visit: Visit, state: StationProgress) -> StationView:
    station = state.plan.station
    return StationView(
        station=station,
        word=name_of(station, page_language(visit.lang)),
        url=visit.url("registration.station", station=station.value),
        progress=state.progress,
        deadline=state.plan.deadline,
    )


def _view(visit: Visit, state: StationProgress) -> StationView:
    known, plan, locale = visit.registrant, state.plan, page_language(visit.lang)
    stop = _stop(visit, state)
    questions = visit.trip.registration.questions
    missing = tuple(
        f"{asked_in(name, locale, questions)} {flaw_words(name, flaw, locale)}"
        for name, flaw in state.checked.flaws.items()
    )
    shown = fill_station(known, plan, visit.capacity, visit.lang)
    form = StationForm(known, visit.trip, plan, shown, visit)
    has_begun = known.is_submitted or known.draft(plan.station) is not None
    return StationView(
        station=stop.station,
        word=stop.word,
        url=stop.url,
        progress=state.progress,
        is_overdue=state.is_overdue,
        has_unsent=state.has_unsent,
        deadline=plan.deadline,
        facts=tuple(_facts(visit, plan, form)) if has_begun else (),
        missing=missing if has_begun else (),
        is_open=visit.trip.registration.is_open and not is_closed(known, plan, visit.today),
    )


def _facts(visit: Visit, plan: StationPlan, form: StationForm) -> list[tuple[str, str]]:
    """What was answered at a station, as words."""
    known = visit.registrant
    given = given_controls(known, plan)
    locked = locked_fields(known, plan, visit.capacity)
    views = {
        field.name: field
        for section in form.sections
        for field in (*section.fields, *section.folded)
    }
    facts = []
    for each in plan.fields:
        words = _answer(each, views[each.name], (given, locked), form.locale)
        if words:
            is_agreement = each.section is Section.AGREEMENTS
            label = say(SETUP_LABELS[each.name], form.locale) if is_agreement else ""
            facts.append((label or views[each.name].label, words))
    return facts


def _answer(
    each: PlannedField,
    view: FieldView,
    unseen: tuple[frozenset[str], frozenset[str]],
    locale: str,
) -> str:
    """The words of an answer; `unseen` are controls that were given and fields that are locked."""
    given, locked = unseen
    if each.name in locked:
        return _("answered in person, not shown here")
    if each.is_secret:
        is_given = any(control.name in given for control in each.controls)
        return _("given; not shown here") if is_given else ""
    if each.section is Section.LANGUAGES:
        return spoken_words(view)
    words = (words_of(control, locale) for control in view.controls)
    return ", ".join(filter(None, words))
