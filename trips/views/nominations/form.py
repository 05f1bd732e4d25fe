"""The form of a delegation as a workbook: out to whoever nominates, back with a preview."""

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips.domain.account.user import TripRole
from trips.domain.participation import Delegation
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors, limiter
from trips.forms.imports import FilledForm
from trips.queries.nominations.form import get_nomination_brief
from trips.queries.snapshot import get_snapshot
from trips.views import frame, guards
from trips.views.imports.carrying import carry_out as carry
from trips.views.imports.carrying import decisions
from trips.views.imports.page import page_context
from trips.views.imports.reading import Looked, keep, look_at
from trips.views.preferences import locale

bp = Blueprint("nomination_form", __name__)

Page = tuple[str, int]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/trips/<slug>/delegations/<uid>/form.xlsx")
@guards.trip_page(TripRole.ORGANISER)
def download(uid: str) -> Response:
    """The form with the people known already, in German or English."""
    trip = guards.require_access().uid
    delegation = _get(get_snapshot(trip), uid)
    asked = request.args.get("lang", "")
    lang = asked if asked in {"de", "en"} else locale()
    data = doors().press.render("nominations", get_nomination_brief(trip, uid), lang)
    name = delegation.name.shown(lang).text or _("delegation")
    answer = Response(data, content_type=XLSX)
    filename = f"{_('nominations')}-{name}-{lang}.xlsx"
    answer.headers.set("Content-Disposition", "attachment", filename=filename)
    return answer


@bp.get("/trips/<slug>/delegations/<uid>/form")
@guards.trip_page(TripRole.ORGANISER)
def index(uid: str) -> str:
    """The form to take along, and where it comes back; the reader is started meanwhile."""
    snapshot = get_snapshot(guards.require_access().uid)
    delegation = _get(snapshot, uid)
    doors().press.warm("read", "workbook")
    return _upload_page(snapshot, delegation, FilledForm())


@bp.post("/trips/<slug>/delegations/<uid>/form")
@guards.trip_page(TripRole.ORGANISER)
@limiter.limit("60 per minute")
def upload(slug: str, uid: str) -> Answer | Page:
    """Keep the form that came back and show what it says."""
    snapshot = get_snapshot(guards.require_access().uid)
    delegation = _get(snapshot, uid)
    form = FilledForm()
    if not form.validate():
        return _upload_page(snapshot, delegation, form), 422
    kept = keep(form, snapshot.trip.uid, delegation=uid)
    return redirect(url_for("nomination_form.look", slug=slug, uid=uid, upload=kept), 303)


@bp.get("/trips/<slug>/delegations/<uid>/form/<upload>")
@guards.trip_page(TripRole.ORGANISER)
def look(uid: str, upload: str) -> Page:
    """What the form would change in the delegation."""
    return _show(_look_at(upload, {}, uid), uid)


@bp.post("/trips/<slug>/delegations/<uid>/form/<upload>")
@guards.trip_page(TripRole.ORGANISER)
def carry_out(uid: str, upload: str) -> Answer | Page:
    """Nominate the people of the form, as it was shown."""
    looked = _look_at(upload, decisions(), uid)
    if looked.is_refused:
        return _show(looked, uid)
    page = carry(looked)
    if page:
        return redirect(page, 303)
    return _show(_look_at(upload, decisions(), uid), uid, is_asking=True)


def _get(snapshot: TripSnapshot, uid: str) -> Delegation:
    found = snapshot.delegation_by_uid.get(uid)
    if found is None:
        abort(404)
    return found


def _look_at(upload: str, decided: dict[str, str], uid: str) -> Looked:
    trip = guards.require_access().uid
    _get(get_snapshot(trip), uid)
    return look_at(upload, decided, trip, uid)


def _upload_page(snapshot: TripSnapshot, delegation: Delegation, form: FilledForm) -> str:
    page = "nominations/form.html"
    return frame.render(page, snapshot, "delegates", delegation=delegation, form=form)


def _show(looked: Looked, uid: str, *, is_asking: bool = False) -> Page:
    access = guards.require_access()
    snapshot = get_snapshot(access.uid)
    context = page_context(looked, is_asking=is_asking)
    context["back"] = url_for("nomination_form.index", slug=access.slug, uid=uid)
    context["delegation"] = _get(snapshot, uid)
    page = frame.render("nominations/preview.html", snapshot, "delegates", **context)
    if looked.is_refused:
        return page, 422
    return page, 409 if is_asking else 200
