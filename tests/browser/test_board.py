"""The programme board in the browser: a day planned by mouse, once more by keyboard, and by two."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext, FloatRect, Locator, Page, expect

from tests.browser.conftest import Live, View, listen, sign_in
from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.board.steps import Remove, Unplace
from trips.domain.item import Item, ItemKind
from trips.extensions import db
from trips.models.trip import TripRow
from trips.queries.snapshot import get_snapshot
from trips.services.planning.board import take_step

SLUG = "leipzig-nuernberg-muenchen-2015"
BOARD = f"/trips/{SLUG}/board?from=2015-09-19"
DESK = View("de-DE", "light", 1440, 1100)
MONDAY = "2015-09-21"
GIESING = "yfln5rnxyrzfxet6"
HASENBERGL = "nclgusf7plu6uoap"
LUNCH = "vaz4qnlavczzdir6"
CLOSING = "uuvkgofzk7kntbc3"
PLAN = {
    GIESING: ("09:00", "A"),
    HASENBERGL: ("09:00", "B"),
    LUNCH: ("12:30", ""),
    CLOSING: ("14:30", ""),
}
MINUTES_SHOWN = 15 * 60
"""From 07 to 22: the trip has items before eight."""
STEPS_AT_MOST = 40
Opening = Callable[..., BrowserContext]


@pytest.fixture
def empty_monday(own_live: Live) -> Live:
    """The Munich day with nothing on it; its four main items wait among the ideas."""
    with own_live.app.app_context():
        trip = trip_uid()
        day = [item for item in get_snapshot(trip).items if f"{item.starts:%F}" == MONDAY]
        rest = tuple(item.uid for item in day if item.uid not in PLAN)
        for step in (Unplace(uids=tuple(PLAN)), Remove(uids=rest)):
            take_step(trip, step, versions={}, actor=COMMAND_LINE, now=clock.now())
    return own_live


def trip_uid() -> str:
    return str(db.session.scalar(sa.select(TripRow.uid).where(TripRow.slug == SLUG)))


def planned(live: Live) -> dict[str, tuple[str, str]]:
    """When the items of the plan are on Monday, and for whom."""
    with live.app.app_context():
        items = get_snapshot(trip_uid()).item_by_uid
        return {
            uid: (f"{items[uid].starts:%H:%M}", " ".join(items[uid].groups))
            for uid in PLAN
            if not items[uid].is_unplaced and f"{items[uid].starts:%F}" == MONDAY
        }


def item_of(live: Live, uid: str) -> Item:
    with live.app.app_context():
        return get_snapshot(trip_uid()).item_by_uid[uid]


def enter(opening: Opening, live: Live, role: str) -> Page:
    page = opening(live, DESK).new_page()
    sign_in(page, live, role)
    return page


def open_board(opening: Opening, live: Live, role: str = "organiser") -> Page:
    page = enter(opening, live, role)
    page.goto(BOARD)
    expect(page.locator("[data-board].is-live")).to_be_visible()
    return page


def card(page: Page, uid: str) -> Locator:
    return page.locator(f"[data-uid='{uid}']")


def box(element: Locator) -> FloatRect:
    """Where an element lies."""
    found = element.bounding_box()
    assert found is not None
    return found


def drop(page: Page, uid: str, at: str, group: str) -> None:
    """Drag a card to a time on Monday: into a lane, or between them for everyone."""
    handle, grid = box(card(page, uid)), box(page.locator(f"[data-grid='{MONDAY}']"))
    minute = int(at[:2]) * 60 + int(at[3:]) - 7 * 60
    share = {"A": 0.25, "": 0.5, "B": 0.75}[group]
    page.mouse.move(handle["x"] + 40, handle["y"] + 8)
    page.mouse.down()
    page.mouse.move(handle["x"] + 60, handle["y"] + 20, steps=2)
    page.mouse.move(
        grid["x"] + share * grid["width"],
        grid["y"] + minute / MINUTES_SHOWN * grid["height"],
        steps=4,
    )
    page.mouse.up()


def reach(page: Page, uid: str) -> None:
    """Go from card to card with the arrow keys until the one that is wanted has the focus."""
    target = card(page, uid)
    for _step in range(STEPS_AT_MOST):
        focused = page.locator("[data-uid]:has(a:focus)")
        if focused.get_attribute("data-uid") == uid:
            return
        here, there = box(focused), box(target)
        aside, below = there["x"] - here["x"], there["y"] - here["y"]
        if abs(aside) > 20:
            page.keyboard.press("ArrowRight" if aside > 0 else "ArrowLeft")
        else:
            page.keyboard.press("ArrowDown" if below > 0 else "ArrowUp")
    pytest.fail(f"{uid} is out of reach")


def told(page: Page) -> Locator:
    return page.locator("[data-live]")


def lay_by_keyboard(page: Page, uid: str) -> None:
    """Take an idea up, carry it to Monday, to its time and group, and lay it down."""
    at, group = PLAN[uid]
    reach(page, uid)
    page.keyboard.press("Space")
    expect(told(page)).to_contain_text("aufgenommen")
    for _step in range(STEPS_AT_MOST):
        if page.locator(f"[data-grid='{MONDAY}'] .bd-ghost").count():
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press({"A": "1", "B": "2", "": "0"}[group])
    minutes = int(at[:2]) * 60 + int(at[3:]) - 9 * 60
    for key in ["PageDown"] * (minutes // 60) + ["ArrowDown"] * (minutes % 60 // 5):
        page.keyboard.press(key)
    expect(told(page)).to_contain_text(f"{at}–")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-day='{MONDAY}'] [data-uid='{uid}']")).to_be_visible()
    expect(card(page, uid).locator("a")).to_be_focused()


def test_munich_is_planned_by_mouse(empty_monday: Live, open_context: Opening) -> None:
    page = open_board(open_context, empty_monday)
    complaints = listen(page)
    for uid, (at, group) in PLAN.items():
        drop(page, uid, at, group)
        expect(page.locator(f"[data-day='{MONDAY}'] [data-uid='{uid}']")).to_be_visible()
    assert planned(empty_monday) == PLAN
    edge = box(card(page, CLOSING).locator("[data-edge=end]"))
    page.mouse.move(edge["x"] + 30, edge["y"] + 4)
    page.mouse.down()
    page.mouse.move(edge["x"] + 30, edge["y"] + 4 + 23, steps=3)
    page.mouse.up()
    expect(card(page, CLOSING)).to_have_attribute("data-minutes", "150")
    page.keyboard.press("Control+z")
    expect(card(page, CLOSING)).to_have_attribute("data-minutes", "120")
    page.reload()
    page.locator("form[data-again=undo] button").click()
    expect(page.locator(f"[data-pool] [data-uid='{CLOSING}']")).to_be_visible()
    assert complaints == []


def test_munich_is_planned_by_keyboard(empty_monday: Live, open_context: Opening) -> None:
    page = open_board(open_context, empty_monday)
    complaints = listen(page)
    for _step in range(STEPS_AT_MOST):
        page.keyboard.press("Tab")
        if page.locator("[data-uid] a:focus").count():
            break
    for uid in PLAN:
        lay_by_keyboard(page, uid)
    assert planned(empty_monday) == PLAN
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Enter")
    expect(card(page, CLOSING)).to_have_attribute("data-minutes", "125")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(told(page)).to_contain_text("nichts hat sich geändert")
    page.keyboard.press("Delete")
    expect(card(page, CLOSING)).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(card(page, CLOSING)).to_be_visible()
    assert item_of(empty_monday, CLOSING).starts == datetime(2015, 9, 21, 14, 30)
    assert complaints == []


def test_what_cannot_be_goes_back_with_its_reason_unless_one_insists(
    own_live: Live, open_context: Opening
) -> None:
    page = open_board(open_context, own_live)
    drop(page, GIESING, "14:30", "A")
    refusal = page.locator("[data-toasts] .toast-error")
    expect(refusal).to_contain_text("kann dort nicht liegen")
    assert f"{item_of(own_live, GIESING).starts:%H:%M}" == "09:00"
    refusal.get_by_role("button").click()
    expect(card(page, GIESING)).not_to_have_attribute("data-start", "540")
    assert item_of(own_live, GIESING).starts.hour > 12


@pytest.mark.full
def test_several_cards_move_and_are_copied_together(own_live: Live, open_context: Opening) -> None:
    page = open_board(open_context, own_live)
    before = {uid: item_of(own_live, uid).starts for uid in (GIESING, HASENBERGL)}
    card(page, GIESING).locator("a").click(modifiers=["Control"])
    card(page, HASENBERGL).locator("a").click(modifiers=["Control"])
    expect(told(page)).to_contain_text("2 ausgewählt")
    for key in ("Space", "ArrowDown", "Shift+Enter"):
        page.keyboard.press(key)
    expect(card(page, GIESING)).to_have_attribute("data-start", str(9 * 60 + 5))
    assert {
        uid: (item_of(own_live, uid).starts - start).seconds for uid, start in before.items()
    } == {GIESING: 300, HASENBERGL: 300}
    page.keyboard.press("Control+c")
    card(page, CLOSING).locator("a").focus()
    page.keyboard.press("Control+v")
    copies = page.locator(f"[data-day='{MONDAY}'] [data-start='{16 * 60}'].is-idea")
    expect(copies).to_have_count(2)
    page.keyboard.press("Control+z")
    expect(copies).to_have_count(0)


def test_two_work_at_once_and_nothing_is_lost(own_live: Live, open_context: Opening) -> None:
    one, other = (open_board(open_context, own_live, role) for role in ("organiser", "admin"))
    card(other, CLOSING).locator("a").focus()
    other.keyboard.press("Space")
    card(one, CLOSING).locator("a").focus()
    for key in ("Space", "ArrowDown", "Shift+Enter"):
        one.keyboard.press(key)
    expect(card(one, CLOSING)).to_have_attribute("data-start", str(14 * 60 + 5))
    other.keyboard.press("ArrowUp")
    other.keyboard.press("Shift+Enter")
    expect(other.locator("[data-toasts] .toast-error")).to_contain_text("Jana Brandt")
    expect(card(other, CLOSING)).to_have_attribute("data-start", str(14 * 60 + 5))
    other.keyboard.press("Escape")
    for key in ("Space", "ArrowDown", "Shift+Enter"):
        other.keyboard.press(key)
    expect(card(one, CLOSING)).to_have_attribute("data-start", str(14 * 60 + 10))
    expect(told(one)).to_contain_text("Tom Adler")


@pytest.mark.full
def test_two_edit_the_same_item_and_see_both_versions(
    own_live: Live, open_context: Opening
) -> None:
    address = f"/trips/{SLUG}/items/{CLOSING}"
    one, other = (enter(open_context, own_live, role) for role in ("organiser", "admin"))
    for page in (one, other):
        page.goto(address)
    one.fill("[name=title-de]", "Was bleibt?")
    other.fill("[name=title-de]", "Was nehmen wir mit nach Hause?")
    other.fill("[name=room]", "Saal 2")
    for page in (one, other):
        page.locator("main form .form-actions button[type=submit]").first.click()
    table = other.locator(".notice table")
    expect(table).to_contain_text("Was bleibt?")
    expect(table).to_contain_text("Was nehmen wir mit nach Hause?")
    expect(other.locator("[name=room]")).to_have_value("Saal 2")
    other.locator("main form .form-actions button[type=submit]").first.click()
    other.wait_for_url(re.compile(r"/programme"))
    item = item_of(own_live, CLOSING)
    assert (item.title["de"], item.room) == ("Was nehmen wir mit nach Hause?", "Saal 2")
    assert item.kind is ItemKind.WORKSHOP


def test_without_script_the_board_is_whole_and_every_card_leads_to_forms(
    own_live: Live, open_context: Opening
) -> None:
    context = open_context(own_live, DESK, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, own_live, "organiser")
    page.goto(BOARD)
    with own_live.app.app_context():
        placed = [item for item in get_snapshot(trip_uid()).items if not item.is_unplaced]
    expect(page.locator(".bd-day li[data-uid]:not([data-fixed])")).to_have_count(len(placed))
    page.goto(card(page, CLOSING).locator("a").get_attribute("href") or "")
    page.fill("[name=shift-minutes]", "10")
    page.check("[name=shift-with_itself]")
    page.locator("#shift button").click()
    page.wait_for_url(re.compile(r"/board\?"))
    assert item_of(own_live, CLOSING).starts == datetime(2015, 9, 21, 14, 10)
    page.locator("[data-toasts] button").click()
    expect(page.locator("[data-toasts]")).to_contain_text("Rückgängig gemacht")
    assert item_of(own_live, CLOSING).starts == datetime(2015, 9, 21, 14, 0)
