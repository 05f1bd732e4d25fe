"""The sentences of the open board in the reader's language, and what its script says by itself."""

from typing import Any, Final

from flask import url_for
from flask_babel import gettext as _

from trips.domain.board.effects import StepError
from trips.domain.board.outcome import StaleError, StepOutcome
from trips.domain.board.quick.reading import QuickReading
from trips.domain.board.undo import UndoOutcome, UndoRefusedError
from trips.i18n.board import step_wording
from trips.i18n.board.quick_wording import reading_sentence
from trips.i18n.board.step_wording import error_words, label_words, note_words, stale_words
from trips.views.preferences import locale

TOASTED: Final = frozenset(
    {"quick_add", "delete", "unplace", "split", "join", "duplicate", "shift"}
)
"""Steps whose result is not at once in view: a message with an undo button tells it."""


def script_words() -> dict[str, str]:
    """What the script says; facts in %(these)s are put in there."""
    return {**_names(), **_sentences(), **_of_many()}


def _names() -> dict[str, str]:
    return {
        "icons": url_for("static", filename="img/icons.svg"),
        "undo": _("Undo"),
        "fits": _("Fits"),
        "everyone": _("everyone"),
        "group": _("Group %(code)s", code="%(code)s"),
        "chosen": _("%(number)s chosen", number="%(number)s"),
        "copied": _(
            "%(number)s copied. Ctrl+V puts the copies behind another card.", number="%(number)s"
        ),
        "nothing_copied": _("Nothing is copied that could be put here."),
        "fixed": _("A leg is booked and stays where it is. Change it on its own page."),
    }


def _sentences() -> dict[str, str]:
    return {
        "taken": _(
            "%(title)s taken up. Arrow keys move it, Enter lays it down, Esc puts it back.",
            title="%(title)s",
        ),
        "stretching": _(
            "The end of %(title)s follows the arrow keys. Enter keeps it, Esc puts it back.",
            title="%(title)s",
        ),
        "cancelled": _("Put back; nothing has changed."),
        "over_pool": _("Over the ideas: laid down here it loses its time."),
        "refused": _(
            "%(title)s cannot be there: %(reason)s", title="%(title)s", reason="%(reason)s"
        ),
        "anyway": _("Put it there anyway"),
        "offline": _("No connection to the server. Nothing was changed."),
    }


def _of_many() -> dict[str, str]:
    """What is said of cards that move together."""
    number, minutes = "%(number)s", "%(minutes)s"
    return {
        "later_taken": _(
            "Everything after %(title)s (%(number)s) follows the arrow keys."
            " Enter keeps it, Esc puts it back.",
            title="%(title)s",
            number=number,
        ),
        "shift_none": _("%(number)s together", number=number),
        "shift_later": _(
            "%(number)s together: %(minutes)s min later",
            number=number,
            minutes=minutes,
        ),
        "shift_earlier": _(
            "%(number)s together: %(minutes)s min earlier",
            number=number,
            minutes=minutes,
        ),
        "nothing_after": _("Nothing comes after it that day in its groups."),
        "choose_other": _("Choose the other card first, with X or with Ctrl and a click."),
    }


def refusal_words(error: Exception) -> str:
    """Why a step was not taken, or not taken back."""
    if isinstance(error, StaleError):
        told = [stale_words(item, locale()) for item in error.items]
        return _("Nothing was overwritten. %(who)s", who=" ".join(told))
    if isinstance(error, StepError):
        return error_words(error, locale())
    if isinstance(error, UndoRefusedError):
        return step_wording.refusal_words(error, locale())
    raise error


def told_of(verb: str, outcome: StepOutcome) -> dict[str, Any]:
    """What was done, for those who listen and for those who look."""
    words = step_wording.outcome_words(verb, outcome, locale())
    if outcome.reading:
        words = added_words(outcome.reading)
    return {
        "announce": words,
        "notes": [note_words(note, locale()) for note in outcome.notes],
        "toast": words if verb in TOASTED and outcome.step else "",
    }


def added_words(reading: QuickReading) -> str:
    """What a typed line has become."""
    return _("Added. Understood: %(words)s", words=reading_sentence(reading, locale()))


def told_again(outcome: UndoOutcome, *, is_redo: bool) -> dict[str, Any]:
    """What was taken back, or done again."""
    words = label_words(outcome.label, locale())
    told = (
        _("Done again: %(step)s", step=words) if is_redo else _("Taken back: %(step)s", step=words)
    )
    return {"announce": told, "notes": [], "toast": ""}
