"""What a form of a station sends: what was typed, and where its button leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from trips.domain.registration.catalogue import NEEDS_AGREED
from trips.domain.registration.controls import ControlKind, Typed
from trips.domain.registration.plan import StationPlan
from trips.domain.registration_setup import Station

HERE, BACK, OVERVIEW = "here", "back", "overview"
SEND, TAKE = "send", "take"
"""Send everything at once; take over what the delegation has in common."""
LONGEST_VALUE = 5000
MOST_VALUES = 40


@dataclass(frozen=True)
class Leaving:
    """Where somebody wants to go from a station."""

    to: str = ""
    """Empty goes on, and only if nothing is wrong; everything else is saved as it is."""
    lang: str = ""
    anchor: str = ""

    @property
    def is_forward(self) -> bool:
        """True for the main button."""
        return self.to in {"", SEND}

    @property
    def is_sending(self) -> bool:
        """True where the main button sends everything."""
        return self.to == SEND

    @property
    def is_taking(self) -> bool:
        """True where what the delegation has in common is taken over."""
        return self.to == TAKE

    def target(self, here: Station, order: list[Station]) -> Station | None:
        """The station to go to; none for the overview."""
        at = order.index(here)
        if self.to in {HERE, TAKE}:
            return here
        if self.to == BACK:
            return order[at - 1] if at else None
        if self.to in set(Station) and Station(self.to) in order:
            return Station(self.to)
        is_last = at + 1 == len(order)
        return None if self.to == OVERVIEW or is_last else order[at + 1]


def leaving_of(form: MultiDict[str, str]) -> Leaving:
    """What the pressed button says."""
    if "add" in form or "remove" in form:
        return Leaving(HERE, anchor="languages")
    to, _, lang = form.get("to", "").partition(":")
    return Leaving(HERE if lang else to, lang)


def read_form(form: MultiDict[str, str], plan: StationPlan) -> Typed:
    """Every control of the station as the form sends it; unticked ones are empty."""
    typed = {name: tuple(form.getlist(name)) for name in _names(plan)}
    if any(each.kind is ControlKind.LANGUAGES for each in plan.controls):
        typed |= _languages(form)
    return typed


def filled(typed: Typed) -> Typed:
    """Only the controls that say something."""
    return {name: values for name, values in typed.items() if any(values)}


def read_patch(patch: Any, plan: StationPlan) -> Typed:
    """The controls that were touched. Raises `ValueError` for what no page of ours sends."""
    if not isinstance(patch, Mapping):
        raise ValueError  # noqa: TRY004 the answer is the same
    names = _names(plan)
    typed: dict[str, tuple[str, ...]] = {}
    for name, values in patch.items():
        is_known = name in names or name == "language" or name.startswith("level-")
        is_list = isinstance(values, list) and len(values) <= MOST_VALUES
        if not (is_known and is_list and all(_is_value(each) for each in values)):
            raise ValueError(name)
        typed[name] = tuple(values)
    return typed


def _is_value(value: Any) -> bool:
    """A text of sensible length; half a character is none."""
    is_text = isinstance(value, str) and len(value) <= LONGEST_VALUE
    return is_text and not any("\ud800" <= char <= "\udfff" for char in value)


def _names(plan: StationPlan) -> set[str]:
    """Names of controls, but those of languages, which the form has as many of as are said."""
    names = {each.name for each in plan.controls if each.kind is not ControlKind.LANGUAGES}
    has_needs = any(each.is_private for each in plan.fields)
    return names | ({NEEDS_AGREED} if has_needs else set())


def _languages(form: MultiDict[str, str]) -> dict[str, tuple[str, ...]]:
    """The languages of the form, one more or one fewer where a button says so."""
    codes = [code for code in form.getlist("language") if code != form.get("remove")]
    codes += [code for code in form.getlist("offered") if form.get(f"level-{code}")]
    if "add" in form and form.get("new_language"):
        codes.append(form["new_language"])
    levels = {f"level-{code}": (form.get(f"level-{code}", ""),) for code in codes if code}
    return {"language": tuple(dict.fromkeys(codes)), **levels}
