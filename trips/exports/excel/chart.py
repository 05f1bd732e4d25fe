"""A horizontal bar chart of one series: one colour, every bar labelled with its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, NumData, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)

from trips.exports.excel.styles import ACCENT, FACE, INK, INK_SOFT, RULE

_WIDTH: Final = 17.0
_BAR: Final = 0.62
_FRAME: Final = 3.4
_ROW: Final = 0.48
"""The height of a row of text; all three in centimetres."""
_FEW: Final = 10
"""Up to so many, Excel would label the axis with halves."""


@dataclass(frozen=True, kw_only=True)
class Bars:
    """What the chart shows: names in column A, values in column B, from `first_row` down."""

    title: str
    name_title: str
    value_title: str
    names: Sequence[str]
    values: Sequence[int]
    first_row: int

    @property
    def height(self) -> float:
        """In centimetres."""
        return _FRAME + _BAR * len(self.names)

    @property
    def rows_high(self) -> int:
        """About how many rows the chart covers."""
        return round(self.height / _ROW)


def bar_chart(sheet: Any, bars: Bars) -> Any:
    """The chart; it holds the values as well, for viewers that do not calculate."""
    chart: Any = BarChart()
    chart.type, chart.gapWidth, chart.legend = "bar", 45, None
    chart.height, chart.width = bars.height, _WIDTH
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=RULE))
    _title(chart, bars.title, 1200, INK)
    _title(chart.x_axis, bars.name_title, 900, INK_SOFT)
    _title(chart.y_axis, bars.value_title, 900, INK_SOFT)
    _axes(chart, max(bars.values))
    chart.append(_series(sheet, bars))
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    chart.dataLabels.txPr = _rich(900, INK)
    return chart


def _axes(chart: Any, longest: int) -> None:
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min, chart.y_axis.number_format = 0, "0"
    chart.y_axis.majorGridlines = None
    if longest <= _FEW:
        chart.y_axis.majorUnit = 1
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.majorTickMark = "none"
        axis.txPr = _rich(900, INK)
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=INK_SOFT))


def _series(sheet: Any, bars: Bars) -> Any:
    last = bars.first_row + len(bars.names) - 1
    values = Reference(sheet, min_col=2, min_row=bars.first_row, max_row=last)
    names = Reference(sheet, min_col=1, min_row=bars.first_row, max_row=last)
    series: Any = Series(values, title=bars.value_title)
    numbers = [NumVal(n, v=str(value)) for n, value in enumerate(bars.values)]
    series.val.numRef.numCache = NumData(ptCount=len(numbers), pt=numbers)
    points = [StrVal(n, v=name) for n, name in enumerate(bars.names)]
    series.cat = AxDataSource(strRef=StrRef(str(names), StrData(ptCount=len(points), pt=points)))
    series.graphicalProperties.solidFill = ACCENT
    series.graphicalProperties.line.solidFill = ACCENT
    return series


def _letters(size: int, colour: str, *, is_bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=is_bold, solidFill=colour, latin=Font(typeface=FACE))


def _rich(size: int, colour: str) -> RichText:
    paragraph = Paragraph(
        pPr=ParagraphProperties(defRPr=_letters(size, colour)), endParaRPr=_letters(size, colour)
    )
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def _title(part: Any, text: str, size: int, colour: str) -> None:
    part.title = text
    part.title.overlay = False
    for paragraph in part.title.tx.rich.p:
        paragraph.pPr = ParagraphProperties(defRPr=_letters(size, colour, is_bold=True))
        for run in paragraph.r:
            run.rPr = _letters(size, colour, is_bold=True)
