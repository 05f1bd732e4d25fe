"""Delegates go to Excel, are changed there and come back."""

from dataclasses import replace

from tests.imports.exported_trip import (
    SNAPSHOT,
    carried_out,
    changed,
    differing,
    exported,
    plans,
    put,
    row_of,
)
from tests.world_trip import UIDS
from trips.domain.importing.plan import CANCEL
from trips.domain.participation import DelegateStatus


def test_people_come_back_the_same_way():
    data = exported(SNAPSHOT)
    row = row_of(data, UIDS["thandi-part"], 1)
    part = SNAPSHOT.participation_by_uid[UIDS["thandi-part"]]
    sent = changed(data, put(row, "Telefon", "+27 99", 1))
    sent = changed(sent, put(row, "Ernährung", None, 1))
    _, delegates = plans(sent, SNAPSHOT)
    (entry,) = delegates.changed
    assert {change.field for change in entry.changes} <= {"phone", "diet", "diet_note"}
    after = carried_out(sent, SNAPSHOT)
    assert after.person_by_uid[part.person].phone == "+27 99"
    assert after.participation_by_uid[part.uid].diet == ()
    assert differing(part, after.participation_by_uid[part.uid]) <= {"diet", "diet_note"}
    moved = replace(SNAPSHOT.person_by_uid[part.person], phone="+27 11")
    others = tuple(each for each in SNAPSHOT.persons if each.uid != part.person)
    _, delegates = plans(sent, replace(SNAPSHOT, persons=(*others, moved)))
    assert [conflict.change.field for conflict in delegates.conflicts] == ["phone"]


def test_a_deleted_person_is_withdrawn_only_when_decided():
    data = exported(SNAPSHOT)
    row = row_of(data, UIDS["thandi-part"], 1)
    sent = changed(data, lambda book: book.worksheets[1].delete_rows(row))
    assert not plans(sent, SNAPSHOT)[1].changes_anything
    after = carried_out(sent, SNAPSHOT, {UIDS["thandi-part"]: CANCEL})
    delegate = after.participation_by_uid[UIDS["thandi-part"]].delegate
    assert delegate is not None
    assert delegate.status is DelegateStatus.WITHDRAWN
