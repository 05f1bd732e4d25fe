"""The letters of the visa desk as a Word file: for agencies that go on writing in it.

The same places as in the PDF (DIN 5008, form B): line and letterhead in the head of the first
page, the address in the window of the envelope, page numbers as fields that Word reckons.
"""

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from PIL import Image

from trips.domain.briefs.letter import LettersBrief
from trips.exports.ink import INK, colour_of
from trips.exports.letters import word_parts as parts
from trips.exports.letters.wording import LetterWords, letter_words
from trips.i18n.catalogue import N_, say

_SIDES: Final = (100.0, 65.0)
"""Widths of the left and the right half of head and address, in millimetres."""
_FACTS: Final = (41.0, 124.0)
_PEOPLE: Final = (50.0, 70.0, 45.0)
_LOGO: Final = (62, 16)
_LONG: Final = 36


def render(brief: LettersBrief, locale: str) -> bytes:
    """The letters as .docx, each beginning a page; the same brief gives the same text."""
    document = Document()
    _prepare(document, brief, locale)
    for number, each in enumerate(brief.letters):
        if number:
            document.add_section(WD_SECTION.NEW_PAGE)
        words = letter_words(brief, each, locale)
        _head(document.sections[-1], words, brief.hues)
        _foot(document.sections[-1], words)
        _write(document, words, locale)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _prepare(document: Any, brief: LettersBrief, locale: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(17), Mm(24)
    section.header_distance, section.footer_distance = Mm(17), Mm(9)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Inter", Pt(10)
    style.paragraph_format.space_after = Pt(7)
    parts.speak(style, "de-DE" if locale == "de" else "en-GB")
    facts = document.core_properties
    facts.title, facts.author = say(N_("Visa letters"), locale), ""
    facts.language, facts.comments = locale, ""
    facts.created = facts.modified = brief.as_of.astimezone(UTC).replace(tzinfo=None)


def _head(section: Any, words: LetterWords, hues: Sequence[int]) -> None:
    """Logo or name, the sender's lines, the trip's line below them; on the first page only."""
    section.different_first_page_header_footer = True
    parts.count_anew(section)
    later = section.header
    later.is_linked_to_previous = False
    parts.run(later.paragraphs[0], words.reference, size=8, is_soft=True)
    head = section.first_page_header
    head.is_linked_to_previous = False
    cells = parts.add_row(parts.plain_table(head, _SIDES), _SIDES, height=22).cells
    _name(cells[0].paragraphs[0], words)
    lines = ([words.sender] if words.logo and words.head else []) + list(words.head)
    parts.run(cells[1].paragraphs[0], "\n".join(lines), size=8, is_soft=True)
    widths = tuple(165 / len(hues) for _ in hues) or (165.0,)
    line = parts.add_row(parts.plain_table(head, widths), widths, height=2)
    colours = [colour_of(hue) for hue in hues] or [INK]
    for cell, colour in zip(line.cells, colours, strict=True):
        parts.rule_cell(cell, "top", colour.lstrip("#").upper(), 36)
        parts.run(cell.paragraphs[0], "", size=1)
    _close(head)


def _name(paragraph: Any, words: LetterWords) -> None:
    if not words.logo:
        size = 11.5 if len(words.sender) > _LONG else 16
        parts.run(paragraph, words.sender, size=size, is_bold=True)
        return
    with Image.open(BytesIO(words.logo)) as opened:
        scale = min(_LOGO[0] / opened.width, _LOGO[1] / opened.height)
        width = Mm(opened.width * scale)
    picture = paragraph.add_run().add_picture(BytesIO(words.logo), width=width)
    parts.describe(picture, words.sender)


def _close(head: Any) -> None:
    """Word wants a paragraph behind a table; the one that is there by itself goes to the end."""
    last = head.paragraphs[0]
    last._p.getparent().append(last._p)  # noqa: SLF001 no public way to move a paragraph
    last.paragraph_format.space_after = Pt(0)
    parts.run(last, "", size=1)


def _foot(section: Any, words: LetterWords) -> None:
    for foot in (section.first_page_footer, section.footer):
        foot.is_linked_to_previous = False
        paragraph = foot.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(165), WD_TAB_ALIGNMENT.RIGHT)
        first, *more = words.foot
        parts.run(paragraph, f"{first}\t", size=7.5, is_soft=True)
        parts.field(paragraph, "PAGE", size=7.5)
        parts.run(paragraph, " / ", size=7.5, is_soft=True)
        parts.field(paragraph, "SECTIONPAGES", size=7.5)
        parts.run(paragraph, "".join(f"\n{line}" for line in more), size=7.5, is_soft=True)


def _write(document: Any, words: LetterWords, locale: str) -> None:
    _address(document, words, locale)
    heading = document.add_heading(level=1)
    heading.paragraph_format.space_before = Pt(0)
    parts.run(heading, words.subject, size=12.5, is_bold=True)
    for sentence in (words.greeting, words.opening):
        if sentence:
            _add(document, sentence)
    _table(document, words, locale)
    for sentence in (*words.closing, words.farewell):
        if sentence:
            _add(document, sentence)
    _signature(document, words, locale)


def _address(document: Any, words: LetterWords, locale: str) -> None:
    """From 45 to 98 mm: the window of the envelope, the reference beside it."""
    row = parts.add_row(parts.plain_table(document, _SIDES), _SIDES, height=53)
    left, right = row.cells
    left.paragraphs[0].paragraph_format.space_before = Mm(10)
    left.paragraphs[0].paragraph_format.space_after = Mm(3)
    parts.run(left.paragraphs[0], words.back_to, size=6.5, is_soft=True)
    parts.run(left.add_paragraph(), "\n".join(words.address))
    right.paragraphs[0].paragraph_format.space_before = Mm(15)
    facts = ((N_("Our reference"), words.reference), (N_("Date"), words.place_and_day))
    for number, (head, value) in enumerate(facts):
        paragraph = right.add_paragraph() if number else right.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        parts.run(paragraph, f"{say(head, locale)}\n", size=8, is_soft=True)
        parts.run(paragraph, value)


def _table(document: Any, words: LetterWords, locale: str) -> None:
    heads = (N_("Name as in passport"), N_("Function, organisation"), N_("Days"))
    rows: list[tuple[str, ...]] = list(words.facts)
    if words.people:
        rows = [tuple(say(head, locale) for head in heads), *words.people]
    if not rows:
        return
    widths = _PEOPLE if words.people else _FACTS
    table = parts.plain_table(document, widths)
    parts.rule_rows(table)
    for number, values in enumerate(rows):
        row = parts.add_row(table, widths)
        is_head = bool(words.people) and number == 0
        if is_head:
            parts.repeat(row)
        for column, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
            is_soft = is_head or (not words.people and column == 0)
            is_name = not is_soft and number == bool(words.people) and column == (not words.people)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            parts.run(
                paragraph, value, size=8.5 if is_soft else 9.5, is_bold=is_name, is_soft=is_soft
            )
    _add(document, "", size=4)


def _signature(document: Any, words: LetterWords, locale: str) -> None:
    """A line to sign on; a note verbale is initialled and sealed."""
    widths = (73.0, 92.0)
    table = parts.plain_table(document, widths)
    empty = parts.add_row(table, widths, height=14)
    stamp = N_("Stamp") if words.signer else N_("Seal")
    parts.run(empty.cells[1].paragraphs[0], f"      [ {say(stamp, locale)} ]", size=8, is_soft=True)
    empty.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    cell = parts.add_row(table, widths).cells[0]
    parts.rule_cell(cell, "top", "17212B", 6)
    if not words.signer:
        parts.run(cell.paragraphs[0], say(N_("Initials"), locale), size=8.5, is_soft=True)
    for number, line in enumerate(words.signer):
        before = "\n" if number else ""
        parts.run(cell.paragraphs[0], before + line, size=8.5, is_bold=not number)


def _add(document: Any, text: str, *, size: float = 10) -> Any:
    paragraph = document.add_paragraph()
    parts.run(paragraph, text, size=size)
    return paragraph
