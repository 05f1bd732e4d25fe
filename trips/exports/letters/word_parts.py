"""What python-docx has no word for: fields, rules of a table, rows of fixed height, languages."""

from typing import Any, Final

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from trips.exports.paper import clean

INK: Final = RGBColor(0x17, 0x21, 0x2B)
SOFT: Final = RGBColor(0x55, 0x60, 0x6B)
_RULE: Final = "DEDACF"
_THICK: Final = "17212B"
# Word reads elements only in the order of its schema (ECMA-376, part 1).
_BEHIND_BORDERS: Final = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
_BEHIND_NUMBERS: Final = ("w:cols", "w:vAlign", "w:titlePg", "w:docGrid")


def run(
    paragraph: Any, text: str, *, size: float = 10, is_bold: bool = False, is_soft: bool = False
) -> None:
    """Words at the end of a paragraph."""
    made = paragraph.add_run(clean(text))
    made.bold, made.font.size = is_bold, Pt(size)
    made.font.color.rgb = SOFT if is_soft else INK


def field(paragraph: Any, code: str, *, size: float) -> None:
    """A field that Word reckons itself: PAGE, SECTIONPAGES."""
    for kind in ("begin", code, "end"):
        made = paragraph.add_run()
        made.font.size, made.font.color.rgb = Pt(size), SOFT
        if kind == code:
            part = _element("w:instrText", {})
            part.set(qn("xml:space"), "preserve")
            part.text = f" {code} "
        else:
            part = _element("w:fldChar", {"fldCharType": kind})
        made._r.append(part)  # noqa: SLF001 no public way to a field


def speak(style: Any, language: str) -> None:
    """The language that spelling and screen readers go by."""
    style.element.get_or_add_rPr().append(_element("w:lang", {"val": language}))


def count_anew(section: Any) -> None:
    """The pages of this section begin with 1."""
    start = _element("w:pgNumType", {"start": "1"})
    section._sectPr.insert_element_before(start, *_BEHIND_NUMBERS)  # noqa: SLF001 as above


def plain_table(holder: Any, widths: tuple[float, ...]) -> Any:
    """A table without rules; widths in millimetres."""
    total = Mm(sum(widths))
    is_body = hasattr(holder, "add_heading")
    table = holder.add_table(0, len(widths)) if is_body else holder.add_table(0, len(widths), total)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    table._tblPr.insert_element_before(_margins(), "w:tblLook")  # noqa: SLF001 as above
    return table


def add_row(table: Any, widths: tuple[float, ...], *, height: float = 0) -> Any:
    """A row that no page break divides; `height` in millimetres is kept exactly."""
    row = table.add_row()
    if height:
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.EXACTLY
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))  # noqa: SLF001 as above
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    return row


def repeat(row: Any) -> None:
    """Show a row again at the head of every page."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", {}))  # noqa: SLF001 as above


def rule_rows(table: Any) -> None:
    """Hairlines between the rows, a strong line above the first."""
    borders = _element("w:tblBorders", {})
    for side, width, colour in (("top", 12, _THICK), ("bottom", 4, _RULE), ("insideH", 4, _RULE)):
        look = {"val": "single", "sz": str(width), "space": "0", "color": colour}
        borders.append(_element(f"w:{side}", look))
    table._tblPr.insert_element_before(borders, *_BEHIND_BORDERS)  # noqa: SLF001 as above


def rule_cell(cell: Any, side: str, colour: str, eighths: int) -> None:
    """A line at one side of a cell; its width in eighths of a point."""
    borders = _element("w:tcBorders", {})
    look = {"val": "single", "sz": str(eighths), "space": "0", "color": colour}
    borders.append(_element(f"w:{side}", look))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 as above


def describe(picture: Any, words: str) -> None:
    """What a screen reader says of a picture."""
    picture._inline.docPr.set("descr", clean(words))  # noqa: SLF001 as above


def _margins() -> Any:
    margins = _element("w:tblCellMar", {})
    for side in ("left", "right"):
        width = "0" if side == "left" else "113"
        margins.append(_element(f"w:{side}", {"w": width, "type": "dxa"}))
    return margins


def _element(name: str, values: dict[str, str]) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made
