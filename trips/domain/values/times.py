"""Wall time: what a clock in the stop's city shows. UTC is derived from it.

A wall time is a naive `datetime`; `fold=1` names the second pass of a repeated hour (PEP 495).
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_WALL: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)


def to_utc(wall: datetime, zone: str) -> datetime:
    """The instant of a wall time in an IANA zone. Raises `ZoneInfoNotFoundError` for no zone."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def to_wall(instant: datetime, zone: str) -> datetime:
    """What the clock in `zone` shows at an aware instant: naive, with its fold."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def is_skipped(wall: datetime, zone: str) -> bool:
    """True for a wall time that never is, because the clock was put forward over it."""
    return to_wall(to_utc(wall, zone), zone).replace(fold=0) != wall.replace(fold=0)


def is_repeated(wall: datetime, zone: str) -> bool:
    """True for a wall time that comes twice, because the clock was put back."""
    first, second = (to_utc(wall.replace(fold=fold), zone) for fold in (0, 1))
    return first < second


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes from one wall time to another in the same zone, switch of clocks aside."""
    return int((end - start) / timedelta(minutes=1))


def write_wall(wall: datetime) -> str:
    """A wall time as sortable text to the minute; a second pass is marked `~1`."""
    return wall.isoformat(timespec="minutes") + ("~1" if wall.fold else "")


def read_wall(text: str) -> datetime:
    """The inverse of `write_wall`. Raises `ValueError` for anything else."""
    stem, _, fold = text.partition("~")
    if not _WALL.fullmatch(stem):
        raise ValueError(f"not a wall time: {text!r}")
    wall = datetime.fromisoformat(stem)
    return wall.replace(fold=int(fold)) if fold else wall
