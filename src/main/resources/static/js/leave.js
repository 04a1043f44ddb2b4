// The way out. The link works without this script; with it, the page goes blank at once, the entry in the history is
// replaced, other tabs leave too, and pressing Shift three times within five seconds does the same.
const link = document.querySelector('[data-module="leave"]');
const WINDOW_MS = 5000;
const PATIENCE_MS = 1000;
const PRESSES = 3;
const tabs = new BroadcastChannel("tabs");
let presses = 0;
let shiftAlone = false;
let timer;

function cover() {
  const sheet = document.createElement("div");
  sheet.className = "cover";
  document.body.append(sheet);
  document.title = "…";
}

function go() {
  location.replace(link.dataset.target);
}

function leave() {
  cover();
  tabs.postMessage("left");
  // The server closes what is open. Whether it answers, refuses or hangs, nobody is kept here.
  fetch(link.href, { redirect: "manual", cache: "no-store" }).then(go, go);
  setTimeout(go, PATIENCE_MS);
}

tabs.addEventListener("message", (event) => {
  if (event.data === "left") {
    cover();
    go();
  }
});

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

// Shift counts only when nothing else was pressed with it: capitals, shortcuts and selecting are not a wish to leave.
function somethingElse() {
  shiftAlone = false;
  count(0);
}

addEventListener("pointerdown", somethingElse, true);
addEventListener("keydown", (event) => {
  if (event.key === "Shift") {
    shiftAlone = !event.repeat || shiftAlone;
  } else {
    somethingElse();
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
