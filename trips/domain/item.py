"""Programme items: everything that happens at a time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trips.domain.values.text import EMPTY, Text


class ItemKind(StrEnum):
    """What sort of thing happens; told by icon and word, never by colour."""

    VISIT = "visit"
    WALK = "walk"
    TALK = "talk"
    WORKSHOP = "workshop"
    MEAL = "meal"
    RECEPTION = "reception"
    TRANSFER = "transfer"
    CHECK_IN = "check_in"
    FREE = "free"
    INTERNAL = "internal"


class ItemStatus(StrEnum):
    """How firm the item is."""

    IDEA = "idea"
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class TransferMode(StrEnum):
    """How people move within a stop."""

    WALK = "walk"
    BUS = "bus"
    TRAM = "tram"
    TAXI = "taxi"
    TRAIN = "train"


class HostStatus(StrEnum):
    """What the host has said."""

    OPEN = "open"
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True)
class ItemHost:
    """Who receives the group: an organisation, a person, or both."""

    organisation: str | None = None
    person: str | None = None
    status: HostStatus = HostStatus.OPEN

    @property
    def key(self) -> str:
        """What tells hosts of an item apart, whatever they have answered."""
        return f"{self.organisation or '-'}.{self.person or '-'}"


@dataclass(frozen=True, kw_only=True)
class ItemSpeaker:
    """Who speaks, and as what on this occasion."""

    person: str
    function: Text = EMPTY


@dataclass(frozen=True, kw_only=True)
class Item:
    """A programme item; spans are half-open [starts, ends) in the wall time of its stop."""

    uid: str
    kind: ItemKind
    title: Text
    starts: datetime
    ends: datetime
    stop: str | None = None
    site: str | None = None
    room: str = ""
    meeting_point: Text = EMPTY
    status: ItemStatus = ItemStatus.IDEA
    groups: tuple[str, ...] = ()
    """Codes of the groups it is for; none means everyone."""
    text: Text = EMPTY
    internal_note: str = ""
    format: Text = EMPTY
    dress: Text = EMPTY
    floor_languages: tuple[str, ...] = ()
    capacity: int | None = None
    transfer_mode: TransferMode | None = None
    vehicle: str = ""
    """Which coach or van, where several are under way: it cannot be in two places."""
    hosts: tuple[ItemHost, ...] = ()
    speakers: tuple[ItemSpeaker, ...] = ()
    themes: tuple[str, ...] = ()
    materials: str = ""
    is_unplaced: bool = False
    """An idea or wish without a time yet; of its span only the length counts."""
    is_end_assumed: bool = False
    is_start_assumed: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    """Columns of an imported workbook that no field takes: heading, value."""
    changed_at: datetime | None = None
    sequence: int = 0
    version: int = 1

    @property
    def is_public(self) -> bool:
        """True for what delegates see: firm or requested, and not an internal note."""
        if self.is_unplaced:
            return False
        return self.kind is not ItemKind.INTERNAL and self.status in {
            ItemStatus.REQUESTED,
            ItemStatus.CONFIRMED,
        }
