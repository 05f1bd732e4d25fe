"""The brief of the participant roster and its statistics."""

from dataclasses import dataclass
from datetime import date, datetime

from trips.domain.briefs.figures import Statistics
from trips.domain.briefs.kitchen import KitchenDay
from trips.domain.briefs.list_memory import MemoryKey
from trips.domain.briefs.list_plan import COMPLETE, ListPlan
from trips.domain.briefs.programme import Stamp
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import Access, DelegateStatus, Diet, Level, Role
from trips.domain.person import FormOfAddress, LanguageSkill, Sex
from trips.domain.values.text import Text


@dataclass(frozen=True, kw_only=True)
class RosterRow:
    """One participation with everything a roster may show; the columns choose."""

    uid: str
    role: Role
    form_of_address: FormOfAddress
    sex: Sex
    academic_title: str
    given_name: str
    family_name: str
    own_script: str
    function: Text
    organisation: Text
    organisation_kind: OrganisationKind | None
    city: Text
    country: str
    level: Level | None
    delegation: Text
    rank: int | None
    status: DelegateStatus | None
    group: str
    languages: tuple[LanguageSkill, ...]
    email: str
    phone: str
    diet: tuple[Diet, ...]
    diet_note: str
    access: tuple[Access, ...]
    access_note: str
    present_from: date
    present_to: date
    arrival_at: datetime | None
    arrival_place: str
    arrival_number: str
    departure_at: datetime | None
    departure_place: str
    departure_number: str
    is_listed: bool
    """Agreed to the participant list."""
    is_photo_allowed: bool
    brings: Text
    note: str
    person: str = ""
    """uid of the person: one person may be on the roster in two roles."""
    is_counted: bool = True
    """Counts for the statistics."""
    room_wish: str = ""


@dataclass(frozen=True, kw_only=True)
class RosterBrief:
    """All rows in protocol order: delegations in the order of their heads, then staff."""

    slug: str
    title: Text
    starts_on: date
    ends_on: date
    number: str
    client: Text
    contractor: Text
    stamp: Stamp
    rows: tuple[RosterRow, ...]
    is_reduced: bool = False
    """Only what may be handed to every participant."""
    plan: ListPlan = COMPLETE
    kitchen: tuple[KitchenDay, ...] = ()
    """Only for the kitchen, which gets no rows."""
    figures: Statistics | None = None
    """Only for the statistics, which get no rows."""
    fewest: int = 0
    """Public figures leave out cells of fewer people; 0 for figures that are not public."""
    hues: tuple[int, ...] = ()
    """Of the stops, in their order."""
    memory: MemoryKey | None = None
    """What the marks of a list are made with that may come back; none for one that may not."""
