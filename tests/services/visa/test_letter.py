"""Numbers of letters are given once, in a row, on both databases; the desk's entries are kept."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import sqlalchemy as sa

from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change, ConflictError
from trips.domain.visa.facts import facts_of
from trips.domain.visa.letter import LetterFacts, LetterKind
from trips.domain.visa_case import HeldDocument, TravelDocument, VisaCase, VisaStatus
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.queries.snapshot import get_snapshot
from trips.queries.visa.letter import list_letters
from trips.services.unit import MissingError
from trips.services.visa.case import edit_facts, set_status
from trips.services.visa.letter import LetterWish, issue_letters, revoke_letter

pytestmark = pytest.mark.either_database
TRIP, THANDI, OLENA = UIDS["trip"], UIDS["thandi-part"], UIDS["olena-part"]
TODAY = date(2026, 3, 2)
BY = {"actor": COMMAND_LINE, "now": NOW}


def wish(*subjects: str, **more: object) -> LetterWish:
    known: dict[str, object] = {
        "kind": LetterKind.INVITATION,
        "subjects": subjects,
        "locale": "en",
        "dated": date(2026, 2, 2),
        "facts": LetterFacts(signer="Jana"),
    }
    return LetterWish(**(known | more))  # type: ignore[arg-type]


def test_letters_are_numbered_in_a_row_and_noted_at_the_desk(world: World) -> None:
    with world.app.app_context():
        issue_letters(TRIP, wish(THANDI, OLENA), **BY)
        issue_letters(TRIP, wish(THANDI), **BY)
        found = list_letters(TRIP)
        assert [each.number for each in found] == [3, 2, 1]
        assert found[0].reference.endswith("-2026-003")
        part = get_snapshot(TRIP).participation_by_uid[OLENA]
        assert part.delegate is not None
        assert part.delegate.visa is not None
        assert part.delegate.visa.status is VisaStatus.LETTER_SENT


def test_two_who_write_letters_at_once_get_different_numbers(world: World) -> None:
    def issue(_: int) -> None:
        with world.app.app_context():
            issue_letters(TRIP, wish(THANDI), **BY)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(issue, range(8)))
    with world.app.app_context():
        assert sorted(each.number for each in list_letters(TRIP)) == list(range(1, 9))


def test_a_letter_that_was_taken_back_keeps_its_number(world: World) -> None:
    with world.app.app_context():
        [uid] = issue_letters(TRIP, wish(THANDI), **BY)
        revoke_letter(TRIP, uid, **BY)
        issue_letters(TRIP, wish(THANDI), **BY)
        assert [(each.number, each.is_revoked) for each in list_letters(TRIP)] == [
            (2, False),
            (1, True),
        ]


def test_nobody_of_another_trip_gets_a_letter(world: World) -> None:
    with world.app.app_context(), pytest.raises(MissingError):
        issue_letters(UIDS["other"], wish(THANDI), **BY)


def test_the_desks_entries_are_kept_and_told_by_name_only(world: World) -> None:
    passport = HeldDocument(kind=TravelDocument.SERVICE_PASSPORT, valid_until=date(2030, 1, 1))
    with world.app.app_context():
        part = get_snapshot(TRIP).participation_by_uid[OLENA]
        assert part.delegate is not None
        shown = facts_of(part.delegate)
        values = {"nationality": "UA", "documents": (passport,), "note": "secret remark"}
        was = {name: getattr(shown, name) for name in values}
        edit_facts(TRIP, OLENA, Change(was, values), **BY)
        again = get_snapshot(TRIP).participation_by_uid[OLENA].delegate
        assert again is not None
        assert (again.nationality, again.documents) == ("UA", (passport,))
        told = str(db.session.execute(sa.select(HistoryRow.before, HistoryRow.after)).all())
        assert "secret remark" not in told
        with pytest.raises(ConflictError):
            edit_facts(TRIP, OLENA, Change(was, values | {"nationality": "PL"}), **BY)


def test_several_are_noted_at_once(world: World) -> None:
    with world.app.app_context():
        changed = set_status(TRIP, [THANDI, OLENA], VisaStatus.APPLIED, TODAY, **BY)
        assert changed == 2
        assert set_status(TRIP, [THANDI], VisaStatus.APPLIED, TODAY, **BY) == 0
        assert case_of(THANDI).applied_on == TODAY
        set_status(TRIP, [THANDI], VisaStatus.GRANTED, date(2026, 3, 9), **BY)
        case = case_of(THANDI)
        assert (case.applied_on, case.decided_on) == (TODAY, date(2026, 3, 9))
        set_status(TRIP, [THANDI], VisaStatus.LETTER_SENT, TODAY, **BY)
        case = case_of(THANDI)
        assert (case.applied_on, case.decided_on) == (None, None)


def case_of(uid: str) -> VisaCase:
    delegate = get_snapshot(TRIP).participation_by_uid[uid].delegate
    assert delegate is not None
    assert delegate.visa is not None
    return delegate.visa
