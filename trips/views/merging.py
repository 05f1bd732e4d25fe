"""The page that shows two edits of the same thing beside each other."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from trips.domain.editing import Change, ConflictError
from trips.forms.entity import EntityForm
from trips.i18n.value_wording import NO_NAMES, value_words
from trips.views.preferences import locale

Rows = list[tuple[str, str, str]]


class Gone(StrEnum):
    """What somebody else removed while this form was open."""

    REMOVED = "removed"
    """The object itself; it can be brought back with the form's changes."""
    REFERENCE = "reference"
    """Something that the object refers to, or hangs on."""


def conflict_rows(
    form: EntityForm,
    error: ConflictError,
    change: Change,
    labels: Mapping[str, str],
    names: Mapping[str, str] = NO_NAMES,
) -> Rows:
    """What both wrote, field by field: label, theirs, mine.

    The form then shows the object as it is now with the own change in it, so that saving again
    changes only what the person sees. `labels` names the control of a field called otherwise.
    """
    form.show(replace(error.current, **change.now))
    form.carry(error.current)
    return [
        (
            str(form[labels.get(conflict.field, conflict.field)].label.text),
            value_words(conflict.theirs, locale(), names),
            value_words(conflict.mine, locale(), names),
        )
        for conflict in error.conflicts
    ]
