"""A draft to a host: to ask, or to remind. Somebody looks it through before it goes."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from trips.domain.account.user import COMMAND_LINE, Actor
from trips.domain.findings.plan import present_at
from trips.domain.item import Item, ItemHost
from trips.domain.mail import MailKind, MailState
from trips.domain.snapshot import TripSnapshot
from trips.i18n.letters.host_letter import HostLetter, host_body, host_subject
from trips.i18n.stamp import plain
from trips.models.mail import MailRow
from trips.models.person import PersonRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.keys import key_of
from trips.services.unit import MissingError, unit


def draft_host_letter(
    trip: str, item: str, host: str, kind: MailKind, *, actor: Actor, now: datetime
) -> str:
    """Put a draft into the outbox, or write the waiting one anew; its uid.

    One that somebody has changed by hand stays as it is. `host` is the key of a host of the item.
    Raises `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        letter = _letter(get_snapshot(trip), item, host, kind, actor)
        key = f"{kind.value}:{item}:{host}"
        row = work.session.scalar(select(MailRow).where(MailRow.key == key))
        if row is not None and row.is_edited:
            return row.uid
        person = key_of(work.session, PersonRow, letter.person.uid if letter.person else None)
        if row is None:
            row = MailRow(
                uid=new_uid(),
                trip_id=work.trip.id if work.trip else None,
                kind=kind,
                state=MailState.DRAFT,
                key=key,
                created_at=now,
                version=0,
                changes={"about": item, "host": host},
            )
            work.session.add(row)
        row.person_id = person
        row.locale = letter.locale
        row.recipient, row.recipient_name = letter.recipient, letter.recipient_name
        row.subject, row.body = host_subject(letter), host_body(letter)
        row.version += 1
        return row.uid


def _letter(snapshot: TripSnapshot, uid: str, key: str, kind: MailKind, actor: Actor) -> HostLetter:
    item = snapshot.item_by_uid.get(uid)
    host = next((each for each in item.hosts if each.key == key), None) if item else None
    if item is None or host is None:
        raise MissingError(key)
    return _filled(snapshot, item, host, kind, actor)


def _filled(
    snapshot: TripSnapshot, item: Item, host: ItemHost, kind: MailKind, actor: Actor
) -> HostLetter:
    person = snapshot.person_by_uid.get(host.person or "")
    home = host.organisation or (person.organisation if person else "")
    letter = HostLetter(
        kind=kind,
        trip=snapshot.trip,
        item=item,
        person=person,
        organisation=snapshot.organisation_by_uid.get(home or ""),
        site=snapshot.site_by_uid.get(item.site or ""),
        delegates=len(present_at(snapshot, item)),
    )
    return replace(letter, signature=_signature(snapshot, actor, letter.locale))


def _signature(snapshot: TripSnapshot, actor: Actor, locale: str) -> str:
    """Who asks, and for whom they work."""
    agency = snapshot.organisation_by_uid.get(snapshot.trip.contractor or "")
    name = "" if actor == COMMAND_LINE else actor.name
    return "\n".join(filter(None, (name, plain(agency.name, locale) if agency else "")))
