// Where things are: days, lanes and minutes to pixels and back.
export const SNAP = 5;
export const snap = (minute) => Math.round(minute / SNAP) * SNAP;
const MIDDLE = 18;

export class Grid {
  constructor(board) {
    this.board = board;
    this.scroller = board.querySelector("[data-scroll]");
    this.codes = board.dataset.lanes ? board.dataset.lanes.split(" ") : [];
    this.from = Number(board.dataset.from);
    this.to = Number(board.dataset.to);
  }

  /** On a telephone the day is a list, which unfolds while a card is in the hand. */
  get isGrid() {
    return this.isUnfolded || matchMedia("(width >= 700px)").matches;
  }

  get isUnfolded() {
    return this.board.classList.contains("is-unfolded");
  }

  /** How much of the width the hours cover. */
  get hours() {
    return this.board.querySelector(".bd-hours").offsetWidth;
  }

  /** True where the screen shows one day at a time. */
  get isSingle() {
    return this.days[0].offsetWidth > (this.scroller.clientWidth - this.hours) * 0.6;
  }

  /** The day that is looked at. */
  get inView() {
    const left = this.scroller.getBoundingClientRect().left + this.hours;
    const far = (day) => Math.abs(day.getBoundingClientRect().left - left);
    return this.days.reduce((near, day) => (far(day) < far(near) ? day : near)).dataset.day;
  }

  /** The days of which anything can be seen. */
  get inSight() {
    const frame = this.scroller.getBoundingClientRect();
    return this.days
      .filter((day) => {
        const box = day.getBoundingClientRect();
        return box.right > frame.left + this.hours && box.left < frame.right;
      })
      .map((day) => day.dataset.day);
  }

  /** Bring a day to the left edge. */
  go(iso, behavior = "instant") {
    const day = this.day(iso);
    if (day) this.scroller.scrollTo({ left: day.offsetLeft - this.hours, behavior });
    return Boolean(day);
  }

  get count() {
    return Math.max(1, this.codes.length);
  }

  get days() {
    return [...this.board.querySelectorAll("[data-day]")];
  }

  day(iso) {
    return this.board.querySelector(`[data-day="${iso}"]`);
  }

  area(iso) {
    return this.day(iso)?.querySelector("[data-grid]");
  }

  /** The day and minute below a point, and its lanes: one, or all where it is between them. */
  at(x, y) {
    for (const day of this.days) {
      const box = day.querySelector("[data-grid]").getBoundingClientRect();
      const outer = day.getBoundingClientRect();
      if (x < outer.left - 8 || x > outer.right + 8) continue;
      if (y < outer.top || y > outer.bottom + 40) return null;
      const minute = this.from + ((y - box.top) / box.height) * (this.to - this.from);
      return { day: day.dataset.day, minute, lanes: this.lanesAt(x - box.left, box.width) };
    }
    return null;
  }

  lanesAt(x, width) {
    const each = width / this.count;
    const lane = Math.min(this.count - 1, Math.max(0, Math.floor(x / each)));
    const edge = Math.round(x / each);
    const isBetween = edge > 0 && edge < this.count && Math.abs(x - edge * each) < MIDDLE;
    return isBetween ? this.every : [lane, 1];
  }

  get every() {
    return [0, this.count];
  }

  minuteAt(iso, y) {
    const box = this.area(iso).getBoundingClientRect();
    return this.from + ((y - box.top) / box.height) * (this.to - this.from);
  }

  /** Codes of the groups in some lanes; none means everyone. */
  groups([lane, lanes]) {
    return lanes >= this.count ? [] : this.codes.slice(lane, lane + lanes);
  }

  next(iso, by) {
    const all = this.days.map((day) => day.dataset.day);
    const index = all.indexOf(iso) + by;
    return all[Math.min(all.length - 1, Math.max(0, index))];
  }

  between(one, other) {
    return Math.round((Date.parse(`${other}T00:00Z`) - Date.parse(`${one}T00:00Z`)) / 86_400_000);
  }

  show(element) {
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
