"""Every visible text has its German, and no catalogue lags behind the code."""

import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

HOUSE = Path(__file__).resolve().parent.parent
SINGLE = ("_", "gettext", "lazy_gettext", "N_")
KEYWORDS = ("lazy_gettext", "N_", "say_n:1,2", "_n:1,2", "N_n:1,2")


@cache
def catalogue(lang: str) -> Catalog:
    path = HOUSE / "translations" / lang / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=lang)


def ids(catalog: Catalog) -> set[str | tuple[str, ...]]:
    return {tuple(message.id) if message.pluralizable else message.id for message in catalog} - {""}


def extracted(folder: Path, keywords: Iterable[str], *options: str) -> Catalog:
    target = folder / "messages.pot"
    wanted = [part for keyword in keywords for part in ("-k", keyword)]
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", *options]
    command += ["-F", "translations/babel.cfg", *wanted, "-o", str(target), "."]
    subprocess.run(command, cwd=HOUSE, check=True, capture_output=True)  # noqa: S603
    with target.open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the code says today."""
    return extracted(tmp_path_factory.mktemp("texts"), KEYWORDS)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_catalogue_holds_exactly_the_texts_in_use(used: Catalog, lang: str) -> None:
    missing, left_over = ids(used) - ids(catalogue(lang)), ids(catalogue(lang)) - ids(used)
    assert (missing, left_over) == (set(), set())


def test_a_text_that_counts_is_never_said_without_a_number(used: Catalog, tmp_path: Path) -> None:
    """Both would be one entry, and Python before 3.11.4 finds no translation for the text alone."""
    alone = ids(extracted(tmp_path, SINGLE, "--no-default-keywords"))
    assert {message.id[0] for message in used if message.pluralizable} & alone == set()


def is_empty(message: Message) -> bool:
    texts = message.string if isinstance(message.string, tuple | list) else [message.string]
    return not all(texts)


def test_no_german_is_missing() -> None:
    assert [message.id for message in catalogue("de") if message.id and is_empty(message)] == []


@pytest.mark.parametrize("lang", ["de", "en"])
def test_nothing_is_fuzzy(lang: str) -> None:
    assert [message.id for message in catalogue(lang) if message.id and message.fuzzy] == []


def test_german_uses_the_same_placeholders() -> None:
    german = catalogue("de")
    wrong = {
        str(message.id): [str(error) for error in message.check(german)]
        for message in german
        if message.id
    }
    assert {text: errors for text, errors in wrong.items() if errors} == {}
