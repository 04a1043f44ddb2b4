// The way out. The link works without this script; with it, the page goes blank at once, the entry in the history is
// replaced, and pressing Shift three times within five seconds does the same.
const link = document.querySelector('[data-module="leave"]');
const WINDOW_MS = 5000;
const PRESSES = 3;
let presses = 0;
let shiftAlone = false;
let timer;

function cover() {
  const sheet = document.createElement("div");
  sheet.className = "cover";
  document.body.append(sheet);
  document.title = "…";
}

function leave() {
  cover();
  location.replace(link.href);
  // A server that does not answer must not keep anyone here.
  setTimeout(() => location.replace(link.dataset.target), 2000);
}

function count(number) {
  presses = number;
  link.dataset.presses = String(number);
  clearTimeout(timer);
  if (number > 0) {
    timer = setTimeout(() => count(0), WINDOW_MS);
  }
}

link.addEventListener("click", (event) => {
  if (!event.metaKey && !event.ctrlKey) {
    event.preventDefault();
    leave();
  }
});

// Shift counts only when nothing else was pressed with it: capitals and shortcuts are not a wish to leave.
addEventListener("keydown", (event) => {
  if (event.key === "Shift") {
    shiftAlone = !event.repeat || shiftAlone;
  } else {
    shiftAlone = false;
    count(0);
  }
}, true);

addEventListener("keyup", (event) => {
  if (event.key === "Shift" && shiftAlone) {
    shiftAlone = false;
    if (presses + 1 >= PRESSES) {
      leave();
    } else {
      count(presses + 1);
    }
  }
}, true);

// A page brought back from the back/forward cache must not come back covered.
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    document.querySelector(".cover")?.remove();
    count(0);
  }
});
