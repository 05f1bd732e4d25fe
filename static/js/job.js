// Looks every second how far a document is.
const place = document.querySelector("[data-job]");
const words = place?.querySelector("[data-words]");

async function look() {
  try {
    const answer = await fetch(place.dataset.job, { cache: "no-store", headers: { Accept: "application/json" } });
    if (answer.ok) {
      const job = await answer.json();
      if (job.state !== place.dataset.state) {
        location.reload();
        return;
      }
      words.textContent = job.words;
      place.querySelector(".progress-done").setAttribute("x2", `${job.share}%`);
      place.querySelector(".progress-ring").setAttribute("cx", `${job.share}%`);
    }
  } catch {
    // no connection: the next look may find one
  }
  setTimeout(look, 1000);
}

if (place) setTimeout(look, 500);
