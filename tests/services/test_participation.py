"""People on a trip: what is written, what the history says, what can be undone."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change, ConflictError, change_between
from trips.domain.organisation import Organisation
from trips.domain.participation import (
    Delegate,
    Delegation,
    Diet,
    Participation,
    Role,
)
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.queries.snapshot import get_snapshot
from trips.services import delegation as delegations
from trips.services import participation as services
from trips.services.delegates import group as groups
from trips.services.delegation import DelegationInUseError
from trips.services.participation import Addition, AlreadyThereError, Edit
from trips.services.unit import MissingError

BY = {"actor": COMMAND_LINE, "now": NOW}
TRIP, OLENA, THANDI = UIDS["trip"], UIDS["olena-part"], UIDS["thandi-part"]
NOTHING = Change({}, {})


@pytest.fixture(autouse=True)
def inside(world: World):
    with world.app.app_context():
        yield


def snapshot() -> TripSnapshot:
    db.session.remove()
    return get_snapshot(TRIP)


def participation(uid: str = OLENA) -> Participation:
    return snapshot().participation_by_uid[uid]


def edit(uid: str = OLENA, head: bool | None = None, **parts: Change) -> None:
    kinds = {"person": NOTHING, "participation": NOTHING, "delegate": NOTHING, **parts}
    services.edit_participant(TRIP, uid, Edit(head=head, **kinds), **BY)


def somebody(**fields: object) -> Addition:
    start = date(2026, 3, 16)
    return Addition(
        person=Person(**{"uid": "", "given_name": "Amara", "family_name": "Okafor", **fields}),
        participation=Participation(
            uid="",
            person="",
            role=Role.DELEGATE,
            present_from=start,
            present_to=start,
            delegate=Delegate(delegation=UIDS["ukraine"]),
        ),
    )


def last_history() -> HistoryRow:
    return db.session.scalar(select(HistoryRow).order_by(HistoryRow.id.desc()).limit(1))


def test_somebody_new_is_on_the_trip_and_in_the_address_book() -> None:
    new = services.add_participant(TRIP, somebody(country="NG"), **BY)
    now = snapshot()
    assert now.participation_by_uid[new.uid].delegate.delegation == UIDS["ukraine"]
    assert now.person_by_uid[new.person].country == "NG"


def test_a_new_organisation_comes_with_the_person() -> None:
    bank = Organisation(uid="", name=Text(en="Housing Bank"))
    new = services.add_participant(TRIP, replace(somebody(), organisation=bank), **BY)
    now = snapshot()
    home = now.person_by_uid[new.person].organisation
    assert now.organisation_by_uid[home].name == Text(en="Housing Bank")


def test_a_known_person_keeps_what_the_address_book_says() -> None:
    known = somebody(uid=UIDS["hanna"], given_name="H.", family_name="Oe", phone="+49 341 1")
    new = services.add_participant(TRIP, known, **BY)
    person = snapshot().person_by_uid[UIDS["hanna"]]
    assert new.person == UIDS["hanna"]
    assert (person.name, person.phone) == ("Hanna Öztürk", "+49 341 1")


def test_nobody_is_on_a_trip_twice_in_one_role() -> None:
    with pytest.raises(AlreadyThereError) as error:
        services.add_participant(TRIP, somebody(uid=UIDS["olena"]), **BY)
    assert error.value.uid == OLENA


def test_the_history_names_personal_fields_and_tells_no_value() -> None:
    before = participation()
    wanted = {"diet": (Diet.VEGAN,), "diet_note": "no soy", "group": "B"}
    edit(participation=change_between(before, wanted))
    row = last_history()
    assert row.before == {"diet": "", "diet_note": "", "group": "A"}
    assert row.after == {"diet": "", "diet_note": "", "group": "B"}
    edit(person=change_between(snapshot().person_by_uid[UIDS["olena"]], {"phone": "+380 1"}))
    assert last_history().after == {"phone": ""}


def test_two_edits_of_different_fields_meet_and_two_of_one_field_are_a_conflict() -> None:
    shown = participation()
    edit(participation=change_between(shown, {"group": "B"}))
    edit(participation=change_between(shown, {"diet_note": "no soy"}))
    assert (participation().group, participation().diet_note) == ("B", "no soy")
    with pytest.raises(ConflictError) as error:
        edit(participation=change_between(shown, {"group": ""}))
    assert [each.field for each in error.value.conflicts] == ["group"]
    assert participation().group == "B"


def test_a_conflict_in_one_part_saves_nothing_of_the_others() -> None:
    shown = participation()
    edit(participation=change_between(shown, {"group": "B"}))
    person = change_between(snapshot().person_by_uid[UIDS["olena"]], {"phone": "+380 2"})
    with pytest.raises(ConflictError):
        edit(person=person, participation=change_between(shown, {"group": ""}))
    assert snapshot().person_by_uid[UIDS["olena"]].phone == ""


def test_a_head_is_the_only_one_and_can_step_down() -> None:
    edit(head=True)
    assert snapshot().delegation_by_uid[UIDS["ukraine"]].head == OLENA
    new = services.add_participant(TRIP, replace(somebody(), is_head=True), **BY)
    assert snapshot().delegation_by_uid[UIDS["ukraine"]].head == new.uid
    edit(new.uid, head=False)
    assert snapshot().delegation_by_uid[UIDS["ukraine"]].head is None


def test_who_is_removed_is_gone_everywhere_and_comes_back_whole() -> None:
    edit(head=True)
    before = participation()
    services.remove_participant(TRIP, OLENA, **BY)
    assert OLENA not in snapshot().participation_by_uid
    assert snapshot().delegation_by_uid[UIDS["ukraine"]].head is None
    with pytest.raises(MissingError):
        services.remove_participant(TRIP, OLENA, **BY)
    services.restore_participant(TRIP, OLENA, **BY)
    assert replace(participation(), version=0) == replace(before, version=0)
    assert snapshot().delegation_by_uid[UIDS["ukraine"]].head == OLENA


def test_a_group_is_set_for_several_and_strangers_refuse_it_all() -> None:
    assert groups.set_group(TRIP, [OLENA, THANDI], "B", **BY).number == 2
    assert groups.set_group(TRIP, [OLENA, THANDI], "B", **BY).number == 0
    with pytest.raises(MissingError):
        groups.set_group(TRIP, [OLENA, "stranger"], "A", **BY)
    with pytest.raises(MissingError):
        groups.set_group(TRIP, [OLENA], "Z", **BY)
    assert participation().group == "B"


def test_only_an_empty_delegation_can_be_deleted() -> None:
    with pytest.raises(DelegationInUseError):
        delegations.delete_delegation(TRIP, UIDS["ukraine"], **BY)
    new = delegations.add_delegation(TRIP, Delegation(uid="", name=Text(de="Kenia")), **BY)
    assert new.uid in snapshot().delegation_by_uid
    delegations.delete_delegation(TRIP, new.uid, **BY)
    assert new.uid not in snapshot().delegation_by_uid


def test_the_head_of_a_delegation_belongs_to_it() -> None:
    ukraine = snapshot().delegation_by_uid[UIDS["ukraine"]]
    with pytest.raises(MissingError):
        delegations.edit_delegation(
            TRIP, ukraine.uid, change_between(ukraine, {"head": THANDI}), **BY
        )
    delegations.edit_delegation(
        TRIP, ukraine.uid, change_between(ukraine, {"head": OLENA, "seats": 4}), **BY
    )
    assert snapshot().delegation_by_uid[UIDS["ukraine"]].seats == 4
