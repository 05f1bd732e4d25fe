"""Whatever is typed goes through every field, comes back as it was, and breaks no page."""

import html5lib
import pytest
import time_machine
from flask.testing import FlaskClient

from tests.views.fields import Fields
from tests.views.registering import JOURNEY, NEEDS, NOW, OWN, PERSON, fill, olena, set_up, trip_of
from tests.world import World
from trips.domain.participation import DelegateStatus
from trips.domain.registration.catalogue import FIELDS
from trips.domain.registration.controls import ControlKind
from trips.domain.registration_setup import (
    Demand,
    FieldRule,
    Question,
    QuestionKind,
    Registration,
    Station,
)
from trips.domain.values.text import Text

NAUGHTY = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes": "\"'`--; DROP TABLE person; /* */ \\",
    "templates": "{{ 7*7 }} ${7*7} %(name)s %s {0}",
    "formula": '=HYPERLINK("http://example.org";"x")',
    "arabic": "مُحَمَّد بن عبد الله ﷽",
    "right to left override": "\u202eabc\u202c",
    "devanagari": "डॉ. मीना पिल्लै",
    "malayalam": "മീന പിള്ള",
    "family": "👩‍👩‍👧‍👦🇺🇦",
    "zalgo": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "width": "ＡＢＣ　ﾃｽﾄ",
    "zero width": "a\u200bb\ufeffc\u2060d",
    "turkish": "İıŞşĞğ",
    "control": "a\x00b\x07c\x1bd",
    "lines": "one\ntwo\r\nthree\u2028four",
    "number": "1E+02 0x0 NaN -0",
    "long": "Wolfeschlegelsteinhausenbergerdorff" * 3,
}
WORDS = (ControlKind.TEXT, ControlKind.LONG_TEXT)
EVERYTHING_ASKED = Registration(
    is_open=True,
    fields=tuple(
        FieldRule(field=spec.name, demand=Demand.OPTIONAL)
        for spec in FIELDS
        if spec.demand_in(Registration().preset) is Demand.OFF
    ),
    questions=(
        Question(
            uid="essay",
            label=Text(en="Why?"),
            kind=QuestionKind.LONG_TEXT,
            station=Station.PERSON,
        ),
    ),
)


@pytest.fixture
def phone(world: World) -> object:
    with time_machine.travel(NOW, tick=False):
        set_up(world, EVERYTHING_ASKED)
        yield world.client()


def naughty(station: Station, words: str) -> dict[str, str]:
    """The words in every control of a station that takes some, as far as there is room."""
    return {
        control.name: words[: control.limit]
        for spec in FIELDS
        for control in spec.controls
        if spec.station is station and control.kind in WORDS
    }


def kept(words: str, limit: int = 2000) -> str:
    """What remains of words in a line: no control characters, blanks as one."""
    return " ".join("".join(c for c in words[:limit] if c not in "\x00\x07\x1b").split())


@pytest.mark.parametrize("name", NAUGHTY)
def test_every_field_takes_what_people_type(world: World, phone: FlaskClient, name: str) -> None:
    words = NAUGHTY[name]
    person = {**PERSON, **naughty(Station.PERSON, words), "q-essay": words}
    journey = {**JOURNEY, **naughty(Station.JOURNEY, words), "arrival_on": "", "departure_on": ""}
    for word in ("arrival", "departure"):
        journey |= {f"{word}_place": "", f"{word}_number": ""}
    needs = {**NEEDS, **naughty(Station.NEEDS, words)}
    fill(phone, person=person, needs=needs, journey={**journey, "emergency_phone": "1"})
    shown = Fields(phone.get(f"{OWN}/person").text).values
    assert kept(shown["function"][0]) == kept(words, 200)
    assert phone.post(f"{OWN}/submit").status_code == 303
    part = olena(world)
    assert part.delegate.status is DelegateStatus.SUBMITTED
    assert trip_of(world).person_by_uid[part.person].own_script == kept(words, 200)
    for address in (OWN, f"{OWN}/person", f"{OWN}/needs", f"{OWN}/journey"):
        html5lib.HTMLParser(strict=True).parse(phone.get(address).text)


@pytest.mark.parametrize("half", ["\ud800", "a\udfff"])
def test_half_a_character_is_refused(phone: FlaskClient, half: str) -> None:
    answer = phone.post(f"{OWN}/person/draft", json={"function": [half]})
    assert answer.status_code == 400
