"""The ZIP around a workbook."""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CHART_NAME: Final = re.compile(r'name="Chart (\d+)"')


class FixedZip(ZipFile):
    """A ZIP whose entries carry a given time, and whose charts have alternative texts."""

    def __init__(self, stream: BytesIO, at: datetime, descriptions: Sequence[str]) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED, allowZip64=True)
        self._time = (max(at.year, 1980), *at.timetuple()[1:6])
        self._descriptions = descriptions

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self._time)
        entry.compress_type = ZIP_DEFLATED
        return entry

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Write a part of the workbook."""
        if zinfo_or_arcname.startswith("xl/drawings/drawing"):
            text = data.decode() if isinstance(data, bytes) else data
            data = _CHART_NAME.sub(self._describe, text)
        super().writestr(self._entry(zinfo_or_arcname), data)

    def _describe(self, match: re.Match[str]) -> str:
        description = escape(self._descriptions[int(match[1]) - 1], {'"': "&quot;"})
        return f'{match[0]} descr="{description}"'

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Stream a sheet from the temporary file it was written to."""
        with (
            Path(filename).open("rb") as source,
            self.open(self._entry(arcname), "w") as out,
        ):
            while block := source.read(1 << 20):
                out.write(block)
