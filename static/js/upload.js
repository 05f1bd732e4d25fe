// While a file is on its way and being read: says so, and the button is not pressed twice.
for (const place of document.querySelectorAll("[data-upload]")) {
  const form = place.matches("form") ? place : place.querySelector("form");
  const wait = place.querySelector("[data-wait]");
  form?.addEventListener("submit", () => {
    wait.textContent = wait.dataset.wait;
    wait.classList.add("is-busy");
    const button = form.querySelector(".btn-primary");
    setTimeout(() => { button.disabled = true; });
  });
  // The page may come back out of the browser's memory.
  window.addEventListener("pageshow", () => {
    wait.textContent = "";
    wait.classList.remove("is-busy");
    for (const button of form.querySelectorAll(".btn-primary")) button.disabled = false;
  });
}
