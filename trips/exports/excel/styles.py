"""The look of workbooks: ink on white, hairlines, one accent. Arial, because everybody has it."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

INK: Final = "17212B"
INK_SOFT: Final = "55606B"
RULE: Final = "DEDACF"
SUNK: Final = "F3F1EA"
ACCENT: Final = "0B5C6B"
FACE: Final = "Arial"

_DAYS: Final = {"de": "dd.mm.yyyy", "en": "[$-809]d mmm yyyy"}
"""The names of months would else be in the language of the reader's Excel."""


class Style(Enum):
    """What a cell is."""

    TITLE = auto()
    SUBTITLE = auto()
    SECTION = auto()
    PLAIN = auto()
    HEADING = auto()
    HEADING_NUMBER = auto()
    TEXT = auto()
    """Words, telephone numbers, addresses: what people type later stays text, too."""
    PROSE = auto()
    """Sentences."""
    DAY = auto()
    MOMENT = auto()
    READ_TEXT = auto()
    """What is for reading only in a list that may come back; the three below as well."""
    READ_PROSE = auto()
    READ_DAY = auto()
    READ_MOMENT = auto()
    ORDINAL = auto()
    NUMBER = auto()
    TOTAL = auto()
    TOTAL_NUMBER = auto()
    PERCENT = auto()
    TOTAL_PERCENT = auto()


LOCKED: Final = {
    Style.TEXT: Style.READ_TEXT,
    Style.PROSE: Style.READ_PROSE,
    Style.DAY: Style.READ_DAY,
    Style.MOMENT: Style.READ_MOMENT,
}
"""The same cells where they are for reading only."""


def build_styles(workbook: Workbook, language: str) -> Mapping[Style, int]:
    """The styles of a workbook by their numbers in the file."""
    day = _DAYS.get(language[:2], "yyyy-mm-dd")
    sheet = workbook.create_sheet("styles")
    workbook.remove(sheet)
    prototypes = {style: WriteOnlyCell(sheet) for style in Style}
    for style, cell in prototypes.items():
        cell.font = _FONTS.get(style, Font(FACE, 10, color=INK))
        cell.alignment = _ALIGNMENTS.get(style, Alignment(vertical="center"))
        cell.border = _BORDERS.get(style, Border(bottom=Side("thin", RULE)))
        cell.number_format = _NUMBER_FORMATS.get(style, "@")
    for style in (Style.HEADING, Style.HEADING_NUMBER, *LOCKED.values()):
        prototypes[style].fill = PatternFill("solid", SUNK)
    for style in (Style.DAY, Style.READ_DAY):
        prototypes[style].number_format = day
    for style in (Style.MOMENT, Style.READ_MOMENT):
        prototypes[style].number_format = f"{day} hh:mm"
    return {style: int(cell.style_id) for style, cell in prototypes.items()}


_FONTS: Final = {
    **dict.fromkeys(LOCKED.values(), Font(FACE, 10, color=INK_SOFT)),
    Style.TITLE: Font(FACE, 16, bold=True, color=INK),
    Style.SUBTITLE: Font(FACE, 10, color=INK_SOFT),
    Style.ORDINAL: Font(FACE, 10, color=INK_SOFT),
    Style.SECTION: Font(FACE, 12, bold=True, color=INK),
    Style.PLAIN: Font(FACE, 10, color=INK_SOFT),
    Style.HEADING: Font(FACE, 10, bold=True, color=INK),
    Style.HEADING_NUMBER: Font(FACE, 10, bold=True, color=INK),
    Style.TOTAL: Font(FACE, 10, bold=True, color=INK),
    Style.TOTAL_NUMBER: Font(FACE, 10, bold=True, color=INK),
    Style.TOTAL_PERCENT: Font(FACE, 10, bold=True, color=INK),
}
_LEFT: Final = Alignment(horizontal="left", vertical="center")
_RIGHT: Final = Alignment(horizontal="right", vertical="center")
_ALIGNMENTS: Final = {
    Style.TITLE: Alignment(vertical="center"),
    Style.HEADING: Alignment(vertical="center", wrap_text=True),
    Style.HEADING_NUMBER: Alignment(horizontal="right", vertical="center", wrap_text=True),
    Style.TEXT: Alignment(vertical="center", wrap_text=True),
    Style.PROSE: Alignment(vertical="center", wrap_text=True),
    Style.DAY: _LEFT,
    Style.MOMENT: _LEFT,
    Style.READ_TEXT: Alignment(vertical="center", wrap_text=True),
    Style.READ_PROSE: Alignment(vertical="center", wrap_text=True),
    Style.READ_DAY: _LEFT,
    Style.READ_MOMENT: _LEFT,
    Style.ORDINAL: _LEFT,
    Style.NUMBER: _RIGHT,
    Style.TOTAL_NUMBER: _RIGHT,
    Style.PERCENT: _RIGHT,
    Style.TOTAL_PERCENT: _RIGHT,
}
_NO_BORDER: Final = Border()
_UNDER_HEADING: Final = Border(bottom=Side("medium", INK))
_OVER_TOTAL: Final = Border(top=Side("thin", INK))
_BORDERS: Final = {
    Style.TITLE: _NO_BORDER,
    Style.SUBTITLE: _NO_BORDER,
    Style.SECTION: _NO_BORDER,
    Style.PLAIN: _NO_BORDER,
    Style.HEADING: _UNDER_HEADING,
    Style.HEADING_NUMBER: _UNDER_HEADING,
    Style.TOTAL: _OVER_TOTAL,
    Style.TOTAL_NUMBER: _OVER_TOTAL,
    Style.TOTAL_PERCENT: _OVER_TOTAL,
}
_NUMBER_FORMATS: Final = {
    # As text (@), Excel shows more than 255 characters as #####.
    Style.PROSE: "General",
    Style.READ_PROSE: "General",
    Style.ORDINAL: "0",
    Style.NUMBER: "#,##0",
    Style.TOTAL_NUMBER: "#,##0",
    Style.PERCENT: "0%",
    Style.TOTAL_PERCENT: "0%",
}
