"""Whom a row of a list of participants means."""

from dataclasses import dataclass

from trips.domain.importing.identity import Comparison, Identity, Match, compare
from trips.domain.importing.repeats import ref_of
from trips.domain.importing.workbook import DelegateRow
from trips.domain.notations.words import key
from trips.domain.participation import Role
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody whom a row may mean, and what speaks for it."""

    person: Person
    agrees: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Ambiguous:
    """A row that may mean somebody known; without a decision it is not imported."""

    row: DelegateRow
    ref: str
    candidates: tuple[Candidate, ...] = ()
    same_as_rows: tuple[str, ...] = ()
    """Earlier rows of the file that may be the same person."""


def recognise(
    row: DelegateRow, book: dict[str, Person], snapshot: TripSnapshot
) -> Person | Ambiguous | None:
    """Return the person a row means, None for a new one, or the question whom it means."""
    sure = _by_uid(row, book, snapshot)
    if sure is not None:
        return sure
    same, plausible = _candidates(row, book, snapshot)
    if same and (len(same) == 1 or len(same[0].agrees) > len(same[1].agrees)):
        return same[0].person
    if not (same or plausible):
        return None
    return Ambiguous(row=row, ref=ref_of(row), candidates=(*same, *plausible))


def _candidates(
    row: DelegateRow, book: dict[str, Person], snapshot: TripSnapshot
) -> tuple[list[Candidate], list[Candidate]]:
    """Return who surely is meant, the surest first, and who possibly is."""
    found: dict[Match, list[Candidate]] = {Match.SAME: [], Match.PLAUSIBLE: []}
    delegates = {entry.person for entry in snapshot.participations if entry.role is Role.DELEGATE}
    for person in book.values():
        verdict = _verdict(row, person, snapshot)
        if verdict.agrees == ("name",) and _is_all_there_is(row, person, delegates):
            verdict = Comparison(match=Match.SAME, agrees=verdict.agrees)
        if verdict.match in found:
            found[verdict.match].append(Candidate(person=person, agrees=verdict.agrees))
    found[Match.SAME].sort(key=lambda entry: -len(entry.agrees))
    return found[Match.SAME], found[Match.PLAUSIBLE]


def _is_all_there_is(row: DelegateRow, person: Person, delegates: set[str]) -> bool:
    """Recognise a delegate of this trip of whom a file knows the name and nothing else."""
    identity = _identity(row)
    says_more = identity.organisations or identity.country or identity.emails or identity.phone
    is_exact = key(row.name) == key(f"{person.given_name} {person.family_name}")
    return not says_more and is_exact and person.uid in delegates


def _by_uid(row: DelegateRow, book: dict[str, Person], snapshot: TripSnapshot) -> Person | None:
    participation = snapshot.participation_by_uid.get(row.uid)
    return book.get(participation.person if participation else row.uid)


def _verdict(row: DelegateRow, person: Person, snapshot: TripSnapshot) -> Comparison:
    organisation = snapshot.organisation_by_uid.get(person.organisation or "")
    names = (*organisation.name.values(), organisation.short) if organisation else ()
    return compare(
        _identity(row),
        Identity(
            given_name=person.given_name,
            family_name=person.family_name,
            other_names=person.own_script,
            organisations=names,
            country=person.country,
            emails=(person.email,) if person.email else (),
            phone=person.phone,
        ),
    )


def _identity(row: DelegateRow) -> Identity:
    return Identity(
        given_name=row.given_name,
        family_name=row.family_name,
        other_names=row.own_script,
        organisations=tuple(row.organisation.values()),
        country=row.country,
        emails=row.emails,
        phone=row.phone,
    )


def same_in_file(row: DelegateRow, earlier: list[DelegateRow]) -> tuple[str, ...]:
    """Return the earlier rows of the file that mean the same person, or may: in two spellings."""
    return tuple(
        ref_of(other)
        for other in earlier
        if not (row.uid and other.uid and row.uid != other.uid) and _may_be_same(row, other)
    )


def _may_be_same(row: DelegateRow, other: DelegateRow) -> bool:
    verdict = compare(_identity(row), _identity(other))
    is_reached_alike = bool({"email", "phone"} & set(verdict.agrees))
    is_likely = verdict.match is Match.PLAUSIBLE and is_reached_alike
    return verdict.match is Match.SAME or is_likely
