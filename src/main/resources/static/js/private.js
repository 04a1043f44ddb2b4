// Private pages: nothing of them outlasts the notebook on this screen, and nothing typed is thrown away by accident.
const room = document.querySelector("[data-private]");
const tabs = new BroadcastChannel("tabs");
let sent = false;

async function stillOpen() {
  try {
    return (await fetch("/notebook/pulse", { cache: "no-store" })).ok;
  } catch {
    return false;
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

document.querySelector("[data-locks]")?.addEventListener("submit", () => tabs.postMessage("locked"));

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

// Key words are not left standing in a page that Back can bring again: neither in a field nor unfolded.
addEventListener("pagehide", () => {
  for (const place of document.querySelectorAll("[data-forget]")) {
    place.value = "";
    place.open = false;
  }
});

document.querySelector('[data-module="focus"]')?.focus();
