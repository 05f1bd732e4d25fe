import pytest

from trips.domain.values.collation import fold, search_text, sort_key
from trips.domain.values.text import EMPTY, Shown, Text


def test_an_empty_translation_is_an_absent_one() -> None:
    assert Text(de="Leipzig", en="  ") == Text(de="Leipzig")
    assert Text(de="Leipzig", en="").missing() == ("en",)


def test_a_fallback_says_that_it_is_one() -> None:
    text = Text(uk="Ляйпциг", en="Leipzig")
    assert text.shown("en") == Shown("Leipzig", "en", is_fallback=False)
    assert text.shown("de") == Shown("Leipzig", "en", is_fallback=True)
    assert Text(uk="Ляйпциг").shown("de") == Shown("Ляйпциг", "uk", is_fallback=True)


def test_an_empty_text_is_false_and_misses_nothing() -> None:
    assert not EMPTY
    assert EMPTY.missing() == ()
    assert EMPTY.shown("de").text == ""


def test_one_language_can_be_changed_alone() -> None:
    text = Text(de="Rundgang", en="Walk")
    assert text.with_lang("en", "Tour") == Text(de="Rundgang", en="Tour")
    assert text.with_lang("en", "") == Text(de="Rundgang")
    assert hash(text) == hash(Text(en="Walk", de="Rundgang"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ärzte-Straße", "arzte strasse"),
        ("O’Shaughnessy", "o shaughnessy"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Nguyễn Thị Hồng", "nguyen thi hong"),
        ("Харків", "харків"),
    ],
)
def test_folding_forgets_case_accents_and_punctuation(text: str, folded: str) -> None:
    assert fold(text).replace("и", "и") == fold(folded)


def test_names_sort_as_in_a_german_list() -> None:
    names = ["Zeta", "Öztürk", "adam", "Oster", "Ôster", "Straße", "Strasse"]
    assert sorted(names, key=sort_key) == [
        "adam",
        "Oster",
        "Ôster",
        "Öztürk",
        "Strasse",
        "Straße",
        "Zeta",
    ]


def test_a_search_finds_any_part() -> None:
    assert fold("ozturk") in search_text("Ayşe Öztürk", "Bürgermeisterin")
