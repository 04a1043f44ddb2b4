// Keeps the note while it is written: the form is sent as it stands, and nothing is kept in this browser.
const form = document.querySelector("#note");
const state = document.querySelector("[data-autosave]");
const problem = document.querySelector("[data-unkept]");
const PAUSE_MS = 1500;
const LONGEST_MS = 10000;
const AGAIN_MS = 10000;
const MOST_WHILE_HIDING = 60000;
let later;
let since;
let unanswered;
let sending = false;
let changed = false;

function say(words, trouble = "") {
  state.textContent = words;
  state.hidden = false;
  if (problem.textContent !== trouble) {
    problem.textContent = trouble;
  }
}

function soon(after) {
  clearTimeout(later);
  later = setTimeout(keep, after);
}

async function kept(answer) {
  const { note, revision, at } = await answer.json();
  form.elements.note.value = note;
  form.elements.revision.value = revision;
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(new Date(at));
  say(state.dataset.at.replace("{0}", time));
  if (/\/new$/.test(location.pathname)) {
    // A reload shows the note, and not an empty page.
    history.replaceState(null, "", `/notebook/notes/${note}`);
  }
  if (!changed) {
    document.body.dataset.unsaved = "no";
  }
}

async function keep() {
  clearTimeout(later);
  if (sending || !changed) {
    return;
  }
  sending = true;
  if (!unanswered) {
    unanswered = new URLSearchParams(new FormData(form));
    changed = false;
    since = undefined;
  }
  say(state.dataset.now);
  const keepalive = document.hidden && String(unanswered).length < MOST_WHILE_HIDING;
  const answer = await fetch("/notebook/autosave", { method: "POST", body: unanswered, keepalive }).catch(() => null);
  sending = false;
  if (!answer || answer.status >= 500) {
    // It may have been kept all the same. Sent again just as it was, it is kept once.
    changed = true;
    say(state.dataset.not, problem.dataset.none);
    soon(AGAIN_MS);
    return;
  }
  unanswered = null;
  if (answer.ok) {
    await kept(answer);
  } else {
    say(state.dataset.not, problem.dataset[answer.status]);
  }
  if (changed) {
    soon(PAUSE_MS);
  }
}

// At the first pause, or after a while for somebody who makes none.
form.addEventListener("input", () => {
  changed = true;
  since ??= Date.now();
  if (!sending) {
    say(state.dataset.not, problem.textContent);
    soon(Math.min(PAUSE_MS, Math.max(0, since + LONGEST_MS - Date.now())));
  }
});
form.addEventListener("submit", () => clearTimeout(later));
addEventListener("online", keep);
document.addEventListener("visibilitychange", () => document.hidden && keep());
