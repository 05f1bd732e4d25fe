"""Who may be shown for what: the newest answer, to the wording of today."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.world_trip import UIDS, trip
from trips.config import ROOT
from trips.domain.briefs.people_builder import brief_delegations, brief_others, brief_roster
from trips.domain.briefs.programme import Stamp
from trips.domain.data_protection import DataProtection
from trips.domain.participation import Consent, ConsentPurpose, Participation
from trips.domain.privacy.matrix import agreed_by, may_show, may_use_needs
from trips.domain.snapshot import TripSnapshot

LIST, PHOTO, NEEDS = ConsentPurpose.PARTICIPANT_LIST, ConsentPurpose.PHOTO, ConsentPurpose.NEEDS
THANDI = UIDS["thandi-part"]


def yes(wording: str = "", purpose: ConsentPurpose = LIST) -> Consent:
    return Consent(purpose=purpose, is_given=True, wording=wording)


def no(wording: str = "", purpose: ConsentPurpose = LIST) -> Consent:
    return Consent(purpose=purpose, is_given=False, wording=wording)


def with_answers(*consents: Consent) -> Participation:
    return replace(trip().participation_by_uid[THANDI], consents=consents)


@pytest.mark.parametrize(
    ("answers", "version", "expected"),
    [
        ((), 1, False),
        ((yes(),), 1, True),
        ((yes("organiser"),), 1, True),
        ((yes("v2"),), 2, True),
        ((yes("3"),), 2, True),
        ((yes("1"),), 2, False),
        ((yes(),), 2, False),
        ((yes("2"), no("2")), 2, False),
        ((no("2"), yes("2")), 2, True),
        ((yes("2"), yes("1")), 2, False),
        ((yes(purpose=PHOTO),), 1, False),
    ],
)
def test_only_the_newest_yes_to_todays_wording_counts(
    answers: tuple[Consent, ...], version: int, expected: object
) -> None:
    assert may_show(with_answers(*answers), LIST, version) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), True),
        ((yes(purpose=NEEDS),), True),
        ((no(purpose=NEEDS),), False),
        ((no(purpose=NEEDS), yes(purpose=NEEDS)), True),
        ((no(purpose=LIST),), True),
    ],
)
def test_needs_are_used_until_somebody_says_no(
    answers: tuple[Consent, ...], expected: object
) -> None:
    assert may_use_needs(with_answers(*answers)) is expected


def changed(*consents: Consent, version: int = 1) -> TripSnapshot:
    snapshot = trip()
    people = tuple(
        replace(each, consents=consents) if each.uid == THANDI else each
        for each in snapshot.participations
    )
    protection = DataProtection(wording=version)
    return replace(
        snapshot,
        trip=replace(snapshot.trip, data_protection=protection),
        participations=people,
    )


def names(snapshot: TripSnapshot) -> set[str]:
    printed = {each.name for group in brief_delegations(snapshot) for each in group.people}
    return printed | {each.name for each in brief_others(snapshot)}


def test_the_printed_list_follows_every_answer_at_once() -> None:
    assert names(changed(yes())) == {"Thandiwe Dlamini"}
    assert names(changed(yes(), no())) == set()
    assert names(changed(yes(), version=2)) == set()
    assert names(changed(yes("2"), version=2)) == {"Thandiwe Dlamini"}


def test_the_roster_says_what_the_matrix_says_and_drops_refused_needs() -> None:
    for snapshot, listed, diet in (
        (changed(yes()), True, True),
        (changed(yes(), no(purpose=NEEDS)), True, False),
        (changed(yes(), version=2), False, True),
    ):
        stamp = Stamp(as_of=datetime(2026, 3, 1, tzinfo=UTC), zone="Europe/Berlin")
        row = next(each for each in brief_roster(snapshot, stamp).rows if each.uid == THANDI)
        assert row.is_listed is listed
        assert bool(row.diet) is bool(row.access) is bool(row.diet_note) is diet
        assert bool(agreed_by(snapshot, LIST)) is listed


def test_nobody_else_decides_by_an_agreement() -> None:
    """Lists, pages and documents ask the matrix; the bare answer forgets the wording."""
    files = [
        *(ROOT / "trips").rglob("*.py"),
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "pdf_templates").rglob("*.html"),
    ]
    asking = {path.name for path in files if ".agrees(" in path.read_text("utf-8")}
    assert asking == {"matrix.py"}
