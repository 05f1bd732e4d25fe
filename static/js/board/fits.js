// Where a card could lie: asked for when it is taken up, shaded while it is in the hand.
import { put } from "./sheet.js";
import { word } from "./words.js";

/** What one should know first: what forbids it, then how short the gap is, then the rest. */
const weight = ({ tone, isSum }) => ["blocks", "", "warns", "fits"].indexOf(isSum ? "" : tone);

export class Fits {
  constructor(board, grid) {
    this.board = board;
    this.grid = grid;
    this.known = new Map();
    this.spans = null;
    this.isPainted = false;
  }

  forget() {
    this.known.clear();
  }

  /** Ask the server once per card and day, as soon as somebody seems to want it. */
  async ask(uid, days = this.grid.inSight) {
    if (!this.known.has(uid)) this.known.set(uid, new Map());
    const known = this.known.get(uid);
    const missing = days.filter((day) => !known.has(day));
    if (missing.length) {
      const asked = this.fetch(uid, missing);
      for (const day of missing) known.set(day, asked.then((found) => found?.[day] ?? null));
    }
    return Promise.all(days.map((day) => known.get(day)));
  }

  /** From now on it is about this card. Answers whether anything is known of it. */
  use(uid, day) {
    this.spans = {};
    this.wanted = uid;
    return this.more(day);
  }

  /** Learn about the days in view, and the one where the card is. */
  async more(day) {
    const uid = this.wanted;
    const days = [...new Set([...this.grid.inSight, day])].filter((each) => each && this.grid.day(each));
    const found = await this.ask(uid, days);
    if (this.wanted !== uid) return false;
    days.forEach((each, index) => {
      if (found[index]) this.spans[each] = found[index];
    });
    return found.some(Boolean);
  }

  async fetch(uid, days) {
    if (!this.board.dataset.fits) return null;
    const url = new URL(this.board.dataset.fits, location.href);
    url.searchParams.set("uid", uid);
    url.searchParams.set("days", days.join(" "));
    try {
      const answer = await fetch(url, { cache: "no-store" });
      return answer.ok ? (await answer.json()).days : null;
    } catch {
      return null;
    }
  }

  knows(day) {
    return day === "pool" || Boolean(this.spans?.[day]);
  }

  /** The spans of a day and lanes: minutes at which the card could begin. */
  at({ day, lanes }) {
    const rows = this.spans?.[day] ?? {};
    return rows[this.grid.groups(lanes).join(" ")] ?? [];
  }

  verdict({ day, lanes, start, minutes }) {
    const spans = this.at({ day, lanes });
    const hit = spans.filter((span) => span.start < start + Math.max(minutes, 1) && start < span.end);
    const order = ["impossible", "warns", "fits"];
    const worst = order.find((verdict) => hit.some((span) => span.verdict === verdict));
    if (!worst) return null;
    const reasons = new Map();
    for (const span of hit) {
      if (span.verdict !== worst && span.verdict === "fits") continue;
      for (const reason of span.reasons) reasons.set(reason.text, reason);
    }
    if (!reasons.size) reasons.set("", { tone: "fits", text: word("fits") });
    const told = [...reasons.values()].sort((one, other) => weight(one) - weight(other));
    return { verdict: worst, reasons: told.slice(0, 5) };
  }

  /** Where it is now in full, with reasons; where else it would fit, faintly. */
  paint({ day, lanes }) {
    this.clear();
    if (!this.spans) return;
    this.isPainted = true;
    for (const iso of Object.keys(this.spans)) {
      for (const lane of this.lanesLike(lanes)) {
        const isHere = iso === day && String(lane) === String(lanes);
        const spans = this.at({ day: iso, lanes: lane });
        for (const span of spans) if (isHere || span.verdict === "fits") this.shade(iso, lane, span, isHere);
      }
    }
  }

  lanesLike(lanes) {
    if (lanes[1] > 1 || this.grid.count === 1) return [lanes];
    return Array.from({ length: this.grid.count }, (_none, lane) => [lane, 1]);
  }

  shade(iso, lanes, span, isHere) {
    const from = Math.max(span.start, this.grid.from);
    const to = Math.min(span.end, this.grid.to);
    const area = this.grid.area(iso);
    if (to <= from || !area) return;
    const shade = document.createElement("div");
    shade.className = `bd-fit is-${span.verdict}${isHere ? "" : " is-faint"}`;
    put(shade, { y: from, d: to - from, l: lanes[0], s: lanes[1] });
    if (isHere && to - from >= 30) {
      const label = document.createElement("span");
      label.textContent = span.label;
      shade.append(label);
    }
    area.prepend(shade);
  }

  clear() {
    this.isPainted = false;
    for (const shade of this.board.querySelectorAll(".bd-fit")) shade.remove();
  }
}
