"""Wall time: what a clock in the stop's city shows. UTC is derived from it.

A wall time is a naive `datetime`; `fold=1` names the second pass of a repeated hour (PEP 495).
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


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
    return wall.strftime("%Y-%m-%dT%H:%M") + ("~1" if wall.fold else "")


def read_wall(text: str) -> datetime:
    """The inverse of `write_wall`. Raises `ValueError` for anything else."""
    stem, _, fold = text.partition("~")
    return datetime.strptime(stem, "%Y-%m-%dT%H:%M").replace(fold=int(fold or 0))  # noqa: DTZ007 a wall time has no zone
