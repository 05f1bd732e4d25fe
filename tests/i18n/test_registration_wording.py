import pytest

from trips.domain.registration.catalogue import FIELDS, Section
from trips.domain.registration.controls import Flaw
from trips.domain.registration_setup import Station
from trips.i18n.registration.field_wording import CONTINUE, INTROS, LABELS, SECTION_TEXTS, TITLES
from trips.i18n.registration.flaw_wording import FLAW_TEXTS, asked_in, flaw_words


def test_everything_that_is_asked_has_words() -> None:
    names = {control.name.removeprefix("agrees-") for spec in FIELDS for control in spec.controls}
    assert (names | {spec.name for spec in FIELDS}) - LABELS.keys() == set()
    assert SECTION_TEXTS.keys() == set(Section)
    assert TITLES.keys() == INTROS.keys() == CONTINUE.keys() == set(Station)
    assert FLAW_TEXTS.keys() == set(Flaw)


@pytest.mark.parametrize(
    ("control", "flaw", "words"),
    [
        ("level-en", Flaw.NO_LEVEL, "Choose how well, or remove English."),
        ("agrees-photo", Flaw.MISSING, "Please choose one of the answers."),
        ("languages", Flaw.MISSING, "Please add a language you understand."),
        ("email", Flaw.MISSING, "Please fill this in."),
    ],
)
def test_an_error_says_the_way_out(control: str, flaw: Flaw, words: str) -> None:
    assert flaw_words(control, flaw, "en") == words


def test_a_question_is_not_followed_by_a_colon() -> None:
    assert asked_in("email", "en") == "E-mail:"
    assert asked_in("agrees-photo", "en").endswith("?")
