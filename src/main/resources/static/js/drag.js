// Dragging is one more way to give a card another number; the form's own script does the rest.
const tray = document.querySelector('[data-module="studio"]');
let dragged;

tray.addEventListener("pointerdown", (event) => {
  const card = event.target.closest("[data-drag] > li");
  if (card) {
    card.draggable = !event.target.closest("input, textarea, button, summary");
  }
});
tray.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("[data-drag] > li");
});
tray.addEventListener("dragover", (event) => {
  if (dragged && event.target.closest("[data-drag]")) {
    event.preventDefault();
  }
});
tray.addEventListener("drop", (event) => {
  const place = event.target.closest("[data-drag] > li")?.querySelector(".arrange__place");
  const mine = dragged?.querySelector(".arrange__place");
  dragged = null;
  if (place && mine && place !== mine) {
    event.preventDefault();
    mine.value = place.value;
    mine.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
