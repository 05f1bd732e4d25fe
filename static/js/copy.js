// A button with data-copy="id" copies the value of that field and says so in its own place.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  if (!field) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    const word = button.lastChild;
    const before = word.textContent;
    word.textContent = button.dataset.copied;
    setTimeout(() => {
      word.textContent = before;
    }, 2000);
  });
}
