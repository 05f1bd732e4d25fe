"""The pages in docs/ and the README say what is true of the product."""

import re
from pathlib import Path

import pytest

from trips.app import COMMANDS
from trips.domain.briefs.document import DocumentKind
from trips.domain.notations.dates import find_date
from trips.domain.notations.headings import DELEGATES, PROGRAMME, read_heading
from trips.domain.notations.times import find_time

HOUSE = Path(__file__).resolve().parent.parent
PAPERS = [HOUSE / "README.md", HOUSE / "CHANGELOG.md", *(HOUSE / "docs").rglob("*.md")]
GUIDE = HOUSE / "docs" / "guide"
LANGUAGES = ("de", "en")
SCREEN = 40
"""Lines of text on one screen."""


def heading_tables(lang: str) -> list[list[str]]:
    """The headings named in the two tables of the guide's import page."""
    page = (GUIDE / lang / "import.md").read_text("utf-8")
    sections = page.split("\n## ")[1:]
    return [re.findall(r"^\| `(.+?)` \| `(.+?)` \|", section, re.MULTILINE) for section in sections]


def test_the_guide_has_the_same_pages_in_both_languages() -> None:
    german, english = ({path.name for path in (GUIDE / lang).glob("*.md")} for lang in LANGUAGES)
    assert german == english != set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("table", "vocabulary"), [(0, PROGRAMME), (1, DELEGATES)])
def test_the_guide_names_a_heading_for_every_column(
    lang: str, table: int, vocabulary: dict[str, dict[str, str]]
) -> None:
    named = [heading for row in heading_tables(lang)[table] for heading in row]
    read = {heading: read_heading(heading, vocabulary) for heading in named}
    assert [heading for heading, found in read.items() if found is None] == []
    assert {found.field for found in read.values() if found} == set(vocabulary)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_dates_and_times_in_the_guide_are_understood(lang: str) -> None:
    section = (GUIDE / lang / "import.md").read_text("utf-8").split("\n## ")[1]
    examples = re.findall(r"[„“](.+?)[“”]", section.rpartition("|\n")[2])
    assert len(examples) > 1
    assert [text for text in examples if not (find_date(text) or find_time(text))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_names_every_document(lang: str) -> None:
    page = (GUIDE / lang / "documents.md").read_text("utf-8")
    assert [kind for kind in DocumentKind if f"`{kind}`" not in page] == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: str(path.relative_to(HOUSE)))
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: str(path.relative_to(HOUSE)))
def test_named_commands_exist(path: Path) -> None:
    commands = {command.name for command in COMMANDS} | {"db", "routes"}
    named = set(re.findall(r"\./run flask ([a-z]+)", path.read_text("utf-8")))
    assert named - commands == set()


def test_the_readme_fits_on_two_screens() -> None:
    lines = (HOUSE / "README.md").read_text("utf-8").splitlines()
    assert len(lines) <= 2 * SCREEN


def test_the_pictures_are_small() -> None:
    heavy = {path.name: path.stat().st_size for path in (HOUSE / "docs" / "img").glob("*")}
    assert {name: size for name, size in heavy.items() if size > 150_000} == {}
