"""Making a document: its brief from the database, its bytes from the press, kept in the cache."""

import hashlib
from dataclasses import replace
from functools import cache
from typing import Any

from trips.config import ROOT
from trips.domain.briefs.document import LETTERS, LISTS, DocumentKind, Order
from trips.domain.briefs.list_plan import ListPlan, Sorting
from trips.doors.press import Press
from trips.doors.storage import Storage
from trips.jobs.letters import Tell, get_letters_brief, make_letters
from trips.jobs.readings import log_list
from trips.queries.briefs.programme import get_personal_brief, get_programme_brief
from trips.queries.briefs.roster import get_roster_brief
from trips.queries.briefs.workbook import get_workbook_brief
from trips.queries.lists.plan import find_plan

SOURCES = ("trips/exports", "trips/domain", "trips/i18n", "pdf_templates", "translations")


def get_brief(order: Order) -> Any:
    """The brief an order is rendered from. Raises as `get_state`."""
    if order.kind in LETTERS:
        return get_letters_brief(order)
    if order.kind in LISTS:
        return get_roster_brief(
            order.trip, _plan(order), is_reduced=order.is_reduced, release=order.release
        )
    if order.kind is DocumentKind.WORKBOOK:
        return get_workbook_brief(order.trip)
    if order.person:
        return get_personal_brief(
            order.trip, order.locale, order.person, url=order.url, release=order.release
        )
    return get_programme_brief(
        order.trip, order.locale, group=order.group, url=order.url, release=order.release
    )


def _plan(order: Order) -> ListPlan:
    plan = find_plan(order.trip, order.preset)
    return replace(plan, sorting=Sorting(order.sorting)) if order.sorting else plan


def make_document(
    order: Order, press: Press, kept: Storage, tell: Tell = lambda _done, _total: None
) -> bytes:
    """The bytes of a document; made once for each brief, language and build.

    Raises `TripNotFoundError` and `PressError`.
    """
    if order.kind is DocumentKind.VISA_LETTERS:
        return make_letters(order, press, tell)
    brief = get_brief(order)
    if order.kind in LETTERS:
        return press.render(order.kind.value, brief, order.locale)
    if order.kind in LISTS:
        log_list(order, brief)
    name = cache_name(order, brief)
    found = kept.find(name)
    if found is not None:
        return found
    data = press.render(order.kind.value, brief, order.locale)
    kept.put(name, data)
    return data


def cache_name(order: Order, brief: Any) -> str:
    """The same for the same content, language and build; the brief's repr says everything."""
    parts = (order.kind.value, order.locale, build_hash(), repr(brief))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


@cache
def build_hash() -> str:
    """A hash over everything that decides how a document looks."""
    digest = hashlib.sha256()
    for source in SOURCES:
        for path in sorted((ROOT / source).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".html", ".css", ".mo", ".svg"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()
