"""What is said about a span of a day when a card is held over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple


class Verdict(StrEnum):
    """Whether a card may lie there; the order is from good to bad."""

    FITS = "fits"
    WARNS = "warns"
    IMPOSSIBLE = "impossible"


RANK: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}


class FitCode(StrEnum):
    """Why; facts in brackets."""

    GROUP_FREE = "group_free"
    """[groups]"""
    PEOPLE_FREE = "people_free"
    """Hosts, speakers and interpreters of the card [names]."""
    WAY_FITS = "way_fits"
    """The way from the item before, or to the one after [title, minutes, is_after]."""
    CLOSES = "closes"
    """The place closes later that day [closes, latest]: the latest start."""
    GROUP_BUSY = "group_busy"
    """[groups, title, starts, ends]"""
    IDEA_THERE = "idea_there"
    """An idea, or free time, that could give way [title, starts, ends]."""
    PERSON_BUSY = "person_busy"
    """[name, title, starts, ends]"""
    ROOM_BUSY = "room_busy"
    """[room, title, starts, ends]"""
    VEHICLE_BUSY = "vehicle_busy"
    """[vehicle, title, starts, ends]"""
    WAY_TIGHT = "way_tight"
    """[title, minutes, is_after, limit]: the earliest start, or the latest end."""
    CLOSED = "closed"
    """[reason: hours.Reason]"""
    DAY_OFF = "day_off"
    """A Sunday or a public holiday, and nobody has asked about hours [on, name]."""
    ON_THE_WAY = "on_the_way"
    """A leg is under way [first, second, departs, arrives]."""
    STATION = "station"
    """Time at the station [first, second, departs, arrives, minutes, is_after]."""
    OTHER_CITY = "other_city"
    """People are not in the city of the card's place [city]."""
    INTERPRETER_AWAY = "interpreter_away"
    """Not on the trip, or with no time that day [name]."""
    INTERPRETER_HOURS = "interpreter_hours"
    """Has time that day, but not then [name, starts, ends]."""
    INTERPRETER_NIGHT = "interpreter_night"
    """The night would be too short [name, limit, is_after]: earliest start, or latest end."""
    INTERPRETER_FULL = "interpreter_full"
    """The day would be too long [name, minutes]."""
    TOO_SHORT = "too_short"
    """The gap is shorter than the card [minutes, needed]."""


@dataclass(frozen=True)
class FitReason:
    """One reason with its own weight: a tick, a warning, a no."""

    code: FitCode
    verdict: Verdict
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)


class FitSpan(NamedTuple):
    """Time of a day that a card would occupy, [starts, ends), all of it judged alike."""

    starts: datetime
    ends: datetime
    verdict: Verdict
    reasons: tuple[FitReason, ...] = ()
    """Gravest first."""
    latest: datetime | None = None
    """The latest start at which the card ends within the span; none where it is too long."""


class Hindrance(NamedTuple):
    """Time in which a card should not lie, and why; in minutes since midnight, on the grid."""

    starts: int
    ends: int
    reason: FitReason
    groups: tuple[str, ...] | None = ()
    """Whose time it is, an empty tuple: everyone's; none: it counts for cards of any group."""
