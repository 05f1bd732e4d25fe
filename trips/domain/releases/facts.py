"""What a programme says of an item, a leg, a stop and the trip, fact by fact, to be compared.

Only what readers outside see; people by name as far as the snapshot knows them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trips.domain.interpreter import Assignment
from trips.domain.item import Item, ItemHost, ItemSpeaker
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Hotel, Leg, Stop
from trips.domain.trip import Trip
from trips.domain.values.text import EMPTY, LANGUAGES, Text


class Fact(StrEnum):
    """A fact that may change, in the order in which changes are told."""

    TITLE = "title"
    KIND = "kind"
    STATUS = "status"
    STARTS = "starts"
    ENDS = "ends"
    CERTAINTY = "certainty"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    CITY = "city"
    SITE = "site"
    ROOM = "room"
    ADDRESS = "address"
    MEETING_POINT = "meeting_point"
    FROM_STATION = "from_station"
    TO_STATION = "to_station"
    GROUPS = "groups"
    HOSTS = "hosts"
    SPEAKERS = "speakers"
    FLOOR = "floor"
    INTERPRETING = "interpreting"
    INTERPRETERS = "interpreters"
    MODE = "mode"
    CONNECTION = "connection"
    COACH = "coach"
    SEATS = "seats"
    VEHICLE = "vehicle"
    HOTELS = "hotels"
    TEXT = "text"
    FORMAT = "format"
    DRESS = "dress"
    PHONE = "phone"
    PRACTICAL = "practical"
    DAYS = "days"


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value of a fact; which of the fields is used follows from the fact."""

    at: datetime | None = None
    """A wall time."""
    on: date | None = None
    texts: tuple[Text, ...] = ()
    codes: tuple[str, ...] = ()
    """Values of enumerations, codes of languages and groups, uids of people."""

    @property
    def is_empty(self) -> bool:
        """True where nothing is said."""
        return self == Value()


Facts = dict[Fact, Value]


def _texts(*texts: Text) -> Value:
    return Value(texts=tuple(text for text in texts if text))


def _words(words: str) -> Value:
    return Value(texts=(everywhere(words),) if words else ())


def everywhere(words: str) -> Text:
    """Words that are the same in every language: names, addresses, numbers."""
    return Text(dict.fromkeys(LANGUAGES, words))


def joined(*texts: Text) -> Text:
    """Texts one behind the other, with commas, in every language that any of them has."""
    given = [text for text in texts if text]
    languages = {lang for text in given for lang in text}
    return Text({lang: ", ".join(text.shown(lang).text for text in given) for lang in languages})


def item_facts(snapshot: TripSnapshot, item: Item, assignments: Sequence[Assignment]) -> Facts:
    """What the programme says of an item."""
    site = snapshot.site_by_uid.get(item.site or "")
    stop = snapshot.stop_by_uid.get(item.stop or "")
    is_estimated = item.is_start_assumed or item.is_end_assumed
    return {
        Fact.TITLE: _texts(item.title),
        Fact.KIND: Value(codes=(item.kind.value,)),
        Fact.STATUS: Value(codes=(item.status.value,)),
        Fact.STARTS: Value(at=item.starts),
        Fact.ENDS: Value(at=item.ends),
        Fact.CERTAINTY: Value(codes=("estimated",) if is_estimated else ()),
        Fact.CITY: _texts(stop.city if stop else EMPTY),
        Fact.SITE: _texts(site.name if site else EMPTY),
        Fact.ROOM: _words(item.room),
        Fact.ADDRESS: _words(site.address if site else ""),
        Fact.MEETING_POINT: _texts(item.meeting_point),
        Fact.GROUPS: Value(codes=item.groups),
        Fact.HOSTS: _texts(*(host_words(snapshot, host) for host in item.hosts)),
        Fact.SPEAKERS: _texts(*(_speaker(snapshot, each) for each in item.speakers)),
        Fact.FLOOR: Value(codes=item.floor_languages),
        **_interpreting(snapshot, assignments),
        Fact.MODE: Value(codes=(item.transfer_mode.value,) if item.transfer_mode else ()),
        Fact.VEHICLE: _words(item.vehicle),
        Fact.TEXT: _texts(item.text),
        Fact.FORMAT: _texts(item.format),
        Fact.DRESS: _texts(item.dress),
    }


def host_words(snapshot: TripSnapshot, host: ItemHost) -> Text:
    """A host as readers outside see it: person, organisation."""
    organisation = snapshot.organisation_by_uid.get(host.organisation or "")
    return joined(_name(snapshot, host.person), organisation.name if organisation else EMPTY)


def _speaker(snapshot: TripSnapshot, speaker: ItemSpeaker) -> Text:
    return joined(_name(snapshot, speaker.person), speaker.function)


def _name(snapshot: TripSnapshot, uid: str | None) -> Text:
    person = snapshot.person_by_uid.get(uid or "")
    return everywhere(person.name) if person and person.name else EMPTY


def assignments_by_item(snapshot: TripSnapshot) -> dict[str, list[Assignment]]:
    """Assignments by the uid of their item."""
    found: dict[str, list[Assignment]] = {}
    for each in snapshot.assignments:
        found.setdefault(each.item, []).append(each)
    return found


def interpreters_of(snapshot: TripSnapshot, assignments: Sequence[Assignment]) -> tuple[str, ...]:
    """Uids of the persons who interpret."""
    known = snapshot.interpreter_by_uid
    found = {known[each.interpreter].person for each in assignments if each.interpreter in known}
    return tuple(sorted(found))


def _interpreting(snapshot: TripSnapshot, assignments: Sequence[Assignment]) -> Facts:
    ways = {f"{each.target} {each.mode.value}" for each in assignments}
    people = interpreters_of(snapshot, assignments)
    names = tuple(name for name in (_name(snapshot, uid) for uid in people) if name)
    return {
        Fact.INTERPRETING: Value(codes=tuple(sorted(ways))),
        Fact.INTERPRETERS: Value(codes=people, texts=names),
    }


def leg_facts(snapshot: TripSnapshot, leg: Leg) -> Facts:
    """What the programme says of a leg."""
    return {
        Fact.TITLE: _texts(leg_title(snapshot, leg)),
        Fact.STARTS: Value(at=leg.departs),
        Fact.ENDS: Value(at=leg.arrives),
        Fact.FROM_STATION: _words(leg.from_station),
        Fact.TO_STATION: _words(leg.to_station),
        Fact.MODE: Value(codes=(leg.mode.value,)),
        Fact.CONNECTION: _words(f"{leg.carrier} {leg.number}".strip()),
        Fact.COACH: _words(leg.coach),
        Fact.SEATS: _words(leg.seats),
        Fact.TEXT: _texts(leg.text),
    }


def leg_title(snapshot: TripSnapshot, leg: Leg) -> Text:
    """Leipzig → Nürnberg."""
    start, end = snapshot.stop_by_uid[leg.from_stop].city, snapshot.stop_by_uid[leg.to_stop].city
    return Text(
        {lang: f"{start.shown(lang).text} → {end.shown(lang).text}" for lang in {*start, *end}}
    )


def stop_facts(stop: Stop) -> Facts:
    """What the programme says of a stop and where people sleep there."""
    return {
        Fact.TITLE: _texts(stop.city),
        Fact.FIRST_DAY: Value(on=stop.arrives_on),
        Fact.LAST_DAY: Value(on=stop.departs_on),
        Fact.HOTELS: _texts(*_hotels(stop.hotels)),
        Fact.TEXT: _texts(stop.text, stop.hospital),
    }


def _hotels(hotels: Iterable[Hotel]) -> Iterable[Text]:
    for hotel in hotels:
        yield everywhere(", ".join(filter(None, (hotel.name, hotel.address, hotel.phone))))


def trip_facts(trip: Trip) -> Facts:
    """What the programme says beside its days: title, dates, practical page, notes of days."""
    notes = (
        text for day in trip.days for text in (everywhere(str(day.on)), day.sentence, day.dress)
    )
    return {
        Fact.TITLE: _texts(trip.title, trip.subtitle),
        Fact.FIRST_DAY: Value(on=trip.starts_on),
        Fact.LAST_DAY: Value(on=trip.ends_on),
        Fact.TEXT: _texts(trip.summary, *trip.aims, *trip.learning_questions),
        Fact.PHONE: _words(trip.emergency_phone),
        Fact.PRACTICAL: _texts(
            *(text for part in trip.practical for text in (part.title, part.text))
        ),
        Fact.DAYS: _texts(*notes, *(day.bring for day in trip.days)),
    }
