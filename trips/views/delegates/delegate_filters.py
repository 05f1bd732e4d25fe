"""The filters of the list of people: what the address says, and the address of another choice."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from trips.domain.account.user import Action
from trips.domain.ordering import order_delegations
from trips.domain.pages.delegate_list import DelegateList
from trips.domain.pages.list_columns import ALIKE
from trips.domain.pages.people_filter import NO_GROUP, Missing, Order, Part, Wanted
from trips.domain.participation import Access, Diet
from trips.domain.snapshot import TripSnapshot
from trips.i18n.enums import name_of
from trips.i18n.formats import language_name
from trips.i18n.people_wording import PROGRESS
from trips.views import guards
from trips.views.preferences import locale

Member = TypeVar("Member", bound=StrEnum)
Choice = tuple[str, str, bool]
"""Word, address, whether it is chosen."""
FILTERS = ("status", "delegation", "language", "group", "need", "missing", "q")
COLUMNS = "columns"
"""Keys of columns with commas; the form without a script names it once for each."""
KEPT = ("role", "sort", COLUMNS, *FILTERS)
"""What a named view of the list remembers."""
LONGEST = 80
_LONGEST_COLUMNS = 800
_ALWAYS = frozenset({Part.DELEGATES, Part.STAFF})


def controls(snapshot: TripSnapshot, people: DelegateList, wanted: Wanted) -> dict[str, Any]:
    """What stands above the list, and the addresses of the same list with other choices."""
    slug = snapshot.trip.slug
    return {
        "kept": carried(),
        "chips": list_chips(slug, people, wanted),
        "parts": list_parts(slug, people, wanted),
        "menus": list_menus(snapshot, people, wanted),
        "orders": list_orders(slug, wanted),
        "address": partial(address, slug),
        "page_url": page_address(slug),
        "show_all_url": address(slug, **dict.fromkeys(FILTERS)),
    }


def read_wanted() -> Wanted:
    """What the address of this page asks for; what it cannot mean is passed over."""
    said = {name: request.args.get(name, "")[:LONGEST] for name in FILTERS}
    if not guards.allows(Action.READ_NEEDS):
        said["need"] = ""
    return Wanted(
        part=_member(Part, request.args.get("role"), Part.DELEGATES),
        status=said["status"],
        delegation=said["delegation"],
        language=said["language"],
        group=said["group"],
        need=said["need"],
        missing=said["missing"] if said["missing"] in set(Missing) else "",
        text=said["q"],
        order=_member(Order, request.args.get("sort"), Order.PROTOCOL),
    )


def address(slug: str, **changes: Any) -> str:
    """This list with other filters; the page and the person are forgotten unless given."""
    kept = {name: value for name, value in carried().items() if name not in changes}
    given = {name: value for name, value in changes.items() if value}
    return url_for("delegate.index", slug=slug, **{**kept, **given})


def kept_filters(source: MultiDict[str, str] | None = None) -> dict[str, str]:
    """What the address (or a form) asks of the list: filters, order and columns, if any."""
    said = request.args if source is None else source
    kept = {name: said.get(name, "")[:LONGEST] for name in KEPT}
    kept[COLUMNS] = ",".join(said.getlist(COLUMNS))[:_LONGEST_COLUMNS]
    return {name: value for name, value in kept.items() if value}


def carried() -> dict[str, str]:
    """What the address asks for, and where it leads back to."""
    back = request.args.get("next")
    return {**kept_filters(), **({"next": back} if back else {})}


def list_chips(slug: str, people: DelegateList, wanted: Wanted) -> list[tuple[str, str, int, bool]]:
    """Word, address, number and whether it is chosen, for how far people have come."""
    words = {"": _("All"), **{each.value: name for each, name in _progress_words().items()}}
    return [
        (word, address(slug, status=key), people.by_status[key], wanted.status == key)
        for key, word in words.items()
    ]


def list_parts(slug: str, people: DelegateList, wanted: Wanted) -> list[Choice]:
    """The parts of the list that somebody is in, and the one that is shown."""
    words = {
        Part.DELEGATES: _("Delegates"),
        Part.STAFF: _("Escorts and team"),
        Part.WAITING: _("Waiting list"),
        Part.LEFT: _("Not coming"),
    }
    return [
        (
            f"{word} {people.parts.get(part, 0)}",
            _part_address(slug, part, wanted),
            wanted.part is part,
        )
        for part, word in words.items()
        if people.parts.get(part) or part in _ALWAYS or wanted.part is part
    ]


def _part_address(slug: str, part: Part, wanted: Wanted) -> str:
    """Another part of the list: without filters, with columns where people are alike."""
    columns = kept_filters().get(COLUMNS) if {part, wanted.part} <= ALIKE else None
    role = None if part is Part.DELEGATES else part.value
    return url_for("delegate.index", slug=slug, role=role, columns=columns)


def list_menus(
    snapshot: TripSnapshot, people: DelegateList, wanted: Wanted
) -> list[tuple[str, list[Choice]]]:
    """Menus with their choices; a menu without a choice is left out."""
    slug = snapshot.trip.slug
    delegations = [
        (each.uid, each.name.shown(locale()).text) for each in order_delegations(snapshot)
    ]
    languages = [(code, language_name(code, locale())) for code in people.languages]
    groups = [(group.code, _("Group %(code)s", code=group.code)) for group in snapshot.trip.groups]
    menus = [
        (_("Delegation"), "delegation", delegations, wanted.delegation),
        (_("Language"), "language", languages, wanted.language),
        (_("Group"), "group", groups and [*groups, (NO_GROUP, _("No group"))], wanted.group),
        (_("Missing"), "missing", list(_missing_words().items()), wanted.missing),
    ]
    if guards.allows(Action.READ_NEEDS):
        needs = [(need, need_word(need)) for need in people.needs]
        menus.insert(3, (_("Need"), "need", needs, wanted.need))
    kept = {"language", "need"} if wanted.part is Part.STAFF else {menu[1] for menu in menus}
    return [
        (word, _choices(slug, name, options, chosen))
        for word, name, options, chosen in menus
        if options and name in kept
    ]


def list_orders(slug: str, wanted: Wanted) -> list[Choice]:
    """By protocol or by name."""
    words = {Order.PROTOCOL: _("By protocol"), Order.NAME: _("By name")}
    return [
        (
            word,
            address(slug, sort=None if order is Order.PROTOCOL else order),
            wanted.order is order,
        )
        for order, word in words.items()
    ]


def need_word(need: str) -> str:
    """A need as the filter names it, in words."""
    kind, _dash, value = need.partition("-")
    if not value:
        return _("Any diet") if kind == "diet" else _("Any access need")
    return name_of(Diet(value) if kind == "diet" else Access(value), locale())


def page_address(slug: str) -> Callable[[int], str]:
    """The address of another page of the same list."""
    return lambda page: address(slug, page=page)


def _choices(slug: str, name: str, options: list[tuple[str, str]], chosen: str) -> list[Choice]:
    everything = (_("All"), address(slug, **{name: None}), False)
    return [
        *([everything] if chosen else []),
        *((word, address(slug, **{name: key}), key == chosen) for key, word in options),
    ]


def _progress_words() -> dict[Any, str]:
    return {each: _(word) for each, word in PROGRESS.items()}


def _missing_words() -> dict[str, str]:
    return {
        Missing.ARRIVAL: _("Arrival"),
        Missing.PHOTO: _("Answer about photographs"),
        Missing.ANSWER: _("Registration"),
        Missing.PERMISSION: _("Travel permission"),
        Missing.REVIEW: _("A look at changes"),
    }


def _member(members: type[Member], value: str | None, fallback: Member) -> Member:
    return members(value) if value in set(members) else fallback
