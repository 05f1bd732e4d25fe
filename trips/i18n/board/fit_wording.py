"""Where a card fits, in words: a label for the shading, and a line for each reason."""

from dataclasses import dataclass
from typing import Any, Final

from trips.domain.findings.hours import ClosedCode, Reason
from trips.domain.fit.model import FitCode, FitReason, FitSpan, Verdict
from trips.i18n.board.facts import capitalised, fact, group_words
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import clock, day_short, duration, join_list, time_span, weekday_short

LINES: Final = {
    FitCode.GROUP_FREE: N_("%(groups)s: free"),
    FitCode.PEOPLE_FREE: N_("%(names)s: free"),
    FitCode.WAY_FITS: N_("The way from “%(title)s” takes %(minutes)s min: fits"),
    FitCode.CLOSES: N_("Closes %(closes)s, start until %(latest)s"),
    FitCode.GROUP_BUSY: N_("%(groups)s: “%(title)s”, %(span)s"),
    FitCode.IDEA_THERE: N_("There is “%(title)s”, %(span)s, not fixed yet"),
    FitCode.PERSON_BUSY: N_("%(name)s: “%(title)s”, %(span)s"),
    FitCode.ROOM_BUSY: N_("Room %(room)s is taken: “%(title)s”, %(span)s"),
    FitCode.VEHICLE_BUSY: N_("%(vehicle)s is under way: “%(title)s”, %(span)s"),
    FitCode.WAY_TIGHT: N_("%(minutes)s min on the way from “%(title)s”: from %(limit)s"),
    FitCode.ON_THE_WAY: N_("%(first)s – %(second)s, %(span)s"),
    FitCode.STATION: N_("%(minutes)s min from the station: arrival %(arrives)s"),
    FitCode.OTHER_CITY: N_("The place is in %(city)s; people are elsewhere then"),
    FitCode.INTERPRETER_AWAY: N_("%(name)s cannot interpret then"),
    FitCode.INTERPRETER_HOURS: N_("%(name)s has time %(span)s only"),
    FitCode.INTERPRETER_NIGHT: N_("%(name)s: rest at night until %(limit)s"),
    FitCode.INTERPRETER_FULL: N_("%(name)s would interpret %(length)s that day"),
    FitCode.TOO_SHORT: N_("Only %(minutes)s min free, %(needed)s needed"),
}
TO_THE_NEXT: Final = {
    FitCode.WAY_FITS: N_("The way to “%(title)s” takes %(minutes)s min: fits"),
    FitCode.WAY_TIGHT: N_("%(minutes)s min on the way to “%(title)s”: until %(limit)s"),
    FitCode.STATION: N_("%(minutes)s min at the station: departure %(departs)s"),
    FitCode.INTERPRETER_NIGHT: N_("%(name)s: rest at night from %(limit)s"),
}
OPEN_UNTIL: Final = N_("Open until %(closes)s")
CLOSED: Final = {
    ClosedCode.CLOSURE: N_("Closed: %(name)s"),
    ClosedCode.HOLIDAY: N_("Closed: public holiday, %(name)s"),
    ClosedCode.WEEKDAY: N_("Closed on %(weekday)s"),
    ClosedCode.HOURS: N_("Open %(opens)s–%(closes)s"),
}
SUNDAY: Final = N_("Sunday: nobody has asked whether it is open")
HOLIDAY: Final = N_("%(name)s: nobody has asked whether it is open")
LABELS: Final = {
    FitCode.GROUP_FREE: N_("fits"),
    FitCode.GROUP_BUSY: N_("taken"),
    FitCode.IDEA_THERE: N_("idea there"),
    FitCode.PERSON_BUSY: N_("%(name)s is busy"),
    FitCode.ROOM_BUSY: N_("room taken"),
    FitCode.VEHICLE_BUSY: N_("vehicle under way"),
    FitCode.WAY_TIGHT: N_("on the way, %(minutes)s min"),
    FitCode.ON_THE_WAY: N_("%(first)s – %(second)s"),
    FitCode.STATION: N_("at the station"),
    FitCode.OTHER_CITY: N_("place is in %(city)s"),
    FitCode.INTERPRETER_AWAY: N_("%(name)s is away"),
    FitCode.INTERPRETER_HOURS: N_("%(name)s has no time"),
    FitCode.INTERPRETER_NIGHT: N_("%(name)s rests"),
    FitCode.INTERPRETER_FULL: N_("%(name)s: long day"),
    FitCode.TOO_SHORT: N_("too short"),
    FitCode.DAY_OFF: N_("closed?"),
}
CLOSED_LABELS: Final = {
    ClosedCode.CLOSURE: N_("closed"),
    ClosedCode.HOLIDAY: N_("holiday, closed"),
    ClosedCode.WEEKDAY: N_("%(weekday)s closed"),
}


@dataclass(frozen=True)
class FitWords:
    """A span as a reader gets it: a short label, and lines each with its verdict."""

    label: str
    lines: tuple[tuple[Verdict, str], ...]
    sum: str = ""
    """The line that only sums up what the others say: how long the gap is."""


def fit_words(span: FitSpan, locale: str, told: dict[int, str] | None = None) -> FitWords:
    """The words of a span in a language.

    `told` keeps the lines of reasons that many spans share, as long as these spans are kept.
    """
    told = {} if told is None else told
    lines, total = [], ""
    for reason in span.reasons:
        known = id(reason)
        if known not in told:
            told[known] = reason_line(reason, locale)
        lines.append((reason.verdict, told[known]))
        total = told[known] if reason.code is FitCode.TOO_SHORT else total
    return FitWords(_label(span, locale), tuple(dict.fromkeys(lines)), total)


def reason_line(reason: FitReason, locale: str) -> str:
    """One reason as a line: “Closes 17:00, start until 16:00”."""
    facts = reason.facts
    if reason.code is FitCode.CLOSED:
        return _closed(facts["reason"], CLOSED[facts["reason"].code], locale)
    if reason.code is FitCode.DAY_OFF:
        words = fact(facts["name"], locale) if facts["name"] else ""
        return say(HOLIDAY, locale, name=words) if words else say(SUNDAY, locale)
    message = TO_THE_NEXT.get(reason.code) if facts.get("is_after") else None
    if reason.code is FitCode.CLOSES and reason.verdict is Verdict.FITS:
        message = OPEN_UNTIL
    return say(message or LINES[reason.code], locale, **_facts(reason, locale))


def _label(span: FitSpan, locale: str) -> str:
    """“fits”, “closes 17:00”, “Sun closed”: what the gravest reason says in two words."""
    if not span.reasons:
        return say(LABELS[FitCode.GROUP_FREE], locale)
    short = (each for each in span.reasons if each.code is FitCode.TOO_SHORT)
    reason = next(short, span.reasons[0])
    if reason.code is not FitCode.CLOSED:
        message = LABELS.get(reason.code, LABELS[FitCode.GROUP_FREE])
        return say(message, locale, **_facts(reason, locale))
    closed: Reason = reason.facts["reason"]
    if closed.code is not ClosedCode.HOURS:
        return _closed(closed, CLOSED_LABELS[closed.code], locale)
    is_early = closed.opens is not None and span.ends.time() <= closed.opens
    is_early = is_early and span.starts.date() == span.ends.date()
    return _closed(closed, N_("opens %(opens)s") if is_early else N_("closes %(closes)s"), locale)


def _closed(reason: Reason, message: str, locale: str) -> str:
    return say(
        message,
        locale,
        name=fact(reason.name, locale) if reason.name else day_short(reason.on, locale),
        weekday=weekday_short(reason.on, locale),
        opens=clock(reason.opens) if reason.opens else "",
        closes=clock(reason.closes) if reason.closes else "",
    )


def _facts(reason: FitReason, locale: str) -> dict[str, Any]:
    facts = reason.facts
    told = {
        name: clock(value) if name in CLOCKS else fact(value, locale)
        for name, value in facts.items()
        if name not in {"groups", "names"}
    }
    if "groups" in facts:
        told["groups"] = capitalised(group_words(facts["groups"], locale))
    if "names" in facts:
        told["names"] = join_list(facts["names"], locale)
    if reason.code is FitCode.INTERPRETER_FULL:
        told["length"] = duration(facts["minutes"], locale)
    for first, last in (("starts", "ends"), ("departs", "arrives")):
        if first in facts:
            told["span"] = time_span(facts[first], facts[last])
    return told


CLOCKS: Final = frozenset({"closes", "latest", "limit", "departs", "arrives", "starts", "ends"})
