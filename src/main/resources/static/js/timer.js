// Seven quiet minutes from the first letter typed: no clock runs, nothing rings, and it can be put away.
const timer = document.querySelector('[data-module="timer"]');

timer.hidden = false;
timer.querySelector("button").addEventListener("click", () => timer.remove());
document.querySelector("main form").addEventListener("input", () => setTimeout(() => {
  timer.querySelector("[role=status]").textContent = timer.dataset.over;
}, 420000), { once: true });
