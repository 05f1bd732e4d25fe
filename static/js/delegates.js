// Selecting people in the list: the bar appears with the first, headings select their section.
const form = document.querySelector("[data-bulk]");
const bar = form?.querySelector("[data-bulk-bar]");

const ticksIn = (root) => [...root.querySelectorAll('input[name="uid"]')];

function showSections() {
  for (const body of form.querySelectorAll("tbody")) {
    const head = body.querySelector("[data-bulk-all]");
    if (!head) continue;
    const ticks = ticksIn(body);
    const chosen = ticks.filter((tick) => tick.checked).length;
    head.checked = chosen > 0 && chosen === ticks.length;
    head.indeterminate = chosen > 0 && chosen < ticks.length;
  }
}

function showBar() {
  const chosen = ticksIn(form).filter((tick) => tick.checked).length;
  const count = bar.querySelector("[data-bulk-count]");
  const words = chosen === 1 ? count.dataset.one : count.dataset.many;
  count.textContent = words.replace("#", String(chosen));
  bar.hidden = chosen === 0;
  showSections();
}

if (bar) {
  bar.querySelector("[data-bulk-count]").setAttribute("aria-live", "polite");
  bar.querySelector("[data-bulk-clear]").hidden = false;
  for (const head of form.querySelectorAll("[data-bulk-all]")) head.hidden = false;
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-bulk-all]")) {
      for (const tick of ticksIn(event.target.closest("tbody"))) tick.checked = event.target.checked;
    }
    showBar();
  });
  form.addEventListener("reset", () => setTimeout(showBar));
  showBar();
}
