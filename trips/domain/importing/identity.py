"""Whether two entries are the same person: never by an e-mail address alone, never by guess."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from trips.domain.notations.words import fold, key

ALIKE: Final = 0.86
"""Share of equal letters from which names may be two spellings of one: Volodymyr, Vladimir no;
Oleksandr, Olexander yes. Only ever leads to a question."""

SHORTENED: Final = 0.95
"""Likeness of a name with an initial, or without the second given name."""
SOUNDS: Final = (
    ("абвгґдеєжзиі", "a b v h g d e ie zh z y i"),
    ("їйклмнопрсту", "i i k l m n o p r s t u"),
    ("фхцчшщьюяёыэъ", "f kh ts ch sh shch _ iu ia e y e _"),
    ("αβγδεζηθικλμν", "a v g d e z i th i k l m n"),
    ("ξοπρστυφχψως", "x o p r s t y f ch ps o s"),
)
"""The Ukrainian national transliteration (Cabinet of Ministers, No. 55, 2010) with the further
letters of Russian, and the usual one of Greek."""
LATIN: Final = str.maketrans(
    {
        letter: sound.replace("_", "")
        for letters, sounds in SOUNDS
        for letter, sound in zip(letters, sounds.split(), strict=True)
    }
)
PLAIN_UMLAUTS: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ø": "o", "å": "a", "æ": "a"})


class Match(StrEnum):
    """How sure it is that two entries are one person."""

    SAME = "same"
    PLAUSIBLE = "plausible"
    """Somebody has to say so."""
    DIFFERENT = "different"


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What tells a person from others."""

    given_name: str
    family_name: str
    other_names: str = ""
    """The name in another script."""
    organisations: tuple[str, ...] = ()
    """The organisation's name in every language, and its short form."""
    country: str = ""
    emails: tuple[str, ...] = ()
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The verdict, and what spoke for it: `name`, `organisation`, `country`, `email`, `phone`."""

    match: Match
    agrees: tuple[str, ...] = ()


def compare(one: Identity, other: Identity) -> Comparison:
    """Compare two entries.

    The same: equal names (in either order, whatever the accents and the script), no other country
    and the same organisation, e-mail or telephone; or the same country where the organisations do
    not differ. Plausible: equal names without that, or similar names with a further agreement.
    A shared mailbox alone says nothing.
    """
    likeness = _names(one, other)
    if likeness < ALIKE:
        return Comparison(match=Match.DIFFERENT)
    agrees = tuple(_agreements(one, other))
    if likeness == 1 and agrees and not _contradicts(one, other, agrees):
        return Comparison(match=Match.SAME, agrees=("name", *agrees))
    if likeness == 1 or agrees:
        return Comparison(match=Match.PLAUSIBLE, agrees=("name", *agrees))
    return Comparison(match=Match.DIFFERENT)


def _contradicts(one: Identity, other: Identity, agrees: tuple[str, ...]) -> bool:
    """Tell whether they are of two countries, or of two bodies with nothing else in common."""
    if one.country and other.country and one.country != other.country:
        return True
    return agrees == ("country",) and bool(one.organisations and other.organisations)


def spellings(name: str) -> frozenset[str]:
    """Return the forms of a name that count as equal: Müller is Mueller and Muller."""
    folded = fold(name).translate(LATIN)
    return frozenset({key(folded), key(folded.translate(PLAIN_UMLAUTS))}) - {""}


def _names(one: Identity, other: Identity) -> float:
    """Return 1 for equal names in either order, else how alike the spellings are."""
    best = 0.0
    for first in _forms(one):
        for second in _forms(other):
            if sorted(first.split()) == sorted(second.split()):
                return 1.0
            best = max(best, _alike(first, second))
    return best


def _forms(person: Identity) -> Iterable[str]:
    whole = f"{person.given_name} {person.family_name}"
    return spellings(whole) | spellings(person.other_names)


def _alike(first: str, second: str) -> float:
    """Compare spellings word by word; a second given name or an initial is no contradiction."""
    words = first.split(), second.split()
    if _covers(*words) or _covers(*reversed(words)):
        return SHORTENED
    return SequenceMatcher(None, first, second).ratio() - 0.001


def _covers(shorter: list[str], longer: list[str]) -> bool:
    return len(shorter) > 1 and all(_has(word, longer) for word in shorter)


def _has(word: str, words: list[str]) -> bool:
    return any(word == other or (len(word) == 1 and other.startswith(word)) for other in words)


def _agreements(one: Identity, other: Identity) -> Iterable[str]:
    if {*map(key, one.organisations)} & {*map(key, other.organisations)} - {""}:
        yield "organisation"
    if one.country and one.country == other.country:
        yield "country"
    if {*map(str.lower, one.emails)} & {*map(str.lower, other.emails)}:
        yield "email"
    digits = ["".join(filter(str.isdigit, phone)).lstrip("0") for phone in (one.phone, other.phone)]
    if digits[0] and digits[0] == digits[1]:
        yield "phone"
