"""What the preview of an import shows."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from trips.domain.importing.conflicts import is_left_out
from trips.domain.importing.plan import COLUMN, Conflict
from trips.domain.importing.workbook import Issue, Severity, WorkbookReading
from trips.i18n.formats import join_list
from trips.i18n.import_summary import assumption_groups, kind_word
from trips.i18n.import_wording import (
    change_sentence,
    field_name,
    issue_line,
    issue_sentence,
    more_issues,
    row_places,
    value_words,
)
from trips.jobs.workbook import Preview
from trips.queries.nominations.past import list_years
from trips.views.imports.reading import Looked
from trips.views.preferences import locale


@dataclass(frozen=True)
class ErrorRow:
    """An error with its place in columns of its own."""

    sheet: str
    row: int
    column: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ColumnWish:
    """A field that the file would change, and how often."""

    field: str
    name: str
    changes: int
    both: int
    """Changed in the trip as well."""
    is_left_out: bool


def page_context(looked: Looked, *, is_asking: bool = False) -> dict[str, Any]:
    """Everything the preview's template needs; `is_asking` if a decision was left open."""
    preview = looked.workbook
    reading = preview.reading if preview else WorkbookReading()
    issues = reading.issues
    return {
        "name": looked.pending.name,
        "revision": looked.revision,
        "decisions": looked.decisions,
        "is_asking": is_asking,
        "sentences": _sentences(looked),
        "errors": [_error(issue) for issue in issues if _is_error(issue)],
        "more_errors": more_issues(reading.more_issues, locale()),
        "notices": [issue_line(issue, locale()) for issue in issues if not _is_error(issue)],
        "assumptions": assumption_groups(reading, locale()),
        "unknown_columns": reading.unknown_columns,
        "draft": preview.snapshot if preview else None,
        "plans": preview.plans if preview else None,
        "conflicts": _conflicts(preview),
        **_of_file(preview, looked.decisions),
        "questions": preview.questions if preview else (),
        "bundle": looked.bundle,
        "years_of": _years_of(preview, looked.pending.trip),
        **_words(),
    }


def _years_of(preview: Preview | None, trip: str) -> Callable[[str], str]:
    """When somebody in question was on a trip before, as words."""
    questions = preview.questions if preview else ()
    people = {each.person.uid for question in questions for each in question.candidates}
    years = list_years(people, trip)
    return lambda uid: join_list([str(year) for year in years.get(uid, ())], locale())


def _words() -> dict[str, Callable[..., str]]:
    """What the template says things with, in the reader's language."""
    return {
        "field_name": lambda name: field_name(name, locale()),
        "value_words": lambda value: value_words(value, locale()),
        "change_sentence": lambda change: change_sentence(change, locale()),
        "row_places": lambda *refs: row_places(refs, locale()),
        "kind_word": lambda kind: kind_word(kind, locale()),
    }


def _conflicts(preview: Preview | None) -> tuple[Conflict, ...]:
    """What was changed in the file and in the trip."""
    if preview is None or preview.plans is None:
        return ()
    return (*preview.plans.programme.conflicts, *preview.plans.delegates.conflicts)


def _of_file(preview: Preview | None, decisions: dict[str, str]) -> dict[str, Any]:
    """Where the file comes from, and which fields it would change."""
    return {"columns": _columns(preview, decisions), "is_foreign": _is_foreign(preview)}


def _columns(preview: Preview | None, decisions: dict[str, str]) -> list[ColumnWish]:
    """The fields with changes of things known already, the most often changed first."""
    if preview is None or preview.plans is None:
        return []
    plans = preview.plans
    changed = [each.changes for each in plans.programme.changed]
    changed += [each.changes for each in plans.delegates.changed]
    counts = Counter(change.field for changes in changed for change in changes)
    both = Counter(each.change.field for each in _conflicts(preview))
    left = [ref.removeprefix(COLUMN) for ref in decisions if ref.startswith(COLUMN)]
    fields = sorted({*counts, *both, *left}, key=lambda each: (-counts[each], each))
    return [
        ColumnWish(
            field=each,
            name=field_name(each, locale()),
            changes=counts[each],
            both=both[each],
            is_left_out=is_left_out(each, decisions),
        )
        for each in fields
        if counts[each] or both[each] or is_left_out(each, decisions)
    ]


def _is_foreign(preview: Preview | None) -> bool:
    """True for a workbook that was exported from another trip."""
    if preview is None or preview.snapshot is None:
        return False
    reading = preview.reading
    trip = reading.roster_trip or (reading.origin.trip if reading.origin else "")
    return trip not in {"", preview.snapshot.trip.uid}


def _sentences(looked: Looked) -> tuple[str, ...]:
    """What is wrong with the file as a whole."""
    preview = looked.workbook
    if preview and preview.is_refused and not preview.reading.errors:
        return (_("No row has a date, so the days of the trip are not known."),)
    return looked.errors


def _is_error(issue: Issue) -> bool:
    return issue.severity is Severity.ERROR


def _error(issue: Issue) -> ErrorRow:
    column = f"{issue.column} ({issue.heading})" if issue.heading else issue.column
    return ErrorRow(issue.sheet, issue.row, column, issue_sentence(issue, locale()))
