// The words of the page's language come with the page; facts are put in here.
let table = {};

export function learn(board) {
  table = JSON.parse(board.dataset.words);
}

export function word(key, facts = {}) {
  return (table[key] ?? "").replace(/%\((\w+)\)s/g, (_all, name) => facts[name] ?? "");
}

const live = () => document.querySelector("[data-live]");

/** Tell those who listen; the same words twice are said twice. */
export function say(text) {
  const place = live();
  if (!place || !text) return;
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = text;
  });
}

export const clock = (minute) => {
  const inDay = ((minute % 1440) + 1440) % 1440;
  const pad = (value) => String(value).padStart(2, "0");
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
};
