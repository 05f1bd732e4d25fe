"""`flask trip list|import|export`."""

import json
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from trips import clock
from trips.cli.speech import refuse, tell, terminal_locale
from trips.cli.trip_workbook import import_workbook
from trips.domain.account.user import COMMAND_LINE
from trips.domain.importing.bundle_schema import bundle_schema
from trips.domain.pages.directory import TripEntry
from trips.domain.values.wire import to_wire
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.bundle_wording import fault_sentence
from trips.i18n.catalogue import N_
from trips.jobs.bundle import BundleFaultsError, Renaming, export_bundle, import_bundle
from trips.queries.trip import find_trip_uid, list_trips
from trips.services.bundle import SlugTakenError

group = AppGroup("trip", help="Trips: listing, importing, exporting.")
MANY = 100_000


@group.command("list")
@click.option("--json", "is_json", is_flag=True, help="As JSON.")
def list_command(*, is_json: bool) -> None:
    """Print all trips, the latest first."""
    entries = list_trips(size=MANY)
    if is_json:
        click.echo(json.dumps([to_wire(entry) for entry in entries], ensure_ascii=False, indent=1))
        return
    for entry in entries:
        click.echo(_line(entry))


def _line(entry: TripEntry) -> str:
    title = entry.title.shown(terminal_locale()).text
    return f"{entry.starts_on}  {entry.slug}  {title}"


@group.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", help="Slug of the trip a workbook is imported into.")
@click.option("--slug", help="Slug of the new trip.")
@click.option("--title", help="Title of the new trip.")
@click.option("--dry-run", "is_rehearsal", is_flag=True, help="Only say what would change.")
def import_command(
    path: Path, into: str | None, slug: str | None, title: str | None, *, is_rehearsal: bool
) -> None:
    """Import a bundle (.json) or a workbook (.xlsx): all of it, or nothing."""
    if path.suffix.lower() == ".json":
        import_json(path, Renaming(slug=slug, title=title), is_rehearsal=is_rehearsal)
    else:
        import_workbook(path, into=into, slug=slug, title=title, is_rehearsal=is_rehearsal)


def import_json(path: Path, renaming: Renaming, *, is_rehearsal: bool) -> None:
    """Import a bundle; with another slug it becomes a trip of its own."""
    house = doors()
    try:
        stored = import_bundle(
            path.read_bytes(),
            house.press,
            renaming,
            actor=COMMAND_LINE,
            now=clock.now(),
            is_rehearsal=is_rehearsal,
        )
    except BundleFaultsError as error:
        for fault in error.faults:
            click.echo(fault_sentence(fault, terminal_locale()), err=True)
        raise refuse(N_("Nothing was imported.")) from error
    except SlugTakenError as error:
        raise refuse(N_("Another trip is called %(slug)s already."), slug=str(error)) from error
    except PressError as error:
        raise refuse(N_("The file cannot be read: %(code)s."), code=error.code) from error
    finally:
        house.press.close()
    tell(_result(stored.is_new, stored.is_changed), slug=stored.slug)


def _result(is_new: bool, is_changed: bool) -> str:
    if is_new:
        return N_("Imported: %(slug)s")
    return N_("Updated: %(slug)s") if is_changed else N_("Nothing to change: %(slug)s")


@group.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a bundle, as in docs/trip.schema.json."""
    click.echo(json.dumps(bundle_schema(), ensure_ascii=False, indent=1))


@group.command("export")
@click.argument("slug")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def export_command(slug: str, path: Path) -> None:
    """Write the trip SLUG to a bundle (.json)."""
    trip = find_trip_uid(slug)
    if trip is None:
        raise refuse(N_("There is no trip %(slug)s."), slug=slug)
    house = doors()
    try:
        data: Any = export_bundle(trip, house.press)
    finally:
        house.press.close()
    path.write_bytes(data)
    tell(N_("%(path)s: %(size)s bytes"), path=path, size=len(data))
