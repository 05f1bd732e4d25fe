"""What a row of a file wants of an item or a person, compared with what is there.

A file never empties a field: what it does not say stays as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from trips.domain.importing.workbook import DelegateRow, ProgrammeRow, SpokenLanguage
from trips.domain.item import Item
from trips.domain.notations.words import key
from trips.domain.participation import Delegate, Participation
from trips.domain.person import LanguageLevel, LanguageSkill, Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Group
from trips.domain.values.text import EMPTY, Text

Value = str | bool | Text | date | datetime | tuple[object, ...] | None

Wish = tuple[str, Value, Value]
"""A field, what it says, what it is to say."""

ASSUMED_LEVEL: Final = LanguageLevel.B2
"""The level of a language that a file names without one: enough to follow a visit."""


@dataclass(frozen=True)
class FieldChange:
    """One field with what it says now and what the file says; names stand for references."""

    field: str
    old: Value
    new: Value


def title_keys(title: Text) -> set[str]:
    """Return the spellings by which a title is recognised."""
    return {key(words) for words in title.values()} - {""}


def item_changes(row: ProgrammeRow, item: Item, snapshot: TripSnapshot) -> tuple[FieldChange, ...]:
    """Return the fields of an item that the row would change."""
    return differences(item_wishes(row, item, snapshot))


def item_wishes(row: ProgrammeRow, item: Item, snapshot: TripSnapshot) -> list[Wish]:
    """Return every field of an item with what it says and what the row wants it to say."""
    groups = tuple(group_code(name, snapshot.trip.groups) for name in row.groups)
    return [
        *_times(row, item),
        ("kind", item.kind, item.kind if row.is_kind_assumed else row.kind),
        ("title", item.title, merged(item.title, row.title)),
        ("status", item.status, row.status or item.status),
        ("room", item.room, row.room or item.room),
        ("text", item.text, merged(item.text, row.text)),
        ("dress", item.dress, merged(item.dress, row.dress)),
        (
            "internal_note",
            item.internal_note,
            note_of(row.note, row.comments) or item.internal_note,
        ),
        ("floor_languages", item.floor_languages, row.languages or item.floor_languages),
        ("groups", item.groups, groups or item.groups),
        ("extra", item.extra, merged_extra(item.extra, row.extra)),
        *_references(row, item, snapshot),
    ]


def _times(row: ProgrammeRow, item: Item) -> Iterator[tuple[str, Value, Value]]:
    """An assumption never replaces what somebody wrote."""
    if not row.is_start_assumed or item.is_start_assumed:
        yield "starts", item.starts, row.starts
        yield "is_start_assumed", item.is_start_assumed, row.is_start_assumed
    if not row.is_end_assumed or item.is_end_assumed:
        yield "ends", item.ends, row.ends
        yield "is_end_assumed", item.is_end_assumed, row.is_end_assumed


def _references(
    row: ProgrammeRow, item: Item, snapshot: TripSnapshot
) -> Iterator[tuple[str, Value, Value]]:
    stop = snapshot.stop_by_uid.get(item.stop or "")
    yield _named("city", stop.city if stop else EMPTY, row.city)
    site = snapshot.site_by_uid.get(item.site or "")
    yield _named("venue", site.name if site else EMPTY, row.venue or row.address)
    if row.address and row.venue:
        yield _address(site.address if site else "", row.address)
    hosts = [
        snapshot.organisation_by_uid[host.organisation].name
        for host in item.hosts
        if host.organisation in snapshot.organisation_by_uid
    ]
    known = next((name for name in hosts if key(row.host) in title_keys(name)), None)
    yield _named("host", known or (hosts[0] if hosts else EMPTY), row.host)


def _named(name: str, now: Text, wanted: str) -> tuple[str, Value, Value]:
    shown = str(now.shown("de"))
    is_same = not wanted or key(wanted) in title_keys(now)
    return name, shown, shown if is_same else wanted


def _address(now: str, wanted: str) -> tuple[str, Value, Value]:
    is_same = key(wanted) == key(now) or (bool(wanted) and key(wanted) in key(now))
    return "address", now, now if is_same else wanted


def person_changes(
    row: DelegateRow, person: Person, participation: Participation | None, snapshot: TripSnapshot
) -> tuple[FieldChange, ...]:
    """Return the fields of a person and of the participation that the row would change."""
    return differences(person_wishes(row, person, participation, snapshot))


def person_wishes(
    row: DelegateRow, person: Person, participation: Participation | None, snapshot: TripSnapshot
) -> list[Wish]:
    """Return every field of a person with what it says and what the row wants it to say."""
    organisation = snapshot.organisation_by_uid.get(person.organisation or "")
    name = organisation.name if organisation else EMPTY
    is_same_body = bool(title_keys(name) & title_keys(row.organisation)) or bool(
        organisation and key(organisation.short) in title_keys(row.organisation)
    )
    wanted: list[Wish] = [
        *_name_of(row, person),
        ("academic_title", person.academic_title, row.academic_title or person.academic_title),
        ("form_of_address", person.form_of_address, row.form_of_address or person.form_of_address),
        ("own_script", person.own_script, person.own_script or row.own_script),
        ("sex", person.sex, row.sex or person.sex),
        ("function", person.function, merged(person.function, row.function)),
        ("organisation", name, name if is_same_body or not row.organisation else row.organisation),
        ("country", person.country, row.country or person.country),
        ("email", person.email, _email(row, person)),
        ("phone", person.phone, row.phone or person.phone),
        ("languages", person.languages, skills(row.languages, person.languages)),
    ]
    if participation is not None:
        wanted.extend(_on_trip(row, participation, snapshot))
    return wanted


def _name_of(row: DelegateRow, person: Person) -> Iterator[tuple[str, Value, Value]]:
    """Names are spelt as in the passport: another order of the same words is no change.

    Nor is another spelling in a list that was not made from the trip: who sends it transcribes.
    """
    now = sorted(key(f"{person.given_name} {person.family_name}").split())
    is_swapped = now == sorted(key(row.name).split()) and row.family_name != person.family_name
    if not is_swapped and (row.uid or not person.family_name):
        yield "given_name", person.given_name, row.given_name or person.given_name
        yield "family_name", person.family_name, row.family_name


def _email(row: DelegateRow, person: Person) -> str:
    known = person.email.lower() in {email.lower() for email in row.emails}
    return person.email if known or not row.emails else row.emails[0]


def _on_trip(
    row: DelegateRow, now: Participation, snapshot: TripSnapshot
) -> Iterator[tuple[str, Value, Value]]:
    delegate = now.delegate or Delegate()
    delegation = snapshot.delegation_by_uid.get(delegate.delegation or "")
    yield _named("delegation", delegation.name if delegation else EMPTY, row.delegation)
    yield "status", delegate.status, row.status or delegate.status
    yield "level", delegate.level, row.level or delegate.level
    yield "room_wish", delegate.room_wish, row.room_wish or delegate.room_wish
    yield "brings", delegate.brings, merged(delegate.brings, row.brings)
    code = group_code(row.group, snapshot.trip.groups) if row.group else now.group
    yield "group", now.group, code
    yield "diet", now.diet, row.diet or now.diet
    yield "diet_note", now.diet_note, row.diet_note or now.diet_note
    yield "access", now.access, row.access or now.access
    yield "access_note", now.access_note, row.access_note or now.access_note
    yield "present_from", now.present_from, row.present_from or now.present_from
    yield "present_to", now.present_to, row.present_to or now.present_to
    yield "note", now.note, note_of(row.note, row.comments) or now.note
    yield "extra", now.extra, merged_extra(now.extra, row.extra)


def merged(now: Text, wanted: Text) -> Text:
    """Return the text with the file's words in the languages that the file has."""
    return Text({**now, **wanted})


def merged_extra(
    now: tuple[tuple[str, str], ...], wanted: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Return the extra columns with the file's contents; those of other files stay."""
    return tuple({**dict(now), **dict(wanted)}.items())


def note_of(note: str, comments: tuple[str, ...]) -> str:
    """Return note and cell comments as one internal note."""
    return "\n".join(part for part in (note, *comments) if part)


def group_code(name: str, groups: tuple[Group, ...]) -> str:
    """Return the code of the trip's group of that code or name, else the name itself."""
    for group in groups:
        if key(name) in {key(group.code), *title_keys(group.name)}:
            return group.code
    return name


def skills(
    wanted: tuple[SpokenLanguage, ...], now: tuple[LanguageSkill, ...] = ()
) -> tuple[LanguageSkill, ...]:
    """Return the languages with levels: the file's, else the known one, else `ASSUMED_LEVEL`."""
    if not wanted:
        return now
    levels = {skill.code: skill.level for skill in now}
    return tuple(
        LanguageSkill(entry.code, entry.level or levels.get(entry.code, ASSUMED_LEVEL))
        for entry in wanted
    )


def differences(wanted: Iterable[Wish]) -> tuple[FieldChange, ...]:
    """Return the wishes that are not fulfilled already."""
    return tuple(FieldChange(name, old, new) for name, old, new in wanted if not _equal(old, new))


def _equal(old: Value, new: Value) -> bool:
    """Compare values; the order of an enumeration says nothing."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return set(old) == set(new)
    return old == new
