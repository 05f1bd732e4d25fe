"""The pages of the guide, as they lie beside the code."""

from functools import cache
from typing import Final

from trips.config import ROOT

PUBLISHING: Final = "publishing"


@cache
def read_guide(name: str, locale: str) -> str:
    """A page of the guide as it was written."""
    return (ROOT / "docs" / "guide" / locale / f"{name}.md").read_text("utf-8")
