"""What the preview of an import shows."""

from typing import Any

from flask_babel import gettext as _

from trips.domain.importing.workbook import Issue, Severity
from trips.i18n.import_wording import change_sentence, issue_line, more_issues
from trips.jobs.workbook import Preview
from trips.views.preferences import locale


def press_sentence(code: str) -> str:
    """Why a file could not be read at all."""
    if code == "too_slow":
        return _("Reading the file took too long; it was refused.")
    if code == "too_large":
        return _("The file needs more memory than a workbook may; it was refused.")
    return _("The file could not be read.")


def preview_context(preview: Preview | None, error: str, name: str) -> dict[str, Any]:
    """Everything the preview's template needs."""
    if preview is None:
        return _context(name, errors=[error])
    reading = preview.reading
    context = _context(
        name,
        errors=_lines(reading.issues, Severity.ERROR),
        warnings=[
            issue_line(issue, locale())
            for issue in reading.issues
            if issue.severity is not Severity.ERROR
        ],
        assumptions=[issue_line(issue, locale()) for issue in reading.assumptions],
    )
    if reading.more_issues:
        context["errors"].append(more_issues(reading.more_issues, locale()))
    context["unknown_columns"] = reading.unknown_columns
    context["draft"] = preview.snapshot
    context["plans"] = preview.plans
    return context


def _lines(issues: tuple[Issue, ...], severity: Severity) -> list[str]:
    return [issue_line(issue, locale()) for issue in issues if issue.severity is severity]


def _context(name: str, **given: Any) -> dict[str, Any]:
    return {
        "name": name,
        "errors": [],
        "warnings": [],
        "assumptions": [],
        "unknown_columns": (),
        "draft": None,
        "plans": None,
        "revision": None,
        "change_sentence": lambda change: change_sentence(change, locale()),
        **given,
    }
