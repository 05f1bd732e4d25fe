"""Erasing a person: anonymous in place, so that totals, seats and references stay true."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, delete, or_, select, update

from trips.domain.account.user import Actor
from trips.domain.mail import MailState
from trips.domain.person import FormOfAddress, Predicate, ProtocolRank
from trips.domain.values.collation import sort_key
from trips.domain.values.text import EMPTY
from trips.doors.erasures import list_erasures, note_erasure
from trips.extensions import db, doors
from trips.models.delegates.letter import LetterRow
from trips.models.delegates.protection import SealedValueRow
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.history import HistoryRow
from trips.models.interpreter import InterpreterRow
from trips.models.item import ItemSpeakerRow
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.services.privacy.blanking import blank_history, blank_subjects
from trips.services.privacy.counting import keep_counted
from trips.services.unit import MissingError, Unit, unit

NOBODY: Final = "N. N."
"""The name of whoever was erased (nomen nescio), the same in every language."""
_PERSON: Final[dict[str, Any]] = {
    "given_name": "",
    "family_name": NOBODY,
    "family_name_first": False,
    "own_script": "",
    "badge_name": "",
    "academic_title": "",
    "predicate": Predicate.NONE,
    "office": EMPTY,
    "protocol_rank": ProtocolRank.NONE,
    "office_since": None,
    "form_of_address": FormOfAddress.NEUTRAL,
    "function": EMPTY,
    "organisation_id": None,
    "email": "",
    "phone": "",
    "postal_address": "",
    "salutation": EMPTY,
    "address_block": EMPTY,
    "wording_reason": "",
    "letter_language": "",
    "languages": [],
    "note": "",
    "sort_key": sort_key(NOBODY, ""),
    "search_text": "",
}
"""Sex and country stay where they are counted (see counting.py): they name nobody."""
TRAVEL: Final[dict[str, Any]] = {
    "arrival_at": None,
    "arrival_place": None,
    "arrival_number": None,
    "departure_at": None,
    "departure_place": None,
    "departure_number": None,
}
_PART: Final[dict[str, Any]] = {
    **TRAVEL,
    "contact_for": EMPTY,
    "consents": [],
    "note": "",
    "extra": [],
}
TRAVEL_WISHES: Final[dict[str, Any]] = {
    "room_wish": "",
    "travel_wish": "",
    "answers": [],
    "to_review": [],
}
VISA: Final[dict[str, Any]] = {"documents": [], "visa": None}
_DELEGATE: Final[dict[str, Any]] = {
    **TRAVEL_WISHES,
    **VISA,
    "rank": None,
    "brings": EMPTY,
    "wants": EMPTY,
    "nationality": "",
}
MAIL: Final[dict[str, Any]] = {
    "recipient": "",
    "recipient_name": "",
    "subject": "",
    "body": "",
    "changes": {},
    "reply_to": "",
    "error": "",
}


@dataclass(frozen=True)
class Erased:
    """What was erased: the person, and the trips on which they were."""

    person: str
    trips: tuple[int, ...] = ()


def erase_person(uid: str, *, actor: Actor, now: datetime) -> Erased:
    """Make a person anonymous everywhere, for good, and note it beside the database.

    Files that were made of the data are the job's: see jobs/erasing.py. Raises `MissingError`.
    """
    with unit(actor, now) as work:
        erased = anonymise(work, uid)
        note_erasure(doors().settings.instance, uid)
        return erased


def list_returned() -> tuple[str, ...]:
    """The uids of people who were erased once and have a name again: an older copy came back."""
    known = list_erasures(doors().settings.instance)
    query = select(PersonRow.uid).where(
        PersonRow.uid.in_(known),
        or_(PersonRow.anonymised_at.is_(None), PersonRow.family_name != NOBODY),
    )
    return tuple(db.session.scalars(query)) if known else ()


def anonymise(work: Unit, uid: str) -> Erased:
    """Inside a write: take out of every row what tells who a person is.

    Raises `MissingError` if the address book has no such person.
    """
    session = work.session
    person = session.scalar(select(PersonRow).where(PersonRow.uid == uid))
    if person is None:
        raise MissingError(uid)
    mine = _mails_of(person)
    keep_counted(session, person)
    _set(person, _PERSON)
    person.anonymised_at = work.now
    person.version += 1
    parts = session.scalars(
        select(ParticipationRow).where(ParticipationRow.person_id == person.id)
    ).all()
    for part in parts:
        _set(part, _PART)
        part.version += 1
        part.changed_at = work.now
    keys = [part.id for part in parts]
    _forget_parts(work, keys)
    _forget_elsewhere(work, person)
    uids = [uid, *(part.uid for part in parts)]
    mails = _forget_mails(work, mine)
    links = _forget_links(work, uids)
    letters = list(
        session.scalars(select(LetterRow.uid).where(LetterRow.participation_id.in_(keys)))
    )
    work.write_history()
    blank_subjects(session, [*uids, *mails, *links, *letters])
    # Whoever acted under their own name, behind their own link, is named there.
    blank_history(session, HistoryRow.actor == uid)
    work.record("erase", ("person", uid))
    return Erased(uid, tuple(sorted({part.trip_id for part in parts})))


def _set(row: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _forget_parts(work: Unit, keys: Sequence[int]) -> None:
    run = work.session.execute
    delegates = DelegateRow.participation_id.in_(keys)
    run(update(DelegateRow).where(delegates).values(**_DELEGATE))
    run(delete(SealedValueRow).where(SealedValueRow.participation_id.in_(keys)))
    run(delete(RegistrationDraftRow).where(RegistrationDraftRow.participation_id.in_(keys)))
    letters = update(LetterRow).where(LetterRow.participation_id.in_(keys))
    run(letters.values(facts={}))
    run(letters.where(LetterRow.revoked_at.is_(None)).values(revoked_at=work.now))


def _forget_elsewhere(work: Unit, person: PersonRow) -> None:
    run = work.session.execute
    mine = update(DelegationRow).where(DelegationRow.contact_id == person.id)
    run(mine.values(contact_id=None))
    speaking = update(ItemSpeakerRow).where(ItemSpeakerRow.person_id == person.id)
    run(speaking.values(function=EMPTY))
    profile = update(InterpreterRow).where(InterpreterRow.person_id == person.id)
    run(profile.values(note="", city="", day_fee_minor=None))


def _mails_of(person: PersonRow) -> Any:
    """The mails to a person, also to nobody in particular under their own address and name."""
    own = MailRow.person_id == person.id
    if not (person.email and person.family_name):
        return own
    named = MailRow.recipient_name.contains(person.family_name, autoescape=True)
    return or_(own, and_(MailRow.person_id.is_(None), MailRow.recipient == person.email, named))


def _forget_mails(work: Unit, mine: Any) -> list[str]:
    """Empty the mails to a person; those that are not out yet never go out."""
    session = work.session
    uids = list(session.scalars(select(MailRow.uid).where(mine)))
    waiting = MailRow.state.in_((MailState.DRAFT, MailState.APPROVED, MailState.FAILED))
    known = MailRow.uid.in_(uids)
    session.execute(update(MailRow).where(known, waiting).values(state=MailState.DISCARDED))
    session.execute(update(MailRow).where(known).values(**MAIL, key=None))
    return uids


def _forget_links(work: Unit, subjects: Sequence[str]) -> list[str]:
    mine = LinkRow.subject.in_(subjects)
    uids = list(work.session.scalars(select(LinkRow.uid).where(mine)))
    work.session.execute(delete(LinkRow).where(mine))
    return uids
