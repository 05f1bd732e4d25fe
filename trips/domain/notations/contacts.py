"""E-mail addresses and telephone numbers as they stand in cells."""

import re
from typing import Final

from trips.domain.notations.words import tidy

EMAIL: Final = re.compile(r"[^@\s,;<>()\[\]\"]+@[^@\s,;<>()\[\]\"]+\.[^@\s,;<>()\[\]\".]{2,}")
PHONE_NOISE: Final = re.compile(r"[^\d+]")


def find_emails(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the addresses of a cell in order, and whether every @ belonged to one."""
    plain = text.replace("mailto:", " ")
    found = tuple(dict.fromkeys(address.strip(".'") for address in EMAIL.findall(plain)))
    return found, len(EMAIL.findall(plain)) == plain.count("@") and bool(found)


def read_phone(text: str) -> str:
    """Return the number as written, 00 kept; only `Tel.:` and the like are taken off."""
    return re.sub(
        r"^(?:tel(?:efon)?|phone|mobil(?:e)?|handy|cell|t|m)\b\s*[.:]*\s*",
        "",
        tidy(text),
        flags=re.IGNORECASE,
    )
