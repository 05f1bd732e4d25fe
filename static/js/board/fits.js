// Where a card could lie: asked for when it is taken up, shaded while it is in the hand.
import { put } from "./sheet.js";
import { word } from "./words.js";

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

  /** Ask the server once per card, as soon as somebody seems to want it. */
  ask(uid) {
    if (!this.known.has(uid)) this.known.set(uid, this.fetch(uid));
    return this.known.get(uid).then((spans) => {
      this.spans = spans;
      return Boolean(spans);
    });
  }

  async fetch(uid) {
    if (!this.board.dataset.fits) return null;
    const url = new URL(this.board.dataset.fits, location.href);
    url.searchParams.set("uid", uid);
    url.searchParams.set("group", this.board.dataset.group);
    try {
      const answer = await fetch(url, { cache: "no-store" });
      return answer.ok ? (await answer.json()).days : null;
    } catch {
      return null;
    }
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
    return { verdict: worst, reasons: [...reasons.values()].slice(0, 5) };
  }

  paint({ day, lanes }) {
    this.clear();
    if (!this.spans || !day || day === "pool") return;
    this.isPainted = true;
    const area = this.grid.area(day);
    for (const span of this.at({ day, lanes })) {
      const from = Math.max(span.start, this.grid.from);
      const to = Math.min(span.end, this.grid.to);
      if (to <= from) continue;
      const shade = document.createElement("div");
      shade.className = `bd-fit is-${span.verdict}`;
      put(shade, { y: from, d: to - from, l: lanes[0], s: lanes[1] });
      const label = document.createElement("span");
      label.textContent = span.label;
      if (to - from >= 30) shade.append(label);
      area.prepend(shade);
    }
  }

  clear() {
    this.isPainted = false;
    for (const shade of this.board.querySelectorAll(".bd-fit")) shade.remove();
  }
}
