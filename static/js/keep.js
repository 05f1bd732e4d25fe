// Nothing typed is ever lost: a form with data-keep="name" stores what differs from the server's
// values in this tab, warns before leaving, and offers the words again after a reload.
// Passwords, files and hidden fields are never stored. <form data-keep-words='{"found":…}'> may
// carry its own words; without them the page's <template id="keep-words"> is used.
const SKIPPED = new Set(["password", "file", "hidden", "submit", "button"]);

function controls(form) {
  return [...form.elements].filter((el) => el.name && !SKIPPED.has(el.type) && !("noKeep" in el.dataset));
}

function valueOf(control) {
  if (control.type === "checkbox" || control.type === "radio") return control.checked;
  if (control.multiple) return [...control.selectedOptions].map((option) => option.value).join("\n");
  return control.value;
}

function nameOf(control) {
  const choice = control.type === "checkbox" || control.type === "radio";
  return choice ? `${control.name}=${control.value}` : control.name;
}

function setValue(control, value) {
  if (typeof value === "boolean") control.checked = value;
  else if (control.multiple) {
    const chosen = new Set(value.split("\n"));
    for (const option of control.options) option.selected = chosen.has(option.value);
  } else control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function changed(form, first) {
  return controls(form)
    .filter((control) => valueOf(control) !== first.get(nameOf(control)))
    .map((control) => [nameOf(control), valueOf(control)]);
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key, values) {
  try {
    if (values.length) sessionStorage.setItem(key, JSON.stringify(values));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser without storage still warns before leaving.
  }
}

function offer(form, key, stored) {
  const template = document.getElementById("keep-words");
  if (!template) return;
  const box = template.content.firstElementChild.cloneNode(true);
  box.querySelector("[data-restore]").addEventListener("click", () => {
    const byName = new Map(stored);
    for (const control of controls(form)) {
      if (byName.has(nameOf(control))) setValue(control, byName.get(nameOf(control)));
    }
    box.remove();
    controls(form)[0]?.focus();
  });
  box.querySelector("[data-discard]").addEventListener("click", () => {
    write(key, []);
    box.remove();
  });
  form.prepend(box);
}

function keep(form) {
  const key = `keep:${form.dataset.keep}`;
  const first = new Map(controls(form).map((control) => [nameOf(control), valueOf(control)]));
  const hasErrors = form.querySelector(".error-summary") !== null;
  let sending = false;
  const stored = read(key);
  const differs = stored?.some(([name, value]) => first.has(name) && first.get(name) !== value);
  if (stored && differs && !hasErrors) offer(form, key, stored);
  else write(key, []);
  const note = () => write(key, changed(form, first));
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  form.addEventListener("submit", () => {
    sending = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sending && changed(form, first).length) event.preventDefault();
  });
}

export function keepForms(root) {
  for (const form of root.querySelectorAll("form[data-keep]")) keep(form);
}
