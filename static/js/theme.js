// The chosen theme shows at once; the form has told the server, so that it is remembered.
export function watchThemes(root) {
  for (const form of root.querySelectorAll("[data-themes]")) {
    form.addEventListener("submit", (event) => {
      const theme = event.submitter?.value;
      if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
      else delete document.documentElement.dataset.theme;
    });
  }
}
