from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from tests.earlier_trip import earlier_trip, network
from tests.world import NOW, World
from trips.domain.account.user import COMMAND_LINE
from trips.domain.values.text import Text
from trips.extensions import db
from trips.queries.registration.registrant import find_registrant
from trips.services.importing.bundle import store_bundle

QUERIES = 6
"""The person with the trip, needs, what is sealed, drafts, earlier trips; and BEGIN."""


@pytest.fixture(autouse=True)
def _inside(world: World) -> object:
    with world.app.app_context():
        yield


@contextmanager
def counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield statements
    event.remove(db.engine, "before_cursor_execute", note)


def test_an_earlier_trip_is_known_only_with_the_agreement_to_the_network(world: World) -> None:
    store_bundle(earlier_trip("refused", network(is_given=False)), actor=COMMAND_LINE, now=NOW)
    store_bundle(earlier_trip("unasked"), actor=COMMAND_LINE, now=NOW)
    unknown = find_registrant(world.uid("olena-part"))
    assert unknown is not None
    assert unknown.earlier.titles == ()
    assert unknown.earlier.nationality == ""
    store_bundle(earlier_trip("agreed", network(is_given=True)), actor=COMMAND_LINE, now=NOW)
    known = find_registrant(world.uid("olena-part"))
    assert known is not None
    assert known.earlier.titles == (Text(en="Last year"),)
    assert (known.earlier.level, known.earlier.nationality) == ("municipal", "UA")


def test_a_form_costs_a_constant_number_of_queries(world: World) -> None:
    for slug in ("one", "two", "three"):
        store_bundle(earlier_trip(slug, network(is_given=True)), actor=COMMAND_LINE, now=NOW)
    db.session.remove()
    with counted() as statements:
        find_registrant(world.uid("olena-part"))
    assert len(statements) <= QUERIES
