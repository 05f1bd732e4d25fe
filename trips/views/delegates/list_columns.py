"""The columns of the list of people: what the address asks for, and the choice of others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from trips.domain.account.user import Action
from trips.domain.briefs.people_builder import roster_row
from trips.domain.briefs.roster import RosterRow
from trips.domain.pages.list_columns import ListColumn, chosen, is_narrow, offered
from trips.domain.pages.people_filter import Entry, Part, Wanted
from trips.domain.participation import Delegate, Permission
from trips.domain.privacy.sealed import SealedField
from trips.domain.snapshot import TripSnapshot
from trips.i18n.delegates.screen_columns import cell_words, column_heading, topic_word
from trips.i18n.enums import name_of
from trips.queries.privacy.sealed import has_sealed
from trips.views import guards
from trips.views.delegates.delegate_filters import address, carried
from trips.views.preferences import locale

_ACTIONS = (Action.READ_TRIP, Action.READ_NEEDS, Action.READ_PASSPORT)
_TELLING = frozenset({"level", "languages", "group", "arrival_at", "status", "present", "counts"})
"""Columns whose cells say by themselves what they are."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A column as the table shows it."""

    key: str
    words: str
    is_prose: bool
    is_plain: bool
    """Says what it is on a card, where no heading stands above it."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """The columns of a page, and the choice there is."""

    shown: tuple[Heading, ...]
    is_narrow: bool
    cell: Callable[[str, Entry], str]
    """What a column says of somebody, where the page has no mark of its own for it."""
    choice: tuple[tuple[str, tuple[tuple[str, str, bool], ...]], ...]
    """By topic: key, heading and whether it stands in the table."""
    kept: Mapping[str, str]
    """What else the address asks for."""
    usual_url: str
    """The same list with the usual columns; empty while it shows them."""


def columns_of(snapshot: TripSnapshot, wanted: Wanted) -> Columns:
    """The columns the address asks for, of those that the reader may see."""
    slug, kept = snapshot.trip.slug, carried()
    allowed = [each for each in _ACTIONS if guards.allows(each)]
    said = kept.pop("columns", "")
    shown = chosen(wanted.part, allowed, said)
    usual = chosen(wanted.part, allowed, "")
    return Columns(
        shown=tuple(
            Heading(
                key=each.key,
                words=column_heading(each, locale()),
                is_prose=each.is_prose,
                is_plain=each.key not in _TELLING,
            )
            for each in shown
        ),
        is_narrow=is_narrow(shown),
        cell=_cells(snapshot, shown),
        choice=_choice(wanted.part, allowed, {each.key for each in shown}),
        kept=kept,
        usual_url=address(slug, columns=None) if shown != usual else "",
    )


def _choice(part: Part, allowed: list[Action], on: set[str]) -> Any:
    topics: dict[str, list[tuple[str, str, bool]]] = {}
    for each in offered(part, allowed):
        option = (each.key, column_heading(each, locale()), each.key in on)
        topics.setdefault(topic_word(each.topic, locale()), []).append(option)
    return tuple((word, tuple(options)) for word, options in topics.items())


def _cells(snapshot: TripSnapshot, shown: tuple[ListColumn, ...]) -> Callable[[str, Entry], str]:
    columns = {each.key: each.column for each in shown}
    sealed = has_sealed(snapshot.trip.uid) if "passport" in columns else {}
    rows: dict[str, RosterRow] = {}

    def cell(key: str, entry: Entry) -> str:
        column = columns[key]
        if column is not None:
            part = entry.participation
            row = rows.get(part.uid) or rows.setdefault(part.uid, roster_row(snapshot, part))
            return cell_words(column, column.value(row), locale())
        if key == "passport":
            is_there = SealedField.PASSPORT_NUMBER in sealed.get(entry.participation.uid, ())
            return _("entered") if is_there else ""
        delegate = entry.participation.delegate
        return _OWN[key](delegate) if delegate else ""

    return cell


def _permission(delegate: Delegate) -> str:
    if delegate.permission is Permission.UNKNOWN:
        return ""
    return name_of(delegate.permission, locale())


def _visa(delegate: Delegate) -> str:
    return name_of(delegate.visa.status, locale()) if delegate.visa else ""


_OWN: Mapping[str, Callable[[Delegate], str]] = {"permission": _permission, "visa": _visa}
