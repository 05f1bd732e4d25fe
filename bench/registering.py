"""Three people register: what they read, tap, choose and type, and how long that takes them.

An assistant in Pretoria registers a deputy minister, a mayor in Ukraine and an engineer in Pune
register themselves. They walk through the pages as the server sends them; what they do is counted
there and turned into seconds by `human.py`. Each is nominated with a name, a position, an
institution, a country and an address, as the form for nominations has them. Every visible question
is answered, the optional ones too; the journey follows later, and is reckoned by itself.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from time import perf_counter
from typing import Final

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bench.human import LITTLE_ENGLISH, OLD_TELEPHONE, Effort, Human
from bench.pages import house
from bench.seen import Asked, Seen
from tests.world import CONTACT_TOKEN, NOW, TOKEN, World
from tests.world_trip import UIDS, trip
from trips.config import ROOT
from trips.domain.account.user import COMMAND_LINE
from trips.domain.participation import DelegateStatus
from trips.domain.person import FormOfAddress, Sex
from trips.domain.registration_setup import Deadline, Preset, Registration, Station
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.domain.values.wire import read_value
from trips.services.importing.bundle import store_bundle

BUDGET: Final = 120.0
"""Seconds: two minutes."""
PARTS_ON_A_SCREEN: Final = 4
"""Questions and facts that a telephone shows at once."""
DEADLINES: Final = tuple(
    Deadline(each, date(2026, 3, 20 if each is Station.JOURNEY else 10)) for each in Station
)
JOURNEY: Final = {
    "arrival_on": "2026-03-15",
    "arrival_place": "Berlin",
    "arrival_number": "LH 573",
    "departure_on": "2026-03-19",
    "departure_place": "Berlin",
    "nationality": "UA",
    "passport_number": "FA123456",
    "passport_expires_on": "2031-05-01",
    "emergency_name": "Ivan Bondar",
    "emergency_phone": "+380501234567",
    "brings": "How do we renew housing estates without losing those who live there?",
}


@dataclass(frozen=True)
class Someone:
    """Who registers, in which language, from which country."""

    human: Human
    lang: str
    country: str
    link: str = f"/r/{TOKEN}"
    ticks: tuple[str, ...] = ()
    """Needs that are ticked."""
    adds: tuple[str, ...] = ()
    """Languages added to those that the page offers first."""
    uid: str = ""


ASSISTANT = Someone(Human("assistant, Pretoria"), "en", "ZA", f"/r/{CONTACT_TOKEN}", adds=("zu",))
MAYOR = Someone(Human("mayor, Ukraine"), "uk", "UA", ticks=("vegetarian",))
ENGINEER = Someone(
    Human("engineer, Pune", LITTLE_ENGLISH, OLD_TELEPHONE), "en", "IN", adds=("hi", "mr")
)
PEOPLE: Final = (ASSISTANT, MAYOR, ENGINEER)


@dataclass
class Walk:
    """Somebody on the way through the form, with a telephone that keeps what it has loaded."""

    who: Someone
    client: FlaskClient
    effort: Effort = field(default_factory=Effort)
    _read: set[str] = field(default_factory=set)
    _loaded: set[str] = field(default_factory=set)

    def opens(self, address: str) -> TestResponse:
        """A page, with what it needs to be seen."""
        return self._arrives(lambda: self.client.get(address, follow_redirects=True))

    def presses(self, page: str, form: dict[str, list[str]], to: str = "") -> TestResponse:
        """The main button of a station."""
        action = re.search(r'action="([^"]*)"\s+data-draft', page)
        if action is None:
            raise RuntimeError(page)
        self.effort.taps += 1
        address, data = action[1].replace("&amp;", "&"), {**form, "to": [to] if to else []}
        return self._arrives(lambda: self.client.post(address, data=data, follow_redirects=True))

    def taps(self, times: int = 1) -> None:
        """Make up one's mind and tap."""
        self.effort.taps += times
        self.effort.decisions += times

    def types(self, words: str) -> None:
        """Into a field, which is tapped first."""
        self.taps()
        self.effort.characters_typed += len(words)

    def _arrives(self, asking: object) -> TestResponse:
        began = perf_counter()
        answer: TestResponse = asking()  # type: ignore[operator]
        self.effort.server += perf_counter() - began
        if answer.status_code != 200:
            raise RuntimeError(answer.text)
        hops = 1 + len(answer.history)
        self.effort.loads += hops
        self.effort.bytes_loaded += len(answer.data) + 500 * hops
        self._loads_styles(answer.text)
        self._reads(answer.text)
        return answer

    def _loads_styles(self, page: str) -> None:
        """Style sheets hold up the first sight of a page: six at a time, each once."""
        sheets = re.findall(r'rel="stylesheet"\s+href="([^"?]*)', page)
        new = [each for each in sheets if each not in self._loaded]
        self._loaded |= {*new}
        for address in new:
            answer = self.client.get(address, headers={"Accept-Encoding": "gzip"})
            self.effort.bytes_loaded += len(answer.data) + 300
        self.effort.loads += -(-len(new) // 6)

    def _reads(self, page: str) -> None:
        seen = Seen(page)
        if seen.has_problem:
            raise RuntimeError(page)
        if "reg-sent" in page:
            return  # it is done: whoever reads on looks at their own answers
        self.effort.characters_read += self._length(seen.lines)
        self.effort.characters_skimmed += self._length(seen.passing)
        self.effort.characters_known += self._length(seen.facts)
        parts = [each for each in seen.controls.values() if each.is_visible]
        self.effort.swipes += len(parts) // PARTS_ON_A_SCREEN

    def _length(self, lines: list[str]) -> int:
        """Characters of lines that did not stand on an earlier page."""
        new = [line for line in dict.fromkeys(lines) if line not in self._read]
        self._read |= {*new}
        self.effort.words += sum(len(line.split()) for line in new)
        return sum(len(line) for line in new)


def register(who: Someone, client: FlaskClient) -> Effort:
    """Everything from opening the link to the thanks; what it took."""
    walk = Walk(who, client)
    if who.link.endswith(CONTACT_TOKEN):
        walk.opens(f"{who.link}?lang={who.lang}")
        walk.taps()
    answer = walk.opens(f"{_base(who)}?lang={who.lang}")
    while "data-draft" in answer.text:
        form = dict(_answers(walk, Seen(answer.text)))
        is_last = 'value="send"' in answer.text
        answer = walk.presses(answer.text, form, "send" if is_last else "")
    if "reg-sent" not in answer.text:
        raise RuntimeError(answer.text)
    return walk.effort


def tell_journey(who: Someone, client: FlaskClient) -> Effort:
    """The later station, with the passport and what one brings."""
    walk = Walk(who, client)
    walk.taps()
    answer = walk.opens(f"{_base(who)}/journey?lang={who.lang}")
    answer = walk.presses(answer.text, dict(_answers(walk, Seen(answer.text))))
    if "reg-sent" not in answer.text:
        raise RuntimeError(answer.text)
    return walk.effort


def _base(who: Someone) -> str:
    return f"{who.link}/for/{UIDS['olena-part']}" if CONTACT_TOKEN in who.link else who.link


def _answers(walk: Walk, seen: Seen) -> Iterator[tuple[str, list[str]]]:
    """What the form of a page sends once everything that is visible is answered."""
    if any(f"level-{code}" in seen.controls for code in walk.who.adds):
        walk.taps()  # "Add a language" opens
    for name, asked in seen.controls.items():
        yield name, _answer(walk, name, asked)


def _answer(walk: Walk, name: str, asked: Asked) -> list[str]:
    who = walk.who
    if name in {"language", "offered"}:
        return asked.values
    if asked.kind == "radio":
        is_added = name.removeprefix("level-") in who.adds
        if asked.values or not (asked.is_visible or is_added):
            return asked.values
        walk.taps()
        return asked.offered[:1]
    if asked.kind == "checkbox":
        return _ticked(walk, name, asked)
    words = JOURNEY.get(name, "")
    if any(asked.values) or not words:
        return asked.values
    walk.types(words)
    return [words]


def _ticked(walk: Walk, name: str, asked: Asked) -> list[str]:
    """Needs are ticked one by one, and the agreement to keep them once."""
    wanted = [each for each in asked.offered if each in walk.who.ticks]
    if name == "needs_agreed" and walk.who.ticks:
        wanted = ["yes"]
    walk.taps(len(wanted))
    return wanted


def nominated(who: Someone, registration: Registration) -> TripSnapshot:
    """The trip of the tests with somebody of whom only the nomination is known."""
    snapshot = trip()
    part = snapshot.participation_by_uid[UIDS["olena-part"]]
    person = replace(
        snapshot.person_by_uid[part.person],
        given_name="Oksana",
        family_name="Kovalenko",
        function=Text(en="Deputy head of the housing department"),
        country=who.country,
        email="oksana.kovalenko@example.org",
        languages=(),
        organisation=snapshot.organisations[0].uid,
        form_of_address=FormOfAddress.NEUTRAL,
        sex=Sex.UNKNOWN,
    )
    assert part.delegate is not None
    delegate = replace(part.delegate, status=DelegateStatus.INVITED)
    others = tuple(each for each in snapshot.participations if each is not part)
    people = tuple(person if each.uid == person.uid else each for each in snapshot.persons)
    opened = replace(registration, is_open=True)
    return replace(
        snapshot,
        trip=replace(
            snapshot.trip, registration=opened, pretend_now=NOW, languages=("de", "en", "uk", "ar")
        ),
        persons=people,
        participations=(*others, replace(part, delegate=delegate, consents=(), diet=())),
    )


def presets() -> dict[str, Registration]:
    """What is asked: both presets, and the sample trip's own choice."""
    sample = json.loads((ROOT / "trips/data/leipzig-nuernberg-muenchen-2015.json").read_text())
    asked = read_value(Registration, sample["trip"]["registration"])
    return {
        "study tour": Registration(deadlines=DEADLINES),
        "conference": Registration(preset=Preset.CONFERENCE, deadlines=DEADLINES),
        "sample trip": replace(asked, deadlines=DEADLINES),
    }


def set_out(world: World, who: Someone, registration: Registration) -> FlaskClient:
    """The same world again, with somebody invited to it; their telephone."""
    world.app.config["WTF_CSRF_ENABLED"] = False
    with world.app.app_context():
        store_bundle(nominated(who, registration), actor=COMMAND_LINE, now=NOW)
    return world.client()


def tell(what: str, who: Human, effort: Effort) -> None:
    """One line: the seconds, and what they are made of."""
    print(
        f"{what:32} {who.name:20} {who.seconds(effort):5.0f} s"
        f"   ({who.hands_and_head(effort):3.0f} s and {who.waiting(effort):3.0f} s over slow 3G;"
        f" {effort.taps} taps, {effort.characters_typed} characters, {effort.words} words,"
        f" {effort.loads} round trips, {effort.bytes_loaded // 1000} kB)",
        flush=True,
    )


def main() -> None:
    """A line for each preset and person; the journey, which may wait, behind it."""
    for preset, registration in presets().items():
        for who in PEOPLE:
            with house() as world:
                client = set_out(world, who, registration)
                effort = register(who, client)
                tell(f"registering, {preset}", who.human, effort)
                if preset != "conference":
                    tell(f"  and the journey, {preset}", who.human, tell_journey(who, client))
