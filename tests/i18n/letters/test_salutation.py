import pytest

from trips.domain.person import FormOfAddress, Person
from trips.i18n.letters.salutation import salutation

MS, MR, NEUTRAL = FormOfAddress.MS, FormOfAddress.MR, FormOfAddress.NEUTRAL
PEOPLE = [
    (("Thandiwe", "Dlamini", MS, ""), "Sehr geehrte Frau Dlamini", "Dear Ms Dlamini"),
    (("Arvind", "Kulkarni", MR, "Dr."), "Sehr geehrter Herr Dr. Kulkarni", "Dear Dr. Kulkarni"),
    (("Eva", "Groß", MS, "Prof. Dr."), "Sehr geehrte Frau Prof. Dr. Groß", "Dear Prof. Dr. Groß"),
    (("Kim", "Lee", NEUTRAL, ""), "Guten Tag Kim Lee", "Dear Kim Lee"),
    (("Suharto", "", MR, ""), "Guten Tag Suharto", "Dear Suharto"),
]


@pytest.mark.parametrize(("who", "german", "english"), PEOPLE, ids=[each[1] for each in PEOPLE])
def test_a_letter_greets_as_the_person_wishes(
    who: tuple[str, str, FormOfAddress, str], german: str, english: str
) -> None:
    given, family, form, title = who
    person = Person(
        uid="x", given_name=given, family_name=family, form_of_address=form, academic_title=title
    )
    assert (salutation(person, "de"), salutation(person, "en")) == (german, english)


def test_who_puts_the_family_name_first_is_greeted_so() -> None:
    person = Person(uid="x", given_name="Wenjie", family_name="Ouyang", family_name_first=True)
    assert salutation(person, "en") == "Dear Ouyang Wenjie"
