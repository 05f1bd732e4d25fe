// What every page loads: small conveniences. Each page works without them.
import { watchToasts } from "./toast.js";
import { watchDialogs } from "./dialog.js";
import { watchMenus } from "./menu.js";
import { keepForms } from "./keep.js";
import { watchThemes } from "./theme.js";
import { watchReveals } from "./reveal.js";
import { showCurrent } from "./strip.js";

watchToasts(document);
watchDialogs(document);
watchMenus(document);
watchThemes(document);
watchReveals(document);
keepForms(document);
showCurrent(document);
document.querySelector("[data-focus]")?.focus();
