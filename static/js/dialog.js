// A link with data-dialog="id" opens that <dialog> instead of its own page.
// Focus starts on the safe button: the one marked autofocus.
export function watchDialogs(root) {
  root.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset.dialog);
      if (dialog?.showModal) {
        event.preventDefault();
        dialog.showModal();
      }
      return;
    }
    const closer = event.target.closest("[data-close]");
    if (closer) {
      const dialog = closer.closest("dialog");
      if (dialog?.open) {
        event.preventDefault();
        dialog.close();
      }
    }
  });
}
