"""The programme board as a hand uses it: by mouse, and by keyboard alone."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

HOUR = 60
STEP = 5


def minute(clock: str) -> int:
    """Minutes since midnight of "14:30"."""
    hours, minutes = clock.split(":")
    return int(hours) * HOUR + int(minutes)


@dataclass
class Board:
    """The open board of a trip, and one of its days."""

    page: Page
    day: str

    def open(self, trip: str) -> None:
        """Go there and wait until it can be worked on."""
        self.page.goto(f"/trips/{trip}/board?from={self.day}")
        expect(self.page.locator("[data-board].is-live")).to_be_visible()

    @property
    def cards(self) -> Locator:
        """The cards that lie on the day."""
        return self.page.locator(f"[data-day='{self.day}'] [data-uid]:not([data-fixed])")

    @property
    def ideas(self) -> Locator:
        """The ideas beside the board."""
        return self.page.locator("[data-pool] [data-uid]")

    def card(self, uid: str) -> Locator:
        """One card, wherever it lies."""
        return self.page.locator(f"[data-uid='{uid}']")

    def facts(self, uid: str) -> tuple[int, int, int]:
        """Start and length in minutes, and version of a card."""
        data: dict[str, Any] = self.card(uid).evaluate("card => ({...card.dataset})")
        return int(data.get("start", -1)), int(data["minutes"]), int(data["version"])

    def expect_at(self, uid: str, clock: str) -> None:
        """Wait until a card lies on the day and begins then."""
        place = self.page.locator(f"[data-day='{self.day}'] [data-uid='{uid}']")
        expect(place).to_have_attribute("data-start", str(minute(clock)))

    def expect_end(self, uid: str, clock: str) -> None:
        """Wait until a card of the day ends then."""
        length = minute(clock) - self.facts(uid)[0]
        expect(self.card(uid)).to_have_attribute("data-minutes", str(length))

    def settle(self) -> None:
        """Wait until the server has answered."""
        # In the order in which they come: what leaves the hand goes to the server at once.
        expect(self.page.locator(".is-carrying")).to_have_count(0)
        expect(self.page.locator("[data-board][aria-busy]")).to_have_count(0)


@dataclass
class Mouse(Board):
    """Somebody who drags."""

    def place(self, uid: str, clock: str, lane: str = "") -> None:
        """Drag an idea to a time, for a group or everyone; it stays even where it cannot be."""
        self.card(uid).scroll_into_view_if_needed()
        self._drag(self._box(uid), self._spot(clock, lane))
        self.expect_at(uid, clock)
        self.settle()

    def move(self, uid: str, clock: str, lane: str = "") -> None:
        """Drag a card of the day to another time, or to another group."""
        box = self._box(uid)
        card = self.card(uid).bounding_box()
        assert card
        self._drag(box, self._spot(clock, lane, below=box[1] - card["y"]))
        self.settle()
        self.expect_at(uid, clock)

    def stretch(self, uid: str, clock: str) -> None:
        """Pull the lower edge of a card to a time."""
        edge = self.card(uid).locator("[data-edge=end]").bounding_box()
        assert edge
        began, length, _version = self.facts(uid)
        held = edge["x"] + edge["width"] / 2, edge["y"] + edge["height"] / 2
        here = self._spot(f"{began // HOUR}:{began % HOUR + length}")[1]
        self._drag(held, (held[0], held[1] + self._spot(clock)[1] - here))
        self.settle()
        self.expect_end(uid, clock)

    def put_away(self, uid: str) -> None:
        """Drag a card, and those chosen with it, over to the ideas."""
        pool = self.page.locator("[data-pool]").bounding_box()
        assert pool
        self._drag(self._box(uid), (pool["x"] + pool["width"] / 2, pool["y"] + 140))
        expect(self.page.locator(f"[data-pool] [data-uid='{uid}']")).to_be_visible()
        self.settle()

    def choose_all(self) -> None:
        """Choose every card of the day, one click each."""
        for card in self.cards.all():
            card.locator("a").click(modifiers=["Control"])

    def _box(self, uid: str) -> tuple[float, float]:
        """Where a card is taken."""
        box = self.card(uid).locator("a").bounding_box()
        assert box
        return box["x"] + min(30, box["width"] / 2), box["y"] + box["height"] / 2

    def _spot(self, clock: str, lane: str = "", below: float = 0) -> tuple[float, float]:
        """A time of the day in the middle of a group's lane, or between the groups."""
        board = self.page.locator("[data-board]")
        lanes = (board.get_attribute("data-lanes") or "").split()
        first, last = (int(board.get_attribute(f"data-{name}") or 0) for name in ("from", "to"))
        grid = self.page.locator(f"[data-grid='{self.day}']").bounding_box()
        assert grid
        part = (lanes.index(lane) + 0.4) / len(lanes) if lane else 1 / len(lanes)
        share = (minute(clock) - first) / (last - first)
        return grid["x"] + part * grid["width"], grid["y"] + share * grid["height"] + below

    def _drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press, move in a few strokes, and let go with Shift: it is to stay there."""
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(start[0] + 9, start[1] + 9)
        expect(self.page.locator(".is-carrying")).to_be_visible()
        mouse.move(*end, steps=4)
        self.page.keyboard.down("Shift")
        mouse.up()
        self.page.keyboard.up("Shift")

    def open_forms(self, uid: str) -> None:
        """Open the forms of a card with a click."""
        self.card(uid).locator("a").click()
        expect(self.page.locator("#split, #move").first).to_be_visible()

    def confirm(self, button: str) -> None:
        """Click a button that leads back to the board."""
        self.page.locator(button).click()
        expect(self.page.locator(button)).not_to_be_visible()
        expect(self.page.locator("[data-board].is-live")).to_be_visible()


@dataclass
class Keyboard(Board):
    """Somebody who has nothing but keys."""

    def press(self, key: str, times: int = 1) -> None:
        """Press a key some times."""
        for _ in range(times):
            self.page.keyboard.press(key)

    def reach(self, uid: str) -> None:
        """Go to a card with Tab and arrows."""
        if not self.focused:
            for _ in range(80):
                self.press("Tab")
                if self.focused:
                    break
        seen: set[str] = set()
        while self.focused != uid:
            self.press(self._towards(uid))
            assert self.focused not in seen, f"{uid} is not reached from {self.focused}"
            seen.add(self.focused)

    @property
    def focused(self) -> str:
        """The card that has the focus."""
        found: str = self.page.evaluate(
            "document.activeElement.matches('[data-board] a')"
            " ? document.activeElement.closest('[data-uid]')?.dataset.uid ?? '' : ''"
        )
        return found

    def place(self, uid: str, clock: str, lane: str = "") -> None:
        """Take an idea up, carry it to the day, and lay it down even where it cannot be."""
        self.reach(uid)
        self.press("Space")
        self._carry_to(clock, lane)
        self.press("Shift+Enter")
        self.expect_at(uid, clock)
        self.settle()

    def move(self, uid: str, clock: str, lane: str = "") -> None:
        """Take a card of the day up and lay it down elsewhere."""
        self.reach(uid)
        self.press("Space")
        self._carry_to(clock, lane)
        self.press("Shift+Enter")
        self.expect_at(uid, clock)
        self.settle()

    def stretch(self, uid: str, clock: str) -> None:
        """Make a card longer or shorter."""
        self.reach(uid)
        began, length, _version = self.facts(uid)
        steps = (minute(clock) - began - length) // STEP
        self.press("Shift+ArrowDown" if steps > 0 else "Shift+ArrowUp", abs(steps))
        self.press("Shift+Enter")
        self.settle()
        self.expect_end(uid, clock)

    def put_away(self, uid: str) -> None:
        """Put a card, and those chosen with it, among the ideas."""
        self.reach(uid)
        self.press("Space")
        self.press("p")
        self.press("Enter")
        expect(self.page.locator(f"[data-pool] [data-uid='{uid}']")).to_be_visible()
        self.settle()

    def choose_all(self) -> None:
        """Choose every card of the day that has the focus."""
        self.reach(str(self.cards.first.get_attribute("data-uid")))
        self.press("Control+a")

    def open_forms(self, uid: str) -> None:
        """Open the forms of a card by key."""
        self.reach(uid)
        self.press("o")
        expect(self.page.locator("#split, #move").first).to_be_visible()

    def confirm(self, button: str) -> None:
        """Go to a button with Tab and press it; it leads back to the board."""
        for _ in range(80):
            if self.page.evaluate("button => document.activeElement.matches(button)", button):
                break
            self.press("Tab")
        self.press("Enter")
        expect(self.page.locator(button)).not_to_be_visible()
        expect(self.page.locator("[data-board].is-live")).to_be_visible()

    def _towards(self, uid: str) -> str:
        """The arrow that leads nearer."""
        here, there = (self.card(each).bounding_box() for each in (self.focused, uid))
        assert here
        assert there
        across, down = there["x"] - here["x"], there["y"] - here["y"]
        if abs(across) > here["width"] / 2:
            return "ArrowRight" if across > 0 else "ArrowLeft"
        return "ArrowDown" if down > 0 else "ArrowUp"

    def _carry_to(self, clock: str, lane: str) -> None:
        """With a card in the hand: to the day, the time, and the lane."""
        ghost = self.page.locator(".bd-ghost")
        expect(ghost).to_be_visible()
        for _ in range(20):
            if self.page.locator(f"[data-day='{self.day}'] .bd-ghost").count():
                break
            self.press("ArrowRight")
        lanes = (self.page.locator("[data-board]").get_attribute("data-lanes") or "").split()
        self.press(str(lanes.index(lane) + 1) if lane else "0")
        ahead = minute(clock) - minute(ghost.locator("b").inner_text())
        hours, steps = divmod(abs(ahead) // STEP, HOUR // STEP)
        self.press("PageDown" if ahead > 0 else "PageUp", hours)
        self.press("ArrowDown" if ahead > 0 else "ArrowUp", steps)
