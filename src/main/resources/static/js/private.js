// Private pages: nothing of them outlasts the notebook on this screen, and nothing typed is thrown away by accident.
const room = document.querySelector("[data-private]");
const LOOK_EVERY_MS = 300000;
const tabs = new BroadcastChannel("tabs");
let sent = false;

async function stillOpen() {
  try {
    return (await fetch("/notebook/pulse", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

// Words that are not saved yet stay on the screen: saving them opens the door again.
function hasUnsaved() {
  return document.body.dataset.unsaved === "yes";
}

async function look() {
  if (room && !hasUnsaved() && !(await stillOpen())) {
    location.replace("/notebook");
  }
}

// Back after locking: covered until the server says that the notebook is still open.
addEventListener("pageshow", async (event) => {
  if (event.persisted && room) {
    room.hidden = true;
    if (await stillOpen()) {
      room.hidden = false;
    } else {
      location.replace("/notebook");
    }
  }
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    look();
  }
});
setInterval(look, LOOK_EVERY_MS);

document.querySelector("[data-locks]")?.addEventListener("submit", () => tabs.postMessage("locked"));
tabs.addEventListener("message", (event) => {
  if (event.data === "locked") {
    // The other tab's form is on its way; look when it has arrived.
    setTimeout(look, 1500);
  }
});

// The answer to a form is in the history together with the form. Under this address, neither Back nor a reload sends it
// again, or shows what was in it.
if (document.body.dataset.answersForm) {
  history.replaceState(null, "", "/notebook");
}

const written = document.querySelector("[data-carries]");
if (written) {
  addEventListener("submit", () => { sent = true; });
  addEventListener("beforeunload", (event) => {
    if (!sent && written.value && !document.querySelector(".cover")) {
      event.preventDefault();
    }
  });
}

// Key words are not left standing in a page that Back can bring again.
addEventListener("pagehide", () => {
  for (const field of document.querySelectorAll("[data-forget]")) {
    field.value = "";
  }
});

document.querySelector('[data-module="focus"]')?.focus();
