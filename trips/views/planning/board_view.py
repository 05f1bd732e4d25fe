"""What the board shows beyond its layout: words, marks of findings, addresses, who may move."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from flask import current_app, request, url_for
from flask_babel import gettext as _

from trips import clock
from trips.domain.account.user import Action
from trips.domain.findings.model import Finding, FindingCode, Severity
from trips.domain.item import Item, ItemStatus
from trips.domain.pages.board_block import Block
from trips.domain.pages.board_page import Board, build_board
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.i18n.board.finding_marks import finding_mark
from trips.i18n.board.step_wording import redo_words, undo_words
from trips.i18n.finding_wording import finding_words
from trips.i18n.formats import clock as clock_words
from trips.i18n.formats import join_list
from trips.queries.release import find_newest_number
from trips.queries.trip import get_changed_at
from trips.services.planning.undo import get_stacks
from trips.views import guards
from trips.views.finding_links import still_open
from trips.views.planning.board_cards import Looks, card_address
from trips.views.preferences import locale

DAYS_SHOWN = 3
OVERLAPS = frozenset(code for code in FindingCode if code.value.endswith("_overlap"))
"""About two items that are in each other's way: both are marked."""


@dataclass(frozen=True)
class Mark:
    """A finding on a card: how grave, in two words and in full."""

    severity: Severity
    word: str
    title: str
    key: str
    """Names the finding's own page, with the ways to mend it."""


Choice = tuple[str, str, bool]


def board_context(snapshot: TripSnapshot, group: str = "") -> dict[str, Any]:
    """What the board shows of a trip, or of one of its groups."""
    board = build_board(snapshot, group)
    findings = still_open(snapshot)
    first = _first_day(snapshot, board)
    marks, may_move = marks_of(findings, first_only=True), guards.allows(Action.WRITE_TRIP)
    address = card_address(snapshot.trip.slug, may_move=may_move)
    return {
        "board": board,
        "marks": marks,
        "counts": {each: sum(f.severity is each for f in findings) for each in Severity},
        "group": group,
        "views": view_choices(snapshot, "board"),
        "groups": _group_choices(snapshot, group),
        "look_of": Looks(marks, place_words(snapshot), address).look_of,
        "current": first,
        "until": first + timedelta(days=DAYS_SHOWN - 1),
        "day_url": lambda on: f"#day-{on.isoformat()}",
        "stop_url": lambda uid: f"#day-{snapshot.stop_by_uid[uid].arrives_on.isoformat()}",
        "saved_at": _saved_at(snapshot),
        "release_url": release_url(snapshot),
        "release_number": (find_newest_number(snapshot.trip.uid) or 0) + 1,
        "again_steps": _again(snapshot),
        "may_move": may_move,
    }


def marks_of(
    findings: tuple[Finding, ...], *, first_only: bool = False
) -> Mapping[str, list[Mark]]:
    """The findings of each item and leg by its uid, the gravest first: it, or all of them."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for finding in findings:
        is_mutual = finding.code in OVERLAPS
        for subject in finding.subjects if is_mutual else finding.subjects[:1]:
            if first_only and subject.uid in marks:
                continue
            title = finding_words(finding, locale()).title
            mark = Mark(finding.severity, finding_mark(finding, locale()), title, finding.key)
            marks[subject.uid].append(mark)
    return marks


def view_choices(snapshot: TripSnapshot, now: str) -> list[Choice]:
    """The ways to look at a programme."""
    slug = snapshot.trip.slug
    endpoints = (
        ("list", _("List"), "programme.index"),
        ("board", _("Board"), "board.index"),
        ("map", _("Map"), "board_looks.day_map"),
        ("timeline", _("Timeline"), "board_looks.timeline"),
    )
    known = current_app.view_functions
    return [
        (word, url_for(endpoint, slug=slug), key == now)
        for key, word, endpoint in endpoints
        if endpoint in known
    ]


def release_url(snapshot: TripSnapshot) -> str:
    """Where a version is released; empty where that is not possible."""
    if "release.new" not in current_app.view_functions or not guards.allows(Action.WRITE_TRIP):
        return ""
    return url_for("release.new", slug=snapshot.trip.slug)


def place_words(snapshot: TripSnapshot) -> Any:
    """Says where an item is and how firm it is, in one line."""

    def say(block: Block) -> str:
        item = block.item
        return ", ".join(part for part in item_parts(snapshot, item) if part) if item else ""

    return say


def item_parts(snapshot: TripSnapshot, item: Item) -> list[str]:
    """The site, the room and, unless it is firm, the status of an item."""
    site = snapshot.site_by_uid.get(item.site or "")
    spot = site.name.shown(locale()).text if site else item.meeting_point.shown(locale()).text
    title = item.title.shown(locale()).text
    return ["" if spot and spot in title else spot, item.room, _firmness(item.status)]


def _firmness(status: ItemStatus) -> str:
    """How firm an item is; nothing where it is confirmed."""
    if status is ItemStatus.CONFIRMED:
        return ""
    words = {
        ItemStatus.REQUESTED: _("requested"),
        ItemStatus.IDEA: _("idea"),
        ItemStatus.CANCELLED: _("cancelled"),
    }
    return words.get(status, "")


def read_group(snapshot: TripSnapshot, wanted: str) -> str:
    """The group asked for; empty, for everyone, where the trip does not know it."""
    return wanted if wanted in {group.code for group in snapshot.trip.groups} else ""


def board_url(slug: str, *, start: str = "", group: str = "", anchor: str = "") -> str:
    """The address of the board with a day in view, or with one group alone."""
    query = {key: value for key, value in (("from", start), ("group", group)) if value}
    address = url_for("board.index", slug=slug, _anchor=anchor or None)
    path, sign, tail = address.partition("#")
    return f"{path}?{urlencode(query)}{sign}{tail}" if query else address


def _group_choices(snapshot: TripSnapshot, now: str) -> list[Choice]:
    codes = [group.code for group in snapshot.trip.groups]
    slug, start = snapshot.trip.slug, request.args.get("from", "")
    every = (join_list(codes, locale()), board_url(slug, start=start), not now)
    own = [(code, board_url(slug, start=start, group=code), code == now) for code in codes]
    return [every, *own] if codes else []


def _first_day(snapshot: TripSnapshot, board: Board) -> date:
    """The day asked for, else today while the trip runs, else its first day."""
    days = [day.on for day in board.days]
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    asked = request.args.get("from", "")
    for wanted in (asked, today.isoformat()):
        if wanted in {day.isoformat() for day in days}:
            return date.fromisoformat(wanted)
    return days[0]


def _again(snapshot: TripSnapshot) -> dict[str, str]:
    """What the reader could take back and do again, in words; without what is not possible."""
    if not guards.allows(Action.WRITE_TRIP):
        return {}
    stacks = get_stacks(snapshot.trip.uid, guards.require_actor())
    steps = {
        "undo": (stacks.next_undo, undo_words),
        "redo": (stacks.next_redo, redo_words),
    }
    return {way: words(label, locale()) for way, (label, words) in steps.items() if label}


def _saved_at(snapshot: TripSnapshot) -> str:
    return clock_words(to_wall(get_changed_at(snapshot.trip.uid), snapshot.trip.zone))
