/**
 * The one door to the search core: what the page asks, and what it gets, in the page's own words.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {{to: string, label: string, kind: string}} Way a link below the site's root, and what stands there
 * @typedef {[text: string, kind: number][]} Pieces a text cut up: 1 what was asked for, 2 a synonym, 0 the rest
 * @typedef {{for: string[], as: string, facet?: string, id?: string}} Why what a case has instead of some words
 * @typedef {{id: string, title: string, row: string, marks: {title: Pieces, summary: Pieces}, why: Why[]}} Result
 * @typedef {{
 *   total: number,
 *   unfinished: boolean,
 *   results: Result[],
 *   counts: Record<string, Record<string, number>>,
 *   synonyms: string[],
 *   mended: {from: string, to: string}[],
 *   unknown: string[],
 *   broader: Way[],
 * }} Answer
 * `unfinished` says that a better answer is on its way; `row` is the case's row as HTML; `counts` are by facet and option; `synonyms` were searched with the words; `mended`
 * are words that nothing has, and what was searched in their place; `unknown` are those for which there was nothing
 * near; `broader` is where to look if nothing was found.
 */
import * as search from "../search/search.mjs";
import { PAGE } from "./state.mjs";

export const ROOT = new URL("../../../", import.meta.url);
/** Where the site begins, whatever folder it is served from. */

const MENDING = "contribute/";
/** Pages for those who write or mend a case; nobody who looks for one is helped by them. */
const ASIDE = 3;

/** Begins to read what every search needs. */
export function open() {
  return search.open(ROOT.href);
}

/**
 * @param {State} state
 * @param {{typing?: boolean, limit?: number, offset?: number, facets?: string[], hasty?: boolean}} [options]
 * @returns {Promise<Answer>}
 */
export async function ask(state, { typing = false, limit = PAGE, offset = (state.page - 1) * PAGE, facets = [], hasty = false } = {}) {
  const opened = open();
  search.foresee(state.q);
  await opened;
  const found = await search.search({ ...question(state), limit, offset, typing, facets, hasty });
  return {
    total: found.total,
    unfinished: found.unfinished,
    results: found.results,
    counts: Object.fromEntries(Object.entries(found.facets).map(([facet, options]) => [facet, byId(options)])),
    synonyms: [...new Set(found.notes.synonyms.flatMap((one) => one.as))],
    mended: found.notes.mended,
    unknown: found.notes.unknown,
    broader: found.notes.suggestions.map(({ facet, id, label }) => ({ to: `${facet}/${id}/`, label, kind: "" })),
  };
}

/**
 * Wanted outcomes and hand-written pages that fit the words; asked for by themselves, since each costs a file.
 * @param {State} state
 * @returns {Promise<Way[]>}
 */
export async function askBeside(state) {
  if (!state.q.trim()) return [];
  await open();
  const { also } = await search.search({ q: state.q, limit: 0, also: 2 * ASIDE });
  return [...ways(also.wanted, "Wanted by a council"), ...ways(also.guides, "Page")];
}

/**
 * The ids of all cases that were found, in order.
 * @param {State} state
 * @returns {Promise<string[]>}
 */
export async function askIds(state) {
  await open();
  return search.ids(question(state));
}

/** @param {State} state */
function question({ q, where, sort }) {
  const own = Object.fromEntries(Object.entries(where).map(([facet, ids]) => [facet, [...ids]]));
  return { q, where: own, sort: sort || "relevance" };
}

/** @param {{id: string, count: number}[]} options */
function byId(options) {
  return Object.fromEntries(options.map(({ id, count }) => [id, count]));
}

/**
 * Those that say in their title or summary what was asked for; many a page has a word of it somewhere.
 * @param {{results: {url: string, title: string, marks: Result["marks"]}[]} | undefined} found
 * @param {string} kind
 * @returns {Way[]}
 */
function ways(found, kind) {
  const fits = (found?.results ?? []).filter(({ url, marks }) => !url.startsWith(MENDING) && says(marks));
  return fits.slice(0, ASIDE).map(({ url, title }) => ({ to: url, label: title, kind }));
}

/** @param {Result["marks"]} marks */
function says({ title, summary }) {
  return [...title, ...summary].some(([, kind]) => kind > 0);
}
