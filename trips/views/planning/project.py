"""Projects, which trips belong to: the list, and the form of one."""

from functools import partial
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips.domain.account.user import InstanceRole
from trips.domain.trip import Project
from trips.domain.values.text import EMPTY
from trips.forms.project import ProjectForm
from trips.i18n.choices import country_choices
from trips.queries.choices import list_organisation_choices
from trips.queries.project import PAGE_SIZE, count_projects, find_project, list_projects
from trips.services import address_book as book
from trips.views import guards
from trips.views.edge.origin import local_target
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save, tell, way_back
from trips.views.preferences import locale

bp = Blueprint("project", __name__)
LABELS = {"amount_minor": "amount"}


@bp.get("/projects")
@guards.instance_page(InstanceRole.ORGANISER)
def index() -> str:
    """Every project with its trips, the latest year first."""
    page, total = max(1, request.args.get("page", 1, int)), count_projects()
    return render_template(
        "project/index.html",
        projects=list_projects(page),
        heading=ngettext("%(num)s project", "%(num)s projects", total),
        page=page,
        last=-(-total // PAGE_SIZE),
        area="trips",
    )


@bp.route("/projects/new", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def new() -> Answer:
    """The form of a new project; `next` leads back to the trip that needs it."""
    form = _form()

    def add(values: dict[str, Any]) -> Response:
        return _saved(book.add_entry(Project(uid="", **values), **by()), _("Added: %(name)s"))

    return show_or_add(form, partial(_page, form), add, lambda: Project(uid="", title=EMPTY))


@bp.route("/projects/<uid>", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def edit(uid: str) -> Answer:
    """The form of a project."""
    form, found = _form(), find_project(uid)
    return show_or_save(
        Editing(
            form=form,
            entity=found.project if found else None,
            page=partial(_page, form, trips=found.trips if found else ()),
            save=lambda change: book.edit_entry(Project, uid, change, **by()),
            done=lambda saved: _saved(saved, _("Saved: %(name)s")),
            labels=LABELS,
            names=dict(form.agency.labels),
        )
    )


def _form() -> ProjectForm:
    form = ProjectForm()
    form.offer(country_choices(locale()), list_organisation_choices(locale()))
    return form


def _saved(project: Any, words: str) -> Response:
    tell(words % {"name": project.title.shown(locale()).text})
    return redirect(way_back(project.uid) or url_for("project.index"), 303)


def _page(form: ProjectForm, project: Project | None, **context: Any) -> str:
    return render_template(
        "project/form.html",
        form=form,
        project=project,
        back=local_target(request.args.get("next"), url_for("project.index")),
        **{"area": "trips", "trips": (), **context},
    )
