"""Cell addresses and ranges, read leniently: a bad one is nowhere, never an exception."""

import re
from dataclasses import dataclass

ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")


@dataclass(frozen=True)
class Range:
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int


def read_address(text: str) -> tuple[int, int]:
    """Row and column of an address, both from 1; (0, 0) where it is none."""
    match = ADDRESS.match(text)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def read_range(text: str) -> Range:
    """Read a range such as B2:D4; one address is a range of one cell."""
    first, _, last = text.partition(":")
    top, left = read_address(first)
    bottom, right = read_address(last or first)
    return Range(top, left, bottom, right)
