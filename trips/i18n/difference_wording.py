"""What differs between two states of a programme, in words, with the old and the new value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from trips.domain.interpreter import InterpretingMode
from trips.domain.item import ItemKind, ItemStatus, TransferMode
from trips.domain.releases.difference import Changed, ChangeKind, FactChange, Side, Subject
from trips.domain.releases.facts import Fact, Value
from trips.domain.stop import LegMode
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import (
    clock,
    comma,
    date_medium,
    day_range,
    day_short,
    join_list,
    language_name,
    language_names,
    mark,
    time_span,
)
from trips.i18n.stamp import plain

LONGEST: Final = 90
"""Longer texts are not quoted: that they have changed is enough."""
_KINDS: Final[Mapping[ChangeKind, str]] = {
    ChangeKind.NEW: N_("New"),
    ChangeKind.CANCELLED: N_("Dropped"),
    ChangeKind.TIME: N_("Time changed"),
    ChangeKind.PLACE: N_("Place changed"),
    ChangeKind.GROUP: N_("Group changed"),
    ChangeKind.HOST: N_("Host changed"),
    ChangeKind.LANGUAGE: N_("Language changed"),
    ChangeKind.TRANSPORT: N_("Connection changed"),
    ChangeKind.HOTEL: N_("Hotel changed"),
    ChangeKind.STATUS: N_("Status changed"),
    ChangeKind.TEXT: N_("Text changed"),
    ChangeKind.STAFF: N_("Interpreters changed"),
}
_LABELS: Final[Mapping[Fact, str]] = {
    Fact.TITLE: N_("Title"),
    Fact.KIND: N_("Kind"),
    Fact.STATUS: N_("Status"),
    Fact.CERTAINTY: N_("Time"),
    Fact.FIRST_DAY: N_("First day"),
    Fact.LAST_DAY: N_("Last day"),
    Fact.CITY: N_("City"),
    Fact.SITE: N_("Place"),
    Fact.ROOM: N_("Room"),
    Fact.ADDRESS: N_("Address"),
    Fact.MEETING_POINT: N_("Meeting point"),
    Fact.FROM_STATION: N_("From"),
    Fact.TO_STATION: N_("To"),
    Fact.GROUPS: N_("For"),
    Fact.HOSTS: N_("Hosts"),
    Fact.SPEAKERS: N_("Speakers"),
    Fact.FLOOR: N_("Language"),
    Fact.INTERPRETING: N_("Interpreting"),
    Fact.INTERPRETERS: N_("Interpreters"),
    Fact.MODE: N_("Means of travel"),
    Fact.CONNECTION: N_("Connection"),
    Fact.COACH: N_("Coach"),
    Fact.SEATS: N_("Seats"),
    Fact.VEHICLE: N_("Vehicle"),
    Fact.HOTELS: N_("Hotel"),
    Fact.TEXT: N_("Description"),
    Fact.FORMAT: N_("Format"),
    Fact.DRESS: N_("Dress"),
    Fact.PHONE: N_("Emergency number"),
    Fact.PRACTICAL: N_("Practical page"),
    Fact.DAYS: N_("Notes on the days"),
}
_TIMES: Final = frozenset({Fact.STARTS, Fact.ENDS})
_BRIEF: Final = frozenset({ChangeKind.TEXT, ChangeKind.STAFF, ChangeKind.STATUS})
"""Kinds that the phone page does not name."""


def kind_words(kind: ChangeKind, locale: str) -> str:
    """Zeit geändert · Time changed."""
    return say(_KINDS[kind], locale)


def fact_words(fact: Fact, locale: str) -> str:
    """The name of a fact that is not a time."""
    return say(_LABELS[fact], locale)


def head_words(changed: Changed, locale: str) -> str:
    """Fr 18. Sept, 14:30–16:00: Villa Leon: which object it is, by its newer side."""
    side = changed.side
    title = plain(side.title, locale)
    if changed.subject is Subject.TRIP:
        return say(N_("The whole trip"), locale)
    if changed.subject is Subject.STOP:
        days = day_range(side.starts.date(), side.ends.date(), locale, with_year=False)
        return f"{title}{comma(locale)}{days}"
    day = day_short(side.starts.date(), locale)
    return f"{day}{comma(locale)}{time_span(side.starts, side.ends)}{mark(':', locale)}{title}"


def change_words(changed: Changed, locale: str) -> tuple[str, ...]:
    """What has changed, a sentence for each fact: “Beginn 14:30 statt 14:00”."""
    if changed.is_a(ChangeKind.NEW):
        return (say(N_("New in the programme"), locale),)
    if changed.is_a(ChangeKind.CANCELLED):
        return (say(N_("Not in the programme any more"), locale),)
    return tuple(_sentences(changed, locale))


def was_words(changed: Changed, locale: str) -> tuple[str, ...]:
    """The same for the margin of a programme that says the new value itself: “bisher 19:00”."""
    if changed.is_a(ChangeKind.NEW):
        return (say(N_("New"), locale),)
    facts = {each.fact: each for each in changed.facts if each.kind not in _BRIEF}
    if Fact.SITE in facts:
        facts.pop(Fact.ADDRESS, None)
    words = []
    if facts.keys() >= _TIMES and changed.old and changed.new:
        spans = _spans(changed.old, changed.new, locale)
        words.append(say(N_("Moved: was %(old)s"), locale, old=spans[0]))
        facts = {fact: each for fact, each in facts.items() if fact not in _TIMES}
    return (*words, *(_was(changed, each, locale) for each in facts.values()))


def _was(changed: Changed, change: FactChange, locale: str) -> str:
    old = change.old
    if old.at is not None and change.new.at is not None:
        words = _moment(old.at, change.new.at, locale)
        if change.fact is Fact.STARTS:
            return say(N_("Moved: was %(old)s"), locale, old=words)
        return say(N_("End: was %(old)s"), locale, old=words)
    label = fact_words(change.fact, locale)
    words = value_words(changed.subject, change.fact, old, locale)
    if not words or len(words) > LONGEST:
        return say(N_("%(fact)s changed"), locale, fact=label)
    return say(N_("%(fact)s: was %(old)s"), locale, fact=label, old=words)


def _sentences(changed: Changed, locale: str) -> Iterator[str]:
    facts = {each.fact: each for each in changed.facts}
    if Fact.SITE in facts:  # another place has another address: that goes without saying
        facts.pop(Fact.ADDRESS, None)
    if _TIMES & facts.keys():
        yield _times(changed, facts.keys() & _TIMES, locale)
    for each in facts.values():
        if each.fact not in _TIMES:
            yield _sentence(changed.subject, each, locale)


def _times(changed: Changed, which: set[Fact], locale: str) -> str:
    old, new = changed.old, changed.new
    if old is None or new is None:
        return ""
    same_day = old.starts.date() == new.starts.date()
    if which == {Fact.STARTS} and same_day:
        pair = (clock(new.starts), clock(old.starts))
        return say(N_("Start %(new)s instead of %(old)s"), locale, new=pair[0], old=pair[1])
    if which == {Fact.ENDS} and same_day:
        pair = (_moment(new.ends, old.ends, locale), _moment(old.ends, new.ends, locale))
        return say(N_("End %(new)s instead of %(old)s"), locale, new=pair[0], old=pair[1])
    before, after = _spans(old, new, locale)
    return say(N_("%(new)s instead of %(old)s"), locale, new=after, old=before)


def _moment(at: datetime, other: datetime, locale: str) -> str:
    """The clock, with the day where the other value is on another one."""
    if at.date() == other.date():
        return clock(at)
    return f"{day_short(at.date(), locale)}{comma(locale)}{clock(at)}"


def _sentence(subject: Subject, change: FactChange, locale: str) -> str:
    label = fact_words(change.fact, locale)
    old = value_words(subject, change.fact, change.old, locale)
    new = value_words(subject, change.fact, change.new, locale)
    if len(old) > LONGEST or len(new) > LONGEST or old == new:
        return say(N_("%(fact)s changed"), locale, fact=label)
    if not old:
        return say(N_("%(fact)s: %(new)s (not said before)"), locale, fact=label, new=new)
    if not new:
        return say(N_("%(fact)s no longer said (was %(old)s)"), locale, fact=label, old=old)
    if new.startswith(label):  # “Raum Telemann” says by itself that it is a room
        return say(N_("%(new)s instead of %(old)s"), locale, new=new, old=old)
    return say(N_("%(fact)s: %(new)s instead of %(old)s"), locale, fact=label, new=new, old=old)


def value_words(subject: Subject, fact: Fact, value: Value, locale: str) -> str:
    """One value of a fact; empty where nothing is said, except that no group means everyone."""
    if value.at is not None:
        return clock(value.at)
    if value.on is not None:
        return date_medium(value.on, locale)
    if fact in _CODES:
        return _CODES[fact](subject, value.codes, locale)
    return "; ".join(plain(text, locale) for text in value.texts)


def _statuses(_subject: Subject, codes: tuple[str, ...], locale: str) -> str:
    return "".join(name_of(ItemStatus(code), locale) for code in codes)


def _item_kinds(_subject: Subject, codes: tuple[str, ...], locale: str) -> str:
    return "".join(name_of(ItemKind(code), locale) for code in codes)


def _modes(subject: Subject, codes: tuple[str, ...], locale: str) -> str:
    sort = LegMode if subject is Subject.LEG else TransferMode
    return "".join(name_of(sort(code), locale) for code in codes)


def _groups(_subject: Subject, codes: tuple[str, ...], locale: str) -> str:
    if not codes:
        return say(N_("everyone"), locale)
    return say(N_("Group %(code)s"), locale, code=join_list(codes, locale))


def _certainty(_subject: Subject, codes: tuple[str, ...], locale: str) -> str:
    return say(N_("estimated"), locale) if codes else say(N_("certain"), locale)


def _floor(_subject: Subject, codes: tuple[str, ...], locale: str) -> str:
    return language_names(codes, locale)


def _interpreting(_subject: Subject, codes: tuple[str, ...], locale: str) -> str:
    pairs = (code.split(" ") for code in codes)
    return join_list(
        [
            f"{language_name(target, locale)} ({name_of(InterpretingMode(mode), locale)})"
            for target, mode in pairs
        ],
        locale,
    )


_CODES: Final[Mapping[Fact, Callable[[Subject, tuple[str, ...], str], str]]] = {
    Fact.STATUS: _statuses,
    Fact.KIND: _item_kinds,
    Fact.MODE: _modes,
    Fact.GROUPS: _groups,
    Fact.CERTAINTY: _certainty,
    Fact.FLOOR: _floor,
    Fact.INTERPRETING: _interpreting,
}


Pair = tuple[str, str, str]
"""What it is, the old words, the new words; either may be empty."""


def pairs_of(changed: Changed, locale: str) -> tuple[Pair, ...]:
    """What has changed, side by side; of what is new or gone the one side that there is."""
    if not (changed.old and changed.new):
        words = plain(changed.side.place, locale)
        sides = (words if changed.old else "", words if changed.new else "")
        return (("", *sides),) if words else ()
    found = []
    facts = {each.fact: each for each in changed.facts}
    if _TIMES & facts.keys():
        found.append((say(N_("Time"), locale), *_spans(changed.old, changed.new, locale)))
    for fact, each in facts.items():
        if fact not in _TIMES:
            values = [
                value_words(changed.subject, fact, value, locale) for value in (each.old, each.new)
            ]
            found.append((fact_words(fact, locale), values[0], values[1]))
    return tuple(found)


def _spans(old: Side, new: Side, locale: str) -> tuple[str, str]:
    """Both spans, with their days where these are not the same."""
    spans = [time_span(side.starts, side.ends) for side in (old, new)]
    if old.starts.date() != new.starts.date():
        days = [day_short(side.starts.date(), locale) for side in (old, new)]
        spans = [f"{day}{comma(locale)}{span}" for day, span in zip(days, spans, strict=True)]
    return spans[0], spans[1]


def count_words(counts: Iterable[tuple[str, int]], locale: str) -> tuple[tuple[str, str], ...]:
    """Kinds of change, each with its number and words: 2 × Zeit geändert."""
    return tuple(
        (kind, f"{number} × {kind_words(ChangeKind(kind), locale)}") for kind, number in counts
    )
