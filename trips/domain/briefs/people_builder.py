"""People in briefs: delegations, staff, contacts, the roster."""

from dataclasses import replace
from functools import partial
from typing import Any

from trips.domain.briefs.kitchen import count_meals
from trips.domain.briefs.list_plan import COMPLETE, ListPlan, Sorting
from trips.domain.briefs.presets import NAMELESS, ListPreset, chooses
from trips.domain.briefs.programme import ContactBrief, DelegationBrief, PersonBrief, Stamp
from trips.domain.briefs.public_figures import for_public
from trips.domain.briefs.roster import RosterBrief, RosterRow
from trips.domain.briefs.statistics import count_roster
from trips.domain.ordering import in_delegation, order_delegations, order_participations
from trips.domain.participation import (
    ConsentPurpose,
    Counts,
    Journey,
    Participation,
    Role,
)
from trips.domain.privacy.limits import fewest_of
from trips.domain.privacy.matrix import agreed_by, may_show, may_use_needs
from trips.domain.protocol.order import name_key
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY, Text

NOT_PRINTED = frozenset({Role.DELEGATE, Role.HOST, Role.SPEAKER, Role.DRIVER})


def brief_person(snapshot: TripSnapshot, participation: Participation) -> PersonBrief:
    """A participant as printed."""
    person = snapshot.person_by_uid[participation.person]
    organisation = snapshot.organisation_by_uid.get(person.organisation or "")
    return PersonBrief(
        name=person.name,
        own_script=person.own_script,
        function=person.function,
        organisation=organisation.name if organisation else EMPTY,
        country=person.country,
        languages=tuple(skill.code for skill in person.languages),
        group=participation.group,
    )


def brief_delegations(snapshot: TripSnapshot) -> tuple[DelegationBrief, ...]:
    """Delegations in order, each with those who are coming and agreed to be listed."""
    ordered = [each for each in order_participations(snapshot) if each.is_coming]
    found = []
    for delegation in order_delegations(snapshot):
        members = in_delegation(ordered, delegation)
        listed = agreed_by(snapshot, ConsentPurpose.PARTICIPANT_LIST, members)
        head = next((each for each in listed if each.uid == delegation.head), None)
        found.append(
            DelegationBrief(
                uid=delegation.uid,
                name=delegation.name,
                country=delegation.country,
                head=snapshot.person_by_uid[head.person].name if head else "",
                coming=len(members),
                people=tuple(brief_person(snapshot, each) for each in listed),
            )
        )
    return tuple(found)


def brief_others(snapshot: TripSnapshot) -> tuple[PersonBrief, ...]:
    """Staff who travel along and agreed to be listed."""
    return tuple(
        brief_person(snapshot, each)
        for each in agreed_by(
            snapshot, ConsentPurpose.PARTICIPANT_LIST, order_participations(snapshot)
        )
        if each.role not in NOT_PRINTED
    )


def brief_contacts(snapshot: TripSnapshot) -> tuple[ContactBrief, ...]:
    """Whom delegates may call, about what; escorts first."""
    ordered = sorted(
        (each for each in order_participations(snapshot) if each.contact_for),
        key=lambda each: each.role is not Role.ESCORT,
    )
    found = []
    for participation in ordered:
        person = snapshot.person_by_uid[participation.person]
        found.append(
            ContactBrief(
                name=person.name,
                function=person.function,
                role=participation.role,
                about=participation.contact_for,
                phone=person.phone,
            )
        )
    return tuple(found)


def brief_roster(
    snapshot: TripSnapshot, stamp: Stamp, plan: ListPlan = COMPLETE, *, is_reduced: bool = False
) -> RosterBrief:
    """A list of people as `plan` wants it, in protocol order or by name.

    Whoever was replaced, declined, withdrew or waits is on none.
    """
    is_nameless = plan.key in set(NAMELESS)
    coming = [each for each in order_participations(snapshot) if each.is_coming]
    trip = snapshot.trip

    def name(uid: str | None) -> Text:
        organisation = snapshot.organisation_by_uid.get(uid or "")
        return organisation.name if organisation else EMPTY

    return RosterBrief(
        slug=trip.slug,
        title=trip.title,
        starts_on=trip.starts_on,
        ends_on=trip.ends_on,
        number=trip.number,
        client=name(trip.client),
        contractor=name(trip.contractor),
        stamp=stamp,
        rows=() if is_nameless else _rows(snapshot, plan, coming),
        is_reduced=is_reduced,
        plan=plan,
        kitchen=count_meals(coming) if plan.key == ListPreset.KITCHEN else (),
        **_figures(snapshot, plan, coming),
        hues=tuple(snapshot.hue_by_stop[stop.uid] for stop in snapshot.stops),
    )


def _figures(snapshot: TripSnapshot, plan: ListPlan, coming: list[Participation]) -> dict[str, Any]:
    """The statistics as fields of a brief, where they are wanted without names."""
    if plan.key not in {ListPreset.FIGURES, ListPreset.PUBLIC_FIGURES}:
        return {}
    counts = count_roster(_rows(snapshot, COMPLETE, coming))
    if plan.key == ListPreset.FIGURES:
        return {"figures": counts}
    fewest = fewest_of(snapshot.trip.limits)
    return {"figures": for_public(counts, fewest), "fewest": fewest}


def brief_everybody(snapshot: TripSnapshot, stamp: Stamp) -> RosterBrief:
    """Everybody, whether they come or not, with everything."""
    brief = brief_roster(replace(snapshot, participations=()), stamp)
    everybody = order_participations(snapshot)
    return replace(brief, rows=tuple(roster_row(snapshot, each) for each in everybody))


def _rows(
    snapshot: TripSnapshot, plan: ListPlan, coming: list[Participation]
) -> tuple[RosterRow, ...]:
    chosen = [each for each in coming if chooses(plan, snapshot)(each)]
    if plan.sorting is not Sorting.PRECEDENCE:
        chosen.sort(key=lambda each: name_key(snapshot.person_by_uid[each.person]))
    if plan.sorting in {Sorting.ARRIVAL, Sorting.DEPARTURE}:
        chosen.sort(key=partial(_time_of, plan.sorting.value))
    return tuple(roster_row(snapshot, each) for each in chosen)


def _time_of(name: str, participation: Participation) -> tuple[bool, str]:
    """Orders people by a journey, `arrival` or `departure`; who says nothing stands last."""
    journey: Journey = getattr(participation, name) or Journey()
    return journey.at is None, journey.at.isoformat() if journey.at else ""


def roster_row(snapshot: TripSnapshot, participation: Participation) -> RosterRow:
    """One participation with everything a list of people may show."""
    person = snapshot.person_by_uid[participation.person]
    organisation = snapshot.organisation_by_uid.get(person.organisation or "")
    delegate = participation.delegate
    delegation = snapshot.delegation_by_uid.get((delegate and delegate.delegation) or "")
    return RosterRow(
        uid=participation.uid,
        role=participation.role,
        form_of_address=person.form_of_address,
        sex=person.sex,
        academic_title=person.academic_title,
        given_name=person.given_name,
        family_name=person.family_name,
        own_script=person.own_script,
        function=person.function,
        organisation=organisation.name if organisation else EMPTY,
        organisation_kind=organisation.kind if organisation else person.came_from,
        city=organisation.city if organisation else EMPTY,
        country=person.country,
        level=delegate.level if delegate else None,
        delegation=delegation.name if delegation else EMPTY,
        rank=delegate.rank if delegate else None,
        status=delegate.status if delegate else None,
        group=participation.group,
        languages=person.languages,
        email=person.email,
        phone=person.phone,
        **_needs(participation),
        present_from=participation.present_from,
        present_to=participation.present_to,
        **_journeys(participation),
        **_consents(snapshot, participation),
        brings=delegate.brings if delegate else EMPTY,
        note=participation.note,
        person=participation.person,
        is_counted=Counts.STATISTICS in participation.counts,
        room_wish=delegate.room_wish if delegate else "",
    )


def _needs(participation: Participation) -> dict[str, Any]:
    """Diet and access needs as fields of a row, empty where their use was refused."""
    is_used = may_use_needs(participation)
    return {
        "diet": participation.diet if is_used else (),
        "diet_note": participation.diet_note if is_used else "",
        "access": participation.access if is_used else (),
        "access_note": participation.access_note if is_used else "",
    }


def _journeys(participation: Participation) -> dict[str, Any]:
    """Arrival and departure as fields of a row."""
    fields: dict[str, Any] = {}
    for name in ("arrival", "departure"):
        journey: Journey = getattr(participation, name) or Journey()
        fields[f"{name}_at"] = journey.at
        fields[f"{name}_place"] = journey.place
        fields[f"{name}_number"] = journey.number
    return fields


def _consents(snapshot: TripSnapshot, participation: Participation) -> dict[str, Any]:
    version = snapshot.trip.data_protection.version
    return {
        "is_listed": may_show(participation, ConsentPurpose.PARTICIPANT_LIST, version),
        "is_photo_allowed": may_show(participation, ConsentPurpose.PHOTO, version),
    }
