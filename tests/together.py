"""Which tests stay together in one process, and which of them begin.

What the tests of a file share (a document that several read back, the templates of databases, a
served demo) is then made once. Node ids decide, not marks: the process that deals out the tests
sees nothing else of them.
"""

import re

import pytest
from xdist.scheduler import LoadScopeScheduling

# The longest first, so that nothing long is left when the other process has nothing to do.
FIRST = (
    "tests/browser/test_walk.py",
    "tests/browser/",
    "tests/exports/",
    "tests/views/",
    "tests/cli/",
    "tests/jobs/",
    "tests/services/",
    "tests/imports/",
    "tests/doors/",
    "tests/test_",
    "tests/",
)
PAGES = "tests/browser/test_pages.py"
VIEW = re.compile(r"\[((?:de|en)-[a-z]+-\d+)-")
CATALOGUES = re.compile(r"tests/test_(?:reader_)?catalogues\.py")


def place(nodeid: str) -> int:
    """How early a test begins."""
    return next(number for number, start in enumerate(FIRST) if nodeid.startswith(start))


def group(nodeid: str) -> str:
    """What stays together: the tests of a file; of all pages, those in one view."""
    path = nodeid.partition("::")[0]
    if path == PAGES and (view := VIEW.search(nodeid)):
        return view[1]
    return "catalogues" if CATALOGUES.fullmatch(path) else path


class Together(LoadScopeScheduling):
    """Deals out groups in the order in which they were collected."""

    def __init__(self, config: pytest.Config, log: object) -> None:
        """Keep the order: by default, the groups with the most tests would begin."""
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)
