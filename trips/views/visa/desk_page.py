"""What the pages of the visa desk say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import ngettext

from trips import clock
from trips.domain.ordering import order_participations
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.domain.visa.deadlines import status_after
from trips.domain.visa.desk import DeskEntry, VisaDesk
from trips.domain.visa.plot import Mark, axis_of, marks_of
from trips.domain.visa.rules import Hint, Verdict
from trips.domain.visa_case import TravelDocument, VisaStatus
from trips.i18n.delegates.visa_wording import (
    mark_words,
    reason_words,
    station_words,
    step_words,
    verdict_words,
)
from trips.i18n.formats import country_name
from trips.queries.visa.rule import checked_on
from trips.views.preferences import locale
from trips.views.visa.desk_stages import homes_of, is_wanted, stages_of
from trips.views.visa.desk_wishes import Wanted

PAGE_SIZE: Final = 100


@dataclass(frozen=True)
class DeskRow:
    """A delegate as the desk lists them."""

    entry: DeskEntry
    home: str
    """Delegation and, where it is another, the nationality."""
    verdict: str
    reason: str
    remark: str
    """The reason where it is not the usual one."""
    step: str
    is_late: bool
    marks: Sequence[Mark]
    story: str
    """The line of deadlines in words."""
    ahead: str
    """The status that the next step leads to; empty where none does by a click."""
    needs_insurance: bool


def entry_of(snapshot: TripSnapshot, uid: str) -> DeskEntry | None:
    """One delegate at the desk, none for somebody who is not coming."""
    return VisaDesk(snapshot).by_uid.get(uid)


def case_row(snapshot: TripSnapshot, entry: DeskEntry) -> DeskRow:
    """One delegate with the words of the rules."""
    return _row(snapshot, entry, today_of(snapshot))


def desk_page(snapshot: TripSnapshot, wanted: Wanted) -> dict[str, Any]:
    """The context of the desk: what is due soonest comes first, then the order of protocol."""
    today, everyone = today_of(snapshot), _everyone(snapshot)
    entries = [each for each in everyone if is_wanted(each, wanted)]
    last = max(1, -(-len(entries) // PAGE_SIZE))
    page = min(max(wanted.page, 1), last)
    shown = entries[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    rows = [_row(snapshot, entry, today) for entry in shown]
    return {
        "waiting": [row for row in rows if row.entry.is_open],
        "settled": [row for row in rows if not row.entry.is_open],
        "axis": axis_of((row.entry for row in rows), today),
        "today": today,
        "wanted": wanted,
        "stages": stages_of(everyone),
        "homes": homes_of(snapshot, everyone),
        "is_empty": not everyone,
        "page": page,
        "last": last,
        **_totals(everyone),
        "statuses": tuple(VisaStatus),
        "station": lambda step: station_words(step, locale()),
        "checked_on": checked_on(),
    }


def _everyone(snapshot: TripSnapshot) -> list[DeskEntry]:
    desk = VisaDesk(snapshot).by_uid
    entries = [desk[each.uid] for each in order_participations(snapshot) if each.uid in desk]
    return sorted(entries, key=lambda entry: entry.due or date.max)


def _totals(everyone: list[DeskEntry]) -> dict[str, Any]:
    needing = [entry for entry in everyone if entry.hint.verdict is Verdict.NEEDED]
    return {
        "headline": _headline(everyone),
        "granted": sum(entry.case.status is VisaStatus.GRANTED for entry in needing),
        "needing": len(needing),
    }


def today_of(snapshot: TripSnapshot) -> date:
    """The day it is where the trip is; a sample trip has its own."""
    return to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()


def _headline(entries: list[DeskEntry]) -> str:
    waiting = sum(entry.is_open for entry in entries)
    if not entries:
        return _("Visas")
    if not waiting:
        return _("All visas are settled")
    return ngettext("%(num)s visa is open", "%(num)s visas are open", waiting)


def _row(snapshot: TripSnapshot, entry: DeskEntry, today: date) -> DeskRow:
    reason, step = reason_words(entry.hint, locale()), entry.step
    marks = marks_of(entry, today)
    return DeskRow(
        entry=entry,
        home=_home(snapshot, entry),
        verdict=verdict_words(entry.hint, locale()),
        reason=reason,
        remark=reason if _is_unusual(entry.hint) else "",
        step=step_words(step, locale()) if step else "",
        is_late=entry.due is not None and entry.due < today,
        marks=marks,
        story="; ".join(mark_words(mark, locale()) for mark in marks),
        ahead=status_after(step).value if step else "",
        needs_insurance=step is not None and not entry.case.is_insured,
    )


def _is_unusual(hint: Hint) -> bool:
    """Whether it does not simply follow from the nationality."""
    rule = hint.rule
    return rule is None or rule.is_own or rule.document is not TravelDocument.ORDINARY_PASSPORT


def _home(snapshot: TripSnapshot, entry: DeskEntry) -> str:
    found = snapshot.delegation_by_uid.get(entry.delegate.delegation or "")
    code = entry.delegate.nationality
    nation = country_name(code, locale()) if code else ""
    is_told = found is not None and found.country == code
    parts = (found.name.shown(locale()).text if found else "", "" if is_told else nation)
    return ", ".join(part for part in parts if part)
