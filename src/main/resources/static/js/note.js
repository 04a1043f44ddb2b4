// Small comforts for a note: how much room is left near the end, and times in the reader's own zone.
const body = document.querySelector('[data-module="count"]');
const hint = document.querySelector("#body-limit");

if (body && hint) {
  const limit = Number(body.dataset.limit);
  const said = hint.textContent;
  const count = () => {
    const left = limit - [...body.value].length;
    const words = left < 0 ? body.dataset.over : body.dataset.left;
    hint.textContent = left > limit / 10 ? said : words.replace("{0}", Math.abs(left).toLocaleString());
    hint.classList.toggle("over", left < 0);
  };
  body.addEventListener("input", count);
  count();
}

// The page's language, as it is written where the reader lives.
const { lang } = document.documentElement;
const home = navigator.languages.find((language) => language.startsWith(lang)) ?? lang;
for (const time of document.querySelectorAll('[data-module="local-time"]')) {
  time.textContent = new Intl.DateTimeFormat(home, {
    dateStyle: "full",
    timeStyle: "short",
  }).format(new Date(time.dateTime));
}

// Paper gets what stands in the form now, whether it was saved or not.
addEventListener("beforeprint", () => {
  const paper = document.querySelector(".on-paper");
  if (paper && body) {
    paper.querySelector("h2").textContent = document.querySelector("#title").value;
    paper.querySelector(".on-paper__body").textContent = body.value;
  }
});

// Closing the tab on words that are not kept asks first; saving does not. A page that gives words back has some to lose.
const form = document.querySelector("#note");
function unsaved(yes) {
  document.body.dataset.unsaved = yes ? "yes" : "no";
}
unsaved(Boolean(document.body.dataset.answersForm));
form?.addEventListener("input", () => unsaved(true));
form?.addEventListener("submit", () => unsaved(false));
addEventListener("beforeunload", (event) => {
  if (document.body.dataset.unsaved === "yes" && !document.querySelector(".cover")) {
    event.preventDefault();
  }
});
