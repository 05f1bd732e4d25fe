"""Every finding and every fix in both languages, worded from the facts of a real one."""

import re

import pytest

from tests.domain.findings.broken_trips import BROKEN
from tests.domain.findings.small_trip import at, with_item
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import FindingCode
from trips.domain.privacy.limits import SETTABLE
from trips.domain.readiness.milestones import Milestone
from trips.i18n.catalogue import LOCALES
from trips.i18n.finding_wording import finding_words, fix_words
from trips.i18n.findings.limit_texts import limit_name, limit_source, limit_unit, limit_value
from trips.i18n.findings.milestone_texts import milestone_titles
from trips.i18n.formats import first_names

UNFILLED = re.compile(r"%\(|\bNone\b|\{|datetime|Text\(")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", FindingCode)
def test_a_finding_is_said_in_full(code: FindingCode, locale: str) -> None:
    for finding in find_all(BROKEN[code][1]()):
        words = finding_words(finding, locale)
        said = [words.title, words.text, words.action]
        said += [fix_words(fix, locale) for fix in finding.fixes]
        assert [text for text in said if not text.strip() or UNFILLED.search(text)] == []


def test_the_button_says_what_it_will_do() -> None:
    (finding,) = find_all(with_item(site="far", starts=at(11, 30)))
    words = [fix_words(fix, "de") for fix in finding.fixes]
    assert words[0] == "Ende auf 10:45 legen"


def test_the_languages_differ() -> None:
    (finding,) = find_all(BROKEN[FindingCode.LUNCH_MISSING][1]())
    titles = [finding_words(finding, locale).title for locale in LOCALES]
    assert titles == ["Kein Mittagessen am Mi 16. Sept", "No lunch on Wed 16 Sept"]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_threshold_has_a_name_a_unit_and_a_source(locale: str) -> None:
    for entry in SETTABLE:
        said = (
            limit_name(entry.name, locale),
            limit_source(entry.name, locale),
            limit_unit(entry.unit, locale),
            limit_value(entry.usual, entry.unit, locale),
        )
        assert all(said), entry
        assert entry.lowest <= entry.usual <= entry.highest


def test_every_milestone_has_a_title_in_both_languages() -> None:
    titles = milestone_titles()
    assert set(titles) == set(Milestone)
    assert all(
        set(title) == {"de", "en"} and title["de"] != title["en"] for title in titles.values()
    )


def test_of_many_names_three_are_shown_and_never_one_more() -> None:
    assert first_names(("Ana", "Bo", "Cem", "Dana"), "de") == "Ana, Bo, Cem, Dana"
    assert first_names(("Ana", "Bo", "Cem", "Dana", "Eva"), "de") == "Ana, Bo, Cem und 2 weitere"
    assert first_names((), "en") == ""
