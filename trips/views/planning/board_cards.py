"""What a card of the board says and how it is drawn, made once for each card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from markupsafe import Markup

from trips.domain.item import Item, ItemKind
from trips.domain.pages.board_block import Block, Rows
from trips.i18n.formats import clock, time_span
from trips.views.planning.programme_days import address_of
from trips.views.presentation import shown, text_in


@dataclass(frozen=True, slots=True)
class Look:
    """The words of a card and the classes that lay it down."""

    classes: str
    url: str
    title: Markup
    name: str
    """The title without marks."""
    span: str
    begins: str
    ends: str
    place: str
    rows: Rows
    is_headed: bool
    """True where the title stands beside the time."""
    mark: Any
    """The gravest finding, or none."""


@dataclass(frozen=True)
class Looks:
    """Gives each card of an item its look."""

    marks: Mapping[str, Any]
    place_of: Callable[[Block], str]
    address: Callable[[Item], str]

    def look_of(self, block: Block) -> Look:
        """The look of an item's card. Raises `LookupError` for a leg."""
        item = block.item
        if item is None:
            raise LookupError(block.uid)
        title, row_count = text_in(item.title), block.rows
        mark = next(iter(self.marks.get(item.uid, ())), None)
        rows = block.share_rows(title.text, has_mark=mark is not None)
        return Look(
            classes=_classes(block, item, rows, row_count),
            url=self.address(item),
            title=shown(title),
            name=title.text,
            span=time_span(item.starts, item.ends),
            begins=clock(item.starts),
            ends=clock(item.ends),
            place=self.place_of(block),
            rows=rows,
            is_headed=block.is_wide or row_count == 1,
            mark=mark,
        )


def card_address(slug: str, *, may_move: bool) -> Callable[[Item], str]:
    """Where a card leads: to what can be done to it, or to the programme."""
    if may_move:
        address = address_of("board_item.show", slug)
        return lambda item: address(item.uid)
    page = url_for("programme.index", slug=slug)
    return lambda item: f"{page}#item-{item.uid}"


def _spot(block: Block) -> str:
    """Where it lies: begin, length, lane and lanes, and its column where there are several."""
    place = block.place
    own = f" c{place.column} n{place.columns}" if place.columns > 1 else ""
    return f"y{block.start} d{block.minutes} l{place.lane} s{place.lanes}{own}"


def _lay(block: Block) -> str:
    """Where it lies, and whether anything lies over it."""
    place = block.place
    return " ".join(
        (
            _spot(block),
            *((f"k{place.depth}",) if place.depth else ()),
            *(("is-clash",) if place.is_clash else ()),
            *(("is-under",) if place.clear is not None else ()),
            *(("is-first",) if place.column + 1 < place.columns else ()),
        )
    )


def _classes(block: Block, item: Item, rows: Rows, row_count: int) -> str:
    also = (
        (f"hue-{block.hue}", block.hue),
        ("is-free", item.kind is ItemKind.FREE),
        ("is-internal", item.kind is ItemKind.INTERNAL),
        ("is-row", row_count == 1),
        ("is-wide", block.is_wide),
        ("is-narrow", block.place.columns > block.place.lanes),
        ("is-joining", block.is_joining),
    )
    more = "".join(f" {name}" for name, is_on in also if is_on)
    return f"bd-card {_lay(block)} t{rows.title} p{rows.place} is-{item.status}{more}"
