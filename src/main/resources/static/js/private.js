// Private pages. When the browser brings one back from its own memory (Back after locking), it stays covered until the
// server says that the notebook is still open. A problem on the page takes the focus.
const room = document.querySelector("[data-private]");

async function stillOpen() {
  try {
    return (await fetch("/notebook/pulse", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

addEventListener("pageshow", async (event) => {
  if (!event.persisted || !room) {
    return;
  }
  room.hidden = true;
  if (await stillOpen()) {
    room.hidden = false;
  } else {
    location.replace("/notebook");
  }
});

document.querySelector('[data-module="focus"]')?.focus();
