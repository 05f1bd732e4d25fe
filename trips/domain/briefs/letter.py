"""The brief of the visa desk's letters: everything they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY, Text
from trips.domain.visa.desk import stay_of
from trips.domain.visa.letter import Letter, LetterFacts, LetterKind


@dataclass(frozen=True, kw_only=True)
class Stay:
    """The nights in a city, and where."""

    city: Text
    hue: int
    first: date
    last: date
    hotel: str = ""


@dataclass(frozen=True, kw_only=True)
class Invited:
    """A person whom a letter names."""

    person: Person
    organisation: Organisation | None
    enters: date
    leaves: date
    entry_place: str = ""
    exit_place: str = ""
    stays: tuple[Stay, ...] = ()
    born_on: str = ""
    """ISO date, and the number of the passport; only where the letter says them."""
    passport_number: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterBrief:
    """One letter."""

    letter: Letter
    people: tuple[Invited, ...]
    sender: Organisation | None = None
    logo: bytes = b""
    """PNG; empty where the sender has none."""
    delegation: Text = EMPTY
    country: str = ""


@dataclass(frozen=True, kw_only=True)
class LettersBrief:
    """Letters that are printed together."""

    title: Text
    starts_on: date
    ends_on: date
    cities: tuple[Text, ...]
    hues: tuple[int, ...]
    client: Text
    inviting_body: Text
    as_of: datetime
    is_sample: bool
    letters: tuple[LetterBrief, ...]


Logos = Mapping[str, bytes]
"""PNG by the uid of the organisation."""
Secrets = dict[str, tuple[str, str]]
"""Date of birth and number of the passport by the uid of the participation."""


def brief_letters(
    snapshot: TripSnapshot,
    letters: tuple[Letter, ...],
    as_of: datetime,
    secrets: Secrets,
    logos: Logos = MappingProxyType({}),
) -> LettersBrief:
    """The letters of a trip in the order given, with the people as they are today."""
    trip = snapshot.trip
    organisations = snapshot.organisation_by_uid

    def name_of(uid: str | None) -> Text:
        return organisations[uid].name if uid else EMPTY

    return LettersBrief(
        title=trip.title,
        starts_on=trip.starts_on,
        ends_on=trip.ends_on,
        cities=tuple(stop.city for stop in snapshot.stops),
        hues=tuple(snapshot.hue_by_stop[stop.uid] for stop in snapshot.stops),
        client=name_of(trip.client),
        inviting_body=name_of(trip.inviting_body),
        as_of=as_of,
        is_sample=trip.is_sample,
        letters=tuple(_letter(snapshot, letter, secrets, logos) for letter in letters),
    )


def sender_of(snapshot: TripSnapshot, facts: LetterFacts) -> Organisation | None:
    """Whose letter it is: who was chosen, else the contractor, else the inviting body."""
    trip, known = snapshot.trip, snapshot.organisation_by_uid
    uids = (facts.sender, trip.contractor, trip.inviting_body)
    return next((known[uid] for uid in uids if uid and uid in known), None)


def _letter(snapshot: TripSnapshot, letter: Letter, secrets: Secrets, logos: Logos) -> LetterBrief:
    delegation = snapshot.delegation_by_uid.get(letter.delegation or "")
    if letter.kind is LetterKind.INVITATION:
        uids = [letter.participation] if letter.participation else []
    else:
        uids = [
            each.uid
            for each in snapshot.participations
            if each.is_coming and each.delegate and each.delegate.delegation == letter.delegation
        ]
    people = [_invited(snapshot, uid, secrets if letter.has_passport else {}) for uid in uids]
    sender = sender_of(snapshot, letter.facts)
    return LetterBrief(
        letter=letter,
        sender=sender,
        logo=logos.get(sender.uid, b"") if sender else b"",
        people=tuple(sorted(people, key=lambda each: each.person.family_name)),
        delegation=delegation.name if delegation else EMPTY,
        country=delegation.country if delegation else "",
    )


def _invited(snapshot: TripSnapshot, uid: str, secrets: Secrets) -> Invited:
    part = snapshot.participation_by_uid[uid]
    person = snapshot.person_by_uid[part.person]
    stay = stay_of(part, frozenset())
    born_on, number = secrets.get(uid, ("", ""))
    return Invited(
        person=person,
        organisation=snapshot.organisation_by_uid.get(person.organisation or ""),
        enters=stay.enters,
        leaves=stay.leaves,
        entry_place=part.arrival.place if part.arrival else "",
        exit_place=part.departure.place if part.departure else "",
        stays=tuple(_stays(snapshot, stay.enters, stay.leaves)),
        born_on=born_on,
        passport_number=number,
    )


def _stays(snapshot: TripSnapshot, enters: date, leaves: date) -> list[Stay]:
    """The stops that somebody sees of the trip, cut to their own days."""
    found = []
    for stop in snapshot.stops:
        first, last = max(stop.arrives_on, enters), min(stop.departs_on, leaves)
        if first > last or (first == last and stop.arrives_on != stop.departs_on):
            continue
        hotel = stop.hotels[0] if stop.hotels else None
        words = ", ".join(part for part in (hotel.name, hotel.address) if part) if hotel else ""
        hue = snapshot.hue_by_stop[stop.uid]
        found.append(Stay(city=stop.city, hue=hue, first=first, last=last, hotel=words))
    return found
