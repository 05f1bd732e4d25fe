"""Bringing a workbook or a bundle in: upload, look, decide, import."""

from pathlib import PurePath
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import InstanceRole, TripRole
from trips.domain.importing.plan import NEW
from trips.doors.press import PressError
from trips.extensions import doors
from trips.forms.imports import NewTripUploadForm, UploadForm
from trips.i18n.bundle_wording import fault_sentence
from trips.jobs.bundle import BundleFaultsError, import_bundle
from trips.jobs.workbook import Naming, Preview, preview_into, preview_new
from trips.queries.snapshot import get_snapshot
from trips.services.bundle import SlugTakenError
from trips.services.unit import new_uid
from trips.services.workbook import MovedError, UndecidedError, Upload, import_into, import_new
from trips.views import frame, guards
from trips.views.import_page import press_sentence, preview_context
from trips.views.preferences import locale

bp = Blueprint("imports", __name__)

DECISION = "decide:"


@bp.get("/trips/import")
@guards.instance_page(InstanceRole.ORGANISER)
def new_trip() -> str:
    """Choose a file that becomes a trip."""
    return render_template("imports/new.html", form=NewTripUploadForm(), faults=[], area="trips")


@bp.post("/trips/import")
@guards.instance_page(InstanceRole.ORGANISER)
def upload_new_trip() -> Response | tuple[str, int] | str:
    """Read the file; a bundle is imported at once, a workbook is shown first."""
    form = NewTripUploadForm()
    if not form.validate():
        return render_template("imports/new.html", form=form, faults=[], area="trips"), 422
    name, data = _uploaded(form)
    if name.lower().endswith(".json"):
        return _import_bundle(form, data)
    title = (form.title.data or "").strip() or PurePath(name).stem
    session["import"] = _keep(name, data) | {"title": title, "trip": new_uid()}
    return redirect(url_for("imports.look_new"), 303)


@bp.get("/trips/import/preview")
@guards.instance_page(InstanceRole.ORGANISER)
def look_new() -> Response | tuple[str, int] | str:
    """The trip that the workbook would make."""
    kept = _kept()
    preview, error = _preview_new(kept, {})
    context = preview_context(preview, error, kept["name"])
    status = 422 if preview is None or preview.is_refused else 200
    back = url_for("imports.new_trip")
    page = render_template("imports/preview.html", **context, trip=None, back=back, area="trips")
    return page, status


@bp.post("/trips/import/preview")
@guards.instance_page(InstanceRole.ORGANISER)
def carry_out_new() -> Response | tuple[str, int] | str:
    """Make the trip."""
    kept = _kept()
    preview, _error = _preview_new(kept, _decisions())
    if preview is None or preview.is_refused or preview.snapshot is None:
        return redirect(url_for("imports.look_new"), 303)
    upload = _upload(kept, preview)
    try:
        import_new(preview.snapshot, upload, actor=guards.require_actor(), now=clock.now())
    except UndecidedError:
        flash(_("Please say of every person in question whether they are known already."), "error")
        return redirect(url_for("imports.look_new"), 303)
    session.pop("import", None)
    flash(_("The trip was imported."))
    return redirect(url_for("trip.overview", slug=preview.snapshot.trip.slug), 303)


@bp.get("/trips/<slug>/import")
@guards.trip_page(TripRole.ORGANISER)
def into_trip(slug: str) -> str:
    """Choose a workbook to read into the trip."""
    snapshot = get_snapshot(guards.require_access().uid)
    return frame.render("imports/into.html", snapshot, "documents", form=UploadForm(), faults=[])


@bp.post("/trips/<slug>/import")
@guards.trip_page(TripRole.ORGANISER)
def upload_into_trip(slug: str) -> Response | tuple[str, int] | str:
    """Read the workbook and show what it would change."""
    form = UploadForm()
    if not form.validate():
        snapshot = get_snapshot(guards.require_access().uid)
        page = frame.render("imports/into.html", snapshot, "documents", form=form, faults=[])
        return page, 422
    session["import"] = _keep(*_uploaded(form)) | {"trip": guards.require_access().uid}
    return redirect(url_for("imports.look", slug=slug), 303)


@bp.get("/trips/<slug>/import/preview")
@guards.trip_page(TripRole.ORGANISER)
def look(slug: str) -> Response | tuple[str, int] | str:
    """What the workbook would change in the trip."""
    kept = _kept(guards.require_access().uid)
    preview, error = _preview_into(kept, {})
    context = preview_context(preview, error, kept["name"])
    context["revision"] = guards.require_access().revision
    status = 422 if preview is None or preview.is_refused else 200
    back = url_for("imports.into_trip", slug=slug)
    snapshot = get_snapshot(guards.require_access().uid)
    context.pop("snapshot", None)
    return frame.render(
        "imports/preview_into.html", snapshot, "documents", back=back, **context
    ), status


@bp.post("/trips/<slug>/import/preview")
@guards.trip_page(TripRole.ORGANISER)
def carry_out(slug: str) -> Response:
    """Import the workbook into the trip, as it was shown."""
    access = guards.require_access()
    kept = _kept(access.uid)
    here = redirect(url_for("imports.look", slug=slug), 303)
    preview, _error = _preview_into(kept, _decisions())
    if preview is None or preview.is_refused:
        return here
    revision = request.form.get("revision", type=int)
    upload = _upload(kept, preview)
    try:
        import_into(
            access.uid, upload, revision=revision, actor=guards.require_actor(), now=clock.now()
        )
    except MovedError:
        flash(_("The trip was changed meanwhile. This is what the import would do now."), "error")
        return here
    except UndecidedError:
        flash(_("Please say of every person in question whether they are known already."), "error")
        return here
    session.pop("import", None)
    flash(_("The workbook was imported."))
    return redirect(url_for("trip.overview", slug=slug), 303)


@bp.get("/import/template.xlsx")
@guards.signed_in
def template() -> Response:
    """An empty workbook with all columns, in the reader's language."""
    data = doors().press.render("template", None, locale())
    name = _("programme-and-delegates")
    headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return Response(data, content_type=kind, headers=headers)


def _uploaded(form: UploadForm) -> tuple[str, bytes]:
    return PurePath(form.file.data.filename or "").name, form.file.data.read()


def _keep(name: str, data: bytes) -> dict[str, Any]:
    """Keep an uploaded file until it is imported; the signed session remembers where."""
    uid = new_uid()
    doors().files.put(f"{uid}.xlsx", data)
    return {"uid": uid, "name": name}


def _kept(trip: str | None = None) -> dict[str, Any]:
    kept: dict[str, Any] | None = session.get("import")
    if kept is None or (trip is not None and kept["trip"] != trip):
        abort(404)
    if trip is None and "title" not in kept:
        abort(404)
    return kept


def _data_of(kept: dict[str, Any]) -> bytes:
    data = doors().files.find(f"{kept['uid']}.xlsx")
    if data is None:
        abort(404)
    return data


def _decisions() -> dict[str, str]:
    return {
        name.removeprefix(DECISION): value
        for name, value in request.form.items()
        if name.startswith(DECISION) and (value == NEW or value)
    }


def _preview_new(kept: dict[str, Any], decisions: dict[str, str]) -> tuple[Preview | None, str]:
    naming = Naming(kept["trip"], kept["title"])
    try:
        return preview_new(
            _data_of(kept), doors().press, naming, language=locale(), decisions=decisions
        ), ""
    except PressError as error:
        return None, press_sentence(error.code)


def _preview_into(kept: dict[str, Any], decisions: dict[str, str]) -> tuple[Preview | None, str]:
    data = _data_of(kept)
    try:
        return preview_into(
            kept["trip"], data, doors().press, language=locale(), decisions=decisions
        ), ""
    except PressError as error:
        return None, press_sentence(error.code)


def _upload(kept: dict[str, Any], preview: Preview) -> Upload:
    return Upload(
        reading=preview.reading,
        filename=kept["name"],
        data=_data_of(kept),
        uid=kept["uid"],
        decisions=_decisions(),
    )


def _import_bundle(form: NewTripUploadForm, data: bytes) -> Response | tuple[str, int]:
    actor = guards.require_actor()
    try:
        stored = import_bundle(data, doors().press, actor=actor, now=clock.now())
    except BundleFaultsError as error:
        faults = [fault_sentence(fault, locale()) for fault in error.faults[:200]]
    except SlugTakenError as error:
        faults = [_("Another trip is called %(slug)s already.", slug=str(error))]
    except PressError as error:
        faults = [press_sentence(error.code)]
    else:
        flash(_("The trip was imported.") if stored.is_changed else _("Nothing to change."))
        return redirect(url_for("trip.overview", slug=stored.slug), 303)
    return render_template("imports/new.html", form=form, faults=faults, area="trips"), 422
