"""Times as people write them in German and English: a start, an end, or "what follows"."""

import re
from dataclasses import dataclass, replace
from typing import Final

from trips.domain.notations.words import as_written, fold

HOUR: Final = 60
NOON: Final = 12
HALF_DAY: Final = NOON * HOUR
DAY: Final = 24 * HOUR
MAX_LENGTH: Final = 200
LONGEST: Final = 12 * HOUR
"""A span that seems to end before it starts ends on the next day, if it is no longer than this."""

_CLOCK = (
    r"(?:(?P<h{0}>[0-2]?\d)(?:\s?[:.h]\s?(?P<m{0}>[0-5]\d)(?::[0-5]\d)?)?"
    r"|(?P<mil{0}>[0-2]\d[0-5]\d))(?![\d:])"
    r"\s?(?P<u{0}>uhr|hrs?|h|o'clock)?\b\.?\s?(?P<x{0}>am|pm)?\b(?P<uu{0}>\s?uhr|\s?hrs?)?"
)
_ABOUT = (
    r"(?:(?:um|gegen|ca\.?|circa|zirka|etwa|approx\.?|approximately|about|around|at|~|c\.)\s*)*"
)
_FROM = (
    r"(?:(?:ab|von|from|zwischen|between|starting(?: at)?"
    r"|start(?:s)?|beginn(?:t)?|begin)[: ]\s*)?"
)
_TO = r"\s*(?:-+|bis(?: ca\.?)?|to|until|till|und|and)\s*"

RANGE: Final = re.compile(_FROM + _ABOUT + _CLOCK.format(1) + _TO + _ABOUT + _CLOCK.format(2))
START: Final = re.compile(_FROM + _ABOUT + _CLOCK.format(1) + r"(?:\s*(?:-|ff\.?|open end))?")
UNTIL: Final = re.compile(
    r"(?:bis|until|till|by|-)\s*(?:spaetestens |at the latest )?" + _ABOUT + _CLOCK.format(2)
)
FOLLOWS: Final = re.compile(
    r"(?:direkt |unmittelbar )?(?:anschl(?:ie(?:ß|ss)end)?\.?|danach|im anschluss|nachfolgend"
    r"|followed by|afterwards?|thereafter|then|subsequently|directly after|following|dann"
    r"|sodann)\b\.?"
)
UNKNOWN: Final = re.compile(
    r"tb[dca]\.?|t\.b\.[dca]\.?|n\.\s?n\.?|offen|open|-+|\?+|noch offen|k\.\s?a\.?"
)
ALL_DAY: Final = re.compile(r"ganzt(?:ä|ae)gig|ganzer tag|all[ -]day|full[ -]day|den ganzen tag")
PARTS_OF_DAY: Final[dict[str, tuple[int, int]]] = {
    "morgens": (8 * HOUR, 9 * HOUR),
    "vormittags": (9 * HOUR, HALF_DAY),
    "vormittag": (9 * HOUR, HALF_DAY),
    "morning": (9 * HOUR, HALF_DAY),
    "in the morning": (9 * HOUR, HALF_DAY),
    "mittags": (HALF_DAY, 13 * HOUR),
    "nachmittags": (14 * HOUR, 17 * HOUR),
    "nachmittag": (14 * HOUR, 17 * HOUR),
    "afternoon": (14 * HOUR, 17 * HOUR),
    "in the afternoon": (14 * HOUR, 17 * HOUR),
    "abends": (19 * HOUR, 21 * HOUR),
    "abend": (19 * HOUR, 21 * HOUR),
    "evening": (19 * HOUR, 21 * HOUR),
    "in the evening": (19 * HOUR, 21 * HOUR),
}
"""What people mean by a part of the day; always marked as assumed."""
SUPERSCRIPT: Final = re.compile("([0-2]?[0-9])([⁰¹²³⁴⁵⁶⁷⁸⁹]{2})")
DURATION: Final = re.compile(
    r"(?:(?P<h>\d{1,2})(?:[.,](?P<f>\d))?\s?(?:h|std\.?|stunden?|hours?|hrs?)(?!\w))?\s*"
    r"(?:(?P<m>\d{1,3})\s?(?:'|min\.?|minuten?|minutes?|mins?)(?!\w))?"
)


@dataclass(frozen=True, kw_only=True)
class WrittenTime:
    """Minutes after midnight, beyond 24 hours for the next day; None for what is not written."""

    start: int | None = None
    end: int | None = None
    follows: bool = False
    """The row starts when the one before it ends."""
    is_assumed: bool = False
    """Only a part of the day was written."""
    rest: str = ""
    problem: str = ""
    """`end_before_start`"""


def find_time(text: str) -> WrittenTime | None:
    """Return the time or span at the beginning of the text, None where there is none."""
    folded = _prepared(text[:MAX_LENGTH])
    if not folded or UNKNOWN.fullmatch(folded):
        return WrittenTime(follows=True)
    if ALL_DAY.match(folded):
        return WrittenTime(start=9 * HOUR, end=18 * HOUR, is_assumed=True)
    if folded in PARTS_OF_DAY:
        start, end = PARTS_OF_DAY[folded]
        return WrittenTime(start=start, end=end, is_assumed=True)
    found = _following(folded) or _clocks(folded)
    return replace(found, rest=as_written(text, found.rest)) if found else None


def find_duration(text: str) -> int | None:
    """Return the minutes of `90 Min.`, `1,5 Std.` or `1 h 30 min`, None for anything else."""
    match = DURATION.fullmatch(fold(text))
    if match is None or not (match["h"] or match["m"]):
        return None
    tenths = int(match["h"] or 0) * 10 + int(match["f"] or 0)
    return tenths * HOUR // 10 + int(match["m"] or 0)


def _prepared(text: str) -> str:
    plain = SUPERSCRIPT.sub(lambda found: f"{found[1]}:{_digits(found[2])}", text)
    folded = fold(plain).strip("()[] ,;")
    folded = re.sub(r"(?<=\d)\s?uhr\s?(?=[0-5]\d\b)", ":", folded)
    folded = re.sub(r"\b([ap])\.\s?m\b\.?", r"\1m", folded)
    folded = re.sub(r"(?<=\d)([ap])m\b", r" \1m", folded)
    folded = re.sub(r"\b(?:12(?::00)? )?(?:noon|midday|mittag)\b", "12:00", folded)
    return re.sub(r"\b(?:12(?::00)? )?(?:midnight|mitternacht)\b", "24:00", folded)


def _digits(superscript: str) -> str:
    return superscript.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))


def _following(folded: str) -> WrittenTime | None:
    match = FOLLOWS.match(folded)
    if match is None:
        return None
    rest = folded[match.end() :].strip(" ,;:-()")
    until = UNTIL.match(rest)
    if until and (end := _minutes(until, "2")) is not None:
        return WrittenTime(follows=True, end=end, rest=rest[until.end() :].strip(" ,;:-"))
    later = _clocks(rest) if rest else None
    if later is not None and later.start is not None:
        return later
    return WrittenTime(follows=True, rest=rest)


def _clocks(folded: str) -> WrittenTime | None:
    for shape in (RANGE, UNTIL, START):
        match = shape.match(folded)
        if match is None:
            continue
        rest = folded[match.end() :]
        if rest and not (_is_apart(match, rest) and _is_marked(match)):
            continue
        found = _span(match)
        if found is not None:
            return WrittenTime(**{**found, "rest": rest.strip(" ,;:-()/+")})  # type: ignore[arg-type]  # keys are field names
    return None


def _is_apart(match: re.Match[str], rest: str) -> bool:
    return match[0].endswith((" ", ".")) or not rest[0].isalnum()


def _span(match: re.Match[str]) -> dict[str, int | str | bool | None] | None:
    groups = match.re.groupindex
    start = _minutes(match, "1") if "h1" in groups else None
    end = _minutes(match, "2") if "h2" in groups else None
    if ("h1" in groups and start is None) or ("h2" in groups and end is None):
        return None
    if start is None:
        return {"end": end, "follows": True}
    if end is None:
        return {"start": start}
    start, end = _same_half(match, start, end)
    if end <= start:
        if end == start or end + DAY - start > LONGEST:
            return {"start": start, "end": None, "problem": "end_before_start"}
        end += DAY
    return {"start": start, "end": end}


def _same_half(match: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """`2:30-4 pm` means both in the afternoon, `11-1 pm` starts before noon."""
    if match["x2"] and not match["x1"]:
        later = start % HALF_DAY + HALF_DAY
        if match["x2"] == "pm" and start <= HALF_DAY and later < end:
            return later, end
    if match["x1"] == "pm" and not match["x2"] and end <= HALF_DAY and start < end + HALF_DAY:
        return start, end + HALF_DAY
    return start, end


def _minutes(match: re.Match[str], which: str) -> int | None:
    military = match[f"mil{which}"]
    if military:
        hour, minute = int(military[:2]), int(military[2:])
    else:
        hour, minute = int(match[f"h{which}"]), int(match[f"m{which}"] or 0)
    half = match[f"x{which}"]
    if half:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half == "pm" else 0)
    total = hour * HOUR + minute
    return total if total <= DAY else None


def _is_marked(match: re.Match[str]) -> bool:
    """Rule out a bare number before words: `3 Gruppen` is no hour."""
    marks = ("m1", "u1", "x1", "uu1", "mil1", "m2", "u2", "x2", "uu2", "mil2")
    return any(match[name] for name in marks if name in match.re.groupindex)
