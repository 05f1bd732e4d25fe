"""Nominating by paste: text in, what was understood, then all of it or nothing.

The text travels with the page, so that it is there whatever happens, and nothing waits anywhere.
"""

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.importing.workbook import ReadingContext, WorkbookReading
from trips.domain.snapshot import TripSnapshot
from trips.doors.press import PressError
from trips.extensions import doors, limiter
from trips.forms.nominations.paste import PasteForm
from trips.i18n.formats import join_list
from trips.i18n.import_wording import (
    change_sentence,
    issue_line,
    row_places,
)
from trips.jobs.workbook import Preview, preview_reading
from trips.queries.nominations.past import list_years
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision
from trips.services.importing.bundle import MovedError, UnstorableError
from trips.services.importing.workbook import Plans, UndecidedError, Upload, import_into
from trips.services.unit import new_uid
from trips.views import frame, guards
from trips.views.imports.carrying import decisions
from trips.views.imports.reading import press_sentence
from trips.views.nominations.outcome import outcomes_of
from trips.views.preferences import locale

bp = Blueprint("nomination", __name__)

Page = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """A text and what it turned out to say."""

    snapshot: TripSnapshot
    form: PasteForm
    decided: dict[str, str] = field(default_factory=dict)
    preview: Preview | None = None
    revision: int = 0
    error: str = ""


@bp.get("/trips/<slug>/nominate")
@guards.trip_page(TripRole.ORGANISER)
def index() -> str:
    """A field to paste into; the reader is started meanwhile."""
    doors().press.warm("read", "pasted")
    snapshot = get_snapshot(guards.require_access().uid)
    form = _form(snapshot)
    if request.args.get("delegation") in snapshot.delegation_by_uid:
        form.delegation.data = request.args["delegation"]
    form.language.data = locale()
    return _page(Pasted(snapshot=snapshot, form=form))


@bp.post("/trips/<slug>/nominate")
@guards.trip_page(TripRole.ORGANISER)
@limiter.limit("60 per minute")
def read() -> Page:
    """What was understood, above the text as it was pasted."""
    pasted = _read()
    is_refused = pasted.preview is None or pasted.preview.is_refused
    return _page(pasted), 422 if is_refused else 200


@bp.post("/trips/<slug>/nominate/confirm")
@guards.trip_page(TripRole.ORGANISER)
@limiter.limit("60 per minute")
def confirm(slug: str) -> Response | Page:
    """Nominate all of them, as it was shown; a text changed since is shown again first."""
    pasted = _read()
    if pasted.preview is None or pasted.preview.is_refused:
        return _page(pasted), 422
    if request.form.get("seen") != _digest(pasted.form):
        flash(_("The text was changed since. This is what it says now."), "error")
        return _page(pasted), 409
    if not _carry_out(pasted, pasted.preview.reading):
        return _page(_read(), is_asking=True), 409
    delegation = pasted.form.delegation.data or None
    return redirect(url_for("delegate.index", slug=slug, delegation=delegation), 303)


def _carry_out(pasted: Pasted, reading: WorkbookReading) -> bool:
    """Store what was shown; false with a message why not."""
    try:
        plans = _import(pasted, reading)
    except UndecidedError:
        flash(_("Please say of every person in question whether they are known already."), "error")
    except MovedError:
        flash(_("The trip was changed meanwhile. This is what the import would do now."), "error")
    except UnstorableError:
        flash(_("A text in the file is too long for its field. Nothing was imported."), "error")
    else:
        joined = [each for each in plans.delegates.changed if each.participation is None]
        count = len(plans.delegates.new) + len(joined)
        flash(ngettext("%(num)s person is nominated.", "%(num)s people are nominated.", count))
        return True
    return False


def _import(pasted: Pasted, reading: WorkbookReading) -> Plans:
    upload = Upload(
        reading=reading,
        filename=_("Pasted text"),
        data=b"",
        uid=new_uid(),
        decisions=pasted.decided,
        delegation=pasted.form.delegation.data or "",
    )
    revision = request.form.get("revision", default=-1, type=int)
    actor, now = guards.require_actor(), clock.now()
    trip = pasted.snapshot.trip.uid
    return import_into(trip, upload, revision=revision, actor=actor, now=now)


def _form(snapshot: TripSnapshot) -> PasteForm:
    form = PasteForm()
    named = ((each.uid, each.name.shown(locale()).text) for each in snapshot.delegations)
    form.offer(sorted(named, key=lambda pair: pair[1]), _("As the text says, or none"))
    return form


def _read() -> Pasted:
    """Read the text of the request, as far as it can be read."""
    access = guards.require_access()
    revision = find_revision(access.uid)
    snapshot = get_snapshot(access.uid)
    pasted = Pasted(snapshot=snapshot, form=_form(snapshot), decided=decisions(), revision=revision)
    form, trip = pasted.form, snapshot.trip
    if not form.validate():
        return pasted
    context = ReadingContext(
        starts_on=trip.starts_on, ends_on=trip.ends_on, language=form.language.data
    )
    try:
        reading = doors().press.read("pasted", (form.text.data or "").encode(), context)
    except PressError as error:
        return replace(pasted, error=press_sentence(error.code))
    rows = tuple(replace(row, status=None, uid="") for row in reading.delegate_rows)
    reading = replace(reading, delegate_rows=rows)
    preview = preview_reading(reading, snapshot, pasted.decided, form.delegation.data or "")
    return replace(pasted, preview=preview)


def _digest(form: PasteForm) -> str:
    """What tells whether the text is still the one whose preview was shown."""
    said = "\0".join((form.text.data or "", form.delegation.data or "", form.language.data or ""))
    return sha256(said.replace("\r\n", "\n").encode()).hexdigest()[:32]


def _page(pasted: Pasted, *, is_asking: bool = False) -> str:
    preview = pasted.preview
    plan = preview.plans.delegates if preview and preview.plans else None
    questions = preview.questions if preview else ()
    people = {each.person.uid for question in questions for each in question.candidates}
    years = list_years(people, pasted.snapshot.trip.uid)
    return frame.render(
        "nominations/paste.html",
        pasted.snapshot,
        "delegates",
        form=pasted.form,
        seen=_digest(pasted.form) if preview else "",
        revision=pasted.revision,
        decisions=pasted.decided,
        is_asking=is_asking,
        failure=pasted.error,
        plan=plan,
        outcomes=outcomes_of(plan) if plan else {},
        questions=questions,
        years_of=lambda uid: join_list([str(each) for each in years.get(uid, ())], locale()),
        **_said(preview.reading if preview else WorkbookReading()),
    )


def _said(reading: WorkbookReading) -> dict[str, Any]:
    """What was read and noticed, and how it is worded."""
    notices = (*reading.assumptions, *reading.issues)
    return {
        "rows": reading.delegate_rows,
        "errors": [issue_line(each, locale()) for each in reading.errors],
        "notices": [issue_line(each, locale()) for each in notices if each not in reading.errors],
        "unknown_columns": reading.unknown_columns,
        "row_places": lambda *refs: row_places(refs, locale()),
        "change_sentence": lambda change: change_sentence(change, locale()),
    }
