"""`flask export`: documents on the command line."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from trips.cli.speech import refuse, refuse_damaged, tell
from trips.domain.briefs.document import (
    FORMATS,
    LETTERS,
    LISTS,
    RELEASED,
    DocumentKind,
    Order,
    filename,
)
from trips.domain.briefs.list_plan import Sorting
from trips.domain.briefs.presets import ListPreset
from trips.domain.releases.model import DRAFT
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.catalogue import LOCALES, N_
from trips.jobs.documents import make_document
from trips.queries.lists.plan import PlanNotFoundError, find_plan, list_own_plans
from trips.queries.release import DamagedReleaseError, find_newest_number, list_releases
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid
from trips.queries.visa.letter import list_letters


@click.command("export")
@click.argument("kind", required=False)
@click.argument("slug", required=False)
@click.option("--lang", "locale", type=click.Choice(LOCALES), default="de", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--group", default="", help="Code of a group; everyone otherwise.")
@click.option("--person", default="", help="uid of somebody on the trip, for their own calendar.")
@click.option("--release", default="", help='Number of a release or "draft"; the newest otherwise.')
@click.option("--preset", default="", help="Which list of people: giz, public, hotel … or an own.")
@click.option("--sort", type=click.Choice(list(Sorting)), help="Order of a list of people.")
@click.option("--list", "is_list", is_flag=True, help="Print the kinds of documents.")
@with_appcontext
def export(
    kind: str | None,
    slug: str | None,
    locale: str,
    output: Path | None,
    **options: Any,
) -> None:
    """Write document KIND of the trip SLUG to a file."""
    if options["is_list"]:
        for each in DocumentKind:
            click.echo(f"{each.value}\t{FORMATS[each].extension}")
        return
    order = _order(kind, slug, locale, options["group"], options["release"])
    order = _for_person(order, slug or "", options["person"])
    order = _as_list(order, options["preset"], options["sort"] or "")
    name = filename(order.kind, slug or "", locale, order.person or order.group, order.release)
    target = output or Path(name)
    house = doors()
    try:
        data = make_document(order, house.press, house.cache)
    except DamagedReleaseError as error:
        raise refuse_damaged(error.release) from error
    except PressError as error:
        raise refuse(N_("The document could not be made: %(code)s."), code=error.code) from error
    finally:
        house.press.close()
    target.write_bytes(data)
    tell(N_("%(path)s: %(size)s bytes"), path=target, size=len(data))


def _order(kind: str | None, slug: str | None, locale: str, group: str, release: str) -> Order:
    known = [each.value for each in DocumentKind]
    if kind not in known or not slug:
        message = N_(
            "Usage: flask export KIND SLUG --lang de|en -o FILE, with KIND one of %(kinds)s."
        )
        raise refuse(message, kinds=", ".join(known))
    trip = find_trip_uid(slug)
    if trip is None:
        raise refuse(N_("There is no trip %(slug)s."), slug=slug)
    number = _number(trip, DocumentKind(kind), release)
    return Order(kind=DocumentKind(kind), trip=trip, locale=locale, group=group, release=number)


def _with_letter(order: Order) -> Order:
    """The newest letter of the person, where letters are wanted."""
    if order.kind not in LETTERS:
        return order
    for each in list_letters(order.trip):
        if each.participation == order.person and not each.is_revoked:
            return replace(order, letters=(each.uid,), locale=each.locale)
    raise refuse(N_("No letter was written for %(uid)s yet."), uid=order.person)


def _for_person(order: Order, slug: str, person: str) -> Order:
    """The order for one person alone; `person` may be of the trip or of the address book."""
    if not person and order.kind in LETTERS:
        raise refuse(N_("Say whose letter it is: --person UID."))
    if not person:
        return order
    if order.kind is not DocumentKind.CALENDAR and order.kind not in LETTERS:
        raise refuse(N_("Only calendar and visa letter can be made for one person."))
    snapshot = get_snapshot(order.trip)
    for each in snapshot.participations:
        if person in {each.uid, each.person}:
            return _with_letter(replace(order, group="", person=each.uid))
    raise refuse(N_("Nobody on the trip %(slug)s has the uid %(uid)s."), slug=slug, uid=person)


def _as_list(order: Order, preset: str, sorting: str) -> Order:
    """The order with the list that is wanted."""
    if not preset and not sorting:
        return order
    if order.kind not in LISTS:
        raise refuse(N_("Only lists of people have presets: roster and participants."))
    try:
        plan = find_plan(order.trip, preset)
    except PlanNotFoundError as error:
        known = [*(each.value for each in ListPreset), *(_own(order.trip))]
        raise refuse(
            N_("There is no such list. Known: %(keys)s."), keys=", ".join(known)
        ) from error
    return replace(order, preset=plan.key, sorting=sorting)


def _own(trip: str) -> list[str]:
    return [f"{plan.key} ({plan.name})" for plan in list_own_plans(trip)]


def _number(trip: str, kind: DocumentKind, release: str) -> int | None:
    """The release that is wanted; none for the draft."""
    if release == DRAFT or (kind not in RELEASED and not release):
        return None
    if not release:
        return find_newest_number(trip)
    if not release.isdecimal() or kind not in RELEASED:
        raise refuse(N_("There is no release %(number)s."), number=release)
    if int(release) not in {each.number for each in list_releases(trip)}:
        raise refuse(N_("There is no release %(number)s."), number=release)
    return int(release)
