"""What a field of a pasted line is: told from its words, where there are no headings."""

import re
from collections.abc import Iterable
from typing import Final

from trips.domain.notations.contacts import EMAIL
from trips.domain.notations.people import TITLES, read_form, split_title
from trips.domain.notations.terms import LEVELS, find_term
from trips.domain.notations.words import key
from trips.imports.countries import find_country, find_spoken
from trips.imports.pasting.lines import Record, words_of
from trips.imports.people.offices import OFFICE

PHONE: Final = re.compile(
    r"^(?:tel(?:efon)?|phone|mobile?|handy|cell|t|m)?\s*[.:]*\s*\+?[\d\s()/.-]{6,}$", re.IGNORECASE
)
BODY: Final = re.compile(
    r"\b(?:city of|city council|stadt|municipality|gemeinde|ministry|\w*ministerium|department"
    r"|\w*amt|agency|agentur|university|universit\w+|hochschule|institut\w*|gmbh|ltd|llc|inc|ag"
    r"|e\.? ?v\.?|council|\w*verwaltung|foundation|stiftung|bank|association|verband|verein"
    r"|authority|beh(?:ö|oe)rde|office|committee|administration|ngo|corporation|landkreis|bezirk"
    r"|giz|undp|un-habitat|oblast)\b",
    re.IGNORECASE,
)
NAME_AND_MORE: Final = 2
LONGEST_NAME: Final = 7


def sort_fields(record: Record) -> dict[str, str]:
    """Return a line's fields by what they are; without a name it is not understood."""
    found: dict[str, list[str]] = {}
    left: list[str] = []
    for text in filter(None, record.fields):
        name = _evident(text, has_name=bool(left))
        if name:
            found.setdefault(name, []).append(text)
        else:
            left.append(text)
    values = {name: ", ".join(texts) for name, texts in found.items()}
    name, left = _take_name(left, record)
    return {**values, **({"name": name} if name else {}), **_posts(left)}


def _evident(text: str, *, has_name: bool) -> str:
    """What a field surely is, whatever stands beside it; empty for words."""
    if EMAIL.search(text) or "@" in text:
        return "emails"
    if PHONE.match(text) and sum(sign.isdigit() for sign in text) >= 6:  # noqa: PLR2004
        return "phone"
    form, honorific, rest = read_form(text)
    if (form or honorific) and not split_title(rest)[1]:
        return "form_of_address"
    if TITLES.match(text) and not split_title(text)[1]:
        return "academic_title"
    return _later(text) if has_name else ""


def _later(text: str) -> str:
    """What a field is that cannot come before a name: names may be words like these."""
    if find_country(text) and not OFFICE.search(text):
        return "country"
    spoken, unread = find_spoken(text)
    if spoken and not unread and len(text) > 2:  # noqa: PLR2004 - a code is an abbreviation
        return "languages"
    return "level" if find_term(text, LEVELS) else ""


def _take_name(left: list[str], record: Record) -> tuple[str, list[str]]:
    """Take the name, which may be two fields: in a table first and last name, else the reverse."""
    if not left:
        return "", left
    first, rest = left[0], left[1:]
    bare = split_title(read_form(first)[2])[1]
    second = rest[0] if rest else ""
    is_halved = words_of(bare) == 1 and second and not OFFICE.search(second)
    if is_halved and not BODY.search(second) and words_of(second) <= NAME_AND_MORE:
        whole = f"{first} {second}" if record.is_table else f"{first}, {second}"
        return whole, rest[1:]
    return (first, rest) if words_of(bare) <= LONGEST_NAME else ("", left)


def _posts(texts: Iterable[str]) -> dict[str, str]:
    """Function and organisation, in this order where their words do not tell; then notes."""
    posts: dict[str, str] = {}
    others: list[str] = []
    for text in texts:
        shown = text.replace("\u201a", ",")
        is_office, is_body = OFFICE.search(text), BODY.search(text)
        starts = is_office and (not is_body or is_office.start() < is_body.start())
        first = "organisation" if is_body and not starts else "function"
        second = "organisation" if first == "function" else ""
        place = next((name for name in (first, second) if name and name not in posts), "")
        if place and key(shown):
            posts[place] = shown
        else:
            others.append(shown)
    return {**posts, **({"note": ", ".join(others)} if others else {})}
