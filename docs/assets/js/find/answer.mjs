/** The results: rows with what was asked for marked, the pages, and what can be done with all of them. */
import { ROOT, ask } from "./core.mjs";
import { el } from "./dom.mjs";
import { downloads } from "./download.mjs";
import { empty } from "./empty.mjs";
import { mark } from "./marks.mjs";
import { pager } from "./pager.mjs";
import { row } from "./rows.mjs";
import { filtersOn, PAGE, unfiltered } from "./state.mjs";

/**
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./core.mjs").Answer} Answer
 */

const WITH_FEED = ["outcomes", "services"];

/**
 * All that stands below the sentence, ready to be put into the page.
 * @param {State} state
 * @param {Answer} answer
 * @returns {Promise<Node[]>}
 */
export async function answered(state, answer) {
  if (!answer.ids.length) return [await nothing(state, answer)];
  const list = el("ol", { class: "rows", start: (state.page - 1) * PAGE + 1 });
  for (const result of answer.results) {
    const item = row(result.row);
    mark(item, answer.isHit);
    if (result.why.length) item.querySelector(".meta")?.after(why(result.why));
    list.append(item);
  }
  const all = async () => (await ask(state, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })).ids;
  return [list, pager(state, answer.total), also(answer), el("div", { class: "after" }, downloads(all), feed(state) ?? "")]
    .filter((one) => one !== null);
}

/**
 * @param {State} state
 * @param {Answer} answer
 */
async function nothing(state, answer) {
  const without = filtersOn(state) ? (await ask(unfiltered(state), { limit: 1, offset: 0 })).total : 0;
  return empty(state, answer, without);
}

/** @param {string[]} synonyms */
function why(synonyms) {
  return el("p", { class: "why" }, `Found through ${synonyms.join(", ")}`);
}

/**
 * Wanted outcomes and hand-written pages that fit the words.
 * @param {Answer} answer
 */
function also(answer) {
  if (!answer.pages.length) return null;
  const list = el("ul", { class: "want" });
  for (const one of answer.pages) list.append(el("li", {}, el("a", { href: new URL(one.to, ROOT).href }, one.label), el("small", {}, one.kind)));
  return el("section", { class: "beside", "aria-labelledby": "beside" }, el("h3", { id: "beside" }, "Also on this site"), list);
}

/**
 * The feed of what is looked at, where there is exactly one.
 * @param {State} state
 */
function feed(state) {
  const [only, ...more] = WITH_FEED.flatMap((facet) => (state.where[facet] ?? []).map((id) => `feeds/${facet}/${id}.xml`));
  if (!only || more.length) return null;
  return el("p", { class: "take" }, el("a", { href: new URL(only, ROOT).href }, "Follow new cases as an Atom feed"));
}
