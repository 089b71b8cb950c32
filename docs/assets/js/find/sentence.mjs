/** What was found, in a plain sentence: as elements for the page, and as text for those who listen. */
import { cases, el } from "./dom.mjs";
import { asked, filtersOn, write } from "./state.mjs";

/**
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./core.mjs").Answer} Answer
 */

/**
 * @param {State} state
 * @param {Answer} answer
 * @returns {(Node | string)[]}
 */
export function sentence(state, answer) {
  const words = searched(state, answer);
  /** @type {(Node | string)[]} */
  const said = [el("b", {}, answer.total ? cases(answer.total) : "No case")];
  if (words) said.push(" for ", el("b", {}, words));
  if (answer.synonyms.length) said.push(" ", through(answer.synonyms));
  if (filtersOn(state)) said.push(el("span", { class: "muted" }, ` with ${filters(state)}`));
  return said;
}

/**
 * @param {State} state
 * @param {Answer} answer
 */
export function spoken(state, answer) {
  const words = searched(state, answer);
  const page = state.page > 1 ? `, page ${state.page}` : "";
  const also = answer.synonyms.length ? ` and for ${answer.synonyms.join(", ")}` : "";
  const on = filtersOn(state) ? ` with ${filters(state)}` : "";
  return `${answer.total ? cases(answer.total) : "No case"}${words ? ` for ${words}` : ""}${also}${on}${page}.`;
}

/**
 * What was searched in place of what was typed, and words that no case has.
 * @param {State} state
 * @param {Answer} answer
 * @returns {(Node | string)[]}
 */
export function meant(state, answer) {
  /** @type {(Node | string)[]} */
  const said = [];
  if (answer.mended.length) {
    const words = searched(state, answer);
    const link = el("a", { href: write(asked(state, words)), "data-ask": words }, words);
    said.push("Did you mean ", link, "? Nothing here says ", ...listed(answer.mended.map(({ from }) => from)), ", so that was searched.");
  }
  if (answer.unknown.length && answer.total) said.push(said.length ? " " : "", "No case says ", ...listed(answer.unknown), ".");
  return said;
}

/**
 * The words as they were searched.
 * @param {State} state
 * @param {Answer} answer
 */
function searched(state, answer) {
  return answer.mended.reduce((words, { from, to }) => swapped(words, from, to), state.q.trim());
}

/**
 * @param {string} words
 * @param {string} from a word as the core reads it: in lower case and without accents
 * @param {string} to
 */
function swapped(words, from, to) {
  const parts = words.split(/([\p{L}\p{N}\p{M}'’]+)/u);
  const at = parts.findIndex((part) => part.normalize("NFKD").replace(/\p{M}|['’]/gu, "").toLowerCase() === from);
  return at < 0 ? words : parts.with(at, to).join("");
}

/** @param {string[]} words */
function listed(words) {
  return words.flatMap((word, at) => [at ? " or " : "", el("i", {}, word)]);
}

/** @param {string[]} synonyms */
function through(synonyms) {
  return el("span", { class: "muted" }, "and for ", ...synonyms.flatMap((one, at) => [at ? ", " : "", el("i", {}, one)]));
}

/** @param {State} state */
function filters(state) {
  const on = filtersOn(state);
  return on === 1 ? "1 filter" : `${on} filters`;
}
