"""Everything the board can do, as forms: they work without script, and for whoever prefers them."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import TripRole
from trips.domain.board.effects import StepError
from trips.domain.board.outcome import StaleError
from trips.domain.board.undo import UndoRefusedError
from trips.domain.item import Item, ItemStatus
from trips.domain.snapshot import TripSnapshot
from trips.forms.board import FORMS, ManyForm, StepForm
from trips.i18n.enums import name_of
from trips.queries.snapshot import get_snapshot
from trips.services.planning import undo as taking_back
from trips.services.planning.board import take_step
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.edge.origin import local_target
from trips.views.editing import Answer, by, tell
from trips.views.finding_links import still_open
from trips.views.planning.board_view import board_url, item_parts, marks_of
from trips.views.planning.board_words import refusal_words, told_again, told_of
from trips.views.preferences import locale

bp = Blueprint("board_item", __name__)


@bp.get("/trips/<slug>/board/items/<uid>")
@guards.trip_page(TripRole.ORGANISER)
def show(slug: str, uid: str) -> str:
    """An item with all that can be done to it."""
    snapshot = get_snapshot(guards.require_access().uid)
    return _page(snapshot, _item(snapshot, uid))


@bp.post("/trips/<slug>/board/items/<uid>/<verb>")
@guards.trip_page(TripRole.ORGANISER)
def act(slug: str, uid: str, verb: str) -> Answer:
    """Do one thing to an item."""
    snapshot = get_snapshot(guards.require_access().uid)
    item = _item(snapshot, uid)
    if verb not in FORMS:
        abort(404)
    form = _forms(snapshot, item)[verb]
    if not form.validate():
        return _page(snapshot, item, form, verb), 422
    try:
        step, versions = form.step(item), form.versions(item)
        outcome = take_step(snapshot.trip.uid, step, versions=versions, **by())
    except StepError as error:
        return _page(snapshot, item, form, verb, refused=refusal_words(error)), 422
    except StaleError as error:
        flash(refusal_words(error), "error")
        return redirect(url_for("board.index", slug=slug, _anchor=f"item-{uid}"), 303)
    return _done(slug, told_of(verb, outcome), _way_back(slug, item, outcome.changed))


@bp.post("/trips/<slug>/board/many")
@guards.trip_page(TripRole.ORGANISER)
def many(slug: str) -> Response:
    """Do one thing to several items that were ticked in the list."""
    form, verb = ManyForm(), request.form.get("verb", "")
    back = local_target(request.form.get("next"), url_for("programme.index", slug=slug))
    step = form.step(verb, request.form.getlist("uid")) if form.validate() else None
    if step is None:
        flash(_("Please choose items and what is to happen to them."), "error")
        return redirect(back, 303)
    try:
        outcome = take_step(guards.require_access().uid, step, versions={}, **by())
    except (StepError, StaleError) as error:
        flash(refusal_words(error), "error")
        return redirect(back, 303)
    kind = "status" if verb in set(ItemStatus) else verb
    return _done(slug, told_of(kind, outcome), back)


@bp.post("/trips/<slug>/board/back")
@guards.trip_page(TripRole.ORGANISER)
def undo(slug: str) -> Response:
    """Take back one's own last step, and show the board."""
    return _again(slug, is_redo=False)


@bp.post("/trips/<slug>/board/again")
@guards.trip_page(TripRole.ORGANISER)
def redo(slug: str) -> Response:
    """Do again what one took back last, and show the board."""
    return _again(slug, is_redo=True)


def _again(slug: str, *, is_redo: bool) -> Response:
    take = taking_back.redo if is_redo else taking_back.undo
    try:
        outcome = take(guards.require_access().uid, **by())
    except UndoRefusedError as error:
        flash(refusal_words(error), "error")
    else:
        flash(told_again(outcome, is_redo=is_redo)["announce"])
    target = local_target(request.form.get("next"), url_for("board.index", slug=slug))
    return redirect(target, 303)


def _done(slug: str, told: dict[str, Any], target: str) -> Response:
    tell(told["announce"], url_for("board_item.undo", slug=slug, next=target))
    for note in told["notes"]:
        flash(note)
    return redirect(target, 303)


def _way_back(slug: str, item: Item, changed: tuple[Item, ...]) -> str:
    now = next((each for each in changed if each.uid == item.uid), item)
    start = "" if now.is_unplaced else now.starts.date().isoformat()
    anchor = f"{'idea' if now.is_unplaced else 'item'}-{item.uid}"
    return board_url(slug, start=start, anchor=anchor)


def _item(snapshot: TripSnapshot, uid: str) -> Item:
    item = snapshot.item_by_uid.get(uid)
    if item is None:
        raise MissingError(uid)
    return item


def _forms(snapshot: TripSnapshot, item: Item) -> dict[str, StepForm]:
    """The forms of all verbs; only the one that was sent reads what was typed."""
    groups = [
        (group.code, " ".join(filter(None, (group.code, group.name.shown(locale()).text))))
        for group in snapshot.trip.groups
    ]
    statuses = [(each.value, name_of(each, locale())) for each in ItemStatus]
    choices = {
        "groups": groups,
        "others": [_named(each) for each in snapshot.items if _is_same_time(each, item)],
        "partner": [_named(each) for each in snapshot.items if _is_other_group(each, item)],
        "status": statuses,
    }
    sent = (request.view_args or {}).get("verb")
    forms = {}
    for verb, kind in FORMS.items():
        form = kind(prefix=f"{verb}-") if verb == sent else kind(formdata=None, prefix=f"{verb}-")
        form.offer(choices)
        if verb != sent:
            form.show(item)
        forms[verb] = form
    return forms


def _named(item: Item) -> tuple[str, str]:
    return item.uid, f"{', '.join(item.groups)}: {item.title.shown(locale()).text}"


def _is_same_time(other: Item, item: Item) -> bool:
    """True for an item of other groups at the same time in the same city: they can be joined."""
    return (
        other.uid != item.uid
        and (other.starts, other.ends, other.stop) == (item.starts, item.ends, item.stop)
        and other.is_unplaced == item.is_unplaced
    )


def _is_other_group(other: Item, item: Item) -> bool:
    """True for an item of that day for other groups: the two can change places."""
    is_for_some = bool(other.groups) and bool(item.groups) and other.groups != item.groups
    is_that_day = other.starts.date() == item.starts.date()
    return is_for_some and is_that_day and not (other.is_unplaced or item.is_unplaced)


def _page(
    snapshot: TripSnapshot,
    item: Item,
    form: StepForm | None = None,
    verb: str = "",
    refused: str = "",
) -> str:
    forms = _forms(snapshot, item) | ({verb: form} if form else {})
    is_split = len(item.groups or snapshot.trip.groups) > 1
    return frame.render(
        "board/item.html",
        snapshot,
        "programme",
        item=item,
        forms=forms,
        refused=(verb, refused),
        is_split=is_split,
        place=", ".join(part for part in item_parts(snapshot, item) if part),
        marks=marks_of(still_open(snapshot)).get(item.uid, []),
        current=None if item.is_unplaced else item.starts.date(),
    )
