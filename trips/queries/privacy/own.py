"""Everything kept about one person, read by the register's own list of columns."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Select, Table, and_, or_, select

from trips.domain.privacy.own import (
    BEHIND_DESK,
    HIDDEN,
    OwnData,
    OwnRecord,
    OwnValue,
    hide,
    own_columns,
    sealed_record,
)
from trips.domain.privacy.sealed import SealedField, draft_place
from trips.domain.values.text import EMPTY, Text
from trips.extensions import db, metadata
from trips.models.delegates.protection import SealedValueRow
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.interpreter import InterpreterRow
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.organisation import OrganisationRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import GroupRow, TripRow
from trips.queries.privacy.scope import WHOLE, Scope
from trips.queries.privacy.sealed import key_ring, unseal_where

_NAMES: Final[Mapping[str, tuple[Any, Any]]] = {
    "delegation_id": (DelegationRow.id, DelegationRow.name),
    "group_id": (GroupRow.id, GroupRow.code),
    "organisation_id": (OrganisationRow.id, OrganisationRow.name),
    "trip_id": (TripRow.id, TripRow.title),
}
"""References that say something about the person by the name of what they lead to."""


def find_own(
    uid: str, now: datetime, *, with_secrets: bool, team: Scope | None = None
) -> OwnData | None:
    """Everything about a person of the address book; none if there is no such person.

    Passports and emergency contacts are hidden unless `with_secrets`; whoever asks for them
    answers for the log of readings. Where organisers ask, `team` says how far they may look;
    what was typed and not sent yet stays the person's own.
    """
    person = db.session.scalar(select(PersonRow).where(PersonRow.uid == uid))
    if person is None:
        return None
    scope = team or WHOLE
    parts = _parts(person.id, scope)
    records = [
        *_person(person.id, scope),
        *_of_parts(parts),
        *_sealed(parts, with_secrets=with_secrets),
        *_drafts(parts, with_secrets=with_secrets, is_own=team is None),
        *_around(person, parts, scope),
        *_history(person, parts, scope),
    ]
    name = " ".join(filter(None, (person.given_name, person.family_name)))
    return OwnData(uid, name, now, tuple(records))


def _person(person_id: int, scope: Scope) -> Iterator[OwnRecord]:
    """The entry of the address book; its note is the house's."""
    for record in _rows("person", PersonRow.id == person_id):
        said = tuple(each for each in record.values if scope.is_whole or each.column != "note")
        yield replace(record, values=said)


def _parts(person_id: int, scope: Scope) -> dict[int, tuple[str, Text]]:
    """Uid and trip of every participation, by key."""
    query = (
        select(ParticipationRow.id, ParticipationRow.uid, TripRow.title)
        .join(TripRow, TripRow.id == ParticipationRow.trip_id)
        .where(ParticipationRow.person_id == person_id, scope.of(TripRow.id))
        .order_by(TripRow.starts_on)
    )
    return {key: (uid, title) for key, uid, title in db.session.execute(query)}


def _rows(table: str, condition: Any, titles: Mapping[int, Text] | None = None) -> Iterator[Any]:
    """The rows meant, as records. `titles` gives the trip by the value of the table's key."""
    columns = own_columns(table)
    source: Table = metadata.tables[table]
    key = next(iter(source.primary_key.columns))
    query: Select[Any] = select(key.label("_key"), *(source.c[name] for name in columns))
    for row in db.session.execute(query.where(condition)).mappings():
        values = tuple(OwnValue(columns[name], name, _named(name, row[name])) for name in columns)
        yield OwnRecord(table, (titles or {}).get(row["_key"], EMPTY), values)


def _of_parts(parts: Mapping[int, tuple[str, Text]]) -> Iterator[OwnRecord]:
    titles = {key: title for key, (_, title) in parts.items()}
    delegate, letter = metadata.tables["delegate"], metadata.tables["letter"]
    yield from _rows("participation", ParticipationRow.id.in_(parts), titles)
    questions = _questions(parts)
    for record in _rows("delegate", delegate.c.participation_id.in_(parts), titles):
        values = tuple(_in_words(each, questions) for each in record.values)
        yield replace(record, values=values)
    yield from _rows("letter", letter.c.participation_id.in_(parts))


def _questions(parts: Mapping[int, tuple[str, Text]]) -> dict[str, Any]:
    """The own questions of all trips of a person, by uid."""
    query = (
        select(TripRow.registration)
        .join(ParticipationRow, ParticipationRow.trip_id == TripRow.id)
        .where(ParticipationRow.id.in_(parts))
    )
    asked = [(each or {}).get("questions", []) for each in db.session.scalars(query)]
    return {question["uid"]: question for questions in asked for question in questions}


def _in_words(own: OwnValue, questions: Mapping[str, Any]) -> OwnValue:
    """Answers to own questions with the words of the question and of what was chosen."""
    if own.column != "answers" or not own.value:
        return own
    return replace(own, value=[_answered(each, questions) for each in own.value])


def _answered(answer: Mapping[str, Any], questions: Mapping[str, Any]) -> Mapping[str, Any]:
    question = questions.get(answer["question"])
    if question is None:
        return answer
    choices = dict(enumerate(question.get("choices") or ()))
    chosen = [int(each) for each in str(answer["value"]).split(",") if each.strip().isdigit()]
    words = [choices[each] for each in chosen if each in choices]
    return {"question": question["label"], "value": words or answer["value"]}


def _sealed(parts: Mapping[int, tuple[str, Text]], *, with_secrets: bool) -> Iterator[OwnRecord]:
    wanted = ParticipationRow.id.in_(parts)
    open_fields = SealedField if with_secrets else set(SealedField) - BEHIND_DESK
    opened = unseal_where(wanted, fields=open_fields)
    query = select(SealedValueRow.participation_id, SealedValueRow.field)
    there = db.session.execute(query.where(SealedValueRow.participation_id.in_(parts)))
    fields: dict[int, list[SealedField]] = {}
    for key, name in there:
        fields.setdefault(key, []).append(SealedField(name))
    for key, names in fields.items():
        known = opened.get(key, {})
        yield sealed_record(parts[key][1], {name: known.get(name, HIDDEN) for name in names})


def _drafts(
    parts: Mapping[int, tuple[str, Text]], *, with_secrets: bool, is_own: bool
) -> Iterator[OwnRecord]:
    ring, columns = key_ring(), own_columns("registration_draft")
    mine = RegistrationDraftRow.participation_id.in_(parts)
    for row in db.session.scalars(select(RegistrationDraftRow).where(mine)):
        uid, title = parts[row.participation_id]
        values = {name: plain(getattr(row, name)) for name in columns}
        values["sealed"] = HIDDEN
        if is_own:
            opened = ring.unseal(row.sealed, place=draft_place(uid, row.station), key=row.key)
            typed = json.loads(opened)
            values["sealed"] = typed if with_secrets else _hidden(typed)
        said = tuple(OwnValue(columns[name], name, values[name]) for name in columns)
        yield OwnRecord("registration_draft", title, said)


def _hidden(typed: Any) -> Any:
    if not isinstance(typed, dict):
        return typed
    inner = {name: hide(value) for name, value in typed.items() if isinstance(value, dict)}
    return hide({**typed, **inner})


def _around(
    person: PersonRow, parts: Mapping[int, tuple[str, Text]], scope: Scope
) -> Iterator[OwnRecord]:
    """Mails, links, readings, and what the person does on programmes."""
    tables = metadata.tables
    uids = [uid for uid, _ in parts.values()]
    delegation, assignment = tables["delegation"], tables["assignment"]
    mails = and_(MailRow.person_id == person.id, scope.of(MailRow.trip_id))
    yield from _rows("mail", mails)
    yield from _rows("link", LinkRow.subject.in_(uids))
    yield from _rows("reading", tables["reading"].c.subject.in_(uids))
    contact = and_(delegation.c.contact_id == person.id, scope.of(delegation.c.trip_id))
    yield from _rows("delegation", contact)
    yield from _rows("interpreter", InterpreterRow.person_id == person.id)
    mine = select(InterpreterRow.id).where(InterpreterRow.person_id == person.id)
    turns = and_(assignment.c.interpreter_id.in_(mine), scope.of_items("assignment"))
    yield from _rows("assignment", turns)
    for table in ("item_host", "item_speaker"):
        does = and_(tables[table].c.person_id == person.id, scope.of_items(table))
        yield from _rows(table, does)


def _history(
    person: PersonRow, parts: Mapping[int, tuple[str, Text]], scope: Scope
) -> Iterator[OwnRecord]:
    history = metadata.tables["history"]
    uids = [person.uid, *(uid for uid, _ in parts.values())]
    about = or_(history.c.subject_uid.in_(uids), history.c.actor == person.uid)
    yield from _rows("history", and_(about, scope.of(history.c.trip_id)))


def _named(column: str, value: Any) -> Any:
    """What a reference to another row is called; any other value as JSON has it."""
    if column not in _NAMES or value is None:
        return plain(value)
    return plain(db.session.scalar(select(_NAMES[column][1]).where(_NAMES[column][0] == value)))


def plain(value: Any) -> Any:
    """A column's value as JSON has it."""
    if isinstance(value, Text):
        return dict(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
