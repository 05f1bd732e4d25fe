// Cards as the page shows them, and which of them are chosen.
import { say, word } from "./words.js";

export const cardOf = (node) => node?.closest?.("[data-uid]") ?? null;

export function facts(card) {
  const { uid, version, day, start, minutes, lane, lanes, title } = card.dataset;
  return {
    uid,
    version: Number(version),
    title,
    isIdea: start === undefined,
    day: day ?? card.closest("[data-day]")?.dataset.day ?? null,
    start: Number(start ?? 0),
    minutes: Number(minutes),
    lanes: [Number(lane ?? 0), Number(lanes ?? 1)],
  };
}

export class Cards {
  constructor(board) {
    this.board = board;
    this.chosen = new Set();
    this.kept = [];
    this.current = null;
  }

  find(uid) {
    return this.board.querySelector(`[data-uid="${CSS.escape(uid)}"]`);
  }

  get all() {
    return [...this.board.querySelectorAll("[data-uid]")].filter((card) => card.offsetParent);
  }

  versions(uids) {
    const cards = uids ? uids.map((uid) => this.find(uid)) : this.all;
    return Object.fromEntries(
      cards.filter(Boolean).map((card) => [card.dataset.uid, Number(card.dataset.version)]),
    );
  }

  /** What an action on a card concerns: all chosen ones if it is among them. */
  together(uid) {
    return this.chosen.has(uid) ? [...this.chosen] : [uid];
  }

  choose(uid, on = !this.chosen.has(uid)) {
    if (on) this.chosen.add(uid);
    else this.chosen.delete(uid);
    this.paint();
    say(word("chosen", { number: this.chosen.size }));
  }

  chooseUpTo(uid) {
    const all = this.all.map((card) => card.dataset.uid);
    const [low, high] = [all.indexOf(this.current), all.indexOf(uid)].sort((a, b) => a - b);
    for (const each of all.slice(Math.max(0, low), high + 1)) this.chosen.add(each);
    this.paint();
    say(word("chosen", { number: this.chosen.size }));
  }

  clear() {
    if (!this.chosen.size) return;
    this.chosen.clear();
    this.paint();
  }

  /** One card can be reached by Tab; the arrows lead to the others. */
  paint() {
    const cards = [...this.board.querySelectorAll("[data-uid]")];
    const known = new Set(cards.map((card) => card.dataset.uid));
    for (const uid of this.chosen) if (!known.has(uid)) this.chosen.delete(uid);
    if (!known.has(this.current)) this.current = cards[0]?.dataset.uid ?? null;
    for (const card of cards) {
      const face = faceOf(card);
      face.tabIndex = card.dataset.uid === this.current ? 0 : -1;
      card.classList.toggle("is-chosen", this.chosen.has(card.dataset.uid));
    }
  }

  focus(uid) {
    const card = this.find(uid);
    if (!card) return;
    this.current = uid;
    this.paint();
    faceOf(card).focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

export const faceOf = (card) => card.querySelector("a");
