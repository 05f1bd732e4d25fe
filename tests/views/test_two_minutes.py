"""Registering takes no longer than two minutes, reckoned from the pages as they are sent.

The walk counts what is read, tapped and typed on the pages themselves; no clock is asked, so a slow
machine changes nothing. `./run bench registering` tells every preset and person, with the server.
"""

from dataclasses import replace

import pytest

from bench.registering import (
    ASSISTANT,
    BUDGET,
    ENGINEER,
    MAYOR,
    Someone,
    presets,
    register,
    set_out,
    tell_journey,
)
from bench.seen import Seen
from tests.views.registering import OWN
from tests.world import World

pytestmark = pytest.mark.usefixtures("while_open")


@pytest.mark.parametrize(
    ("who", "preset"),
    [
        pytest.param(ENGINEER, "sample trip", id="an engineer with little English, an old phone"),
        pytest.param(ASSISTANT, "study tour", id="an assistant for a deputy minister"),
        pytest.param(MAYOR, "conference", id="a mayor in Ukrainian"),
    ],
)
def test_somebody_registers_within_two_minutes(world: World, who: Someone, preset: str) -> None:
    effort = replace(register(who, set_out(world, who, presets()[preset])), server=0.0)
    assert effort.taps >= 8  # the walk answers every visible question
    assert effort.words > 150
    assert who.human.seconds(effort) <= BUDGET


def test_the_journey_is_told_afterwards_and_is_not_on_the_way(world: World) -> None:
    telephone = set_out(world, MAYOR, presets()["study tour"])
    register(MAYOR, telephone)
    told = tell_journey(MAYOR, telephone)
    assert told.characters_typed > 100


def test_only_what_is_visible_counts(world: World) -> None:
    page = set_out(world, MAYOR, presets()["study tour"]).get(f"{OWN}?lang=en").text
    seen = Seen(page)
    assert "Is this right?" in seen.lines
    assert "Welcome, Oksana" in seen.lines
    assert any(line.startswith("Oksana Kovalenko") for line in seen.facts)
    assert "Saved when you go on." in seen.passing
    everything = " ".join((*seen.lines, *seen.passing, *seen.facts))
    assert "Given names, as in the passport" not in everything  # folded away
    assert "Afghanistan" not in everything  # in a list that is not open
