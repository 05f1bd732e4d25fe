// The greeting and the address of a letter are composed anew while somebody types.
const PAUSE = 350;

for (const place of document.querySelectorAll("[data-letter-preview]")) {
  const form = place.closest("form");
  let timer = 0;
  let running = null;

  const compose = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(place.dataset.letterPreview, {
        method: "POST",
        body: new FormData(form),
        signal: running.signal,
      });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch {
      // The next keystroke asks again; saving composes it in any case.
    }
  };

  form.addEventListener("input", (event) => {
    if (event.target.closest(".no-letter")) return;
    clearTimeout(timer);
    timer = setTimeout(compose, PAUSE);
  });
}
