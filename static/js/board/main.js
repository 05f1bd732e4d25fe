// The programme board: puts its parts on one desk. Without script the page is complete as it is.
import { Band } from "./band.js";
import { Cards, facts } from "./cards.js";
import { Drag } from "./drag.js";
import { Fits } from "./fits.js";
import { Grid } from "./grid.js";
import { Groups } from "./groups.js";
import { Keys } from "./keys.js";
import { Sync } from "./sync.js";
import { learnPlaces } from "./sheet.js";
import { learn, say, word } from "./words.js";
import { watchPanel } from "./panel.js";
import { watchPool } from "./pool.js";
import { watchQuick } from "./quick.js";
import { watchRange } from "./range.js";
import { toast } from "../toast.js";

const MORNING = 9 * 60;
const PATIENCE = 3000;

class Desk {
  constructor(board) {
    this.board = board;
    this.grid = new Grid(board);
    this.cards = new Cards(board);
    this.fits = new Fits(board, this.grid);
    this.sync = new Sync(board, this.cards);
    this.groups = new Groups(this);
    this.carry = null;
    this.sync.isCarrying = () => this.carry !== null;
    this.sync.onApplied = () => this.fits.forget();
  }

  /** Lay down what is in the hand, there where it lies. */
  async lay({ isSure = false } = {}) {
    const { carry } = this;
    if (!carry || carry.isLaid) return;
    carry.isLaid = true;
    const step = carry.step();
    if (step && !isSure) await carry.known(PATIENCE);
    if (this.carry !== carry) return;
    const reasons = carry.verdict?.reasons ?? [];
    const isRefused = carry.isImpossible && !isSure;
    const { uid, title } = carry.origin;
    this.empty();
    // What lies on the board and what waits beside it are not moved together later.
    if (step?.verb === "place" || step?.verb === "unplace") this.cards.clear();
    if (!step) this.stay(uid);
    else if (isRefused) this.giveBack(step, reasons, title, uid);
    else await this.take(step, uid, carry.uids);
  }

  /** Take a step; `uids` are the cards it concerns, as far as one sees them. */
  async take(step, uid, uids = step.uids ?? [uid]) {
    await this.sync.take(step, { focus: uid, versions: this.cards.versions(uids) });
    this.sync.settle();
  }

  /** The card goes back and the reason is named; whoever knows better lays it there all the same. */
  giveBack(step, reasons, title, uid) {
    const hard = reasons.filter((each) => each.tone === "blocks").map((each) => each.text);
    const text = word("refused", { title, reason: hard.slice(0, 2).join("; ") || reasons[0]?.text });
    this.refusal?.remove();
    const action = { word: word("anyway"), run: () => this.take(step, uid) };
    this.refusal = toast(text, { kind: "error", action });
    this.stay(uid, text);
  }

  cancel() {
    const uid = this.carry?.origin.uid;
    this.empty();
    this.stay(uid, word("cancelled"));
  }

  empty() {
    this.refusal?.remove();
    this.carry?.end();
    const card = this.carry?.card;
    this.carry = null;
    this.board.classList.remove("is-carrying");
    if (this.grid.isUnfolded) this.steadily(card, () => this.board.classList.remove("is-unfolded"));
  }

  /** A telephone shows a list; while a card is in the hand there is the grid of its day. */
  unfold(card) {
    if (this.grid.isGrid) return;
    const iso = this.grid.inView;
    this.steadily(card, () => {
      this.board.classList.add("is-unfolded");
      this.grid.go(facts(card).day ?? iso);
    });
  }

  /** Change how the board looks without moving a card away from the finger. */
  steadily(card, change) {
    const before = card.getBoundingClientRect().top;
    change();
    window.scrollBy({ top: card.getBoundingClientRect().top - before, behavior: "instant" });
  }

  stay(uid, text = "") {
    if (uid) this.cards.focus(uid);
    say(text);
    this.sync.settle();
  }

  remove(uid) {
    const uids = this.cards.together(uid);
    const all = this.cards.all.map((card) => card.dataset.uid).filter((each) => !uids.includes(each) || each === uid);
    const next = all[all.indexOf(uid) + 1] ?? all[all.indexOf(uid) - 1];
    this.cards.chosen.clear();
    this.sync.take({ verb: "delete", uids }, { focus: next, versions: this.cards.versions(uids) });
  }

  copy(uid) {
    this.cards.kept = this.cards.together(uid).map((each) => facts(this.cards.find(each)));
    const text = word("copied", { number: this.cards.kept.length });
    say(text);
    toast(text, { kind: "plain" });
  }

  /** Copies go behind the card that has the focus, the earliest of them first. */
  paste(uid) {
    const kept = this.cards.kept.filter((each) => !each.isIdea && this.cards.find(each.uid));
    const target = facts(this.cards.find(uid));
    if (!kept.length || target.isIdea) return say(word("nothing_copied"));
    const first = kept.reduce((a, b) => (`${a.day}${a.start + 1e4}` < `${b.day}${b.start + 1e4}` ? a : b));
    const uids = kept.map((each) => each.uid);
    const minutes = target.start + target.minutes - first.start;
    const days = this.grid.between(first.day, target.day);
    return this.sync.take({ verb: "duplicate", uids, minutes, days });
  }

  chooseDay(uid) {
    const { day } = facts(this.cards.find(uid));
    for (const card of this.cards.all) {
      if (facts(card).day === day && card.dataset.fixed === undefined) this.cards.chosen.add(card.dataset.uid);
    }
    this.cards.paint();
    say(word("chosen", { number: this.cards.chosen.size }));
  }

  /** Where an idea lies when it is taken up by keyboard: the day in view. */
  firstSpot() {
    const left = this.grid.scroller.getBoundingClientRect().left + this.grid.hours;
    const day = this.grid.days.find((each) => each.getBoundingClientRect().left >= left - 20);
    return { day: (day ?? this.grid.days[0]).dataset.day, start: MORNING, lanes: [0, 1] };
  }
}

const board = document.querySelector("[data-board]");
if (board) {
  learn(board);
  learnPlaces(board);
  const desk = new Desk(board);
  watchPool(board);
  watchQuick(desk);
  watchRange(board, desk.grid);
  desk.cards.paint();
  if (board.dataset.steps) {
    new Band(desk);
    new Drag(desk);
    new Keys(desk);
    watchPanel(board);
    board.classList.add("is-live");
    document.addEventListener("submit", (event) => {
      const direction = event.target.dataset?.again;
      if (!direction) return;
      event.preventDefault();
      desk.sync.again(direction);
    });
  }
  desk.sync.watch();
}
