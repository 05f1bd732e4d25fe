// Messages stay eight seconds, longer while someone points at them or is inside by keyboard.
const STAY = 8000;

function arm(toast) {
  if (toast.getAttribute("role") === "alert") return;
  let timer;
  const start = () => {
    timer = setTimeout(() => toast.remove(), STAY);
  };
  const stop = () => clearTimeout(timer);
  toast.addEventListener("pointerenter", stop);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusin", stop);
  toast.addEventListener("focusout", start);
  start();
}

export function watchToasts(root) {
  for (const toast of root.querySelectorAll("[data-toasts] [data-toast]")) arm(toast);
}

/** Show a message. `action` is {word, run}; kind is "", "error" or "plain". */
export function toast(text, { kind = "", action = null } = {}) {
  const place = document.querySelector("[data-toasts]");
  if (!place) return null;
  const element = document.createElement("div");
  element.className = kind ? `toast toast-${kind}` : "toast";
  element.setAttribute("role", kind === "error" ? "alert" : "status");
  const words = document.createElement("span");
  words.textContent = text;
  element.append(words);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = action.word;
    button.addEventListener("click", () => {
      element.remove();
      action.run();
    });
    element.append(button);
  }
  place.append(element);
  arm(element);
  return element;
}
