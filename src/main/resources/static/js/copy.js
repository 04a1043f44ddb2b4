// Puts the key words on the clipboard. Not offered where there is no script, or no clipboard for this page.
const place = document.querySelector('[data-module="copy"]');
if (place && navigator.clipboard) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", async () => {
    const words = [...document.querySelectorAll("[data-key-words] > *")].map((word) => word.textContent.trim());
    const done = navigator.clipboard.writeText(words.join(" ")).then(() => "copied", () => "failed");
    place.querySelector("[role=status]").textContent = place.dataset[await done];
  });
}
