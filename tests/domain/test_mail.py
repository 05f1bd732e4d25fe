import pytest

from trips.domain.mail import language_for, leads_nowhere, with_public_links
from trips.domain.person import LanguageLevel, LanguageSkill, Person


@pytest.mark.parametrize(
    ("country", "languages", "wanted"),
    [
        ("DE", {}, "de"),
        ("AT", {}, "de"),
        ("ZA", {}, "en"),
        ("", {}, "en"),
        ("UA", {"uk": "native", "de": "B2"}, "uk"),
        ("UA", {"uk": "B1", "de": "B2", "en": "B1"}, "de"),
        ("EG", {"ar": "native", "en": "C1"}, "ar"),
        ("IN", {"hi": "native", "en": "C1"}, "en"),
        ("PE", {"es": "native", "de": "A2"}, "es"),
        ("SN", {"fr": "native", "wo": "native", "en": "B2"}, "fr"),
        ("BR", {"pt": "native", "de": "A2"}, "en"),
        ("CH", {"en": "C1", "de": "C1"}, "de"),
        ("DE", {"en": "C1"}, "en"),
    ],
)
def test_people_are_written_to_in_the_language_they_know_best(
    country: str, languages: dict[str, str], wanted: str
) -> None:
    skills = tuple(LanguageSkill(code, LanguageLevel(level)) for code, level in languages.items())
    person = Person(uid="x", given_name="A", family_name="B", country=country, languages=skills)
    assert language_for(person) == wanted


def test_the_language_of_letters_goes_before_what_somebody_knows() -> None:
    skills = (LanguageSkill("de", LanguageLevel.NATIVE),)
    person = Person(
        uid="x", given_name="A", family_name="B", letter_language="ar", languages=skills
    )
    assert language_for(person) == "ar"


@pytest.mark.parametrize(
    ("address", "is_local"),
    [
        ("http://127.0.0.1:8000/r/abc", True),
        ("http://localhost/p/abc", True),
        ("https://trips.example.org/r/abc", False),
        ("http://127.0.0.1:8000/elsewhere", False),
    ],
)
def test_links_of_this_machine_are_found_and_made_public(address: str, *, is_local: bool) -> None:
    assert leads_nowhere(f"Please register: {address}") is is_local
    made = with_public_links(address, "https://trips.example.org")
    assert made == ("https://trips.example.org" + address[-6:] if is_local else address)
