// Keeps an open programme page true: asks for a newer one each minute and when it is shown again.
// Without a connection nothing happens: the page that is there stays.
const MINUTE = 60_000;
let known = null;
let asked = Date.now();

async function ask() {
  if (document.hidden || Date.now() - asked < MINUTE / 2) return;
  asked = Date.now();
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    const tag = answer.headers.get("ETag");
    if (!answer.ok || !tag) return;
    if (known && tag !== known) location.reload();
    known = tag;
  } catch {
    // no connection
  }
}

document.querySelector(".daystrip [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
document.addEventListener("visibilitychange", ask);
setInterval(ask, MINUTE);
