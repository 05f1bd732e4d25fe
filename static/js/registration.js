// A station of the registration, saved as it is typed. What was typed stays in the page until the
// server has said that it is kept; while it does not answer, the page tries again by itself.
const PAUSE = 700;
const RETRY_FIRST = 1000;
const RETRY_MOST = 15000;

const form = document.getElementById("station");
const state = form?.querySelector("[data-state]");
const words = state?.querySelector("[data-words]");
const touched = new Map(); // control -> values that the server has not got yet
let timer = 0;
let wait = RETRY_FIRST;
let sending = null;
let isLeaving = false;

function valuesOf(name) {
  // A language of the country is said as soon as it has a level.
  const isLevelled = (code) => form.querySelector(`[name="level-${CSS.escape(code)}"]:checked`);
  const offered = name === "language" ? valuesOf("offered").filter(isLevelled) : [];
  const found = [...form.elements].filter((control) => control.name === name);
  return found
    .filter((control) => !["checkbox", "radio"].includes(control.type) || control.checked)
    .map((control) => control.value)
    .concat(offered);
}

function say(kind, time = "") {
  state.classList.toggle("is-offline", kind === "offline");
  words.textContent = state.dataset[kind].replace("{time}", time);
}

function note(control) {
  if (!control.name || control.dataset.passing !== undefined) return;
  touched.set(control.name, valuesOf(control.name));
  if (control.name.startsWith("level-")) touched.set("language", valuesOf("language"));
  later(PAUSE);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(send, pause);
}

// One at a time, so that an older answer never overwrites a newer one. True once all is kept.
async function send() {
  clearTimeout(timer);
  if (sending) return sending.then(send);
  if (!touched.size) return true;
  const batch = new Map(touched);
  say("saving");
  sending = post(batch);
  const time = await sending;
  sending = null;
  if (time === null) {
    say("offline");
    later(wait);
    wait = Math.min(wait * 2, RETRY_MOST);
    return false;
  }
  wait = RETRY_FIRST;
  for (const [name, values] of batch) if (touched.get(name) === values) touched.delete(name);
  if (touched.size) return send();
  say("saved", time);
  return true;
}

async function post(batch) {
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(Object.fromEntries(batch)),
      signal: AbortSignal.timeout(20000),
    });
    if (answer.status === 410) location.reload();
    return answer.ok ? (await answer.json()).saved : null;
  } catch {
    return null;
  }
}

// The page is left only when the server is there to take what was typed since it last answered: else
// the browser would show an error in place of it. Where all of it is kept, the page leaves at once.
async function leave(event) {
  if (isLeaving) return;
  if (!touched.size && !sending) {
    isLeaving = true;
    return;
  }
  event.preventDefault();
  const button = event.submitter;
  for (const control of form.elements) {
    if (control.name && control.dataset.passing === undefined && control.type !== "submit") {
      touched.set(control.name, valuesOf(control.name));
    }
  }
  while (!(await send())) {
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  isLeaving = true;
  form.requestSubmit(button?.form === form ? button : undefined);
}

if (form?.dataset.draft && state) {
  form.addEventListener("input", (event) => note(event.target));
  form.addEventListener("change", (event) => note(event.target));
  form.addEventListener("submit", leave);
  window.addEventListener("online", send);
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && touched.size) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && touched.size) {
      navigator.sendBeacon(
        form.dataset.draft,
        new Blob([JSON.stringify(Object.fromEntries(touched))], { type: "application/json" }),
      );
    }
  });
}

document.querySelector("[data-focus]")?.focus();
