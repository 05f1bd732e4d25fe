"""Who took part, as figures and bars: for the team, or with small cells left out for the public."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, request
from flask_babel import gettext as _

from trips import clock
from trips.domain.account.user import TripRole
from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.statistics import (
    DEFINED_ON,
    Count,
    Line,
    Statistics,
    count_roster,
    may_tell_sexes,
    suppress_small,
)
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import Level
from trips.domain.person import Sex
from trips.domain.privacy.limits import fewest_of
from trips.domain.snapshot import TripSnapshot
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name
from trips.queries.snapshot import get_snapshot
from trips.views import frame, guards
from trips.views.preferences import locale

bp = Blueprint("statistics", __name__)
PUBLIC: Final = "public"


@dataclass(frozen=True)
class Bar:
    """A line of a table with its bar: parts of the longest one, in percent."""

    name: str
    count: Count | None
    women: float = 0
    men: float = 0
    others: float = 0
    tells_sexes: bool = True


@dataclass(frozen=True)
class Plot:
    """A table with bars."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    by_sex: bool = True


@bp.get("/trips/<slug>/statistics")
@guards.trip_page(TripRole.VIEWER)
def index(slug: str) -> str:
    """The figures of the trip."""
    snapshot = get_snapshot(guards.require_access().uid)
    is_public = request.args.get("for") == PUBLIC
    counts, fewest = _counts(snapshot), fewest_of(snapshot.trip.limits)
    return frame.render(
        "lists/statistics.html",
        snapshot,
        "delegates",
        total=counts.total,
        plots=[plot for plot in _plots(counts, fewest if is_public else 0) if plot.bars],
        is_public=is_public,
        fewest=fewest,
        defined_on=DEFINED_ON,
    )


def _counts(snapshot: TripSnapshot) -> Statistics:
    now = clock.now(snapshot.trip)
    stamp = Stamp(as_of=now, zone=snapshot.trip.zone, is_sample=snapshot.trip.is_sample)
    return count_roster(brief_roster(snapshot, stamp).rows)


def _plots(counts: Statistics, fewest: int) -> list[Plot]:
    lang = locale()

    def state(code: str) -> str:
        return country_name(code, lang)

    tables: tuple[tuple[str, str, tuple[Line, ...], Callable[[str], str]], ...] = (
        ("countries", _("By country"), counts.by_country, state),
        ("levels", _("By level"), counts.by_level, lambda key: name_of(Level(key), lang)),
        ("sexes", _("By sex"), counts.by_sex, lambda key: name_of(Sex(key), lang)),
        (
            "organisations",
            _("By kind of organisation"),
            counts.by_organisation_kind,
            lambda key: name_of(OrganisationKind(key), lang),
        ),
    )
    return [
        Plot(key, title, _bars(lines, name, fewest), by_sex=key != "sexes")
        for key, title, lines, name in tables
    ]


def _bars(lines: tuple[Line, ...], name: Callable[[str], str], fewest: int) -> tuple[Bar, ...]:
    shown = suppress_small(lines, fewest)
    longest = max((line.count.people for line in lines), default=1) or 1
    bars = []
    for line, kept in zip(lines, shown, strict=True):
        word = name(line.key) if line.key else _("Not stated")
        if kept is None:
            bars.append(Bar(word, None))
            continue
        bars.append(_bar(word, kept.count, longest, fewest))
    return tuple(bars)


def _bar(word: str, count: Count, longest: int, fewest: int) -> Bar:
    tells_sexes = may_tell_sexes(count, fewest)
    parts = (count.women, count.men, count.others) if tells_sexes else (0, 0, count.people)
    women, men, others = (100 * part / longest for part in parts)
    return Bar(word, count, women, men, others, tells_sexes=tells_sexes)
