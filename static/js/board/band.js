// A band drawn with the mouse over empty ground chooses the cards it touches; Shift adds them.
import { cardOf } from "./cards.js";
import { say, word } from "./words.js";

const FAR = 5;

export class Band {
  constructor(desk) {
    this.desk = desk;
    this.from = null;
    this.frame = document.createElement("div");
    this.frame.className = "bd-band";
    desk.grid.scroller.addEventListener("pointerdown", (event) => this.down(event));
    document.addEventListener("pointermove", (event) => this.move(event));
    document.addEventListener("pointerup", (event) => this.up(event));
    document.addEventListener("pointercancel", () => this.end());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.end();
    });
    desk.board.addEventListener("click", (event) => {
      if (this.isDrawn) event.stopImmediatePropagation();
      this.isDrawn = false;
    }, true);
  }

  down(event) {
    const isMouse = event.pointerType === "mouse" && event.button === 0;
    this.isDrawn = false;
    if (!isMouse || cardOf(event.target) || !event.target.closest("[data-grid]")) return;
    if (!this.desk.grid.isGrid || this.desk.carry) return;
    event.preventDefault();
    const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
    this.from = { ...this.spot(event), kept: isMore ? [...this.desk.cards.chosen] : [] };
  }

  /** Where a point lies on the days, however far they are scrolled. */
  spot({ clientX, clientY }) {
    const { scroller } = this.desk.grid;
    const box = scroller.getBoundingClientRect();
    return { x: clientX - box.left + scroller.scrollLeft, y: clientY - box.top };
  }

  move(event) {
    const { from, frame, desk } = this;
    if (!from) return;
    const { x, y } = this.spot(event);
    if (!this.isDrawn && Math.hypot(x - from.x, y - from.y) < FAR) return;
    this.isDrawn = true;
    const { style } = frame;
    style.left = `${Math.min(x, from.x)}px`;
    style.top = `${Math.min(y, from.y)}px`;
    style.width = `${Math.abs(x - from.x)}px`;
    style.height = `${Math.abs(y - from.y)}px`;
    if (!frame.isConnected) desk.grid.scroller.append(frame);
    this.choose();
  }

  choose() {
    const { cards } = this.desk;
    const band = this.frame.getBoundingClientRect();
    const touched = cards.all.filter((card) => {
      const box = card.getBoundingClientRect();
      const isHit = box.left < band.right && band.left < box.right && box.top < band.bottom && band.top < box.bottom;
      return isHit && card.dataset.fixed === undefined && card.closest("[data-grid]");
    });
    cards.chosen = new Set([...this.from.kept, ...touched.map((card) => card.dataset.uid)]);
    cards.paint();
  }

  up() {
    if (!this.from) return;
    const { cards } = this.desk;
    this.end();
    if (!this.isDrawn) return;
    say(word("chosen", { number: cards.chosen.size }));
    const [first] = cards.chosen;
    if (first) cards.focus(first);
  }

  end() {
    this.from = null;
    this.frame.remove();
  }
}
