"""Lists of people for their readers: which rows, which columns, in what order, and why.

A preset takes from the one definition of columns only what its reader needs (GDPR, Art. 5(1)(c)).
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from trips.domain.account.user import Action
from trips.domain.briefs.columns import (
    ROSTER_COLUMNS,
    Column,
    Sensitivity,
    choose_columns,
    without,
)
from trips.domain.briefs.list_plan import COMPLETE, ListPlan, RowChoice, Sorting
from trips.domain.briefs.roster import RosterBrief
from trips.domain.participation import ConsentPurpose, Counts, Participation
from trips.domain.privacy.matrix import may_show
from trips.domain.snapshot import TripSnapshot


class ListPreset(StrEnum):
    """The lists that come with the product, by their names on the command line."""

    GIZ = "giz"
    """The client's complete roster."""
    PUBLIC = "public"
    HOTEL = "hotel"
    DRIVER = "driver"
    KITCHEN = "kitchen"
    """Counts of diets by day, without names."""
    GATE = "gate"
    FIGURES = "figures"
    """The statistics, without names."""
    PUBLIC_FIGURES = "public-figures"
    """The statistics without small cells."""


NAMELESS: Final = frozenset({ListPreset.KITCHEN, ListPreset.FIGURES, ListPreset.PUBLIC_FIGURES})
"""Lists of numbers: nobody stands on them."""

WITHHELD: Final = (Sensitivity.CONTACT, Sensitivity.INTERNAL, Sensitivity.SPECIAL)
"""What a reduced list leaves out."""
_NAME: Final = ("family_name", "given_name")
PLANS: Final = {
    ListPreset.GIZ: COMPLETE,
    ListPreset.PUBLIC: ListPlan(
        key=ListPreset.PUBLIC.value,
        columns=("delegation", "academic_title", *_NAME, "function", "organisation", "country"),
        rows=RowChoice.AGREED,
    ),
    ListPreset.HOTEL: ListPlan(
        key=ListPreset.HOTEL.value,
        columns=(*_NAME, "form_of_address", "country", "present_from", "present_to", "room_wish",
                 "arrival_at", "departure_at"),
        rows=RowChoice.ROOM,
        sorting=Sorting.ALPHABET,
    ),
    ListPreset.DRIVER: ListPlan(
        key=ListPreset.DRIVER.value,
        columns=(*_NAME, "group", "arrival_at", "arrival_place", "arrival_number",
                 "departure_at", "departure_place", "departure_number"),
        rows=RowChoice.TRAVEL,
        sorting=Sorting.ARRIVAL,
    ),
    ListPreset.KITCHEN: ListPlan(key=ListPreset.KITCHEN.value),
    ListPreset.GATE: ListPlan(
        key=ListPreset.GATE.value,
        columns=(*_NAME, "organisation", "country", "present_from", "present_to"),
        sorting=Sorting.ALPHABET,
    ),
    ListPreset.FIGURES: ListPlan(key=ListPreset.FIGURES.value),
    ListPreset.PUBLIC_FIGURES: ListPlan(key=ListPreset.PUBLIC_FIGURES.value),
}  # fmt: skip
FOR_VIEWERS: Final = frozenset(
    each.value
    for each in (
        ListPreset.GIZ,
        ListPreset.PUBLIC,
        ListPreset.FIGURES,
        ListPreset.PUBLIC_FIGURES,
    )
)
"""What whoever may only read the trip may take along, without private contacts and needs."""


def action_for(plan: ListPlan) -> Action:
    """What somebody must be allowed to do to get a list."""
    if plan.key == ListPreset.GATE:
        return Action.EXPORT_GATE
    return Action.READ_TRIP if plan.key in FOR_VIEWERS else Action.EXPORT_PEOPLE


def chooses(plan: ListPlan, snapshot: TripSnapshot) -> Callable[[Participation], bool]:
    """The rule that says who stands on a list; only people who are coming are asked about."""
    version = snapshot.trip.data_protection.version
    rules: dict[RowChoice, Callable[[Participation], bool]] = {
        RowChoice.ROSTER: lambda each: Counts.ROSTER in each.counts,
        RowChoice.AGREED: lambda each: (
            Counts.ROSTER in each.counts
            and may_show(each, ConsentPurpose.PARTICIPANT_LIST, version)
        ),
        RowChoice.ROOM: lambda each: Counts.ROOM in each.counts,
        RowChoice.TRAVEL: lambda each: each.arrival is not None or each.departure is not None,
    }
    return rules[plan.rows]


def columns_of(brief: RosterBrief) -> tuple[Column, ...]:
    """What a list shows, in its order; a reduced one leaves out what is not for everybody."""
    keys = brief.plan.columns
    chosen = choose_columns(keys) if keys else ROSTER_COLUMNS
    return without(chosen, *WITHHELD) if brief.is_reduced else chosen


def sortings_of(plan: ListPlan) -> tuple[Sorting, ...]:
    """The orders that make sense of a list: by journeys only where they are told."""
    if plan.key in set(NAMELESS):
        return ()
    told = plan.columns or tuple(column.key for column in ROSTER_COLUMNS)
    by_journey = {Sorting.ARRIVAL: "arrival_at", Sorting.DEPARTURE: "departure_at"}
    return tuple(each for each in Sorting if by_journey.get(each, told[0]) in told)
