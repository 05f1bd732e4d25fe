"""Greetings after the practice of protocol, and politely in other languages."""

from typing import Any

import pytest

from trips.domain.person import FormOfAddress, Person, Predicate, ProtocolRank
from trips.domain.values.text import Text
from trips.i18n.letters.salutation import greeting_line, salutation

MS, MR, NEUTRAL = FormOfAddress.MS, FormOfAddress.MR, FormOfAddress.NEUTRAL
RANK = ProtocolRank


def person(
    given: str, family: str, form: FormOfAddress = NEUTRAL, title: str = "", **more: Any
) -> Person:
    return Person(
        uid="x",
        given_name=given,
        family_name=family,
        form_of_address=form,
        academic_title=title,
        **more,
    )


def office(german: str, english: str, rank: ProtocolRank = RANK.NONE) -> dict[str, Any]:
    return {"office": Text(de=german, en=english), "protocol_rank": rank}


EXCELLENCY: dict[str, Any] = {"predicate": Predicate.EXCELLENCY}
MAYOR = office("Oberbürgermeisterin der Stadt Leipzig", "Lord Mayor of Leipzig", RANK.MAYOR)
LORD_MAYOR = office("Oberbürgermeister", "Lord Mayor", RANK.MAYOR)
DEPUTY = office(
    "Vizeministerin für Wohnungswesen", "Deputy Minister of Human Settlements", RANK.DEPUTY_MINISTER
)
MINISTER = office("Minister für Stadtentwicklung", "Minister of Urban Affairs", RANK.MINISTER)
AMBASSADOR = office(
    "Botschafter der Republik Südafrika",
    "Ambassador Extraordinary and Plenipotentiary of South Africa",
    RANK.AMBASSADOR,
)
HEAD = office("Leiterin des Planungsamts", "Head of the Planning Office", RANK.HEAD_OF_DEPARTMENT)

GREETED = [
    # By name.
    (person("Thandiwe", "Dlamini", MS), "Sehr geehrte Frau Dlamini", "Dear Ms Dlamini"),
    (person("Jörg", "Müller", MR, "Dr."), "Sehr geehrter Herr Dr. Müller", "Dear Dr Müller"),
    (person("Anna", "Müller", MS, "Dr."), "Sehr geehrte Frau Dr. Müller", "Dear Dr Müller"),
    (person("Max", "Ton", MR, "Dr.-Ing."), "Sehr geehrter Herr Dr. Ton", "Dear Dr Ton"),
    (person("Ana", "Silva", MS, "PhD"), "Sehr geehrte Frau Dr. Silva", "Dear Dr Silva"),
    (person("Ina", "Berg", MS, "M.A."), "Sehr geehrte Frau Berg", "Dear Ms Berg"),
    (person("Udo", "Ernst", MR, "Dipl.-Ing."), "Sehr geehrter Herr Ernst", "Dear Mr Ernst"),
    # Two titles: only the highest is said, written out.
    (
        person("Eva", "Groß", MS, "Prof. Dr."),
        "Sehr geehrte Frau Professorin Groß",
        "Dear Professor Groß",
    ),
    (
        person("Karl", "Weiß", MR, "Prof. Dr.-Ing. Dr. h. c."),
        "Sehr geehrter Herr Professor Weiß",
        "Dear Professor Weiß",
    ),
    (person("Li", "Bo", MR, "Professor"), "Sehr geehrter Herr Professor Bo", "Dear Professor Bo"),
    # Without a form of address: the whole name.
    (person("Kim", "Lee"), "Guten Tag Kim Lee", "Dear Kim Lee"),
    (
        person("Kim", "Schmidt", title="Prof. Dr."),
        "Guten Tag Prof. Dr. Kim Schmidt",
        "Dear Professor Kim Schmidt",
    ),
    # The office instead of name and title.
    (
        person("Ada", "Jung", MS, **MAYOR),
        "Sehr geehrte Frau Oberbürgermeisterin",
        "Dear Lord Mayor",
    ),
    (
        person("Burkhard", "Jung", MR, "Dr.", **LORD_MAYOR),
        "Sehr geehrter Herr Oberbürgermeister",
        "Dear Lord Mayor",
    ),
    (
        person("Mzwandile", "Masina", MR, **office("Bürgermeister", "Executive Mayor", RANK.MAYOR)),
        "Sehr geehrter Herr Bürgermeister",
        "Dear Executive Mayor",
    ),
    (
        person("Zoe", "Kota", MS, **DEPUTY),
        "Sehr geehrte Frau Vizeministerin",
        "Dear Deputy Minister",
    ),
    (
        person("Peter", "Tschentscher", MR, "Dr.", **office("Erster Bürgermeister", "First Mayor")),
        "Sehr geehrter Herr Erster Bürgermeister",
        "Dear First Mayor",
    ),
    (
        person("Klara", "Geywitz", MS, **office("Bundesministerin", "Federal Minister")),
        "Sehr geehrte Frau Bundesministerin",
        "Dear Minister",
    ),
    (
        person(
            "Rolf", "Bösinger", MR, "Dr.", **office("Staatssekretär im BMWSB", "State Secretary")
        ),
        "Sehr geehrter Herr Staatssekretär",
        "Dear State Secretary",
    ),
    (
        person("Ewa", "Kot", MS, **office("Abgeordnete des Sejm", "Senator", RANK.COUNCILLOR)),
        "Sehr geehrte Frau Abgeordnete",
        "Dear Senator Kot",
    ),
    (
        person("Jo", "Bloggs", MR, **office("Stadtrat", "Councillor", RANK.COUNCILLOR)),
        "Sehr geehrter Herr Stadtrat",
        "Dear Councillor Bloggs",
    ),
    (person("Kim", "Roth", **DEPUTY), "Guten Tag Kim Roth", "Dear Deputy Minister"),
    # Offices nobody is greeted by.
    (person("Ute", "Kern", MS, **HEAD), "Sehr geehrte Frau Kern", "Dear Ms Kern"),
    (
        person("Abel", "Sow", MR, "Dr.", **office("Mitglied des Rats", "Member of the Council")),
        "Sehr geehrter Herr Dr. Sow",
        "Dear Dr Sow",
    ),
    # Honours stand alone, and only for those entitled.
    (person("S.", "Sizani", MR, country="ZA", **AMBASSADOR, **EXCELLENCY), "Exzellenz", ...),
    (person("M.", "Ek", MS, "Dr.", country="SE", **MINISTER, **EXCELLENCY), "Exzellenz", ...),
    (person("Nikola", "Eterović", MR, country="VA", **EXCELLENCY), "Exzellenz", ...),
    (
        person("Zoe", "Kota", MS, country="ZA", **DEPUTY, **EXCELLENCY),
        "Sehr geehrte Frau Vizeministerin",
        "Dear Deputy Minister",
    ),
    (
        person("Jan", "Roth", MR, country="DE", **MINISTER, **EXCELLENCY),
        "Sehr geehrter Herr Minister",
        "Dear Minister",
    ),
    (
        person("Patricio", "de Lille", MR, predicate=Predicate.HONOURABLE, **MINISTER),
        "Sehr geehrter Herr Minister",
        "Dear Minister",
    ),
    (person("Letsie III", "", MR, predicate=Predicate.MAJESTY), "Majestät", "Your Majesty"),
    # Nobility: the title is part of the family name and takes the place of Herr and Frau.
    (
        person("Otto", "Graf Lambsdorff", MR),
        "Sehr geehrter Graf Lambsdorff",
        "Dear Graf Lambsdorff",
    ),
    (
        person("Otto", "Graf Lambsdorff", MR, "Dr."),
        "Sehr geehrter Herr Dr. Graf Lambsdorff",
        "Dear Dr Graf Lambsdorff",
    ),
    (
        person("Mary", "Gräfin von Faber-Castell", MS),
        "Sehr geehrte Gräfin Faber-Castell",
        "Dear Gräfin Faber-Castell",
    ),
    (
        person("Karl", "Freiherr vom Stein", MR),
        "Sehr geehrter Freiherr vom Stein",
        "Dear Freiherr vom Stein",
    ),
    (
        person("Ursula", "von der Leyen", MS, "Dr."),
        "Sehr geehrte Frau Dr. von der Leyen",
        "Dear Dr von der Leyen",
    ),
    (person("Simon", "Rattle", MR, "Sir"), "Sehr geehrter Sir Simon", "Dear Sir Simon"),
    (person("Catherine", "Ashton", MS, "Lady"), "Sehr geehrte Lady Ashton", "Dear Lady Ashton"),
    # One name only.
    (person("Suharto", "", MR), "Sehr geehrter Herr Suharto", "Dear Mr Suharto"),
    (person("", "Megawati", MS), "Sehr geehrte Frau Megawati", "Dear Ms Megawati"),
    (person("Shakira", ""), "Guten Tag Shakira", "Dear Shakira"),
    # The own order of names.
    (
        person("Wenjie", "Ouyang", family_name_first=True),
        "Guten Tag Ouyang Wenjie",
        "Dear Ouyang Wenjie",
    ),
    (
        person("Viktor", "Nagy", MR, "Dr.", family_name_first=True, country="HU"),
        "Sehr geehrter Herr Dr. Nagy",
        "Dear Dr Nagy",
    ),
    (
        person("Van An", "Nguyen", MR, family_name_first=True, country="VN"),
        "Sehr geehrter Herr Nguyen Van An",
        "Dear Mr Nguyen Van An",
    ),
    (
        person("Almaz", "Bekele", MS, "Dr.", country="ET"),
        "Sehr geehrte Frau Dr. Almaz",
        "Dear Dr Almaz",
    ),
    (
        person("Guðrún", "Jónsdóttir", MS, country="IS"),
        "Sehr geehrte Frau Guðrún Jónsdóttir",
        "Dear Ms Guðrún Jónsdóttir",
    ),
    (
        person("María José", "García Márquez", MS),
        "Sehr geehrte Frau García Márquez",
        "Dear Ms García Márquez",
    ),
]


@pytest.mark.parametrize(
    ("who", "german", "english"), GREETED, ids=[f"{each[0].name}: {each[1]}" for each in GREETED]
)
def test_a_letter_greets_as_protocol_and_the_person_wish(
    who: Person, german: str, english: Any
) -> None:
    wanted = "Your Excellency" if english is ... else english
    assert (salutation(who, "de"), salutation(who, "en")) == (german, wanted)


def test_no_greeting_holds_a_gender_colon_or_a_gap() -> None:
    for who, _german, _english in GREETED:
        for locale in ("de", "en", "uk", "ar", "fr", "es", "pt", "zh", "xx"):
            words = salutation(who, locale)
            assert words == " ".join(words.split())
            assert not any(sign in words for sign in ":*{}")


OWN = person("Olena", "Koval", MS, own_script="Олена Коваль")
ARAB = person("Mona", "El-Sherbini", MS, "Dr.", own_script="منى الشربيني")


@pytest.mark.parametrize(
    ("who", "locale", "line"),
    [
        (OWN, "uk", "Шановна пані Олено Коваль!"),
        (ARAB, "ar", "السيدة الدكتورة منى الشربيني المحترمة،\nتحية طيبة وبعد،"),
        (ARAB, "uk", "Шановна пані Mona El-Sherbini!"),
        (OWN, "fr", "Madame,"),
        (OWN, "es", "Estimada señora Koval:"),
        (person("Kim", "Lee"), "it", "Gentile Kim Lee,"),
        (OWN, "sw", "Dear Ms Koval,"),
        (person("A", "B", MS, country="ZA", **MINISTER, **EXCELLENCY), "fr", "Excellence,"),
    ],
)
def test_other_languages_greet_simply_and_politely(who: Person, locale: str, line: str) -> None:
    assert greeting_line(who, locale) == line


def test_what_was_written_by_hand_goes_first_in_its_language_only() -> None:
    who = person("Ada", "Jung", MS, salutation=Text(de="Liebe Frau Jung,"), **MAYOR)
    assert (salutation(who, "de"), salutation(who, "en")) == ("Liebe Frau Jung", "Dear Lord Mayor")
