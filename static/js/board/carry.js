// What is in the hand: one card (and those chosen with it), where it would lie, and what that means.
import { facts } from "./cards.js";
import { put } from "./sheet.js";
import { clock, say, word } from "./words.js";

const DAY = 1440;
const SHORTEST = 5;
const POOL = "pool";

export class Carry {
  constructor({ grid, cards, fits }, card, mode) {
    this.grid = grid;
    this.cards = cards;
    this.fits = fits;
    this.card = card;
    this.mode = mode;
    this.origin = facts(card);
    this.uids = mode === "move" ? cards.together(this.origin.uid) : [this.origin.uid];
    const { day, start, minutes, lanes } = this.origin;
    const lane = this.origin.isIdea ? [0, 1] : lanes;
    this.at = { day, start, minutes, lanes: lane };
    this.isMoved = false;
    for (const each of this.sources()) each.classList.add("is-carried");
    this.ghost = document.createElement("div");
    this.ghost.className = "bd-ghost";
    this.why = document.createElement("ul");
    this.why.className = "bd-why";
    this.why.hidden = true;
    this.looking = this.lookUp();
  }

  /** Wait until it is known where it fits, but not for long. */
  known(patience) {
    return Promise.race([this.looking, new Promise((go) => setTimeout(go, patience))]);
  }

  sources() {
    return this.uids.map((uid) => this.cards.find(uid)).filter(Boolean);
  }

  async lookUp() {
    if (await this.fits.use(this.origin.uid, this.at.day)) this.learned();
  }

  /** A day comes into view that nothing is known of yet. */
  async lookFurther() {
    if (await this.fits.more(this.at.day)) this.learned();
  }

  learned() {
    if (this.isOver) return;
    this.fits.paint(this.at);
    this.draw();
  }

  /** Lay it somewhere else, still in the hand. */
  to(change) {
    if (this.isLaid) return;
    const next = { ...this.at, ...change };
    if (this.mode === "end") next.minutes = Math.max(SHORTEST, next.minutes);
    if (this.mode === "start" && next.minutes < SHORTEST) return;
    next.start = Math.min(DAY - SHORTEST, Math.max(0, next.start));
    const isSame = ["day", "start", "minutes"].every((key) => next[key] === this.at[key]);
    if (isSame && String(next.lanes) === String(this.at.lanes) && this.isMoved) return;
    const isElsewhere = next.day !== this.at.day || String(next.lanes) !== String(this.at.lanes);
    this.at = next;
    this.isMoved = true;
    if (isElsewhere && !this.fits.knows(this.at.day)) this.looking = this.lookFurther();
    if (isElsewhere || !this.fits.isPainted) this.fits.paint(this.at);
    this.draw();
  }

  get verdict() {
    if (!this.at.day || this.at.day === POOL) return null;
    return this.fits.verdict(this.at);
  }

  draw() {
    const isPool = this.at.day === POOL;
    this.cards.board.querySelector("[data-pool]")?.classList.toggle("is-target", isPool);
    if (isPool || !this.at.day) {
      this.ghost.remove();
      this.why.remove();
      return;
    }
    const area = this.grid.area(this.at.day);
    const { start, minutes, lanes } = this.at;
    this.ghost.replaceChildren(...this.face());
    this.ghost.className = `bd-ghost${lanes[1] > 1 ? " is-wide" : ""}`;
    for (const each of [this.ghost, this.why]) {
      put(each, { y: start, d: minutes, l: lanes[0], s: lanes[1] });
      if (each.parentNode !== area) area.append(each);
    }
    this.explain();
  }

  face() {
    const when = document.createElement("span");
    when.className = "bd-when";
    const start = document.createElement("b");
    start.textContent = clock(this.at.start);
    when.append(start, `–${clock(this.at.start + this.at.minutes)}`);
    const title = document.createElement("span");
    title.className = "bd-title";
    const others = this.uids.length - 1;
    title.textContent = others ? `${this.origin.title} +${others}` : this.origin.title;
    return [when, title];
  }

  explain() {
    const verdict = this.verdict;
    this.ghost.dataset.verdict = verdict?.verdict ?? "";
    this.why.replaceChildren(...(verdict?.reasons ?? []).map(line));
    this.why.hidden = !this.why.childElementCount;
    this.why.classList.remove("is-left");
    const edge = this.grid.scroller.getBoundingClientRect().right;
    this.why.classList.toggle("is-left", this.why.getBoundingClientRect().right > edge);
  }

  /** What a listener hears about where it lies now. */
  tell() {
    if (this.at.day === POOL) return say(word("over_pool"));
    const day = this.grid.day(this.at.day)?.querySelector("time").textContent;
    const groups = this.grid.groups(this.at.lanes);
    const parts = [day, `${clock(this.at.start)}–${clock(this.at.start + this.at.minutes)}`];
    if (this.grid.codes.length > 1) {
      parts.push(groups.length ? word("group", { code: groups.join(", ") }) : word("everyone"));
    }
    const reasons = (this.verdict?.reasons ?? []).map((each) => each.text);
    return say([parts.join(", "), ...reasons].join(". "));
  }

  /** The step that makes it so; none where nothing would change. */
  step() {
    const { origin, at } = this;
    if (at.day === POOL) return origin.isIdea ? null : { verb: "unplace", uids: this.uids };
    if (!at.day) return null;
    const hasOtherGroups = origin.isIdea || String(at.lanes) !== String(origin.lanes);
    const groups = hasOtherGroups && this.grid.count > 1 ? this.grid.groups(at.lanes) : null;
    if (origin.isIdea) return { verb: "place", uid: origin.uid, starts: moment(at.day, at.start), groups };
    if (this.mode !== "move") {
      if (at.start === origin.start && at.minutes === origin.minutes) return null;
      const ends = moment(at.day, at.start + at.minutes);
      return { verb: "resize", uid: origin.uid, starts: moment(at.day, at.start), ends };
    }
    const minutes = at.start - origin.start;
    const days = this.grid.between(origin.day, at.day);
    if (!minutes && !days && !groups) return null;
    return { verb: "move", uids: this.uids, minutes, days, groups };
  }

  /** True where it cannot be at all; the card goes back. */
  get isImpossible() {
    return this.verdict?.verdict === "impossible";
  }

  end() {
    this.isOver = true;
    this.ghost.remove();
    this.why.remove();
    this.fits.clear();
    this.cards.board.querySelector("[data-pool]")?.classList.remove("is-target");
    for (const each of this.sources()) each.classList.remove("is-carried");
  }
}

function line(reason) {
  const item = document.createElement("li");
  item.className = `is-${reason.tone}`;
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${word("icons")}#${reason.tone === "fits" ? "check" : reason.tone}`);
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("class", "icon");
  icon.setAttribute("aria-hidden", "true");
  icon.append(use);
  const text = document.createElement("span");
  text.textContent = reason.text;
  item.append(icon, text);
  return item;
}

/** A wall time from a day and the minutes since its midnight, on the day after where need be. */
export function moment(iso, minute) {
  const day = new Date(`${iso}T00:00Z`);
  day.setUTCMinutes(minute);
  return day.toISOString().slice(0, 16);
}
