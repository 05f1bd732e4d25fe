"""Greetings by office and title in Ukrainian, Arabic, French and Spanish."""

from typing import Any

import pytest

from tests.i18n.letters.test_salutation import (
    AMBASSADOR,
    DEPUTY,
    EXCELLENCY,
    HEAD,
    MAYOR,
    MINISTER,
    MR,
    MS,
    RANK,
    office,
    person,
)
from trips.domain.person import Person, Predicate
from trips.i18n.letters.offices_abroad import OFFICE_GREETINGS, Office
from trips.i18n.letters.salutation import greeting_line, salutation
from trips.i18n.letters.ukrainian import vocative

VICE_MAYOR = office("Stellvertretende Bürgermeisterin", "Deputy Mayor", RANK.DEPUTY_MAYOR)
BOARD = office("Präsidentin", "President of the Chamber of Architects")
STATE: dict[str, Any] = {**office("Präsident", "President", RANK.HEAD_OF_STATE)}
LINA = {"own_script": "لينا عبيدات"}

GREETED: list[tuple[Person, tuple[str, str, str, str]]] = [
    (
        person("Lina", "Obeidat", MS, country="JO", **MINISTER, **LINA),
        (
            "Вельмишановна пані міністерко",
            "معالي الوزيرة لينا عبيدات المحترمة",
            "Madame la Ministre",
            "Excelentísima señora ministra",
        ),
    ),
    (
        person("S.", "Sizani", MR, country="ZA", **AMBASSADOR),
        (
            "Вельмишановний пане после",
            "سعادة السفير S. Sizani المحترم",
            "Monsieur l’Ambassadeur",
            "Excelentísimo señor embajador",
        ),
    ),
    (
        person("S.", "Sizani", MR, country="ZA", **AMBASSADOR, **EXCELLENCY),
        ("Ваша Високоповажносте", "سعادة السفير S. Sizani المحترم", "Excellence", "Excelencia"),
    ),
    (
        person("Nikola", "Eterović", MR, country="VA", **EXCELLENCY),
        ("Ваша Високоповажносте", "صاحب السعادة", "Excellence", "Excelencia"),
    ),
    (
        person("Zoe", "Kota", MS, **DEPUTY, predicate=Predicate.HONOURABLE),
        (
            "Шановна пані заступнице міністра",
            "سعادة نائبة الوزير Zoe Kota المحترمة",
            "Madame la Vice-ministre",
            "Estimada señora viceministra",
        ),
    ),
    (
        person("Ada", "Jung", MS, "Dr.", **MAYOR),
        (
            "Шановна пані міська голово",
            "سعادة رئيسة البلدية Ada Jung المحترمة",
            "Madame la Maire",
            "Estimada señora alcaldesa",
        ),
    ),
    (
        person("Oksana", "Kovalchuk", MS, own_script="Оксана Ковальчук", **VICE_MAYOR),
        (
            "Шановна пані заступнице міського голови",
            "سعادة نائبة رئيس البلدية Oksana Kovalchuk المحترمة",
            "Madame la Maire adjointe",
            "Estimada señora vicealcaldesa",
        ),
    ),
    # A rank alone says enough only where it is one office.
    (
        person("Awa", "Sow", MS, protocol_rank=RANK.MAYOR),
        (
            "Шановна пані міська голово",
            "سعادة رئيسة البلدية Awa Sow المحترمة",
            "Madame la Maire",
            "Estimada señora alcaldesa",
        ),
    ),
    (
        person("Awa", "Sow", MS, protocol_rank=RANK.GOVERNOR),
        ("Шановна пані Awa Sow", "السيدة Awa Sow المحترمة", "Madame", "Estimada señora Sow"),
    ),
    # Offices that the table does not know, or by which nobody is greeted: the name.
    (
        person("Ina", "Berg", MS, **BOARD),
        ("Шановна пані Ina Berg", "السيدة Ina Berg المحترمة", "Madame", "Estimada señora Berg"),
    ),
    (
        person("Ute", "Kern", MS, **HEAD),
        ("Шановна пані Ute Kern", "السيدة Ute Kern المحترمة", "Madame", "Estimada señora Kern"),
    ),
    (
        person("Kim", "Roth", **DEPUTY),
        (
            "Добрий день, Kim Roth",
            "حضرة Kim Roth",
            "Bonjour Kim Roth",
            "Buenos días, Kim Roth",
        ),
    ),
    # Heads of state, monarchs, titles.
    (
        person("Juan", "Gil", MR, **STATE),
        (
            "Вельмишановний пане президенте",
            "فخامة الرئيس Juan Gil المحترم",
            "Monsieur le Président",
            "Excelentísimo señor presidente",
        ),
    ),
    (
        person("Letsie III", "", MR, predicate=Predicate.MAJESTY),
        ("Ваша Величносте", "جلالتكم", "Votre Majesté", "Majestad"),
    ),
    (
        person("Eva", "Groß", MS, "Prof. Dr."),
        (
            "Шановна пані професорко",
            "الأستاذة الدكتورة Eva Groß المحترمة",
            "Madame la Professeure",
            "Estimada profesora Groß",
        ),
    ),
    (
        person("Ana", "Silva", MR, "Dr."),
        (
            "Шановний пане Ana Silva",
            "السيد الدكتور Ana Silva المحترم",
            "Monsieur",
            "Estimado doctor Silva",
        ),
    ),
]


@pytest.mark.parametrize(
    ("who", "greetings"), GREETED, ids=[f"{each[0].name}: {each[1][2]}" for each in GREETED]
)
def test_offices_and_titles_are_greeted_as_each_language_does(
    who: Person, greetings: tuple[str, ...]
) -> None:
    assert tuple(salutation(who, lang) for lang in ("uk", "ar", "fr", "es")) == greetings


def test_each_language_puts_its_own_sign_behind_the_greeting() -> None:
    who = person("Lina", "Obeidat", MS, **LINA)
    assert greeting_line(who, "uk") == "Шановна пані Lina Obeidat!"
    assert greeting_line(who, "ar") == "السيدة لينا عبيدات المحترمة،\nتحية طيبة وبعد،"
    assert greeting_line(who, "fr") == "Madame,"
    assert greeting_line(who, "es") == "Estimada señora Obeidat:"


@pytest.mark.parametrize("lang", OFFICE_GREETINGS)
def test_a_woman_and_a_man_are_greeted_differently(lang: str) -> None:
    assert all(woman != man for woman, man in OFFICE_GREETINGS[lang].values())
    assert {Office.MINISTER, Office.AMBASSADOR, Office.MAYOR} <= set(OFFICE_GREETINGS[lang])


@pytest.mark.parametrize(
    ("given", "called", "is_man"),
    [
        *(("Олена", "Олено", False), ("Марія", "Маріє", False), ("Наталя", "Наталю", False)),
        *(("Дар’я", "Дар’є", False), ("Любов", "Любове", False), ("Нінель", "Нінель", False)),
        *(("Микола", "Миколо", True), ("Сергій", "Сергію", True), ("Петро", "Петре", True)),
        *(("Василь", "Василю", True), ("Іван", "Іване", True), ("Олег", "Олеже", True)),
        *(("Ілля", "Ілле", True), ("Володимир", "Володимире", True), ("Жак", "Жак", True)),
    ],
)
def test_ukrainian_given_names_stand_in_the_vocative(
    given: str, called: str, *, is_man: bool
) -> None:
    assert vocative(given, is_man=is_man) == called
