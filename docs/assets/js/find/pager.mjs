/** Links to the pages of the results. */
import { el, number } from "./dom.mjs";
import { PAGE, turned, write } from "./state.mjs";

/**
 * @param {import("./state.mjs").State} state
 * @param {number} total
 * @returns {HTMLElement[]} nothing if all results stand on one page
 */
export function pager(state, total) {
  const pages = Math.ceil(total / PAGE);
  if (pages < 2) return [];
  const first = (state.page - 1) * PAGE + 1;
  const last = Math.min(state.page * PAGE, total);
  const list = el("ol");
  let before = 0;
  for (const page of near(state.page, pages)) {
    if (page > before + 1) list.append(el("li", { "aria-hidden": "true" }, el("span", {}, "…")));
    list.append(el("li", {}, link(state, page, page === state.page)));
    before = page;
  }
  const made = el("nav", { class: "pages", "aria-label": "Pages of results" });
  made.append(el("span", {}, `Cases ${first} to ${last} of ${number(total)}`));
  const ends = el("div", { class: "turn" }, list);
  if (state.page > 1) ends.prepend(turn(state, state.page - 1, "prev", "Previous page"));
  if (state.page < pages) ends.append(turn(state, state.page + 1, "next", "Next page"));
  made.append(ends);
  return [made];
}

/**
 * The first, the last, and those beside the current page.
 * @param {number} page
 * @param {number} pages
 */
export function near(page, pages) {
  const wanted = new Set([1, page - 1, page, page + 1, pages]);
  return [...wanted].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b);
}

/**
 * @param {import("./state.mjs").State} state
 * @param {number} page
 * @param {boolean} here
 */
function link(state, page, here) {
  const label = el("span", { class: "vh" }, "Page ");
  const href = write(turned(state, page));
  return el("a", { href, "data-page": page, ...(here ? { "aria-current": "page" } : {}) }, label, String(page));
}

/**
 * @param {import("./state.mjs").State} state
 * @param {number} page
 * @param {string} rel
 * @param {string} label
 */
function turn(state, page, rel, label) {
  return el("a", { href: write(turned(state, page)), "data-page": page, rel }, label);
}
