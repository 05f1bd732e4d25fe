import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import jsonschema
import pytest

from trips.config import ROOT
from trips.domain.importing.bundle_schema import bundle_schema
from trips.domain.item import Item, ItemKind
from trips.domain.participation import Consent, ConsentPurpose
from trips.domain.stop import Hotel, Stop
from trips.domain.trip import DayNote, Word
from trips.domain.values.text import Text
from trips.domain.values.wire import Fault, from_wire, read_value, to_wire

VISIT = Item(
    uid="a" * 16,
    kind=ItemKind.VISIT,
    title=Text(de="Villa Leon"),
    starts=datetime(2015, 10, 25, 2, 30, fold=1),
    ends=datetime(2015, 10, 25, 4, 0),
    extra=(("Bemerkung", "rot"),),
)


def test_an_item_says_only_what_differs_from_the_default() -> None:
    assert to_wire(VISIT) == {
        "uid": "a" * 16,
        "kind": "visit",
        "title": {"de": "Villa Leon"},
        "starts": "2015-10-25T02:30~1",
        "ends": "2015-10-25T04:00",
        "extra": [["Bemerkung", "rot"]],
    }


@pytest.mark.parametrize(
    "value",
    [
        VISIT,
        Consent(
            purpose=ConsentPurpose.PHOTO, is_given=True, at=datetime(2015, 8, 24, 16, 2, tzinfo=UTC)
        ),
        Hotel(uid="b" * 16, name="Muster", check_in_from=time(15, 0), latitude=51.5),
        DayNote(on=date(2015, 9, 18), words=(Word(Text(de="Runder Tisch"), Text(en="all")),)),
        Stop(
            uid="c" * 16,
            city=Text(de="Leipzig"),
            arrives_on=date(2015, 9, 16),
            departs_on=date(2015, 9, 18),
            hotels=(Hotel(uid="d" * 16, name="Muster"),),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_survives_the_way_through_json(value: object) -> None:
    parsed = json.loads(json.dumps(to_wire(value)))
    assert from_wire(type(value), parsed) == (value, ())


def test_every_fault_is_found_with_its_path() -> None:
    found, faults = from_wire(
        Item,
        {
            "uid": 7,
            "kind": "party",
            "title": "Villa Leon",
            "starts": "18.09.2015",
            "hosts": [{"status": "perhaps"}],
            "colour": "red",
        },
    )
    assert found is None
    assert {(fault.code, fault.path) for fault in faults} == {
        ("not_str", "uid"),
        ("not_allowed", "kind"),
        ("not_text", "title"),
        ("not_datetime", "starts"),
        ("missing_field", "ends"),
        ("not_allowed", "hosts[0].status"),
        ("unknown_field", "colour"),
    }


def test_a_number_is_not_a_truth_and_a_truth_no_number() -> None:
    assert from_wire(Stop, {**to_wire(_stop()), "latitude": True})[1] == (
        Fault("not_float", "latitude", "True"),
    )
    with pytest.raises(ValueError, match="not_bool"):
        read_value(Consent, {"purpose": "photo", "is_given": 1})


def _stop() -> Stop:
    day = date(2015, 9, 16)
    return Stop(uid="c" * 16, city=Text(de="Leipzig"), arrives_on=day, departs_on=day)


def test_the_documented_schema_is_the_one_in_force() -> None:
    documented = json.loads((ROOT / "docs" / "trip.schema.json").read_text("utf-8"))
    assert documented == bundle_schema()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "trips" / "data").glob("*-20??.json")), ids=lambda path: path.stem
)
def test_the_demo_keeps_to_the_schema(path: Path) -> None:
    schema = jsonschema.Draft202012Validator(bundle_schema())
    bundle = json.loads(path.read_text("utf-8"))
    assert [error.json_path for error in schema.iter_errors(bundle)] == []
    bundle["items"][0]["kind"] = "party"
    assert [error.json_path for error in schema.iter_errors(bundle)] == ["$.items[0].kind"]
