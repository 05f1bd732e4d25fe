"""Comments on cells: the notes of old, and the threads of today."""

import re
import zipfile
from xml.etree.ElementTree import Element

from trips.domain.importing.workbook import Refused
from trips.imports.addresses import read_address
from trips.imports.archive import elements
from trips.imports.parts import clean, local, rich_text

MAX_COMMENTS = 2_000
THREAD_NOTICE = re.compile(r"^\[[^\]]{3,60}\]\s.*?(?:Comment|Kommentar):\s*", re.DOTALL)
"""What Excel writes into the old note for programs that do not know threads."""

Relations = dict[str, tuple[str, str]]
Comments = dict[tuple[int, int], str]


def read_comments(archive: zipfile.ZipFile, links: Relations) -> Comments:
    """Return the comments of a sheet by (row, column), a thread as one text. Raises `Refused`."""
    present = set(archive.namelist())
    found: Comments = {}
    for wanted in ("comments", "threadedcomment"):
        for kind, part in links.values():
            if kind == wanted and part in present:
                found.update(_read_part(archive, part))
    return found


def _read_part(archive: zipfile.ZipFile, part: str) -> Comments:
    found: Comments = {}
    for event, element in elements(archive, part):
        if event == "start" or local(element) not in {"comment", "threadedComment"}:
            continue
        place = read_address(element.get("ref", ""))
        words = _words(element)
        if place != (0, 0) and words:
            found[place] = f"{found[place]}\n{words}" if place in found else words
        element.clear()
        if len(found) > MAX_COMMENTS:
            raise Refused("too_many_comments", {"limit": MAX_COMMENTS})
    return found


def _words(element: Element) -> str:
    for child in element:
        if local(child) != "text":
            continue
        words = rich_text(child) or clean(child.text or "")
        return THREAD_NOTICE.sub("", words).strip()
    return ""
