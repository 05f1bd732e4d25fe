"""What the delegates of one delegation have in common, as whoever registers several knows it."""

from collections.abc import Mapping
from typing import Final

from trips.domain.registration.controls import Typed, first
from trips.domain.registration.plan import StationPlan

SHARED: Final = frozenset(
    {
        "organisation",
        "level",
        "country",
        "postal_address",
        "email",
        "phone",
        "arrival",
        "departure",
    }
)
"""Fields that may be taken over: never a passport, a need, an agreement or whom to call."""


def shared_fields(plan: StationPlan, typed: Typed, other: Typed) -> tuple[str, ...]:
    """Fields that are empty here and filled in for the other delegate, in the form's order."""
    return tuple(
        each.name
        for each in plan.fields
        if each.name in SHARED
        and not any(first(typed, control.name) for control in each.controls)
        and any(first(other, control.name) for control in each.controls)
    )


def take_over(plan: StationPlan, typed: Typed, other: Typed) -> Mapping[str, tuple[str, ...]]:
    """The controls of those fields as the other delegate's say them."""
    names = shared_fields(plan, typed, other)
    return {
        control.name: other[control.name]
        for each in plan.fields
        if each.name in names
        for control in each.controls
        if control.name in other
    }
