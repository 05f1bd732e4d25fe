"""What the page of visa rules shows: filtered, in a stated order, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import request, url_for
from flask_babel import gettext as _

from trips import clock
from trips.domain.values.collation import fold
from trips.domain.visa_case import TravelDocument
from trips.domain.visa_rule import VisaRule
from trips.i18n.delegates.visa_sources import note_words, source_words
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name
from trips.queries.visa.reach import list_concerned, list_editors
from trips.queries.visa.rule import checked_on, list_own_rules, shipped_rules
from trips.views.preferences import locale

PAGE_SIZE: Final = 50
NEEDED, FREE = "needed", "free"


@dataclass(frozen=True)
class RuleFilter:
    """What the address says."""

    text: str = ""
    document: str = ""
    need: str = ""
    destination: str = ""
    page: int = 1

    def url(self, **changed: str) -> str:
        """The page with other filters, from its beginning."""
        said: dict[str, Any] = {
            "q": self.text,
            "document": self.document,
            "need": self.need,
            "destination": self.destination,
        }
        kept = {name: value for name, value in {**said, **changed}.items() if value}
        return url_for("visa_rule.index", **kept)

    def shows(self, rule: VisaRule) -> bool:
        """Whether a rule is wanted; the one for all others holds for every state searched."""
        is_need = self.need in {"", NEEDED if rule.is_needed else FREE}
        is_there = self.destination in {"", rule.destination or AREA}
        is_document = self.document in {"", rule.document.value}
        is_named = not rule.country or fold(self.text) in fold(state_words(rule))
        return is_need and is_there and is_document and is_named


AREA: Final = "schengen"
"""How an address names the Schengen area."""


def read_filter() -> RuleFilter:
    """The filters of the address."""
    said = {
        name: request.args.get(name, "")[:60].strip()
        for name in ("q", "document", "need", "destination")
    }
    return RuleFilter(
        said["q"],
        said["document"],
        said["need"],
        said["destination"],
        request.args.get("page", 1, int),
    )


def rules_page(wanted: RuleFilter) -> dict[str, Any]:
    """The context of the page; shipped rules by state, kind of passport and date."""
    everything = list_own_rules()
    own = [(uid, rule) for uid, rule in everything if wanted.shows(rule)]
    shipped = sorted(filter(wanted.shows, shipped_rules()), key=_order)
    last = max(1, -(-len(shipped) // PAGE_SIZE))
    page = min(max(wanted.page, 1), last)
    return {
        "wanted": wanted,
        "own": own,
        "has_own": bool(everything),
        "editors": list_editors([uid for uid, _rule in own]),
        "concerned": list_concerned({rule.country for _uid, rule in own}, clock.now().date()),
        "shipped": shipped[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
        "number": len(shipped),
        "page": page,
        "last": last,
        "page_url": lambda number: wanted.url(page=str(number)),
        "menus": _menus(wanted, [rule for _uid, rule in everything]),
        "checked_on": checked_on(),
        "state": state_words,
        "goal": _goal,
        "source": lambda rule: source_words(rule, locale()),
        "note": lambda rule: note_words(rule, locale()),
    }


def state_words(rule: VisaRule) -> str:
    """The state whose citizens a rule is about."""
    return country_name(rule.country, locale()) if rule.country else _("All others")


def _goal(rule: VisaRule) -> str:
    return country_name(rule.destination, locale()) if rule.destination else _("Schengen area")


def _order(rule: VisaRule) -> tuple[str, str, str]:
    return (fold(state_words(rule)), rule.document.value, str(rule.valid_from or ""))


def _menus(wanted: RuleFilter, own: Sequence[VisaRule]) -> list[tuple[str, list[Any]]]:
    """The filters: what each is called, and its choices with their addresses."""
    kinds = [each for each in TravelDocument if each.value.endswith("passport")]
    goals = {rule.destination: _goal(rule) for rule in own if rule.destination}
    needs = [(NEEDED, _("Visa needed")), (FREE, _("No visa needed"))]
    documents = [(each.value, name_of(each, locale())) for each in kinds]
    menus = [
        (_("Document"), _choices(wanted.url, "document", wanted.document, documents)),
        (_("Short stay"), _choices(wanted.url, "need", wanted.need, needs)),
    ]
    if goals:
        places = [(AREA, _("Schengen area")), *sorted(goals.items(), key=lambda each: each[1])]
        chosen = wanted.destination
        menus.append((_("Destination"), _choices(wanted.url, "destination", chosen, places)))
    return menus


def _choices(
    url: Callable[..., str], field: str, chosen: str, offered: Sequence[tuple[str, str]]
) -> list[tuple[str, str, bool]]:
    every = [(_("All"), url(**{field: ""}), False)]
    return every + [(name, url(**{field: key}), key == chosen) for key, name in offered]
