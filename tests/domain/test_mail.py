import pytest

from trips.domain.mail import language_for
from trips.domain.person import LanguageLevel, LanguageSkill, Person


@pytest.mark.parametrize(
    ("country", "languages", "wanted"),
    [
        ("DE", {}, "de"),
        ("AT", {}, "de"),
        ("ZA", {}, "en"),
        ("", {}, "en"),
        ("UA", {"uk": "native", "de": "B2"}, "de"),
        ("UA", {"uk": "native", "de": "A2"}, "en"),
        ("DE", {"en": "C1"}, "en"),
    ],
)
def test_people_are_written_to_in_german_only_if_they_read_it(
    country: str, languages: dict[str, str], wanted: str
) -> None:
    skills = tuple(LanguageSkill(code, LanguageLevel(level)) for code, level in languages.items())
    person = Person(uid="x", given_name="A", family_name="B", country=country, languages=skills)
    assert language_for(person) == wanted
