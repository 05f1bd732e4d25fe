"""What goes into the mails about registering: who gets one, with which links and deadlines."""

from collections.abc import Sequence
from datetime import date

from trips.domain.mail import MailKind, language_for
from trips.domain.participation import Capacity, Delegation, Participation
from trips.domain.person import Person
from trips.domain.registration.plan import plan_of
from trips.domain.registration.progress import Progress, progress_of
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.i18n.letters.registration_letter import Due, Entrusted, RegistrationLetter
from trips.queries.registration.registrant import find_registrant
from trips.services.registration.link import open_delegation_link, open_registration_link
from trips.services.unit import Unit

_LINKED = frozenset(
    {
        MailKind.INVITATION,
        MailKind.REMINDER,
        MailKind.CONFIRMATION,
        MailKind.PROMOTED,
        MailKind.WAITLISTED,
    }
)


def letter_to(
    work: Unit, snapshot: TripSnapshot, part: Participation, kind: MailKind, due: tuple[Due, ...]
) -> RegistrationLetter:
    """The mail to one delegate; the link is made where the mail needs one."""
    person = snapshot.person_by_uid[part.person]
    return RegistrationLetter(
        kind=kind,
        person=person,
        trip=snapshot.trip,
        url=_in_language(open_registration_link(work, part.uid), person) if kind in _LINKED else "",
        due=due,
        signature=signature_of(work, snapshot, person),
    )


def letter_to_contact(
    work: Unit,
    snapshot: TripSnapshot,
    delegation: Delegation,
    kind: MailKind,
    parts: Sequence[Participation],
) -> RegistrationLetter:
    """The one mail to whoever acts for a delegation; links for those whom no mail reaches."""
    contact = snapshot.person_by_uid[delegation.contact or ""]
    people = [(part, snapshot.person_by_uid[part.person]) for part in parts]
    return RegistrationLetter(
        kind=kind,
        person=contact,
        trip=snapshot.trip,
        url=_in_language(open_delegation_link(work, delegation.uid), contact),
        due=list_due(snapshot),
        signature=signature_of(work, snapshot, contact),
        delegation=delegation.name,
        entrusted=tuple(
            Entrusted(person.name, "" if person.email else open_registration_link(work, part.uid))
            for part, person in people
        ),
    )


def list_due(snapshot: TripSnapshot) -> tuple[Due, ...]:
    """Everything that the trip asks, with the deadlines."""
    plan = plan_of(snapshot.trip.registration)
    return tuple(Due(each.station, each.deadline) for each in plan.stations)


def list_missing(work: Unit, snapshot: TripSnapshot, part: Participation) -> tuple[Due, ...]:
    """What somebody has not answered yet; empty when nothing is missing."""
    known = find_registrant(part.uid)
    if known is None:
        return ()
    locale = language_for(known.person)
    plan = plan_of(known.trip.registration)
    stations = progress_of(known, plan, today_of(work, snapshot), Capacity.SELF, locale)
    over = {Progress.DONE, Progress.CLOSED}
    return tuple(
        Due(each.plan.station, each.plan.deadline) for each in stations if each.progress not in over
    )


def today_of(work: Unit, snapshot: TripSnapshot) -> date:
    """The day on the trip's clock; a sample trip carries its own."""
    return to_wall(snapshot.trip.pretend_now or work.now, snapshot.trip.zone).date()


def signature_of(work: Unit, snapshot: TripSnapshot, person: Person) -> str:
    """Who writes, and for whom; the agency alone for what no person has started."""
    trip = snapshot.trip
    locale = language_for(person)
    agency = snapshot.organisation_by_uid.get(trip.contractor or "")
    name = agency.name.shown(locale).text if agency else ""
    return "\n".join(filter(None, (work.actor.name if work.actor.uid else "", name)))


def _in_language(url: str, person: Person) -> str:
    return f"{url}?lang={language_for(person)}"
