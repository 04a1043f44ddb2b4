// Shows the walk one step at a time and opens the door a little with each. Answers stay in the form; no step gets an
// entry in the history, so that leaving takes the whole walk with it.
const form = document.querySelector('[data-module="walk"]');
const said = document.querySelector('[data-module="walk-step"]');
const hall = document.querySelector(".hall--walk");
const steps = [...form.querySelectorAll("[data-step]")];
const last = steps.length - 1;
let at = 0;

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

function clear(step) {
  for (const field of step.querySelectorAll("input")) {
    field.checked = false;
  }
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.matches("[data-next]")) {
    go(at + 1);
  } else if (button?.matches("[data-back]")) {
    go(at - 1);
  } else if (button?.matches("[data-skip]")) {
    // The last one sends the form as well.
    clear(steps[at]);
    if (at < last) {
      go(at + 1);
    }
  }
});

// Enter in a field means "continue" everywhere but on the last step.
form.addEventListener("submit", (event) => {
  if (at < last) {
    event.preventDefault();
    go(at + 1);
  }
});

for (const hidden of form.querySelectorAll("[data-bar], [data-next], [data-skip]")) {
  hidden.hidden = false;
}
form.classList.add("ask--steps");
said.hidden = false;
show(Number(form.dataset.start));
