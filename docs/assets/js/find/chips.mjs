/** The filters that are on, each with a button that takes it off. */
import { el } from "./dom.mjs";
import { filtersOn, ticked, unfiltered } from "./state.mjs";

/** @typedef {import("./state.mjs").State} State */

const CROSS = "M3 1 8 6l5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5-5-5z";

/**
 * @param {HTMLElement} list `ul.chips`; its last item, the button that opens the filters, stays
 * @param {(facet: string, id: string) => string} label
 * @param {() => State} now
 * @param {(state: State) => void} go
 */
export function chips(list, label, now, go) {
  return {
    /** @param {State} state */
    show(state) {
      const on = document.activeElement instanceof HTMLElement && list.contains(document.activeElement);
      const at = on ? chipsOf(list).indexOf(/** @type {HTMLElement} */ (document.activeElement)) : -1;
      for (const old of list.querySelectorAll("[data-chip]")) old.remove();
      const made = [];
      for (const [facet, ids] of Object.entries(state.where)) {
        for (const id of ids) made.push(chip(label(facet, id), () => go(ticked(now(), facet, id, false))));
      }
      if (filtersOn(state)) made.push(clear(() => go(unfiltered(now()))));
      list.prepend(...made);
      list.classList.toggle("chips-none", !made.length);
      // the button that was pressed is gone: the next one, or the field of words, takes its place
      if (at >= 0) (chipsOf(list)[Math.min(at, made.length - 1)] ?? document.querySelector("#q"))?.focus();
    },
  };
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
function chipsOf(list) {
  return [...list.querySelectorAll("[data-chip] button")].map((one) => /** @type {HTMLElement} */ (one));
}

/**
 * @param {string} label
 * @param {() => void} off
 */
function chip(label, off) {
  const button = el("button", { class: "chip", type: "button" }, label, cross(), el("span", { class: "vh" }, "remove"));
  button.addEventListener("click", off);
  return el("li", { "data-chip": true }, button);
}

/** @param {() => void} off */
function clear(off) {
  const button = el("button", { class: "chip chip-clear", type: "button" }, "Clear all filters");
  button.addEventListener("click", off);
  return el("li", { "data-chip": true }, button);
}

function cross() {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", CROSS);
  for (const [name, value] of [["class", "sh"], ["viewBox", "0 0 16 16"], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}
