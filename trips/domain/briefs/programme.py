"""The brief of the programme: everything the booklet, the phone page and the calendar say.

Made once from a snapshot (`brief_programme` in `programme_brief`), rendered by every output.
Texts stay in all languages; the output picks the reader's and marks a fallback.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from trips.domain.interpreter import InterpretingMode
from trips.domain.item import HostStatus, ItemKind, ItemStatus, TransferMode
from trips.domain.releases.calendar import CalendarEntry
from trips.domain.route_map.picture import RouteMap
from trips.domain.stop import LegMode
from trips.domain.trip import Group, Section, TripKind, Word
from trips.domain.values.text import EMPTY, Text


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """Which state of the programme a document shows; printed on every page."""

    as_of: datetime
    """Aware instant of the last change or of the release."""
    zone: str
    number: int | None = None
    """Number of the release; none for the draft."""
    name: str = ""
    is_sample: bool = False


@dataclass(frozen=True, kw_only=True)
class HotelBrief:
    """A hotel as printed."""

    name: str
    address: str
    phone: str
    check_in_from: time | None
    breakfast: str


@dataclass(frozen=True, kw_only=True)
class StopBrief:
    """A stop as printed: its hue is its place."""

    uid: str
    city: Text
    country: str
    hue: int
    arrives_on: date
    departs_on: date
    zone: str
    latitude: float | None
    longitude: float | None
    text: Text
    hospital: Text
    hotels: tuple[HotelBrief, ...]

    @property
    def nights(self) -> int:
        """How many nights people sleep there."""
        return (self.departs_on - self.arrives_on).days


@dataclass(frozen=True, kw_only=True)
class HostBrief:
    """Who receives the group: a person, a function, a body; any may be empty."""

    person: str
    function: Text
    organisation: Text
    status: HostStatus


@dataclass(frozen=True, kw_only=True)
class SpeakerBrief:
    """Who speaks, as what."""

    person: str
    function: Text


@dataclass(frozen=True, kw_only=True)
class InterpretingBrief:
    """Into which language and how; several interpreters of one booth are one entry."""

    source: str
    target: str
    mode: InterpretingMode


@dataclass(frozen=True, kw_only=True)
class ItemBrief:
    """A programme item as readers outside see it."""

    uid: str
    kind: ItemKind
    status: ItemStatus
    starts: datetime
    ends: datetime
    zone: str
    title: Text
    text: Text = EMPTY
    hue: int = 0
    """0 where the item belongs to no stop."""
    city: Text = EMPTY
    site: Text = EMPTY
    room: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    meeting_point: Text = EMPTY
    groups: tuple[str, ...] = ()
    format: Text = EMPTY
    dress: Text = EMPTY
    floor_languages: tuple[str, ...] = ()
    interpreting: tuple[InterpretingBrief, ...] = ()
    hosts: tuple[HostBrief, ...] = ()
    speakers: tuple[SpeakerBrief, ...] = ()
    transfer_mode: TransferMode | None = None
    step_free: str = "unknown"
    themes: tuple[str, ...] = ()
    website: str = ""
    is_end_assumed: bool = False
    is_start_assumed: bool = False
    changed_at: datetime | None = None
    sequence: int = 0


@dataclass(frozen=True, kw_only=True)
class LegBrief:
    """A leg as printed; `from_hue` and `to_hue` are where the line jumps."""

    uid: str
    mode: LegMode
    departs: datetime
    arrives: datetime
    from_zone: str
    to_zone: str
    from_city: Text
    to_city: Text
    from_hue: int
    to_hue: int
    from_station: str
    to_station: str
    carrier: str
    number: str
    coach: str
    seats: str
    text: Text
    minutes: int
    """Travel time in real minutes."""
    changed_at: datetime | None = None
    sequence: int = 0


@dataclass(frozen=True, kw_only=True)
class LaneBrief:
    """One strand while groups are apart."""

    groups: tuple[str, ...]
    items: tuple[ItemBrief, ...]


@dataclass(frozen=True, kw_only=True)
class RowBrief:
    """A row of a day: exactly one of the three is set."""

    item: ItemBrief | None = None
    lanes: tuple[LaneBrief, ...] = ()
    leg: LegBrief | None = None


@dataclass(frozen=True, kw_only=True)
class ContactBrief:
    """Whom to call, about what."""

    name: str
    function: Text
    role: str
    about: Text
    phone: str


@dataclass(frozen=True, kw_only=True)
class DayBrief:
    """A day of the programme with everything its page says."""

    on: date
    number: int
    """1 for the first day of the trip."""
    stops: tuple[StopBrief, ...]
    """Where the day takes place, in order; two on a day with a leg."""
    sentence: Text
    dress: Text
    bring: Text
    words: tuple[Word, ...]
    escort: ContactBrief | None
    night: StopBrief | None
    """Where people sleep; none on the last day."""
    rows: tuple[RowBrief, ...]


@dataclass(frozen=True, kw_only=True)
class PersonBrief:
    """A participant as printed: only people who agreed to the list."""

    name: str
    own_script: str
    function: Text
    organisation: Text
    country: str
    languages: tuple[str, ...]
    group: str


@dataclass(frozen=True, kw_only=True)
class DelegationBrief:
    """A delegation; `people` in protocol order. `coming` counts also those who are not listed."""

    uid: str
    name: Text
    country: str
    head: str
    coming: int
    people: tuple[PersonBrief, ...]


@dataclass(frozen=True, kw_only=True)
class ProgrammeBrief:
    """The whole programme, and nothing that it must not say."""

    slug: str
    uid: str
    kind: TripKind
    title: Text
    subtitle: Text
    summary: Text
    starts_on: date
    ends_on: date
    zone: str
    stamp: Stamp
    inviting_body: Text
    client: Text
    contractor: Text
    number: str
    aims: tuple[Text, ...]
    learning_questions: tuple[Text, ...]
    groups: tuple[Group, ...]
    stops: tuple[StopBrief, ...]
    days: tuple[DayBrief, ...]
    delegations: tuple[DelegationBrief, ...]
    others: tuple[PersonBrief, ...]
    """Staff of client, inviting body and agency, escorts, interpreters who agreed to the list."""
    contacts: tuple[ContactBrief, ...]
    emergency_phone: str
    practical: tuple[Section, ...]
    provenance: Text
    map: RouteMap | None
    url: str = ""
    """Public address of the programme, empty while the instance is local."""
    cancelled: tuple[CalendarEntry, ...] = ()
    """What a calendar may still hold; only calendars tell of it."""
    reader: str = ""
    """Name of the person whose own programme it is; empty for everyone's."""
