// Talking with the server: steps go there, what changed comes back, by whomever it was changed.
import { facts } from "./cards.js";
import { learnPlaces } from "./sheet.js";
import { say, word } from "./words.js";
import { toast } from "../toast.js";

const EVERY = 3000;
const STAY = 6000;

export class Sync {
  constructor(board, cards) {
    this.board = board;
    this.cards = cards;
    this.revision = Number(board.dataset.revision);
    this.isBusy = false;
    this.last = Promise.resolve();
    this.waiting = null;
    this.isCarrying = () => false;
    this.onApplied = () => {};
  }

  get seen() {
    const parts = [...this.board.querySelectorAll("[data-etag]")];
    return Object.fromEntries(parts.map((part) => [part.dataset.part, part.dataset.etag]));
  }

  headers() {
    return { "Content-Type": "application/json", "X-CSRFToken": this.board.dataset.token };
  }

  /** Take a step. Answers true if it was taken. */
  async take(step, { focus = null, versions = {} } = {}) {
    return this.send(this.board.dataset.steps, { step, versions }, focus);
  }

  async again(direction) {
    return this.send(this.board.dataset[direction], {}, null);
  }

  /** One after the other: nothing is lost of what is done while the server still answers. */
  send(url, body, focus) {
    this.last = this.last.then(() => this.post(url, body, focus));
    return this.last;
  }

  async post(url, body, focus) {
    this.isBusy = true;
    this.board.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: this.headers(),
        body: JSON.stringify({ ...body, seen: this.seen, group: this.board.dataset.group }),
      });
      const isJson = answer.headers.get("Content-Type")?.includes("json");
      if (!isJson) throw new Error(String(answer.status));
      return this.answered(answer, await answer.json(), focus);
    } catch {
      toast(word("offline"), { kind: "error" });
      return false;
    } finally {
      this.isBusy = false;
      this.board.removeAttribute("aria-busy");
    }
  }

  answered(answer, news, focus) {
    this.apply(news, { focus });
    if (!answer.ok) {
      toast(news.error, { kind: "error" });
      return false;
    }
    say(news.announce);
    for (const note of news.notes ?? []) toast(note, { kind: "plain" });
    if (news.toast) {
      toast(news.toast, { action: { word: word("undo"), run: () => this.again("undo") } });
    }
    return true;
  }

  /** Put in the days that changed; focus and what is chosen stay where they were. */
  apply(news, { focus = null, isOthers = false } = {}) {
    if (!news.days) return;
    const before = this.cards.versions();
    const active = document.activeElement?.closest?.("[data-uid]");
    const held = active && this.board.contains(active) ? active.dataset.uid : null;
    for (const [part, html] of Object.entries(news.days)) this.replace(part, html);
    learnPlaces(this.board);
    this.revision = news.revision;
    this.board.dataset.asOf = news.as_of;
    this.cards.paint();
    if (isOthers) this.highlight(before);
    this.onApplied();
    const target = news.focus ?? focus ?? held;
    if (target && this.cards.find(target)) this.cards.focus(target);
  }

  replace(part, html) {
    const old = document.querySelector(`[data-part="${part}"]`);
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.firstElementChild;
    const typed = old?.querySelector("[data-pool-search]")?.value;
    const scrolled = old?.scrollTop;
    old?.replaceWith(fresh);
    if (scrolled) fresh.scrollTop = scrolled;
    const search = fresh.querySelector("[data-pool-search]");
    if (search && typed) {
      search.value = typed;
      search.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  highlight(before) {
    for (const card of this.cards.all) {
      const { uid, version } = facts(card);
      if (before[uid] === version) continue;
      card.classList.add("is-new");
      setTimeout(() => card.classList.remove("is-new"), STAY);
    }
  }

  watch() {
    const look = async () => {
      if (!document.hidden && !this.isBusy) await this.look();
      setTimeout(look, EVERY);
    };
    setTimeout(look, EVERY);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.look();
    });
  }

  async look() {
    const url = new URL(this.board.dataset.changes, location.href);
    url.searchParams.set("revision", this.revision);
    url.searchParams.set("since", this.board.dataset.asOf);
    url.searchParams.set("group", this.board.dataset.group);
    const seen = Object.entries(this.seen).map(([part, etag]) => `${part}=${etag}`);
    url.searchParams.set("seen", seen.join(" "));
    try {
      const answer = await fetch(url, { cache: "no-store" });
      if (answer.status !== 200 || this.isBusy) return;
      const news = await answer.json();
      // A step of one's own may have overtaken this look: what it answered is newer.
      if (this.isBusy || news.revision < this.revision) return;
      if (this.isCarrying()) this.waiting = news;
      else this.others(news);
    } catch {
      // No connection: the next look may find one.
    }
  }

  /** What came while a card was in the hand is shown once it is laid down. */
  settle() {
    const news = this.waiting;
    this.waiting = null;
    if (news && news.revision > this.revision) this.others(news);
  }

  others(news) {
    this.apply(news, { isOthers: true });
    if (news.announce) {
      say(news.announce);
      toast(news.announce, { kind: "plain" });
    }
  }
}
