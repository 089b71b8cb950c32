/** The links that order the results. */
import { isPlain } from "./dom.mjs";
import { sorted, write } from "./state.mjs";

/** @typedef {import("./state.mjs").State} State */

/**
 * @param {HTMLElement} list `ul.sort`
 * @param {() => State} now
 * @param {(state: State) => void} go
 */
export function sort(list, now, go) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll("a[data-sort]")]);
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(sorted(now(), sortOf(link)));
    });
  }
  return {
    /** @param {State} state */
    show(state) {
      const words = Boolean(state.q.trim());
      for (const item of list.querySelectorAll("[data-needs-words]")) item.toggleAttribute("hidden", !words);
      const current = state.sort || (words ? "" : "newest");
      for (const link of links) {
        link.setAttribute("href", write(sorted(state, sortOf(link))));
        if (sortOf(link) === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      list.hidden = false;
    },
  };
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {import("./state.mjs").Sort}
 */
function sortOf(link) {
  return /** @type {import("./state.mjs").Sort} */ (link.dataset.sort ?? "");
}
