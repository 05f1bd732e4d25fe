// Searching the ideas: what does not fit is hidden, empty cities too.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function watchPool(board) {
  board.addEventListener("input", (event) => {
    if (!event.target.matches("[data-pool-search]")) return;
    filter(board, event.target.value);
  });
}

export function filter(board, typed) {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  for (const part of board.querySelectorAll(".bd-pool-part")) {
    let shown = 0;
    for (const idea of part.querySelectorAll(".bd-idea")) {
      const text = plain(idea.dataset.find ?? idea.textContent);
      idea.hidden = !wanted.every((piece) => text.includes(piece));
      shown += idea.hidden ? 0 : 1;
    }
    part.hidden = shown === 0;
  }
}
