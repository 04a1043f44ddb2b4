// A note begun beside the guide goes on to the next page. It must not also stay behind in this one, where Back would
// show it to whoever holds the device later.
for (const form of document.querySelectorAll("[data-draft]")) {
  form.addEventListener("submit", () => {
    addEventListener("pagehide", () => {
      form.reset();
    }, { once: true });
  });
}
