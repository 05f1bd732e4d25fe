from dataclasses import replace
from datetime import date

import pytest

from trips.domain.editing import Change, Conflict, ConflictError, change_between, merge
from trips.domain.stop import Stop
from trips.domain.values.text import Text

SHOWN = Stop(
    uid="c" * 16,
    city=Text(de="Nürnberg"),
    arrives_on=date(2015, 9, 18),
    departs_on=date(2015, 9, 20),
)


def test_only_what_was_touched_is_a_change() -> None:
    change = change_between(SHOWN, {"city": Text(de="Fürth"), "arrives_on": SHOWN.arrives_on})
    assert change == Change({"city": Text(de="Nürnberg")}, {"city": Text(de="Fürth")})


def test_two_people_change_different_things() -> None:
    theirs = replace(SHOWN, region="DE-BY")
    mine = change_between(SHOWN, {"departs_on": date(2015, 9, 21)})
    assert merge(theirs, mine) == replace(theirs, departs_on=date(2015, 9, 21))


def test_two_people_change_the_same_thing() -> None:
    theirs = replace(SHOWN, departs_on=date(2015, 9, 22))
    mine = change_between(SHOWN, {"departs_on": date(2015, 9, 21)})
    with pytest.raises(ConflictError) as raised:
        merge(theirs, mine)
    assert raised.value.current == theirs
    assert raised.value.conflicts == (
        Conflict("departs_on", date(2015, 9, 20), date(2015, 9, 22), date(2015, 9, 21)),
    )


def test_two_people_who_want_the_same_agree() -> None:
    theirs = replace(SHOWN, departs_on=date(2015, 9, 21))
    mine = change_between(SHOWN, {"departs_on": date(2015, 9, 21)})
    assert merge(theirs, mine) == theirs
