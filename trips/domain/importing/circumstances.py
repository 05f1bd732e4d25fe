"""What carrying out any part of an import needs: its circumstances, groups, origins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from string import ascii_uppercase

from trips.domain.importing.values import group_code
from trips.domain.snapshot import TripSnapshot
from trips.domain.source import Source
from trips.domain.trip import Group
from trips.domain.values.text import Text


@dataclass(frozen=True)
class Importing:
    """The circumstances of an import."""

    new_uid: Callable[[], str]
    now: datetime
    actor: str
    """Name of whoever imports."""
    filename: str
    positions: dict[str, tuple[float, float]]
    """Latitude and longitude of known cities by folded name."""


def with_groups(snapshot: TripSnapshot, names: Iterable[str]) -> TripSnapshot:
    """The trip with a group for every name that no group bears."""
    groups = list(snapshot.trip.groups)
    for name in names:
        if name and group_code(name, tuple(groups)) not in {group.code for group in groups}:
            taken = {group.code for group in groups}
            code = next(code for code in (name[:8], *ascii_uppercase, name) if code not in taken)
            groups.append(Group(code=code, name=Text(de=name) if name != code else Text()))
    return replace(snapshot, trip=replace(snapshot.trip, groups=tuple(groups)))


def source_of(subject: str, text: str, importing: Importing) -> Source:
    """The original words of a row, as the origin of what it became."""
    return Source(
        uid=importing.new_uid(),
        subject=subject,
        text=f"{importing.filename}\n{text}",
        entered_at=importing.now.replace(microsecond=0),
        entered_by=importing.actor,
    )
