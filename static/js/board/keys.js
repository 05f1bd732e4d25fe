// Everything by keyboard: arrows lead from card to card, Space takes one up, Enter lays it down.
import { Carry } from "./carry.js";
import { cardOf, faceOf, facts } from "./cards.js";
import { SNAP } from "./grid.js";
import { Later } from "./later.js";
import { say, word } from "./words.js";

const HOUR = 60;
const LEVEL = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown"]);
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export class Keys {
  constructor(desk) {
    this.desk = desk;
    desk.board.addEventListener("keydown", (event) => this.down(event));
    document.addEventListener("keydown", (event) => this.anywhere(event));
    desk.board.addEventListener("focusin", (event) => {
      const card = cardOf(event.target);
      if (!card || desk.cards.current === card.dataset.uid) return;
      desk.cards.current = card.dataset.uid;
      desk.cards.paint();
    });
  }

  /** Undo, redo and help work wherever one is, except in fields. */
  anywhere(event) {
    if (event.target.matches("input, textarea, select")) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === "z") {
      event.preventDefault();
      this.desk.sync.again(event.shiftKey ? "redo" : "undo");
    } else if (isCommand && event.key.toLowerCase() === "y") {
      event.preventDefault();
      this.desk.sync.again("redo");
    } else if (event.key === "?") {
      document.getElementById("board-help")?.showModal();
    } else if (event.key === "Escape" && this.desk.carry) {
      event.preventDefault();
      this.desk.cancel();
    }
  }

  down(event) {
    const card = cardOf(event.target);
    if (!card || !event.target.matches("a") || !this.desk.grid.isGrid) return;
    const isDone = this.desk.carry ? this.carrying(event) : this.choosing(event, card);
    if (isDone) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  choosing(event, card) {
    const { desk } = this;
    const { uid } = card.dataset;
    if (event.ctrlKey || event.metaKey) return this.command(event.key.toLowerCase(), uid);
    if (event.key in ARROWS && event.shiftKey) return this.take(card, "end") && this.carrying(event);
    if (event.key in ARROWS) return this.go(card, ARROWS[event.key]);
    if (event.key === " " || event.key === "Enter") return this.take(card, "move");
    if (event.key === "x") return desk.cards.choose(uid) ?? true;
    if (event.key === "o" || event.key === "F2") return faceOf(card).click() ?? true;
    if (event.key === "Delete" || event.key === "Backspace") return desk.remove(uid) ?? true;
    if (event.key === "Escape") return desk.cards.clear() ?? true;
    return this.together(event, card);
  }

  /** A: everything after the card; S: split; J: join; W: swap. */
  together(event, card) {
    const { groups } = this.desk;
    const { uid } = card.dataset;
    const verbs = {
      a: () => this.takeLater(card, event.shiftKey),
      s: () => groups.split(uid),
      j: () => groups.join(uid),
      w: () => groups.swap(uid),
    };
    const verb = event.altKey ? undefined : verbs[event.key.toLowerCase()];
    if (!verb) return false;
    if (card.dataset.fixed === undefined) verb();
    else say(word("fixed"));
    return true;
  }

  takeLater(card, withItself) {
    const { desk } = this;
    const later = new Later(desk, card, { withItself });
    if (later.origin.isIdea || !later.moving.length) {
      later.end();
      return say(word("nothing_after"));
    }
    desk.carry = later;
    later.to({ start: later.origin.start });
    desk.board.classList.add("is-carrying");
    return say(word("later_taken", { number: later.moving.length, title: later.origin.title }));
  }

  command(key, uid) {
    const { desk } = this;
    if (key === "c") return desk.copy(uid) ?? true;
    if (key === "v") return desk.paste(uid) ?? true;
    if (key === "a") return desk.chooseDay(uid) ?? true;
    return false;
  }

  take(card, mode) {
    const { desk } = this;
    const { isIdea, title } = facts(card);
    if (card.dataset.fixed !== undefined) return say(word("fixed")) ?? true;
    desk.carry = new Carry(desk, card, isIdea ? "place" : mode);
    if (isIdea) desk.carry.to(desk.firstSpot());
    desk.board.classList.add("is-carrying");
    say(word(mode === "move" ? "taken" : "stretching", { title }));
    return true;
  }

  carrying(event) {
    const { desk } = this;
    const { carry } = desk;
    if (event.key === "Escape" || event.key === "Tab") return desk.cancel() ?? true;
    if (event.key === "Enter" || event.key === " ") {
      desk.lay({ isSure: event.shiftKey });
      return true;
    }
    if (carry.mode === "later" && !LEVEL.has(event.key)) return false;
    if (event.key in ARROWS) this.push(carry, ARROWS[event.key], event);
    else if (/^[0-9]$/.test(event.key)) this.lanes(carry, Number(event.key));
    else if (event.key === "PageUp" || event.key === "PageDown") {
      carry.to({ start: carry.at.start + (event.key === "PageUp" ? -HOUR : HOUR) });
    } else if (event.key === "p") carry.to({ day: "pool" });
    else return false;
    if (carry.ghost.isConnected) carry.ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
    carry.tell();
    return true;
  }

  push(carry, [side, level], event) {
    if (carry.mode !== "later" && (event.shiftKey || carry.mode === "end")) {
      carry.mode = carry.mode === "place" ? "place" : "end";
      if (level && carry.mode === "end") carry.to({ minutes: carry.at.minutes + level * SNAP });
      return;
    }
    if (carry.at.day === "pool") return carry.to(this.desk.firstSpot());
    if (level) return carry.to({ start: carry.at.start + level * SNAP });
    return this.sideways(carry, side);
  }

  /** From lane to lane, then on to the next day. */
  sideways(carry, side) {
    const { grid } = this.desk;
    const [lane, lanes] = carry.at.lanes;
    const next = lane + side;
    const isFree = lanes < grid.count && carry.uids.length === 1;
    if (isFree && next >= 0 && next + lanes <= grid.count) return carry.to({ lanes: [next, lanes] });
    const day = grid.next(carry.at.day, side);
    if (day === carry.at.day) return undefined;
    const start = isFree ? [side > 0 ? 0 : grid.count - lanes, lanes] : carry.at.lanes;
    return carry.to({ day, lanes: start });
  }

  lanes(carry, number) {
    const { grid } = this.desk;
    if (number === 0) carry.to({ lanes: grid.every });
    else if (number <= grid.codes.length) carry.to({ lanes: [number - 1, 1] });
  }

  /** The nearest card in a direction; between days and the pool by where they lie. */
  go(card, [side, level]) {
    const from = card.getBoundingClientRect();
    let best = null;
    for (const other of this.desk.cards.all) {
      if (other === card) continue;
      const box = other.getBoundingClientRect();
      const dx = box.left - from.left;
      const dy = box.top - from.top;
      const along = side ? side * dx : level * dy;
      const across = Math.abs(side ? dy : dx);
      if (along < 2) continue;
      const far = along + across * (side ? 0.6 : 3);
      if (!best || far < best.far) best = { far, uid: other.dataset.uid };
    }
    if (best) this.desk.cards.focus(best.uid);
    return true;
  }
}
