"""The programme as a calendar: every item and every leg is an event."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from trips.domain.briefs.programme import (
    HostBrief,
    InterpretingBrief,
    ItemBrief,
    LegBrief,
    ProgrammeBrief,
    RowBrief,
    SpeakerBrief,
)
from trips.domain.item import HostStatus, ItemKind, ItemStatus
from trips.domain.releases.calendar import CalendarEntry
from trips.domain.site import StepFree
from trips.domain.values.text import Text
from trips.exports.ical import CalendarHead, Entry, Firmness, Words, write_calendar
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import clock, duration, join_list, language_name, language_names
from trips.i18n.stamp import plain, sample_notice, stamp_line

_FIRMNESS: Final = {
    ItemStatus.IDEA: Firmness.TENTATIVE,
    ItemStatus.REQUESTED: Firmness.TENTATIVE,
    ItemStatus.CONFIRMED: Firmness.CONFIRMED,
    ItemStatus.CANCELLED: Firmness.CANCELLED,
}
_COLOURS: Final = ("", "royalblue", "crimson", "seagreen", "darkgoldenrod", "purple", "teal")
"""CSS3 names next to the hues of the stops."""


def render(brief: ProgrammeBrief, locale: str) -> bytes:
    """The programme as an iCalendar file in one language; the same brief gives the same bytes."""
    writer = _Writer(brief, locale)
    return write_calendar(writer.head, list(writer.entries()))


class _Writer:
    def __init__(self, brief: ProgrammeBrief, locale: str) -> None:
        self.brief = brief
        self.locale = locale

    @property
    def head(self) -> CalendarHead:
        stamp = self.brief.stamp
        lines = [self._plain(self.brief.subtitle), self._for(), stamp_line(stamp, self.locale)]
        lines.append(sample_notice(stamp, self.locale))
        return CalendarHead(
            uid=self.brief.uid,
            name=self._words(self.brief.title),
            description=Words("\n".join(filter(None, lines)), self.locale),
            language=self.locale,
            changed_at=stamp.as_of,
            url=self.brief.url,
        )

    def _for(self) -> str:
        name = self.brief.reader
        return self._say(N_("Personal programme of %(name)s"), name=name) if name else ""

    def entries(self) -> Iterator[Entry]:
        """Events in the order of the programme."""
        for day in self.brief.days:
            for row in day.rows:
                yield from self._entries_of(row)
        yield from map(self._cancelled, self.brief.cancelled)

    def _entries_of(self, row: RowBrief) -> Iterator[Entry]:
        if row.item:
            yield self._item(row.item)
        for lane in row.lanes:
            yield from map(self._item, lane.items)
        if row.leg:
            yield self._leg(row.leg)

    def _item(self, item: ItemBrief) -> Entry:
        position = item.latitude is not None and item.longitude is not None
        place = (self._plain(item.site), item.room, item.address)
        return Entry(
            uid=item.uid,
            starts=item.starts,
            starts_zone=item.zone,
            ends=item.ends,
            ends_zone=item.zone,
            summary=self._summary(item),
            changed_at=item.changed_at or self.brief.stamp.as_of,
            is_change_known=item.changed_at is not None,
            sequence=item.sequence,
            firmness=_FIRMNESS[item.status],
            description=Words(self._description(item), self.locale),
            location=Words(", ".join(filter(None, place)) or self._plain(item.city)),
            position=(item.latitude or 0.0, item.longitude or 0.0) if position else None,
            categories=(name_of(item.kind, self.locale), *self._groups(item.groups)),
            colour=_COLOURS[item.hue],
            url=self.brief.url,
            is_busy=item.kind is not ItemKind.FREE,
        )

    def _summary(self, item: ItemBrief) -> Words:
        title = self._words(item.title)
        if not item.groups:
            return title
        return Words(
            f"{title.text} ({join_list(self._groups(item.groups), self.locale)})", title.lang
        )

    def _description(self, item: ItemBrief) -> str:
        text = self._plain(item.text)
        lines = "\n".join(filter(None, self._facts(item)))
        return "\n\n".join(filter(None, (text, lines)))

    def _facts(self, item: ItemBrief) -> Iterator[str]:
        if item.status is ItemStatus.REQUESTED:
            yield self._say(N_("Requested, not yet confirmed."))
        if item.is_start_assumed or item.is_end_assumed:
            yield self._say(N_("The time is an estimate."))
        yield self._fact(N_("Meeting point: %(value)s"), self._plain(item.meeting_point))
        yield self._fact(N_("Hosts: %(value)s"), "; ".join(map(self._host, item.hosts)))
        yield self._fact(N_("Speakers: %(value)s"), "; ".join(map(self._speaker, item.speakers)))
        yield self._fact(
            N_("Language: %(value)s"), language_names(item.floor_languages, self.locale)
        )
        yield self._fact(N_("Interpreting: %(value)s"), self._interpreting(item.interpreting))
        yield self._fact(N_("Format: %(value)s"), self._plain(item.format))
        yield self._fact(N_("Dress: %(value)s"), self._plain(item.dress))
        if item.step_free != StepFree.UNKNOWN:
            yield name_of(StepFree(item.step_free), self.locale)
        yield item.website

    def _host(self, host: HostBrief) -> str:
        parts = (host.person, self._plain(host.function), self._plain(host.organisation))
        words = ", ".join(filter(None, parts))
        if host.status is HostStatus.REQUESTED:
            return f"{words} ({name_of(host.status, self.locale).lower()})"
        return words

    def _speaker(self, speaker: SpeakerBrief) -> str:
        return ", ".join(filter(None, (speaker.person, self._plain(speaker.function))))

    def _interpreting(self, pairs: Sequence[InterpretingBrief]) -> str:
        return "; ".join(
            f"{language_name(pair.source, self.locale)} → "
            f"{language_name(pair.target, self.locale)} ({name_of(pair.mode, self.locale)})"
            for pair in pairs
        )

    def _leg(self, leg: LegBrief) -> Entry:
        mode = name_of(leg.mode, self.locale)
        train = " ".join(filter(None, (leg.carrier, leg.number)))
        route = f"{self._plain(leg.from_city)} → {self._plain(leg.to_city)}"
        return Entry(
            uid=leg.uid,
            starts=leg.departs,
            starts_zone=leg.from_zone,
            ends=leg.arrives,
            ends_zone=leg.to_zone,
            summary=Words(f"{mode}: {route}" + (f" ({train})" if train else ""), self.locale),
            changed_at=leg.changed_at or self.brief.stamp.as_of,
            is_change_known=leg.changed_at is not None,
            sequence=leg.sequence,
            description=Words(self._leg_description(leg), self.locale),
            location=Words(leg.from_station or self._plain(leg.from_city)),
            categories=(mode,),
            colour=_COLOURS[leg.from_hue],
            url=self.brief.url,
        )

    def _cancelled(self, entry: CalendarEntry) -> Entry:
        return Entry(
            uid=entry.uid,
            starts=entry.starts,
            starts_zone=entry.zone,
            ends=entry.ends,
            ends_zone=entry.ends_zone,
            summary=self._words(entry.title),
            changed_at=entry.changed_at,
            sequence=entry.order,
            firmness=Firmness.CANCELLED,
            is_busy=False,
        )

    def _leg_description(self, leg: LegBrief) -> str:
        start = leg.from_station or self._plain(leg.from_city)
        end = leg.to_station or self._plain(leg.to_city)
        lines = (
            self._say(N_("Departs %(time)s, %(place)s"), time=clock(leg.departs), place=start),
            self._say(N_("Arrives %(time)s, %(place)s"), time=clock(leg.arrives), place=end),
            self._fact(N_("Travel time: %(value)s"), duration(leg.minutes, self.locale)),
            self._fact(N_("Coach: %(value)s"), leg.coach),
            self._fact(N_("Seats: %(value)s"), leg.seats),
        )
        return "\n\n".join(filter(None, (self._plain(leg.text), "\n".join(filter(None, lines)))))

    @cached_property
    def _group_names(self) -> dict[str, str]:
        return {
            group.code: self._say(N_("Group %(code)s"), code=group.code)
            for group in self.brief.groups
        }

    def _groups(self, codes: Sequence[str]) -> list[str]:
        return [self._group_names.get(code, code) for code in codes]

    def _say(self, message: str, **facts: object) -> str:
        return say(message, self.locale, **facts)

    def _fact(self, message: str, value: str) -> str:
        return self._say(message, value=value) if value else ""

    def _plain(self, text: Text) -> str:
        return plain(text, self.locale)

    def _words(self, text: Text) -> Words:
        return Words(self._plain(text), text.shown(self.locale).lang)
