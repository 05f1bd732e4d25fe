// A click on a card opens everything about it in a dialog: the forms of its own page.
import { cardOf, faceOf } from "./cards.js";

export function watchPanel(board) {
  const dialog = document.getElementById("board-panel");
  if (!dialog?.showModal) return;
  const body = dialog.querySelector("[data-panel]");

  const open = async (card) => {
    const link = faceOf(card);
    try {
      const answer = await fetch(link.href, { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = (await answer.text()).replace(/<style[^]*?<\/style>/g, "");
      const page = new DOMParser().parseFromString(html, "text/html");
      const parts = page.querySelectorAll("main > .page-head, main > .row-points, main > .verbs");
      body.replaceChildren(...[...parts].map((part) => document.importNode(part, true)));
    } catch {
      location.href = link.href;
      return;
    }
    const title = body.querySelector("h1");
    title.id = "board-panel-title";
    dialog.showModal();
    dialog.scrollTop = 0;
  };

  board.addEventListener("click", (event) => {
    const card = cardOf(event.target);
    const isPlain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!card || !isPlain || card.dataset.fixed !== undefined) return;
    event.preventDefault();
    open(card);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}
