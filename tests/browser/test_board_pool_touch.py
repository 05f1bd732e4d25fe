"""Ideas by finger: from beside the board onto a day, and back, on a tablet held either way."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Live, View, listen, sign_in
from tests.browser.test_board import (
    LUNCH,
    MONDAY,
    SLUG,
    Opening,
    box,
    empty_monday,  # noqa: F401 a fixture
    item_of,
)
from tests.browser.test_board_hand import Finger, watch

LYING = View("de-DE", "light", 1180, 820)
STANDING = View("de-DE", "light", 820, 1180)
BOARD = f"/trips/{SLUG}/board?from={MONDAY}"
HOUR = 46
"""Pixels."""
ELEVEN = 11 * 60


def idea(page: Page, uid: str) -> Locator:
    return page.locator(f"[data-pool] [data-uid='{uid}']")


def eleven(page: Page) -> tuple[float, float]:
    """The middle of the day at eleven."""
    ground = page.locator(f"[data-day='{MONDAY}'] [data-grid]")
    place = box(ground)
    first = int(page.locator("[data-board]").get_attribute("data-from") or 0)
    return place["x"] + place["width"] / 2, place["y"] + (ELEVEN - first) / 60 * HOUR


def reach(finger: Finger, x: float, y: float) -> None:
    """Move to a point in view."""
    finger.by(x - finger.spot[0], y - finger.spot[1])


def bring_into_view(page: Page, finger: Finger, what: str) -> None:
    """Wait with the finger at the edge of the screen until something of the page is in view.

    `top` is where eleven o'clock is on the screen, `pool` where the ideas begin.
    """
    first = int(page.locator("[data-board]").get_attribute("data-from") or 0)
    places = f"""(() => {{
      const at = (query) => document.querySelector(query).getBoundingClientRect().top;
      const top = at("[data-day='{MONDAY}'] [data-grid]") + {(ELEVEN - first) / 60 * HOUR};
      const pool = at("[data-pool]");
      return {what};
    }})()"""
    if not page.evaluate(places):
        edge = 12 if what.startswith("top") else page.viewport_size["height"] - 12
        reach(finger, finger.spot[0], edge)
        watch(page, places)
        # Away from the edge the page rests.
        reach(finger, finger.spot[0], page.viewport_size["height"] / 2)


def open_tablet(opening: Opening, live: Live, view: View) -> Page:
    page = opening(live, view, has_touch=True, is_mobile=True).new_page()
    sign_in(page, live, "organiser")
    page.goto(BOARD)
    expect(page.locator("[data-board].is-live")).to_be_visible()
    return page


@pytest.mark.parametrize(
    "view",
    [pytest.param(LYING, marks=pytest.mark.full), STANDING],
    ids=["lying", "standing"],
)
def test_an_idea_is_carried_onto_a_day_and_back(
    empty_monday: Live,  # noqa: F811 the fixture
    open_context: Opening,
    view: View,
) -> None:
    page = open_tablet(open_context, empty_monday, view)
    complaints, finger = listen(page), Finger(page)
    before = idea(page, LUNCH)
    before.scroll_into_view_if_needed()
    place = box(before)
    finger.take(place["x"] + 40, place["y"] + place["height"] / 2)
    bring_into_view(page, finger, "top > 120 && top < innerHeight - 120")
    reach(finger, *eleven(page))
    expect(page.locator(".bd-ghost b")).to_have_text(re.compile(r"1[01]:\d\d"))
    finger.up()
    laid = page.locator(f"[data-day='{MONDAY}'] [data-uid='{LUNCH}']")
    expect(laid).to_be_visible()
    expect(idea(page, LUNCH)).to_have_count(0)
    expect(page.locator("[data-board][aria-busy]")).to_have_count(0)
    assert not item_of(empty_monday, LUNCH).is_unplaced
    laid.scroll_into_view_if_needed()
    place = box(laid)
    finger.take(place["x"] + 40, place["y"] + 20)
    bring_into_view(page, finger, "pool < innerHeight - 120")
    pool = box(page.locator("[data-pool]"))
    reach(finger, pool["x"] + 60, max(pool["y"] + 40, 80))
    expect(page.locator("[data-pool].is-target")).to_be_visible()
    finger.up()
    expect(idea(page, LUNCH)).to_be_visible()
    expect(laid).to_have_count(0)
    expect(page.locator("[data-board][aria-busy]")).to_have_count(0)
    assert item_of(empty_monday, LUNCH).is_unplaced
    assert complaints == []
