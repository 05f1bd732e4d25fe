"""A new item from one typed line: shown as it is understood, added, or laid into the form."""

from datetime import date

from flask import Blueprint, Response, flash, jsonify, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips.domain.account.user import TripRole
from trips.domain.board.effects import StepError
from trips.domain.board.quick.reading import QuickPart, QuickReading
from trips.domain.board.steps import QuickAdd
from trips.forms.board import QuickForm
from trips.i18n.board.quick_wording import reading_sentence
from trips.queries.snapshot import get_snapshot
from trips.services.planning.board import preview_line, take_step
from trips.views import guards
from trips.views.editing import by, tell
from trips.views.planning.board_view import board_url
from trips.views.planning.board_words import added_words, refusal_words
from trips.views.preferences import locale

bp = Blueprint("board_quick", __name__)


@bp.get("/trips/<slug>/board/quick")
@guards.trip_page(TripRole.ORGANISER)
def preview(slug: str) -> Response:
    """How a line would be understood, for the page that is being typed in."""
    snapshot = get_snapshot(guards.require_access().uid)
    try:
        reading = preview_line(snapshot, read_quick(request.args.get("line", "")))
    except StepError as error:
        return jsonify(words=refusal_words(error))
    return jsonify(words=reading_sentence(reading, locale()), is_sure=is_sure(reading))


@bp.post("/trips/<slug>/board/quick")
@guards.trip_page(TripRole.ORGANISER)
def add(slug: str) -> Answer:
    """Add the item of a line; where it is not sure what is meant, the form asks."""
    form, line = QuickForm(), request.form.get("line", "").strip()
    if not form.validate():
        flash(_("Please write what is to be added."), "error")
        return redirect(board_url(slug), 303)
    trip, step = guards.require_access().uid, read_quick(line)
    try:
        if not is_sure(preview_line(get_snapshot(trip), step)):
            flash(_("Not everything in this line was clear. Please check it here."))
            return redirect(url_for("programme.new_item", slug=slug, line=line), 303)
        outcome = take_step(trip, step, versions={}, **by())
    except StepError as error:
        flash(refusal_words(error), "error")
        return redirect(board_url(slug), 303)
    (item,) = outcome.added
    tell(added_words(outcome.reading) if outcome.reading else "", _undo(slug))
    if item.is_unplaced:
        return redirect(board_url(slug, anchor=f"idea-{item.uid}"), 303)
    start = item.starts.date().isoformat()
    return redirect(board_url(slug, start=start, anchor=f"item-{item.uid}"), 303)


def read_quick(line: str) -> QuickAdd:
    """The step of a typed line; the day in view decides between two days of the same name."""
    try:
        near = date.fromisoformat(request.values.get("near", ""))
    except ValueError:
        near = None
    return QuickAdd(line=line, locale=locale(), near=near)


def is_sure(reading: QuickReading) -> bool:
    """True unless the day or the start had to be guessed."""
    guessed = {part.part for part in reading.parts if part.is_assumed}
    return QuickPart.DAY not in guessed and not reading.add.is_start_assumed


def _undo(slug: str) -> str:
    return url_for("board_item.undo", slug=slug)
