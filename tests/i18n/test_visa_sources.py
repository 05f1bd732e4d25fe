from trips.domain.visa_rule import VisaRule
from trips.i18n.delegates.visa_sources import NOTES, SOURCES, note_words, source_words
from trips.queries.visa.rule import shipped_rules


def test_every_source_and_note_that_comes_with_the_product_has_words() -> None:
    assert {rule.source for rule in shipped_rules()} == SOURCES
    assert {rule.note for rule in shipped_rules()} - {""} == NOTES


def test_a_source_is_cited_in_the_readers_language() -> None:
    rule = next(each for each in shipped_rules() if each.note == "biometric passports only")
    assert source_words(rule, "de") == "Verordnung (EU) 2018/1806, Anhang II"
    assert source_words(rule, "en") == "Regulation (EU) 2018/1806, Annex II"
    assert note_words(rule, "de") == "nur biometrische Pässe"


def test_what_the_house_entered_stays_as_it_was_entered() -> None:
    note = "biometric passports only"
    own = VisaRule(
        country="US", is_needed=True, source="Regulation (EU) 2023/850", note=note, is_own=True
    )
    assert (source_words(own, "de"), note_words(own, "de")) == ("Regulation (EU) 2023/850", note)
