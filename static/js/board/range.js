// The trip header shows which days are in view; its days and cities lead there.
import { put } from "./sheet.js";

export function watchRange(board, grid) {
  const wash = document.querySelector(".tl-wash");
  const line = document.querySelector(".tl");
  const near = document.querySelector("[data-quick] [name=near]");
  const { scroller } = grid;
  const start = board.dataset.start;
  let isPlanned = false;

  const show = () => {
    isPlanned = false;
    const box = scroller.getBoundingClientRect();
    const left = box.left + grid.hours;
    const shown = grid.days.filter((day) => {
      const each = day.getBoundingClientRect();
      return each.left >= left - 12 && each.right <= box.right + 12;
    });
    mark(shown.length ? shown.map((day) => day.dataset.day) : [grid.inView]);
  };

  const mark = (days) => {
    const links = [...document.querySelectorAll(".tl-day a")];
    const count = links.length;
    const places = links.map((link) => days.includes(link.querySelector("time").dateTime));
    links.forEach((link, index) => {
      if (places[index]) link.setAttribute("aria-current", "date");
      else link.removeAttribute("aria-current");
    });
    bring(links[places.indexOf(true)]);
    near?.setAttribute("value", days[0]);
    if (!wash || !places.includes(true)) return;
    put(wash, { at: places.indexOf(true) / count, to: (places.lastIndexOf(true) + 1) / count });
  };

  /** On a narrow screen the line itself is wider than the screen. */
  const bring = (link) => {
    if (!link || line.scrollWidth <= line.clientWidth) return;
    const box = link.getBoundingClientRect();
    const frame = line.getBoundingClientRect();
    if (box.left >= frame.left && box.right <= frame.right) return;
    line.scrollLeft += box.left - frame.left - frame.width / 3;
  };

  line?.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#day-']");
    if (!link || !grid.go(link.hash.slice(5), "smooth")) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
  });
  scroller.addEventListener("scroll", () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(show);
  }, { passive: true });
  addEventListener("resize", show);
  const asked = location.hash.startsWith("#day-") ? location.hash.slice(5) : start;
  const card = /^#(item|leg|idea)-/.test(location.hash) && document.getElementById(location.hash.slice(1));
  grid.go(card ? card.closest("[data-day]")?.dataset.day ?? start : asked);
  show();
}
