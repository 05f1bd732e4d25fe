// A new item in one line: while it is typed, how it would be understood; sent, it lies on the board.
const REST = 250;

export function watchQuick(desk) {
  const form = document.querySelector("[data-quick]");
  if (!form) return;
  const place = form.querySelector("[data-understood]");
  const { line, near } = form.elements;
  let timer;
  let isSending = false;

  const read = async (typed) => {
    const url = new URL(form.dataset.quick, location.href);
    url.searchParams.set("line", typed);
    url.searchParams.set("near", near.value);
    try {
      const answer = await fetch(url, { cache: "no-store" });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null; // No connection: the line can still be sent.
    }
  };

  const show = async () => {
    const typed = line.value.trim();
    const found = typed ? await read(typed) : null;
    if (line.value.trim() === typed) place.textContent = found?.words ?? "";
  };

  const send = async (typed) => {
    const found = await read(typed);
    if (!found?.is_sure) return form.submit();
    const step = { verb: "quick_add", line: typed, locale: document.documentElement.lang, near: near.value };
    if (!(await desk.sync.take(step))) return undefined;
    line.value = "";
    place.textContent = "";
    return undefined;
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  });
  // Where it is not sure what is meant, the form is sent as it is and asks.
  form.addEventListener("submit", async (event) => {
    const typed = line.value.trim();
    if (!typed || !desk.board.dataset.steps) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    await send(typed);
    isSending = false;
  });
}
