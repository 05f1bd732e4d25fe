// A list of one's own: its order by dragging or by buttons, and how it looks while one chooses.
const PAUSE = 250;
const plan = document.querySelector("[data-plan]");
const form = plan.closest("form");
let timer = 0;
let running = null;

plan.classList.add("is-scripted");

const fresh = () => plan.querySelector("[data-plan-fresh]");
const rows = () => [...plan.querySelectorAll("[data-plan-order] [data-key]")];

// The server answers with the same page; only what follows from the choice is taken from it.
const show = async (step, focused = "") => {
  running?.abort();
  running = new AbortController();
  const wish = new FormData(form);
  wish.set("add", step);
  try {
    const answer = await fetch(location.href, {
      method: "POST",
      body: wish,
      signal: running.signal,
    });
    if (!answer.ok) return;
    const text = (await answer.text()).replace(/<style[^]*?<\/style>/g, "");
    const page = new DOMParser().parseFromString(text, "text/html");
    const part = page.querySelector("[data-plan-fresh]");
    if (!part) return;
    fresh().replaceWith(part);
    const way = step.split(":")[0];
    const row = focused && part.querySelector(`[data-key="${CSS.escape(focused)}"]`);
    const wanted = row && (row.querySelector(`[value^="${way}:"]`) || row.querySelector("button"));
    wanted?.focus();
  } catch {
    // The next choice asks again; saving takes the order as it stands.
  }
};

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(() => show("show"), PAUSE);
};

form.addEventListener("change", later);

plan.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (!button) return;
  event.preventDefault();
  show(button.value, button.value.split(":")[1]);
});

let dragged = null;

plan.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("[data-key]");
  dragged?.classList.add("is-dragged");
  if (dragged) event.dataTransfer.effectAllowed = "move";
});

plan.addEventListener("dragover", (event) => {
  const over = event.target.closest("[data-plan-order] [data-key]");
  if (!dragged || !over) return;
  event.preventDefault();
  if (over === dragged) return;
  const box = over.getBoundingClientRect();
  if (event.clientY < box.top + box.height / 2) over.before(dragged);
  else over.after(dragged);
});

plan.addEventListener("drop", (event) => event.preventDefault());

plan.addEventListener("dragend", () => {
  if (!dragged) return;
  dragged.classList.remove("is-dragged");
  dragged = null;
  plan.querySelector("input[name=order]").value = rows()
    .map((row) => row.dataset.key)
    .join(",");
  show("show");
});
