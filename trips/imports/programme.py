"""Rows of a programme: from cells to items with times, kinds and texts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from trips.domain.importing.workbook import ProgrammeRow, ReadingContext
from trips.domain.item import ItemKind
from trips.domain.notations.dates import DateHints
from trips.domain.notations.sequence import Settled, Slot, settle
from trips.domain.notations.terms import ITEM_STATUSES, find_kind, find_term, guess_kind
from trips.domain.notations.times import WrittenTime, find_duration, find_time
from trips.domain.notations.words import key
from trips.domain.values.text import EMPTY, Text
from trips.imports.cells import CellDate, read_time
from trips.imports.countries import find_languages
from trips.imports.days import Place, city_in, date_of, hints_for, opening_place, take_section
from trips.imports.groups import groups_of, note_of
from trips.imports.log import Log, check_cells, note_doubtful
from trips.imports.tables import Row, Table, rows_of, tidy_lines


@dataclass(frozen=True)
class Draft:
    """A row whose own cells have been read; what it leaves open is settled with its neighbours."""

    row: Row
    on: date
    until: date | None
    time: WrittenTime
    minutes: int | None
    kind: ItemKind
    is_kind_assumed: bool
    title: Text
    city: str
    groups: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]
    """Contents that no field could take, with their headings."""


def read_programme(tables: list[Table], context: ReadingContext, log: Log) -> list[ProgrammeRow]:
    """Read all tables of a programme; what is wrong is noted in the log."""
    hints = hints_for(tables, context)
    drafts: list[Draft] = []
    for table in tables:
        place = opening_place(table, hints, context)
        for row in rows_of(table):
            if check_cells(row, log):
                drafts.extend(_read_row(row, place, hints, context, log))
    slots = [
        Slot(
            on=draft.on,
            kind=draft.kind,
            start=draft.time.start,
            end=draft.time.end,
            minutes=draft.minutes,
            groups=draft.groups,
        )
        for draft in drafts
    ]
    settled = settle(slots)
    return [
        _finish(draft, times, context, log) for draft, times in zip(drafts, settled, strict=True)
    ]


def _read_row(
    row: Row, place: Place, hints: DateHints, context: ReadingContext, log: Log
) -> list[Draft]:
    if not row.contents:
        return []
    section = take_section(row, place, hints, context)
    if section is not None:
        if section:
            log.about_sheet(
                "section_ignored", row.table.sheet.name, {"row": row.number, "value": section[:80]}
            )
        return []
    dated = date_of(row, place, hints, log)
    if dated is None or dated.found.on is None:
        return []
    times = _times(row, dated, log)
    title = _title(row, context, log)
    if times is None or title is None:
        return []
    kind, is_kind_assumed, kept = _kind(row, title, log)
    return [
        Draft(
            row=row,
            on=dated.found.on,
            until=dated.found.until,
            time=times,
            minutes=_duration(row),
            kind=kind,
            is_kind_assumed=is_kind_assumed,
            title=title,
            city=_city(row, place, context),
            groups=groups_of(row),
            kept=kept,
        )
    ]


def _times(row: Row, dated: CellDate, log: Log) -> WrittenTime | None:
    """Return start and end of a row from one column or two; None is already noted."""
    spans = [_time_at(row, name, log) for name in ("time", "start", "end")]
    if any(span is not None and span.problem for span in spans):
        return None
    one, first, last = spans
    begun = first or one or _beside_date(dated)
    start = begun.start if begun else dated.clock
    end = begun.end if begun else None
    if last is not None:
        end = last.end if last.end is not None else last.start
    rest = "\n".join(span.rest for span in spans if span and span.rest)
    if start is not None and end is not None and end <= start:
        end += 24 * 60
        if end - start > 12 * 60:
            log.at_row("end_before_start", row, "end", "time")
            return None
    is_assumed = bool(begun and begun.is_assumed)
    if is_assumed:
        log.assumed("part_of_day", row, None, "time")
    return WrittenTime(start=start, end=end, is_assumed=is_assumed, rest=rest)


def _time_at(row: Row, name: str, log: Log) -> WrittenTime | None:
    pair = row.first(name)
    if pair is None:
        return None
    found = read_time(pair[1])
    if found is None:
        log.at_cell("time_unreadable", row, pair)
        return WrittenTime(problem="time_unreadable")
    if found.problem:
        log.at_cell(found.problem, row, pair)
    return found


def _beside_date(dated: CellDate) -> WrittenTime | None:
    """Read the time that stands with the date in one cell."""
    from_rest = find_time(dated.rest) if dated.rest else None
    return from_rest if from_rest and from_rest.start is not None else None


def _duration(row: Row) -> int | None:
    pair = row.first("duration")
    if pair is None:
        return None
    written = read_time(pair[1]) if not isinstance(pair[1].value, str | int) else None
    if written is not None:
        return written.start
    if isinstance(pair[1].value, int):
        return pair[1].value
    clock = read_time(pair[1])
    return find_duration(pair[1].text) or (clock.start if clock else None)


def _title(row: Row, context: ReadingContext, log: Log) -> Text | None:
    title = row.bilingual("title", context.language)
    if title:
        return title
    kind = row.bilingual("kind", context.language)
    if kind:
        log.assumed("title_from_kind", row, None, "kind")
        return kind
    log.at_row("title_missing", row, "title")
    return None


def _kind(row: Row, title: Text, log: Log) -> tuple[ItemKind, bool, tuple[tuple[str, str], ...]]:
    pair = row.first("kind")
    if pair is not None and (known := find_kind(pair[1].text)) is not None:
        return known, False, ()
    guesses = (guess_kind(words) for words in title.values())
    fallback = ItemKind.VISIT if row.text("host") else ItemKind.TALK
    kind = next((guess for guess in guesses if guess is not None), fallback)
    if pair is None:
        return kind, True, ()
    log.assumed("kind_unknown", row, {"kind": kind.value}, "kind")
    return kind, True, ((pair[0].heading, tidy_lines(pair[1].text)),)


def _city(row: Row, place: Place, context: ReadingContext) -> str:
    written = row.text("city")
    if written:
        return city_in(written, context) or written
    venue = row.text("venue")
    known = [city for city in context.cities if key(city) == key(venue)]
    return known[0] if known else place.city


def _finish(draft: Draft, times: Settled, context: ReadingContext, log: Log) -> ProgrammeRow:
    row = draft.row
    _note_assumptions(draft, times, log)
    note_doubtful(row, log)
    languages, unread = find_languages(row.text("languages"))
    kept = list(draft.kept)
    if unread:
        kept.append(_kept(row, "languages", log, "language_unknown"))
    status = find_term(row.text("status"), ITEM_STATUSES) if row.text("status") else None
    if status is None and row.text("status"):
        kept.append(_kept(row, "status", log, "status_unknown"))
    kept.extend(_as_written(row, "host_person", "speakers"))
    return ProgrammeRow(
        sheet=row.table.sheet.name,
        row=row.number,
        uid=row.text("uid"),
        starts=_moment(draft.on, times.start),
        ends=_moment(draft.until or draft.on, times.end),
        is_start_assumed=times.is_start_assumed or draft.time.is_assumed,
        is_end_assumed=times.is_end_assumed or draft.time.is_assumed,
        kind=draft.kind,
        is_kind_assumed=draft.is_kind_assumed,
        title=draft.title,
        city=draft.city,
        status=status,
        venue=_venue(row, draft.city),
        room=row.text("room"),
        address=row.text("address"),
        host=row.text("host"),
        host_person=row.text("host_person"),
        speakers=row.text("speakers"),
        languages=languages,
        groups=draft.groups,
        text=_text(draft, context),
        dress=row.bilingual("dress", context.language) if "dress" in row.by_field else EMPTY,
        note=note_of(row),
        extra=(*row.extra(), *kept),
        comments=row.comments(),
        source=row.source(),
    )


def _venue(row: Row, city: str) -> str:
    """Return the venue, unless only the city stands there."""
    venue = row.text("venue")
    return "" if key(venue) == key(city) else venue


def _note_assumptions(draft: Draft, times: Settled, log: Log) -> None:
    if times.is_start_assumed:
        log.assumed("start_assumed", draft.row, {"time": _clock(times.start)})
    if times.is_end_assumed:
        log.assumed("end_assumed", draft.row, {"time": _clock(times.end)})
    if draft.is_kind_assumed and not draft.kept:
        log.assumed("kind_assumed", draft.row, {"kind": draft.kind.value})


def _kept(row: Row, name: str, log: Log, code: str) -> tuple[str, str]:
    pair = row.first(name)
    if pair is None:
        return (name, row.text(name))
    log.notice(code, row, pair)
    return (pair[0].heading, row.text(name))


def _as_written(row: Row, *names: str) -> list[tuple[str, str]]:
    """Keep names of persons as they stand: an import makes nobody a person unasked."""
    pairs = ((row.first(name), row.text(name)) for name in names)
    return [(pair[0].heading, text) for pair, text in pairs if pair is not None]


def _text(draft: Draft, context: ReadingContext) -> Text:
    """Return the description, and below it the words that stood with the time."""
    text = draft.row.bilingual("text", context.language)
    if not draft.time.rest:
        return text
    lines = (text.get(context.language, ""), draft.time.rest)
    return text.with_lang(context.language, "\n".join(line for line in lines if line))


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _moment(on: date, minutes: int) -> datetime:
    return datetime.combine(on, time.min) + timedelta(minutes=minutes)
