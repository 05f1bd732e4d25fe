"""What is kept about somebody, in words that they understand."""

from trips.i18n.privacy.own_wording import own_words


def test_answers_name_their_question_and_what_was_chosen() -> None:
    asked = {"de": "Kommen Sie mit?", "en": "Will you come along?"}
    about = {"de": "Worüber?", "en": "What about?"}
    given = [
        {"question": asked, "value": "yes"},
        {"question": about, "value": [{"de": "Wohnen", "en": "Housing"}]},
    ]
    assert own_words("answers", given, "de") == "Kommen Sie mit? Ja\nWorüber? Wohnen"
    assert own_words("answers", given, "en") == "Will you come along? Yes\nWhat about? Housing"


def test_a_visa_is_told_by_its_steps() -> None:
    visa = {"status": "granted", "applied_on": "2015-08-20", "is_insured": True, "note": ""}
    assert own_words("visa", visa, "de") == (
        "Visum: Visum erteilt; Beantragt am: 20.08.2015; Reisekrankenversicherung liegt vor: Ja"
    )


def test_changes_told_by_mail_are_lines() -> None:
    assert own_words("changes", {"since": 1, "heads": ["One", "Two"]}, "en") == "One\nTwo"


def test_the_log_of_readings_is_told_in_words() -> None:
    assert own_words("fields", ["passport_number", "born_on"], "en") == (
        "Passport number, Date of birth"
    )
    assert own_words("purpose", "visa_letter: 2026-01", "en") == "letter for the visa: 2026-01"
