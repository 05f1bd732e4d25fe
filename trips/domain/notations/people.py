"""Names, forms of address and academic titles as lists of participants have them."""

import re
from dataclasses import dataclass
from typing import Final

from trips.domain.notations.words import key, tidy
from trips.domain.person import FormOfAddress

FORMS: Final[dict[str, FormOfAddress]] = {
    "herr": FormOfAddress.MR,
    "hr": FormOfAddress.MR,
    "herrn": FormOfAddress.MR,
    "mr": FormOfAddress.MR,
    "mister": FormOfAddress.MR,
    "sir": FormOfAddress.MR,
    "shri": FormOfAddress.MR,
    "sri": FormOfAddress.MR,
    "pan": FormOfAddress.MR,
    "monsieur": FormOfAddress.MR,
    "senor": FormOfAddress.MR,
    "frau": FormOfAddress.MS,
    "fr": FormOfAddress.MS,
    "ms": FormOfAddress.MS,
    "mrs": FormOfAddress.MS,
    "miss": FormOfAddress.MS,
    "madam": FormOfAddress.MS,
    "smt": FormOfAddress.MS,
    "shrimati": FormOfAddress.MS,
    "kumari": FormOfAddress.MS,
    "pani": FormOfAddress.MS,
    "m": FormOfAddress.MR,
    "mme": FormOfAddress.MS,
    "mlle": FormOfAddress.MS,
    "sr": FormOfAddress.MR,
    "sra": FormOfAddress.MS,
    "пан": FormOfAddress.MR,
    "пані": FormOfAddress.MS,
    "madame": FormOfAddress.MS,
    "senora": FormOfAddress.MS,
    "mx": FormOfAddress.NEUTRAL,
    "divers": FormOfAddress.NEUTRAL,
    "neutral": FormOfAddress.NEUTRAL,
    "ohne": FormOfAddress.NEUTRAL,
    "keine": FormOfAddress.NEUTRAL,
    "none": FormOfAddress.NEUTRAL,
}
HONORIFICS: Final = frozenset(
    {"shri", "sri", "smt", "shrimati", "kumari", "pan", "pani", "sir", "monsieur", "madame"}
    | {"senor", "senora", "h e", "he", "hon", "honourable", "honorable", "the hon"}
    | {"the honourable", "the honorable", "exzellenz", "s e", "i e", "excellency"}
)
"""Forms of address worth keeping as written, beside the form they stand for."""
TITLES: Final = re.compile(
    r"(?:(?:univ\.?-?|apl\.? ?|hon\.?-?)?prof(?:essor(?:in)?)?\b\.?|ass(?:oc)?\.? ?prof\.?"
    r"|dr(?:es)?\b\.?(?:-ing\b\.?)?|ph\.?d\b\.?"
    r"|h\.?c\.?|mult\.?|med\.?|rer\.? ?(?:nat|pol|oec)\.?|iur\.?|jur\.?|phil\.?|ing\."
    r"|dipl\.?-?[a-z]*\.?"
    r"|mag\.?|adv\.|eng\.|arch\.|arq\.|ir\.|habil\.?|-ing\.?|e\.h\.?)(?=[\s,]|$)\s*",
    re.IGNORECASE,
)
TRAILING: Final = re.compile(
    r",\s*(?P<t>ph\.?\s?d\.?|m\.?\s?a\.?|m\.?\s?sc\.?|b\.?\s?a\.?|mba|mph|ll\.?\s?m\.?|msc"
    r"|dr\.?)\s*$",
    re.IGNORECASE,
)
PARTICLES: Final = frozenset(
    {"van", "von", "vom", "zu", "zur", "der", "den", "de", "del", "della", "di", "da", "dos"}
    | {"das", "du", "la", "le", "ten", "ter", "bin", "ibn", "al", "el", "abu", "ap", "st"}
)


BRACKETED: Final = re.compile(r"\s*\((?P<form>[A-Za-z]{2,6})\.?\)")
"""A form of address behind or within a name: `Ayanda Mkhize (Ms)`, `Dr. (Mrs.) S. Lakshmi`."""
AFTER_NAMES: Final = frozenset(
    {"IAS", "IPS", "IFS", "MP", "MLA", "MdB", "MdL", "OBE", "CBE", "MBE", "Esq", "MPP"}
)


@dataclass(frozen=True)
class WrittenName:
    """A name taken apart; what is not written is empty."""

    given_name: str = ""
    family_name: str = ""
    academic_title: str = ""
    form_of_address: FormOfAddress | None = None
    honorific: str = ""
    is_order_assumed: bool = False
    """Several words without a comma: the last one is taken for the family name."""


def read_form(text: str) -> tuple[FormOfAddress | None, str, str]:
    """Return form of address, honorific and what follows them: `Frau Dr.` leaves `Dr.`."""
    words = tidy(text).split(" ")
    form: FormOfAddress | None = None
    honorific: list[str] = []
    while words:
        word = key(words[0])
        two = key(" ".join(words[:2]))
        if two in HONORIFICS and len(words) > 1:
            honorific.append(" ".join(words[:2]))
            words = words[2:]
        elif word in FORMS or word in HONORIFICS:
            form = FORMS.get(word, form)
            honorific.extend(words[:1] if word in HONORIFICS else ())
            words = words[1:]
        else:
            break
    return form, " ".join(honorific), " ".join(words)


def split_title(text: str) -> tuple[str, str]:
    """Return the academic title and the name behind it."""
    rest = tidy(text)
    end = 0
    while match := TITLES.match(rest, end):
        end = match.end()
    title, name = rest[:end].strip(" ,"), rest[end:].strip(" ,")
    trailing = TRAILING.search(name)
    if trailing and not title:
        return trailing["t"], name[: trailing.start()].strip(" ,")
    return title, name


def read_name(text: str) -> WrittenName:
    """Take apart `Frau Dr. Anna Maria von Weber`, `WEBER, Anna`, `Weber, Dr. Anna`."""
    text, in_brackets = _take_bracketed(text)
    form, honorific, rest = read_form(text)
    form = form or in_brackets
    title, name = split_title(rest)
    name, after = _split_suffix(name)
    honorific = " ".join(part for part in (honorific, after) if part)
    if "," in name:
        family, given = (part.strip() for part in name.split(",", 1))
        inner_form, inner_honorific, given = read_form(given)
        inner_title, given = split_title(given)
        return WrittenName(
            given,
            settle_case(family),
            title or inner_title,
            form or inner_form,
            honorific or inner_honorific,
        )
    given, family, sure = _split_words(name.split(" ") if name else [])
    return WrittenName(given, family, title, form, honorific, is_order_assumed=not sure)


def _take_bracketed(text: str) -> tuple[str, FormOfAddress | None]:
    """Take off a form of address in brackets; the first one counts."""
    found = [match for match in BRACKETED.finditer(text) if key(match["form"]) in FORMS]
    for match in found:
        text = text.replace(match.group(), "")
    return tidy(text), FORMS[key(found[0]["form"])] if found else None


def _split_suffix(name: str) -> tuple[str, str]:
    """Take off what follows a name without being one: IAS, MP, MdB."""
    first, _, last = name.rpartition(" ")
    if " " in first and last.strip(".()") in AFTER_NAMES:
        return first.rstrip(" ,"), last
    return name, ""


def _split_words(words: list[str]) -> tuple[str, str, bool]:
    shouted = [word for word in words if len(word) > 1 and word.isupper() and word.isalpha()]
    if shouted and len(shouted) < len(words):
        given = " ".join(word for word in words if word not in shouted)
        return given, settle_case(" ".join(shouted)), True
    if len(words) < 2:  # noqa: PLR2004 - one word is no given name and family name
        return "", " ".join(words), False
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:]), False


def settle_case(name: str) -> str:
    """Return a family name in capitals as it is usually written; others stay as they are."""
    if not name.isupper() or len(name) < 3:  # noqa: PLR2004 - NG and LI may be initials
        return name
    pieces = re.split(r"([\s'’-])", name.lower())
    return "".join(
        piece if piece in PARTICLES else piece[:1].upper() + piece[1:] for piece in pieces
    )
