"""Pages behind a secret link: the programme, its calendar and its booklet. Reading only."""

import hashlib
from dataclasses import replace
from datetime import datetime

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for
from flask.sansio.blueprints import BlueprintSetupState

from trips import clock
from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import LinkState, state_of_link
from trips.domain.account.user import Actor, InstanceRole
from trips.domain.briefs.document import FORMATS, DocumentKind, Order, filename
from trips.domain.job import JobState
from trips.doors.press import PressError
from trips.extensions import doors, limiter
from trips.i18n.catalogue import LOCALES
from trips.jobs.documents import build_hash, cache_name, make_document
from trips.queries.job import JobEntry, find_job_by_key
from trips.queries.link import OpenedLink, find_opened_link
from trips.services.job import Wish, request_job
from trips.views.edge.guessing import limit_guesses
from trips.views.edge.headers import NOT_MODIFIED, csp_nonce
from trips.views.public.cache import open_cache
from trips.views.public.page import (
    NONCE,
    Wanted,
    brief_of,
    group_of,
    page,
    page_key,
    tag_of,
    wanted,
)

bp = Blueprint("public", __name__)
limit_guesses(bp)

READER = Actor(uid="", name="public link", email="", role=InstanceRole.MEMBER)
"""Whoever holds a link."""
WAIT_SECONDS = 3
_CALENDARS = (LinkPurpose.PROGRAMME, LinkPurpose.CALENDAR, LinkPurpose.PERSONAL_CALENDAR)


@bp.record
def _prepare(state: BlueprintSetupState) -> None:
    open_cache(state.app)  # type: ignore[arg-type]  # always the Flask application


@bp.get("/p/<token>")
def programme(token: str) -> Response:
    """The programme of one day, for everyone or one group."""
    link, asked = _open(token), wanted(token)
    now = link.pretend_now or clock.now()
    answer = _answer(tag_of(page_key(link, asked, now)))
    if answer.status_code != NOT_MODIFIED:
        answer.set_data(page(link, asked, now).replace(NONCE, csp_nonce()))
        answer.mimetype = "text/html"
    answer.headers["Vary"] = "Cookie, Accept-Language"
    return answer


@bp.get("/p/<token>/calendar.ics")
@limiter.limit("60 per minute")
def calendar(token: str) -> Response:
    """The programme as a calendar, to be opened once or subscribed to."""
    link, asked = _open(token, *_CALENDARS), _on_paper(wanted(token))
    if link.purpose is not LinkPurpose.PROGRAMME:
        asked = replace(asked, group=link.subject if link.purpose is LinkPurpose.CALENDAR else "")
    reader = link.subject if link.purpose is LinkPurpose.PERSONAL_CALENDAR else ""
    key = (link.trip, link.calendar_edition, asked.lang, asked.group, reader, build_hash())
    answer = _answer(tag_of(key), link.told_at)
    answer.headers["Vary"] = "Cookie, Accept-Language"
    if answer.status_code == NOT_MODIFIED:
        return answer
    order = replace(_order(DocumentKind.CALENDAR, link, asked), person=reader)
    try:
        answer.set_data(make_document(order, doors().press, doors().cache))
    except PressError:
        abort(503)
    return _as_file(answer, order, link)


@bp.get("/p/<token>/programme.pdf")
def booklet(token: str) -> Response:
    """The booklet if it is made already; otherwise it is made and a small page waits for it."""
    link, asked = _open(token), _on_paper(wanted(token))
    order = _order(DocumentKind.PROGRAMME, link, asked)
    name = cache_name(order, brief_of(link, asked))
    key = hashlib.sha256(f"public:{name}".encode()).hexdigest()
    data = doors().cache.find(name) or _made(find_job_by_key(key))
    if data is None:
        return _waiting_page(_wanted_job(key, order, link), asked)
    answer = _answer(name[:32])
    answer.set_data(b"" if answer.status_code == NOT_MODIFIED else data)
    return _as_file(answer, order, link)


def _on_paper(asked: Wanted) -> Wanted:
    """Documents speak German and English; who reads another language gets English."""
    return asked if asked.lang in LOCALES else replace(asked, lang=LOCALES[-1])


def _made(entry: JobEntry | None) -> bytes | None:
    """What a finished job has made, as long as it is kept."""
    return doors().files.find(entry.stored) if entry and entry.stored else None


def _open(token: str, *purposes: LinkPurpose) -> OpenedLink:
    """What the token opens; a page that says why for one that does not."""
    link = find_opened_link(token, *(purposes or (LinkPurpose.PROGRAMME,)))
    if link is None:
        abort(make_response(render_template("public/closed.html", state="unknown"), 404))
    now = link.pretend_now or clock.now()
    state = state_of_link(link.expires_at, link.revoked_at, now)
    if state is not LinkState.OPEN:
        abort(make_response(render_template("public/closed.html", state=state.value), 410))
    return link


def _answer(tag: str, at: datetime | None = None) -> Response:
    """An empty answer that knows its tag and age; 304 if the reader has it already."""
    answer = Response()
    answer.set_etag(tag)
    answer.last_modified = at
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer.make_conditional(request)  # type: ignore[return-value]  # itself


def _order(kind: DocumentKind, link: OpenedLink, asked: Wanted) -> Order:
    group = group_of(brief_of(link, asked), asked)
    return Order(kind=kind, trip=link.trip, locale=asked.lang, group=group, release=link.release)


def _as_file(answer: Response, order: Order, link: OpenedLink) -> Response:
    answer.headers["Content-Type"] = FORMATS[order.kind].content_type
    name = filename(order.kind, link.slug, order.locale, order.group, order.release)
    answer.headers.set("Content-Disposition", "inline", filename=name)
    return answer


def _wanted_job(key: str, order: Order, link: OpenedLink) -> JobEntry | None:
    """The job that makes the booklet: the one under way, or a new one, a limited number."""
    found = find_job_by_key(key)
    if found and not _is_over(found):
        return found
    wish = Wish(
        kind=order.kind.value,
        payload={
            "kind": order.kind.value,
            "trip": order.trip,
            "locale": order.locale,
            "group": order.group,
            "url": order.url,
            "release": order.release,
        },
        filename=filename(order.kind, link.slug, order.locale, order.group, order.release),
        content_type=FORMATS[order.kind].content_type,
        trip=link.trip,
        key=key,
    )
    with limiter.limit("6 per minute; 40 per hour"):
        request_job(wish, actor=READER, now=clock.now())
    doors().queue.wake()
    return find_job_by_key(key)


def _is_over(entry: JobEntry) -> bool:
    """True if the booklet has to be made anew: the kept one is gone, or it failed and is wanted."""
    state = entry.job.state
    return state is JobState.DONE or (state is JobState.FAILED and "again" in request.args)


def _waiting_page(job: JobEntry | None, asked: Wanted) -> Response:
    has_failed = job is not None and job.job.state is JobState.FAILED
    here = asked.url("public.booklet")
    html = render_template(
        "public/waiting.html",
        has_failed=has_failed,
        here=here,
        again=asked.url("public.booklet", again=1),
        back=url_for("public.programme", token=asked.token, lang=asked.lang),
    )
    answer = make_response(html, 200 if has_failed else 202)
    if not has_failed:
        answer.headers["Refresh"] = f"{WAIT_SECONDS}; url={here}"
        answer.headers["Retry-After"] = str(WAIT_SECONDS)
    return answer
