"""Whatever a delegate can read is there in every language that delegates are written to in.

The organisers' interface speaks German and English; `translations/readers.cfg` names the files
whose texts delegates meet.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.test_catalogues import KEYWORDS, catalogue, ids, is_empty
from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import LinkState
from trips.domain.account.user import InstanceRole, Theme, TripRole
from trips.domain.briefs.document import DocumentKind
from trips.domain.findings.model import Severity as FindingSeverity
from trips.domain.importing.workbook import Severity
from trips.domain.interpreter import WorkingLanguage
from trips.domain.item import HostStatus
from trips.domain.job import JobState
from trips.domain.mail import MailState
from trips.domain.registration_setup import Demand, Preset, QuestionKind
from trips.domain.site import StepFree
from trips.domain.trip import TripKind, TripStatus
from trips.domain.visa.letter import Costs, LetterKind
from trips.i18n.catalogue import LOCALES, READER_LOCALES
from trips.i18n.enums import name_of

HOUSE = Path(__file__).resolve().parent.parent
OTHERS = [locale for locale in READER_LOCALES if locale not in LOCALES]
FOR_ORGANISERS = (
    *(Costs, DocumentKind, Demand, FindingSeverity, HostStatus, InstanceRole, JobState, LetterKind),
    *(LinkPurpose, LinkState, MailState, Preset, QuestionKind, Severity, StepFree, Theme),
    *(TripKind, TripRole, TripStatus, WorkingLanguage),
)
"""Names that stand in the same file as those of delegates, on pages for organisers only."""
FALLBACK = {name_of(member, "en") for kind in FOR_ORGANISERS for member in kind}


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What delegates read today."""
    target = tmp_path_factory.mktemp("texts") / "readers.pot"
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract"]
    command += ["-F", "translations/readers.cfg", *keywords, "-o", str(target), "."]
    subprocess.run(command, cwd=HOUSE, check=True, capture_output=True)  # noqa: S603
    with target.open("rb") as file:
        return read_po(file)


def test_delegates_are_read_to_in_more_than_the_organisers_languages() -> None:
    assert {"uk", "ar", "fr", "es"} <= set(OTHERS)


@pytest.mark.parametrize("lang", OTHERS)
def test_catalogue_holds_exactly_what_delegates_read(used: Catalog, lang: str) -> None:
    missing, left_over = ids(used) - ids(catalogue(lang)), ids(catalogue(lang)) - ids(used)
    assert (missing, left_over) == (set(), set())


def first(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else str(message.id)


@pytest.mark.parametrize("lang", OTHERS)
def test_nothing_is_missing_but_words_for_organisers(lang: str) -> None:
    empty = {first(each) for each in catalogue(lang) if each.id and is_empty(each)}
    assert empty - FALLBACK == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_the_same_placeholders_are_used(lang: str) -> None:
    known = catalogue(lang)
    found = {first(each): [str(error) for error in each.check(known)] for each in known if each.id}
    assert {text: errors for text, errors in found.items() if errors} == {}


def texts_of(lang: str) -> list[tuple[str, str]]:
    """Each text behind its English source, without placeholders."""
    return [
        (first(each), re.sub(r"%\(\w+\)s", "", text))
        for each in catalogue(lang)
        if each.id and not is_empty(each)
        for text in (each.string if isinstance(each.string, tuple | list) else [each.string])
    ]


@pytest.mark.parametrize("lang", OTHERS)
def test_nothing_is_fuzzy(lang: str) -> None:
    assert [each.id for each in catalogue(lang) if each.id and each.fuzzy] == []


@pytest.mark.parametrize(("lang", "script"), [("uk", "[\u0400-\u04ff]"), ("ar", "[\u0600-\u06ff]")])
def test_nothing_is_left_in_latin_letters(lang: str, script: str) -> None:
    worded = [text for _, text in texts_of(lang) if re.search(r"[^\W\d_]", text)]
    assert [text for text in worded if not re.search(script, text)] == []


@pytest.mark.parametrize("lang", ["fr", "es"])
def test_sentences_are_not_left_in_english(lang: str) -> None:
    known = {source for source, text in texts_of(lang) if text.strip() == source.strip()}
    assert {source for source in known if " " in source} == set()


def test_french_signs_stand_behind_a_narrow_space() -> None:
    wrong = r"[^\W\d][;:!?»]|(?<!\u202f)[;!?»]|«(?!\u202f)|'| :"
    assert [text for _, text in texts_of("fr") if re.search(wrong, text)] == []


def test_every_page_of_delegates_is_among_them() -> None:
    mapping = (HOUSE / "translations" / "readers.cfg").read_text("utf-8")
    patterns = re.findall(r"\[jinja2: (.+)\]", mapping)
    pages = [
        path.relative_to(HOUSE)
        for path in (HOUSE / "templates").rglob("*.html")
        if re.search(r"extends ['\"]public\.html['\"]", path.read_text("utf-8"))
    ]
    lost = [str(each) for each in pages if not any(each.match(one) for one in patterns)]
    assert pages
    assert lost == []
