"""The full list of findings and tasks; the forms of tasks."""

from contextlib import suppress
from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.editing import Change
from trips.domain.readiness.entries import Show, choose
from trips.domain.readiness.milestones import milestones_of
from trips.domain.readiness.task import Task
from trips.domain.snapshot import TripSnapshot
from trips.forms.readiness.task import TaskForm
from trips.i18n.findings.milestone_texts import milestone_titles
from trips.queries.readiness.task import list_tasks, list_team
from trips.queries.snapshot import get_snapshot
from trips.services.readiness import task as services
from trips.views import frame, guards
from trips.views.edge.origin import local_target
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save, tell
from trips.views.preferences import locale
from trips.views.readiness.readiness_page import numbers_of, read_readiness, show_entries

bp = Blueprint("task", __name__)

PAGE_SIZE = 50


@bp.get("/trips/<slug>/tasks")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """Everything that is to be done, filtered, in pages."""
    readiness = read_readiness(get_snapshot(guards.require_access().uid))
    show, actor = _wanted(), guards.require_actor().uid
    chosen = choose(readiness.entries, show, actor)
    last = max(1, -(-len(chosen) // PAGE_SIZE))
    page = min(max(1, request.args.get("page", 1, int)), last)
    shown = chosen[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    known = {entry.task.milestone for entry in readiness.entries if entry.task}
    milestones = milestones_of(readiness.snapshot.trip.kind)
    return frame.render(
        "readiness/tasks.html",
        readiness.snapshot,
        "overview",
        entries=show_entries(readiness, shown),
        counts={each: len(choose(readiness.entries, each, actor)) for each in Show},
        numbers=numbers_of(readiness.entries),
        show=show,
        page=page,
        last=last,
        missing_milestones=sum(each.milestone not in known for each in milestones),
        page_url=lambda number: url_for("task.index", slug=slug, show=show.value, page=number),
    )


@bp.route("/trips/<slug>/tasks/new", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str) -> Answer:
    """The form of a new task."""
    snapshot, form = _read()

    def page(_task: None, **context: Any) -> str:
        return frame.render(
            "readiness/task.html", snapshot, "overview", form=form, task=None, **context
        )

    def add(values: dict[str, Any]) -> Response:
        services.add_task(snapshot.trip.uid, Task(uid="", **values), **by())
        tell(_("The task is on the list."))
        return _onward(slug)

    return show_or_add(form, page, add)


@bp.route("/trips/<slug>/tasks/<uid>/edit", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def edit(slug: str, uid: str) -> Answer:
    """The form of a task."""
    snapshot, form = _read()
    trip = snapshot.trip.uid

    def page(task: Task, **context: Any) -> str:
        return frame.render(
            "readiness/task.html", snapshot, "overview", form=form, task=task, **context
        )

    def save(change: Change) -> Task:
        return services.edit_task(trip, uid, change, **by())

    def done(_task: Task) -> Response:
        tell(_("The task is saved."))
        return _onward(slug)

    def restore(_task: Task) -> None:
        services.restore_task(trip, uid, **by())

    found = next((task for task in list_tasks(trip) if task.uid == uid), None)
    editing = Editing(form=form, entity=found, page=page, save=save, done=done, restore=restore)
    return show_or_save(editing)


@bp.post("/trips/<slug>/tasks/<uid>/finish")
@guards.trip_page(TripRole.ORGANISER)
def finish(slug: str, uid: str) -> Response:
    """Tick a task off."""
    services.set_done(guards.require_access().uid, uid, is_done=True, **by())
    tell(_("Done."), url_for("task.reopen", slug=slug, uid=uid, next=_back(slug)))
    return _onward(slug)


@bp.post("/trips/<slug>/tasks/<uid>/reopen")
@guards.trip_page(TripRole.ORGANISER)
def reopen(slug: str, uid: str) -> Response:
    """Open a task again."""
    services.set_done(guards.require_access().uid, uid, is_done=False, **by())
    tell(_("The task is open again."))
    return _onward(slug)


@bp.post("/trips/<slug>/tasks/<uid>/remove")
@guards.trip_page(TripRole.ORGANISER)
def remove(slug: str, uid: str) -> Response:
    """Take a task off the list."""
    services.remove_task(guards.require_access().uid, uid, **by())
    tell(_("The task is removed."), url_for("task.restore", slug=slug, uid=uid))
    return _onward(slug)


@bp.post("/trips/<slug>/tasks/<uid>/restore")
@guards.trip_page(TripRole.ORGANISER)
def restore(slug: str, uid: str) -> Response:
    """Put a removed task back."""
    services.restore_task(guards.require_access().uid, uid, **by())
    tell(_("The task is back."))
    return _onward(slug)


@bp.post("/trips/<slug>/tasks/milestones")
@guards.trip_page(TripRole.ORGANISER)
def add_milestones(slug: str) -> Response:
    """Put the milestones of the trip's kind on the list."""
    added = services.add_milestones(guards.require_access().uid, milestone_titles(), **by())
    words = ngettext("%(num)s milestone is on the list.", "%(num)s milestones are on the list.",
                     len(added))  # fmt: skip
    tell(words, url_for("task.remove_milestones", slug=slug) if added else "")
    return _onward(slug)


@bp.post("/trips/<slug>/tasks/milestones/remove")
@guards.trip_page(TripRole.ORGANISER)
def remove_milestones(slug: str) -> Response:
    """Take off the milestones that nobody has touched."""
    services.remove_milestones(guards.require_access().uid, **by())
    tell(_("The milestones are off the list again."))
    return _onward(slug)


def _wanted() -> Show:
    with suppress(ValueError):
        return Show(request.args.get("show", ""))
    return Show.OPEN


def _back(slug: str) -> str:
    return local_target(request.values.get("next"), url_for("task.index", slug=slug))


def _onward(slug: str) -> Response:
    return redirect(_back(slug), 303)


def _read() -> tuple[TripSnapshot, TaskForm]:
    snapshot, form = get_snapshot(guards.require_access().uid), TaskForm()
    trip = snapshot.trip
    form.offer(list_team(trip.uid), locale(), trip.starts_on)
    return snapshot, form
