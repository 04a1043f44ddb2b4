// Keeps the tray and the pages beside the form up to date while somebody picks, moves and writes. The server draws both,
// as it does without scripts; nothing is kept on either side.
const form = document.querySelector('[data-module="studio"]');
const PICKS = "[name=prompt], [name=pitfall], [name=card], [name=sheet], [name=blanks], .arrange__place";
const LETTER = /-(US|CA|MX|PH|CL|CO|VE|PR|GT|CR|PA)$/i;
let asked = 0;
let pause;
let dragged;

function put(page, name) {
  const part = document.querySelector(`[data-live="${name}"]`);
  part.replaceChildren(...(page.querySelector(`[data-live="${name}"]`)?.childNodes ?? []));
}

async function refresh(parts, button) {
  const mine = ++asked;
  const fields = new URLSearchParams(new FormData(form));
  if (button) {
    fields.set(button.name, button.value);
  }
  const answer = await fetch("/print", { method: "POST", body: fields });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine === asked && (answer.ok || answer.status === 422)) {
    const any = page.querySelector(".paper");
    ["problems", "pages", ...parts].forEach((name) => put(page, name));
    const tray = form.querySelector("[data-tray]");
    if (tray) {
      tray.hidden = !any;
    }
    if (button) {
      form.querySelector(`button[name=${button.name}][value="${button.value}"]`)?.focus();
    }
  }
}

form.addEventListener("change", (event) => {
  if (event.target.matches(PICKS)) {
    refresh(["arrange"]);
  } else if (event.target.matches("[name=form], [name=paper], [name=ink]")) {
    refresh([]);
  }
});

// Writing waits for a pause, and leaves the field alone that is written in.
form.addEventListener("input", (event) => {
  if (event.target.name?.startsWith("own-")) {
    clearTimeout(pause);
    pause = setTimeout(() => refresh([]), 400);
  }
});

form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.matches("[name=up], [name=down], [name=ours]")) {
    event.preventDefault();
    refresh(["arrange"], button);
  }
});

// Dragging is one more way to give a card another number.
form.addEventListener("pointerdown", (event) => {
  const card = event.target.closest("[data-drag] > li");
  if (card) {
    card.draggable = !event.target.closest("input, textarea, button, summary");
  }
});
form.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("[data-drag] > li");
});
form.addEventListener("dragover", (event) => {
  if (dragged && event.target.closest("[data-drag]")) {
    event.preventDefault();
  }
});
form.addEventListener("drop", (event) => {
  const place = event.target.closest("[data-drag] > li")?.querySelector(".arrange__place");
  const mine = dragged?.querySelector(".arrange__place");
  dragged = null;
  if (place && mine && place !== mine) {
    event.preventDefault();
    mine.value = place.value;
    refresh(["arrange"]);
  }
});

// A page that everybody gets cannot know where somebody is; the browser's language is a good guess.
if ("fresh" in form.dataset) {
  form.querySelector("[name=paper][value=letter]").checked ||= LETTER.test(navigator.language);
  if (form.querySelector("[name=prompt]:checked, [name=pitfall]:checked, [name=sheet]:checked")) {
    refresh(["arrange"]);
  }
}
