"""Steps in words: announced, on buttons, and where they are refused."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from trips.domain.board.effects import Note, NoteCode, StepError, StepErrorCode
from trips.domain.board.outcome import StaleItem, StepOutcome
from trips.domain.board.steps import VERBS
from trips.domain.board.undo import StepLabel, UndoRefusal, UndoRefusedError
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.stop import BookingStatus
from trips.domain.values.text import Text
from trips.i18n.board.step_wording import (
    error_words,
    note_words,
    outcome_words,
    redo_words,
    refusal_words,
    stale_words,
    undo_words,
)

LEON = Text(de="Villa Leon")
AT = datetime(2015, 9, 19, 15)
FACTS = {
    "title": LEON,
    "first": LEON,
    "second": Text(de="Rathaus"),
    "city": Text(de="München"),
    "starts": AT,
    "ends": AT,
    "departs": AT,
    "group": "C",
    "minutes": 5,
    "days": 7,
    "number": 2,
    "most": 1000,
    "fields": ("site", "text"),
    "booking": BookingStatus.BOOKED,
    "has_site": True,
}


def label(verb: str, number: int = 1) -> StepLabel:
    return StepLabel(step="s", verb=verb, kind="item", number=number, title=LEON)


def test_the_button_says_what_it_would_take_back() -> None:
    assert undo_words(label("move"), "de") == "Rückgängig: Villa Leon verschoben"
    assert undo_words(label("move", 3), "de") == "Rückgängig: 3 Programmpunkte verschoben"
    assert redo_words(label("resize"), "en") == "Redo: Times of Villa Leon changed"
    assert undo_words(None, "de") == "Es gibt nichts rückgängig zu machen."


def test_a_split_is_called_by_the_item_however_many_come_of_it() -> None:
    assert undo_words(label("split", 3), "en") == "Undo: Villa Leon split for the groups"


def test_a_live_region_hears_where_the_item_is_now() -> None:
    item = Item(
        uid="i",
        kind=ItemKind.VISIT,
        title=LEON,
        starts=AT,
        ends=AT.replace(hour=16),
        groups=("A",),
    )
    outcome = StepOutcome(step="s", revision=2, changed=(item,))
    assert outcome_words("move", outcome, "de") == (
        "Villa Leon verschoben: Sa 19. Sept, 15:00–16:00, Gruppe A"
    )
    assert "angefragt" not in outcome_words("place", outcome, "de")
    asked = replace(outcome, changed=(replace(item, status=ItemStatus.REQUESTED),))
    assert outcome_words("place", asked, "de").endswith("Gruppe A, angefragt")
    assert outcome_words("move", StepOutcome(step="", revision=2), "en") == "Nothing changed."


def test_a_refusal_names_who_was_there_first() -> None:
    refused = UndoRefusedError(
        UndoRefusal.CHANGED_SINCE,
        "s",
        title=LEON,
        kind="item",
        actor_name="Kofi Mensah",
        at=datetime(2015, 9, 1, 8, tzinfo=UTC),
    )
    assert refusal_words(refused, "de") == (
        "Kofi Mensah hat Villa Leon seitdem geändert (Di 1. Sept). Es bleibt, wie es ist."
    )
    stale = StaleItem(uid="i", title=LEON, actor_name="Kofi Mensah", fields=("starts", "groups"))
    assert stale_words(stale, "de") == (
        "Kofi Mensah hat „Villa Leon“ geändert (Beginn und Gruppen)."
    )


@pytest.mark.parametrize("locale", ["de", "en"])
def test_every_code_has_words(locale: str) -> None:
    facts = {**FACTS, "last": AT.date()}
    told = [error_words(StepError(code, **facts), locale) for code in StepErrorCode]
    told += [note_words(Note(code, facts), locale) for code in NoteCode]
    told += [undo_words(label(verb), locale) for verb in VERBS]
    told += [
        refusal_words(UndoRefusedError(reason, "s", title=LEON, kind="item"), locale)
        for reason in UndoRefusal
    ]
    assert all(told)
    assert not [words for words in told if "%(" in words]
