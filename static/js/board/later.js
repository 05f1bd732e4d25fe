// Everything after a card in the hand: how much later or earlier it would all begin.
import { facts } from "./cards.js";
import { put } from "./sheet.js";
import { say, word } from "./words.js";

const DAY = 1440;

export class Later {
  constructor({ grid, cards }, card, { withItself = false } = {}) {
    this.grid = grid;
    this.cards = cards;
    this.card = card;
    this.mode = "later";
    this.withItself = withItself;
    this.origin = facts(card);
    this.at = { day: this.origin.day, start: this.origin.start };
    this.moving = [...(withItself ? [card] : []), ...this.followers()];
    this.uids = [...new Set([this.origin.uid, ...this.moving.map((each) => each.dataset.uid)])];
    this.ghost = document.createElement("p");
    this.ghost.className = "bd-later";
    for (const each of this.moving) each.classList.add("is-shifted");
  }

  /** What begins later that day in the same lanes; who is shared takes further lanes along. */
  followers() {
    const { day, start, lanes } = this.origin;
    let [first, last] = [lanes[0], lanes[0] + lanes[1]];
    const later = this.cards.all
      .filter((card) => card.dataset.fixed === undefined && !card.matches(".is-cancelled"))
      .map((card) => ({ card, ...facts(card) }))
      .filter((each) => !each.isIdea && each.day === day && each.start > start)
      .sort((a, b) => a.start - b.start);
    return later
      .filter(({ lanes: [from, wide] }) => {
        if (from >= last || from + wide <= first) return false;
        [first, last] = [Math.min(first, from), Math.max(last, from + wide)];
        return true;
      })
      .map((each) => each.card);
  }

  get minutes() {
    return this.at.start - this.origin.start;
  }

  known() {
    return Promise.resolve();
  }

  to({ start }) {
    if (this.isLaid || start === undefined) return;
    this.at.start = Math.min(DAY, Math.max(-DAY, start));
    for (const each of this.moving) put(each, { shift: this.minutes });
    this.ghost.textContent = this.words;
    put(this.ghost, { y: facts(this.moving[0]).start + this.minutes });
    const area = this.grid.area(this.at.day);
    if (this.ghost.parentNode !== area) area.append(this.ghost);
  }

  get words() {
    const number = this.moving.length;
    if (!this.minutes) return word("shift_none", { number });
    const minutes = Math.abs(this.minutes);
    return word(this.minutes > 0 ? "shift_later" : "shift_earlier", { number, minutes });
  }

  tell() {
    say(this.words);
  }

  step() {
    const { minutes, withItself } = this;
    if (!minutes || !this.moving.length) return null;
    return { verb: "shift", uid: this.origin.uid, minutes, with_itself: withItself };
  }

  end() {
    this.ghost.remove();
    for (const each of this.moving) {
      each.classList.remove("is-shifted");
      each.style.removeProperty("--shift");
    }
  }
}
