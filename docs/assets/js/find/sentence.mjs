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
  const found = el("b", {}, answer.total ? cases(answer.total) : "No case");
  const words = answer.instead || state.q.trim();
  /** @type {(Node | string)[]} */
  const said = [found];
  if (words) said.push(" for ", el("b", {}, words));
  if (answer.also.length) said.push(" ", through(answer.also));
  if (filtersOn(state)) said.push(el("span", { class: "muted" }, ` with ${filters(state)}`));
  return said;
}

/**
 * @param {State} state
 * @param {Answer} answer
 */
export function spoken(state, answer) {
  const words = answer.instead || state.q.trim();
  const page = state.page > 1 ? `, page ${state.page}` : "";
  const also = answer.also.length ? `, also searched: ${answer.also.join(", ")}` : "";
  const on = filtersOn(state) ? `, with ${filters(state)}` : "";
  return `${answer.total ? cases(answer.total) : "No case"} found${words ? ` for ${words}` : ""}${also}${on}${page}.`;
}

/**
 * "Did you mean ...?", or what was searched in place of what was typed.
 * @param {State} state
 * @param {Answer} answer
 * @returns {(Node | string)[]}
 */
export function meant(state, answer) {
  if (answer.instead) {
    const typed = el("i", {}, state.q.trim());
    return ["Nothing is known of ", typed, ", so this is for ", link(state, answer.instead), "."];
  }
  return answer.mean ? ["Did you mean ", link(state, answer.mean), "?"] : [];
}

/**
 * @param {State} state
 * @param {string} q
 */
function link(state, q) {
  return el("a", { href: write(asked(state, q)), "data-ask": q }, q);
}

/** @param {string[]} also */
function through(also) {
  const said = el("span", { class: "muted" }, "and for ");
  also.forEach((one, at) => said.append(at ? ", " : "", el("i", {}, one)));
  return said;
}

/** @param {State} state */
function filters(state) {
  const on = filtersOn(state);
  return on === 1 ? "1 filter" : `${on} filters`;
}
