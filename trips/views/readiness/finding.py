"""One finding: its fixes, who cares for it, and whether it is accepted as it is."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.board.effects import StepError
from trips.domain.board.outcome import StaleError
from trips.domain.board.steps import read_step
from trips.domain.findings.codes import FixCode
from trips.domain.findings.model import Finding, Fix
from trips.domain.item import HostStatus
from trips.domain.mail import MailKind
from trips.domain.readiness.entries import Entry
from trips.domain.snapshot import TripSnapshot
from trips.forms.readiness.task import AcceptForm, AssignForm
from trips.i18n.finding_wording import finding_words
from trips.queries.snapshot import get_snapshot
from trips.services.item import set_host_status
from trips.services.planning.board import take_step
from trips.services.readiness import finding as services
from trips.services.readiness.finding import Acceptance, FactsChangedError
from trips.services.readiness.host_letter import draft_host_letter
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.edge.origin import local_target
from trips.views.editing import Answer, by, tell
from trips.views.finding_links import finding_url
from trips.views.planning.board_words import refusal_words, told_of
from trips.views.preferences import locale
from trips.views.readiness.delegate_fixes import FIXES, mend_delegates
from trips.views.readiness.readiness_page import (
    Readiness,
    find_entry,
    fixes_of,
    is_step,
    read_readiness,
    show_entries,
    today_of,
)
from trips.views.readiness.subjects import subject_links

bp = Blueprint("finding", __name__)

_LETTERS = {
    FixCode.WRITE_HOST: MailKind.HOST_REQUEST,
    FixCode.REMIND_HOST: MailKind.HOST_REMINDER,
}


@bp.get("/trips/<slug>/findings/<key>")
@guards.trip_page(TripRole.VIEWER)
def show(slug: str, key: str) -> Answer:
    """A finding with everything that can be done about it."""
    readiness = _read()
    entry = find_entry(readiness, key)
    if entry is None:
        return redirect(url_for("task.index", slug=slug), 303)
    return _page(readiness, entry, AcceptForm(), _assign_form(readiness, entry))


@bp.post("/trips/<slug>/findings/<key>/fix/<int:index>")
@guards.trip_page(TripRole.ORGANISER)
def fix(slug: str, key: str, index: int) -> Response:
    """Mend a finding with one click."""
    snapshot, back = get_snapshot(guards.require_access().uid), _back(slug)
    entry = find_entry(read_readiness(snapshot), key)
    found = entry.finding if entry else None
    fixes = found.fixes if found else ()
    if (
        found is None
        or index >= len(fixes)
        or request.form.get("facts") not in {None, found.facts_hash}
    ):
        flash(_("The trip has changed meanwhile; please look again."), "error")
        return redirect(back, 303)
    if fixes[index].code in _LETTERS:
        return _write_host(snapshot, found, fixes[index])
    _mend(snapshot, found, fixes[index], back)
    return redirect(back, 303)


@bp.post("/trips/<slug>/findings/<key>/accept")
@guards.trip_page(TripRole.ORGANISER)
def accept(slug: str, key: str) -> Answer:
    """Accept a finding as it is, with a reason."""
    readiness, form = _read(), AcceptForm()
    entry = find_entry(readiness, key)
    if entry is None:
        raise MissingError(key)
    if not form.validate():
        return _page(readiness, entry, form, _assign_form(readiness, entry)), 422
    today = today_of(readiness.snapshot)
    said = Acceptance(
        key=key, facts=form.facts.data or "", reason=(form.reason.data or "").strip(), today=today
    )
    try:
        services.accept_finding(readiness.snapshot.trip.uid, said, **by())
    except FactsChangedError:
        flash(_("The trip has changed meanwhile; please look again."), "error")
        return redirect(url_for("finding.show", slug=slug, key=key), 303)
    tell(
        _("Accepted. It comes back by itself if the facts change."),
        url_for("finding.take_back", slug=slug, key=key),
    )
    return redirect(_back(slug), 303)


@bp.post("/trips/<slug>/findings/<key>/take-back")
@guards.trip_page(TripRole.ORGANISER)
def take_back(slug: str, key: str) -> Response:
    """Open an accepted finding again."""
    services.take_back_acceptance(guards.require_access().uid, key, **by())
    tell(_("The finding is open again."))
    return redirect(_back(slug), 303)


@bp.post("/trips/<slug>/findings/<key>/assign")
@guards.trip_page(TripRole.ORGANISER)
def assign(slug: str, key: str) -> Answer:
    """Say who cares for a finding until when."""
    readiness = _read()
    entry = find_entry(readiness, key)
    if entry is None:
        raise MissingError(key)
    form = AssignForm()
    form.offer(readiness.team)
    if not form.validate():
        return _page(readiness, entry, AcceptForm(formdata=None), form), 422
    services.assign_finding(
        readiness.snapshot.trip.uid, key, form.owner.data or "", form.due_on.data, **by()
    )
    tell(_("Saved."))
    return redirect(_back(slug), 303)


def _mend(snapshot: TripSnapshot, finding: Finding, chosen: Fix, back: str) -> None:
    if is_step(chosen):
        _take(snapshot, finding, chosen, back)
    elif chosen.code in FIXES:
        mended = mend_delegates(snapshot, finding, chosen, back)
        if mended:
            _tell_done(finding, mended.told, mended.undo)
    else:
        _note_asked(snapshot, finding, chosen, back)


def _take(snapshot: TripSnapshot, finding: Finding, chosen: Fix, back: str) -> None:
    """Take the step of a fix, and offer it back."""
    items = snapshot.item_by_uid
    touched = [each.uid for each in finding.subjects if each.uid in items]
    versions = {uid: items[uid].version for uid in touched}
    try:
        step = read_step(dict(chosen.change or {}))
        outcome = take_step(snapshot.trip.uid, step, versions=versions, **by())
    except (StepError, StaleError) as error:
        flash(refusal_words(error), "error")
        return
    told = told_of(str((chosen.change or {})["verb"]), outcome)
    undo = url_for("board_item.undo", slug=snapshot.trip.slug, next=back)
    _tell_done(finding, told["announce"], undo)
    for note in told["notes"]:
        flash(note)


def _write_host(snapshot: TripSnapshot, finding: Finding, chosen: Fix) -> Response:
    """Draft a mail to a host, and show it: nothing goes unread."""
    item, host = finding.subjects[0].uid, str(chosen.facts["host"])
    uid = draft_host_letter(snapshot.trip.uid, item, host, _LETTERS[chosen.code], **by())
    tell(_("The draft waits in the outbox. Look it through, change it, send it."))
    return redirect(url_for("mail.edit", slug=snapshot.trip.slug, uid=uid), 303)


def _note_asked(snapshot: TripSnapshot, finding: Finding, chosen: Fix, back: str) -> None:
    """Note that a host was asked; undo says they were not."""
    item, host = finding.subjects[0].uid, str(chosen.facts["host"])
    set_host_status(snapshot.trip.uid, item, host, HostStatus.REQUESTED, **by())
    undo = url_for("board_item.undo", slug=snapshot.trip.slug, next=back)
    _tell_done(finding, _("The host counts as asked."), undo)


def _tell_done(finding: Finding, told: str, undo: str) -> None:
    """A message with its way back; the list shows the finding as done until the next page."""
    words = finding_words(finding, locale())
    message: Any = {"text": told, "undo": undo, "offer": None, "done": words.title}
    flash(message, "done")


def _read() -> Readiness:
    return read_readiness(get_snapshot(guards.require_access().uid))


def _back(slug: str) -> str:
    return local_target(request.values.get("next"), url_for("trip.overview", slug=slug))


def _assign_form(readiness: Readiness, entry: Entry) -> AssignForm:
    form = AssignForm(owner=entry.owner, due_on=entry.due)
    form.offer(readiness.team)
    return form


def _page(readiness: Readiness, entry: Entry, accepting: AcceptForm, assigning: AssignForm) -> str:
    snapshot, finding = readiness.snapshot, entry.finding
    if finding is None:
        raise MissingError
    accepting.facts.data = finding.facts_hash
    return frame.render(
        "readiness/finding.html",
        snapshot,
        "overview",
        shown=show_entries(readiness, [entry])[0],
        entry=entry,
        finding=finding,
        words=finding_words(finding, locale()),
        fixes=fixes_of(finding, snapshot.trip.slug),
        form_url=finding_url(finding, snapshot.trip.slug, _back(snapshot.trip.slug)),
        links=subject_links(snapshot, finding),
        accepting=accepting,
        assigning=assigning,
        is_overdue=entry.is_overdue,
    )
