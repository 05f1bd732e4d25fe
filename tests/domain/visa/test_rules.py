"""Who needs a visa: dated rules, kinds of passport, permits."""

from datetime import date

import pytest

from trips.domain.visa.rules import Hint, Reason, Stay, Verdict, hint_for
from trips.domain.visa_case import HeldDocument, TravelDocument
from trips.domain.visa_rule import VisaRule
from trips.queries.visa.rule import shipped_rules

GERMANY = frozenset({"DE"})


def stay(enters: date = date(2015, 9, 15), states: frozenset[str] = GERMANY) -> Stay:
    return Stay(enters=enters, leaves=enters.replace(day=22), states=states)


def ask(nationality: str, *documents: HeldDocument, at: Stay | None = None) -> Hint:
    return hint_for(nationality, documents, at or stay(), shipped_rules())


@pytest.mark.parametrize(
    ("nationality", "enters", "verdict"),
    [
        ("UA", date(2015, 9, 15), Verdict.NEEDED),
        ("UA", date(2017, 6, 10), Verdict.NEEDED),
        ("UA", date(2017, 6, 11), Verdict.NOT_NEEDED),
        ("US", date(2015, 9, 15), Verdict.NOT_NEEDED),
        ("ZA", date(2015, 9, 15), Verdict.NEEDED),
        ("IN", date(2026, 9, 15), Verdict.NEEDED),
        ("GB", date(2020, 12, 31), Verdict.NOT_NEEDED),
        ("GB", date(2021, 1, 1), Verdict.NOT_NEEDED),
        ("XK", date(2023, 12, 31), Verdict.NEEDED),
        ("XK", date(2024, 1, 1), Verdict.NOT_NEEDED),
        ("VU", date(2023, 2, 4), Verdict.NEEDED),
        ("FR", date(2015, 9, 15), Verdict.NOT_NEEDED),
    ],
)
def test_a_rule_holds_from_its_day_to_its_day(
    nationality: str, enters: date, verdict: Verdict
) -> None:
    hint = ask(nationality, at=Stay(enters=enters, leaves=enters, states=GERMANY))
    assert (hint.verdict, hint.reason) == (verdict, Reason.RULE)
    assert hint.rule is not None
    assert hint.rule.source


def test_a_diplomat_may_be_exempt_where_a_citizen_is_not() -> None:
    passport = HeldDocument(kind=TravelDocument.DIPLOMATIC_PASSPORT)
    assert ask("ZA", passport).verdict is Verdict.NOT_NEEDED
    service = HeldDocument(kind=TravelDocument.SERVICE_PASSPORT)
    assert ask("ZA", service).verdict is Verdict.NEEDED


def test_a_better_passport_never_makes_it_worse() -> None:
    passport = HeldDocument(kind=TravelDocument.DIPLOMATIC_PASSPORT)
    assert ask("US", passport).verdict is Verdict.NOT_NEEDED


@pytest.mark.parametrize("kind", [TravelDocument.RESIDENCE_PERMIT, TravelDocument.SCHENGEN_VISA])
def test_a_permit_counts_if_it_lasts_to_the_last_day(kind: TravelDocument) -> None:
    lasting = HeldDocument(kind=kind, valid_until=date(2015, 9, 22))
    ending = HeldDocument(kind=kind, valid_until=date(2015, 9, 21))
    assert ask("IN", lasting).reason is Reason.PERMIT
    assert ask("IN", ending).verdict is Verdict.NEEDED


def test_without_a_nationality_nothing_is_said() -> None:
    hint = ask("")
    assert (hint.verdict, hint.reason) == (Verdict.UNKNOWN, Reason.NO_NATIONALITY)


def test_the_rules_say_nothing_of_states_outside_the_area() -> None:
    hint = ask("US", at=stay(states=frozenset({"DE", "GB"})))
    assert (hint.verdict, hint.reason) == (Verdict.UNKNOWN, Reason.OTHER_DESTINATION)


def test_the_houses_own_rule_goes_first() -> None:
    own = VisaRule(country="US", is_needed=True, is_own=True, source="Embassy, by telephone")
    hint = hint_for("US", (), stay(), (*shipped_rules(), own))
    assert hint.rule == own


def test_every_shipped_rule_names_its_source_and_a_state() -> None:
    rules = shipped_rules()
    assert all(rule.source for rule in rules)
    assert sum(rule.country == "" for rule in rules) == 1
    periods = {(rule.country, rule.document, rule.valid_from) for rule in rules}
    assert len(periods) == len(rules)


def test_a_state_outside_is_known_by_rules_of_the_house_only() -> None:
    there = stay(states=frozenset({"DE", "ZA"}))
    assert ask("FR", at=there).reason is Reason.OTHER_DESTINATION
    rule = VisaRule(country="FR", destination="ZA", is_needed=True, is_own=True)
    hint = hint_for("FR", (), there, (rule, *shipped_rules()))
    assert (hint.verdict, hint.rule) == (Verdict.NEEDED, rule)
    assert hint_for("FR", (), stay(), (rule, *shipped_rules())).verdict is Verdict.NOT_NEEDED
    assert ask("ZA", at=stay(states=frozenset({"ZA"}))).reason is Reason.HOME
