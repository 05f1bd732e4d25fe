"""`flask trip import FILE.xlsx`: reading a workbook on the command line."""

from pathlib import Path

import click

from trips import clock
from trips.cli.speech import refuse, tell, terminal_locale
from trips.domain.account.user import COMMAND_LINE
from trips.domain.importing.workbook import Severity, WorkbookReading
from trips.domain.snapshot import TripSnapshot
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.catalogue import N_, say
from trips.i18n.import_summary import assumption_groups
from trips.i18n.import_wording import change_sentence, issue_line, more_issues, row_places
from trips.jobs.uploads import Pending, forget_upload, keep_upload, release_upload
from trips.jobs.workbook import Naming, Preview, preview_into, preview_new
from trips.queries.trip import find_trip_uid
from trips.services.importing.bundle import SlugTakenError, UnstorableError
from trips.services.importing.workbook import Plans, UndecidedError, Upload, import_into, import_new
from trips.services.unit import new_uid

UNDECIDED = N_("Rows that may mean somebody known: %(rows)s. Decide in the browser.")
UNSETTLED = N_(
    "What is marked with ! was changed in the file and, since the export, in the trip. Say "
    "--conflicts trip to keep what the trip says, --conflicts file to take what the file says, or "
    "decide one by one in the browser."
)
TAKEN = N_("Another trip is called %(slug)s already.")


CHOICES = ("trip", "file")
"""What may stand where both were changed since the export."""


def import_workbook(
    path: Path, naming: Naming, *, into: str | None, choice: str | None, is_rehearsal: bool
) -> None:
    """Import a workbook into a trip, or as a new one; refuse it with every reason.

    `choice`, one of `CHOICES`, says what stands where both were changed since the export.
    """
    trip = find_trip_uid(into) if into else None
    if into and trip is None:
        raise refuse(N_("There is no trip %(slug)s."), slug=into)
    if not into and find_trip_uid(naming.slug):
        raise refuse(TAKEN, slug=naming.slug)
    data = path.read_bytes()
    preview, decisions = _read(data, naming, trip, choice)
    _print_reading(preview.reading)
    if preview.plans is None or preview.snapshot is None:
        raise refuse(N_("Nothing was imported."))
    _print_plans(preview.plans)
    if preview.questions:
        raise refuse(UNDECIDED, rows=", ".join(each.ref for each in preview.questions))
    if preview.plans.undecided(decisions):
        raise refuse(UNSETTLED)
    if is_rehearsal:
        tell(N_("This was a rehearsal; nothing was changed."))
    elif trip and not preview.plans.changes_anything:
        tell(N_("Nothing to change: %(slug)s"), slug=preview.snapshot.trip.slug)
    else:
        upload = Upload(
            reading=preview.reading,
            filename=path.name,
            data=data,
            uid=new_uid(),
            decisions=decisions,
        )
        _carry_out(preview.snapshot, upload, trip)


def _read(
    data: bytes, naming: Naming, trip: str | None, choice: str | None
) -> tuple[Preview, dict[str, str]]:
    """What the file would do, and what was decided of it."""
    house, locale = doors(), terminal_locale()
    try:
        if not trip:
            return preview_new(data, house.press, naming, language=locale, decisions={}), {}
        found, decisions = preview_into(trip, data, house.press, language=locale, decisions={}), {}
        if choice:
            decisions = dict.fromkeys(_conflicts(found), choice)
            found = preview_into(trip, data, house.press, language=locale, decisions=decisions)
    except PressError as error:
        raise refuse(N_("The file cannot be read: %(code)s."), code=error.code) from error
    finally:
        house.press.close()
    return found, decisions


def _conflicts(preview: Preview) -> tuple[str, ...]:
    """The refs of the fields that both have changed."""
    if preview.plans is None:
        return ()
    found = (*preview.plans.programme.conflicts, *preview.plans.delegates.conflicts)
    return tuple(each.ref for each in found)


def _carry_out(draft: TripSnapshot, upload: Upload, trip: str | None) -> None:
    files, now, uid = doors().files, clock.now(), upload.uid
    pending = Pending(uid=uid, actor="", trip="", is_new=False, name=upload.filename, kept_at=now)
    keep_upload(files, pending, upload.data)
    try:
        if trip:
            import_into(trip, upload, revision=None, actor=COMMAND_LINE, now=now)
        else:
            import_new(draft, upload, actor=COMMAND_LINE, now=now)
    except (UndecidedError, SlugTakenError, UnstorableError) as error:
        forget_upload(files, uid)
        raise _refusal(error) from error
    release_upload(files, uid)
    tell(N_("Imported: %(slug)s"), slug=draft.trip.slug)


def _refusal(error: Exception) -> click.ClickException:
    if isinstance(error, UndecidedError):
        return refuse(UNDECIDED, rows=", ".join(error.refs))
    if isinstance(error, SlugTakenError):
        return refuse(TAKEN, slug=str(error))
    return refuse(N_("A text in the file is too long for its field."))


def _print_reading(reading: WorkbookReading) -> None:
    """Errors and notices line by line, assumptions by kind, what no field takes."""
    locale = terminal_locale()
    for issue in reading.issues:
        click.echo(issue_line(issue, locale), err=issue.severity is Severity.ERROR)
    if reading.more_issues:
        click.echo(more_issues(reading.more_issues, locale), err=True)
    for assumed in assumption_groups(reading, locale):
        click.echo(f"{assumed.title}: {assumed.where}")
    for column in reading.unknown_columns:
        message = N_("Column %(column)s of sheet “%(sheet)s” is kept with each row: %(heading)s")
        facts = {"column": column.column, "sheet": column.sheet, "heading": column.heading}
        click.echo(say(message, locale, **facts))


def _print_plans(plans: Plans) -> None:
    programme, delegates, locale = plans.programme, plans.delegates, terminal_locale()
    tell(
        N_("Programme: %(new)s new, %(changed)s changed, %(same)s as they are"),
        new=len(programme.new),
        changed=len(programme.changed),
        same=len(programme.unchanged),
    )
    tell(
        N_("People: %(new)s new, %(changed)s changed, %(same)s as they are, %(open)s to decide"),
        new=len(delegates.new),
        changed=len(delegates.changed),
        same=len(delegates.unchanged),
        open=len(delegates.ambiguous),
    )
    repeated = [entry.ref for entry in programme.repeated]
    repeated += [entry.ref for entry in delegates.repeated]
    if repeated:
        places = row_places(repeated, locale)
        tell(N_("Left out, as they repeat other rows: %(rows)s"), rows=places)
    for each in (*programme.conflicts, *delegates.conflicts):
        name = each.name if isinstance(each.name, str) else each.name.shown(locale).text
        click.echo(f"! {name}: {change_sentence(each.change, locale)}")
    if gone := len(programme.deleted) + len(delegates.deleted):
        tell(N_("Deleted from the file, kept in the trip: %(count)s"), count=gone)
    changed = [
        *((entry.item.title.shown(locale).text, entry.changes) for entry in programme.changed),
        *((entry.person.name, entry.changes) for entry in delegates.changed),
    ]
    for name, changes in changed:
        for change in changes:
            click.echo(f"  {name}: {change_sentence(change, locale)}")
