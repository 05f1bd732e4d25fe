// While a line is typed: how it would be understood.
const REST = 250;

export function watchQuick() {
  const form = document.querySelector("[data-quick]");
  if (!form) return;
  const place = form.querySelector("[data-understood]");
  let timer;
  const show = async () => {
    const line = form.elements.line.value.trim();
    if (!line) {
      place.textContent = "";
      return;
    }
    const url = new URL(form.dataset.quick, location.href);
    url.searchParams.set("line", line);
    url.searchParams.set("near", form.elements.near.value);
    try {
      const answer = await fetch(url, { cache: "no-store" });
      if (answer.ok && form.elements.line.value.trim() === line) {
        place.textContent = (await answer.json()).words;
      }
    } catch {
      // No connection: the line can still be sent.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  });
}
