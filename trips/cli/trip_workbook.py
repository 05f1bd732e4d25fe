"""`flask trip import FILE.xlsx`: reading a workbook on the command line."""

from pathlib import Path

import click

from trips import clock
from trips.cli.speech import refuse, tell, terminal_locale
from trips.domain.account.user import COMMAND_LINE
from trips.domain.importing.workbook import WorkbookReading
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.i18n.import_wording import change_sentence, issue_line, more_issues
from trips.jobs.workbook import Naming, Preview, preview_into, preview_new
from trips.queries.trip import find_trip_uid
from trips.services.bundle import SlugTakenError
from trips.services.unit import new_uid
from trips.services.workbook import Plans, UndecidedError, Upload, import_into, import_new


def import_workbook(
    path: Path, *, into: str | None, slug: str | None, title: str | None, is_rehearsal: bool
) -> None:
    """Import a workbook into a trip, or as a new one; refuse it with every reason."""
    data = path.read_bytes()
    locale = terminal_locale()
    house = doors()
    trip = find_trip_uid(into) if into else None
    if into and trip is None:
        raise refuse(N_("There is no trip %(slug)s."), slug=into)
    naming = Naming(new_uid(), title or path.stem, slug or "")
    try:
        preview = (
            preview_into(trip, data, house.press, language=locale, decisions={})
            if trip
            else preview_new(data, house.press, naming, language=locale, decisions={})
        )
    except PressError as error:
        raise refuse(N_("The file cannot be read: %(code)s."), code=error.code) from error
    finally:
        house.press.close()
    _print_reading(preview.reading, locale)
    if preview.plans is None or preview.snapshot is None:
        raise refuse(N_("Nothing was imported."))
    _print_plans(preview.plans, locale)
    if is_rehearsal:
        tell(N_("This was a rehearsal; nothing was changed."))
        return
    _carry_out(preview, path, data, trip)


def _carry_out(preview: Preview, path: Path, data: bytes, trip: str | None) -> None:
    if preview.snapshot is None:
        return
    uid = new_uid()
    doors().files.put(f"{uid}.xlsx", data)
    upload = Upload(reading=preview.reading, filename=path.name, data=data, uid=uid, decisions={})
    slug = preview.snapshot.trip.slug
    try:
        if trip:
            import_into(trip, upload, revision=None, actor=COMMAND_LINE, now=clock.now())
        else:
            import_new(preview.snapshot, upload, actor=COMMAND_LINE, now=clock.now())
    except UndecidedError as error:
        message = N_("Rows that may mean somebody known: %(rows)s. Decide in the browser.")
        raise refuse(message, rows=", ".join(error.refs)) from error
    except SlugTakenError as error:
        raise refuse(N_("Another trip is called %(slug)s already."), slug=str(error)) from error
    tell(N_("Imported: %(slug)s"), slug=slug)


def _print_reading(reading: WorkbookReading, locale: str) -> None:
    for issue in (*reading.issues, *reading.assumptions):
        click.echo(issue_line(issue, locale), err=True)
    if reading.more_issues:
        click.echo(more_issues(reading.more_issues, locale), err=True)
    for column in reading.unknown_columns:
        click.echo(f"{column.sheet}!{column.column}: {column.heading}", err=True)


def _print_plans(plans: Plans, locale: str) -> None:
    programme, delegates = plans.programme, plans.delegates
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
    for entry in programme.changed:
        title = entry.item.title.shown(locale).text
        for change in entry.changes:
            click.echo(f"  {title}: {change_sentence(change, locale)}")
    for each in delegates.changed:
        for change in each.changes:
            click.echo(f"  {each.person.name}: {change_sentence(change, locale)}")
