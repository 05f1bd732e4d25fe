"""Documents of a trip: having one made, its progress, its file; public links."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    jsonify,
    redirect,
    request,
    url_for,
)
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips import clock
from trips.domain.account.link import Link, LinkPurpose
from trips.domain.account.links import DAYS_AFTER, LinkState, expiry_after, state_of_link
from trips.domain.account.user import Action, TripAccess, TripRole, may
from trips.domain.briefs.document import FORMATS, LETTERS, LISTS, OFFERED, DocumentKind, filename
from trips.domain.job import JobState, share_of
from trips.domain.snapshot import TripSnapshot
from trips.extensions import doors, limiter
from trips.forms.document import DocumentForm
from trips.forms.link import LinkForm
from trips.i18n.enums import name_of
from trips.i18n.formats import date_medium
from trips.i18n.job_wording import is_slow, words_of
from trips.queries.account import find_trip_access
from trips.queries.job import JobEntry, find_own_job, list_own_jobs
from trips.queries.link import list_links
from trips.queries.release import list_releases
from trips.queries.snapshot import get_snapshot
from trips.services import link as links
from trips.services.job import Wish, request_job
from trips.views import frame, guards
from trips.views.preferences import locale

bp = Blueprint("document", __name__)

DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class ShownLink:
    """A link as the page lists it."""

    link: Link
    state: LinkState
    url: str


@bp.get("/trips/<slug>/documents")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """What can be made of the trip, what was made lately, and its public links."""
    return _page(get_snapshot(guards.require_access().uid))


@bp.post("/trips/<slug>/documents")
@guards.trip_page(TripRole.VIEWER)
@limiter.limit("60 per minute")
def make(slug: str) -> Answer:
    """Have a document made; the same wish while it is under way is the same job."""
    access, actor = guards.require_access(), guards.require_actor()
    form = _document_form(get_snapshot(access.uid))
    if not form.validate():
        abort(400)
    kind, lang, group = DocumentKind(form.kind.data), form.lang.data, form.group.data or ""
    release = form.release_number
    wish = Wish(
        kind=kind.value,
        payload={
            "kind": kind.value,
            "trip": access.uid,
            "locale": lang,
            "group": group,
            "url": "",
            "release": release,
            "reduced": _is_reduced(kind, access),
        },
        filename=filename(kind, access.slug, lang, group, release),
        content_type=FORMATS[kind].content_type,
        trip=access.uid,
        key=":".join((actor.uid, access.uid, str(access.revision), *form.chosen())),
    )
    return _lead_to(wish)


@bp.get("/jobs/<uid>")
@guards.signed_in
def job(uid: str) -> Answer:
    """How far a document is; the page looks again by itself until it is there."""
    entry = _own_job(uid)
    context = {
        "entry": entry,
        "words": words_of(entry.job, clock.now(), locale()),
        "document": name_of(DocumentKind(entry.job.kind), locale()),
        "share": share_of(entry.job),
    }
    snapshot = get_snapshot(entry.payload["trip"])
    answer = Response(frame.render("document/job.html", snapshot, "documents", **context))
    if entry.job.state in {JobState.WAITING, JobState.RUNNING}:
        answer.headers["Refresh"] = "3"
    return answer


@bp.get("/jobs/<uid>.json")
@guards.signed_in
def job_state(uid: str) -> Response:
    """The same for the page's own script."""
    entry = _own_job(uid)
    now = clock.now()
    return jsonify(
        state=entry.job.state.value,
        words=words_of(entry.job, now, locale()),
        slow=is_slow(entry.job, now),
        share=share_of(entry.job),
    )


@bp.get("/jobs/<uid>/file")
@guards.signed_in
def job_file(uid: str) -> Response:
    """The finished document, for whoever asked for it and may still open the trip."""
    entry = _own_job(uid)
    data = doors().files.find(entry.stored) if entry.stored else None
    if data is None:
        abort(404)
    answer = Response(data, content_type=entry.content_type)
    answer.headers.set("Content-Disposition", "attachment", filename=entry.job.filename)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.post("/jobs/<uid>/again")
@guards.signed_in
@limiter.limit("30 per minute")
def job_again(uid: str) -> Answer:
    """Have a document made once more after it failed."""
    entry = _own_job(uid)
    wish = Wish(
        kind=entry.job.kind,
        payload=entry.payload,
        filename=entry.job.filename,
        content_type=entry.content_type,
        trip=entry.payload["trip"],
        key=entry.key or None,
    )
    return _lead_to(wish)


@bp.post("/trips/<slug>/links")
@guards.trip_page(TripRole.ORGANISER)
def add_link(slug: str) -> Answer | tuple[str, int]:
    """Make a public link to the programme."""
    access, actor = guards.require_access(), guards.require_actor()
    snapshot = get_snapshot(access.uid)
    form = _link_form(snapshot)
    if not form.validate():
        return _page(snapshot, form), 422
    trip = snapshot.trip
    wish = links.NewLink(
        trip=access.uid,
        label=(form.label.data or "").strip(),
        expires_at=expiry_after(trip.ends_on, form.days.data, trip.zone),
    )
    key = doors().settings.field_key
    made = links.create_link(wish, key=key, actor=actor, now=clock.now())
    flash(_("The link is ready. Copy it and send it to those it is meant for."))
    return redirect(url_for("document.index", slug=slug, _anchor=f"link-{made.uid}"), 303)


@bp.get("/trips/<slug>/links/<uid>/revoke")
@guards.trip_page(TripRole.ORGANISER)
def ask_revoke(slug: str, uid: str) -> str:
    """Ask before a link is taken back."""
    snapshot = get_snapshot(guards.require_access().uid)
    found = next((each for each in _links(snapshot) if each.link.uid == uid), None)
    if found is None:
        abort(404)
    return frame.render("document/revoke.html", snapshot, "documents", shown_link=found)


@bp.post("/trips/<slug>/links/<uid>/revoke")
@guards.trip_page(TripRole.ORGANISER)
def revoke_link(slug: str, uid: str) -> Answer:
    """Take a link back."""
    actor, access = guards.require_actor(), guards.require_access()
    links.revoke_link(access.uid, uid, actor=actor, now=clock.now())
    flash(_("The link no longer opens."))
    return redirect(url_for("document.index", slug=slug, _anchor="links"), 303)


def _lead_to(wish: Wish) -> Answer:
    """Write the wish down, wake the worker and show how far it is."""
    uid = request_job(wish, actor=guards.require_actor(), now=clock.now())
    doors().queue.wake()
    return redirect(url_for("document.job", uid=uid), 303)


def _page(snapshot: TripSnapshot, form: LinkForm | None = None) -> str:
    access, actor = guards.require_access(), guards.require_actor()
    may_link = guards.allows(Action.MANAGE_LINKS)
    entries = list_own_jobs(access.uid, actor)
    return frame.render(
        "document/index.html",
        snapshot,
        "documents",
        kinds=[kind for kind in OFFERED if _may_have(kind, access)],
        form=_document_form(snapshot),
        entries=[
            (entry, doors().files.size(entry.stored) if entry.stored else None) for entry in entries
        ],
        may_link=may_link,
        links=_links(snapshot) if may_link else (),
        link_form=(form or _link_form(snapshot)) if may_link else None,
        is_local=bool(current_app.config["IS_LOCAL"]),
    )


def _document_form(snapshot: TripSnapshot) -> DocumentForm:
    form = DocumentForm()
    access = guards.require_access()
    form.offer_kinds(kind for kind in OFFERED if _may_have(kind, access))
    codes = tuple(group.code for group in snapshot.trip.groups)
    form.offer_groups(codes, _("Everyone"), _("Group %(code)s", code="%(code)s"))
    words = {
        each.number: _("Release %(number)s", number=each.number)
        + (f": {each.name}" if each.name else "")
        for each in list_releases(snapshot.trip.uid)
    }
    form.offer_releases(words, _("Draft"), request.args.get("release", ""))
    return form


def _link_form(snapshot: TripSnapshot) -> LinkForm:
    form, trip = LinkForm(), snapshot.trip
    words = {}
    for days in DAYS_AFTER:
        last = date_medium(trip.ends_on + days * DAY, locale())
        words[days] = (
            _("%(date)s, %(days)s days after the trip", date=last, days=days)
            if days
            else _("%(date)s, the trip's last day", date=last)
        )
    form.offer_days(words)
    return form


def _links(snapshot: TripSnapshot) -> tuple[ShownLink, ...]:
    house = doors()
    now = clock.now(snapshot.trip)
    found = list_links(snapshot.trip.uid, LinkPurpose.PROGRAMME, house.settings.field_key)
    return tuple(
        ShownLink(
            link=link,
            state=state_of_link(link.expires_at, link.revoked_at, now),
            url=house.settings.base_url + url_for("public.programme", token=link.token)
            if link.token
            else "",
        )
        for link in found
    )


def _own_job(uid: str) -> JobEntry:
    """The actor's own job on a trip that is still open to them; 404 otherwise."""
    actor = guards.require_actor()
    entry = find_own_job(uid, actor)
    if entry is None or not _is_open(entry):
        abort(404)
    return entry


def _is_open(entry: JobEntry) -> bool:
    access = find_trip_access(guards.require_actor(), entry.trip_slug)
    if access is None or not _may_have(DocumentKind(entry.job.kind), access):
        return False
    return entry.payload.get("reduced", False) or not _is_reduced(
        DocumentKind(entry.job.kind), access
    )


def _may_have(kind: DocumentKind, access: TripAccess) -> bool:
    """The workbook and letters hold what only those may see who organise the trip."""
    is_open = kind not in {DocumentKind.WORKBOOK, *LETTERS}
    return is_open or may(guards.current_actor(), Action.WRITE_TRIP, access.role)


def _is_reduced(kind: DocumentKind, access: TripAccess) -> bool:
    """The complete roster holds needs and private contacts: only for those who may read them."""
    if kind not in LISTS:
        return False
    return not may(guards.current_actor(), Action.EXPORT_PEOPLE, access.role)
