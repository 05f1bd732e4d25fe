"""The guide says the same in German and in English, and its links lead somewhere."""

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).parent.parent / "docs" / "guide"
PAGES = sorted(path.name for path in (GUIDE / "en").glob("*.md"))
SHAPES = {"headings": r"^#+ ", "fences": r"^```", "rows": r"^\|", "items": r"^(?:-|\d+\.) "}
SPOKEN = {
    "trips": "NAME",
    "reisen": "NAME",
    "passwort": "password",
    "sie@": "you@",
    "Ihr Name": "Your Name",
}
"""Words in commands that each language has its own for."""


def read(lang: str, page: str) -> str:
    return (GUIDE / lang / page).read_text("utf-8")


def commands(text: str) -> list[str]:
    for own, common in SPOKEN.items():
        text = text.replace(own, common)
    return re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)


def test_every_page_is_there_in_both_languages() -> None:
    assert PAGES
    assert sorted(path.name for path in (GUIDE / "de").glob("*.md")) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_shape_and_commands(page: str) -> None:
    german, english = read("de", page), read("en", page)
    for name, pattern in SHAPES.items():
        counts = [len(re.findall(pattern, text, re.MULTILINE)) for text in (german, english)]
        assert counts[0] == counts[1], name
    assert len(commands(german)) == len(commands(english))
    if page == "publishing.md":
        assert commands(german) == commands(english)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_links_to_other_pages_lead_to_one(lang: str, page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+\.md)", read(lang, page)):
        assert (GUIDE / lang / target).is_file(), target
