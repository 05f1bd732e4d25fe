"""The lines of an address, as protocol and post offices want them."""

from dataclasses import replace
from typing import Any

import pytest

from trips.domain.organisation import Organisation
from trips.domain.person import FormOfAddress, Person, Predicate, ProtocolRank
from trips.domain.values.text import Text
from trips.i18n.letters.address import AddressOrder, address_block

MS, MR, NEUTRAL = FormOfAddress.MS, FormOfAddress.MR, FormOfAddress.NEUTRAL
CITY = Organisation(
    uid="o",
    name=Text(de="Stadt Leipzig", en="City of Leipzig"),
    city=Text(de="Leipzig", en="Leipzig"),
    country="DE",
    address="Am Ring 4, 04109 Leipzig",
)
MINISTRY = Organisation(
    uid="m",
    name=Text(de="Ministerium für Wohnungswesen", en="Housing Department"),
    city=Text(de="Pretoria", en="Pretoria"),
    country="ZA",
)


def person(given: str, family: str, form: FormOfAddress, title: str = "", **more: Any) -> Person:
    return Person(
        uid="x",
        given_name=given,
        family_name=family,
        form_of_address=form,
        academic_title=title,
        **more,
    )


MAYOR = person(
    "Ada",
    "Jung",
    MS,
    "Dr.",
    office=Text(de="Oberbürgermeisterin der Stadt Leipzig", en="Lord Mayor"),
)
AMBASSADOR = person(
    "Stone",
    "Sizani",
    MR,
    country="ZA",
    office=Text(de="Botschafter von Südafrika", en="Ambassador of South Africa"),
    predicate=Predicate.EXCELLENCY,
    protocol_rank=ProtocolRank.AMBASSADOR,
    postal_address="Am Tor 18\n10785 Berlin",
)
DEPUTY = person(
    "Zoe",
    "Kota",
    MS,
    country="ZA",
    office=Text(de="Vizeministerin", en="Deputy Minister"),
    predicate=Predicate.HONOURABLE,
    protocol_rank=ProtocolRank.DEPUTY_MINISTER,
)
ENGINEER = person(
    "Arvind",
    "Kulkarni",
    MR,
    "Prof. Dr.",
    country="IN",
    function=Text(de="Ingenieur", en="Engineer"),
)
KING = person(
    "Letsie III", "", MR, predicate=Predicate.MAJESTY, office=Text(de="König von Lesotho")
)
PRESIDENT = person("Ivo", "Rot", MR, office=Text(de="Erster Präsident des Senats"))

ADDRESSES = [
    (
        MAYOR,
        CITY,
        "Oberbürgermeisterin der Stadt Leipzig|Frau Dr. Ada Jung|Am Ring 4|04109 Leipzig",
        "Dr Ada Jung|Lord Mayor|City of Leipzig|Am Ring 4|04109 Leipzig",
    ),
    (
        AMBASSADOR,
        None,
        "Seiner Exzellenz|dem Botschafter von Südafrika|Herrn Stone Sizani|Am Tor 18|10785 Berlin",
        "His Excellency Stone Sizani|Ambassador of South Africa|Am Tor 18|10785 Berlin",
    ),
    (
        DEPUTY,
        MINISTRY,
        "Vizeministerin|Frau Zoe Kota|Ministerium für Wohnungswesen|Pretoria|SÜDAFRIKA",
        "The Honourable Zoe Kota|Deputy Minister|Housing Department|Pretoria|SOUTH AFRICA",
    ),
    (
        ENGINEER,
        None,
        "Herrn Prof. Dr. Arvind Kulkarni|Ingenieur|INDIEN",
        "Professor Arvind Kulkarni|Engineer|INDIA",
    ),
    (KING, None, "Seiner Majestät|dem König von Lesotho|Letsie III", "His Majesty Letsie III"),
    (PRESIDENT, None, "Ersten Präsidenten des Senats|Herrn Ivo Rot", "Mr Ivo Rot"),
    (
        person("Wenjie", "Ouyang", NEUTRAL, family_name_first=True),
        None,
        "Ouyang Wenjie",
        "Ouyang Wenjie",
    ),
    (
        person("Ana", "Sol", MS, "M.A.", postal_address="Rua 1\n1000 Lisboa\nPortugal"),
        None,
        "Frau Ana Sol, M.A.|Rua 1|1000 Lisboa|PORTUGAL",
        "Ms Ana Sol, M.A.|Rua 1|1000 Lisboa|PORTUGAL",
    ),
    (
        person("Jens", "Ohm", MR, postal_address="Weg 1\n10115 Berlin\nDeutschland", country="DE"),
        None,
        "Herrn Jens Ohm|Weg 1|10115 Berlin",
        "Mr Jens Ohm|Weg 1|10115 Berlin",
    ),
]


@pytest.mark.parametrize(
    ("who", "body", "german", "english"), ADDRESSES, ids=[each[0].name for each in ADDRESSES]
)
def test_an_address_has_its_lines_in_order(
    who: Person, body: Organisation | None, german: str, english: str
) -> None:
    assert "|".join(address_block(who, body, "de")) == german
    assert "|".join(address_block(who, body, "en")) == english


def test_a_personal_letter_names_the_person_first() -> None:
    lines = address_block(MAYOR, CITY, "de", AddressOrder.PERSON)
    assert lines[:2] == ("Frau Dr. Ada Jung", "Oberbürgermeisterin der Stadt Leipzig")


def test_a_woman_who_is_excellency_is_declined() -> None:
    who = replace(
        AMBASSADOR, form_of_address=MS, office=Text(de="Stellvertretende Botschafterin von Peru")
    )
    assert address_block(who, None, "de")[:2] == (
        "Ihrer Exzellenz",
        "der Stellvertretenden Botschafterin von Peru",
    )


def test_every_other_language_is_addressed_in_english() -> None:
    assert address_block(DEPUTY, MINISTRY, "uk") == address_block(DEPUTY, MINISTRY, "en")


def test_what_was_written_by_hand_goes_first() -> None:
    who = replace(MAYOR, address_block=Text(de="Frau Jung\n\n  Rathaus "))
    assert address_block(who, CITY, "de") == ("Frau Jung", "Rathaus")
    assert address_block(who, CITY, "en")[0] == "Dr Ada Jung"
