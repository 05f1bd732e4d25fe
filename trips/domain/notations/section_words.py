"""Lines between the rows of a table: what a heading such as `Land: Indien (5)` is about."""

import re
from dataclasses import dataclass
from typing import Final

from trips.domain.notations.words import key, tidy

LABELS: Final[dict[str, str]] = {
    "country": "land|staat|herkunftsland|country|country of origin|state",
    "delegation": "delegation|delegation aus|delegation from|delegation of|delegation der|team",
    "group": "gruppe|group",
    "city": "stadt|ort|station|reisestation|city|town|stop|place",
    "on": "datum|tag|date|day",
}
LABEL: Final = re.compile(r"^\s*(?P<label>[^:]{2,30}?)\s*:\s*(?P<rest>\S.*)$", re.DOTALL)
COUNTED: Final = re.compile(
    r"\s*[(\[,–-]?\s*\d+\s*(?:personen|person|pers\.?|teilnehmende|teilnehmer(?:innen)?|tn|pax"
    r"|people|persons|delegates|participants|members|mitglieder)?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
"""How many they are, behind the name of a delegation."""
AROUND: Final = re.compile(
    r"^(?:the\s+)?delegation(?:\s+(?:aus|from|of|der|des|von))?(?:\s+(?:the|der|dem|den))?\s+"
    r"|\s+delegation$",
    re.IGNORECASE,
)
SUMS: Final = frozenset(
    {"gesamt", "summe", "insgesamt", "total", "sum", "anzahl", "gesamtzahl", "gesamtanzahl"}
    | {"teilnehmende gesamt", "anzahl personen", "anzahl teilnehmende", "grand total", "subtotal"}
    | {"zwischensumme", "number of participants", "total participants", "summe personen"}
)


@dataclass(frozen=True)
class Label:
    """What a line says it is about (empty where it does not say), and what it says."""

    about: str
    text: str


def read_label(text: str) -> Label:
    """Take `Country: India` apart; a line without a known label is about nothing."""
    match = LABEL.match(text)
    if match is not None:
        about = _about(match["label"])
        if about:
            return Label(about, tidy(match["rest"]))
    return Label("", tidy(text))


def is_label(text: str) -> bool:
    """Tell whether the words are a label alone: `Stadt:`."""
    return bool(_about(text))


def without_count(text: str) -> str:
    """Return the name without the number of people behind it: `Indien (5 Personen)`."""
    return COUNTED.sub("", tidy(text)) or tidy(text)


def without_delegation(text: str) -> str:
    """Return what a delegation is one of: `Delegation aus Indien`, `Indian delegation`."""
    return AROUND.sub("", tidy(text)).strip() or tidy(text)


def is_sum(text: str) -> bool:
    """Tell whether a row adds up instead of naming somebody."""
    words = key(re.sub(r"[\d:]+", " ", text))
    return words in SUMS


def _about(label: str) -> str:
    words = key(label)
    return next((about for about, names in LABELS.items() if words in names.split("|")), "")
