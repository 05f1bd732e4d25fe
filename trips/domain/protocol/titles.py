"""What stands before and behind a name: academic titles, degrees, titles of nobility."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Academic(StrEnum):
    """The highest title, the only one a greeting names."""

    NONE = "none"
    DOCTOR = "doctor"
    PROFESSOR = "professor"


@dataclass(frozen=True)
class Titles:
    """The titles of one person, sorted."""

    academic: Academic
    before: str
    """As written, for an address: Prof. Dr.-Ing."""
    behind: str
    """Degrees that follow the name: M.A."""
    honorific: str
    """Sir, Dame, Lord, Lady: goes before the name in every language."""


_PROFESSOR: Final = re.compile(r"\bprof(essor(in)?)?\b", re.IGNORECASE)
_DOCTOR: Final = re.compile(r"\b(d?dr|doctor|doktor(in)?|ph\.?\s?d)\b", re.IGNORECASE)
_DEGREE: Final = re.compile(
    r"(ph\.?d\.?|m\.?a\.?|m\.?sc\.?|mba|mpa|mph|m\.?eng\.?|b\.?a\.?|b\.?sc\.?|b\.?eng\.?|ll\.?m\.?)",
    re.IGNORECASE,
)
_HONORIFICS: Final = ("Sir", "Dame", "Lord", "Lady")
_COUNTS: Final = re.compile(
    r"(Erb|Land|Pfalz)?(Graf|Gräfin|Fürst|Fürstin|Prinz|Prinzessin|Herzog|Herzogin)", re.IGNORECASE
)
_BARONS: Final = re.compile(r"Freiherr|Freifrau|Freiin|Baron|Baronin|Edler|Edle|Ritter")


def read_titles(written: str) -> Titles:
    """Sort what was entered as academic title."""
    words = written.replace(",", " ").split()
    behind = [word for word in words if _DEGREE.fullmatch(word)]
    before = [word for word in words if word not in behind]
    honorific = before[0] if before and before[0] in _HONORIFICS else ""
    academic = Academic.NONE
    if _PROFESSOR.search(written):
        academic = Academic.PROFESSOR
    elif _DOCTOR.search(written):
        academic = Academic.DOCTOR
    return Titles(
        academic=academic,
        before=" ".join(before),
        behind=", ".join(behind),
        honorific=honorific,
    )


def noble_name(family_name: str) -> str:
    """How a German noble is greeted, without Herr or Frau; empty for everybody else.

    Since 1919 the title is part of the family name. Gräfin von Faber-Castell is greeted as Gräfin
    Faber-Castell, Freiherr von Stein keeps his "von".
    """
    title, _, rest = family_name.partition(" ")
    if rest and _BARONS.fullmatch(title):
        return family_name
    if rest and _COUNTS.fullmatch(title):
        for particle in ("von und zu ", "von der ", "vom ", "von ", "zu "):
            rest = rest.removeprefix(particle)
        return f"{title} {rest}"
    return ""
