/** The results: rows with what was asked for marked, the pages, and what can be done with all of them. */
import { ROOT, ask, askBeside } from "./core.mjs";
import { el, put } from "./dom.mjs";
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

const list = el("ol", { class: "rows" });
/** @type {Map<string, {item: HTMLElement, told: string}>} those that are shown, by case */
let rows = new Map();

/**
 * All that stands below the sentence, ready to be put into the page.
 * @param {State} state
 * @param {Answer} answer
 * @param {boolean} quick nothing but the cases
 * @returns {Promise<Node[]>}
 */
export async function answered(state, answer, quick) {
  if (!answer.total) return [await nothing(state, answer)];
  rows = new Map(answer.results.map((result) => [result.id, kept(result)]));
  list.setAttribute("start", String((state.page - 1) * PAGE + 1));
  put(list, [...rows.values()].map(({ item }) => item));
  if (quick) return [list];
  const take = el("div", { class: "after" }, downloads(state), ...feed(state));
  return [list, ...pager(state, answer.total), take];
}

/**
 * The row of a result: the one that is shown, if it says the same.
 * @param {import("./core.mjs").Result} result
 */
function kept(result) {
  const told = JSON.stringify([result.marks, result.why]);
  const shown = rows.get(result.id);
  if (shown?.told === told) return shown;
  const item = row(result.row);
  mark(item, result.marks);
  if (result.why.length) item.querySelector(".meta")?.after(why(result.why));
  return { item, told };
}

/**
 * @param {State} state
 * @param {Answer} answer
 */
async function nothing(state, answer) {
  const without = filtersOn(state) ? (await ask(unfiltered(state), { limit: 0, offset: 0 })).total : 0;
  return empty(state, answer, without);
}

/**
 * "Matches bins through Streets are clean, recycling".
 * @param {import("./core.mjs").Why[]} reasons
 */
function why(reasons) {
  const made = el("p", { class: "why" });
  let before = "";
  for (const one of reasons) {
    const words = one.for.join(" ");
    const as = one.facet ? el("a", { href: new URL(`${one.facet}/${one.id}/`, ROOT).href }, one.as) : el("b", {}, one.as);
    if (words === before) made.append(", ", as);
    else made.append(before ? "; " : "Matches ", el("i", {}, words), " through ", as);
    before = words;
  }
  return made;
}

/**
 * Wanted outcomes and hand-written pages that fit the words.
 * @param {State} state
 * @returns {Promise<HTMLElement | null>}
 */
export async function beside(state) {
  const ways = await askBeside(state);
  if (!ways.length) return null;
  const list = el("ul", { class: "want" });
  for (const { to, label, kind } of ways) {
    list.append(el("li", {}, el("a", { href: new URL(to, ROOT).href }, label), el("small", {}, kind)));
  }
  return el("section", { class: "beside", "aria-labelledby": "beside" }, el("h3", { id: "beside" }, "Also on this site"), list);
}

/**
 * The feed of what is looked at, where there is exactly one.
 * @param {State} state
 */
function feed(state) {
  const feeds = WITH_FEED.flatMap((facet) => (state.where[facet] ?? []).map((id) => `feeds/${facet}/${id}.xml`));
  if (feeds.length !== 1) return [];
  return [el("p", { class: "take" }, el("a", { href: new URL(feeds[0], ROOT).href }, "Follow new cases as a feed"))];
}
