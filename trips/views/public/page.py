"""The programme page behind a secret link: what is asked for, what it shows."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode

from flask import render_template, request, url_for
from flask_babel import gettext as _

from trips.config import ROOT
from trips.domain.briefs.programme import DayBrief, ItemBrief, LegBrief, ProgrammeBrief
from trips.domain.pages.today import Standing, Today, look_at
from trips.domain.releases.difference import Changed, Side, Subject
from trips.domain.values.times import to_wall
from trips.i18n.catalogue import LOCALES, READER_LOCALES
from trips.i18n.difference_wording import was_words
from trips.i18n.formats import join_list
from trips.i18n.programme_wording import languages_of, next_in
from trips.i18n.stamp import sample_notice, stamp_line
from trips.jobs.documents import build_hash
from trips.queries.briefs.programme import get_programme_brief
from trips.queries.changes import list_changes
from trips.queries.link import OpenedLink
from trips.views.preferences import locale, theme
from trips.views.public.cache import public_cache

NONCE: Final = "nonce-of-this-answer"
"""Stands in kept pages where every answer puts its own nonce."""
LANGUAGE_NAMES: Final = {
    "de": "Deutsch",
    "en": "English",
    "uk": "Українська",
    "ar": "العربية",
    "fr": "Français",
    "es": "Español",
}
MAP: Final = "https://www.openstreetmap.org"
_LONGEST_CODE: Final = 8
_PAGES: Final = ("templates", "static/css", "static/js")


@dataclass(frozen=True)
class Wanted:
    """What the address asks for."""

    token: str
    lang: str
    group: str
    day: date | None

    def url(self, endpoint: str = "public.programme", **changes: Any) -> str:
        """The address of this page or document with something changed."""
        values = {"lang": self.lang, "group": self.group or None, **changes}
        return url_for(endpoint, token=self.token, **values)


def wanted(token: str) -> Wanted:
    """Read the address; what makes no sense is as if it were not there."""
    return Wanted(
        token=token,
        lang=locale(),
        group=request.args.get("group", "")[:_LONGEST_CODE],
        day=_day(request.args.get("day", "")),
    )


def page_key(link: OpenedLink, asked: Wanted, now: datetime) -> tuple[Any, ...]:
    """Everything that decides what the page says; a page of the same key is the same page."""
    return (link.uid, link.edition, asked, theme().value, _step(link, now), page_build())


def tag_of(key: tuple[Any, ...]) -> str:
    """An ETag from a key."""
    return hashlib.sha256(repr(key).encode()).hexdigest()[:32]


def brief_of(link: OpenedLink, asked: Wanted) -> ProgrammeBrief:
    """The programme for the group asked for; for everyone if there is no such group."""
    everyone = _brief(link, asked.lang, "")
    known = {group.code for group in everyone.groups}
    return _brief(link, asked.lang, asked.group) if asked.group in known else everyone


def group_of(brief: ProgrammeBrief, asked: Wanted) -> str:
    """The group asked for, if the trip has it."""
    return asked.group if asked.group in {group.code for group in brief.groups} else ""


def page(link: OpenedLink, asked: Wanted, now: datetime) -> str:
    """The page with `NONCE` in place of the nonce, kept in memory."""
    key = page_key(link, asked, now)
    return public_cache().pages.get(key, lambda: _render(link, asked, now))


def map_url(entry: ItemBrief) -> str:
    """Where a map shows the place: by its position, else by its address; empty without both."""
    if entry.latitude is not None and entry.longitude is not None:
        place = f"{entry.latitude:.5f}/{entry.longitude:.5f}"
        mark = urlencode({"mlat": f"{entry.latitude:.5f}", "mlon": f"{entry.longitude:.5f}"})
        return f"{MAP}/?{mark}#map=18/{place}"
    return f"{MAP}/search?{urlencode({'query': entry.address})}" if entry.address else ""


def station_url(station: str) -> str:
    """Where a map finds a station."""
    return f"{MAP}/search?{urlencode({'query': station})}" if station else ""


@cache
def page_build() -> str:
    """A hash over everything that decides how the page looks."""
    digest = hashlib.sha256(build_hash().encode())
    for folder in _PAGES:
        for path in sorted((ROOT / folder).rglob("*.*")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _brief(link: OpenedLink, lang: str, group: str) -> ProgrammeBrief:
    key = (link.trip, link.edition, lang, group)
    return public_cache().briefs.get(
        key, lambda: get_programme_brief(link.trip, lang, group=group, release=link.release)
    )


def _step(link: OpenedLink, now: datetime) -> datetime:
    """How exactly the page depends on the time: to the minute on the way, else to the hour."""
    today = to_wall(now, link.zone).date()
    margin = timedelta(days=1)
    hour = now.replace(minute=0, second=0, microsecond=0)
    if link.starts_on - margin <= today <= link.ends_on + margin:
        return now.replace(second=0, microsecond=0)
    return hour


def _render(link: OpenedLink, asked: Wanted, now: datetime) -> str:
    brief = brief_of(link, asked)
    today = look_at(brief, now)
    day = _shown_day(brief, asked.day or today.on)
    days = [each.on for each in brief.days]
    at = days.index(day.on)
    return render_template(
        "public/programme.html",
        csp_nonce=NONCE,
        asked=asked,
        brief=brief,
        day=day,
        previous=days[at - 1] if at else None,
        following=days[at + 1] if at + 1 < len(days) else None,
        group=group_of(brief, asked),
        today=today,
        is_today=to_wall(now, brief.zone).date() == day.on,
        soon=next_in(today.until_next, asked.lang) if today.until_next else "",
        phone=_guide(brief, day),
        stamp=stamp_line(brief.stamp, asked.lang),
        notice=sample_notice(brief.stamp, asked.lang),
        **_changes(link, asked, day.on, group_of(brief, asked)),
        is_sample=brief.stamp.is_sample,
        **_words(link, asked, today),
    )


def _changes(link: OpenedLink, asked: Wanted, on: date, group: str) -> dict[str, Any]:
    """What the release changed: words for each item or leg, and what this day has lost."""
    changes = {each.uid: each for each in _changes_of(link)}

    def was(uid: str) -> tuple[str, ...]:
        found = changes.get(uid)
        return was_words(found, asked.lang) if found else ()

    sides = (each.old for each in changes.values() if _is_lost(each, group))
    return {"was": was, "dropped": [side for side in sides if side and side.starts.date() == on]}


def _is_lost(changed: Changed, group: str) -> bool:
    """True if everyone, or the group, had it and has it no longer."""
    is_entry = changed.subject in {Subject.ITEM, Subject.LEG}
    return is_entry and _is_for(changed.old, group) and not _is_for(changed.new, group)


def _is_for(side: Side | None, group: str) -> bool:
    return side is not None and (not group or not side.groups or group in side.groups)


def _changes_of(link: OpenedLink) -> tuple[Changed, ...]:
    number = link.release
    if number is None:
        return ()
    key = ("changes", link.trip, link.edition)
    return public_cache().changes.get(key, lambda: list_changes(link.trip, number))


def _words(link: OpenedLink, asked: Wanted, today: Today) -> dict[str, Any]:
    """The switch of languages, and what the template asks about a single item or leg."""

    def standing(entry: ItemBrief | LegBrief) -> Standing:
        return today.of(entry)

    def spoken(item: ItemBrief) -> str:
        return languages_of(item, asked.lang)

    def group_words(codes: tuple[str, ...]) -> str:
        return str(_("Group %(code)s", code=join_list(codes, asked.lang)))

    return {
        "languages": _languages(link, asked),
        "group_words": group_words,
        "standing": standing,
        "spoken": spoken,
        "map_url": map_url,
        "station_url": station_url,
    }


def _languages(link: OpenedLink, asked: Wanted) -> list[tuple[str, str, str, bool]]:
    """The switch in the bar: the trip's languages, English first, as most come from abroad."""
    day = asked.day.isoformat() if asked.day else None
    offered = {*LOCALES, *link.languages, asked.lang}
    order = sorted(READER_LOCALES, key=lambda code: code != "en")
    return [
        (code, LANGUAGE_NAMES[code], asked.url(lang=code, day=day), code == asked.lang)
        for code in order
        if code in offered
    ]


def _shown_day(brief: ProgrammeBrief, on: date) -> DayBrief:
    return next((day for day in brief.days if day.on == on), brief.days[0])


def _guide(brief: ProgrammeBrief, day: DayBrief) -> str:
    return (day.escort.phone if day.escort else "") or brief.emergency_phone


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
