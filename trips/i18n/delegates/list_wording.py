"""What lists of people are called, and what they are for."""

from typing import Final

from trips.domain.briefs.kitchen import KitchenDay
from trips.domain.briefs.list_plan import ListPlan, RowChoice, Sorting
from trips.domain.briefs.presets import NAMELESS, ListPreset
from trips.i18n.catalogue import N_, say

_NAMES: Final = {
    ListPreset.GIZ: N_("Complete roster"),
    ListPreset.PUBLIC: N_("List of participants"),
    ListPreset.HOTEL: N_("Hotel list"),
    ListPreset.DRIVER: N_("Arrivals and departures"),
    ListPreset.KITCHEN: N_("Meals and diets"),
    ListPreset.GATE: N_("Gate list"),
    ListPreset.FIGURES: N_("Statistics"),
    ListPreset.PUBLIC_FIGURES: N_("Statistics for public use"),
}
_PURPOSES: Final = {
    ListPreset.GIZ: N_("Complete, for the client"),
    ListPreset.PUBLIC: N_("Only those who agreed, to hand to everybody"),
    ListPreset.HOTEL: N_("For check-in at the hotel; please destroy it after departure"),
    ListPreset.DRIVER: N_("For drivers who fetch and bring people"),
    ListPreset.KITCHEN: N_("Numbers only, no names"),
    ListPreset.GATE: N_("For entry checks only; please destroy it afterwards"),
    ListPreset.FIGURES: N_("Exact, for the team and the client; numbers only, no names"),
    ListPreset.PUBLIC_FIGURES: N_("Small cells are put together, so nobody is recognised"),
}
_ROWS: Final = {
    RowChoice.ROSTER: N_("Everybody on the roster"),
    RowChoice.AGREED: N_("Only those who agreed to be listed"),
    RowChoice.ROOM: N_("Whoever needs a room"),
    RowChoice.TRAVEL: N_("Whoever arrives or departs"),
}
_SORTINGS: Final = {
    Sorting.PRECEDENCE: N_("By precedence"),
    Sorting.ALPHABET: N_("By name"),
    Sorting.ARRIVAL: N_("By arrival"),
    Sorting.DEPARTURE: N_("By departure"),
}

_ORDERS: Final = {
    Sorting.PRECEDENCE: N_("By delegation, within it by precedence"),
    Sorting.ALPHABET: N_("In the order of family names"),
    Sorting.ARRIVAL: N_("In the order of arrival"),
    Sorting.DEPARTURE: N_("In the order of departure"),
}


def list_name(plan: ListPlan, locale: str) -> str:
    """What a list is called: the words of a preset, or the name somebody gave."""
    return plan.name or say(_NAMES[ListPreset(plan.key)], locale)


def list_purpose(plan: ListPlan, locale: str) -> str:
    """What a list of the product is for; empty for somebody's own."""
    return "" if plan.name else say(_PURPOSES[ListPreset(plan.key)], locale)


def rows_word(rows: RowChoice, locale: str) -> str:
    """Who stands on a list."""
    return say(_ROWS[rows], locale)


def sorting_word(sorting: Sorting, locale: str) -> str:
    """In what order."""
    return say(_SORTINGS[sorting], locale)


def order_words(plan: ListPlan, locale: str) -> str:
    """In what order people stand, as a paper says it; empty where nobody stands on it."""
    return "" if plan.key in set(NAMELESS) else say(_ORDERS[plan.sorting], locale)


def notes_words(day: KitchenDay) -> str:
    """What people wrote about their diets that day: 2 × no garlic; nuts."""
    return "; ".join(f"{number} × {note}" if number > 1 else note for note, number in day.notes)
