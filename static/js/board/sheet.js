// Times are places: a class like y540 or d45 sets a number. What comes later gets its rule here.
const sheet = new CSSStyleSheet();
const known = new Set();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

export function learnPlaces(root) {
  for (const element of root.querySelectorAll('[class*="y"]')) {
    for (const name of element.classList) {
      const found = /^([yd])(\d+)$/.exec(name);
      if (!found || known.has(name)) continue;
      known.add(name);
      sheet.insertRule(`.${name} { --${found[1]}: ${found[2]} }`);
    }
  }
}

export function put(element, values) {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(`--${name}`, value);
}
