"""Beginning a registration, sending it, changing what was sent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import delete, select

from trips.domain.account.user import Actor
from trips.domain.delegates.lifecycle import AFTER_CONFIRMATION
from trips.domain.organisation import Organisation
from trips.domain.participation import Capacity, DelegateStatus
from trips.domain.person import Person
from trips.domain.registration.agreements import Signer, add_answers
from trips.domain.registration.changes import Outcome, apply_station, to_review
from trips.domain.registration.filling import typed_of
from trips.domain.registration.plan import Plan, plan_of
from trips.domain.registration.progress import Progress, StationProgress, may_submit, progress_of
from trips.domain.registration.registrant import WAITING, Registrant, StationDraft
from trips.domain.registration_setup import Station
from trips.domain.values.text import Text
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.organisation import OrganisationRow
from trips.queries.registration.registrant import find_registrant
from trips.services.address_book import write_organisation, write_person
from trips.services.delegates.status import set_status
from trips.services.importing.bundle_book import organisation_keys
from trips.services.participation import get_row, write_participation
from trips.services.privacy.sealed import write_sealed
from trips.services.unit import MissingError, Unit, unit


class IncompleteError(Exception):
    """Something that is due is missing or wrong; nothing was sent."""


class ClosedError(Exception):
    """The registration is not open, or whoever registers no longer belongs to it."""


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who sends, in which language, on which day of the trip's clock."""

    capacity: Capacity
    by: str = ""
    """Name of the contact person who acts."""
    locale: str
    today: date


def begin(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Begin: from now on the organisers see that somebody is at it. Twice is once.

    Raises `ClosedError` and `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        known = _open(uid)
        if known.status in WAITING:
            set_status(work, uid, DelegateStatus.STARTED)


def submit(trip: str, uid: str, sender: Sender, *, actor: Actor, now: datetime) -> DelegateStatus:
    """Send everything that was typed; the delegate's status from now on.

    Raises `IncompleteError`, `ClosedError` and `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        known = _open(uid)
        plan = plan_of(known.trip.registration)
        stations = _read(known, plan, sender)
        if not may_submit(stations):
            raise IncompleteError
        sent = [each for each in stations if each.progress is not Progress.CLOSED]
        _write(work, known, plan, sent, sender)
        return set_status(work, uid, DelegateStatus.SUBMITTED)


def send_station(
    trip: str, uid: str, station: Station, sender: Sender, *, actor: Actor, now: datetime
) -> None:
    """Send what was typed at one station of a registration that was sent before.

    Raises `IncompleteError`, `ClosedError` and `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        known = _open(uid)
        plan = plan_of(known.trip.registration)
        stations = _read(known, plan, sender)
        own = next((each for each in stations if each.plan.station is station), None)
        if own is None or own.progress is Progress.CLOSED or not known.is_submitted:
            raise ClosedError
        if own.progress not in {Progress.DONE, Progress.LATER}:
            raise IncompleteError
        _write(work, known, plan, [own], sender)


def _open(uid: str) -> Registrant:
    known = find_registrant(uid)
    if known is None:
        raise MissingError(uid)
    if not known.trip.registration.is_open or known.has_left:
        raise ClosedError
    return known


def _read(known: Registrant, plan: Plan, sender: Sender) -> tuple[StationProgress, ...]:
    """Every station as it is sent, also what the contact person does not see."""
    return progress_of(known, plan, sender.today, Capacity.SELF, sender.locale)


def _write(
    work: Unit,
    known: Registrant,
    plan: Plan,
    stations: Iterable[StationProgress],
    sender: Sender,
) -> None:
    uid = known.participation.uid
    outcome = _outcome(known, stations, sender, work.now)
    person = _with_organisation(work, outcome, sender.locale)
    if person != known.person:
        write_person(work, person)
        work.record("edit", ("person", person.uid), after=_names(known.person, person))
    row = get_row(work, uid)
    new_sealed = write_sealed(work, row.id, outcome.sealed)
    asked = plan.fields
    touched = tuple(
        name
        for name in outcome.touched
        if not (name in asked and asked[name].is_secret)
        or any(control.name in new_sealed for control in asked[name].controls)
    )
    part = outcome.participation
    if known.status in AFTER_CONFIRMATION:
        review = to_review(outcome.delegate, asked, touched)
        part = replace(part, delegate=replace(outcome.delegate, to_review=review))
    if part != known.participation:
        row.version += 1
        write_participation(work, row, part)
    work.record("register", ("participation", uid), after=dict.fromkeys(touched, ""))
    _drop_drafts(work, row.id, [each.plan.station for each in stations])


def _outcome(
    known: Registrant, stations: Iterable[StationProgress], sender: Sender, now: datetime
) -> Outcome:
    outcome = Outcome(
        person=known.person,
        participation=known.participation,
        known_organisation=known.organisation,
    )
    for each in stations:
        draft, values = known.draft(each.plan.station), each.checked.values
        locale = draft.locale if draft else sender.locale
        outcome = apply_station(outcome, each.plan, values, locale)
        typed = typed_of(known, each.plan, sender.locale)
        signer = _signer(known, draft, sender, now)
        consents = outcome.participation.consents
        outcome = outcome.with_part(consents=add_answers(consents, values, typed, signer))
    return outcome


def _signer(known: Registrant, draft: StationDraft | None, sender: Sender, now: datetime) -> Signer:
    """Whoever typed the answers under their own link gave them, whoever sends them."""
    is_own = sender.capacity is Capacity.SELF or bool(draft and draft.by is Capacity.SELF)
    return Signer(
        capacity=Capacity.SELF if is_own else Capacity.CONTACT,
        by="" if is_own else sender.by,
        locale=draft.locale if draft else sender.locale,
        wording=str(known.trip.data_protection.version),
        at=now,
    )


def _with_organisation(work: Unit, outcome: Outcome, locale: str) -> Person:
    """The person in the organisation they name: one that is known, or a new one."""
    person = outcome.person
    if not outcome.organisation:
        return person
    new = Organisation(uid="", name=Text({locale: outcome.organisation}), country=person.country)
    key = organisation_keys(new)["sort_key"]
    known = select(OrganisationRow.uid).where(OrganisationRow.sort_key == key)
    uid = work.session.scalar(known.order_by(OrganisationRow.id))
    if uid is not None:
        return replace(person, organisation=uid)
    return write_organisation(work, new, person)


def _drop_drafts(work: Unit, key: int, stations: list[Station]) -> None:
    work.session.execute(
        delete(RegistrationDraftRow).where(
            RegistrationDraftRow.participation_id == key,
            RegistrationDraftRow.station.in_([each.value for each in stations]),
        )
    )


def _names(old: Person, new: Person) -> dict[str, str]:
    """Personal fields go into the history by name only."""
    return {name: "" for name in vars(new) if getattr(old, name) != getattr(new, name)}


def decline(
    trip: str, uid: str, to: DelegateStatus, *, actor: Actor, now: datetime
) -> DelegateStatus:
    """Say that one does not come; what was typed and never sent is thrown away.

    Raises `ClosedError`, `MissingError` and `StepRefusedError`.
    """
    with unit(actor, now, trip=trip) as work:
        _open(uid)
        _drop_drafts(work, get_row(work, uid).id, list(Station))
        return set_status(work, uid, to)
