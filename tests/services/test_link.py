from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from tests.world import NOW, World
from trips.domain.account.link import LinkPurpose
from trips.domain.account.user import COMMAND_LINE
from trips.doors.crypto import token_hash
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.link import LinkRow
from trips.queries.link import find_opened_link, list_links
from trips.services.link import NewLink, create_link, revoke_link
from trips.services.unit import MissingError

KEY = bytes(range(32))
EXPIRY = datetime(2026, 4, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _inside(world: World) -> object:
    with world.app.app_context():
        yield


def made(world: World, trip: str = "trip", **facts: object) -> tuple[str, str]:
    wish = NewLink(trip=world.uid(trip), label="Delegates", expires_at=EXPIRY, **facts)
    link = create_link(wish, key=KEY, actor=COMMAND_LINE, now=NOW)
    return link.uid, link.token


def test_a_token_opens_its_trip_and_organisers_see_it_again(world: World) -> None:
    uid, token = made(world)
    opened = find_opened_link(token, LinkPurpose.PROGRAMME)
    assert opened is not None
    assert (opened.uid, opened.trip, opened.expires_at) == (uid, world.uid("trip"), EXPIRY)
    listed = list_links(world.uid("trip"), LinkPurpose.PROGRAMME, KEY)
    assert [(each.token, each.label) for each in listed if each.uid == uid] == [
        (token, "Delegates")
    ]


def test_the_database_never_holds_the_token_itself(world: World) -> None:
    uid, token = made(world)
    row = db.session.scalars(select(LinkRow).where(LinkRow.uid == uid)).one()
    assert row.token_hash == token_hash(token, "programme")
    kept = repr([getattr(row, column.key) for column in LinkRow.__table__.columns])
    history = repr([(each.before, each.after) for each in db.session.scalars(select(HistoryRow))])
    assert token not in kept + history
    assert token.encode() not in row.sealed_token


def test_a_token_has_at_least_128_bits_and_is_never_the_same(world: World) -> None:
    tokens = {made(world)[1] for _ in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) * 6 >= 128


def test_a_token_of_one_purpose_opens_nothing_else(world: World) -> None:
    _, token = made(world)
    assert find_opened_link(token, LinkPurpose.REGISTRATION) is None
    assert find_opened_link(token[:-1], LinkPurpose.PROGRAMME) is None


def test_a_sealed_copy_cannot_be_moved_to_another_link(world: World) -> None:
    first, _ = made(world)
    second, _ = made(world)
    stolen = select(LinkRow.sealed_token).where(LinkRow.uid == first).scalar_subquery()
    db.session.execute(update(LinkRow).where(LinkRow.uid == second).values(sealed_token=stolen))
    listed = {
        link.uid: link.token for link in list_links(world.uid("trip"), LinkPurpose.PROGRAMME, KEY)
    }
    assert listed[second] == ""
    assert listed[first] != ""


def test_another_key_reads_no_token(world: World) -> None:
    made(world)
    listed = list_links(world.uid("trip"), LinkPurpose.PROGRAMME, bytes(32))
    assert {each.token for each in listed} == {""}


def test_revoking_twice_is_revoking_once(world: World) -> None:
    uid, token = made(world)
    for minutes in (5, 9):
        then = NOW + timedelta(minutes=minutes)
        revoke_link(world.uid("trip"), uid, actor=COMMAND_LINE, now=then)
    opened = find_opened_link(token, LinkPurpose.PROGRAMME)
    assert opened is not None
    assert opened.revoked_at == NOW + timedelta(minutes=5)
    verbs = [
        each.verb for each in db.session.scalars(select(HistoryRow)) if each.subject_uid == uid
    ]
    assert verbs == ["create", "revoke"]


def test_a_link_of_another_trip_cannot_be_revoked(world: World) -> None:
    uid, _ = made(world, "other")
    with pytest.raises(MissingError):
        revoke_link(world.uid("trip"), uid, actor=COMMAND_LINE, now=NOW)


def test_no_link_for_a_trip_that_is_not_there() -> None:
    wish = NewLink(trip="nowhere", label="x", expires_at=None)
    with pytest.raises(MissingError):
        create_link(wish, key=KEY, actor=COMMAND_LINE, now=NOW)


def test_the_edition_changes_with_the_trip(world: World) -> None:
    _, token = made(world)
    before = find_opened_link(token, LinkPurpose.PROGRAMME)
    made(world)
    after = find_opened_link(token, LinkPurpose.PROGRAMME)
    assert before is not None
    assert after is not None
    assert before.edition != after.edition
