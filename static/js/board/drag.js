// Cards by mouse, pen and finger. A finger rests for a moment first, so that it can still scroll.
import { Carry } from "./carry.js";
import { Later } from "./later.js";
import { cardOf, facts } from "./cards.js";
import { snap } from "./grid.js";

const FAR = 5;
const REST = 350;
const EDGE = 48;
const THUMB = 26;
const SPEED = 14;
const WAIT = 400;
const TURN = 700;

export class Drag {
  constructor(desk) {
    this.desk = desk;
    this.board = desk.board;
    this.press = null;
    const { board } = desk;
    board.addEventListener("pointerdown", (event) => this.down(event));
    board.addEventListener("pointerover", (event) => this.over(event));
    document.addEventListener("pointermove", (event) => this.move(event));
    document.addEventListener("pointerup", (event) => this.up(event));
    document.addEventListener("pointercancel", () => this.drop(true));
    board.addEventListener("click", (event) => this.click(event), true);
    board.addEventListener("dragstart", (event) => event.preventDefault());
    board.addEventListener("contextmenu", (event) => {
      if (this.press?.isTouch) event.preventDefault();
    });
    board.addEventListener("touchmove", (event) => {
      if (this.desk.carry) event.preventDefault();
    }, { passive: false });
  }

  over(event) {
    const card = cardOf(event.target);
    if (card && card.dataset.fixed === undefined && event.pointerType === "mouse" && !this.desk.carry) {
      clearTimeout(this.prefetch);
      this.prefetch = setTimeout(() => this.desk.fits.ask(card.dataset.uid), 250);
    }
  }

  down(event) {
    const card = cardOf(event.target);
    if (!card || card.dataset.fixed !== undefined || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isTouch = event.pointerType === "touch";
    if (this.desk.carry || !(this.desk.grid.isGrid || isTouch)) return;
    const edge = event.target.closest("[data-edge]")?.dataset.edge;
    const { clientX: x, clientY: y, pointerId: id, altKey: isLater } = event;
    this.press = { card, edge, isTouch, isLater, x, y, id };
    if (isTouch && !edge) this.press.timer = setTimeout(() => this.lift(), REST);
  }

  move(event) {
    const { press } = this;
    if (!press || event.pointerId !== press.id) return;
    press.now = { x: event.clientX, y: event.clientY };
    const isFar = Math.hypot(event.clientX - press.x, event.clientY - press.y) > FAR;
    if (!press.isLifted) {
      if (!isFar) return;
      if (press.isTouch && !press.edge) return this.forget();
      this.lift();
    }
    this.place();
  }

  lift() {
    const { press, desk } = this;
    if (!press) return;
    press.isLifted = true;
    const { start, minutes, day, isIdea } = facts(press.card);
    const isList = !desk.grid.isGrid;
    desk.unfold(press.card);
    const mode = press.edge ?? "move";
    if (!desk.cards.chosen.has(press.card.dataset.uid)) desk.cards.clear();
    desk.carry = press.isLater && !isIdea && !press.edge
      ? new Later(desk, press.card, { withItself: true })
      : new Carry(desk, press.card, isIdea ? "place" : mode);
    const held = press.edge === "end" ? start + minutes : start;
    press.offset = isIdea ? 0 : desk.grid.minuteAt(day, press.y) - held;
    if (isList) press.offset = Math.min(Math.max(press.offset, 0), minutes);
    this.board.classList.add("is-carrying");
    navigator.vibrate?.(10);
    this.scroll();
  }

  place() {
    const { press, desk } = this;
    const { carry, grid } = desk;
    if (!carry || !press.now) return;
    const { x, y } = press.now;
    if (carry.mode === "later") return carry.to({ start: snap(grid.minuteAt(carry.at.day, y) - press.offset) });
    if (carry.mode === "start" || carry.mode === "end") return this.stretch(y);
    const pool = this.board.querySelector("[data-pool]").getBoundingClientRect();
    if (x >= pool.left && x <= pool.right && y >= pool.top && y <= Math.max(pool.bottom, innerHeight)) {
      return carry.to({ day: "pool" });
    }
    const spot = grid.at(x, y);
    if (!spot) return undefined;
    const isWide = !carry.origin.isIdea && carry.origin.lanes[1] > 1;
    const lanes = isWide || carry.uids.length > 1 ? carry.origin.lanes : spot.lanes;
    return carry.to({ day: spot.day, start: snap(spot.minute - press.offset), lanes });
  }

  stretch(y) {
    const { carry, grid } = this.desk;
    const minute = snap(grid.minuteAt(carry.origin.day, y) - this.press.offset);
    const end = carry.origin.start + carry.origin.minutes;
    if (carry.mode === "end") carry.to({ minutes: minute - carry.at.start });
    else carry.to({ start: minute, minutes: end - minute });
  }

  /** Whoever stays near an edge takes the board along; whoever only passes does not. */
  scroll() {
    const { press, desk } = this;
    if (!press || !desk.carry) return;
    const [side, level] = press.now ? this.edges(press.now) : [0, 0];
    if (!side && !level) this.edgeSince = null;
    else {
      this.edgeSince ??= performance.now();
      if (performance.now() - this.edgeSince >= WAIT) this.along(side, level);
      this.place();
    }
    requestAnimationFrame(() => this.scroll());
  }

  /** Which edges a point is near: left or right of the days, above or below on the screen. */
  edges({ x, y }) {
    const { grid } = this.desk;
    const box = grid.scroller.getBoundingClientRect();
    const near = grid.isSingle ? THUMB : EDGE;
    const left = grid.isSingle ? box.left : box.left + grid.hours;
    const isAside = x > box.left && x < box.right && Math.abs(x - this.press.x) > THUMB;
    const side = !isAside ? 0 : x > box.right - near ? 1 : x < left + near ? -1 : 0;
    return [side, y > innerHeight - EDGE ? 1 : y < EDGE ? -1 : 0];
  }

  /** Where one day fills the screen, the next one comes as a whole, and then there is a pause. */
  along(side, level) {
    const { grid } = this.desk;
    if (side && grid.isSingle) {
      grid.go(grid.next(grid.inView, side), "smooth");
      this.edgeSince = performance.now() + TURN - WAIT;
    } else if (side) grid.scroller.scrollLeft += side * SPEED;
    if (level) window.scrollBy({ top: level * SPEED, behavior: "instant" });
  }

  up(event) {
    if (!this.press || event.pointerId !== this.press.id) return;
    this.drop(false, event.shiftKey);
  }

  drop(isCancelled, isSure = false) {
    const { press, desk } = this;
    const wasLifted = press?.isLifted;
    this.forget();
    if (!wasLifted) return;
    this.swallow = true;
    setTimeout(() => {
      this.swallow = false;
    }, 50);
    if (isCancelled) desk.cancel();
    else desk.lay({ isSure });
  }

  forget() {
    clearTimeout(this.press?.timer);
    this.press = null;
  }

  /** After a drag there is no click; with Ctrl or Shift a click chooses. */
  click(event) {
    const card = cardOf(event.target);
    if (this.swallow) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!card) return this.desk.cards.clear();
    if (event.ctrlKey || event.metaKey) this.desk.cards.choose(card.dataset.uid);
    else if (event.shiftKey) this.desk.cards.chooseUpTo(card.dataset.uid);
    else return undefined;
    this.desk.cards.current = card.dataset.uid;
    return event.preventDefault();
  }
}
