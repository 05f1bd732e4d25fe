"""From a snapshot to the brief of the programme: what readers outside may see, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from trips.domain.briefs.people_builder import brief_contacts, brief_delegations, brief_others
from trips.domain.briefs.programme import (
    ContactBrief,
    DayBrief,
    HostBrief,
    HotelBrief,
    InterpretingBrief,
    ItemBrief,
    LaneBrief,
    LegBrief,
    ProgrammeBrief,
    RowBrief,
    SpeakerBrief,
    Stamp,
    StopBrief,
)
from trips.domain.item import Item, ItemHost
from trips.domain.itinerary import Day, OnTheWay, Parallel, Row, Together, plan_days
from trips.domain.releases.calendar import CalendarEntry
from trips.domain.route_map.picture import RouteMap
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.trip import DayNote
from trips.domain.values.text import EMPTY, Text
from trips.domain.values.times import to_utc


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Whose programme it is, and what the caller knows beyond the trip."""

    as_of: datetime
    group: str = ""
    """Only items of this group and of everyone; empty for all."""
    only: frozenset[str] | None = None
    """uids of the items and legs of one person; none for all."""
    reader: str = ""
    """Name of the person whose programme it is."""
    number: int | None = None
    name: str = ""
    map: RouteMap | None = None
    url: str = ""
    cancelled: tuple[CalendarEntry, ...] = ()
    """What calendars of this edition may still hold."""
    has_all_items: bool = False
    """With ideas, internal notes and cancelled items: for organisers only."""


def brief_programme(snapshot: TripSnapshot, edition: Edition) -> ProgrammeBrief:
    """Everything the programme says to readers outside; people only where they agreed."""
    trip = snapshot.trip
    stops = tuple(brief_stop(snapshot, stop) for stop in snapshot.stops)
    contacts = brief_contacts(snapshot)
    return ProgrammeBrief(
        slug=trip.slug,
        uid=trip.uid,
        kind=trip.kind,
        title=trip.title,
        subtitle=trip.subtitle,
        summary=trip.summary,
        starts_on=trip.starts_on,
        ends_on=trip.ends_on,
        zone=trip.zone,
        stamp=_stamp(snapshot, edition),
        inviting_body=_organisation(snapshot, trip.inviting_body),
        client=_organisation(snapshot, trip.client),
        contractor=_organisation(snapshot, trip.contractor),
        number=trip.number,
        aims=trip.aims,
        learning_questions=trip.learning_questions,
        groups=trip.groups,
        stops=stops,
        days=brief_days(snapshot, edition, stops, contacts),
        delegations=brief_delegations(snapshot),
        others=brief_others(snapshot),
        contacts=contacts,
        emergency_phone=trip.emergency_phone,
        practical=trip.practical,
        provenance=trip.provenance,
        map=edition.map,
        url=edition.url,
        cancelled=edition.cancelled,
        reader=edition.reader,
    )


def _stamp(snapshot: TripSnapshot, edition: Edition) -> Stamp:
    return Stamp(
        as_of=edition.as_of,
        zone=snapshot.trip.zone,
        number=edition.number,
        name=edition.name,
        is_sample=snapshot.trip.is_sample,
    )


def _organisation(snapshot: TripSnapshot, uid: str | None) -> Text:
    organisation = snapshot.organisation_by_uid.get(uid or "")
    return organisation.name if organisation else EMPTY


def brief_stop(snapshot: TripSnapshot, stop: Stop) -> StopBrief:
    """A stop as printed."""
    return StopBrief(
        uid=stop.uid,
        city=stop.city,
        country=stop.country,
        hue=snapshot.hue_by_stop[stop.uid],
        arrives_on=stop.arrives_on,
        departs_on=stop.departs_on,
        zone=stop.zone,
        latitude=stop.latitude,
        longitude=stop.longitude,
        text=stop.text,
        hospital=stop.hospital,
        hotels=tuple(
            HotelBrief(
                name=hotel.name,
                address=hotel.address,
                phone=hotel.phone,
                check_in_from=hotel.check_in_from,
                breakfast=hotel.breakfast,
            )
            for hotel in stop.hotels
        ),
    )


def brief_days(
    snapshot: TripSnapshot,
    edition: Edition,
    stops: tuple[StopBrief, ...],
    contacts: tuple[ContactBrief, ...],
) -> tuple[DayBrief, ...]:
    """Every day from the first to the last of the trip, also an empty one."""
    trip = snapshot.trip
    items = [item for item in snapshot.items if is_for(item, edition)]
    legs = [leg for leg in snapshot.legs if edition.only is None or leg.uid in edition.only]
    planned = {day.on: day for day in plan_days(items, legs)}
    notes = {note.on: note for note in trip.days}
    escort = next((each for each in contacts if each.role == "escort"), None)
    days = sorted({*_span(trip.starts_on, trip.ends_on), *planned})
    return tuple(
        DayBrief(
            on=on,
            number=(on - trip.starts_on).days + 1,
            stops=_stops_of_day(stops, on),
            sentence=notes.get(on, DayNote(on=on)).sentence,
            dress=notes.get(on, DayNote(on=on)).dress,
            bring=notes.get(on, DayNote(on=on)).bring,
            words=notes.get(on, DayNote(on=on)).words,
            escort=escort,
            night=next((s for s in stops if s.arrives_on <= on < s.departs_on), None),
            rows=tuple(_row(snapshot, row) for row in planned.get(on, Day(on, ())).rows),
        )
        for on in days
    )


def _span(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def is_for(item: Item, edition: Edition) -> bool:
    """True if an edition tells of an item."""
    if edition.only is not None and item.uid not in edition.only:
        return False
    if edition.group and item.groups and edition.group not in item.groups:
        return False
    return item.is_public or (edition.has_all_items and not item.is_unplaced)


def _stops_of_day(stops: tuple[StopBrief, ...], on: date) -> tuple[StopBrief, ...]:
    return tuple(stop for stop in stops if stop.arrives_on <= on <= stop.departs_on)


def _row(snapshot: TripSnapshot, row: Row) -> RowBrief:
    if isinstance(row, Together):
        return RowBrief(item=brief_item(snapshot, row.item))
    if isinstance(row, OnTheWay):
        return RowBrief(leg=brief_leg(snapshot, row.leg))
    return RowBrief(lanes=_lanes(snapshot, row))


def _lanes(snapshot: TripSnapshot, row: Parallel) -> tuple[LaneBrief, ...]:
    return tuple(
        LaneBrief(
            groups=lane.groups, items=tuple(brief_item(snapshot, item) for item in lane.items)
        )
        for lane in row.lanes
    )


def brief_item(snapshot: TripSnapshot, item: Item) -> ItemBrief:
    """An item as readers outside see it: site and stop resolved, hosts by name."""
    site = snapshot.site_by_uid.get(item.site or "")
    stop = snapshot.stop_by_uid.get(item.stop or "")
    return ItemBrief(
        uid=item.uid,
        kind=item.kind,
        status=item.status,
        starts=item.starts,
        ends=item.ends,
        zone=snapshot.zone_of(item.stop),
        title=item.title,
        text=item.text,
        hue=snapshot.hue_by_stop.get(item.stop or "", 0),
        city=stop.city if stop else EMPTY,
        room=item.room,
        meeting_point=item.meeting_point,
        groups=item.groups,
        format=item.format,
        dress=item.dress,
        floor_languages=item.floor_languages,
        interpreting=_interpreting(snapshot, item),
        hosts=tuple(_host(snapshot, host) for host in item.hosts),
        speakers=tuple(
            SpeakerBrief(
                person=snapshot.person_by_uid[speaker.person].name,
                function=speaker.function or snapshot.person_by_uid[speaker.person].function,
            )
            for speaker in item.speakers
        ),
        transfer_mode=item.transfer_mode,
        themes=item.themes,
        is_end_assumed=item.is_end_assumed,
        is_start_assumed=item.is_start_assumed,
        changed_at=item.changed_at,
        sequence=item.sequence,
        **(_place(site) if site else {}),
    )


def _place(site: Site) -> dict[str, Any]:
    """What an item says of its site."""
    return {
        "site": site.name,
        "address": site.address,
        "latitude": site.latitude,
        "longitude": site.longitude,
        "step_free": site.step_free,
        "website": site.website,
    }


def _host(snapshot: TripSnapshot, host: ItemHost) -> HostBrief:
    person = snapshot.person_by_uid.get(host.person or "")
    return HostBrief(
        person=person.name if person else "",
        function=person.function if person else EMPTY,
        organisation=_organisation(snapshot, host.organisation),
        status=host.status,
    )


def _interpreting(snapshot: TripSnapshot, item: Item) -> tuple[InterpretingBrief, ...]:
    found = {
        InterpretingBrief(source=each.source, target=each.target, mode=each.mode)
        for each in snapshot.assignments_by_item.get(item.uid, ())
    }
    return tuple(sorted(found, key=lambda each: (each.target, each.source, each.mode)))


def brief_leg(snapshot: TripSnapshot, leg: Leg) -> LegBrief:
    """A leg as printed, its duration in real minutes across zones."""
    start, end = snapshot.stop_by_uid[leg.from_stop], snapshot.stop_by_uid[leg.to_stop]
    taken = to_utc(leg.arrives, end.zone) - to_utc(leg.departs, start.zone)
    return LegBrief(
        uid=leg.uid,
        mode=leg.mode,
        departs=leg.departs,
        arrives=leg.arrives,
        from_zone=start.zone,
        to_zone=end.zone,
        from_city=start.city,
        to_city=end.city,
        from_hue=snapshot.hue_by_stop[start.uid],
        to_hue=snapshot.hue_by_stop[end.uid],
        from_station=leg.from_station,
        to_station=leg.to_station,
        carrier=leg.carrier,
        number=leg.number,
        coach=leg.coach,
        seats=leg.seats,
        text=leg.text,
        minutes=int(taken / timedelta(minutes=1)),
        changed_at=leg.changed_at,
        sequence=leg.sequence,
    )
