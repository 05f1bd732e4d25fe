"""German and English in one cell."""

import pytest

from trips.domain.notations.two_languages import part_languages
from trips.domain.values.text import EMPTY, Text


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("Begrüßung / Welcome", "Begrüßung", "Welcome"),
        ("Begrüßung\nWelcome", "Begrüßung", "Welcome"),
        ("Lunch/Mittagessen", "Mittagessen", "Lunch"),
        ("Abendessen – Dinner", "Abendessen", "Dinner"),
        ("de: Rathaus en: Agora", "Rathaus", "Agora"),
        ("EN: Agora\nDE: Rathaus", "Rathaus", "Agora"),
        ("(de) Rathaus (en) Agora", "Rathaus", "Agora"),
        ("Besuch des Rathauses (Visit to the town hall)", "Besuch des Rathauses", None),
        ("Stadt Leipzig / City of Leipzig", "Stadt Leipzig", "City of Leipzig"),
        ("Wandel mit den Menschen / Change with people", "Wandel mit den Menschen", None),
        ("Referatsleiterin | Head of Division", "Referatsleiterin", "Head of Division"),
    ],
)
def test_two_languages_are_parted_where_the_words_prove_them(written, german, english):
    text = part_languages(written).text
    assert set(text) == {"de", "en"}
    assert text["de"] == german
    assert text["en"] == (english or text["en"])
    assert german not in text["en"]


@pytest.mark.parametrize(
    "written",
    [
        "Nürnberg / Fürth",
        "Bus / Bahn",
        "Rundgang\nmit Frau Müller",
        "Welcome\nby the mayor",
        "München – Nürnberg",
        "Ankunft (Flughafen)",
        "Workshop / Workshop",
        "Ende: 18 Uhr",
        "Besuch / Visit / Visite",
    ],
)
def test_other_halves_stay_together_without_a_word(written):
    parted = part_languages(written)
    assert (parted.text, parted.is_doubtful) == (EMPTY, False)


@pytest.mark.parametrize("written", ["Visit (Rathaus)", "Lunch / Ratskeller", "Besuch – Reception"])
def test_what_only_seems_to_be_two_languages_is_kept_whole_and_said(written):
    parted = part_languages(written)
    assert (parted.text, parted.is_doubtful) == (EMPTY, True)


def test_marks_without_both_languages_are_words():
    assert part_languages("de: Besuch").text == EMPTY
    assert part_languages("Vorab de: Besuch en: Visit").text == EMPTY
    assert part_languages("de: en: Visit").text != Text(de="en", en="Visit")
