"""After a release: a draft for everybody whom it concerns, with their own changes only."""

from collections.abc import Mapping
from typing import Any

from trips import clock
from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import LinkState, state_of_link
from trips.domain.account.user import COMMAND_LINE
from trips.domain.mail import language_for
from trips.domain.participation import Role
from trips.domain.releases.concerned import concerned
from trips.domain.releases.difference import Changed, difference
from trips.domain.snapshot import TripSnapshot
from trips.extensions import Doors
from trips.i18n.difference_wording import head_words
from trips.i18n.letters.change_letter import ChangeLetter, letter_body, letter_subject
from trips.queries.link import list_links
from trips.queries.mail import Waiting, list_waiting
from trips.queries.release import OpenedRelease, find_newest_number, find_readable, get_release
from trips.queries.snapshot import get_snapshot
from trips.services.drafts import Draft, put_drafts

PersonChanges = Mapping[str, tuple[Changed, ...]]
"""By uid of the person: what changes for them."""


def prepare_changes(payload: dict[str, Any], doors: Doors) -> int:
    """Write the drafts that a release calls for; how many wait now.

    Only the newest release counts: an older job that comes late does nothing. Whoever has a draft
    that was not sent is told everything since the release that they know; where that is damaged,
    since the one before it.
    """
    trip, number = payload["trip"], payload["release"]
    if find_newest_number(trip) != number:
        return 0
    draft = get_snapshot(trip)
    new, waiting = get_release(trip, number, draft), list_waiting(trip)
    url = _address(trip, doors)
    drafts = []
    for since in sorted({number - 1, *(_since(each, number) for each in waiting.values())}):
        known = find_readable(draft, since)
        if known is None:
            continue
        told = changes_by_person(known.snapshot, new.snapshot)
        for person, changes in told.items():
            if _since(waiting.get(person), number) == since:
                drafts.append(_draft(new, person, changes, since, url))
    return put_drafts(trip, number, drafts, actor=COMMAND_LINE, now=clock.now())


def changes_by_person(old: TripSnapshot, new: TripSnapshot) -> PersonChanges:
    """Everybody but the organising team, with each change once, whatever roles they have."""
    found: dict[str, dict[tuple[str, str], Changed]] = {}
    for uid, changes in concerned(difference(old, new), new, old).items():
        part = new.participation_by_uid[uid]
        if part.role is not Role.ORGANISER:
            own = found.setdefault(part.person, {})
            own.update({(each.subject.value, each.uid): each for each in changes})
    return {
        person: tuple(sorted(own.values(), key=lambda each: each.side.starts))
        for person, own in found.items()
    }


def _since(waiting: Waiting | None, number: int) -> int:
    """The release that somebody knows: from there on they are told what has changed."""
    if waiting is None:
        return number - 1
    if waiting.is_edited and waiting.number != number:
        return waiting.number
    return waiting.since


def _draft(
    new: OpenedRelease, uid: str, changes: tuple[Changed, ...], since: int, url: str
) -> Draft:
    person = new.snapshot.person_by_uid[uid]
    locale = language_for(person)
    letter = ChangeLetter(
        person=person,
        trip=new.snapshot.trip,
        release=new.release,
        since=since,
        changes=changes,
        signature=_signature(new, locale),
        url=f"{url}?lang={locale}" if url else "",
    )
    return Draft(
        person=uid,
        recipient=person.email,
        recipient_name=person.name,
        locale=locale,
        subject=letter_subject(letter, locale),
        body=letter_body(letter, locale),
        since=since,
        heads=tuple(head_words(changed, locale) for changed in changes),
    )


def _signature(new: OpenedRelease, locale: str) -> str:
    """Who released it; for what a command released, the agency."""
    if new.release.author != COMMAND_LINE.name:
        return new.release.author
    agency = new.snapshot.organisation_by_uid.get(new.snapshot.trip.contractor or "")
    return agency.name.shown(locale).text if agency else ""


def _address(trip: str, doors: Doors) -> str:
    """The public programme, where it can be reached from outside and a link to it is open."""
    settings = doors.settings
    if settings.is_local:
        return ""
    for link in list_links(trip, LinkPurpose.PROGRAMME, settings.field_key):
        is_open = state_of_link(link.expires_at, link.revoked_at, clock.now()) is LinkState.OPEN
        if is_open and link.token:
            return f"{settings.base_url}/p/{link.token}"
    return ""
