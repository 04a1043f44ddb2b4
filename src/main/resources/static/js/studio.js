// Keeps the tray and the pages beside the form up to date while somebody picks, moves and writes. The server draws both,
// as it does without scripts; nothing is kept on either side.
const form = document.querySelector('[data-module="studio"]');
const PICKS = "[name=prompt], [name=pitfall], [name=card], [name=sheet], [name=blanks], .arrange__place";
const LETTER = /-(US|CA|MX|PH|CL|CO|VE|PR|GT|CR|PA)$/i;
let asked = 0;
let pause;

function put(page, name) {
  const part = document.querySelector(`[data-live="${name}"]`);
  part.replaceChildren(...(page.querySelector(`[data-live="${name}"]`)?.childNodes ?? []));
}

async function refresh(parts, button) {
  const mine = ++asked;
  const fields = new URLSearchParams(new FormData(form));
  fields.set("live", "1");
  if (button) {
    fields.set(button.name, button.value);
  }
  const answer = await fetch("/print", { method: "POST", body: fields });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine === asked && answer.ok) {
    page.querySelector("#problem")?.removeAttribute("autofocus");
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

// A page that everybody gets cannot know where somebody is; the browser's language is a good guess.
if ("fresh" in form.dataset) {
  form.querySelector("[name=paper][value=letter]").checked ||= LETTER.test(navigator.language);
  if (form.querySelector("[name=prompt]:checked, [name=pitfall]:checked, [name=sheet]:checked")) {
    refresh(["arrange"]);
  }
}
