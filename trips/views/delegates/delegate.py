"""The people of a trip: the list with its filters and its panel, and the forms of one person."""

from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.delegates.lifecycle import StepRefusedError
from trips.domain.delegates.seats import TRIP, NoSeatError, ledger_of, list_waiting
from trips.domain.editing import ConflictError
from trips.domain.pages.delegate_list import entry_of, list_people
from trips.domain.pages.people_filter import Part, Wanted
from trips.domain.participation import DelegateStatus, Participation, Permission, Role
from trips.domain.person import LanguageLevel, LanguageSkill, Person
from trips.domain.snapshot import TripSnapshot
from trips.i18n import people_wording
from trips.i18n.delegates.agenda_wording import short_line
from trips.i18n.delegates.seat_wording import free_line, seats_line, waiting_line
from trips.i18n.delegates.status_wording import no_seat_words
from trips.i18n.delegates.step_wording import step_word
from trips.queries.snapshot import get_snapshot
from trips.services import participation as people_services
from trips.services.participation import AlreadyThereError
from trips.views import frame, guards
from trips.views.delegates import delegate_filters, delegate_page
from trips.views.delegates.delegate_actions import waiting_words
from trips.views.delegates.delegate_page import Forms, PageState
from trips.views.delegates.delegate_panel import panel_of, status_word
from trips.views.delegates.list_columns import columns_of
from trips.views.delegates.next_steps import open_tasks
from trips.views.editing import Answer, by, lead_back, tell
from trips.views.merging import Gone
from trips.views.preferences import locale

bp = Blueprint("delegate", __name__)
BULK = tuple(
    each
    for each in DelegateStatus
    if each not in {DelegateStatus.STARTED, DelegateStatus.REPLACED, DelegateStatus.DECLINED}
)
"""Stations that several people can be taken to at once; declining has a button of its own."""


@bp.get("/trips/<slug>/delegates")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Everybody on the trip, by delegation, with filters in the address and one person beside."""
    snapshot = get_snapshot(guards.require_access().uid)
    wanted = delegate_filters.read_wanted()
    people = list_people(snapshot, wanted, request.args.get("page", 1, int))
    return frame.render(
        "delegate/index.html",
        snapshot,
        "delegates",
        people=people,
        wanted=wanted,
        panel=panel_of(snapshot, request.args.get("person")),
        columns=columns_of(snapshot, wanted),
        headline=people_wording.headline(people, wanted.part, locale()),
        subline=people_wording.subline(people, locale()),
        **_words(),
        to_do=short_line(open_tasks(snapshot), locale()),
        empty_delegations=_empty_delegations(snapshot),
        **_waiting(snapshot, wanted),
        **_steps(snapshot),
        **delegate_filters.controls(snapshot, people, wanted),
    )


def _words() -> dict[str, Any]:
    """What the template says about a row, in the reader's language."""
    made = {
        function.__name__: partial(function, locale=locale())
        for function in (
            people_wording.section_line,
            people_wording.arrival_word,
            people_wording.skill_sign,
            people_wording.days_word,
        )
    }
    return {**made, "status_word": status_word, "native": LanguageSkill("", LanguageLevel.NATIVE)}


def _steps(snapshot: TripSnapshot) -> dict[str, Any]:
    """What is done with several people at once, and how many seats there are for them."""
    return {
        "seats": seats_line(ledger_of(snapshot).get_seats(TRIP), locale()),
        "bulk_steps": [(each.value, step_word(None, each, locale())) for each in BULK],
        "permissions": list(Permission),
    }


def _waiting(snapshot: TripSnapshot, wanted: Wanted) -> dict[str, Any]:
    """What only the waiting list says: since when, and why somebody cannot move up."""
    if wanted.part is not Part.WAITING:
        return {"waiting_words": {}, "free": ""}
    places = {each.uid: number for number, each in enumerate(list_waiting(snapshot), 1)}
    return {
        "waiting_words": waiting_words(snapshot),
        "waiting_line": lambda each: waiting_line(each, places[each.uid], locale()),
        "free": free_line(snapshot, ledger_of(snapshot), locale()),
    }


def _empty_delegations(snapshot: TripSnapshot) -> list[Any]:
    used = {each.delegate.delegation for each in snapshot.participations if each.delegate}
    return [each for each in snapshot.delegations if each.uid not in used]


@bp.route("/trips/<slug>/delegates/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """The form of somebody new; people of the same name are asked about first."""
    snapshot = get_snapshot(guards.require_access().uid)
    draft = delegate_page.draft(snapshot)
    forms = delegate_page.make_forms(snapshot, draft)
    if request.method == "GET":
        forms.show(snapshot, draft, Person(uid="", given_name="", family_name=""))
        return delegate_page.render(snapshot, forms)
    if not forms.validate():
        return delegate_page.render(snapshot, forms), 422
    known = delegate_page.known_people(forms)
    if known:
        return delegate_page.render(snapshot, forms, state=PageState(known=known)), 422
    try:
        new = people_services.add_participant(
            snapshot.trip.uid, delegate_page.addition(forms), **by()
        )
    except AlreadyThereError as error:
        state = PageState(already=error.uid)
        return delegate_page.render(snapshot, forms, state=state), 422
    except NoSeatError as error:
        state = PageState(full=error.seats)
        return delegate_page.render(snapshot, forms, state=state), 422
    return _saved(slug, new)


@bp.route("/trips/<slug>/delegates/<uid>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """The form of somebody on the trip."""
    snapshot = get_snapshot(guards.require_access().uid)
    participation = snapshot.participation_by_uid.get(uid)
    if participation is None:
        return _restore(slug, snapshot, uid)
    forms = delegate_page.make_forms(snapshot, participation)
    if request.method == "GET":
        person = snapshot.person_by_uid[participation.person]
        forms.show(snapshot, participation, person)
        forms.carry(participation, person)
        return delegate_page.render(snapshot, forms, participation)
    if not forms.validate():
        return delegate_page.render(snapshot, forms, participation), 422
    return _save(slug, snapshot, forms, participation)


def _restore(slug: str, snapshot: TripSnapshot, uid: str) -> Answer:
    """Somebody else took the person off the trip meanwhile: show what was typed, offer them."""
    removed = delegate_page.read_removed(uid)
    forms = delegate_page.make_forms(snapshot, removed)
    state = PageState(gone=Gone.REMOVED)
    if not forms.validate():
        return delegate_page.render(snapshot, forms, removed, state), 422
    if "restore" not in request.form:
        return delegate_page.render(snapshot, forms, removed, state), 409
    people_services.restore_participant(snapshot.trip.uid, uid, **by())
    snapshot = get_snapshot(snapshot.trip.uid)
    return _save(slug, snapshot, forms, snapshot.participation_by_uid[uid])


def _save(slug: str, snapshot: TripSnapshot, forms: Forms, old: Participation) -> Answer:
    was_head = entry_of(snapshot, old).is_head
    try:
        edit = delegate_page.edit_of(forms, was_head=was_head)
    except ValueError:
        abort(400)
    try:
        people_services.edit_participant(snapshot.trip.uid, old.uid, edit, **by())
    except ConflictError as error:
        conflicts = delegate_page.show_conflicts(forms, error, edit)
        state = PageState(conflicts=conflicts)
        return delegate_page.render(snapshot, forms, old, state), 409
    except AlreadyThereError as error:
        state = PageState(already=error.uid)
        return delegate_page.render(snapshot, forms, old, state), 422
    except NoSeatError as error:
        state = PageState(full=error.seats)
        return delegate_page.render(snapshot, forms, old, state), 422
    except StepRefusedError:
        abort(400)
    return _saved(slug, get_snapshot(snapshot.trip.uid).participation_by_uid[old.uid])


@bp.post("/trips/<slug>/delegates/<uid>/remove")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Answer:
    """Take somebody off the trip; the toast brings them back."""
    people_services.remove_participant(guards.require_access().uid, uid, **by())
    undo = url_for("delegate.restore", slug=slug, uid=uid)
    tell(_("The person is no longer on the trip."), undo)
    return redirect(url_for("delegate.index", slug=slug), 303)


@bp.post("/trips/<slug>/delegates/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Answer:
    """Bring back somebody who was taken off the trip."""
    trip = guards.require_access().uid
    try:
        people_services.restore_participant(trip, uid, **by())
    except NoSeatError as error:
        flash(no_seat_words(get_snapshot(trip), error.seats, locale()), "error")
        return redirect(url_for("delegate.index", slug=slug), 303)
    flash(_("The person is on the trip again."))
    return redirect(url_for("delegate.index", slug=slug, person=uid), 303)


def _saved(slug: str, participation: Participation) -> Response:
    flash(_("Saved."))
    role = None if participation.role is Role.DELEGATE else "staff"
    target = url_for("delegate.index", slug=slug, role=role, person=participation.uid)
    return lead_back(redirect(target, 303))
