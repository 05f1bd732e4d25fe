"""Lists of people: having one made as Excel or PDF, and making lists of one's own."""

from dataclasses import replace
from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import Action, TripAccess, TripRole
from trips.domain.briefs.columns import choose_columns
from trips.domain.briefs.document import FORMATS, DocumentKind, filename
from trips.domain.briefs.list_memory import LONGEST
from trips.domain.briefs.list_plan import ListPlan
from trips.domain.briefs.presets import PLANS, action_for, sortings_of
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors, limiter
from trips.forms.lists.plan import ListForm, PlanForm
from trips.i18n.column_wording import heading_of
from trips.i18n.delegates.list_wording import list_name, list_purpose, sorting_word
from trips.i18n.formats import join_list
from trips.queries.lists.plan import OWN, list_own_plans
from trips.queries.snapshot import get_snapshot
from trips.services.job import Wish, request_job
from trips.services.lists import plan as plans
from trips.views import frame, guards
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save
from trips.views.lists.preview import preview_of
from trips.views.preferences import locale

bp = Blueprint("lists", __name__)


@bp.get("/trips/<slug>/lists")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """The lists that the reader may have, each with what it is for."""
    return _page(get_snapshot(guards.require_access().uid))


@bp.post("/trips/<slug>/lists")
@guards.trip_page(TripRole.VIEWER)
@limiter.limit("60 per minute")
def make(slug: str) -> Response:
    """Have a list made; the same wish while it is under way is the same job."""
    access, actor = guards.require_access(), guards.require_actor()
    form = ListForm()
    form.offer(plan.key for plan in _plans(access.uid))
    if not form.validate():
        abort(400)
    uid = request_job(_wish(form, access), actor=actor, now=clock.now())
    doors().queue.wake()
    return redirect(url_for("document.job", uid=uid), 303)


@bp.route("/trips/<slug>/lists/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """The form of a list of one's own."""
    snapshot = get_snapshot(guards.require_access().uid)
    form = _form()

    def add(values: dict[str, Any]) -> Response:
        key = plans.add_plan(snapshot.trip.uid, ListPlan(key="", **values), **by())
        flash(_("The list is kept and stands with the others."))
        return redirect(url_for("lists.index", slug=slug, _anchor=key), 303)

    draft = replace(PLANS[next(iter(PLANS))], columns=("family_name", "given_name"))
    return show_or_add(form, partial(_form_page, snapshot, form), add, lambda: draft)


@bp.route("/trips/<slug>/lists/<key>", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, key: str) -> Answer:
    """The form of a list that somebody made."""
    snapshot = get_snapshot(guards.require_access().uid)
    trip, form = snapshot.trip.uid, _form()
    entity = next((each for each in list_own_plans(trip) if each.key == key), None)

    def done(_plan: ListPlan) -> Response:
        flash(_("Saved."))
        return redirect(url_for("lists.index", slug=slug, _anchor=key), 303)

    return show_or_save(
        Editing(
            form=form,
            entity=entity,
            page=partial(_form_page, snapshot, form),
            save=lambda change: plans.edit_plan(trip, key, change, **by()),
            restore=lambda shown: plans.add_plan(trip, shown, **by()),
            done=done,
        )
    )


@bp.post("/trips/<slug>/lists/<key>/delete")
@guards.trip_page(TripRole.ORGANISER)
def delete(slug: str, key: str) -> Response:
    """Throw a list away."""
    plans.delete_plan(guards.require_access().uid, key, **by())
    flash(_("The list is deleted."))
    return redirect(url_for("lists.index", slug=slug), 303)


def _wish(form: ListForm, access: TripAccess) -> Wish:
    kind, lang, key = DocumentKind(form.made_as.data), form.lang.data, form.preset.data
    chosen = (kind, lang, key, form.sorting.data)
    return Wish(
        kind=kind.value,
        payload={
            "kind": kind.value,
            "trip": access.uid,
            "locale": lang,
            "group": "",
            "url": "",
            "reduced": not guards.allows(Action.EXPORT_PEOPLE),
            "preset": key,
            "sorting": form.sorting.data,
        },
        filename=filename(kind, access.slug, lang, "" if key.startswith(OWN) else key),
        content_type=FORMATS[kind].content_type,
        trip=access.uid,
        key=":".join((guards.require_actor().uid, access.uid, str(access.revision), *chosen)),
    )


def _plans(trip: str) -> list[ListPlan]:
    known = (*PLANS.values(), *list_own_plans(trip))
    return [plan for plan in known if guards.allows(action_for(plan))]


def _form() -> PlanForm:
    form = PlanForm()
    form.offer(locale())
    return form


def _page(snapshot: TripSnapshot) -> str:
    lang = locale()
    return frame.render(
        "lists/index.html",
        snapshot,
        "delegates",
        plans=_plans(snapshot.trip.uid),
        name=lambda plan: list_name(plan, lang),
        purpose=lambda plan: list_purpose(plan, lang),
        columns=lambda plan: join_list(
            [heading_of(each, lang) for each in choose_columns(plan.columns)], lang
        ),
        sortings=lambda plan: [
            (each.value, sorting_word(each, lang)) for each in sortings_of(plan)
        ],
        own=OWN,
        most=LONGEST if len(snapshot.participations) > LONGEST else 0,
    )


def _form_page(
    snapshot: TripSnapshot, form: PlanForm, plan: ListPlan | None, **context: Any
) -> str:
    return frame.render(
        "lists/plan.html",
        snapshot,
        "delegates",
        form=form,
        plan=plan,
        preview=preview_of(snapshot, form.plan, locale()),
        **context,
    )
