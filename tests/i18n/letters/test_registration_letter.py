"""Mails about registering say the same in every language that delegates are written to in."""

from datetime import date

import pytest

from tests.world_trip import trip
from trips.domain.mail import LETTER_LANGUAGES, MailKind
from trips.domain.person import FormOfAddress, Person
from trips.domain.registration_setup import Station
from trips.domain.values.text import Text
from trips.i18n.letters.registration_letter import (
    Due,
    Entrusted,
    RegistrationLetter,
    letter_body,
    letter_subject,
)

OLENA = Person(
    uid="x",
    given_name="Olena",
    family_name="Koval",
    own_script="Олена Коваль",
    form_of_address=FormOfAddress.MS,
)
URL = "https://trips.example.org/r/abc"
KINDS = [
    kind for kind in MailKind if not kind.value.startswith("host") and kind is not MailKind.CHANGE
]


def letter(kind: MailKind, **more: object) -> RegistrationLetter:
    due = (Due(Station.PERSON, date(2026, 2, 1)), Due(Station.JOURNEY, date(2026, 3, 1)))
    given = {"url": URL, "due": due, "signature": "Jana Brandt", **more}
    return RegistrationLetter(kind=kind, person=OLENA, trip=trip().trip, **given)


@pytest.mark.parametrize("locale", LETTER_LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_is_whole_in_every_language(kind: MailKind, locale: str) -> None:
    subject, body = letter_subject(letter(kind), locale), letter_body(letter(kind), locale)
    assert subject
    assert "%(" not in subject + body
    assert body.endswith("Jana Brandt\n")
    english = letter_body(letter(kind), "en").split("\n\n")
    if locale != "en":
        paragraphs = body.split("\n\n")
        assert len(paragraphs) == len(english)
        assert not set(paragraphs[:2]) & set(english)


def test_ukrainian_days_of_the_week_are_declined() -> None:
    assert "до неділі, 1 лютого 2026" in letter_body(letter(MailKind.INVITATION), "uk")


def test_one_deadline_for_everything_is_said_once() -> None:
    due = (Due(Station.PERSON, date(2026, 2, 1)), Due(Station.NEEDS, date(2026, 2, 1)))
    body = letter_body(letter(MailKind.INVITATION, due=due), "en")
    assert body.count("2026") == 2, "the days of the trip, and one deadline"
    assert "Please answer by Sunday, 1 February 2026." in body


def test_whoever_is_replaced_or_refused_gets_no_link() -> None:
    for kind in (MailKind.REPLACED, MailKind.REGRET, MailKind.DECLINED):
        assert URL not in letter_body(letter(kind), "en")


def test_a_contact_person_reads_names_and_the_links_of_others() -> None:
    people = (Entrusted("Petro Lysenko"), Entrusted("Iryna Bondar", f"{URL}2"))
    mail = letter(MailKind.INVITATION, delegation=Text(en="Ukraine"), entrusted=people)
    body = letter_body(mail, "en")
    assert f"Petro Lysenko\nIryna Bondar\n{URL}2" in body
    assert "pass it on to them only" in body
