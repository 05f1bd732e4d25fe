"""One delegate with everything their form shows, in a constant number of queries."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from trips.domain.participation import Capacity, Consent, ConsentPurpose, Participation
from trips.domain.privacy.sealed import NEEDS, SealedField, draft_place
from trips.domain.registration.registrant import (
    Earlier,
    Registrant,
    RegistrationTrip,
    StationDraft,
)
from trips.domain.registration_setup import Station
from trips.domain.values.text import EMPTY
from trips.domain.values.wire import read_value
from trips.extensions import db
from trips.models.delegates.protection import SealedValueRow
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.organisation import OrganisationRow
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import GroupRow, TripRow
from trips.queries.addressbook import person_of
from trips.queries.mapping import entity_of
from trips.queries.participation import participation_of
from trips.queries.privacy.sealed import key_ring, unseal_where


def find_registrant(uid: str) -> Registrant | None:
    """The delegate of a participation, none if there is no such (any more)."""
    inviting, before = aliased(OrganisationRow), aliased(ParticipationRow)
    query = (
        select(ParticipationRow, DelegateRow, TripRow, PersonRow, OrganisationRow)
        .add_columns(GroupRow, DelegationRow, inviting.name, before.uid)
        .join(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .join(TripRow, TripRow.id == ParticipationRow.trip_id)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .outerjoin(OrganisationRow, OrganisationRow.id == PersonRow.organisation_id)
        .outerjoin(GroupRow, GroupRow.id == ParticipationRow.group_id)
        .outerjoin(DelegationRow, DelegationRow.id == DelegateRow.delegation_id)
        .outerjoin(inviting, inviting.id == TripRow.inviting_body_id)
        .outerjoin(before, before.id == DelegateRow.replaces_id)
        .where(ParticipationRow.uid == uid, ParticipationRow.deleted_at.is_(None))
    )
    found = db.session.execute(query).first()
    if found is None:
        return None
    row, delegate, trip, person, home, group, delegation, inviting_name, replaced = found
    needs = unseal_where(ParticipationRow.id == row.id, fields=NEEDS).get(row.id, {})
    participation = participation_of(
        (row, delegate),
        needs,
        {person.id: person},
        {group.id: group} if group else {},
        {delegation.id: delegation} if delegation else {},
        {delegate.replaces_id: replaced} if replaced else {},
    )
    return Registrant(
        trip=entity_of(RegistrationTrip, trip, inviting=inviting_name or EMPTY),
        person=person_of(person, {home.id: home} if home else {}),
        participation=participation,
        organisation=home.name if home else EMPTY,
        given=_given(row.id),
        drafts=_drafts(row),
        earlier=_earlier(row, participation),
    )


def _given(participation_id: int) -> frozenset[SealedField]:
    query = select(SealedValueRow.field).where(SealedValueRow.participation_id == participation_id)
    return frozenset(SealedField(name) for name in db.session.scalars(query))


def _drafts(row: ParticipationRow) -> tuple[tuple[Station, StationDraft], ...]:
    query = select(RegistrationDraftRow).where(RegistrationDraftRow.participation_id == row.id)
    drafts = db.session.scalars(query.order_by(RegistrationDraftRow.station))
    return tuple((Station(each.station), draft_of(each, row.uid)) for each in drafts)


def draft_of(row: RegistrationDraftRow, uid: str) -> StationDraft:
    """The value of a draft of the participation `uid`. Raises `SealBrokenError`."""
    plain = key_ring().unseal(row.sealed, place=draft_place(uid, row.station), key=row.key)
    kept: dict[str, Any] = json.loads(plain)
    return StationDraft(
        typed={name: tuple(values) for name, values in kept["typed"].items()},
        by=Capacity(kept["by"]),
        locale=kept["locale"],
        saved_at=row.saved_at,
        is_done=row.is_done,
        version=row.version,
    )


def _earlier(row: ParticipationRow, current: Participation) -> Earlier:
    """What other trips know of a person who agreed there to stay in the network."""
    query = (
        select(ParticipationRow.consents, DelegateRow, TripRow.title)
        .join(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .join(TripRow, TripRow.id == ParticipationRow.trip_id)
        .where(
            ParticipationRow.person_id == row.person_id,
            ParticipationRow.id != row.id,
            ParticipationRow.deleted_at.is_(None),
            TripRow.ends_on < current.present_from,
        )
        .order_by(TripRow.ends_on.desc(), ParticipationRow.id.desc())
    )
    known = [
        (delegate, title)
        for consents, delegate, title in db.session.execute(query)
        if _stays(read_value(tuple[Consent, ...], consents))
    ]
    delegates = [delegate for delegate, _ in known]
    return Earlier(
        titles=tuple(title for _, title in known),
        level=next((each.level for each in delegates if each.level), ""),
        nationality=next((each.nationality for each in delegates if each.nationality), ""),
        room_wish=next((each.room_wish for each in delegates if each.room_wish), ""),
    )


def _stays(consents: tuple[Consent, ...]) -> bool:
    answers = [each.is_given for each in consents if each.purpose is ConsentPurpose.NETWORK]
    return bool(answers) and answers[-1]
