"""The way of every form that makes or edits one object: show, check, merge, answer.

What is typed survives everything: an error, somebody else's edit, somebody else's removal.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import abort, flash, request
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.editing import Change, ConflictError
from trips.forms.entity import EntityForm
from trips.services.unit import MissingError
from trips.views import guards
from trips.views.edge.origin import local_target
from trips.views.merging import Gone, conflict_rows

Answer = str | Response | tuple[str, int]
Page = Callable[..., str]
"""The page of a form, given the object it is about (or none) and `gone`, `conflicts`."""


class RefusedError(Exception):
    """What was typed cannot be, and the form says why by now."""


@dataclass(frozen=True, kw_only=True)
class Editing:
    """A form that edits one object, and what its view knows about it."""

    form: EntityForm
    entity: Any
    """The object as it stands; none where it is not there, or no longer."""
    page: Page
    save: Callable[[Change], Any]
    """Writes what was touched; may raise `RefusedError`."""
    done: Callable[[Any], Response]
    """The way on, given what was saved."""
    restore: Callable[[Any], object] | None = None
    """Brings the object back, given as the page showed it; none for what is never removed."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """The control of a field that is called otherwise."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What uids are called."""


def show_or_save(editing: Editing) -> Answer:
    """Answer a form that edits one object. Raises `MissingError` where it was never there."""
    form, entity = editing.form, editing.entity
    if entity is None:
        return _restore(editing)
    if request.method == "GET":
        form.show(entity)
        form.carry(entity)
        return editing.page(entity)
    if asks_for_row(form):
        return editing.page(entity)
    if not form.validate():
        return editing.page(entity), 422
    return _save(editing)


def show_or_add(
    form: EntityForm,
    page: Page,
    add: Callable[[dict[str, Any]], Response],
    draft: Callable[[], Any] | None = None,
) -> Answer:
    """Answer the form of a new object, which begins as `draft` says.

    `add` writes what the form says and leads on; it may raise `RefusedError`.
    """
    if request.method == "GET":
        if draft:
            form.show(draft())
        return page(None)
    if asks_for_row(form):
        return page(None)
    if not form.validate():
        return page(None), 422
    try:
        return lead_back(add(form.values()))
    except RefusedError:
        return page(None), 422
    except MissingError:
        return page(None, gone=Gone.REFERENCE), 409


def asks_for_row(form: Any) -> bool:
    """True where a button asks for one more empty row, which the form has now."""
    wanted = request.form.get("add")
    if wanted is not None and hasattr(form, "add_row"):
        form.add_row(wanted)
    return wanted is not None


def by() -> dict[str, Any]:
    """Who acts, and when: the last arguments of every service."""
    return {"actor": guards.require_actor(), "now": clock.now()}


def tell(text: str, undo: str = "", offer: tuple[str, str] | None = None) -> None:
    """Say on the next page what was done; `undo` is the address that takes it back.

    `offer` is a word and an address for what may be done next.
    """
    message: Any = {"text": text, "undo": undo, "offer": offer} if undo or offer else text
    flash(message)


def way_back(uid: str) -> str:
    """The form that `next` names, with what was entered for it chosen; empty if it names none."""
    back = local_target(request.args.get("next"), "")
    sign = "&" if "?" in back else "?"
    return f"{back}{sign}entry={uid}" if back else ""


def lead_back(answer: Response) -> Response:
    """The way on: to the page that `next` names, unless it goes there or on to another form."""
    target = local_target(request.args.get("next"), "")
    is_on_its_way = "then" in request.form or (answer.location or "").startswith(target)
    if target and not is_on_its_way:
        answer.location = target
    return answer


def _restore(editing: Editing) -> Answer:
    """The object was removed while somebody edited it: show what was typed, offer it back."""
    form = editing.form
    shown = read_shown(form)
    if shown is None or editing.restore is None:
        raise MissingError
    if asks_for_row(form):
        return editing.page(shown, gone=Gone.REMOVED), 409
    if not form.validate():
        return editing.page(shown, gone=Gone.REMOVED), 422
    if "restore" not in request.form:
        return editing.page(shown, gone=Gone.REMOVED), 409
    try:
        editing.restore(shown)
    except MissingError:
        return editing.page(shown, gone=Gone.REFERENCE), 409
    return _save(editing)


def _save(editing: Editing) -> Answer:
    form = editing.form
    change = read_change(form)
    try:
        saved = editing.save(change)
    except RefusedError:
        return editing.page(editing.entity), 422
    except ConflictError as error:
        conflicts = conflict_rows(form, error, change, editing.labels, editing.names)
        return editing.page(error.current, conflicts=conflicts), 409
    except MissingError:
        return editing.page(editing.entity or read_shown(form), gone=Gone.REFERENCE), 409
    return lead_back(editing.done(saved))


def read_shown(form: EntityForm) -> Any:
    """The object as the page showed it, none where it showed none; 400 if it was tampered with."""
    try:
        return form.carried
    except (KeyError, TypeError, ValueError):
        abort(400)


def read_change(form: EntityForm) -> Change:
    """What was touched; 400 where somebody tampered with what the page carried along."""
    try:
        return form.change()
    except (KeyError, TypeError, ValueError):
        abort(400)
