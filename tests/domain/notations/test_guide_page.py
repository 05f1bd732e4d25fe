"""The guide's Markdown becomes blocks that a page can show."""

import re

import pytest

from trips.config import ROOT
from trips.domain.notations.guide_page import BlockKind, SpanKind, read_guide_page


def test_every_kind_of_block_is_read() -> None:
    text = "# Head\n\nA `b` **c**\n[d](https://e.example)\n\n- x\n- y\n\n1. z\n\n```\na\n\nb\n```\n"
    text += "\n| h | i |\n|---|---|\n| j | `k` |\n"
    blocks = read_guide_page(text)
    assert [block.kind for block in blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEMS,
        BlockKind.STEPS,
        BlockKind.CODE,
        BlockKind.TABLE,
    ]
    kinds = [span.kind for span in blocks[1].lines[0]]
    assert kinds[1::2] == [SpanKind.CODE, SpanKind.STRONG, SpanKind.LINK]
    assert blocks[4].code == "a\n\nb"
    assert len(blocks[5].rows) == 2


@pytest.mark.parametrize("locale", ["de", "en"])
def test_nothing_of_the_guide_is_left_as_marks(locale: str) -> None:
    text = (ROOT / "docs" / "guide" / locale / "publishing.md").read_text("utf-8")
    words = [
        span.text
        for block in read_guide_page(text)
        for line in (*block.lines, *(cell for row in block.rows for cell in row))
        for span in line
        if span.kind is not SpanKind.CODE
    ]
    assert [each for each in words if re.search(r"\*\*|`|\]\(|^#|^\|", each)] == []


def test_both_languages_say_the_same_in_the_same_order() -> None:
    shapes = [
        [
            (block.kind, len(block.lines), len(block.rows), block.code.count("\n"))
            for block in read_guide_page(
                (ROOT / "docs" / "guide" / locale / "publishing.md").read_text("utf-8")
            )
        ]
        for locale in ("de", "en")
    ]
    assert shapes[0] == shapes[1]
