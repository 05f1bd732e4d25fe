"""The programme booklet, A4: everything a delegate holds in the hand on the trip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from trips.domain.briefs.programme import DayBrief, ProgrammeBrief, StopBrief
from trips.domain.trip import Word
from trips.exports.cover_line import CoverLine, draw_cover, plan_cover
from trips.exports.ink import Ink
from trips.exports.margin_line import Mark, Progress, Ring, draw_margin, draw_progress
from trips.exports.measure import break_title, fits
from trips.exports.paper import Words, environment, icon_styles
from trips.exports.pdf import Layout, Sheet
from trips.exports.programme_glance import Glance, glance_of
from trips.exports.programme_rows import Row, RowMaker, count_word
from trips.exports.route_map import route_map_uri
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import (
    DASH,
    country_name,
    day_long,
    day_range,
    day_range_short,
    instant,
    join_list,
)

_STYLES: Final = (
    "base/base.css",
    *(f"programme/{part}.css" for part in ("cover", "opening", "day", "people", "beside")),
)
_ICONS: Final = (
    "visit",
    "talk",
    "workshop",
    "meal",
    "reception",
    "walk",
    "checkin",
    "free",
    "bus",
    "train",
    "tram",
    "taxi",
    "car",
    "flight",
    "ship",
    "phone",
)
_TITLE_SIZES: Final = ((40, 4), (32, 5), (26, 6), (20, 8))
_TITLE_ROOM: Final = 121.0
"""Some 5 mm more than are there: titles are set tight (letter-spacing)."""
_FOOT: Final = 20.0
"""The lower margin of the page in millimetres."""


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day as its page shows it."""

    brief: DayBrief
    date: str
    cities: Markup
    label: str
    running: str
    rows: Sequence[Row]
    hue: int


@dataclass(frozen=True, kw_only=True)
class Booklet:
    """A booklet before it is set: what the template prints and what the line draws."""

    brief: ProgrammeBrief
    words: Words
    days: tuple[Day, ...]
    glance: Glance
    marks: tuple[Mark, ...]
    progress: tuple[Progress, ...]
    cover: CoverLine


def render(brief: ProgrammeBrief, locale: str) -> bytes:
    """The booklet as PDF/UA; the same brief gives the same bytes.

    Lines for notes and the words of the day stand below a day's last row, out of the flow; where
    the page has no room for them they are taken away again.
    """
    booklet = _booklet(brief, locale)
    layout = _lay_out(booklet)
    layout.drop(_overflowing(layout.sheets))

    def draw(sheet: Sheet, ink: Ink) -> None:
        if sheet.number == 1:
            draw_cover(ink, booklet.cover)
            return
        draw_margin(sheet, ink, booklet.marks)
        for progress in booklet.progress:
            draw_progress(sheet, ink, progress)

    return layout.write(draw, at=brief.stamp.as_of, languages=booklet.words.languages)


def _lay_out(booklet: Booklet) -> Layout:
    words, brief = booklet.words, booklet.brief
    template = environment(words.locale).get_template("programme/document.html")
    html = template.render(
        locale=words.locale,
        t=words,
        plain=words.plain,
        prose=words.prose,
        foreign=words.foreign,
        brief=brief,
        booklet=booklet,
        stamp=stamp_line(brief, words.locale),
        dates=day_range(brief.starts_on, brief.ends_on, words.locale),
        route=_route(brief, words),
        state=state_of(brief, words.locale),
        title=_title(words.plain(brief.title)),
        map_uri=route_map_uri(brief.map) if brief.map else "",
        map_alt=_map_alt(brief, words),
        term=lambda word, lang: _term(word, lang, words),
        sentence=_sentence(brief, words.locale),
        unlisted=_unlisted(brief),
        country=lambda code: country_name(code, words.locale),
        maker=RowMaker(words, brief.stops),
        join=lambda parts: join_list(list(parts), words.locale),
        as_of=instant(brief.stamp.as_of, brief.stamp.zone, words.locale),
    )
    styles = _STYLES if brief.stamp.number else (*_STYLES, "base/draft.css")
    return Layout(html, styles, icon_styles(_ICONS))


def _booklet(brief: ProgrammeBrief, locale: str) -> Booklet:
    words = Words(locale)
    maker = RowMaker(words, brief.stops)
    days, marks = [], []
    glance = glance_of(brief, words)
    for each in brief.days:
        made = maker.rows_of(each)
        hue = each.stops[0].hue if each.stops else 0
        head = Mark(anchor=f"d{each.number}", hue=hue, ring=Ring.PLACE, ring_at=11.8)
        marks += [head, *made.marks]
        days.append(_day(each, words, made.rows))
    return Booklet(
        brief=brief,
        words=words,
        days=tuple(days),
        glance=glance,
        marks=(*glance.marks, *marks),
        progress=tuple(_progress(brief.stops, each) for each in brief.days),
        cover=plan_cover(
            [words.plain(stop.city) for stop in brief.stops],
            [stop.hue for stop in brief.stops],
            _countries(brief, locale),
        ),
    )


def _day(brief: DayBrief, words: Words, rows: Sequence[Row]) -> Day:
    date = day_long(brief.on, words.locale)
    names = [words.plain(stop.city) for stop in brief.stops]
    arrow = Markup(" <span class=arrow>\N{RIGHTWARDS ARROW}</span> ")
    dashed = f" {DASH} ".join(names)
    more = say(N_("continued"), words.locale)
    head = " · ".join(part for part in (date, dashed) if part)
    return Day(
        brief=brief,
        date=date,
        cities=arrow.join(words(stop.city) for stop in brief.stops),
        label=head,
        running=f"{head} ({more})",
        rows=rows,
        hue=brief.stops[0].hue if brief.stops else 0,
    )


def _progress(stops: Sequence[StopBrief], day: DayBrief) -> Progress:
    here = {stop.uid for stop in day.stops}
    return Progress(
        anchor=f"d{day.number}",
        hues=tuple(stop.hue for stop in stops),
        filled=tuple(stop.uid in here for stop in stops),
    )


def _overflowing(sheets: Sequence[Sheet]) -> list[str]:
    """The blocks at days' ends that reach into the foot of the page."""
    return [
        anchor
        for sheet in sheets
        for anchor, box in sheet.boxes.items()
        if anchor[0] in "nw" and box.bottom > sheet.height - _FOOT
    ]


def _countries(brief: ProgrammeBrief, locale: str) -> list[str]:
    codes = dict.fromkeys(each.country for each in brief.delegations if each.country)
    return [country_name(code, locale) for code in codes]


def stamp_line(brief: ProgrammeBrief, locale: str) -> str:
    """Fassung 3 · Stand 11.09.2015, 16:20 Uhr, and that people are samples if they are."""
    stamp = brief.stamp
    as_of = say(N_("as of %(moment)s"), locale, moment=instant(stamp.as_of, stamp.zone, locale))
    parts = [state_of(brief, locale), as_of]
    if stamp.is_sample:
        parts.append(say(N_("Sample: people, times and hotels are invented"), locale))
    return " · ".join(parts)


def state_of(brief: ProgrammeBrief, locale: str) -> str:
    """Fassung 3, or Entwurf."""
    if brief.stamp.number is None:
        return say(N_("Draft"), locale)
    return say(N_("Release %(number)s"), locale, number=brief.stamp.number)


def _route(brief: ProgrammeBrief, words: Words) -> str:
    names = [words.plain(stop.city) for stop in brief.stops]
    if len(" ".join(names)) > 44:  # noqa: PLR2004 what fits beside the running head
        names = [names[0], "…", names[-1]]
    if len(" ".join(names)) > 60:  # noqa: PLR2004 as above; then the dates alone
        names = []
    dates = day_range_short(brief.starts_on, brief.ends_on, words.locale)
    return " · ".join(part for part in (f" {DASH} ".join(names), dates) if part)


def _title(title: str) -> tuple[int, list[str]]:
    for size, lines in _TITLE_SIZES:
        if fits(title, size, _TITLE_ROOM, lines):
            return size, break_title(title, size, _TITLE_ROOM)
    return 16, break_title(title, 16, _TITLE_ROOM)


def _map_alt(brief: ProgrammeBrief, words: Words) -> str:
    names = [words.plain(stop.city) for stop in brief.stops]
    return say(N_("Map of the route: %(cities)s"), words.locale, cities=f" {DASH} ".join(names))


def _term(word: Word, lang: str, words: Words) -> Markup | str:
    if lang not in word.term:
        return ""
    return word.term[lang] if lang == words.locale else words.foreign(word.term[lang], lang)


def _sentence(brief: ProgrammeBrief, locale: str) -> str:
    parts = list(_counted(brief, locale))
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _counted(brief: ProgrammeBrief, locale: str) -> Iterator[str]:
    counts = (
        (len(brief.days), N_n("one day", "%(count)s days")),
        (len(brief.stops), N_n("one city", "%(count)s cities")),
        (len(brief.delegations), N_n("one delegation", "%(count)s delegations")),
    )
    for number, forms in counts:
        if number:
            yield say_n(*forms, number, locale, count=count_word(number, locale))


def _unlisted(brief: ProgrammeBrief) -> int:
    return sum(max(each.coming - len(each.people), 0) for each in brief.delegations)
