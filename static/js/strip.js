// Strips that scroll sideways (tabs, the line of days) open where the page is, not at their start.
const STRIPS = ".tabs, .tl, nav.chips";

export function showCurrent(root) {
  for (const strip of root.querySelectorAll(STRIPS)) {
    const current = strip.querySelector("[aria-current]");
    if (!current || strip.scrollWidth <= strip.clientWidth) continue;
    const [box, place] = [strip, current].map((each) => each.getBoundingClientRect());
    strip.scrollLeft += place.left - box.left - (box.width - place.width) / 2;
  }
}
