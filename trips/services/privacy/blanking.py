"""Taking personal values out of the history; what happened, when and to what stays."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from trips.models.history import HistoryRow

PERSONAL_KINDS: Final = frozenset(
    {
        "assignment",
        "delegation",
        "draft",
        "interpreter",
        "letter",
        "link",
        "mail",
        "participation",
        "person",
        "registration",
        "user",
        "visa",
    }
)
"""Kinds of subjects whose values may name somebody."""
KEPT: Final = frozenset(
    {
        "counts",
        "delegation",
        "group",
        "interpreter",
        "item",
        "kind",
        "level",
        "mode",
        "present_from",
        "present_to",
        "purpose",
        "rank",
        "replaces",
        "role",
        "seats",
        "source",
        "state",
        "status",
        "status_at",
        "target",
        "uid",
    }
)
"""Values that say nothing of a person without the participation they belong to."""


def blank_history(session: Session, *conditions: Any) -> int:
    """Empty the personal values of the entries meant; how many that changed."""
    query = select(HistoryRow).where(HistoryRow.subject_kind.in_(PERSONAL_KINDS), *conditions)
    changed = 0
    for row in session.scalars(query.execution_options(yield_per=500)):
        before, after = _blank(row.before), _blank(row.after)
        if (before, after) != (row.before, row.after):
            row.before, row.after = before, after
            changed += 1
    session.flush()
    return changed


def blank_subjects(session: Session, uids: Iterable[str]) -> int:
    """Empty the personal values of all entries about these objects; how many that changed."""
    wanted = list(uids)
    return sum(
        blank_history(session, HistoryRow.subject_uid.in_(wanted[start : start + 500]))
        for start in range(0, len(wanted), 500)
    )


def _blank(values: Any) -> Any:
    if not isinstance(values, dict):
        return values
    return {name: value if name in KEPT else "" for name, value in values.items()}
