"""Bringing a workbook or a bundle in: upload, look, decide, import; the files that were."""

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips.domain.account.user import InstanceRole, TripRole
from trips.extensions import doors, limiter
from trips.forms.imports import NewTripUploadForm, UploadForm
from trips.queries.snapshot import get_snapshot
from trips.queries.source import find_attachment, list_attachments
from trips.views import frame, guards
from trips.views.imports.carrying import carry_out as carry
from trips.views.imports.carrying import decisions
from trips.views.imports.page import page_context
from trips.views.imports.reading import Looked, keep, look_at
from trips.views.preferences import locale

bp = Blueprint("imports", __name__)

Page = tuple[str, int]


@bp.get("/trips/import")
@guards.instance_page(InstanceRole.ORGANISER)
def new_trip() -> str:
    """Choose a file that becomes a trip; the reader is started meanwhile."""
    doors().press.warm("read", "workbook")
    return render_template("imports/new.html", form=NewTripUploadForm(), area="trips")


@bp.post("/trips/import")
@guards.instance_page(InstanceRole.ORGANISER)
@limiter.limit("60 per minute")
def upload_new_trip() -> Answer | Page:
    """Keep the file and show what it would become."""
    form = NewTripUploadForm()
    if not form.validate():
        return render_template("imports/new.html", form=form, area="trips"), 422
    upload = keep(form, title=(form.title.data or "").strip())
    return redirect(url_for("imports.look_new", upload=upload), 303)


@bp.get("/trips/import/<upload>")
@guards.instance_page(InstanceRole.ORGANISER)
def look_new(upload: str) -> Page:
    """The trip that the file would make."""
    return _show_new(look_at(upload, {}))


@bp.post("/trips/import/<upload>")
@guards.instance_page(InstanceRole.ORGANISER)
def carry_out_new(upload: str) -> Answer | Page:
    """Make the trip, or change the stored one that the file holds."""
    looked = look_at(upload, decisions())
    if looked.is_refused:
        return _show_new(looked)
    page = carry(looked)
    return redirect(page, 303) if page else _show_new(look_at(upload, decisions()), is_asking=True)


@bp.get("/trips/<slug>/import")
@guards.trip_page(TripRole.ORGANISER)
def into_trip() -> str:
    """Choose a file to read into the trip; the reader is started meanwhile."""
    doors().press.warm("read", "workbook")
    return _upload_page(UploadForm())


@bp.post("/trips/<slug>/import")
@guards.trip_page(TripRole.ORGANISER)
@limiter.limit("60 per minute")
def upload_into_trip(slug: str) -> Answer | Page:
    """Keep the file and show what it would change."""
    form = UploadForm()
    if not form.validate():
        return _upload_page(form), 422
    upload = keep(form, guards.require_access().uid)
    return redirect(url_for("imports.look", slug=slug, upload=upload), 303)


@bp.get("/trips/<slug>/import/<upload>")
@guards.trip_page(TripRole.ORGANISER)
def look(upload: str) -> Page:
    """What the file would change in the trip."""
    return _show_into(look_at(upload, {}, guards.require_access().uid))


@bp.post("/trips/<slug>/import/<upload>")
@guards.trip_page(TripRole.ORGANISER)
def carry_out(upload: str) -> Answer | Page:
    """Import the file into the trip, as it was shown."""
    trip = guards.require_access().uid
    looked = look_at(upload, decisions(), trip)
    if looked.is_refused:
        return _show_into(looked)
    page = carry(looked)
    if page:
        return redirect(page, 303)
    return _show_into(look_at(upload, decisions(), trip), is_asking=True)


@bp.get("/trips/<slug>/originals/<uid>")
@guards.trip_page(TripRole.ORGANISER)
def original(uid: str) -> Response:
    """A file that was imported, as it came."""
    file = find_attachment(guards.require_access().uid, uid)
    data = doors().files.find(f"{uid}.xlsx") if file else None
    if file is None or data is None:
        abort(404)
    answer = Response(data, content_type=file.content_type)
    answer.headers.set("Content-Disposition", "attachment", filename=file.filename)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@bp.get("/import/template.xlsx")
@guards.signed_in
def template() -> Response:
    """An empty workbook with all columns, in the reader's language."""
    data = doors().press.render("template", None, locale())
    name = _("programme-and-delegates")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    answer = Response(data, content_type=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}.xlsx")
    return answer


def _upload_page(form: UploadForm) -> str:
    snapshot = get_snapshot(guards.require_access().uid)
    files = list_attachments(snapshot.trip.uid)
    return frame.render("imports/into.html", snapshot, "documents", form=form, files=files)


def _show_new(looked: Looked, *, is_asking: bool = False) -> Page:
    context = page_context(looked, is_asking=is_asking)
    back = url_for("imports.new_trip")
    page = render_template("imports/preview.html", **context, trip=None, back=back, area="trips")
    return page, _status(looked, is_asking=is_asking)


def _show_into(looked: Looked, *, is_asking: bool = False) -> Page:
    access = guards.require_access()
    snapshot = get_snapshot(access.uid)
    context = page_context(looked, is_asking=is_asking)
    context["back"] = url_for("imports.into_trip", slug=access.slug)
    page = frame.render("imports/preview_into.html", snapshot, "documents", **context)
    return page, _status(looked, is_asking=is_asking)


def _status(looked: Looked, *, is_asking: bool) -> int:
    if looked.is_refused:
        return 422
    return 409 if is_asking else 200
