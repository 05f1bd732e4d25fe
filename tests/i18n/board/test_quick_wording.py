"""How a quick line was understood, told to whoever typed it."""

from tests.domain.board.planned_trip import trip
from trips.domain.board.quick.reading import read_line
from trips.domain.board.steps import QuickAdd
from trips.i18n.board.quick_wording import reading_sentence, reading_words


def test_every_part_is_named_and_what_was_assumed_is_marked() -> None:
    line = "Fr 14 Uhr Villa Leon, Führung, Gruppe A"
    reading = read_line(trip(), QuickAdd(line=line))
    assert reading_sentence(reading, "de") == (
        "Tag: Fr 18. Sept (angenommen); Zeit: 14:00–15:30 (angenommen); Für: Gruppe A; "
        "Ort: Villa Leon; Art: Rundgang; Titel: Villa Leon"
    )


def test_an_idea_says_that_it_has_no_time() -> None:
    reading = read_line(trip(), QuickAdd(line="Besuch im Museum, 90 min, München", locale="en"))
    words = reading_words(reading, "en")
    assert words[0].value == "none: it goes to the ideas"
    assert [(each.name, each.value) for each in words[1:]] == [
        ("Length", "1 h 30 min"),
        ("City", "Munich"),
        ("Kind", "Site visit"),
        ("Title", "Besuch im Museum"),
    ]
