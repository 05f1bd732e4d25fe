"""The filters of the programme page: they live in its address."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from trips.domain.item import ItemKind, ItemStatus
from trips.domain.snapshot import TripSnapshot
from trips.i18n.enums import name_of
from trips.i18n.formats import weekday_day
from trips.views.preferences import locale

Choice = tuple[str, str, bool]
"""Word, URL, and whether it is chosen."""


@dataclass(frozen=True)
class Filters:
    """What the reader wants to see; empty is everything. They live in the URL."""

    day: str = ""
    group: str = ""
    status: str = ""
    kind: str = ""

    @property
    def is_on(self) -> bool:
        """True if anything may be hidden."""
        return any(asdict(self).values())

    @property
    def shows_legs(self) -> bool:
        """Legs are neither of a status nor of a kind of items."""
        return not (self.status or self.kind)

    def has(self, on: date) -> bool:
        """True for a day that is shown."""
        return self.day in {"", on.isoformat()}

    def url(self, slug: str, **changed: str) -> str:
        """The page with some filters changed."""
        wanted = {**asdict(self), **changed}
        return url_for(
            "programme.index", slug=slug, **{key: value for key, value in wanted.items() if value}
        )


def read_filters(snapshot: TripSnapshot, args: MultiDict[str, str] | None = None) -> Filters:
    """The filters of the URL; what the trip does not know is left out."""
    args = request.args if args is None else args
    known: dict[str, set[str]] = {
        "day": {day.isoformat() for day in _days(snapshot)},
        "group": {group.code for group in snapshot.trip.groups},
        "status": {*ItemStatus},
        "kind": {*ItemKind},
    }
    given = {key: args.get(key, "") for key in known}
    return Filters(**{key: value for key, value in given.items() if value in known[key]})


def filter_choices(snapshot: TripSnapshot, filters: Filters) -> dict[str, list[Choice]]:
    """The choices of each filter, the first one being everything."""
    groups = [(group.code, group.code) for group in snapshot.trip.groups]
    return {
        "day": _choices(
            snapshot,
            filters,
            "day",
            ((day.isoformat(), weekday_day(day, locale())) for day in _days(snapshot)),
        ),
        "group": _choices(snapshot, filters, "group", groups) if groups else [],
        "status": _menu(_choices(snapshot, filters, "status", _worded(ItemStatus))),
        "kind": _menu(_choices(snapshot, filters, "kind", _worded(ItemKind))),
    }


def _menu(choices: list[Choice]) -> list[Choice]:
    """A menu is quiet while everything is shown."""
    word, url, _is_chosen = choices[0]
    return [(word, url, False), *choices[1:]]


def _worded(members: Any) -> list[tuple[str, str]]:
    return [(member.value, name_of(member, locale())) for member in members]


def _choices(
    snapshot: TripSnapshot, filters: Filters, key: str, values: Iterable[tuple[str, str]]
) -> list[Choice]:
    now, slug = asdict(filters)[key], snapshot.trip.slug
    return [
        (word, filters.url(slug, **{key: value}), now == value)
        for value, word in (("", _("All")), *values)
    ]


def _days(snapshot: TripSnapshot) -> list[date]:
    trip = snapshot.trip
    span = {
        date.fromordinal(day)
        for day in range(trip.starts_on.toordinal(), trip.ends_on.toordinal() + 1)
    }
    placed = {item.starts.date() for item in snapshot.items if not item.is_unplaced}
    return sorted(span | placed)
