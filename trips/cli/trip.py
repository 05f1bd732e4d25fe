"""`flask trip list|import|export`."""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from trips.cli.speech import refuse, tell, terminal_locale
from trips.cli.trip_bundle import import_json
from trips.cli.trip_workbook import CHOICES, import_workbook
from trips.domain.importing.bundle_schema import bundle_schema
from trips.domain.pages.directory import TripEntry
from trips.domain.values.slug import is_slug
from trips.domain.values.wire import to_wire
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.jobs.bundle import Renaming, export_bundle
from trips.jobs.workbook import Naming
from trips.queries.trip import find_trip_uid, list_trips
from trips.services.unit import new_uid

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
@click.option(
    "--conflicts",
    type=click.Choice(CHOICES),
    help="What stands where file and trip were both changed since the export.",
)
@click.option("--dry-run", "is_rehearsal", is_flag=True, help="Only say what would change.")
def import_command(
    path: Path,
    into: str | None,
    slug: str | None,
    title: str | None,
    *,
    conflicts: str | None,
    is_rehearsal: bool,
) -> None:
    """Import a bundle (.json) or a workbook (.xlsx): all of it, or nothing.

    Ends with 1 if the file is refused, or would be; every reason is printed.
    """
    if slug and not is_slug(slug):
        raise refuse(
            N_("%(slug)s is no address; it takes small letters, digits and hyphens."), slug=slug
        )
    if into and (slug or title):
        raise refuse(N_("--into goes with neither --slug nor --title."))
    is_bundle = path.suffix.lower() == ".json"
    if conflicts and not into:
        raise refuse(N_("--conflicts goes with --into only."))
    if is_bundle and into:
        raise refuse(N_("A bundle says itself which trip it holds; --into is for workbooks."))
    if is_bundle:
        import_json(path, Renaming(slug=slug, title=title), is_rehearsal=is_rehearsal)
    else:
        naming = Naming(new_uid(), title or path.stem, slug or "")
        import_workbook(path, naming, into=into, choice=conflicts, is_rehearsal=is_rehearsal)


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
        data = export_bundle(trip, house.press)
    except PressError as error:
        raise refuse(N_("The document could not be made: %(code)s."), code=error.code) from error
    finally:
        house.press.close()
    path.write_bytes(data)
    tell(N_("%(path)s: %(size)s bytes"), path=path, size=len(data))
