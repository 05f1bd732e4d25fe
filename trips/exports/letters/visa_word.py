"""The letters of the visa desk as a Word file: for agencies that go on writing in it."""

from datetime import UTC
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from trips.domain.briefs.letter import LettersBrief
from trips.exports.letters.wording import LetterWords, letter_words
from trips.exports.paper import clean
from trips.i18n.catalogue import N_, say

_SOFT: Final = RGBColor(0x55, 0x60, 0x6B)


def render(brief: LettersBrief, locale: str) -> bytes:
    """The letters as .docx, each beginning a page; the same brief gives the same text."""
    document = Document()
    _prepare(document, brief, locale)
    for number, each in enumerate(brief.letters):
        if number:
            document.add_section(WD_SECTION.NEW_PAGE)
        _write(document, brief, letter_words(brief, each, locale), locale)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _prepare(document: Any, brief: LettersBrief, locale: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(22)
    section.top_margin, section.bottom_margin = Mm(17), Mm(24)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Inter", Pt(10)
    style.paragraph_format.space_after = Pt(8)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), "de-DE" if locale == "de" else "en-GB")
    style.element.get_or_add_rPr().append(tongue)
    facts = document.core_properties
    facts.title, facts.author = say(N_("Visa letters"), locale), ""
    facts.language, facts.comments = locale, ""
    facts.created = facts.modified = brief.as_of.astimezone(UTC).replace(tzinfo=None)


def _write(document: Any, brief: LettersBrief, words: LetterWords, locale: str) -> None:
    sender = brief.sender
    if sender:
        _add(document, sender.name.shown(locale).text, size=16, is_bold=True)
        lines = [part for part in (sender.address, sender.phone, sender.email) if part]
        _add(document, "\n".join(lines), size=8.5, is_soft=True)
    _add(document, "\n".join(words.address))
    _add(document, words.place_and_day).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    heading = document.add_heading(level=1)
    _run(heading, words.subject, size=12.5, is_bold=True)
    for sentence in (words.greeting, words.opening):
        if sentence:
            _add(document, sentence)
    _table(document, words, locale)
    for sentence in (*words.closing, words.farewell):
        if sentence:
            _add(document, sentence)
    _add(document, "\n\n\n" + "\n".join(words.signer)).paragraph_format.keep_together = True
    foot = document.sections[-1].footer
    foot.is_linked_to_previous = False
    _run(foot.paragraphs[0], "\n".join(words.foot), size=8, is_soft=True)


def _table(document: Any, words: LetterWords, locale: str) -> None:
    heads = (N_("Name as in passport"), N_("Function, organisation"), N_("Days"))
    rows: list[tuple[str, ...]] = list(words.facts)
    if words.people:
        rows = [tuple(say(head, locale) for head in heads), *words.people]
    if not rows:
        return
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        for number, (cell, value) in enumerate(zip(cells, row, strict=True)):
            is_head = number == 0 and bool(words.facts)
            _run(cell.paragraphs[0], value, size=8.5 if is_head else 10, is_soft=is_head)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    if words.facts:
        for row in table.rows:
            row.cells[0].width, row.cells[1].width = Mm(46), Mm(117)
    _add(document, "", size=4)


def _add(document: Any, text: str, **look: Any) -> Any:
    paragraph = document.add_paragraph()
    _run(paragraph, text, **look)
    return paragraph


def _run(
    paragraph: Any, text: str, *, size: float = 10, is_bold: bool = False, is_soft: bool = False
) -> None:
    run = paragraph.add_run(clean(text))
    run.bold, run.font.size = is_bold, Pt(size)
    run.font.color.rgb = _SOFT if is_soft else RGBColor(0x17, 0x21, 0x2B)
