// Shows the walk one step at a time and opens the door a little with each. Answers stay in the form and nowhere else.
// Each step has an entry in the history, all under the same address, so that a phone's own Back goes one question back.
// An entry holds the number of its step and nothing else: a page that loads begins at its start, whatever an older entry
// says. Leaving replaces the entry in front; those behind it lead to the start of an empty walk, because the answers are
// cleared with it, and a browser is not asked to keep them (autocomplete is off).
const form = document.querySelector('[data-module="walk"]');
const said = document.querySelector('[data-module="walk-step"]');
const hall = document.querySelector(".hall--walk");
const steps = [...form.querySelectorAll("[data-step]")];
const last = steps.length - 1;
const start = Number(form.dataset.start);
// The lowest step that this page has an entry for.
let first = start;
let at = start;

function show(step) {
  at = Math.min(Math.max(step, 0), last);
  steps.forEach((part, place) => {
    part.hidden = place !== at;
  });
  hall.dataset.step = String(at);
  said.textContent = steps[at].dataset.said ?? said.dataset.before;
}

function go(step) {
  show(step);
  scrollTo(0, 0);
  steps[at].querySelector("[data-focus]").focus({ preventScroll: true });
}

function forward() {
  history.pushState({ step: at + 1 }, "");
  go(at + 1);
}

// Shows the step at once, so that a second press in a hurry cannot go back past the start.
function back() {
  const before = at - 1;
  if (before >= first) {
    history.back();
  } else {
    // The step before the start has no entry: it takes over this one.
    first = before;
    history.replaceState({ step: before }, "");
  }
  go(before);
}

function clear(step) {
  for (const field of step.querySelectorAll("input")) {
    field.checked = false;
  }
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.matches("[data-skip]")) {
    clear(steps[at]);
  }
  if (button?.matches("[data-back]")) {
    back();
  } else if (button?.matches("[data-next], [data-skip]") && at < last) {
    // On the last step the button sends the form.
    forward();
  }
});

// Enter in a field means "continue" everywhere but on the last step.
form.addEventListener("submit", (event) => {
  if (at < last) {
    event.preventDefault();
    forward();
  }
});

addEventListener("popstate", (event) => {
  // Links within the page have entries too, without a step: stay where we are.
  if (Number.isInteger(event.state?.step)) {
    go(event.state.step);
  }
});

// Whoever left does not find the answers again, even in a browser that brings pages back as they were.
addEventListener("pagehide", () => {
  if (document.querySelector(".cover")) {
    steps.forEach(clear);
  }
});

for (const hidden of form.querySelectorAll("[data-bar], [data-next], [data-skip]")) {
  hidden.hidden = false;
}
form.classList.add("ask--steps");
// Chromium does not keep a page in memory for Back when the next one has the very same address. The plan's own script takes
// the question mark away.
form.action += "?";
said.hidden = false;
// The questions may be the answer to a form ("Change my answers"): under this entry, Back has none to send again.
history.replaceState({ step: start }, "", location.href);
history.scrollRestoration = "manual";
show(start);
