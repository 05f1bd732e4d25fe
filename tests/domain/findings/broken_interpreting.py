"""Trips that break the rules about interpreters."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from tests.domain.findings.small_trip import COMING, PERSON, SOUND, at, item
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.codes import Severity
from trips.domain.interpreter import (
    Assignment,
    Availability,
    Interpreter,
    InterpretingMode,
    LanguagePair,
)
from trips.domain.item import Item, ItemKind
from trips.domain.participation import Role
from trips.domain.snapshot import TripSnapshot

Broken = Callable[[], TripSnapshot]
LERATO = replace(PERSON, uid="lerato", given_name="Lerato")
VOICE = Interpreter(uid="voice", person="lerato")


def assigned(
    items: tuple[Item, ...],
    mode: InterpretingMode = InterpretingMode.CONSECUTIVE,
    voices: tuple[str, ...] = ("voice",),
) -> tuple[Assignment, ...]:
    """From German into English at every item."""
    return tuple(
        Assignment(
            uid=f"{voice}-at-{each.uid}",
            item=each.uid,
            interpreter=voice,
            mode=mode,
            source="de",
            target="en",
        )
        for each in items
        for voice in voices
    )


def interpreted(
    *items: Item,
    mode: InterpretingMode = InterpretingMode.CONSECUTIVE,
    voice: Interpreter = VOICE,
) -> TripSnapshot:
    """One interpreter at all the items, which are those of the sound trip if none are given."""
    return replace(
        SOUND,
        items=items or SOUND.items,
        persons=(PERSON, LERATO),
        interpreters=(voice,),
        assignments=assigned(items or SOUND.items[:1], mode),
    )


def arriving(on: date) -> TripSnapshot:
    """The interpreter is on the trip from a day on."""
    stays = replace(
        COMING, uid="stays", person="lerato", role=Role.INTERPRETER, present_from=on, delegate=None
    )
    known = interpreted()
    return replace(known, participations=(*known.participations, replace(stays, counts=())))


def _full_day() -> tuple[Item, ...]:
    return (
        item("one", at(8, day=18), at(10, day=18), kind=ItemKind.TALK),
        item("two", at(10, 30, day=18), at(12, day=18), kind=ItemKind.TALK),
        item("lunch", at(12, 15, day=18), at(13, 15, day=18), kind=ItemKind.MEAL),
        item("three", at(13, 30, day=18), at(15, 30, day=18), kind=ItemKind.TALK),
        item("four", at(16, day=18), at(17, 30, day=18), kind=ItemKind.TALK),
    )


NOON = (Availability(date(2015, 9, 16), date(2015, 9, 16), time(12)),)

INTERPRETING: dict[Code, tuple[Severity, Broken]] = {
    Code.INTERPRETER_ABSENT: (Severity.BLOCKS, lambda: arriving(date(2015, 9, 17))),
    Code.INTERPRETER_UNAVAILABLE: (
        Severity.BLOCKS,
        lambda: interpreted(voice=replace(VOICE, availability=NOON)),
    ),
    Code.INTERPRETER_ALONE: (
        Severity.WARNS,
        lambda: interpreted(mode=InterpretingMode.WHISPERED),
    ),
    Code.INTERPRETER_DAY_LONG: (Severity.WARNS, lambda: interpreted(*_full_day())),
    Code.INTERPRETER_BREAK_MISSING: (
        Severity.WARNS,
        lambda: interpreted(
            item("talk", at(10), at(12)), item("lunch", at(12), at(13, 30), kind=ItemKind.MEAL)
        ),
    ),
    Code.INTERPRETER_REST_SHORT: (
        Severity.WARNS,
        lambda: interpreted(
            item("late", at(20), at(22, 30), kind=ItemKind.RECEPTION),
            item("early", at(8, day=17), at(9, day=17)),
        ),
    ),
    Code.INTERPRETER_UNSUITED: (
        Severity.WARNS,
        lambda: interpreted(voice=replace(VOICE, pairs=(LanguagePair("en", "de"),))),
    ),
}
