"""`flask release make|list|diff`."""

import json
from typing import Any

import click
from flask.cli import AppGroup

from trips import clock
from trips.cli.speech import refuse, refuse_damaged, tell, terminal_locale
from trips.domain.account.user import COMMAND_LINE
from trips.domain.releases.difference import Changed, Difference, difference
from trips.domain.releases.model import DRAFT, Release
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import to_wire
from trips.i18n.catalogue import N_
from trips.i18n.difference_wording import change_words, head_words, kind_words
from trips.i18n.finding_wording import finding_words
from trips.i18n.formats import instant
from trips.queries.release import (
    DamagedReleaseError,
    ReleaseNotFoundError,
    get_release_snapshot,
    list_blocking,
    list_releases,
)
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid
from trips.services.release import LONGEST_NAME, NothingChangedError, make_release

group = AppGroup("release", help="Releases: making one, listing them, comparing two.")
BY_COMMAND = "command line"
"""Why findings that block are put up with: a command is asked for explicitly."""


@group.command("make")
@click.argument("slug")
@click.option("--name", required=True, help="What this release is called.")
@click.option("--note", default="", help="What readers should know about it.")
def make_command(slug: str, name: str, note: str) -> None:
    """Release the programme of the trip SLUG as it stands; what blocks is printed, not obeyed."""
    if not name.strip() or len(name) > LONGEST_NAME:
        raise refuse(N_("The name needs 1 to %(most)s characters."), most=LONGEST_NAME)
    trip = _trip(slug)
    now = clock.now()
    blocking = list_blocking(get_snapshot(trip), now)
    try:
        made = make_release(trip, name, note, actor=COMMAND_LINE, now=now, reason=BY_COMMAND)
    except NothingChangedError as error:
        raise refuse(
            N_("Nothing has changed since release %(number)s."), number=error.number
        ) from error
    for finding in blocking:
        words = finding_words(finding, terminal_locale())
        tell(N_("Released although it blocks: %(finding)s"), finding=words.title)
    tell(N_("Release %(number)s made: %(name)s"), number=made.number, name=made.name)


@group.command("list")
@click.argument("slug")
@click.option("--json", "is_json", is_flag=True, help="As JSON.")
def list_command(slug: str, *, is_json: bool) -> None:
    """Print the releases of the trip SLUG, the newest first."""
    trip = _trip(slug)
    releases = list_releases(trip)
    if is_json:
        click.echo(json.dumps([_entry(each) for each in releases], ensure_ascii=False, indent=1))
        return
    if not releases:
        tell(N_("Nothing is released yet; there is only the draft."))
    for each in releases:
        at = instant(each.made_at, "UTC", terminal_locale())
        click.echo(f"{each.number}  {at} UTC  {each.author}  {each.name}")


@group.command("diff")
@click.argument("slug")
@click.argument("old")
@click.argument("new", default=DRAFT)
@click.option("--json", "is_json", is_flag=True, help="As JSON.")
def diff_command(slug: str, old: str, new: str, *, is_json: bool) -> None:
    """Print what differs in release NEW of the trip SLUG from release OLD; "draft" is one too."""
    trip = _trip(slug)
    was, now = _snapshot(trip, old), _snapshot(trip, new)
    found = difference(was, now)
    if is_json:
        click.echo(json.dumps(_difference(found, was, now), ensure_ascii=False, indent=1))
        return
    if not found.changes:
        tell(N_("No difference in the programme."))
    for changed in found.changes:
        click.echo(head_words(changed, terminal_locale()))
        for line in change_words(changed, terminal_locale()):
            click.echo(f"    {line}")


def _trip(slug: str) -> str:
    trip = find_trip_uid(slug)
    if trip is None:
        raise refuse(N_("There is no trip %(slug)s."), slug=slug)
    return trip


def _snapshot(trip: str, number: str) -> TripSnapshot:
    if number == DRAFT:
        return get_snapshot(trip)
    try:
        return get_release_snapshot(trip, int(number))
    except DamagedReleaseError as error:
        raise refuse_damaged(error.release) from error
    except (ValueError, ReleaseNotFoundError) as error:
        raise refuse(N_("There is no release %(number)s."), number=number) from error


def _entry(release: Release) -> dict[str, Any]:
    return {**to_wire(release), "counts": dict(release.counts)}


def _difference(found: Difference, was: TripSnapshot, now: TripSnapshot) -> dict[str, Any]:
    people = {**was.participation_by_uid, **now.participation_by_uid}
    return {
        "changes": [_changed(each) for each in found.changes],
        "joined": [people[uid].person for uid in found.joined],
        "left": [people[uid].person for uid in found.left],
    }


def _changed(changed: Changed) -> dict[str, Any]:
    """A change with its words; of each side only what names it."""
    locale = terminal_locale()
    side = changed.side
    return {
        "subject": changed.subject.value,
        "uid": changed.uid,
        "title": dict(side.title),
        "starts": to_wire(side.starts),
        "kinds": [kind.value for kind in changed.kinds],
        "facts": [to_wire(fact) for fact in changed.facts],
        "words": list(change_words(changed, locale)),
        "kind_words": [kind_words(kind, locale) for kind in changed.kinds],
    }
