"""Cards of the board in the hand: by finger, with a band of the mouse, and many by one key."""

import re
from datetime import datetime

from playwright.sync_api import Page, expect

from tests.browser.conftest import Live, View, listen, sign_in
from tests.browser.test_board import (
    CLOSING,
    GIESING,
    HASENBERGL,
    LUNCH,
    MONDAY,
    SLUG,
    Opening,
    box,
    card,
    item_of,
    open_board,
    told,
)

TABLET = View("de-DE", "light", 820, 1180)
PHONE = View("de-DE", "light", 390, 844)
BOARD = f"/trips/{SLUG}/board?from={MONDAY}"
FRAMES = 1200
Spot = tuple[float, float]


class Finger:
    """One finger on the glass, as the browser hears of it from the device."""

    def __init__(self, page: Page) -> None:
        """Touch nothing yet."""
        self.page = page
        self.glass = page.context.new_cdp_session(page)
        self.spot: Spot = (0, 0)

    def _tell(self, kind: str, *spots: Spot) -> None:
        points = [{"x": x, "y": y} for x, y in spots]
        self.glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def down(self, x: float, y: float) -> None:
        """Touch a point."""
        self.spot = (x, y)
        self._tell("touchStart", self.spot)

    def take(self, x: float, y: float) -> None:
        """Rest on a card until it is in the hand."""
        self.down(x, y)
        expect(self.page.locator("[data-board].is-carrying")).to_be_visible()

    def by(self, x: float, y: float) -> None:
        """Move by so many pixels, in steps."""
        (left, top), steps = self.spot, 6
        for step in range(1, steps + 1):
            self._tell("touchMove", (left + x * step / steps, top + y * step / steps))
            self.page.wait_for_timeout(20)
        self.spot = (left + x, top + y)

    def up(self) -> None:
        """Leave the glass."""
        self._tell("touchEnd")


def watch(page: Page, condition: str) -> None:
    """Look in every frame until something is so; the page's policy forbids wait_for_function."""
    came = page.evaluate(
        f"""() => new Promise((done) => {{
          const look = (frames) => {{
            if ({condition}) done(true);
            else if (frames) requestAnimationFrame(() => look(frames - 1));
            else done(false);
          }};
          look({FRAMES});
        }})"""
    )
    assert came, condition


def touch_board(opening: Opening, live: Live, view: View) -> Page:
    page = opening(live, view, has_touch=True, is_mobile=True).new_page()
    sign_in(page, live, "organiser")
    page.goto(BOARD)
    expect(page.locator("[data-board].is-live")).to_be_visible()
    return page


def test_a_finger_scrolls_at_once_and_takes_a_card_up_after_a_moment(
    own_live: Live, open_context: Opening
) -> None:
    page = touch_board(open_context, own_live, TABLET)
    complaints, finger = listen(page), Finger(page)
    place = box(card(page, CLOSING))
    finger.down(place["x"] + 60, place["y"] + 40)
    finger.by(0, -200)
    finger.up()
    watch(page, "scrollY > 100")
    assert item_of(own_live, CLOSING).starts == datetime(2015, 9, 21, 14, 0)
    # What was pushed may still glide on, and would take the page away from where it is put.
    watch(page, f"scrollTo(0, 0) ?? frames < {FRAMES - 30}")
    place = box(card(page, CLOSING))
    finger.take(place["x"] + 60, place["y"] + 40)
    finger.by(0, 46 / 60 * 10)
    finger.up()
    expect(card(page, CLOSING)).to_have_attribute("data-start", str(14 * 60 + 10))
    handle = box(card(page, CLOSING).locator("[data-edge=end]"))
    assert handle["height"] >= 20
    finger.down(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    finger.by(0, -23)
    finger.up()
    expect(card(page, CLOSING)).to_have_attribute("data-minutes", "90")
    assert complaints == []


def test_on_a_telephone_the_list_unfolds_while_a_card_is_in_the_hand(
    own_live: Live, open_context: Opening
) -> None:
    page = touch_board(open_context, own_live, PHONE)
    finger = Finger(page)
    expect(page.locator(".bd-hours")).to_be_hidden()
    card(page, CLOSING).evaluate("card => card.scrollIntoView({ block: 'center' })")
    place = box(card(page, CLOSING))
    finger.take(place["x"] + 120, place["y"] + 10)
    expect(page.locator(".bd-hours")).to_be_visible()
    assert abs(box(card(page, CLOSING))["y"] - place["y"]) < 2
    finger.by(0, 46 / 60 * 15)
    expect(page.locator(".bd-ghost b")).to_have_text(re.compile("14:(10|15|20)"))
    shown = page.locator(".bd-ghost b").inner_text()
    finger.up()
    minute = int(shown[:2]) * 60 + int(shown[3:])
    expect(card(page, CLOSING)).to_have_attribute("data-start", str(minute))
    expect(page.locator(".bd-hours")).to_be_hidden()


def test_at_the_edge_of_a_telephone_the_next_day_comes(
    own_live: Live, open_context: Opening
) -> None:
    page = touch_board(open_context, own_live, PHONE)
    finger = Finger(page)
    card(page, CLOSING).evaluate("card => card.scrollIntoView({ block: 'center' })")
    place = box(card(page, CLOSING))
    finger.take(place["x"] + 120, place["y"] + 10)
    finger.by(20 - finger.spot[0], 0)
    # Looked for in every frame: whoever stays at the edge is soon led on to the day before.
    watch(page, "document.querySelector('[data-day=\"2015-09-20\"] .bd-ghost')")
    finger.by(40, 46)
    finger.up()
    refusal = page.locator("[data-toasts] .toast-error")
    earlier = page.locator(f"[data-day]:not([data-day='{MONDAY}']) [data-uid='{CLOSING}']")
    expect(refusal.or_(earlier)).to_be_visible()


def test_a_band_over_empty_ground_chooses_the_cards_it_touches(
    own_live: Live, open_context: Opening
) -> None:
    page = open_board(open_context, own_live)
    chosen = page.locator(".is-chosen")
    lunch, closing = box(card(page, LUNCH)), box(card(page, CLOSING))
    middle, below = lunch["x"] + lunch["width"] / 2, closing["y"] - 5
    page.mouse.move(middle, below)
    page.mouse.down()
    page.mouse.move(middle + 60, lunch["y"] + lunch["height"] - 10, steps=3)
    page.mouse.up()
    expect(card(page, LUNCH)).to_have_class(re.compile("is-chosen"))
    expect(told(page)).to_contain_text("ausgewählt")
    before = chosen.count()
    page.keyboard.down("Shift")
    page.mouse.move(middle + 60, below)
    page.mouse.down()
    page.mouse.move(middle + 40, closing["y"] + 20, steps=3)
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(chosen).to_have_count(before + 1)
    page.mouse.click(middle, below)
    expect(chosen).to_have_count(0)


def test_keys_shift_what_follows_split_join_and_swap(own_live: Live, open_context: Opening) -> None:
    page = open_board(open_context, own_live)
    complaints = listen(page)
    card(page, LUNCH).locator("a").focus()
    page.keyboard.press("a")
    expect(told(page)).to_contain_text("Alles nach")
    for _step in range(2):
        page.keyboard.press("ArrowDown")
    expect(told(page)).to_contain_text("10 Min. später")
    page.keyboard.press("Enter")
    expect(card(page, CLOSING)).to_have_attribute("data-start", str(14 * 60 + 10))
    assert item_of(own_live, LUNCH).starts == datetime(2015, 9, 21, 12, 0)
    page.keyboard.press("Control+z")
    expect(card(page, CLOSING)).to_have_attribute("data-start", str(14 * 60))
    card(page, CLOSING).locator("a").focus()
    page.keyboard.press("s")
    expect(card(page, CLOSING)).to_have_attribute("data-lanes", "1")
    expect(told(page)).to_contain_text("geteilt")
    card(page, CLOSING).locator("a").focus()
    page.keyboard.press("j")
    expect(card(page, CLOSING)).to_have_attribute("data-lanes", "2")
    card(page, GIESING).locator("a").focus()
    page.keyboard.press("w")
    expect(card(page, GIESING)).to_have_attribute("data-lane", "1")
    expect(told(page)).to_contain_text("getauscht")
    assert item_of(own_live, GIESING).groups == ("B",)
    assert item_of(own_live, HASENBERGL).groups == ("A",)
    assert complaints == []


def test_undo_pressed_twice_at_once_takes_back_two_steps(
    own_live: Live, open_context: Opening
) -> None:
    page = open_board(open_context, own_live)
    for uid, minutes in ((LUNCH, 12 * 60), (CLOSING, 14 * 60)):
        card(page, uid).locator("a").focus()
        for key in ("Space", "ArrowDown", "Shift+Enter"):
            page.keyboard.press(key)
        expect(card(page, uid)).to_have_attribute("data-start", str(minutes + 5))
    for _time in range(2):
        page.keyboard.press("Control+z")
    expect(card(page, CLOSING)).to_have_attribute("data-start", str(14 * 60))
    expect(card(page, LUNCH)).to_have_attribute("data-start", str(12 * 60))


def test_a_line_with_a_time_lies_on_the_board_and_one_without_waits_beside_it(
    own_live: Live, open_context: Opening
) -> None:
    page = open_board(open_context, own_live)
    complaints = listen(page)
    field = page.locator("#quick-line")
    field.fill("Mo 17:30–18:15 Villa Leon, Führung, Gruppe A")
    expect(page.locator("[data-understood]")).to_contain_text("17:30–18:15")
    field.press("Enter")
    new = page.locator(f"[data-day='{MONDAY}'] [data-start='{17 * 60 + 30}']")
    expect(new).to_have_attribute("data-lanes", "1")
    expect(new.locator("a")).to_be_focused()
    expect(new).to_have_class(re.compile("is-idea"))
    expect(field).to_have_value("")
    field.fill("Nachtspaziergang")
    field.press("Enter")
    expect(page.locator("[data-pool] .bd-idea", has_text="Nachtspaziergang")).to_be_visible()
    page.locator("[data-toasts] button").last.click()
    expect(page.locator("[data-pool] .bd-idea", has_text="Nachtspaziergang")).to_have_count(0)
    field.fill("17:30–18:15 Villa Leon")
    field.press("Enter")
    page.wait_for_url(re.compile("/items/new|line="))
    assert complaints == []
