// A notebook that rests locks itself, and its pages go. Two minutes before, the page says so once; using it keeps it open.
const box = document.querySelector("[data-idle]");
const said = box.querySelector("p");
const form = box.querySelector("form");
const tabs = new BroadcastChannel("tabs");
const WARN_S = 120;
const WARN_PART = 3;
const LOOK_S = 300;
const LOOK_WARNED_S = 20;
const SAID_MS = 5000;
let closesAt = Date.now() + LOOK_S * 1000;
let longest = 0;
let timer;

async function left(sending) {
  try {
    const answer = await fetch(form.action, { cache: "no-store", ...sending });
    if (answer.ok || answer.status === 410) {
      closesAt = Date.now() + Number(answer.headers.get("Closes-In")) * 1000;
    }
  } catch {
    // No network: what was last heard still holds.
  }
  return (closesAt - Date.now()) / 1000;
}

async function look(sending) {
  const seconds = await left(sending);
  const leaving = document.querySelector(".cover");
  longest = Math.max(longest, seconds);
  const warnAt = Math.min(WARN_S, longest / WARN_PART);
  const warn = seconds <= warnAt;
  if (seconds <= 0 && !leaving && document.body.dataset.unsaved !== "yes") {
    location.replace("/notebook");
  } else if (seconds <= 0) {
    // Words that are not saved yet stay on the screen: saving them opens the door again.
    said.textContent = box.dataset.closed;
  } else if (warn && form.hidden) {
    const time = new Date(closesAt).toLocaleTimeString([], { timeStyle: "short" });
    said.textContent = box.dataset.soon.replace("{0}", time);
  } else if (!warn) {
    said.textContent = "";
  }
  form.hidden = !warn || seconds <= 0;
  clearTimeout(timer);
  const wait = seconds <= 0 ? LOOK_S : warn ? Math.min(seconds + 1, LOOK_WARNED_S) : Math.min(seconds - warnAt, LOOK_S);
  timer = setTimeout(look, wait * 1000);
}

function keepOpen() {
  form.hidden = true;
  said.textContent = "";
  return look({ method: "POST", body: new URLSearchParams(new FormData(form)) });
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await keepOpen();
  said.textContent ||= box.dataset.kept;
  setTimeout(() => { said.textContent = ""; }, SAID_MS);
});
for (const sign of ["pointerdown", "keydown", "wheel"]) {
  addEventListener(sign, (event) => {
    // Not on the way out: closing the notebook and keeping it open must not race each other.
    if (!form.hidden && event.key !== "Shift" && !event.target.closest?.(".idle, .leave, [data-locks]")) {
      keepOpen();
    }
  }, { passive: true, capture: true });
}
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    look();
  }
});
// The other tab's form is on its way; look when it has arrived.
tabs.addEventListener("message", (event) => event.data === "locked" && setTimeout(look, 1500));
look();
