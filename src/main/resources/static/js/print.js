// Buttons that print the page. Hidden where there is no script: then the browser's own menu does it.
for (const button of document.querySelectorAll('[data-module="print"]')) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
