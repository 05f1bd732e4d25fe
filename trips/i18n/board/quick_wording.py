"""How a typed line was understood, in words: one entry for each part."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from trips.domain.board.quick.reading import QuickPart, QuickReading, Understood
from trips.i18n.board.facts import capitalised, fact, group_words
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import day_short, duration, time_span

NAMES: Final = {
    QuickPart.DAY: N_("Day"),
    QuickPart.TIME: N_("Time"),
    QuickPart.LENGTH: N_("Length"),
    QuickPart.GROUPS: N_("For"),
    QuickPart.SITE: N_("Site"),
    QuickPart.CITY: N_("City"),
    QuickPart.KIND: N_("Kind"),
    QuickPart.STATUS: N_("Status"),
    QuickPart.TITLE: N_("Title"),
}
_VALUES: Final[dict[QuickPart, Callable[[Any, str], str]]] = {
    QuickPart.TIME: lambda span, _locale: time_span(*span),
    QuickPart.LENGTH: duration,
    QuickPart.GROUPS: lambda codes, locale: capitalised(group_words(codes, locale)),
    QuickPart.SITE: lambda site, locale: fact(site.name, locale),
    QuickPart.CITY: lambda stop, locale: fact(stop.city, locale),
    QuickPart.DAY: day_short,
}


@dataclass(frozen=True)
class PartWords:
    """A part by its name, and its value; assumed where it was not written like that."""

    part: QuickPart
    name: str
    value: str
    is_assumed: bool


def part_words(part: Understood, locale: str) -> PartWords:
    """One part of the line: “Time: 14:00–15:30”."""
    value = _VALUES.get(part.part, fact)(part.value, locale)
    return PartWords(part.part, say(NAMES[part.part], locale), value, part.is_assumed)


def reading_words(reading: QuickReading, locale: str) -> tuple[PartWords, ...]:
    """All parts; an idea says that it has no time."""
    words = [part_words(part, locale) for part in reading.parts]
    if reading.add.is_unplaced:
        idea = say(N_("none: it goes to the ideas"), locale)
        words.insert(0, PartWords(QuickPart.TIME, say(NAMES[QuickPart.TIME], locale), idea, True))
    return tuple(words)


def reading_sentence(reading: QuickReading, locale: str) -> str:
    """All in one line, for a live region; what was assumed is marked."""
    assumed = say(N_("assumed"), locale)
    told = (
        f"{each.name}: {each.value}" + (f" ({assumed})" if each.is_assumed else "")
        for each in reading_words(reading, locale)
    )
    return "; ".join(told)
