// Helps with key words while they are typed: completes one after four letters, and says which is not on the list. Nothing
// typed leaves the page. What looks like a passphrase is left alone, and gets back what was completed in it.
const field = document.querySelector('[data-module="key-words"]');
const said = document.querySelector("#key-words-said");
const TELLING = 4;
const completed = new Set();
let words;
let offered = false;
let off = false;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

async function load() {
  const answer = await fetch("/key-words/en.txt").catch(() => null);
  const list = answer?.ok ? (await answer.text()).trim().split(/\s+/) : null;
  words = list && new Map(list.map((word) => [word.slice(0, TELLING), word]));
}

function tokens() {
  return [...field.value.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: text, index }) =>
    ({ text, at: index, end: index + text.length, word: words.get(plain(text).slice(0, TELLING)) }));
}

function look(found, caret) {
  const unknown = found.filter((token) => !token.word && token.end !== caret);
  const odd = ({ text }) => text.length < 3 || text.length > 8;
  if (found.length > 6 || unknown.length > 2 || unknown.some(odd)) {
    for (const { text, at, end } of found.reverse().filter((token) => completed.delete(plain(token.text)))) {
      field.setRangeText(text.slice(0, TELLING), at, end, "preserve");
    }
    off = true;
    unknown.length = 0;
  }
  const news = unknown.length ? said.dataset.unknown.replace("{0}", found.indexOf(unknown[0]) + 1) : "";
  if (said.textContent !== news) said.textContent = news;
}

field.addEventListener("input", ({ inputType, data, isComposing }) => {
  if (!words) return;
  const caret = field.selectionEnd;
  const found = tokens();
  const letter = /\p{L}/u.test(data ?? "");
  const typed = !isComposing && inputType.startsWith("insert") && (data ?? " ").length === 1;
  const token = found.find(({ end }) => end === caret - (letter ? 0 : 1));
  // Whoever takes a completion away does not want it: perhaps this is no key word.
  off = field.value !== "" && (off || (offered && inputType.startsWith("delete")));
  offered = false;
  look(found, caret);
  if (letter && token?.text.length > TELLING) {
    completed.delete(token.word);
  } else if (typed && !off && token?.text.length === TELLING && token.word?.length > TELLING && found.every((other) => other.word)) {
    field.setRangeText(token.word.slice(TELLING), token.end, token.end, letter ? "select" : "preserve");
    completed.add(token.word);
    offered = true;
  }
});
// Not while a button is being pressed: it would move away from under the finger.
field.addEventListener("blur", () => words && !document.querySelector("button:active") && look(tokens(), -1));
field.addEventListener("focus", load, { once: true });
if (document.activeElement === field) load();
