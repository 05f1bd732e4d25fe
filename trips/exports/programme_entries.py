"""An item or a leg in the words and facts that a paper prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from trips.domain.briefs.programme import HostBrief, ItemBrief, LegBrief
from trips.domain.interpreter import InterpretingMode
from trips.domain.item import HostStatus, ItemKind, ItemStatus
from trips.domain.values.text import Text
from trips.exports.paper import Words
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import DASH, clock, day_short, duration, language_name

ARROW: Final = "\N{RIGHTWARDS ARROW}"
_ICONS: Final = {ItemKind.CHECK_IN: "checkin"}
_MODES: Final = {
    InterpretingMode.SIMULTANEOUS: N_("simultaneous"),
    InterpretingMode.CONSECUTIVE: N_("consecutive"),
    InterpretingMode.WHISPERED: N_("whispered"),
    InterpretingMode.LIAISON: N_("liaison interpreting"),
    InterpretingMode.TOUR_GUIDE: N_("tour-guide system"),
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A label with what it says."""

    label: str
    value: Markup | str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An item or a leg, ready to print."""

    start: str
    end: str
    icon: str
    word: str
    title: Markup | str
    text: Markup
    facts: tuple[Fact, ...]
    groups: tuple[str, ...] = ()
    is_about: bool = False
    is_way: bool = False


class EntryMaker:
    """Makes entries for readers of one language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._locale = words.locale

    def of_item(self, item: ItemBrief, *, with_times: bool = True) -> Entry:
        """An item; beside others of its time it may go without times."""
        word = name_of(item.kind, self._locale)
        if item.status is ItemStatus.REQUESTED:
            word = f"{word} · {say(N_('requested'), self._locale)}"
        mode = item.transfer_mode.value if item.transfer_mode else "bus"
        icon = mode if item.kind is ItemKind.TRANSFER else _ICONS.get(item.kind, item.kind.value)
        return Entry(
            start=clock(item.starts) if with_times else "",
            end="" if item.is_end_assumed or not with_times else self._end(item),
            icon=icon,
            word=word,
            title=self._words(item.title),
            text=self._words.prose(item.text),
            facts=tuple(self._facts(item)),
            groups=item.groups,
            is_about=item.is_start_assumed,
            is_way=item.kind is ItemKind.TRANSFER,
        )

    def _end(self, item: ItemBrief) -> str:
        return clock(item.ends) if item.ends > item.starts else ""

    def _facts(self, item: ItemBrief) -> Iterator[Fact]:
        if item.kind is ItemKind.TRANSFER:
            return
        place = [part for part in (self._words(item.site), item.room, item.address) if part]
        receiving = {host.person for host in item.hosts}
        speaking = [each for each in item.speakers if each.person not in receiving]
        step_free = {"no": N_("not step-free"), "partly": N_("partly step-free")}
        access = step_free.get(item.step_free, "")
        said = (
            (N_("Place"), Markup(", ").join(place)),
            (N_("Meeting point"), self._words(item.meeting_point)),
            (N_("Host"), _semi([self._host(host) for host in item.hosts])),
            (
                N_("Speaking"),
                _semi([self._named(each.person, each.function) for each in speaking]),
            ),
            (N_("Language"), self._spoken(item)),
            (N_("Access"), access and say(access, self._locale)),
            (N_("Dress"), self._words(item.dress)),
        )
        yield from (
            Fact(label=say(label, self._locale), value=value) for label, value in said if value
        )

    def _host(self, host: HostBrief) -> Markup:
        named = self._named(host.person, host.function or host.organisation)
        if host.person and host.function and host.organisation:
            named = Markup("{}, {}").format(named, self._words(host.organisation))
        if host.status is HostStatus.REQUESTED:
            named = Markup("{} ({})").format(named, say(N_("requested"), self._locale))
        return named

    def _named(self, person: str, function: Text) -> Markup:
        parts = [part for part in (person, self._words(function)) if part]
        return Markup(", ").join(parts)

    def _spoken(self, item: ItemBrief) -> str:
        floor = [language_name(code, self._locale) for code in item.floor_languages]
        by_mode: dict[InterpretingMode, list[str]] = {}
        for each in item.interpreting:
            codes = by_mode.setdefault(each.mode, [])
            codes += [each.target.upper()] * (each.target.upper() not in codes)
        into = "; ".join(
            f"{', '.join(codes)} ({say(_MODES[mode], self._locale)})"
            for mode, codes in by_mode.items()
        )
        spoken = ", ".join(floor)
        return f"{spoken} {ARROW} {into}" if into else spoken

    def of_leg(self, leg: LegBrief) -> Entry:
        """A leg, with its times on the clocks of both places."""
        locale = self._locale
        end = clock(leg.arrives)
        if leg.arrives.date() != leg.departs.date():
            end = f"{end} ({day_short(leg.arrives.date(), locale)})"
        facts = [Fact(label=say(N_("Travel time"), locale), value=duration(leg.minutes, locale))]
        if leg.coach:
            facts.append(Fact(label=say(N_("Coach"), locale), value=leg.coach))
        if leg.seats:
            facts.append(Fact(label=say(N_("Seats"), locale), value=leg.seats))
        if leg.from_zone != leg.to_zone:
            times = say(N_("local time of each place"), locale)
            facts.append(Fact(label=say(N_("Times of day"), locale), value=times))
        return Entry(
            start=clock(leg.departs),
            end=end,
            icon=leg.mode.value,
            word=say(N_("Leg"), locale) + f" · {name_of(leg.mode, locale)}",
            title=leg_title(leg, self._words),
            text=self._words.prose(leg.text),
            facts=tuple(facts),
        )


def leg_title(leg: LegBrief, words: Words) -> str:
    """ICE 1605 Leipzig Hbf – Nürnberg Hbf."""
    start = leg.from_station or words.plain(leg.from_city)
    end = leg.to_station or words.plain(leg.to_city)
    return " ".join(part for part in (leg.carrier, leg.number, start, DASH, end) if part)


def _semi(parts: Sequence[Markup]) -> Markup:
    return Markup("; ").join(parts)
